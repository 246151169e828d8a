"""The sheet `Cấp xã trực thuộc` of a district's form: a row for each of its communes."""

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, cell_text, colour, write_text
from cchc_cli.outgoing.form.boxes import Boxes
from cchc_cli.outgoing.form.content import Commune, FormContent
from cchc_cli.outgoing.form.entry_rules import entry_rule
from cchc_cli.outgoing.form.item_wording import (
    days_in_short,
    help_message,
    period_days,
    period_words,
    unit_asked,
)
from cchc_cli.outgoing.form.letterhead import write_footer
from cchc_cli.outgoing.form.number_formats import NUMBER_FORMATS
from cchc_cli.outgoing.protection import protect
from cchc_cli.outgoing.row_heights import Wrapped, height_of, lines_of
from cchc_cli.period import Period

_HEADS = (form_words.AGENCY_CODE, form_words.AGENCY_NAME)
_CODE_WIDTH, _NAME_WIDTH, _WIDTH = 10, 30, 13
_TITLE_ROW, _PERIOD_ROW, _RULE_ROW, _AREAS_ROW, _NAMES_ROW, _HEADER_ROW = 0, 1, 3, 4, 5, 6
_FIRST_ROW = _HEADER_ROW + 1
_ROW_HEIGHT = 19
_ON_ONE_PAGE = 15
"""So many columns are still legible across one page."""


def write_communes(book: Book, content: FormContent) -> None:
    """Adds the sheet to a book; the content must have communes."""
    sheet = book.sheet(form_words.COMMUNES_SHEET)
    columns = dict(enumerate(content.asked_of_communes.items, start=len(_HEADS)))
    last_row, last_column = _HEADER_ROW + len(content.communes), len(_HEADS) + len(columns) - 1
    sheet.set_column(0, 0, _CODE_WIDTH)
    sheet.set_column(1, 1, _NAME_WIDTH)
    sheet.set_column(len(_HEADS), last_column, _WIDTH)
    _write_head(book, sheet, content, columns)
    for row, commune in enumerate(content.communes, start=_FIRST_ROW):
        name = _name(commune, content.period)
        sheet.set_row(row, max(_ROW_HEIGHT, height_of([Wrapped(name, _NAME_WIDTH)])))
        write_text(sheet, row, 0, commune.agency.code, book.cell_format(num_format="@", align="center"))
        write_text(sheet, row, 1, name, book.cell_format(text_wrap=True))
        _write_boxes(book, sheet, commune, row, columns)
    _write_rules(sheet, content, columns, last_row)
    _colour(book, sheet, last_row, last_column)
    protect(sheet)
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{last_row + 1}"})
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_FIRST_ROW, len(_HEADS))
    sheet.set_landscape()
    sheet.repeat_columns(0, len(_HEADS) - 1)
    write_footer(sheet, content)
    sheet.fit_to_pages(-(-len(columns) // _ON_ONE_PAGE), 0)


def _write_head(book: Book, sheet: Worksheet, content: FormContent, columns: dict[int, Item]) -> None:
    title = f"SỐ LIỆU CẤP XÃ TRỰC THUỘC {content.name.vi.upper()}"
    write_text(sheet, _TITLE_ROW, 0, title, book.format(bold=True, font_size=look.TITLE_SIZE))
    write_text(sheet, _PERIOD_ROW, 0, f"{form_words.PERIOD}: {period_words(content.period)}", book.format())
    write_text(sheet, _PERIOD_ROW, len(_HEADS), period_days(content.days), book.format(italic=True))
    write_text(sheet, _RULE_ROW, 0, form_words.RULE, book.format(bold=True, italic=True))
    sheet.set_row(_TITLE_ROW, 22)
    sheet.set_row(_RULE_ROW, 18)
    head = book.cell_format(bold=True, text_wrap=True, align="center", bg_color=colour(look.HEADING))
    section = book.cell_format(bg_color=colour(look.SECTION))
    for column, name in enumerate(_HEADS):
        write_text(sheet, _AREAS_ROW, column, "", section)
        write_text(sheet, _NAMES_ROW, column, "", section)
        write_text(sheet, _HEADER_ROW, column, name, head)
    _write_areas(book, sheet, content)
    _write_items(book, sheet, content, columns)


def _write_items(book: Book, sheet: Worksheet, content: FormContent, columns: dict[int, Item]) -> None:
    usual = book.format(font_size=look.SMALL_SIZE)
    small = book.format(font_size=look.CODE_SIZE, italic=True, font_color=colour(look.NOTE))
    centred = book.cell_format(text_wrap=True, align="center")
    code = book.cell_format(
        font_size=look.CODE_SIZE,
        font_color=colour(look.FAINT),
        text_wrap=True,
        align="center",
        bg_color=colour(look.HEADING),
    )
    for column, item in columns.items():
        name, asked = cell_text(item.name.vi), cell_text(_asked(item, content))
        sheet.write_rich_string(_NAMES_ROW, column, usual, f"{name}\n", small, asked, centred)
        write_text(sheet, _HEADER_ROW, column, item.code, code)
    stacks = [
        (
            Wrapped(item.name.vi, _WIDTH, look.SMALL_SIZE),
            Wrapped(_asked(item, content), _WIDTH, look.CODE_SIZE),
        )
        for item in columns.values()
    ]
    sheet.set_row(_NAMES_ROW, height_of(*stacks))
    codes = [[Wrapped(item.code.replace("-", "- "), _WIDTH, look.CODE_SIZE)] for item in columns.values()]
    sheet.set_row(_HEADER_ROW, height_of(*codes))


def _asked(item: Item, content: FormContent) -> str:
    return f"({unit_asked(item)}; {days_in_short(item, content.life, content.period)})"


def _write_areas(book: Book, sheet: Worksheet, content: FormContent) -> None:
    """The name of each area over the first of its columns, as far as the next.

    Cells are not merged: a merged one has no end where the paper has.
    """
    column, height = len(_HEADS), float(_ROW_HEIGHT)
    lines = {"bg_color": colour(look.SECTION), "top": 1, "bottom": 1, "border_color": colour(look.GRID)}
    for section in content.asked_of_communes.sections:
        name, columns = section.area.vi, len(section.items)
        is_long = lines_of(Wrapped(name, _WIDTH * columns)) > 1
        for other in range(column + 1, column + columns):
            write_text(sheet, _AREAS_ROW, other, "", book.format(**lines))
        write_text(
            sheet, _AREAS_ROW, column, name, book.format(bold=True, text_wrap=is_long, left=1, **lines)
        )
        if is_long:
            height = max(height, height_of([Wrapped(name, _WIDTH)]))
        column += columns
    sheet.set_row(_AREAS_ROW, height)


def _name(commune: Commune, period: Period) -> str:
    """The commune's name; of one that ended or began in the period also when."""
    name = commune.agency.name.vi
    if commune.days.end < period.end:
        return f"{name} (đến {commune.days.end:%d/%m/%Y})"
    return f"{name} (từ {commune.days.start:%d/%m/%Y})" if commune.days.start > period.start else name


def _write_boxes(book: Book, sheet: Worksheet, commune: Commune, row: int, columns: dict[int, Item]) -> None:
    for column, item in columns.items():
        if item.code in commune.items:
            numbers = {"num_format": NUMBER_FORMATS[item.kind], "align": "right", "indent": 1}
            box = book.cell_format(locked=False, bg_color=colour(look.INPUT), **numbers)
        else:
            box = book.cell_format(bg_color=colour(look.SECTION))
        write_text(sheet, row, column, "", box)


def _write_rules(sheet: Worksheet, content: FormContent, columns: dict[int, Item], last_row: int) -> None:
    """One rule a column, told for its first cell: programs carry it down to the others."""
    letters = {item.code: xl_col_to_name(column) for column, item in columns.items()}
    cells = {code: f"${letter}{_FIRST_ROW + 1}" for code, letter in letters.items()}
    boxes = Boxes(cells, "cột", letters)
    asked = content.asked_of_communes
    for column, item in columns.items():
        message = help_message(item, asked.citations[item.code])
        rule = entry_rule(item, boxes, asked.checks, message)
        sheet.data_validation(_FIRST_ROW, column, last_row, column, rule)


def _colour(book: Book, sheet: Worksheet, last_row: int, last_column: int) -> None:
    """What is filled in is white."""
    filled = {"type": "no_blanks", "format": book.workbook.add_format({"bg_color": colour(look.PAPER)})}
    sheet.conditional_format(_FIRST_ROW, len(_HEADS), last_row, last_column, filled)
