"""How the sheet `Số liệu` looks around its rows: head, colours that follow what is typed, and the page."""

from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.form.content import FormContent
from cchc_cli.outgoing.form.item_wording import period_days, period_words
from cchc_cli.outgoing.form.letterhead import (
    SIGNING_ROWS,
    TITLE,
    Columns,
    merge,
    write_footer,
    write_letterhead,
    write_signatures,
)
from cchc_cli.outgoing.form.live_checks import AGREES, DIFFERS, WRONG
from cchc_cli.outgoing.protection import protect

WIDTHS: Final = {
    form_words.ROW_NUMBER: 4.7,
    form_words.CONTENT: 61.0,
    form_words.UNIT: 11.5,
    form_words.VALUE: 12.0,
    form_words.LAST_PERIOD: 10.0,
    form_words.CHECK: 15.5,
    form_words.EXPLANATION: 16.0,
    form_words.EVIDENCE: 11.0,
    form_words.ITEM_CODE: 13.0,
}
"""The widths of the columns, in characters."""
_LAST = len(form_words.COLUMNS) - 1
_WHOLE: Columns = (0, _LAST)
_LEFT: Columns = (0, 1)
_RIGHT: Columns = (form_words.COLUMNS.index(form_words.LAST_PERIOD), _LAST)
_SIGNED_RIGHT: Columns = (form_words.COLUMNS.index(form_words.CHECK), _LAST)
_TITLE_ROW, _PERIOD_ROW, _DAYS_ROW, _RULE_ROW, _LEGEND_ROW, _HEADER_ROW = range(3, 9)
_HEIGHTS = {2: 8, _TITLE_ROW: 22, _RULE_ROW: 18, _LEGEND_ROW: 14, _HEADER_ROW: 32}
_HEAD_HEIGHT = 155
_USUAL_HEIGHT = 15
FIRST_ROW: Final = _HEADER_ROW + 1
"""The row under the header, counted from 0."""
_LEGEND = (
    "Nền vàng: chưa điền. Nền xanh nhạt: điền khi cần. Chọn một ô để xem hướng dẫn và căn cứ. "
    f"Cột {form_words.CHECK}: “{WRONG}” phải sửa; “{DIFFERS}” phải sửa, hoặc giải trình."
)

_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.4, "bottom": 0.5}
"""In inches."""
_PAGE_HEIGHT = (11.69 - 0.9) * 72
"""Of an upright A4 page between its margins, in points."""
_SMALLEST = 0.56
"""Letters of a sheet made smaller than this are no longer read with ease."""


def write_head(book: Book, sheet: Worksheet, content: FormContent) -> None:
    """The columns, the letterhead, title, period and rule, down to the header row."""
    for column, name in enumerate(form_words.COLUMNS):
        sheet.set_column(column, column, WIDTHS[name])
    for row, height in _HEIGHTS.items():
        sheet.set_row(row, height)
    write_letterhead(book, sheet, content, _LEFT, _RIGHT)
    centred = book.format(align="center")
    italic = book.format(align="center", italic=True)
    merge(sheet, _TITLE_ROW, _WHOLE, TITLE, book.format(bold=True, align="center", font_size=look.TITLE_SIZE))
    # In the words of a label: the reader takes the period from here where the first sheet is gone.
    merge(sheet, _PERIOD_ROW, _WHOLE, f"{form_words.PERIOD}: {period_words(content.period)}", centred)
    merge(sheet, _DAYS_ROW, _WHOLE, period_days(content.days), italic)
    merge(sheet, _RULE_ROW, _WHOLE, form_words.RULE, book.format(bold=True, italic=True))
    merge(sheet, _LEGEND_ROW, _WHOLE, _LEGEND, book.format(italic=True, font_size=look.SMALL_SIZE))
    header = book.cell_format(bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING))
    for column, name in enumerate(form_words.COLUMNS):
        write_text(sheet, _HEADER_ROW, column, name, header)


def finish(book: Book, sheet: Worksheet, content: FormContent, last_row: int, height: float) -> None:
    """Colours, signatures, locks and page of a sheet whose rows reach down to `last_row`.

    `height` is that of the rows below the header, in points.
    """
    _colour(book, sheet, last_row)
    write_signatures(book, sheet, last_row + 2, _LEFT, _SIGNED_RIGHT)
    protect(sheet)
    whole = f"A1:{xl_col_to_name(_LAST)}{last_row + 1}"
    sheet.ignore_errors({"formula_differs": whole, "number_stored_as_text": whole})
    sheet.hide_gridlines(2)
    sheet.freeze_panes(FIRST_ROW, 0)
    last_printed = last_row + 1 + SIGNING_ROWS
    sheet.print_area(0, 0, last_printed, _LAST)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_portrait()
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    write_footer(sheet, content)
    total = _HEAD_HEIGHT + height + (1 + SIGNING_ROWS) * _USUAL_HEIGHT
    sheet.fit_to_pages(1, 1 if _PAGE_HEIGHT / total >= _SMALLEST else 0)


def _colour(book: Book, sheet: Worksheet, last_row: int) -> None:
    """What is wrong is red, what must be explained orange, what is filled in white."""
    value, check = (form_words.COLUMNS.index(name) for name in (form_words.VALUE, form_words.CHECK))
    wrong = book.workbook.add_format({"bg_color": colour(look.ERROR), "font_color": colour(look.ALERT)})
    odd = book.workbook.add_format({"bg_color": colour(look.WARNING)})
    right = book.workbook.add_format({"font_color": colour(look.AGREED)})
    for word, chosen in ((WRONG, wrong), (DIFFERS, odd), (AGREES, right)):
        rule = {"type": "text", "criteria": "begins with", "value": word, "format": chosen}
        sheet.conditional_format(FIRST_ROW, check, last_row, check, rule)
    said = f"${xl_col_to_name(check)}{FIRST_ROW + 1}"
    is_wrong = {"type": "formula", "criteria": f'=LEFT({said},{len(WRONG)})="{WRONG}"', "format": wrong}
    sheet.conditional_format(FIRST_ROW, value, last_row, value, is_wrong)
    filled = {"type": "no_blanks", "format": book.workbook.add_format({"bg_color": colour(look.PAPER)})}
    sheet.conditional_format(FIRST_ROW, value, last_row, value, filled)
