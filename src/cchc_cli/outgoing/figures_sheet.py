"""The sheet `Số liệu` of a form: a row for each item, by area, which checks itself while it is filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.language import Language
from cchc_cli.observation import a1
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.entry_rules import entry_rule
from cchc_cli.outgoing.form_content import FormContent, Section
from cchc_cli.outgoing.item_wording import days_asked, help_lines, period_line, unit_asked
from cchc_cli.outgoing.live_checks import AGREES, DIFFERS, EXCEEDS, live_checks
from cchc_cli.outgoing.number_formats import NUMBER_FORMATS, write_number
from cchc_cli.outgoing.protection import protect
from cchc_cli.outgoing.row_heights import height_of

_WIDTHS = {
    form_words.ROW_NUMBER: 5.0,
    form_words.CONTENT: 52.0,
    form_words.UNIT: 10.0,
    form_words.VALUE: 13.0,
    form_words.LAST_PERIOD: 11.0,
    form_words.CHECK: 14.0,
    form_words.EXPLANATION: 22.0,
    form_words.EVIDENCE: 15.0,
    form_words.ITEM_CODE: 9.0,
}
_COLUMN = {name: number for number, name in enumerate(form_words.COLUMNS)}
_LAST = len(form_words.COLUMNS) - 1
_HEADER_ROW = 7
_NATIONAL = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_TICK_HELP = (
    "Đánh x nếu cả lĩnh vực này không phát sinh gì trong kỳ: các ô phát sinh để trống được hiểu là 0. "
    "Số liệu có đến cuối kỳ vẫn phải điền."
)
_LEGEND = "Ô nền vàng: nhập số liệu; chọn ô để xem hướng dẫn và căn cứ. Cột Kiểm tra tự tính."


@dataclass(frozen=True, slots=True)
class _Line:
    """A row below the header: the heading of an area, its tick, or an item with its number."""

    row: int
    section: Section
    item: Item | None = None
    number: int = 0
    is_tick: bool = False

    @property
    def height(self) -> float:
        """In points; below the name of an item stand the days it is asked for."""
        if self.item is None:
            return height_of([(self.section.area.vi, _WIDTHS[form_words.CONTENT])])
        unit = (unit_asked(self.item), _WIDTHS[form_words.UNIT])
        return height_of([(self.item.name.vi, _WIDTHS[form_words.CONTENT]), unit]) + _SMALL_LINE


def write_figures(book: Book, content: FormContent, title: str) -> None:
    """Adds the sheet to a book."""
    sheet = book.sheet(form_words.FIGURES_SHEET)
    for name, column in _COLUMN.items():
        sheet.set_column(column, column, _WIDTHS[name])
    _write_head(book, sheet, content, title)
    lines = list(_lines(content))
    _write_lines(book, sheet, content, lines)
    last_row = lines[-1].row
    _colour_checks(book, sheet, last_row)
    _write_signatures(book, sheet, last_row + 2)
    protect(sheet)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.print_area(0, 0, last_row + _SIGNING_ROWS, _LAST)
    if sum(line.height for line in lines) <= _ON_ONE_PAGE:
        sheet.set_portrait()
        sheet.fit_to_pages(1, 1)
    else:
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)


_ON_ONE_PAGE = 1_300
"""Rows of so many points are still legible on one upright page."""
_SMALL_LINE = 11
_SIGNING_ROWS = 6


def _write_head(book: Book, sheet: Worksheet, content: FormContent, title: str) -> None:
    left = [line.upper() for line in (content.above, content.name.vi) if line]
    bold = book.format(bold=True, align="center")
    for row, line in enumerate(left):
        _merged(sheet, row, 0, 1, line, book.format(align="center") if row + 1 < len(left) else bold)
    for row, line in enumerate(_NATIONAL):
        _merged(sheet, row, _COLUMN[form_words.LAST_PERIOD], _LAST, line, bold)
    _merged(sheet, 3, 0, _LAST, title, book.format(bold=True, align="center", font_size=look.TITLE_SIZE))
    line = period_line(content.period, content.period.in_words(Language.VI))
    _merged(sheet, 4, 0, _LAST, line, book.format(align="center", italic=True))
    _merged(sheet, 5, 0, _LAST, f"{form_words.RULE} {_LEGEND}", book.format(italic=True))
    header = book.cell_format(bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING))
    for name, column in _COLUMN.items():
        write_text(sheet, _HEADER_ROW, column, name, header)
    sheet.set_row(_HEADER_ROW, 32)


def _lines(content: FormContent) -> Iterator[_Line]:
    row, number = _HEADER_ROW, 0
    for section in content.sections:
        row += 1
        yield _Line(row, section)
        if section.can_be_nil:
            row += 1
            yield _Line(row, section, is_tick=True)
        for item in section.items:
            row, number = row + 1, number + 1
            yield _Line(row, section, item, number)


def _write_lines(book: Book, sheet: Worksheet, content: FormContent, lines: list[_Line]) -> None:
    items = {line.item.code: line for line in lines if line.item is not None}
    value = _COLUMN[form_words.VALUE]
    cells = {code: a1(line.row + 1, value + 1) for code, line in items.items()}
    numbers = {code: line.number for code, line in items.items()}
    formulas = live_checks(content.checks, cells, numbers)
    for line in lines:
        sheet.set_row(line.row, line.height)
        if line.item is not None:
            _write_item(book, sheet, content, line, cells, formulas.get(line.item.code))
        elif line.is_tick:
            _write_tick(book, sheet, line)
        else:
            heading = book.cell_format(bold=True, bg_color=colour(look.SECTION), text_wrap=True)
            for column in range(_LAST + 1):
                text = line.section.area.vi if column == _COLUMN[form_words.CONTENT] else ""
                write_text(sheet, line.row, column, text, heading)


def _write_tick(book: Book, sheet: Worksheet, line: _Line) -> None:
    plain = book.cell_format(italic=True, bg_color=colour(look.SECTION))
    for column in range(_LAST + 1):
        text = form_words.NIL_IN_PERIOD if column == _COLUMN[form_words.CONTENT] else ""
        write_text(sheet, line.row, column, text, plain)
    column = _COLUMN[form_words.VALUE]
    box = book.cell_format(align="center", locked=False, bg_color=colour(look.INPUT), num_format="@")
    write_text(sheet, line.row, column, "", box)
    rule = {
        "validate": "list",
        "source": ["x"],
        "input_title": form_words.NIL_IN_PERIOD,
        "input_message": _TICK_HELP,
        "error_title": form_words.NIL_IN_PERIOD,
        "error_message": "Đánh x, hoặc để trống.",
    }
    sheet.data_validation(line.row, column, line.row, column, rule)


def _write_item(
    book: Book,
    sheet: Worksheet,
    content: FormContent,
    line: _Line,
    cells: dict[str, str],
    formula: str | None,
) -> None:
    item, row = line.item, line.row
    assert item is not None
    days = days_asked(item, content.period)
    centred, wrapped = book.cell_format(align="center", text_wrap=True), book.cell_format(text_wrap=True)
    sheet.write_number(row, _COLUMN[form_words.ROW_NUMBER], line.number, centred)
    sheet.write_rich_string(
        row,
        _COLUMN[form_words.CONTENT],
        book.format(),
        f"{item.name.vi}\n",
        book.format(italic=True, font_size=look.SMALL_SIZE, font_color=colour(look.FAINT)),
        days,
        wrapped,
    )
    write_text(sheet, row, _COLUMN[form_words.UNIT], unit_asked(item), centred)
    value = _COLUMN[form_words.VALUE]
    numbers = {"num_format": NUMBER_FORMATS[item.kind], "align": "right"}
    box = book.cell_format(locked=False, bg_color=colour(look.INPUT), **numbers)
    write_text(sheet, row, value, "", box)
    help_of = help_lines(item, content.sources.get(item.code, ()))
    rule = entry_rule(item, cells[item.code], cells, content.checks, help_of)
    sheet.data_validation(row, value, row, value, rule)
    before = book.cell_format(bg_color=colour(look.SECTION), **numbers)
    write_number(sheet, row, _COLUMN[form_words.LAST_PERIOD], content.before.get(item.code), item, before)
    check = book.cell_format(text_wrap=True, font_size=look.SMALL_SIZE, align="center")
    if formula is None:
        write_text(sheet, row, _COLUMN[form_words.CHECK], "", check)
    else:
        sheet.write_formula(row, _COLUMN[form_words.CHECK], formula, check, "")
    for name in (form_words.EXPLANATION, form_words.EVIDENCE):
        write_text(sheet, row, _COLUMN[name], "", _free_text(book))
    code = book.cell_format(font_size=look.CODE_SIZE, font_color=colour(look.FAINT), shrink=True)
    write_text(sheet, row, _COLUMN[form_words.ITEM_CODE], item.code, code)


def _free_text(book: Book) -> Format:
    return book.cell_format(locked=False, text_wrap=True, bg_color=colour(look.INPUT), num_format="@")


def _colour_checks(book: Book, sheet: Worksheet, last_row: int) -> None:
    wrong = book.workbook.add_format({"bg_color": colour(look.ERROR), "font_color": colour(look.ALERT)})
    odd = book.workbook.add_format({"bg_color": colour(look.WARNING)})
    right = book.workbook.add_format({"font_color": colour(look.AGREED)})
    column = _COLUMN[form_words.CHECK]
    for word, chosen in ((EXCEEDS, wrong), (DIFFERS, odd), (AGREES, right)):
        rule = {"type": "text", "criteria": "containing", "value": word, "format": chosen}
        sheet.conditional_format(_HEADER_ROW + 1, column, last_row, column, rule)


def _write_signatures(book: Book, sheet: Worksheet, row: int) -> None:
    bold = book.format(bold=True, align="center")
    small = book.format(italic=True, align="center")
    signed = (
        (0, 1, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
        (_COLUMN[form_words.EXPLANATION], _LAST, "THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)"),
    )
    for first, last, who, how in signed:
        _merged(sheet, row, first, last, who, bold)
        _merged(sheet, row + 1, first, last, how, small)


def _merged(sheet: Worksheet, row: int, first: int, last: int, text: str, chosen: Format) -> None:
    sheet.merge_range(row, first, row, last, "", chosen)
    write_text(sheet, row, first, text, chosen)
