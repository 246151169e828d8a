"""The matrix: a row for each agency, a column for each data item, headed by the item's code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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
from cchc_cli.intake.information import AGENCY, NAME, PERIOD, WORDS
from cchc_cli.intake.item_words import (
    is_counting,
    is_like_an_item,
    is_numbering,
    report_doubled,
    report_unknown_item,
)
from cchc_cli.intake.labels import find_labels, near_label
from cchc_cli.intake.numbers import is_like_a_number, read_figure
from cchc_cli.intake.page import Page
from cchc_cli.intake.sheet import Cell, Sheet
from cchc_cli.intake.slots import are_blank, report_blank, take
from cchc_cli.intake.totals import is_total
from cchc_cli.intake.wording import NOTHING, looks_like
from cchc_cli.language import Text
from cchc_cli.observation import column_letters
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
    title: range = range(0)
    """The rows that may say for when it is."""

    @property
    def titles(self) -> tuple[range, ...]:
        return (self.title,)


def find_matrices(sheet: Sheet, brief: Brief) -> list[MatrixTable]:
    """The matrices of a sheet from the top.

    One without its agency column is among them where figures stand below it, or where it is the only one.
    """
    heads = list(_heads(sheet, brief))
    if not heads:
        return []
    tables = _bounded(sheet, heads)
    whole = [table for table in tables if table.agency_column or _has_figures_below(sheet, table)]
    return whole or tables[:1]


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


def _heads(sheet: Sheet, brief: Brief) -> Iterator[MatrixTable]:
    """Every row that heads a matrix, wherever its columns stand; the first near the top."""
    before: MatrixTable | None = None
    for row in range(1, sheet.height + 1):
        if before is None and row > HEADER_DEPTH:
            return
        if (before is None or row > before.header_row) and _names_columns(sheet, row, brief):
            table = _table(sheet, row, brief)
            if table is not None and not _is_said_again(table, before):
                yield table
                before = table


def _names_columns(sheet: Sheet, row: int, brief: Brief) -> bool:
    """Whether a row holds any word that heads a column of ours."""
    words = (plain(cell.value) for _, cell in sheet.cells(row) if isinstance(cell.value, str))
    return any(word == AGENCY or word in brief.item_by_word for word in words)


def _is_said_again(table: MatrixTable, before: MatrixTable | None) -> bool:
    """Whether a row only repeats the items of the table that it stands in."""
    return before is not None and not table.agency_column and table.items.items() <= before.items.items()


def _has_figures_below(sheet: Sheet, table: MatrixTable) -> bool:
    return any(_has_figures(sheet, table, row) for row in range(table.header_row + 1, table.last_row + 1))


def _bounded(sheet: Sheet, found: list[MatrixTable]) -> list[MatrixTable]:
    """The same tables, each with its last row and its title: what stands above it, or above those before."""
    title = range(1, found[0].top_row)
    bounded = [replace(found[0], title=title, last_row=sheet.height)]
    for before, table in pairwise(found):
        between = range(before.header_row + 1, table.top_row)
        period = find_labels(sheet, {PERIOD}, between).get(PERIOD)
        end = between.stop if period is None else period.row
        title = title if period is None or period.cell.is_blank else between
        bounded[-1] = replace(bounded[-1], last_row=end - 1)
        bounded.append(replace(table, title=title, last_row=sheet.height))
    return bounded


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
    for column in _headless(page.sheet, table, clerk.brief):
        row = next((row for row in rows if is_like_a_number(page.sheet.cell(row, column))), None)
        if row is not None:
            letters = column_letters(column)
            name = Text(f"{letters} (không có tiêu đề)", f"{letters} (without a heading)")
            clerk.gathering.report(
                EXTRA_COLUMN, page.place(row, column), page.sheet.cell(row, column), value=name
            )


def _headless(sheet: Sheet, table: MatrixTable, brief: Brief) -> Iterator[int]:
    heads = range(table.top_row, table.header_row + 1)
    for column in range(1, sheet.width + 1):
        words = {plain(header_text(sheet, head, column)) for head in heads} - {""}
        if column not in table.items and (not words or words & brief.item_by_word.keys()):
            yield column


def _report_missing_items(page: Page, table: MatrixTable, slot: Slot, clerk: Clerk) -> None:
    """Says which items the agency of a row must report and the table has no column for."""
    there = {item.code for item in table.items.values()}
    for item in clerk.brief.items_due_from(slot.agency).values():
        if item.code not in there:
            clerk.gathering.add(
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
    return any(is_total(cell) for column, cell in sheet.cells(row) if column not in table.items)
