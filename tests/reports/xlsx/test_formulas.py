"""Every derived figure is a formula that says what the run says, also after a spreadsheet has computed it."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.wording import status_words
from cchc_cli.reports.xlsx.workbook import xlsx_report
from cchc_cli.run import Status
from tests.libreoffice import saved_by_libreoffice
from tests.reports.xlsx.province import NARROWLY_MISSED, judged
from tests.reports.xlsx.reading import Cell, formulas, opened, rows

PROVINCE = "Toàn tỉnh"


def row_of(workbook: bytes, indicator: str, scope: str = PROVINCE) -> dict[str, Cell]:
    return next(
        row
        for row in rows(workbook, "Kết quả")
        if (row["Mã chỉ tiêu"].value, row["Phạm vi"].value) == (indicator, scope)
    )


def test_results_beside_the_formulas_are_those_of_the_run(workbook: bytes, dossier: Dossier) -> None:
    found = rows(workbook, "Kết quả")
    assert len(found) == len(dossier.run.verdicts)
    for row, verdict in zip(found, dossier.run.verdicts, strict=True):
        for head, figure in (
            ("Tử số", verdict.numerator),
            ("Mẫu số", verdict.denominator),
            ("Kết quả", verdict.value),
            ("Chênh lệch (điểm)", verdict.gap),
            ("Còn thiếu", verdict.shortfall),
            ("Đã báo cáo", verdict.coverage.reporting),
            ("Phải báo cáo", verdict.coverage.expected),
        ):
            assert row[head].value == figure, (head, verdict.indicator)
        assert row["Đánh giá"].value == status_words(verdict, Language.VI)


def test_a_figure_can_be_followed_to_the_cells_of_the_agencies(workbook: bytes) -> None:
    row = row_of(workbook, "online")
    assert row["Kết quả"].formula == "=100*$H4/$I4"
    span = re.fullmatch(r"=SUM\('Tính chung'!\$H\$(\d+):\$H\$(\d+)\)", row["Tử số"].formula or "")
    assert span is not None
    pooled = rows(workbook, "Tính chung")[int(span[1]) - 4 : int(span[2]) - 3]
    assert [line["Mã đơn vị"].value for line in pooled] == ["SNV", "SYT", "SXD"]
    spot = re.fullmatch(r"='Số liệu'!\$F\$(\d+)", pooled[0]["Tử số"].formula or "")
    assert spot is not None
    figure = rows(workbook, "Số liệu")[int(spot[1]) - 4]
    assert (figure["Mã số liệu"].value, figure["Số liệu"].value) == ("online", 39996)
    assert (figure["Trang"].value, figure["Ô"].value) == ("Số liệu", "C3")


def test_an_agency_that_lacks_a_figure_is_left_out_and_told_why(workbook: bytes) -> None:
    absent = [row for row in rows(workbook, "Tính chung") if row["Mã đơn vị"].value == "SXD"]
    assert absent
    for row in absent:
        assert (row["Tử số"].value, row["Mẫu số"].value) == (None, None)
        assert row["Ghi chú"].value == "Chưa được tính: chưa nộp"


def test_what_is_taken_off_a_numerator_is_taken_off_in_the_formula(workbook: bytes) -> None:
    (line, *_) = [row for row in rows(workbook, "Tính chung") if row["Mã chỉ tiêu"].value == "settled"]
    assert re.fullmatch(r"='Số liệu'!\$F\$\d+-'Số liệu'!\$F\$\d+", line["Tử số"].formula or "")
    assert line["Tử số"].value == 49000


def test_a_verdict_hangs_on_whole_numbers_never_on_a_quotient(workbook: bytes) -> None:
    assert row_of(workbook, "online")["Trạng thái"].formula == '=IF(100*$H4>=$G4*$I4,"Đạt","Không đạt")'
    assert row_of(workbook, "online")["Kết quả"].value == 79.996
    strict = row_of(workbook, "settled")["Trạng thái"]
    assert re.fullmatch(r'=IF\(100\*\$H(\d+)>\$G\1\*\$I\1,"Đạt","Không đạt"\)', strict.formula or "")
    assert strict.value == "Không đạt"
    band = row_of(workbook, "autonomy")["Trạng thái"]
    assert band.value == "Đạt" and "ROUND(10*$G" in (band.formula or "") and "AND(" in (band.formula or "")
    change = row_of(workbook, "payroll")
    assert "100*($I" in (change["Trạng thái"].formula or "") and change["Kết quả"].value == 9.9


def test_an_increase_stays_one_when_its_target_binds_nobody_any_more(tmp_path: Path) -> None:
    """As of a level that has ended: the value is there, and no operator says in which direction it counts."""
    dossier = judged(tmp_path, NARROWLY_MISSED, indicators=["revenue", "payroll"])
    ended = [
        verdict.model_copy(
            update={"status": Status.NOT_APPLICABLE, "operator": None, "bound": None, "next": None}
            | {"gap": None, "shortfall": None}
        )
        for verdict in dossier.run.verdicts
    ]
    run = dossier.run.model_copy(update={"verdicts": ended})
    content = xlsx_report(replace(dossier, run=run), Presentation(Language.VI))
    increase, reduction = row_of(content, "revenue"), row_of(content, "payroll")
    assert increase["Kết quả"].formula == "=100*($H5-$I5)/$I5"
    assert reduction["Kết quả"].formula == "=100*($I4-$H4)/$I4"


def test_a_comparison_that_no_spreadsheet_can_make_is_no_formula(workbook: bytes) -> None:
    """4.499.999.999.999 of 5.000.000.000.000 đồng is missed by one đồng and a quotient of 90,00."""
    row = row_of(workbook, "disbursed", "Sở Nội vụ")
    assert row["Trạng thái"] == Cell(None, "Dưới mức của cấp")
    assert row["Còn thiếu"] == Cell(None, 1)
    assert row["Kết quả"].formula is not None


def test_what_rounding_would_hide_is_shown(dossier: Dossier) -> None:
    sheet = opened(xlsx_report(dossier, Presentation(Language.VI)))["Kết quả"]
    assert sheet["J4"].number_format == '#,##0.000"%"'
    assert sheet["K4"].number_format.startswith("+#,##0.000;")


def test_counts_of_the_summary_are_the_run_s_and_follow_the_verdicts(
    workbook: bytes, dossier: Dossier
) -> None:
    sheet, results = opened(workbook)["Tổng hợp"], opened(workbook, results=True)["Tổng hợp"]
    rows_ = {str(row[0].value): row for row in results.iter_rows()}
    counted = {
        head.value: number.value for head, number in zip(rows_["Lĩnh vực"], rows_["Cộng"], strict=True)
    }
    summary = dossier.run.summary
    assert (counted["Đạt"], counted["Không đạt"]) == (summary.met, summary.missed) == (1, 7)
    assert (counted["Chưa đến hạn"], counted["Tổng số"]) == (summary.not_due, 9)
    live = sheet[f"C{rows_['TTHC'][0].row}"]
    assert str(live.value).startswith("=COUNTIFS('Kết quả'!$B$4:$B$")


def test_libreoffice_computes_what_we_wrote(tmp_path: Path) -> None:
    dossier = judged(tmp_path, NARROWLY_MISSED, by=["agency"], periods=["2023", "2024"])
    content = xlsx_report(dossier, Presentation(Language.VI))
    written = formulas(content)
    assert len(written) > 80
    bare = tmp_path / "báo cáo.xlsx"
    bare.write_bytes(without_results(content))
    (again,) = saved_by_libreoffice([bare], tmp_path / "saved")
    computed = formulas(again.read_bytes())
    assert computed.keys() == written.keys()
    differing = {
        place: (cell.formula, cell.value, computed[place].value)
        for place, cell in written.items()
        if not is_alike(cell.value, computed[place].value)
    }
    assert differing == {}


def test_shorter_periods_that_make_up_a_year_are_added_cell_by_cell(tmp_path: Path) -> None:
    quarters: dict[tuple[str, str], dict[str, Any]] = {
        ("SYT", f"2024-Q{quarter}"): {"online": 100 + quarter, "received": 200, "late": 0}
        for quarter in (1, 2, 3, 4)
    }
    figures = {**NARROWLY_MISSED, **quarters}
    del figures["SYT", "2024"]
    content = xlsx_report(judged(tmp_path, figures), Presentation(Language.VI))
    line = next(row for row in rows(content, "Tính chung") if row["Mã đơn vị"].value == "SYT")
    assert (line["Tử số"].value, line["Mẫu số"].value) == (410, 800)
    assert (line["Tử số"].formula or "").count("'Số liệu'!$F$") == 4
    own = [row for row in rows(content, "Số liệu") if row["Mã đơn vị"].value == "SYT"]
    periods = [row["Kỳ báo cáo"].value for row in own if row["Mã số liệu"].value == "online"]
    assert periods == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]


def test_a_corrected_number_turns_the_verdict(tmp_path: Path) -> None:
    """What the sheet of figures is for: four dossiers more, and 80 % are reached."""
    content = xlsx_report(judged(tmp_path, NARROWLY_MISSED), Presentation(Language.VI))
    before = row_of(content, "online")
    assert (before["Còn thiếu"].value, before["Đánh giá"].value) == (4, "Không đạt (tạm tính)")
    corrected = tmp_path / "báo cáo.xlsx"
    corrected.write_bytes(without_results(content, ("39996", "40000")))
    (again,) = saved_by_libreoffice([corrected], tmp_path / "saved")
    after = row_of(again.read_bytes(), "online")
    assert (after["Kết quả"].value, after["Còn thiếu"].value) == (80, 0)
    assert after["Đánh giá"].value == "Đạt (tạm tính)"


def is_alike(written: Any, computed: Any) -> bool:
    """Whether two results are the same: words exactly, numbers as far as doubles hold them."""
    if isinstance(written, str) or isinstance(computed, str) or written is None or computed is None:
        return bool(written == computed)
    return bool(abs(written - computed) <= 1e-12 * max(1, abs(written), abs(computed)))


def without_results(content: bytes, correction: tuple[str, str] | None = None) -> bytes:
    """The same workbook with its formulas and none of their results; one number changed where it stands."""
    changed, corrected = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else ""
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", part)
                if correction:
                    before, after = correction
                    part, count = re.subn(
                        rf'(<c(?![^>]* t="s")[^>]*>)<v>{before}</v>', rf"\1<v>{after}</v>", part
                    )
                    corrected += count
            new.writestr(name, part.encode("utf-8"))
    assert corrected == (1 if correction else 0)
    return changed.getvalue()
