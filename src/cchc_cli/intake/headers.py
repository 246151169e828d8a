"""The header rows of a table, read as people see them: through merged cells."""

from collections.abc import Collection, Iterable, Mapping, Set

from cchc_cli.intake.files.sheet import Cell, Sheet
from cchc_cli.plain_text import plain

HEADER_DEPTH = 60
"""How far down a sheet a table may begin."""


def header_text(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell, or of the merged block that covers it; '' where there is none."""
    return header_cell(sheet, row, column).text


def header_cell(sheet: Sheet, row: int, column: int) -> Cell:
    """A cell, or where it is blank the first of the merged block that covers it."""
    cell = sheet.cell(row, column)
    block = sheet.merge_at(row, column) if cell.is_blank else None
    return sheet.cell(block.first_row, block.first_column) if block is not None else cell


def header_words(sheet: Sheet, row: int) -> dict[int, str]:
    """The plain texts of a row by column, seeing through cells merged down from rows above."""
    words = {column: plain(text) for column, text in _texts(sheet, row)}
    for block in sheet.merges_on(row):
        if block.first_row < row and block.first_column not in words:
            text = sheet.cell(block.first_row, block.first_column).text
            if text:
                words[block.first_column] = plain(text)
    return words


def _texts(sheet: Sheet, row: int) -> Iterable[tuple[int, str]]:
    """The texts of a row by column, as their readers see them."""
    if row in sheet.marked_rows:
        return ((column, cell.text) for column, cell in sheet.cells(row) if isinstance(cell.value, str))
    values = enumerate(sheet.rows[row - 1], 1) if 0 < row <= sheet.height else ()
    return ((column, value) for column, value in values if isinstance(value, str))


def rows_with(sheet: Sheet, words: Set[str], last_row: int) -> list[int]:
    """The rows that one of the words heads, itself or in a block merged down from above; from the top."""
    places = {place for word in words & sheet.words.keys() for place in sheet.words[word]}
    rows = {row for row, _ in places if row <= last_row}
    for block in sheet.merged:
        if block.last_row > block.first_row and block[:2] in places:
            rows.update(range(block.first_row + 1, min(block.last_row, last_row) + 1))
    return sorted(rows)


def doubled(words: Mapping[int, str], only_once: Collection[str]) -> tuple[int, ...]:
    """The columns whose header, one of those that may stand only once, stands further left as well.

    >>> doubled({1: "mã", 2: "số", 4: "số", 5: "mã"}, ("mã",))
    (5,)
    """
    if len(set(words.values())) == len(words):
        return ()
    columns: dict[str, list[int]] = {word: [] for word in only_once}
    for column in sorted(words):
        if words[column] in columns:
            columns[words[column]].append(column)
    return tuple(sorted(column for found in columns.values() for column in found[1:]))
