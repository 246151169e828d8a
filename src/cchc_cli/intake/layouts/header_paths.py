"""What stands above each column of a table, from the top: through merged cells, and through missing ones."""

from collections import defaultdict
from collections.abc import Iterator

from cchc_cli.intake.files.sheet import Place, Range, Sheet
from cchc_cli.plain_text import plain

HeaderPath = tuple[str, ...]
"""The plain texts above a column; one that spans rows or columns stands once."""

_HIGHEST_BLOCK = 10
"""How many rows above a header row a merged cell that reaches into it may begin."""


class HeaderReader:
    """Reads the headers of one sheet, wherever they are looked for."""

    def __init__(self, sheet: Sheet, width: int) -> None:
        self._sheet = sheet
        self._width = width
        self._starting: dict[int, list[Range]] = defaultdict(list)
        for block in sheet.merged:
            self._starting[block.first_row].append(block)

    def paths(self, first_row: int, last_row: int) -> dict[int, HeaderPath]:
        """The path of each column that has one.

        Where cells were not merged, a blank one belongs to the text on its left, if something stands below.
        """
        paths: dict[int, list[str]] = defaultdict(list)
        seen: dict[int, set[Place]] = defaultdict(set)
        for row in range(first_row, last_row + 1):
            for column, corner, text in self._texts(row, last_row):
                if corner not in seen[column]:
                    seen[column].add(corner)
                    paths[column].append(text)
        return {column: tuple(path) for column, path in paths.items()}

    def _texts(self, row: int, last_row: int) -> Iterator[tuple[int, Place, str]]:
        """The texts of one row by column, each with the cell that holds it."""
        blocks = self._blocks(row)
        below = {column for lower in range(row + 1, last_row + 1) for column, _ in self._sheet.cells(lower)}
        left: tuple[Place, str] | None = None
        for column in range(1, self._width + 1):
            block = blocks.get(column)
            corner = (block.first_row, block.first_column) if block else (row, column)
            text = plain(self._sheet.cell(*corner).text)
            if text:
                left = (corner, text)
                yield column, corner, text
            elif block is None and left is not None and column in below:
                yield column, *left

    def _blocks(self, row: int) -> dict[int, Range]:
        """The merged block that covers each column of a row."""
        found: dict[int, Range] = {}
        for first in range(row, max(row - _HIGHEST_BLOCK, 0), -1):
            for block in self._starting.get(first, ()):
                if block.last_row >= row and len(found) < self._width:
                    last = min(block.last_column, self._width)
                    for column in range(block.first_column, last + 1):
                        found.setdefault(column, block)
        return found
