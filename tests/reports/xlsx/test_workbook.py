"""What the workbook holds, how it looks and prints, and that a file's words stay words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.provenance import MARK, provenance_of, read_provenance
from cchc_cli.reports.formats import PAPER_FORMATS
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.xlsx.workbook import xlsx_report
from cchc_cli.run import Run, Verdict
from tests.reports.hostile import hostile_dossier
from tests.reports.test_sinks import hostile_run
from tests.reports.xlsx.province import judged
from tests.reports.xlsx.reading import opened, rows, texts
from tests.zip_parts import part_texts

__all__ = ["hostile_run"]

SHEETS = {
    Language.VI: [
        "Tổng hợp", "Kết quả", "Tính chung", "Số liệu", "Đơn vị", "Theo năm", "Biểu đồ", "Nội dung cần xử lý",
        "Danh mục chỉ tiêu", "Nguồn gốc",
    ],
    Language.EN: [
        "Summary", "Verdicts", "Pooled", "Figures", "Agencies", "Years", "Charts", "Findings", "Targets",
        "Provenance",
    ],
}  # fmt: skip
TABLES = [name for name in SHEETS[Language.VI] if name not in ("Tổng hợp", "Biểu đồ")]


@pytest.mark.parametrize("language", Language)
def test_sheets_are_named_in_the_language(
    example_dossier: Callable[[Language], Dossier], language: Language
) -> None:
    content = PAPER_FORMATS["xlsx"].write(example_dossier(language), Presentation(language))
    book = opened(content)
    assert book.sheetnames == SHEETS[language]
    assert book.active is not None and book.active.title == SHEETS[language][0]


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier, workbook: bytes) -> None:
    assert xlsx_report(dossier, Presentation(Language.VI)) == workbook


@pytest.mark.parametrize("name", TABLES)
def test_headings_stay_in_view_are_filtered_and_repeated_on_paper(workbook: bytes, name: str) -> None:
    sheet = opened(workbook)[name]
    assert re.fullmatch(r"[A-Z]+4", sheet.freeze_panes or "")
    assert (sheet.auto_filter.ref or "").startswith("A3:")
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
    fitted, footer = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
    assert fitted is not None and fitted.fitToPage and int(sheet.page_setup.fitToHeight or 0) == 0
    assert footer is not None and footer.center is not None and footer.center.text == "&P/&N"


def test_sheets_that_formulas_point_at_can_be_filtered_and_not_sorted(workbook: bytes) -> None:
    for name in ("Tính chung", "Số liệu"):
        protection = opened(workbook)[name].protection
        assert protection.sheet and not protection.autoFilter and protection.sort
        assert protection.password is None
    figures = opened(workbook)["Số liệu"]
    assert not figures["F4"].protection.locked and figures["A4"].protection.locked


def test_numbers_have_formats_and_dates_are_dates(workbook: bytes) -> None:
    sheet = opened(workbook)["Kết quả"]
    assert (sheet["H4"].number_format, sheet["G4"].number_format) == ("#,##0", '#,##0"%"')
    assert (sheet["Q4"].is_date, sheet["Q4"].number_format) == (True, "dd/mm/yyyy")


def test_missed_targets_and_waiting_agencies_are_coloured_by_rule(workbook: bytes) -> None:
    sheet = opened(workbook)["Kết quả"]
    rules = [rule.formula[0] for ranged in sheet.conditional_formatting for rule in ranged.rules]
    assert '$AF4="Không đạt"' in rules and "$N4<$O4" in rules


def test_rows_that_do_not_count_say_so(workbook: bytes) -> None:
    kinds = {row["Phạm vi"].value: row["Loại dòng"].value for row in rows(workbook, "Kết quả")}
    assert kinds["Toàn tỉnh"] == "Kết quả chung"
    assert kinds["Sở Nội vụ"] == "Phục vụ điều hành"


def test_each_submitted_cell_stands_there_once(workbook: bytes) -> None:
    places = [(row["Tệp"].value, row["Ô"].value) for row in rows(workbook, "Số liệu")]
    assert len(places) == len(set(places)) == 19


def test_agencies_say_who_has_not_reported(workbook: bytes) -> None:
    states = {row["Mã đơn vị"].value: row["Tình hình báo cáo"].value for row in rows(workbook, "Đơn vị")}
    assert states == {"SNV": "Đã báo cáo", "SYT": "Đã báo cáo", "SXD": "Chưa nộp"}


def test_years_stand_side_by_side_with_their_bounds(workbook: bytes) -> None:
    (row,) = [row for row in rows(workbook, "Theo năm") if row["Chỉ tiêu"].value == "Tỷ lệ hồ sơ trực tuyến"]
    assert (row["Kết quả 2023"].value, row["Kết quả 2024"].value) == (75, 79.996)
    assert (row["Mức phải đạt 2023"].value, row["Mức phải đạt 2024"].value) == (70, 80)
    assert "MATCH" in (row["Kết quả 2024"].formula or "")
    parts = part_texts(workbook)
    assert any("<x14:sparkline>" in part for part in parts.values())
    assert "<c:lineChart>" in "".join(part for name, part in parts.items() if "chart" in name)


def test_the_catalogue_used_has_every_bound_with_its_clause(workbook: bytes) -> None:
    found = [row for row in rows(workbook, "Danh mục chỉ tiêu") if row["Mã chỉ tiêu"].value == "online"]
    assert [row["Mức phải đạt"].value for row in found] == [70, 80]
    assert [row["Đang áp dụng"].value for row in found] == [None, "×"]
    assert found[0]["Trích dẫn"].value == "“tối thiểu 80%”"


def test_it_carries_what_it_was_made_from(workbook: bytes, dossier: Dossier) -> None:
    found = {row["Nội dung"].value: row for row in rows(workbook, "Nguồn gốc")}
    carried = read_provenance(found[MARK]["Giá trị"].value)
    assert carried == provenance_of(dossier.run, "xlsx", with_inputs=False)
    assert found["Báo cáo số liệu 1"]["SHA-256"].value == dossier.run.inputs[0].sha256


def test_no_macro_and_nothing_from_outside(workbook: bytes) -> None:
    parts = part_texts(workbook)
    assert not any("vba" in name.lower() or "externalLink" in name for name in parts)
    assert not any('TargetMode="External"' in part for part in parts.values())


def test_a_name_that_looks_like_a_formula_is_text(workbook: bytes) -> None:
    name = '=HYPERLINK("http://a.example","Sở Y tế")'
    found = [row for row in rows(workbook, "Kết quả") if row["Phạm vi"].value == name]
    assert found and all(row["Phạm vi"].formula is None for row in found)


@pytest.mark.parametrize("language", Language)
def test_whatever_a_file_says_is_seen_and_does_nothing(
    hostile_run: Run,
    make_verdict: Callable[..., Verdict],
    make_dossier: Callable[..., Dossier],
    language: Language,
) -> None:
    dossier = hostile_dossier(hostile_run, make_verdict, make_dossier)
    content = xlsx_report(dossier, Presentation(language))
    assert any("<script>alert(1)</script>" in text for text in texts(content))
    assert not any("\u202e" in part for part in part_texts(content).values())


def test_a_run_without_verdicts_says_so(tmp_path: Path) -> None:
    dossier = judged(tmp_path, {("SNV", "2024"): {}})
    content = xlsx_report(dossier, Presentation(Language.EN))
    assert opened(content).sheetnames == SHEETS[Language.EN]
    none = dossier.run.model_copy(update={"verdicts": []})
    empty = Dossier(none, None, (), {}, None, (), {})
    assert "There are no verdicts to show." in texts(xlsx_report(empty, Presentation(Language.EN)))
