"""The form on paper: A4, one page wide, one page where it fits, rows as high as their words."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.outgoing.row_heights import Wrapped, height_of, lines_of
from tests.outgoing.filling import column_of, rows_of
from tests.outgoing.forms import SOME, form

A4 = 9


def sheets(code: str) -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(form(code))).worksheets)


@pytest.mark.parametrize("code", SOME)
def test_every_sheet_is_printed_on_a4_as_wide_as_the_page(code: str) -> None:
    for sheet in sheets(code):
        assert sheet.page_setup.paperSize == A4
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None and setup.fitToPage
    figures = sheets(code)[1]
    assert figures.page_setup.fitToWidth in (None, 1)
    header = next(row for row in range(1, 20) if figures.cell(row, 1).value == form_words.ROW_NUMBER)
    assert figures.print_title_rows == f"${header}:${header}"
    assert figures.freeze_panes == f"A{header + 1}"
    footer = figures.oddFooter
    assert footer is not None and footer.right is not None
    assert "&P/&N" in (footer.right.text or "")


@pytest.mark.parametrize("code", SOME)
def test_no_sheet_repeats_both_rows_and_columns(code: str) -> None:
    """LibreOffice saves the two under one name twice, and Excel wants to repair such a workbook."""
    for sheet in sheets(code):
        assert not (sheet.print_title_rows and sheet.print_title_cols)
    assert code != "821" or sheets(code)[2].print_title_cols == "$A:$B"


@pytest.mark.parametrize(
    ("code", "pages_tall"), [("28249", 1), ("821", 1), ("CTHUE", 1), ("SNV", 0), ("VPUBND", 0)]
)
def test_what_fits_stands_on_one_page(code: str, pages_tall: int) -> None:
    figures = sheets(code)[1]
    assert (1 if figures.page_setup.fitToHeight is None else figures.page_setup.fitToHeight) == pages_tall


@pytest.mark.parametrize("code", SOME)
def test_rows_are_as_high_as_their_words(code: str) -> None:
    figures = sheets(code)[1]
    column = column_of(form_words.CONTENT)
    width = figures.column_dimensions["B"].width
    for row in rows_of(figures).values():
        name, days = str(figures.cell(row, column).value).split("\n")
        lines = lines_of(Wrapped(name, width)) * 11 + lines_of(Wrapped(days, width)) * 9
        assert figures.row_dimensions[row].height >= 1.25 * lines


def test_longer_words_take_more_lines() -> None:
    word = "nghiệp vụ "
    counts = [lines_of(Wrapped((word * many).strip(), 30)) for many in range(1, 30)]
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-1] > 8
    assert lines_of(Wrapped("x" * 400, 10)) > 20
    assert height_of([Wrapped("một", 30)], [Wrapped(word * 20, 10)]) > height_of([Wrapped("một", 30)])
