"""The first sheet of a workbook that goes back, as an officer reads it."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from cchc_cli import form_words
from cchc_cli.findings.finding import Finding, Place, Severity
from cchc_cli.findings.kinds import KINDS
from cchc_cli.findings.of_comparisons import CONFLICTING_OBSERVATION
from cchc_cli.findings.of_files import FILE_WITHOUT_VALUES
from cchc_cli.findings.of_tables import HIDDEN_CONTENT
from cchc_cli.findings.of_values import VALUE_NEGATIVE
from cchc_cli.language import Text
from cchc_cli.observation import Submission
from cchc_cli.outgoing.marking.error_list import MOST_ENTRIES, Correspondence, ErrorList, for_officers
from cchc_cli.outgoing.marking.marked_workbook import marked_workbook
from cchc_cli.period import Period
from tests.intake.programme import CHECKS, ITEMS, REGISTRY, take_in_small
from tests.intake.workbooks import write_workbook
from tests.outgoing.returning import SHEET, error_list, full_workbook, marked, matrix, opened, rows_of, told

HOSTILE = '=HYPERLINK("http://x")<script>&\x1b[31m\u202e{=1}</r>'
PERIOD = Period.parse("2024")


def facts_of(sheet: Any) -> dict[str, str]:
    """What stands above the table, by its labels."""
    rows = list(sheet.iter_rows(max_row=7, values_only=True))
    pairs = [(row[0], row[2]) for row in rows] + [(row[4], row[5]) for row in rows]
    return {str(label).rstrip(":"): value for label, value in pairs if label and value is not None}


def negative(place: Place, value: str = "-5", **known: Any) -> Finding:
    facts: dict[str, str | Text] = {"name": ITEMS["settled"].name, "value": value}
    return Finding(VALUE_NEGATIVE, place, "SNV", "2024", "settled", value, facts, **known)


def listed(findings: list[Finding], path: str = "a.xlsx", **known: Any) -> ErrorList:
    submission = Submission(path, "", "matrix", ("Bảng",), "SNV")
    letters = Correspondence(ITEMS, REGISTRY, [path, "/nhà/cô A/b.xlsx"], **known)
    return letters.error_list(submission, findings, ["SNV"], [PERIOD], is_used=True)


def alone(said: ErrorList) -> Any:
    """The sheet of a file that could not be opened."""
    return load_workbook(io.BytesIO(marked_workbook(b"", ".xlsx", said).content)).worksheets[0]


def test_it_says_whose_it_is_what_for_and_until_when(tmp_path: Path) -> None:
    path = matrix(tmp_path / "báo cáo.xlsx", ("SNV", "2024", "abc", None, 1))
    contact, day = "Phòng Cải cách hành chính, 0273 000 000", date(2025, 1, 31)
    assert facts_of(opened(marked(path, contact=contact, return_by=day)).worksheets[0]) == {
        "Đơn vị": "Sở Nội vụ (SNV)",
        "Kỳ báo cáo": "Năm 2024",
        "Tệp đã gửi": "báo cáo.xlsx",
        "Lỗi phải sửa": "1",
        "Cần giải trình": "1",
        "Gửi lại chậm nhất ngày": "31/01/2025",
        "Liên hệ": contact,
    }


def test_each_row_says_where_what_and_how(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 3, 1), ("SKHCN", "2024", 1, 2, None))
    sheet = opened(marked(path)).worksheets[0]
    first, last = rows_of(sheet)
    assert first[:4] == (1, "Bảng!C2", "Tên của settled – Sở Nội vụ", "abc")
    assert "cần một số" in first[4]
    assert first[5].startswith("Chỉ nhập số")
    assert last[1] == "Bảng!E3"
    assert first[7].startswith("value-not-a-number|SNV|2024|settled|")
    assert [row[0] for row in sheet.values if str(row[0]).startswith(("Lỗi phải", "Cần giải"))] == [
        "Lỗi phải sửa: 1",
        "Cần giải trình: 1",
    ]
    assert any(row[0] == "Số liệu không nêu dưới đây đã được tiếp nhận." for row in sheet.values)


def test_it_is_printed_on_a4_across_one_page_wide_under_one_header(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 3, 1))
    sheet = opened(marked(path)).worksheets[0]
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == (
        9,
        "landscape",
        1,
        0,
    )
    header = next(row for row in range(1, 20) if sheet.cell(row, 1).value == form_words.ROW_NUMBER)
    assert [cell.value for cell in sheet[header]] == list(form_words.RETURN_COLUMNS)
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.freeze_panes == f"A{header + 1}"
    assert not sheet.cell(header + 2, 7).protection.locked
    assert sheet.protection.sheet


def test_what_is_typed_there_stays_text_whatever_formats_the_workbook_has(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    assert {cell.number_format for row in opened(marked(path))[SHEET].iter_rows() for cell in row} > {"0.0%"}
    sheet = opened(marked(path)).worksheets[0]
    header = next(row for row in range(1, 20) if sheet.cell(row, 1).value == form_words.ROW_NUMBER)
    assert [cell.number_format for cell in sheet[header + 2]] == ["General", *7 * ["@"]]


def test_infos_and_hints_for_analysts_are_left_out(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("XYZ", "2024", "abc", "-", 1), ("SNV", "2024", "-", 1, 1))
    assert {finding.severity for finding in take_in_small(path).findings} == {Severity.ERROR, Severity.INFO}
    (row,) = rows_of(opened(marked(path)).worksheets[0])
    assert row[2].startswith("Không có đơn vị này")
    for kind in KINDS.values():
        if kind.severity is not Severity.INFO:
            said = for_officers(kind.hint.vi)
            assert said
            assert "--" not in said
            assert "cchc" not in said


def test_what_is_about_no_cell_is_listed_and_leads_to_its_sheet() -> None:
    file = Finding(FILE_WITHOUT_VALUES, Place("a.xlsx"))
    hidden = Finding(HIDDEN_CONTENT, Place("a.xlsx", "Bảng"), facts={"what": Text("Trang ẩn", "Hidden")})
    row = negative(Place("a.xlsx", "Bảng", 7))
    assert [entry.where for entry in listed([hidden, file, row]).entries] == [
        "Cả tệp",
        "Trang “Bảng”, dòng 7",
        "Trang “Bảng”",
    ]


def test_long_lists_are_complete_and_the_longest_say_what_they_left_out() -> None:
    many = [negative(Place("a.xlsx", "Bảng", row, 4), str(-row)) for row in range(1, 301)]
    assert [row[3] for row in rows_of(alone(listed(many)))] == [str(-row) for row in range(1, 301)]
    too_many = listed(many * 20)
    assert (len(too_many.entries), too_many.left_out, too_many.errors) == (MOST_ENTRIES, 1000, 6000)
    said = [str(row[0]) for row in alone(too_many).iter_rows(max_row=10, values_only=True)]
    assert any("Còn 1000 nội dung khác" in text for text in said)
    assert not any("đã được tiếp nhận" in text for text in said)


def test_no_row_is_taller_than_excel_takes() -> None:
    sheet = alone(listed([negative(Place("a.xlsx", "Bảng", 1, 4), "dài " * 1_000)], contact="ai " * 1_000))
    heights = [row.height for row in sheet.row_dimensions.values() if row.height]
    assert 400 < max(heights) <= 409


def test_texts_of_files_are_never_formulas_links_or_markup() -> None:
    sheet = alone(listed([negative(Place("a.xlsx", HOSTILE, 3, 4), HOSTILE)], contact=HOSTILE))
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert not any("\u202e" in str(cell.value) or "\x1b" in str(cell.value) for cell in cells)


def test_other_files_are_named_without_their_folders() -> None:
    facts: dict[str, str | Text] = {"name": "Hồ sơ", "agency_name": "Sở Nội vụ", "period_words": "năm 2024"}
    values = "1 (/nhà/cô A/b.xlsx › Bảng!D4); 2 (a.xlsx › Bảng!D4)"
    finding = Finding(
        CONFLICTING_OBSERVATION, Place("a.xlsx", "Bảng", 4, 4), facts={**facts, "values": values}
    )
    for path in ("a.xlsx", "cô A/b.xlsx"):
        (entry,) = listed([finding], path).entries
        assert "1 (b.xlsx › Bảng!D4)" in entry.problem


def test_both_files_hear_of_a_contradiction_and_of_a_rule_between_them(tmp_path: Path) -> None:
    one = matrix(tmp_path / "a.xlsx", ("SNV", "2024", 5, -1, 1))
    other = matrix(tmp_path / "b.xlsx", ("SNV", "2024", 6, 1, 1), ("SKHCN", "2024", 3))
    header = ("Mã đơn vị", "Kỳ báo cáo", "settled-in-time")
    part = write_workbook(tmp_path / "c.xlsx", {"Phần": [header, ("SKHCN", "2024", 4)]})
    intake = take_in_small(one, other, part, checks=CHECKS)
    rows = [
        [(row.key.code, row.where, row.found) for row in error_list(intake, file).entries]
        for file in range(3)
    ]
    contradiction, rule = "conflicting-observation", "part-exceeds-whole"
    assert rows[0] == [(contradiction, f"{SHEET}!C2", ""), ("value-negative", f"{SHEET}!D2", "-1")]
    assert rows[1][:2] == [(contradiction, f"{SHEET}!C2", "6"), (rule, f"{SHEET}!C3", "")]
    assert rows[2] == [(rule, "Phần!C2", "4")]


def test_what_was_explained_stays_on_the_list_apart(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", None, None))
    said = error_list(take_in_small(path))
    intake = take_in_small(path)
    explained = [
        replace(finding, explanation="Chưa chốt sổ") if finding.item == "received" else finding
        for finding in intake.findings
    ]
    again = error_list(replace(intake, findings=tuple(explained)))
    assert (said.errors, said.warnings) == (1, 2)
    assert (again.errors, again.warnings) == (1, 1)
    assert (again.entries[-1].mark.value, again.entries[-1].explanation) == ("Đã giải trình", "Chưa chốt sổ")
    assert told(intake.findings)
