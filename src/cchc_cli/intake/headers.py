"""The header rows of a table, read as people see them: through merged cells."""

from functools import lru_cache

from cchc_cli.intake.sheet import Cell, Sheet
from cchc_cli.plain_text import plain as _plain

plain = lru_cache(maxsize=16384)(_plain)
"""The same headers stand in every form, and each layout looks at them."""

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
    words = {column: plain(cell.text) for column, cell in sheet.cells(row) if isinstance(cell.value, str)}
    for block in sheet.merged:
        if block.first_row < row <= block.last_row and block.first_column not in words:
            text = sheet.cell(block.first_row, block.first_column).text
            if text:
                words[block.first_column] = plain(text)
    return words


def header_path(sheet: Sheet, first_row: int, last_row: int, column: int) -> tuple[str, ...]:
    """The plain texts above a column, from the top; a text that spans rows or columns stands once.

    Where cells were not merged, a blank one belongs to the text on its left, if something stands below.
    """
    path: list[str] = []
    seen: set[tuple[int, int]] = set()
    for row in range(first_row, last_row + 1):
        block = sheet.merge_at(row, column)
        corner = (block.first_row, block.first_column) if block else (row, column)
        text = sheet.cell(*corner).text
        if not text and block is None and _anything_below(sheet, row, last_row, column):
            corner, text = _on_the_left(sheet, row, column)
        if text and corner not in seen:
            path.append(plain(text))
        seen.add(corner)
    return tuple(path)


def _anything_below(sheet: Sheet, row: int, last_row: int, column: int) -> bool:
    return any(not sheet.cell(below, column).is_blank for below in range(row + 1, last_row + 1))


def _on_the_left(sheet: Sheet, row: int, column: int) -> tuple[tuple[int, int], str]:
    for left in range(column - 1, 0, -1):
        text = header_text(sheet, row, left)
        if text:
            return (row, left), text
    return (row, column), ""
