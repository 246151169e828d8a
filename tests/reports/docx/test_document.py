"""What the periodic report says, on small figures and on those of the illustrative province."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.shared import Length

from cchc_cli.comparison.comparison import Direction, Pair
from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.provenance import MARK, read_provenance
from cchc_cli.reports.headline import headline
from cchc_cli.reports.outcome import figure_text
from cchc_cli.reports.wording import status_words
from cchc_cli.run import Run, Status, Verdict
from tests.cli.calls import MET, MISSED, write_matrix
from tests.intake.workbooks import write_workbook
from tests.reports.docx.documents import annex, dossier_of, everything, lines, rows, small_dossier, written

EXAMPLE = Path(__file__).parents[3] / "examples" / "data.xlsx"
BEFORE = [("SNV", "2023", 45, 50, 90, 10, 10), ("SYT", "2023", 45, 50, None, None, None)]


@pytest.fixture(scope="module")
def province() -> Dossier:
    """The illustrative province, one year."""
    return dossier_of([EXAMPLE], targets=None, registry=None)


def test_the_heading_block_is_that_of_the_decree_and_leaves_open_what_nobody_knows(tmp_path: Path) -> None:
    document = written(small_dossier(tmp_path, MET))
    block = document.tables[0].rows[0].cells
    assert [line.text for line in block[1].paragraphs if line.text] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "…………, ngày …… tháng …… năm ……",
    ]
    assert "Số: ……/BC-……" in block[0].text
    assert "Kết quả thực hiện các chỉ tiêu cải cách hành chính năm 2024" in lines(document)


def test_the_page_is_a4_with_the_margins_of_the_decree(tmp_path: Path) -> None:
    upright, across = written(small_dossier(tmp_path, MET)).sections
    assert _millimetres(upright.page_width, upright.page_height) == [210, 297]
    assert _millimetres(upright.top_margin, upright.bottom_margin) == [20, 20]
    assert _millimetres(upright.left_margin, upright.right_margin) == [30, 20]
    assert _millimetres(across.page_width, across.page_height) == [297, 210]


def _millimetres(*lengths: Length | None) -> list[int]:
    return [round(length.mm) for length in lengths if length is not None]


@pytest.mark.parametrize("language", Language)
def test_no_digit_differs_from_the_other_reports(province: Dossier, language: Language) -> None:
    document = written(province, language)
    said = lines(document)
    for line in headline(province.run, language):
        assert line in said
    cells = [" ".join(row) for row in rows(annex(document))]
    for verdict in province.run.verdicts:
        figure = figure_text(province.run, verdict, language)
        found = [row for row in cells if verdict.name.in_language(language) in row and figure in row]
        assert any(status_words(verdict, language) in row for row in found), verdict.indicator


def test_a_missed_target_names_what_is_missing_who_answers_and_who_holds_it_back(province: Dossier) -> None:
    said = [line for line in lines(written(province)) if re.match(r"\d+\. .*mức phải đạt", line)]
    missed = [verdict for verdict in province.run.verdicts if verdict.status.value == "missed"]
    assert len([each for each in missed if each.operator != "done"]) == len(said)
    digitised = next(line for line in said if "số hóa kết quả" in line and "Cấp xã" in line)
    assert "mức phải đạt: ≥ 75%" in digitised
    assert "thiếu 6" in digitised
    assert "Cơ quan chủ trì: Văn phòng Ủy ban nhân dân tỉnh." in digitised
    assert re.search(r"Đơn vị làm giảm kết quả chung: .*%\).* đơn vị khác\.", digitised)


def test_the_areas_stand_in_the_order_of_the_catalogue(province: Dossier) -> None:
    said = lines(written(province))
    areas = [text.in_language(Language.VI) for text in province.run.glossary.areas.values()]
    assert [said.index(f"{number}. {area}") for number, area in enumerate(areas, 1)] == sorted(
        said.index(f"{number}. {area}") for number, area in enumerate(areas, 1)
    )


def test_the_annex_cites_as_an_auditor_does_and_says_what_is_divided_by_what(province: Dossier) -> None:
    found = next(
        row for row in rows(annex(written(province))) if "thủ tục hành chính được kiểm soát" in row[1]
    )
    assert found[2] == "Mục tiêu, khoản 2 điểm b, gạch đầu dòng 1"
    assert re.search(r": 1\.\d{3} thủ tục$", found[4])
    assert re.search(r": 1\.\d{3} thủ tục$", found[5])
    assert re.fullmatch(r"data\.xlsx › Số liệu!\w+, \w+", found[10])


def test_the_annex_counts_the_agencies_of_a_pooled_figure(province: Dossier) -> None:
    found = next(row for row in rows(annex(written(province))) if "giao dịch thanh toán trực tuyến" in row[1])
    assert re.fullmatch(r"\d+ đơn vị", found[10])
    assert "đơn vị" in found[11]


def test_the_header_of_the_annex_repeats_and_no_row_is_split(province: Dossier) -> None:
    table = annex(written(province))
    assert not re.search(r"<w:gridSpan[^>]*/>\s*<w:tcW", table._tbl.xml)
    assert "tblHeader" in table.rows[0]._tr.xml
    assert all("cantSplit" in row._tr.xml for row in table.rows)


def test_the_period_before_is_held_against_this_one(tmp_path: Path) -> None:
    said = lines(written(small_dossier(tmp_path, [*BEFORE, *MISSED], periods=["2024"])))
    assert any(line.startswith("So với năm 2023, đổi kết quả: ") for line in said)


def test_without_an_earlier_period_it_says_so(tmp_path: Path) -> None:
    said = lines(written(small_dossier(tmp_path, MET)))
    assert "Không có số liệu của kỳ trước để so sánh." in said
    assert "Không có mục tiêu nào." in said


def test_of_several_periods_the_text_speaks_of_the_newest_and_the_annex_has_all(tmp_path: Path) -> None:
    document = written(small_dossier(tmp_path, [*BEFORE, *MISSED], periods=["2023", "2024"]))
    assert "Phần thuyết minh nói về năm 2024; Phụ lục nêu cả năm 2023." in lines(document)
    online = [row for row in rows(annex(document)) if "Tỷ lệ hồ sơ trực tuyến" in row[1]]
    assert [row[0] for row in online] == ["1.1", "1.2"]
    assert ["năm 2023" in online[0][1], "năm 2024" in online[1][1]] == [True, True]


def test_a_report_without_verdicts_says_so(tmp_path: Path) -> None:
    dossier = small_dossier(tmp_path, MET, statuses=["inconclusive"])
    document = written(dossier)
    assert not dossier.run.verdicts
    assert any(line.startswith("Không có kết quả đánh giá nào") for line in lines(document))
    assert any("kết quả: Chưa kết luận được" in line for line in lines(document))


def test_the_rows_of_single_agencies_are_left_to_other_reports(tmp_path: Path) -> None:
    document = written(small_dossier(tmp_path, MET, by=["agency"]))
    assert "Không nêu trong phụ lục: 2 dòng của từng đơn vị (phục vụ điều hành)." in lines(document)
    assert not [row for row in rows(annex(document)) if "Sở Y tế" in row[1]]


def test_one_agency_alone_is_told_in_the_words_of_steering(tmp_path: Path) -> None:
    document = written(small_dossier(tmp_path, MISSED, agencies=["SNV"]))
    assert "dưới mức của cấp 1" in everything(document)
    assert "Sở Nội vụ: số liệu của riêng một đơn vị báo cáo" in everything(document)
    (found,) = [row for row in rows(annex(document)) if "trực tuyến" in row[1]]
    assert found[8].startswith("Dưới mức của cấp")
    assert found[10] == "data.xlsx › Số liệu!C2, D2"


def test_who_is_missing_stands_in_the_annex(tmp_path: Path) -> None:
    said = lines(written(small_dossier(tmp_path, MET[:1])))
    assert "Năm 2024: 1/2 đơn vị phải báo cáo đã báo cáo số liệu; chưa báo cáo 1." in said
    assert "Chưa báo cáo: Sở Y tế." in said


def test_the_line_for_verify_and_the_hashes_are_those_of_the_run(province: Dossier) -> None:
    said = lines(written(province))
    (carried,) = [line for line in said if line.startswith(f"{MARK}: ")]
    provenance = read_provenance(carried.removeprefix(f"{MARK}: "))
    assert provenance is not None
    assert (provenance.format, provenance.inputs) == ("docx", None)
    assert any(line.endswith(provenance.inputs_sha256) for line in said)
    assert any(line.endswith(province.run.catalogue_sha256) for line in said)


def test_english_has_no_vietnamese_words_of_ours(tmp_path: Path) -> None:
    text = everything(written(small_dossier(tmp_path, MISSED), Language.EN))
    assert "SOCIALIST REPUBLIC OF VIET NAM" in text
    assert "Missed" in text
    for word in ("Không đạt", "đơn vị", "Phạm vi", "Căn cứ", "năm 2024"):
        assert word not in text


def _form(
    agency: str, figures: list[tuple[str, int]], period: str = "2024", **said: str
) -> dict[str, list[tuple[object, ...]]]:
    """A form of the small programme; `said` are further rows of its first sheet."""
    information = [("Mã đơn vị", agency), ("Kỳ báo cáo", period), *said.items()]
    head = ("Nội dung báo cáo", "Số liệu kỳ báo cáo", "Mã số liệu")
    return {
        "Thông tin": [*information],
        "Số liệu": [head, *((code, value, code) for code, value in figures)],
    }


def test_a_corrected_figure_stands_with_the_one_before_and_the_letter(tmp_path: Path) -> None:
    data = write_matrix(tmp_path / "data.xlsx", MISSED)
    letter = {"Loại báo cáo": "Đính chính", "Lần": "1", "Số, ký hiệu văn bản": "9/BC-SNV"}
    write_workbook(tmp_path / "b.xlsx", _form("SNV", [("online", 44)], **letter))
    document = written(dossier_of([data, tmp_path / "b.xlsx"]))
    (table,) = [table for table in document.tables if table.rows[0].cells[0].text == "Đơn vị báo cáo"]
    assert rows(table)[1:] == [
        [
            "Sở Nội vụ",
            "Hồ sơ trực tuyến, năm 2024",
            "39",
            "44",
            "Đính chính lần 1, văn bản 9/BC-SNV\nb.xlsx › Số liệu!B2",
        ]
    ]


def test_a_corrected_quarter_is_listed_once_also_beside_the_rows_of_agencies(tmp_path: Path) -> None:
    """Those rows hold the same cells without their quarter and letter."""
    quarters = [("SYT", f"2024-Q{n}", 40, 50, None, None, None) for n in (1, 2, 3, 4)]
    write_matrix(tmp_path / "data.xlsx", quarters)
    letter = {"Loại báo cáo": "Đính chính", "Số, ký hiệu văn bản": "9/BC"}
    write_workbook(tmp_path / "b.xlsx", _form("SYT", [("online", 44)], "2024-Q2", **letter))
    document = written(dossier_of([tmp_path], periods=["2024"], by=["agency"]))
    (table,) = [table for table in document.tables if table.rows[0].cells[0].text == "Đơn vị báo cáo"]
    (only,) = rows(table)[1:]
    assert only[1:4] == ["Hồ sơ trực tuyến, quý II/2024", "40", "44"]


def test_a_supplement_that_was_not_used_is_no_correction(tmp_path: Path) -> None:
    """It fills blanks only: the figure that was there stays, and was never replaced."""
    data = write_matrix(tmp_path / "data.xlsx", MISSED)
    letter = {"Loại báo cáo": "Bổ sung", "Lần": "1"}
    write_workbook(tmp_path / "b.xlsx", _form("SNV", [("online", 1)], **letter))
    dossier = dossier_of([data, tmp_path / "b.xlsx"])
    heads = [table.rows[0].cells[0].text for table in written(dossier).tables]
    assert "Đơn vị báo cáo" not in heads


def test_who_came_after_the_cut_off_is_late_and_not_missing(tmp_path: Path) -> None:
    for agency, day in (("SNV", "10/01/2025"), ("SYT", "31/01/2025")):
        figures = [("online", 45), ("received", 50)]
        write_workbook(tmp_path / f"{agency}.xlsx", _form(agency, figures, **{"Ngày văn bản": day}))
    said = lines(written(dossier_of(sorted(tmp_path.glob("*.xlsx")), cutoff="2025-01-20")))
    assert "Nộp chậm: Sở Y tế (văn bản ngày 31/01/2025)." in said
    assert any("nộp sau thời điểm chốt số liệu 1" in line for line in said)
    assert not any(line.startswith("Chưa báo cáo") for line in said)


def test_many_changes_are_named_in_part_and_counted_whole(
    make_verdict: Callable[..., Verdict], make_run: Callable[..., Run]
) -> None:
    after = [make_verdict(indicator=f"indicator-{number}", status="missed") for number in range(10)]
    before = [verdict.model_copy(update={"status": Status.NOT_DUE}) for verdict in after]
    changes = tuple(
        Pair(old, new, flip=Direction.DUE, difference=None, counted=None, new_target=True)
        for old, new in zip(before, after, strict=True)
    )
    dossier = Dossier(make_run(after), after[0].period, (), {}, "2023", changes, {})
    changed = [line for line in lines(written(dossier)) if line.startswith("- Đã đến hạn: ")]
    assert len(changed) == 9
    assert changed[-1] == "- Đã đến hạn: còn 2 kết quả nữa, xem Phụ lục."


def test_workbooks_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for year, matrix in (("2023", BEFORE), ("2024", MISSED)):
        (tmp_path / year).mkdir()
        write_matrix(tmp_path / year / "data.xlsx", matrix)
    found = rows(annex(written(dossier_of([tmp_path], periods=["2024"]))))
    assert next(row for row in found if "hài lòng" in row[1])[10] == "2024/data.xlsx › Số liệu!E2"
