"""Words that say what stands beside them: `Kỳ báo cáo: | Năm 2024`."""

from collections.abc import Collection
from typing import NamedTuple

from cchc_cli.intake.sheet import Cell, Sheet
from cchc_cli.plain_text import plain

_MOST_ROWS = 200


class Labelled(NamedTuple):
    """What a label says, and the cell that says it; a blank cell where nothing follows the label."""

    cell: Cell
    row: int
    column: int

    @property
    def text(self) -> str:
        return self.cell.text


def find_labels(sheet: Sheet, words: Collection[str], last_row: int | None = None) -> dict[str, Labelled]:
    """What stands beside each of the words, down to a row; the first place of each word counts.

    `words` are plain. The value follows a colon in the same cell, or is the next cell to the right.
    """
    found: dict[str, Labelled] = {}
    height = min(sheet.height, _MOST_ROWS if last_row is None else last_row)
    for row in range(1, height + 1):
        cells = list(sheet.cells(row))
        for position, (column, cell) in enumerate(cells):
            if not isinstance(cell.value, str):
                continue
            head, colon, tail = cell.text.partition(":")
            word = plain(head)
            if word not in words or word in found:
                continue
            if colon and tail.strip():
                found[word] = Labelled(Cell(tail.strip()), row, column)
            else:
                found[word] = _to_the_right(cells[position + 1 :], words, row, column)
    return found


def _to_the_right(cells: list[tuple[int, Cell]], words: Collection[str], row: int, column: int) -> Labelled:
    if not cells:
        return Labelled(Cell(), row, column + 1)
    next_column, cell = cells[0]
    head = cell.text.partition(":")[0]
    if isinstance(cell.value, str) and plain(head) in words:
        return Labelled(Cell(), row, column + 1)
    return Labelled(cell, row, next_column)
