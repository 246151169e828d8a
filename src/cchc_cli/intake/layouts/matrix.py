"""The matrix: a row for each agency, a column for each data item, headed by the item's code."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.of_files import COLUMN_MISSING, EXTRA_COLUMN
from cchc_cli.findings.of_values import VALUE_NOT_A_NUMBER
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.gathering import Slot
from cchc_cli.intake.headers import HEADER_DEPTH, header_text, header_words
from cchc_cli.intake.information import AGENCY, PERIOD
from cchc_cli.intake.item_words import is_like_an_item, is_numbering, report_unknown_item
from cchc_cli.intake.numbers import read_figure
from cchc_cli.intake.page import Page
from cchc_cli.intake.sheet import Cell, Sheet
from cchc_cli.intake.slots import take
from cchc_cli.intake.totals import is_total
from cchc_cli.period import Period
from cchc_cli.plain_text import plain

MATRIX = "matrix"

_KNOWN_OTHERS = frozenset(
    map(
        plain,
        ("STT", "TT", "Tên đơn vị", "Đơn vị", "Đơn vị báo cáo", "Cấp", "Ghi chú"),
    )
)
_FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """Where a matrix stands on its sheet; a column is 0 where the table has none."""

    header_row: int
    agency_column: int
    period_column: int
    items: dict[int, Item]
    others: dict[int, str]
    """The headers that are no items, by column."""


def find_matrix(sheet: Sheet, brief: Brief) -> MatrixTable | None:
    """The first matrix of a sheet, perhaps without its agency column; None where there is none."""
    found = [
        table
        for row in range(1, min(sheet.height, HEADER_DEPTH) + 1)
        if (table := _table(sheet, row, brief)) is not None
    ]
    whole = [table for table in found if table.agency_column]
    return next(iter(whole or found), None)


def read_matrix(page: Page, table: MatrixTable, stated: Period | None, clerk: Clerk) -> None:
    """Reads every row of a matrix, and of those below it on the sheet.

    `stated` is the period that stands elsewhere, for a table without a period column.
    """
    if not table.agency_column:
        clerk.gathering.report(COLUMN_MISSING, page.place(table.header_row), column="Mã đơn vị")
        return
    _report_headers(page, table, clerk)
    slots: list[Slot] = []
    for row in range(table.header_row + 1, page.sheet.height + 1):
        if plain(page.sheet.cell(row, table.agency_column).text) == AGENCY:
            following = _table(page.sheet, row, clerk.brief)
            if following is not None and following.agency_column:
                take(clerk.gathering, page, slots)
                read_matrix(page, following, stated, clerk)
                return
        slots.extend(_slots(page, table, row, stated, clerk))
    take(clerk.gathering, page, slots)


def _table(sheet: Sheet, row: int, brief: Brief) -> MatrixTable | None:
    words = header_words(sheet, row)
    columns = {word: column for column, word in words.items()}
    items = {column: brief.item_by_word[word] for column, word in words.items() if word in brief.item_by_word}
    others = {column: header_text(sheet, row, column) for column in words if column not in items}
    agency_column = columns.get(AGENCY, 0)
    like_items = [text for text in others.values() if is_like_an_item(text, brief)] if agency_column else []
    if len(items) >= _FEWEST_ITEMS or (agency_column and (items or like_items)):
        return MatrixTable(row, agency_column, columns.get(PERIOD, 0), items, others)
    return None


def _report_headers(page: Page, table: MatrixTable, clerk: Clerk) -> None:
    for column, text in table.others.items():
        if plain(text) in _KNOWN_OTHERS or column in (table.agency_column, table.period_column):
            continue
        if is_like_an_item(text, clerk.brief):
            report_unknown_item(page, table.header_row, column, Cell(text), clerk)
        else:
            clerk.gathering.report(EXTRA_COLUMN, page.place(table.header_row, column), Cell(text))


def _slots(page: Page, table: MatrixTable, row: int, stated: Period | None, clerk: Clerk) -> Iterator[Slot]:
    """The cells of one row with their owner; none where it is no agency's row or its owner is not known."""
    code = page.sheet.cell(row, table.agency_column)
    if not _is_agency_row(page.sheet, table, row, code, clerk):
        return
    period = stated
    if table.period_column:
        place = page.place(row, table.period_column)
        period = clerk.period(page.sheet.cell(row, table.period_column), place)
    if period is None:
        return
    agency = clerk.agency(code, page.place(row, table.agency_column), period)
    if agency is not None:
        due = clerk.brief.items_due_from(agency)
        for column, item in table.items.items():
            if item.code in due or not page.sheet.cell(row, column).is_blank:
                yield Slot(page, row, column, agency, period, item)


def _is_agency_row(sheet: Sheet, table: MatrixTable, row: int, code: Cell, clerk: Clerk) -> bool:
    """Whether a row is about an agency, known or not; totals, numbering, notes and signatures are not."""
    if is_numbering(code.text) or _is_total(sheet, table, row):
        return False
    if _has_figures(sheet, table, row):
        return True
    return not code.is_blank and bool(clerk.match(code).agencies)


def _has_figures(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    """Whether a row says anything an agency would; notes and signatures below a table do not."""
    return any(_is_figure(sheet.cell(row, column), item) for column, item in table.items.items())


def _is_figure(cell: Cell, item: Item) -> bool:
    figure = read_figure(cell, item)
    if figure.value is not None:
        return True
    # A wrong number is a figure all the same; in a yes-no column any words are wrong, so they tell nothing.
    return item.kind is not ItemKind.YES_NO and figure.problem not in (None, VALUE_NOT_A_NUMBER)


def _is_total(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    return any(is_total(cell) for column, cell in sheet.cells(row) if column not in table.items)
