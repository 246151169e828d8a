"""Where the matrices of a sheet stand: their header rows, their columns, how far down each reaches."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.of_values import VALUE_NOT_A_NUMBER
from cchc_cli.intake.files.sheet import Cell, Sheet
from cchc_cli.intake.headers import HEADER_DEPTH, doubled, header_cell, header_text, header_words
from cchc_cli.intake.information import AGENCY, NAME, PERIOD, stacked
from cchc_cli.intake.numbers import read_figure, whole_number
from cchc_cli.intake.vocabulary import Vocabulary
from cchc_cli.plain_text import plain

_STATE, _APPROXIMATE = plain(form_words.STATE), plain(form_words.APPROXIMATE)
_PREDECESSORS = plain(form_words.INCLUDES_PREDECESSORS)
_FEWEST_ITEMS = 2


class MatrixTable(NamedTuple):
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
    predecessors_column: int
    """Where a row says whether its figures hold those of the agencies before its own."""
    doubled: tuple[int, ...]
    """Columns headed like one before them, where only one can say whose a row is or for when."""
    last_row: int = 0
    """The last row that can belong to it."""
    titles: tuple[range, ...] = ()
    """The rows that may say for when it is, the nearest first."""


def find_matrices(sheet: Sheet, vocabulary: Vocabulary) -> list[MatrixTable]:
    """The matrices of a sheet from the top.

    One without its agency column is among them where figures stand below it, or where it is the only one.
    """
    heads = list(_heads(sheet, vocabulary))
    if not heads:
        return []
    tables = _bounded(sheet, heads)
    whole = [table for table in tables if table.agency_column or _has_figures_below(sheet, table)]
    return whole or tables[:1]


def _heads(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[MatrixTable]:
    """Every row that heads a matrix, wherever its columns stand; the first near the top."""
    before: MatrixTable | None = None
    for row in _rows_with_heads(sheet, vocabulary):
        if before is None and row > HEADER_DEPTH:
            return
        if before is None or row > before.header_row:
            table = _table(sheet, row, vocabulary)
            if table is not None and not _is_said_again(table, before):
                yield table
                before = table


def _rows_with_heads(sheet: Sheet, vocabulary: Vocabulary) -> list[int]:
    """The rows that hold any word that heads a column of ours, from the top."""
    heads = [AGENCY, *(sheet.words.keys() & vocabulary.item_by_word.keys())]
    return sorted({row for word in heads for row, _ in sheet.words.get(word, ())})


def _is_said_again(table: MatrixTable, before: MatrixTable | None) -> bool:
    """Whether a row only repeats the items of the table that it stands in."""
    return before is not None and not table.agency_column and table.items.items() <= before.items.items()


def _has_figures_below(sheet: Sheet, table: MatrixTable) -> bool:
    return any(has_figures(sheet, table, row) for row in range(table.header_row + 1, table.last_row + 1))


def _bounded(sheet: Sheet, found: Sequence[MatrixTable]) -> list[MatrixTable]:
    bounds = stacked(sheet, [range(table.top_row, table.header_row + 1) for table in found])
    return [
        table._replace(titles=titles, last_row=last_row)
        for table, (titles, last_row) in zip(found, bounds, strict=True)
    ]


def _table(sheet: Sheet, row: int, vocabulary: Vocabulary) -> MatrixTable | None:
    words = header_words(sheet, row)
    columns = {word: column for column, word in words.items()}
    agency_column = columns.get(AGENCY, 0)
    items = _items(words, vocabulary)
    last_row = row
    while agency_column and last_row - row < HEADER_DEPTH:
        below = _items_below(sheet, last_row + 1, agency_column, vocabulary)
        if not below:
            break
        last_row += 1
        items |= below
    others = {column: header_text(sheet, row, column) for column in words if column not in items}
    is_there = bool(items) if agency_column else len(items) >= _FEWEST_ITEMS
    if is_there or (agency_column and any(_like_items(others, agency_column, vocabulary))):
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
            predecessors_column=columns.get(_PREDECESSORS, 0),
            doubled=doubled(words, (AGENCY, PERIOD)),
        )
    return None


def _like_items(others: Mapping[int, str], agency_column: int, vocabulary: Vocabulary) -> Iterator[bool]:
    return (vocabulary.is_like_an_item(text) for column, text in others.items() if column != agency_column)


def _items(words: dict[int, str], vocabulary: Vocabulary) -> dict[int, Item]:
    return {
        column: vocabulary.item_by_word[word]
        for column, word in words.items()
        if word in vocabulary.item_by_word
    }


def _items_below(sheet: Sheet, row: int, agency_column: int, vocabulary: Vocabulary) -> dict[int, Item]:
    """The items that a row below the headers adds to them; none where it is a row of figures or headers."""
    cell = header_cell(sheet, row, agency_column)
    if not sheet.cell(row, agency_column).is_blank or (not cell.is_blank and plain(cell.text) != AGENCY):
        return {}
    return _items(header_words(sheet, row), vocabulary)


def has_figures(sheet: Sheet, table: MatrixTable, row: int) -> bool:
    """Whether a row says anything an agency would; notes and signatures below a table do not."""
    return any(
        whole_number(cell.value, table.items[column]) is not None or _is_figure(cell, table.items[column])
        for column, cell in sheet.cells(row)
        if column in table.items
    )


def _is_figure(cell: Cell, item: Item) -> bool:
    figure = read_figure(cell, item)
    if figure.value is not None:
        return True
    # A wrong number is a figure all the same; in a yes-no column any words are wrong, so they tell nothing.
    return item.kind is not ItemKind.YES_NO and figure.problem not in (None, VALUE_NOT_A_NUMBER)
