"""Layouts: those that are shipped, those that users write, and naming one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.intake import Intake
from cchc_cli.intake.layouts.choice import UnknownLayoutError
from cchc_cli.intake.layouts.description import LayoutSource
from cchc_cli.intake.layouts.shipped import load_layout, shipped_files, shipped_layouts
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.strict_yaml import InvalidFileError
from tests.intake.corpus import FOLDER, Report
from tests.intake.programme import take_in_small
from tests.intake.workbooks import Content, write_workbook

PORTAL = """\
id: portal-export
name: {vi: Bảng xuất từ cổng, en: Portal export}
source: Cổng dịch vụ công
sheet: Kết xuất
header_rows: 1
columns:
  - {header: [Đã giải quyết, Số đã giải quyết], item: settled}
  - {header: Tiếp nhận, item: received}
  - {header: Cột lạ, item: no-such-item}
rows:
  skip: [Cộng huyện]
  total: Tổng cộng
agency: {column: Đơn vị}
period: {file_name: "kỳ (\\\\d{4}-Q\\\\d)"}
"""
HEADERS = ["STT", "Đơn vị", "Số đã giải quyết", "Tiếp nhận", "Cột lạ"]
ROWS = [
    ["Kết xuất ngày 01/04/2024"],
    HEADERS,
    [1, "Phường 1, thành phố Mỹ Tho", 3, 4, 5],
    [2, "Xã Tân Phú", 5, 6, 7],
    [None, "Cộng huyện", 8, 10],
    [3, "Phường 1, TP. Mỹ Tho", 1, 1, 1],
    [4, "Phường 99", 1, 1],
    [None, "Tổng cộng", 10, 12, 13],
]


def taken(
    folder: Path,
    rows: Content,
    *changes: tuple[str, str],
    name: str = "xuất kỳ 2024-Q1.xlsx",
    sheets: Mapping[str, Content] | None = None,
    **given: Any,
) -> Intake:
    """A workbook read with the layout above, some of its lines changed."""
    text = PORTAL
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (folder / "layout.yaml").write_text(text, encoding="utf-8")
    path = write_workbook(folder / name, sheets or {"Kết xuất": rows})
    layout = str(folder / "layout.yaml")
    return take_in_small(path, items=["settled", "received"], layout=layout, **given)


def observations(intake: Intake) -> list[str]:
    return [f"{one.agency} {one.item} {one.period} = {one.value}" for one in intake.observations]


def codes(intake: Intake) -> list[str]:
    return [finding.code for finding in intake.findings]


def test_the_shipped_layouts_can_be_listed() -> None:
    assert [layout.id for layout in shipped_layouts()] == ["form-06"]
    assert all(layout.name.vi and layout.name.en and layout.source for layout in shipped_layouts())


def test_the_shipped_layouts_name_items_of_the_packaged_catalogue() -> None:
    known = load_catalogue(packaged_file("targets.yaml")).item_by_code
    for layout in shipped_layouts():
        for column in layout.columns:
            named = [column.item] if column.item else column.sum_of or []
            assert known.keys() >= set(named)


@pytest.mark.parametrize(
    "path", [*shipped_files(), *(FOLDER / "layouts").glob("*.yaml")], ids=lambda path: path.stem
)
def test_the_schema_accepts_what_is_read(path: Path) -> None:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    Draft202012Validator(LayoutSource.model_json_schema()).validate(document)


def test_a_layout_of_the_user_reads_a_row_for_each_agency(tmp_path: Path) -> None:
    intake = taken(tmp_path, ROWS)
    assert Report(intake).as_expected() == {
        "layout": "portal-export",
        "observations": [
            "00412 settled 2024-Q1 = 5 @ Kết xuất!C4",
            "00412 received 2024-Q1 = 6 @ Kết xuất!D4",
        ],
        "unusable": ["28249 received 2024-Q1", "28249 settled 2024-Q1"],
        "findings": [
            "extra-column @ Kết xuất!E2",
            "conflicting-observation settled @ Kết xuất!C6",
            "conflicting-observation received @ Kết xuất!D6",
            "agency-unknown @ Kết xuất!B7",
        ],
    }


def test_rows_of_one_agency_are_added_where_the_layout_says_so(tmp_path: Path) -> None:
    intake = taken(tmp_path, ROWS, ("rows:\n", "rows:\n  add: true\n"))
    assert observations(intake) == [
        "28249 settled 2024-Q1 = 4",
        "28249 received 2024-Q1 = 5",
        "00412 settled 2024-Q1 = 5",
        "00412 received 2024-Q1 = 6",
    ]
    assert codes(intake) == ["extra-column", "agency-unknown"]


def test_the_total_of_many_agencies_is_checked_with_all_their_rows(tmp_path: Path) -> None:
    rows = [*ROWS[:-1], [None, "Tổng cộng", 11, 12, 13]]
    intake = taken(tmp_path, rows, ("rows:\n", "rows:\n  add: true\n"))
    (finding,) = (each for each in intake.findings if each.code == "sum-mismatch")
    assert (finding.place and finding.place.cell, finding.agency) == ("C8", None)
    assert "là 11, nhưng tổng các dòng là 10" in finding.message(Language.VI)


def test_a_named_layout_is_the_only_one_looked_for(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"Bảng": [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], ["SNV", 1]]}
    )
    assert len(take_in_small(path, items=["settled"], layout="matrix").observations) == 1
    for other in ("form", "form-06"):
        intake = take_in_small(path, items=["settled"], layout=other)
        assert codes(intake) == ["header-missing"]
        assert intake.observations == ()


def test_a_layout_in_a_file_is_read_beside_all_others(tmp_path: Path) -> None:
    matrix = [["Kỳ báo cáo:", "2024-Q2"], ["Mã đơn vị", "settled"], ["SNV", 1]]
    intake = taken(tmp_path, [], sheets={"Kết xuất": [*ROWS[:2], ROWS[3]], "Bảng": matrix})
    assert observations(intake) == [
        "00412 settled 2024-Q1 = 5",
        "00412 received 2024-Q1 = 6",
        "SNV settled 2024-Q2 = 1",
    ]


def test_a_sheet_that_a_layout_names_and_that_is_not_there_is_said(tmp_path: Path) -> None:
    intake = taken(tmp_path, [], sheets={"Ket xuat": ROWS})
    (finding,) = intake.findings
    assert finding.code == "sheet-missing"
    assert finding.message(Language.VI).endswith("tệp có: “Ket xuat”. Có phải là “Ket xuat”?")
    assert observations(taken(tmp_path, [], ("sheet: Kết xuất", "sheet: K* xu*t"), sheets={"Ket xuat": ROWS}))


def test_a_layout_that_is_not_there_is_answered_by_the_nearest(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", {"A": []})
    with pytest.raises(UnknownLayoutError) as error:
        take_in_small(tmp_path, layout="form-6")
    assert "“form-06”?" in error.value.text.vi
    assert "matrix" in error.value.text.en


def test_what_is_given_for_a_file_never_replaces_what_its_rows_say(tmp_path: Path) -> None:
    intake = taken(tmp_path, ROWS, as_agency="SNV", as_period=Period.parse("2023"))
    assert {one.agency for one in intake.observations} == {"00412"}
    assert {str(one.period) for one in intake.observations} == {"2024-Q1"}
    assert "agency-unknown" in codes(intake)
    assert intake.submissions[0].submitter == "SNV"
    assert intake.submissions[0].period is None


def test_what_is_given_for_a_file_stands_in_where_it_is_silent(tmp_path: Path) -> None:
    rows = [HEADERS[:4], [1, None, 5, 6]]
    silent = (("agency: {column: Đơn vị}\n", ""), ('period: {file_name: "kỳ (\\\\d{4}-Q\\\\d)"}\n', ""))
    given: dict[str, Any] = {"as_agency": "Sở Nội vụ", "as_period": Period.parse("2023")}
    assert observations(taken(tmp_path, rows, *silent, **given)) == [
        "SNV settled 2023 = 5",
        "SNV received 2023 = 6",
    ]
    assert "period-missing" in codes(taken(tmp_path, rows, *silent, as_agency="SNV"))
    assert "agency-missing" in codes(taken(tmp_path, rows, *silent, as_period=Period.parse("2023")))


def test_a_period_column_may_be_blank_or_absent_where_the_period_is_given(tmp_path: Path) -> None:
    in_column = ('{file_name: "kỳ (\\\\d{4}-Q\\\\d)"}', "{column: Kỳ}")
    rows: list[Any] = [[*HEADERS, "Kỳ"], [1, "SNV", 5, 6, None, "2022"], [2, "SKHCN", 7, 8]]
    given = Period.parse("2023")
    assert [str(one.period) for one in taken(tmp_path, rows, in_column, as_period=given).observations] == [
        "2022",
        "2022",
        "2023",
        "2023",
    ]
    without = [row[:5] for row in rows]
    assert len(taken(tmp_path, without, in_column, as_period=given).observations) == 4
    silent = taken(tmp_path, without, in_column)
    assert silent.observations == ()
    assert codes(silent) == ["column-missing", "extra-column"]


def test_rows_are_nobody_s_where_the_column_of_the_agency_is_gone(tmp_path: Path) -> None:
    rows = [["STT", "Tên", *HEADERS[2:4]], [1, "SNV", 5, 6], [2, "SKHCN", 7, 8]]
    intake = taken(tmp_path, rows, as_agency="VPUBND")
    assert intake.observations == ()
    assert codes(intake) == ["column-missing", "column-missing"]
    assert [finding.facts["column"] for finding in intake.findings] == ["Cột lạ", "Đơn vị"]


def test_one_header_over_two_columns_is_no_choice_between_them(tmp_path: Path) -> None:
    rows = [
        ["Đơn vị", "Tiếp nhận", "Đã giải quyết", "Số đã giải quyết"],
        ["SNV", 5, 3, 4],
        ["SKHCN", 2, 2, 2],
    ]
    intake = taken(tmp_path, rows)
    assert observations(intake) == [
        "SNV received 2024-Q1 = 5",
        "SKHCN received 2024-Q1 = 2",
        "SKHCN settled 2024-Q1 = 2",
    ]
    assert [code for code in codes(intake) if code != "column-missing"] == [
        "conflicting-observation",
        "duplicate-observation",
    ]


def test_scores_and_answers_of_several_rows_are_never_added(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx",
        {"A": [["Đơn vị:", "SNV"], ["Kỳ:", 2024], ["Chỉ số", "Kế hoạch"], [80, "có"], [90, "có"]]},
    )
    layout = tmp_path / "layout.yaml"
    layout.write_text(
        """\
id: scores
name: {vi: Điểm, en: Scores}
source: phần mềm
header_rows: 1
columns: [{header: Chỉ số, item: reform-index}, {header: Kế hoạch, item: plan-issued}]
agency: {words: Đơn vị}
period: {words: Kỳ}
""",
        encoding="utf-8",
    )
    intake = take_in_small(path, items=["reform-index", "plan-issued"], layout=str(layout))
    assert observations(intake) == ["SNV plan-issued 2024 = 1"]
    assert codes(intake) == ["conflicting-observation", "duplicate-observation"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("header_rows: 1", "header_row: 1", "header_rows"),
        ("header_rows: 1", "header_rows: 0", "header_rows"),
        ("{column: Đơn vị}", "{column: Đơn vị, cell: B2}", "agency"),
        ("{column: Đơn vị}", "{separator: false}", "agency"),
        ("item: settled}", "item: settled, sum_of: [received]}", "item"),
        ("{header: Tiếp nhận, item: received}", "{header: Tiếp nhận}", "item"),
        ("{header: Tiếp nhận, item", "{header: Tiếp nhận, letter: C, item", "letter"),
        ("(\\\\d{4}-Q\\\\d)", "(\\\\d{4}", "biểu thức chính quy"),
        ("(\\\\d{4}-Q\\\\d)", "\\\\d{4}", "dấu ngoặc tròn"),
        ("agency:", "submitter: {column: Đơn vị}\nagency:", "submitter"),
        ("agency: {column: Đơn vị}", "agency: {separator: true}\nparent: {separator: true}", "separator"),
        ("rows:\n", "rows:\n  first: 3\n", "first"),
    ],
)
def test_an_invalid_layout_says_where(tmp_path: Path, before: str, after: str, words: str) -> None:
    assert before in PORTAL
    path = tmp_path / "layout.yaml"
    path.write_text(PORTAL.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InvalidFileError) as error:
        load_layout(path)
    assert words in " ".join(problem.text.vi for problem in error.value.problems)


def test_the_schema_of_layouts_says_what_each_key_is() -> None:
    schema = LayoutSource.model_json_schema()
    for model in (schema, *(schema["$defs"][name] for name in ("ColumnSource", "RowsSource", "WhereSource"))):
        assert all("description" in described for described in model["properties"].values())
