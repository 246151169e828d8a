"""What cards say, in which words, and in which numbers a workbook keeps them."""

import io
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import pytest

from cchc_cli.language import Language
from cchc_cli.reports.scorecard.edition import Edition, edition_of
from cchc_cli.reports.scorecard.files import card_files, contents
from cchc_cli.reports.scorecard.formats import CARD_FORMATS
from cchc_cli.reports.scorecard.pages import card_page
from cchc_cli.reports.scorecard.row_view import RowView
from cchc_cli.reports.scorecard.view import CardView, card_view
from tests.engine.province import catalogue, figures
from tests.omission import omit
from tests.scorecards.example import example
from tests.scorecards.province import card, scorecards, share

MISSING_FONTS = "WeasyPrint, or what it draws with, is not installed"


@pytest.fixture(scope="module")
def vi(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(example(tmp_path_factory.mktemp("example")), Language.VI)


@pytest.fixture(scope="module")
def en(vi: Edition) -> Edition:
    return edition_of(vi.scorecards, Language.EN)


def _view(edition: Edition, code: str) -> CardView:
    return card_view(edition, card(edition.scorecards, code))


def _row(edition: Edition, code: str, indicator: str = "measure") -> RowView:
    rows = [row for part in _view(edition, code).parts for area in part.areas for row in area.rows]
    (found,) = [row for row in rows if row.row.verdict.indicator == indicator]
    return found


def test_a_place_among_peers_in_words(vi: Edition, en: Edition) -> None:
    assert _row(vi, "C2").place == ["1/6", "trung vị nhóm 75,00%"]
    assert _row(en, "C2").place == ["1 of 6", "median of the group 75.00%"]
    assert _row(vi, "C2", "to-come").place == [
        "1/6",
        "cùng thứ tự với 5 đơn vị khác",
        "trung vị nhóm 10,00%",
    ]


def test_a_place_that_is_not_given_says_why(vi: Edition, en: Edition) -> None:
    assert _row(vi, "C8").place == ["không so sánh: mẫu số 20, nhỏ hơn 30"]
    assert _row(vi, "C7").place == ["không có số liệu để so sánh"]
    assert _row(vi, "D1").place == ["không có số liệu để so sánh"]
    assert _row(en, "C8").place == ["not compared: the denominator is 20, below 30"]


def test_the_numbers_that_decide_about_places_stand_on_the_card(vi: Edition) -> None:
    page = card_page(vi, _view(vi, "C2")).decode("utf-8")
    assert "mẫu số nhỏ hơn 30" in page
    assert "ít hơn 3 đơn vị so sánh được" in page


def test_a_movement_in_words(vi: Edition, en: Edition) -> None:
    assert _row(vi, "C2").movement == [
        "▲ +40,00 điểm phần trăm",
        "năm trước 50,00%",
        "mục tiêu khác năm trước",
    ]
    assert _row(en, "C6").movement[:2] == ["▼ -30.00 percentage points", "last year 50.00%"]
    assert _row(vi, "C7").movement == ["năm nay chưa có số liệu"]


def test_the_things_to_do_in_words(vi: Edition, en: Edition) -> None:
    first, second = _view(vi, "C1").moves
    assert first.title == "Thêm 20 cái: done"
    assert [gain.words for gain in first.gains] == ["measure: thêm 20 cái thì tới mức ≥ 80% (hiện 60,00%)"]
    assert [gain.words for gain in second.gains] == [
        "to-come: thêm 80 cái thì tới mức ≥ 90% đến 31/12/2030 (hiện 10,00%)"
    ]
    assert _view(en, "C1").moves[0].gains[0].words == "measure: 20 cái more to reach ≥ 80% (now 60.00%)"
    assert _view(vi, "C7").no_moves == "Chưa có số liệu nên chưa tính được."


def test_a_level_names_who_would_be_enough(vi: Edition) -> None:
    """410 of 620 are done, 496 are 80 %: 86 lack. C6 lacks 60, C1 20, C8 11, C3 10: the first three do."""
    view = _view(vi, "level:commune")
    gain = next(gain for move in view.moves for gain in move.gains if gain.words.startswith("measure"))
    assert gain.words == "measure (Cấp xã): thêm 86 cái thì tới mức ≥ 80% (hiện 66,13%)"
    (line,) = gain.helpers
    assert line.startswith("chỉ cần 3 trong 4 đơn vị dưới mức: Đơn vị C6 (60); ")
    assert line.endswith("; Đơn vị C8 (11)")


@pytest.mark.parametrize("code", ["C1", "C2", "C3", "C4", "C5", "C6", "C8", "D1"])
def test_an_agencys_own_rows_never_say_that_a_target_is_met(vi: Edition, code: str) -> None:
    for part in _view(vi, code).parts:
        for area in part.areas:
            assert not any(row.verdict.split(" ")[1] in ("Đạt", "Không") for row in area.rows)


def test_the_table_of_a_first_year_has_no_column_of_last_years(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share())
    first = scorecards(source, figures("2024", done={"D1": 5}, all={"D1": 10}))
    edition = edition_of(first, Language.VI)
    page = card_page(edition, _view(edition, "D1")).decode("utf-8")
    assert "Không có số liệu năm trước." in page
    assert page.count('<th scope="col">') == 4
    assert 'colspan="4"' in page


def test_a_level_begins_with_the_headline_of_its_verdicts(vi: Edition) -> None:
    assert _view(vi, "level:commune").headline[0].startswith("Đã đến hạn: 1 mục tiêu; đạt 0, không đạt 1.")


def test_official_verdicts_stand_in_a_table_of_their_own(vi: Edition) -> None:
    assert [part.title for part in _view(vi, "level:commune").parts] == ["Kết quả chính thức"]
    assert [(part.title, part.is_ranked) for part in _view(vi, "C2").parts] == [
        ("Kết quả của đơn vị, phục vụ điều hành", True)
    ]


def test_every_card_is_named_after_code_and_name_alike_in_both_languages(vi: Edition, en: Edition) -> None:
    stems = [[file.stem for file in card_files(edition.scorecards.cards)] for edition in (vi, en)]
    assert stems[0] == stems[1]
    assert len(set(stems[0])) == len(stems[0])
    assert {"toan-tinh", "cap-xa", "C2-don-vi-c2", "C1-xa-script-alert-1-script-hyperlink-1"} <= set(stems[0])


def test_a_workbook_keeps_figures_as_numbers_and_everything_else_as_text(vi: Edition) -> None:
    content = _written(vi, "C2", "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    (line,) = [line for line in sheet.iter_rows(values_only=True) if line[0] == "measure"]
    assert line[1:4] == (90, 90, 100)
    assert line[6:9] == ("1/6", 75, 40)
    hostile = openpyxl.load_workbook(io.BytesIO(_written(vi, "C1", "xlsx")))
    kinds = {cell.data_type for sheet in hostile for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}


def test_a_pdf_is_two_sheets_at_most_and_the_same_again(vi: Edition) -> None:
    if find_spec("weasyprint") is None or CARD_FORMATS["pdf"].why_not() is not None:
        omit(MISSING_FONTS)
    content = _written(vi, "C2", "pdf")
    assert content == _written(vi, "C2", "pdf")
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") <= 2


def _written(edition: Edition, code: str, format_name: str) -> bytes:
    wanted = card(edition.scorecards, code)
    (file,) = [file for file in card_files(edition.scorecards.cards) if file.card is wanted]
    return contents(edition, file, [format_name])[file.named(format_name)]


def test_a_card_without_any_row_says_so_and_nothing_else(tmp_path: Path, vi: Edition) -> None:
    view = _view(vi, "A")
    assert view.parts == [] or view.no_moves
    assert b"<h1>" in card_page(vi, view)
