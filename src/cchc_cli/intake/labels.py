"""Words that say what stands beside them: `Kỳ báo cáo: | Năm 2024`."""

import difflib
from collections.abc import Collection
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from cchc_cli.intake.files.sheet import Cell, Sheet
from cchc_cli.plain_text import plain, without_tones

_MOST_ROWS = 200
_LONGEST_LABEL = 60
_MOST_CELLS = 2_000
_FEWEST_LETTERS = 6
"""Shorter words are near to too many others."""
_VERY_NEAR = 0.8


class Labelled(NamedTuple):
    """What a label says, and the cell that says it; a blank cell where nothing follows the label."""

    cell: Cell
    row: int
    column: int

    @property
    def text(self) -> str:
        return self.cell.text


def find_labels(sheet: Sheet, words: Collection[str], rows: range | None = None) -> dict[str, Labelled]:
    """What stands beside each of the words, in some rows or near the top; the first place of each counts.

    `words` are plain. The value follows a colon in the same cell, or is the next cell to the right.
    """
    found: dict[str, Labelled] = {}
    for row in range(1, min(sheet.height, _MOST_ROWS) + 1) if rows is None else rows:
        cells = list(sheet.cells(row))
        for position, (column, cell) in enumerate(cells):
            if not isinstance(cell.value, str):
                continue
            head, colon, tail = cell.text.partition(":")
            word = plain(head)
            if word not in words or word in found:
                continue
            if colon and tail.strip():
                found[word] = Labelled(cell._replace(value=tail.strip()), row, column)
            else:
                found[word] = _to_the_right(cells[position + 1 :], words, row, column)
    return found


def near_label(
    sheet: Sheet, word: str, others: frozenset[str], last_row: int | None = None
) -> Labelled | None:
    """The first cell that looks like a word: misspelt, without its tones, or with more words behind it.

    `word` is plain, as are `others`, the words that it is told apart from.
    """
    height = min(sheet.height, _MOST_ROWS if last_row is None else last_row)
    cells = ((row, column, cell) for row in range(1, height + 1) for column, cell in sheet.cells(row))
    for row, column, cell in islice(cells, _MOST_CELLS):
        head = cell.text.partition(":")[0] if isinstance(cell.value, str) else ""
        if 0 < len(head) <= _LONGEST_LABEL and _is_near(head, word, others) and plain(head) not in others:
            return Labelled(cell, row, column)
    return None


def _is_near(head: str, word: str, others: frozenset[str]) -> bool:
    """Whether a text is nearer to the word than to any other."""
    wanted, letters = without_tones(word), without_tones(head)
    if len(wanted) < _FEWEST_LETTERS:
        return letters == wanted
    if letters.startswith(f"{wanted} "):
        return True
    if not difflib.get_close_matches(letters, (wanted,), cutoff=_VERY_NEAR):
        return False
    return difflib.get_close_matches(letters, (wanted, *_without_tones(others)), n=1) == [wanted]


@lru_cache(maxsize=8)
def _without_tones(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(map(without_tones, words)))


def _to_the_right(cells: list[tuple[int, Cell]], words: Collection[str], row: int, column: int) -> Labelled:
    if not cells:
        return Labelled(Cell(), row, column + 1)
    next_column, cell = cells[0]
    head = cell.text.partition(":")[0]
    if isinstance(cell.value, str) and plain(head) in words:
        return Labelled(Cell(), row, column + 1)
    return Labelled(cell, row, next_column)
