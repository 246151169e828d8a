"""The matrix: a row for each agency, a column for each data item, headed by the item's code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_files import COLUMN_MISSING, EXTRA_COLUMN
from cchc_cli.findings.of_identity import COLUMN_OF_ITEM_MISSING
from cchc_cli.findings.of_values import ROW_MISSING, VALUE_NOT_A_NUMBER
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.gathering import Slot
from cchc_cli.intake.headers import HEADER_DEPTH, doubled, header_cell, header_text, header_words
from cchc_cli.intake.information import AGENCY, NAME, PERIOD, WORDS, stacked
from cchc_cli.intake.item_words import (
    is_counting,
    is_like_an_item,
    is_numbering,
    report_doubled,
    report_unknown_item,
)
from cchc_cli.intake.labels import near_label
from cchc_cli.intake.numbers import is_like_a_number, read_figure
from cchc_cli.intake.page import Page
from cchc_cli.intake.sheet import Cell, Sheet
from cchc_cli.intake.slots import are_blank, report_blank, take
from cchc_cli.intake.totals import is_total
from cchc_cli.intake.wording import NOTHING, looks_like
from cchc_cli.language import Text
from cchc_cli.observation import a1
from cchc_cli.period import Period
from cchc_cli.plain_text import plain

MATRIX = "matrix"

_KNOWN_OTHERS = frozenset(
    map(
        plain,
        ("TT", "Đơn vị", "Đơn vị báo cáo", "Ghi chú", *form_words.CONSOLIDATED_COLUMNS),
    )
)
_STATE, _APPROXIMATE = plain(form_words.STATE), plain(form_words.APPROXIMATE)
_FEWEST_ITEMS = 2
_MOST_ROWS = 1_000
"""So many rows are looked through for figures in columns that nothing heads."""
_MOST_TABLES = 500
"""So many matrices are looked for on a sheet."""


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """Where a matrix stands on its sheet; a column is 0 where the table has none."""

    top_row: int
    header_row: int
    """The last of the header rows."""
    agency_column: int
    name_column: int
    period_column: int
    items: dict[int, Item]
    others: dict[int, str]
    """The headers that are no items, by column."""
    lists_everybody: bool
    """Whether it is a consolidated workbook of ours, where who has sent nothing has a row too."""
    approximate_column: int
    """In a consolidated workbook: the codes of the figures of the row that are only nearly the item's."""
    doubled: tuple[int, ...]
    """Columns headed like one before them, where only one can say whose a row is or for when."""
    last_row: int = 0
    """The last row that can belong to it."""
    titles: tuple[range, ...] = ()
    """The rows that may say for when it is, the nearest first."""


def find_matrices(sheet: Sheet, brief: Brief) -> list[MatrixTable]:
    """The matrices of a sheet from the top; the first perhaps without its agency column."""
    heads = (_table(sheet, row, brief) for row in range(1, min(sheet.height, HEADER_DEPTH) + 1))
    found = [table for table in heads if table is not None]
    first = next((table for table in found if table.agency_column), next(iter(found), None))
    return _bounded(sheet, [first, *_below(sheet, first, brief)]) if first is not None else []


def read_matrix(
    page: Page, table: MatrixTable, stated: Period | None, clerk: Clerk, *, is_of_form: bool = False
) -> None:
    """Reads every row of a matrix.

    `stated` is the period that stands elsewhere, for a table without a period column. `is_of_form`: it
    belongs to a form, and has a column for whatever its agencies must report.
    """
    if not table.agency_column:
        near = near_label(page.sheet, AGENCY, WORDS, table.header_row)
        suggestion = looks_like(near, form_words.AGENCY_CODE) if near is not None else NOTHING
        place = page.place(table.header_row)
        clerk.gathering.report(COLUMN_MISSING, place, column=form_words.AGENCY_CODE, suggestion=suggestion)
        return
    if table.doubled:
        report_doubled(page, table.top_row, table.doubled, clerk)
        return
    _report_headers(page, table, clerk)
    slots: list[Slot] = []
    rows: list[int] = []
    for row in range(table.header_row + 1, table.last_row + 1):
        found = list(_slots(page, table, row, stated, clerk))
        if found:
            rows.append(row)
        if found and is_of_form:
            _report_missing_items(page, table, found[0], clerk)
        if are_blank(found):
            report_blank(clerk.gathering, ROW_MISSING, page.place(row, table.agency_column), found)
        else:
            slots.extend(found)
    take(clerk.gathering, page, slots)
    _report_headless(page, table, rows, clerk)


def _below(sheet: Sheet, table: MatrixTable, brief: Brief) -> Iterator[MatrixTable]:
    """The matrices below one, each where the column of the agencies is headed once more."""
    left = _MOST_TABLES
    for row in range(table.header_row + 1, sheet.height + 1) if table.agency_column else ():
        if left and row > table.header_row and plain(sheet.cell(row, table.agency_column).text) == AGENCY:
            following = _table(sheet, row, brief)
            if following is not None and following.agency_column:
                yield following
                table, left = following, left - 1


def _bounded(sheet: Sheet, found: Sequence[MatrixTable]) -> list[MatrixTable]:
    bounds = stacked(sheet, [range(table.top_row, table.header_row + 1) for table in found])
    return [
        replace(table, titles=titles, last_row=last_row)
        for table, (titles, last_row) in zip(found, bounds, strict=True)
    ]


def _table(sheet: Sheet, row: int, brief: Brief) -> MatrixTable | None:
    words = header_words(sheet, row)
    columns = {word: column for column, word in words.items()}
    agency_column = columns.get(AGENCY, 0)
    items = _items(words, brief)
    last_row = row
    while agency_column and (below := _items_below(sheet, last_row + 1, agency_column, brief)):
        last_row += 1
        items |= below
    others = {column: header_text(sheet, row, column) for column in words if column not in items}
    like_items = [text for text in others.values() if is_like_an_item(text, brief)] if agency_column else []
    if len(items) >= _FEWEST_ITEMS or (agency_column and (items or like_items)):
        return MatrixTable(
            top_row=row,
            header_row=last_row,
            agency_column=agency_column,
            name_column=columns.get(NAME, 0),
            period_column=columns.get(PERIOD, 0),
            items=items,
            others=others,
            lists_everybody=_STATE in columns,
            approximate_column=columns.get(_APPROXIMATE, 0),
            doubled=doubled(words, (AGENCY, PERIOD)),
        )
    return None


def _items(words: dict[int, str], brief: Brief) -> dict[int, Item]:
    return {column: brief.item_by_word[word] for column, word in words.items() if word in brief.item_by_word}


def _items_below(sheet: Sheet, row: int, agency_column: int, brief: Brief) -> dict[int, Item]:
    """The items that a row below the headers adds to them; none where it is a row of figures or headers."""
    cell = header_cell(sheet, row, agency_column)
    if not sheet.cell(row, agency_column).is_blank or (not cell.is_blank and plain(cell.text) != AGENCY):
        return {}
    return _items(header_words(sheet, row), brief)


def _report_headers(page: Page, table: MatrixTable, clerk: Clerk) -> None:
    for column, text in table.others.items():
        if plain(text) in _KNOWN_OTHERS or column in (table.agency_column, table.period_column):
            continue
        cell = header_cell(page.sheet, table.header_row, column)
        if is_like_an_item(text, clerk.brief):
            report_unknown_item(page, table.header_row, column, cell, clerk)
        else:
            clerk.gathering.report(EXTRA_COLUMN, page.place(table.header_row, column), cell)


def _report_headless(page: Page, table: MatrixTable, rows: Sequence[int], clerk: Clerk) -> None:
    """Says where figures stand in columns that nothing heads, or only the header of another."""
    seen: set[int] = {*table.items, *table.others}
    first = min([table.agency_column, *table.items])
    for row in rows[:_MOST_ROWS]:
        for column, cell in page.sheet.cells(row):
            if column in seen or column < first or not is_like_a_number(cell):
                continue
            seen.add(column)
            heads = range(table.top_row, table.header_row + 1)
            words = {plain(header_text(page.sheet, head, column)) for head in heads} - {""}
            if not words or words & clerk.brief.item_by_word.keys():
                letters = a1(1, column)[:-1]
                name = Text(f"{letters} (không có tiêu đề)", f"{letters} (without a heading)")
                clerk.gathering.report(EXTRA_COLUMN, page.place(row, column), cell, value=name)


def _report_missing_items(page: Page, table: MatrixTable, slot: Slot, clerk: Clerk) -> None:
    """Says which items the agency of a row must report and the table has no column for."""
    there = {item.code for item in table.items.values()}
    for item in clerk.brief.items_due_from(slot.agency).values():
        if item.code not in there:
            clerk.gathering.findings.append(
                Finding(
                    COLUMN_OF_ITEM_MISSING,
                    page.place(slot.row, table.agency_column),
                    agency=slot.agency.code,
                    period=str(slot.period),
                    item=item.code,
                    facts={"name": item.name, "agency_name": slot.agency.name},
                )
            )


def _slots(page: Page, table: MatrixTable, row: int, stated: Period | None, clerk: Clerk) -> Iterator[Slot]:
    """The cells of one row with their owner; none where it is no agency's row or its owner is not known."""
    code = page.sheet.cell(row, table.agency_column)
    if not _is_agency_row(page.sheet, table, row, code, clerk):
        return
    period = stated
    if table.period_column:
        place = page.place(row, table.period_column)
        period = clerk.period(page.sheet.cell(row, table.period_column), place)
    name = page.sheet.cell(row, table.name_column)
    agency = clerk.agency(code, page.place(row, table.agency_column), period, name=name)
    if period is None or agency is None:
        return
    due = clerk.brief.items_due_from(agency)
    nearly = set(page.sheet.cell(row, table.approximate_column).text.replace(";", " ").split())
    for column, item in table.items.items():
        if item.code in due or not page.sheet.cell(row, column).is_blank:
            yield Slot(page, row, column, agency, period, item, approximate=item.code in nearly)


def _is_agency_row(sheet: Sheet, table: MatrixTable, row: int, code: Cell, clerk: Clerk) -> bool:
    """Whether a row is about an agency, known or not; totals, numbering, notes and signatures are not."""
    if _is_numbering(sheet, table, row) or _is_total(sheet, table, row):
        return False
    if _has_figures(sheet, table, row):
        return True
    if code.is_blank or (table.lists_everybody and not _says_anything(sheet, table, row)):
        return False
    return bool(clerk.match(code).agencies)


def _says_anything(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    return not all(sheet.cell(row, column).is_blank for column in table.items)


def _has_figures(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    """Whether a row says anything an agency would; notes and signatures below a table do not."""
    return any(_is_figure(sheet.cell(row, column), item) for column, item in table.items.items())


def _is_figure(cell: Cell, item: Item) -> bool:
    figure = read_figure(cell, item)
    if figure.value is not None:
        return True
    # A wrong number is a figure all the same; in a yes-no column any words are wrong, so they tell nothing.
    return item.kind is not ItemKind.YES_NO and figure.problem not in (None, VALUE_NOT_A_NUMBER)


def _is_numbering(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    if is_numbering(sheet.cell(row, table.agency_column).text):
        return True
    return row == table.header_row + 1 and is_counting([cell.text for _, cell in sheet.cells(row)])


def _is_total(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    """Whether what stands where a row is named says that it adds up others; a remark may say anything."""
    first = min(table.items, default=0)
    named = (table.agency_column, table.name_column)
    return any(is_total(cell) for column, cell in sheet.cells(row) if column < first or column in named)
