"""The sheet `Cấp xã trực thuộc` of a district's form: a row for each of its communes."""

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.entry_rules import entry_rule
from cchc_cli.outgoing.form_content import FormContent
from cchc_cli.outgoing.item_wording import days_asked, help_lines, unit_asked
from cchc_cli.outgoing.number_formats import NUMBER_FORMATS
from cchc_cli.outgoing.protection import protect

_NAMES_ROW, _HEADER_ROW = 3, 4
_HEADS = (form_words.AGENCY_CODE, form_words.AGENCY_NAME)
_WIDTH = 12


def write_communes(book: Book, content: FormContent) -> None:
    """Adds the sheet to a book; the content must have communes."""
    sheet = book.sheet(form_words.COMMUNES_SHEET)
    items = list({item.code: item for commune in content.communes for item in commune.items}.values())
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 24)
    sheet.set_column(len(_HEADS), len(_HEADS) + len(items) - 1, _WIDTH)
    title = f"SỐ LIỆU CẤP XÃ TRỰC THUỘC {content.name.vi.upper()}"
    write_text(sheet, 0, 0, title, book.format(bold=True, font_size=look.TITLE_SIZE))
    write_text(sheet, 1, 0, form_words.RULE, book.format(italic=True))
    _write_header(book, sheet, content, items)
    for number, commune in enumerate(content.communes):
        row = _HEADER_ROW + 1 + number
        write_text(sheet, row, 0, commune.agency.code, book.cell_format(num_format="@"))
        write_text(sheet, row, 1, commune.agency.name.vi, book.cell_format())
        _write_boxes(book, sheet, content, row, items, {item.code for item in commune.items})
    protect(sheet)
    sheet.freeze_panes(_HEADER_ROW + 1, len(_HEADS))
    sheet.set_landscape()
    sheet.repeat_rows(_NAMES_ROW, _HEADER_ROW)
    sheet.repeat_columns(0, len(_HEADS) - 1)
    sheet.fit_to_pages(1 if len(items) <= _ON_ONE_PAGE else 2, 0)


_ON_ONE_PAGE = 16


def _write_header(book: Book, sheet: Worksheet, content: FormContent, items: list[Item]) -> None:
    names = book.cell_format(
        font_size=look.SMALL_SIZE, text_wrap=True, align="center", bg_color=colour(look.SECTION)
    )
    codes = book.cell_format(
        font_size=look.CODE_SIZE, text_wrap=True, align="center", bg_color=colour(look.HEADING)
    )
    heads = book.cell_format(bold=True, text_wrap=True, align="center", bg_color=colour(look.HEADING))
    for column, head in enumerate(_HEADS):
        write_text(sheet, _NAMES_ROW, column, "", names)
        write_text(sheet, _HEADER_ROW, column, head, heads)
    for column, item in enumerate(items, start=len(_HEADS)):
        text = f"{item.name.vi} ({unit_asked(item)}). {days_asked(item, content.period)}"
        write_text(sheet, _NAMES_ROW, column, text, names)
        write_text(sheet, _HEADER_ROW, column, item.code, codes)
    sheet.set_row(_NAMES_ROW, 118)
    sheet.set_row(_HEADER_ROW, 44)


def _write_boxes(
    book: Book, sheet: Worksheet, content: FormContent, row: int, items: list[Item], asked: set[str]
) -> None:
    columns = {item.code: column for column, item in enumerate(items, start=len(_HEADS))}
    cells = {code: f"{xl_col_to_name(column)}{row + 1}" for code, column in columns.items()}
    checks = [check for check in content.checks if asked.issuperset(check.items)]
    for item in items:
        column = columns[item.code]
        if item.code not in asked:
            write_text(sheet, row, column, "", book.cell_format(bg_color=colour(look.SECTION)))
            continue
        numbers = {"num_format": NUMBER_FORMATS[item.kind], "align": "right"}
        box = book.cell_format(locked=False, bg_color=colour(look.INPUT), **numbers)
        write_text(sheet, row, column, "", box)
        rule = entry_rule(
            item, cells[item.code], cells, checks, help_lines(item, content.sources.get(item.code, ()))
        )
        sheet.data_validation(row, column, row, column, rule)
