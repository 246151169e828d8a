"""Words that say what stands beside them: `Kỳ báo cáo: | Năm 2024`."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from cchc_cli.intake.files.sheet import Cell, Place, Sheet
from cchc_cli.nearness import close_matches, nearest
from cchc_cli.plain_text import plain, without_tones
from cchc_cli.text_memory import TextMemory

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


def find_labels(sheet: Sheet, words: Set[str], rows: range | None = None) -> dict[str, Labelled]:
    """What stands beside each of the words, in some rows or near the top; the first place of each counts.

    `words` are plain. The value follows a colon in the same cell, or is the next cell to the right.
    """
    rows = range(1, min(sheet.height, _MOST_ROWS) + 1) if rows is None else rows
    found: dict[str, Place] = {}
    for index in (sheet.words, sheet.heads):
        for word in sorted(words & index.keys()):
            place = _first_within(index[word], rows)
            if place is not None and (word not in found or place < found[word]):
                found[word] = place
    return {word: _said(sheet, words, *place) for word, place in found.items()}


def _first_within(places: Sequence[Place], rows: range) -> Place | None:
    """The first of some places that stands in the rows."""
    if places[0][0] in rows:
        return places[0]
    position = bisect_left(places, (rows.start, 0))
    return places[position] if position < len(places) and places[position][0] < rows.stop else None


def _said(sheet: Sheet, words: Set[str], row: int, column: int) -> Labelled:
    text = sheet.value(row, column)
    if isinstance(text, str) and ":" in text:
        cell = sheet.cell(row, column)
        tail = cell.text.partition(":")[2].strip()
        if tail:
            return Labelled(cell._replace(value=tail), row, column)
    return _to_the_right(sheet.first_behind(row, column), words, row, column)


def near_label(
    sheet: Sheet, word: str, others: frozenset[str], last_row: int | None = None
) -> Labelled | None:
    """The first cell that looks like a word: misspelt, without its tones, or with more words behind it.

    `word` is plain, as are `others`, the words that it is told apart from.
    """
    question = (word, others)
    if question not in sheet.answers:
        sheet.answers[question] = _first_near(sheet, word, others)
    place = sheet.answers[question]
    if place is None or place[0] > (_MOST_ROWS if last_row is None else last_row):
        return None
    return Labelled(sheet.cell(*place), *place)


def _first_near(sheet: Sheet, word: str, others: frozenset[str]) -> Place | None:
    """Where the first one stands among the first cells that hold anything."""
    last, near = _last_looked_at(sheet), _nearness(word, others)
    for text, places in sheet.texts.items():
        if places[0] > last:
            break
        head = text.strip().partition(":")[0]
        if 0 < len(head) <= _LONGEST_LABEL and near[head]:
            return places[0]
    return None


def _last_looked_at(sheet: Sheet) -> Place:
    """The last of the first cells that hold anything."""
    if sheet.height * sheet.width <= _MOST_CELLS:
        return sheet.height, sheet.width
    cells = ((row, column) for row in range(1, sheet.height + 1) for column, _ in sheet.cells(row))
    return next(islice(cells, _MOST_CELLS - 1, None), (sheet.height, sheet.width))


@lru_cache(maxsize=16)
def _nearness(word: str, others: frozenset[str]) -> TextMemory[bool]:
    """Whether a text is near to a word: most texts beside a label are the same in every form."""
    return TextMemory(lambda head: _is_near(head, word, others))


def _is_near(head: str, word: str, others: frozenset[str]) -> bool:
    """Whether a text is none of the words, and nearer to the one than to any other."""
    if plain(head) in others:
        return False
    wanted, letters = _bare(word), without_tones(head)
    if len(wanted) < _FEWEST_LETTERS:
        return letters == wanted
    if letters.startswith(f"{wanted} "):
        return True
    if not close_matches(letters, (wanted,), cutoff=_VERY_NEAR):
        return False
    return nearest(letters, (wanted, *_without_tones(others))) == wanted


_bare = lru_cache(maxsize=64)(without_tones)
"""The few labels that others may be near to."""


@lru_cache(maxsize=8)
def _without_tones(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(map(without_tones, words)))


def _to_the_right(behind: tuple[int, Cell] | None, words: Set[str], row: int, column: int) -> Labelled:
    if behind is None:
        return Labelled(Cell(), row, column + 1)
    next_column, cell = behind
    if isinstance(cell.value, str) and plain(cell.text.partition(":")[0]) in words:
        return Labelled(Cell(), row, column + 1)
    return Labelled(cell, row, next_column)
