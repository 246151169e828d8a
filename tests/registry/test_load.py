"""What `load_registry` promises: strict, every objection with its place, its cure and in both languages."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.language import Language
from cchc_cli.level import Level
from cchc_cli.registry.load import load_registry
from cchc_cli.strict_yaml import InvalidFileError

Write = Callable[..., Path]

DISTRICT = 'code: "819", name: {vi: Huyện Cái Bè, en: Cai Be District}, group: district'
COMMUNE = 'code: "28360", name: {vi: Thị trấn Cái Bè, en: Cai Be Town}, group: commune, parent: "819"'


def objections(path: Path, language: Language) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        load_registry(path)
    return [problem.describe(language).removeprefix(f"{path}:") for problem in caught.value.problems]


def test_an_entry_takes_level_and_pooling_from_its_group(write: Write) -> None:
    registry = load_registry(
        write(
            "code: CTHUE, name: {vi: Cục Thuế tỉnh, en: Tax}, group: vertical",
            "code: KBNN, name: {vi: Kho bạc Nhà nước tỉnh, en: Treasury}, group: vertical, pooled: true",
        )
    )
    tax, treasury = registry.agencies
    assert (tax.level, tax.pooled, tax.territory, tax.parent) == (Level.PROVINCE, False, "former", None)
    assert treasury.pooled


def test_an_entry_keeps_its_dates_and_its_line(write: Write) -> None:
    registry = load_registry(
        write(
            DISTRICT,
            COMMUNE + ', valid_from: 2021-05-01, valid_until: 2024-10-31, successors: ["28360"]',
            COMMUNE + ", valid_from: 2024-11-01",
        )
    )
    first = registry.agencies[1]
    assert (first.valid_from, first.valid_until) == (date(2021, 5, 1), date(2024, 10, 31))
    assert (first.parent, first.successors, first.line) == ("819", ("28360",), 9)


def test_the_first_and_the_last_day_there_are_mean_no_day(write: Write) -> None:
    (lasting,) = load_registry(write(DISTRICT + ", valid_from: 0001-01-01, valid_until: 9999-12-31")).agencies
    assert (lasting.valid_from, lasting.valid_until) == (None, None)


def test_the_hash_is_of_the_bytes_and_the_file_is_named(write: Write) -> None:
    path = write(DISTRICT)
    registry = load_registry(path)
    assert registry.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert registry.file == str(path)


@pytest.mark.parametrize(
    ("entry", "at", "vietnamese", "english"),
    [
        (
            "code: SNV, name: {vi: Sở Nội vụ, en: Home Affairs}, group: departments",
            "group",
            "không có nhóm “departments” trong tệp này; có phải là “department”?",
            "there is no group 'departments' in this file; did you mean 'department'?",
        ),
        (
            COMMUNE.replace('"819"', '"8190"'),
            "parent",
            "không có đơn vị cấp trên “8190” trong tệp này; có phải là “819”?",
            "there is no parent '8190' in this file; did you mean '819'?",
        ),
        (
            COMMUNE.replace('"819"', "CAIBE"),
            "parent",
            "không có đơn vị cấp trên “CAIBE” trong tệp này; hãy khai báo hoặc sửa lại",
            "there is no parent 'CAIBE' in this file; declare it or correct it",
        ),
        (
            COMMUNE + ', valid_until: 2025-06-30, successors: ["28360", "28361"]',
            '"28361"',
            "không có đơn vị tiếp nhận “28361” trong tệp này; có phải là “28360”?",
            "there is no successor '28361' in this file; did you mean '28360'?",
        ),
        (
            COMMUNE + ", valid_from: 2024-05-01, valid_until: 2024-04-30",
            "valid_until",
            "đơn vị “28360” kết thúc (30/04/2024) trước khi bắt đầu (01/05/2024); hãy sửa một trong hai ngày",
            "agency '28360' ends (2024-04-30) before it starts (2024-05-01); correct one of the dates",
        ),
        (
            COMMUNE.replace('"28360"', '"TT Cái Bè"'),
            "code",
            "mã “TT Cái Bè” chưa đúng dạng; chỉ dùng chữ in hoa không dấu, chữ số và gạch nối,"
            " không có dấu cách",
            "the code 'TT Cái Bè' is malformed; use capital letters without accents, digits and hyphens,"
            " no spaces",
        ),
        (
            COMMUNE.replace('"28360"', "28360"),
            "code",
            "“code” phải là chữ; nếu là mã số, hãy đặt trong dấu nháy",
            "'code' must be text; put a code made of digits in quotes",
        ),
        (
            COMMUNE + ", valid_untill: 2025-06-30",
            "valid_untill",
            "không có khóa “valid_untill” ở đây; có phải là “valid_until”?",
            "there is no key 'valid_untill' here; did you mean 'valid_until'?",
        ),
        (
            COMMUNE + ", valid_until: 30/06/2025",
            "valid_until",
            "“30/06/2025” không phải ngày; hãy viết theo dạng 2025-12-31",
            "'30/06/2025' is not a date; write it as 2025-12-31",
        ),
        (
            COMMUNE + ", valid_until: 2025",
            "valid_until",
            "“2025” không phải ngày; hãy viết theo dạng 2025-12-31",
            "'2025' is not a date; write it as 2025-12-31",
        ),
        (
            COMMUNE + ", territory: formr",
            "territory",
            "“formr” không phải giá trị được dùng (former, other); có phải là “former”?",
            "'formr' is not one of former, other; did you mean 'former'?",
        ),
        (
            COMMUNE + ", pooled: no",
            "pooled",
            "“pooled” phải là true hoặc false",
            "'pooled' must be true or false",
        ),
    ],
)
def test_an_objection_has_place_and_cure_in_both_languages(
    write: Write, entry: str, at: str, vietnamese: str, english: str
) -> None:
    path = write(entry, DISTRICT)
    place = f"8:{len('  - {') + 1 + entry.index(at)}"
    assert objections(path, Language.VI) == [f"{place}: {vietnamese}"]
    assert objections(path, Language.EN) == [f"{place}: {english}"]


def test_a_missing_key_is_named_where_the_entry_begins(write: Write) -> None:
    path = write(DISTRICT.removesuffix(", group: district"))
    assert objections(path, Language.VI) == ["8:5: thiếu khóa “group”"]


def test_a_code_may_not_stand_for_two_agencies_on_one_day(write: Write) -> None:
    path = write(
        DISTRICT + ", valid_until: 2024-05-01",
        DISTRICT + ", valid_from: 2024-05-01",
    )
    assert objections(path, Language.VI) == [
        "9:6: mã “819” đã dùng ở dòng 8 cho cùng thời gian; hãy ghi valid_until cho đơn vị cũ và"
        " valid_from cho đơn vị mới, hoặc dùng mã khác"
    ]
    assert objections(path, Language.EN) == [
        "9:6: the code '819' is used in line 8 for the same time; give the older entry valid_until and"
        " the newer one valid_from, or use another code"
    ]


def test_lives_that_follow_each_other_are_no_objection(write: Write) -> None:
    path = write(DISTRICT + ", valid_until: 2024-04-30", DISTRICT + ", valid_from: 2024-05-01")
    assert [life.line for life in load_registry(path).lives_by_code["819"]] == [8, 9]


def test_all_objections_come_at_once_in_the_order_of_the_file(write: Write) -> None:
    path = write(
        DISTRICT,
        DISTRICT,
        COMMUNE.replace("819", "816"),
        "code: SNV, name: {vi: Sở Nội vụ, en: Home Affairs}, group: office",
        "code: SYT, name: {vi: Sở Y tế, en: Health}, group: department, parent: SNVU",
    )
    lines = [int(text.split(":")[0]) for text in objections(path, Language.EN)]
    assert lines == [9, 10, 11, 12]


@pytest.mark.parametrize("second", ["2025-01-01", "2025-07-01"])
def test_the_names_of_the_province_stand_in_order(tmp_path: Path, second: str) -> None:
    path = tmp_path / "agencies.yaml"
    names = "".join(
        f"  - {{valid_from: {day}, name: {{vi: A, en: A}}}}\n" for day in ("2025-07-01", second, "2026-01-01")
    )
    groups = "groups: {district: {level: district}}"
    path.write_text(f"province_renamed:\n{names}{groups}\nagencies:\n  - {{{DISTRICT}}}\n", encoding="utf-8")
    assert objections(path, Language.EN) == [
        "3:6: this name of the province does not begin after the one above; put the names in order, one for"
        " a day"
    ]


def test_a_group_needs_a_level(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yaml"
    path.write_text(f"groups:\n  district: {{}}\nagencies:\n  - {{{DISTRICT}}}\n", encoding="utf-8")
    assert objections(path, Language.EN) == ["2:3: the key 'level' is missing"]


def test_a_missing_file_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_registry(tmp_path / "none.yaml")
