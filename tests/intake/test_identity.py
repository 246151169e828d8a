"""Whose figures a workbook holds and for when: said, or asked, and never guessed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.ordinals import ordinal_in
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry
from tests.intake.programme import YEARS, take_in_small
from tests.intake.workbooks import write_workbook

REGISTRY = load_registry(packaged_file("agencies.yaml"))
PLACE = Place("a.xlsx", "Bảng", 1, 1)
FIGURES = [["Nội dung báo cáo", "Số liệu", "Mã số liệu"], ["Đã giải quyết", 5, "settled"]]


def clerk() -> Clerk:
    return Clerk(Brief(items={}, checks=(), years=YEARS, registry=REGISTRY))


def findings(folder: Path, sheets: dict[str, Any], **given: Any) -> list[Finding]:
    path = write_workbook(folder / "a.xlsx", sheets)
    return list(take_in_small(path, items=["settled", "received"], **given).findings)


def said(found: list[Finding], code: str) -> str:
    (one,) = (each for each in found if each.code == code)
    return one.message(Language.VI)


@settings(deadline=None)
@given(st.sampled_from(REGISTRY.agencies), st.sampled_from(["{}", "UBND {}", "  {} ", "{}, tỉnh Tiền Giang"]))
def test_no_agency_contradicts_its_own_name(agency: Agency, spelling: str) -> None:
    """Nor the name with its parent's behind it, as the consolidated workbook writes it."""
    reader, day = clerk(), agency.valid_until or max(agency.first_day, Period.parse("2024").end)
    period = Period.between(day, day)
    for name in (agency.name.vi, REGISTRY.full_name(agency).vi):
        life = reader.agency(Cell(agency.code), PLACE, period, name=Cell(spelling.format(name)))
        assert life == agency
    assert reader.gathering.findings == []


@pytest.mark.parametrize("name", ["Thị xã Gò Công", "Thành phố Gò Công"])
@pytest.mark.parametrize("period", ["2023", "2024", "2025-Q1"])
def test_a_name_that_changed_is_still_the_agencys(name: str, period: str) -> None:
    reader = clerk()
    assert reader.agency(Cell("816"), PLACE, Period.parse(period), name=Cell(name)) is not None
    assert reader.gathering.findings == []


@pytest.mark.parametrize(
    ("written", "name", "period", "code", "words"),
    [
        ("Phường Đạo Thạnh", "", "2024", "agency-not-active", "còn là: Phường 5, Thành phố Mỹ Tho (28249); "),
        ("28249", "Phường Đạo Thạnh", "2025-H1", "agency-not-active", "hoạt động từ 01/07/2025"),
        ("28249", "Phường 5", "2026", "agency-not-active", "Kỳ này dùng: Phường Đạo Thạnh (28249)"),
        ("28249", "Phường 5", "2025", "agency-mismatch", "chậm nhất 30/06/2025"),
        ("Phường 5, TP. Mỹ Tho", "", "2025", "agency-mismatch", "là của Phường Đạo Thạnh"),
        ("28300", "Phường 4, Thành phố Gò Công", "2024", "agency-mismatch", "chậm nhất 30/04/2024"),
    ],
)
def test_a_code_in_a_period_is_not_given_to_another_agency_that_bore_it(
    written: str, name: str, period: str, code: str, words: str
) -> None:
    reader = clerk()
    assert reader.agency(Cell(written), PLACE, Period.parse(period), name=Cell(name)) is None
    assert words in said(reader.gathering.findings, code)
    assert reader.gathering.findings[0].agency is None


@pytest.mark.parametrize(
    ("written", "name", "period"),
    [
        ("28249", "Phường 5", "2025-H1"),
        ("28249", "Phường 5, Thành phố Mỹ Tho", "2024"),
        ("Phường 5, TP. Mỹ Tho", "", "2025-Q2"),
        ("28249", "UBND Phường Đạo Thạnh", "2025"),
        ("28300", "Phường 4", "2024-Q1"),
        ("28471", "Xã Bình Phú", "2024"),
        ("Xã Bình Phú, huyện Cai Lậy", "", "2024"),
    ],
)
def test_a_name_says_which_agency_of_a_code_is_meant(written: str, name: str, period: str) -> None:
    reader = clerk()
    life = reader.agency(Cell(written), PLACE, Period.parse(period), name=Cell(name))
    assert life is not None and life == REGISTRY.life_in(life.code, Period.parse(period))
    assert reader.gathering.findings == []


def test_a_name_that_several_have_contradicts_only_who_has_it_not() -> None:
    reader = clerk()
    assert reader.agency(Cell("28261"), PLACE, Period.parse("2023"), name=Cell("Phường 1")) is not None
    assert reader.agency(Cell("28519"), PLACE, Period.parse("2023"), name=Cell("Phường 1")) is None
    (found,) = reader.gathering.findings
    assert found.code == "agency-mismatch"
    for name in ("28261", "28303", "28435", "Thị trấn Tân Hiệp"):
        assert name in found.message(Language.VI)


def test_a_name_that_nobody_has_says_nothing() -> None:
    reader = clerk()
    assert reader.agency(Cell("SNV"), PLACE, Period.parse("2023"), name=Cell("Phòng Tổ chức")) is not None
    assert reader.gathering.findings == []


def test_who_sends_two_names_is_nobody(tmp_path: Path) -> None:
    sheets = {"Thông tin": [["Mã đơn vị", "SNV"], ["Tên đơn vị", "Huyện Cai Lậy"], ["Kỳ báo cáo", 2024]]}
    intake = take_in_small(write_workbook(tmp_path / "a.xlsx", {**sheets, "Số liệu": FIGURES}))
    assert intake.submissions[0].submitter is None
    assert not intake.observations
    assert "“SNV” là của Sở Nội vụ" in said(list(intake.findings), "agency-mismatch")
    assert "Huyện Cai Lậy (820)" in said(list(intake.findings), "agency-mismatch")


@pytest.mark.parametrize(("period", "submitter"), [("2024", None), ("2025", "28249"), ("2026", "28249")])
def test_who_bears_a_code_at_another_time_has_not_sent(period: str, submitter: str | None) -> None:
    code, name = (Labelled(Cell(text), 1, 2) for text in ("28249", "Phường Đạo Thạnh"))
    assert clerk().submitter(code, name, Period.parse(period)) == submitter


def test_who_is_given_stands_in_for_a_missing_code_whatever_the_name(tmp_path: Path) -> None:
    sheets = {"Thông tin": [["Mã đơn vị"], ["Tên đơn vị", "Huyện Cai Lậy"], ["Kỳ báo cáo", 2024]]}
    intake = take_in_small(
        write_workbook(tmp_path / "a.xlsx", {**sheets, "Số liệu": FIGURES}), as_agency="SNV"
    )
    assert [one.agency for one in intake.observations] == ["SNV"]


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, {"sheet-missing"}),
        ({"as_agency": "SNV"}, {"sheet-missing"}),
        ({"as_period": Period.parse("2024")}, {"sheet-missing"}),
        ({"as_agency": "SNV", "as_period": Period.parse("2024")}, {"item-missing"}),
    ],
)
def test_a_form_without_its_first_sheet(tmp_path: Path, given: dict[str, Any], codes: set[str]) -> None:
    assert {one.code for one in findings(tmp_path, {"Số liệu": FIGURES}, **given)} == codes


def test_a_form_whose_first_sheet_says_nothing_asks_for_both(tmp_path: Path) -> None:
    found = findings(
        tmp_path, {"Thông tin": [["Loại báo cáo", "Chính thức"], ["Mã đơn vị"]], "Số liệu": FIGURES}
    )
    assert [one.code for one in found] == ["period-missing", "agency-missing"]
    assert found[0].place == Place(str(tmp_path / "a.xlsx"), "Thông tin")


def test_what_stands_above_the_table_is_enough(tmp_path: Path) -> None:
    above = [["Mã đơn vị:", "SNV", "Tên đơn vị:", "Sở Nội vụ"], ["Kỳ báo cáo: Năm 2024"]]
    assert [one.code for one in findings(tmp_path, {"Số liệu": [*above, *FIGURES]})] == ["item-missing"]
    wrong = [["Mã đơn vị:", "SNV", "Tên đơn vị:", "Huyện Cai Lậy"], ["Kỳ báo cáo: Năm 2024"]]
    assert [one.code for one in findings(tmp_path, {"Số liệu": [*wrong, *FIGURES]})] == ["agency-mismatch"]


def test_a_code_is_suggested_by_the_name_and_never_taken(tmp_path: Path) -> None:
    rows = [
        ["Kỳ báo cáo", 2024],
        ["Mã đơn vị", "Tên đơn vị", "settled", "received"],
        [None, "Sở Nội vụ", 1, 2],
    ]
    found = findings(tmp_path, {"Bảng": rows})
    assert "có phải là “Sở Nội vụ (SNV)”?" in said(found, "agency-missing")
    assert not take_in_small(tmp_path / "a.xlsx").observations


def test_a_figure_that_is_not_there_yet_is_no_blank(tmp_path: Path) -> None:
    rows = [["Kỳ báo cáo", 2024], ["Mã đơn vị", "settled", "received"], ["SNV", "...", 2]]
    assert said(findings(tmp_path, {"Bảng": rows}), "value-missing").endswith(
        "ghi “...”, tức là có phát sinh nhưng chưa có số liệu."
    )


def test_a_blank_row_is_said_once_and_only_for_what_nobody_has(tmp_path: Path) -> None:
    head = [["Kỳ báo cáo", 2024], ["Mã đơn vị", "settled", "received", "pending"]]
    write_workbook(tmp_path / "b.xlsx", {"Bảng": [*head, ["SNV"], ["SKHCN"]]})
    write_workbook(tmp_path / "a.xlsx", {"Bảng": [*head, ["SNV", 1, 2, 3], ["SKHCN", None, 7, None]]})
    intake = take_in_small(tmp_path, items=["settled", "received", "pending"])
    missing = [one for one in intake.findings if one.code == "value-missing"]
    assert [(one.agency, one.item, one.other_items) for one in missing] == [
        ("SKHCN", "settled", ()),
        ("SKHCN", "pending", ()),
    ], "the row of b.xlsx is blank, and a.xlsx says what of it is missing everywhere"


def test_a_blank_row_names_what_it_leaves_out(tmp_path: Path) -> None:
    head = [["Kỳ báo cáo", 2024], ["Mã đơn vị", "settled", "received", "pending"]]
    write_workbook(tmp_path / "a.xlsx", {"Bảng": [*head, ["SKHCN"]]})
    write_workbook(
        tmp_path / "b.xlsx", {"Bảng": [["Kỳ báo cáo", 2024], ["Mã đơn vị", "received"], ["SKHCN", 7]]}
    )
    intake = take_in_small(tmp_path, items=["settled", "received", "pending"])
    (found,) = (one for one in intake.findings if one.code == "value-missing")
    assert (found.item, found.other_items) == ("settled", ("pending",))
    assert "để trống: 2 số liệu phải báo cáo" in found.message(Language.VI)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("lần thứ hai", 2), ("LẦN 3", 3), ("Lần thứ 04", 4), ("hai", 2), ("II", 2), ("x", 10), (2, 2),
        ("1.0", 1), ("thứ nhất", 1), ("Bổ sung lần 2", 2), ("báo cáo đính chính lần thứ tư", 4),
        ("cuối", None), ("2/2024", None), ("?", None), ("-1", None), (True, None), (2.5, None), ("", None),
    ],
)  # fmt: skip
def test_the_number_of_a_correction(text: str | float, number: int | None) -> None:
    assert ordinal_in(Cell(text)) == number


@settings(deadline=None)
@given(st.text() | st.integers() | st.floats() | st.booleans() | st.dates())
def test_any_number_of_a_correction_may_be_asked(value: Any) -> None:
    number = ordinal_in(Cell(value))
    assert number is None or 0 <= number <= 9999


def test_a_misspelt_label_is_pointed_at_and_its_value_is_not_used(tmp_path: Path) -> None:
    sheets = {
        "Thông tin": [["Mã đơn vị", "SNV"], ["Ky bao cao:", "Năm 2024"], ["Loai bao cao", "Đính chính"]],
        "Số liệu": FIGURES,
    }
    found = findings(tmp_path, sheets)
    assert "Ô A2 ghi “Ky bao cao”: có phải là “Kỳ báo cáo”?" in said(found, "period-missing")
    assert "“Loại báo cáo”" in said(found, "value-ambiguous")
    assert [one.place.cell for one in found if one.place] == ["A2", "A3"]


def test_other_labels_are_never_taken_for_misspelt_ones(tmp_path: Path) -> None:
    sheets = {
        "Thông tin": [
            ["Tên đơn vị", "Sở Nội vụ"],
            ["Kỳ trước", 2023],
            ["Mã đơn vị", "SNV"],
            ["Ghi chú", "Lan"],
        ],
        "Số liệu": FIGURES,
    }
    (found,) = (one for one in findings(tmp_path, sheets) if one.code != "item-missing")
    assert (found.code, found.place and found.place.cell) == ("period-missing", None)
    assert "có phải" not in found.message(Language.VI)


@pytest.mark.parametrize(
    ("code", "period", "said"),
    [
        (
            "28255",
            "2025-Q1",
            "hoạt động đến hết 31/10/2024. Kỳ này dùng: Phường 1, Thành phố Mỹ Tho (28261).",
        ),
        ("821", "2026", "hoạt động đến hết 30/06/2025. Danh mục đơn vị không nêu đơn vị nào tiếp nhận."),
    ],
)
def test_who_had_ended_is_told_whose_code_to_use(code: str, period: str, said: str) -> None:
    reader = clerk()
    assert reader.agency(Cell(code), PLACE, Period.parse(period)) is None
    (found,) = reader.gathering.findings
    assert found.code == "agency-not-active"
    assert found.message(Language.VI).endswith(said)


def test_a_new_code_before_its_time_is_told_who_it_was_then() -> None:
    day = date(2024, 11, 1)
    old = [_life(code, until=date(2024, 10, 31), successors=("NEW",)) for code in ("A", "B")]
    halves = (_life("NEW", since=day, until=day, successors=("E", "W")), *map(_after, "EW"))
    reader = _clerk_of(*old, *halves)
    for code, period, said in (
        ("NEW", "2023", "In this period it was still: agency A (A); agency B (B)."),
        ("E", "2023", "In this period it was still: agency A (A); agency B (B)."),
        ("A", "2025", "In this period its work is done by: agency E (E); agency W (W)."),
        ("A", "2024-11-01..2024-11-01", "For this period use: agency NEW (NEW)."),
    ):
        assert reader.agency(Cell(code), PLACE, Period.parse(period)) is None
        assert reader.gathering.findings[-1].message(Language.EN).endswith(said)


def _life(
    code: str, since: date | None = None, until: date | None = None, successors: tuple[str, ...] = ()
) -> Agency:
    name = Text(f"đơn vị {code}", f"agency {code}")
    return Agency(
        code, name, "commune", Level.COMMUNE, valid_from=since, valid_until=until, successors=successors
    )


def _after(code: str) -> Agency:
    return _life(code, since=date(2024, 11, 2))


def _clerk_of(*agencies: Agency) -> Clerk:
    return Clerk(Brief(items={}, checks=(), years=YEARS, registry=Registry("agencies.yaml", "", agencies)))
