"""How tall a row must be: no program fits a row to wrapped text that a library has written."""

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cchc_cli.outgoing import look

_LINE = 1.3
"""How much taller a line is than its letters."""
_PADDING = 2.5
_POINTS_A_PIXEL = 0.75
_WIDENED = 1.02
"""Screens draw letters a little wider than paper."""
_USUAL = 500
_BY_WIDTH = {
    250: " .,",
    278: "ijlt/\\:;",
    333: "frI()[]-",
    389: "sJ",
    444: "acezđ“”",
    556: "FPS",
    611: "ELTZ",
    667: "BCR",
    722: "ADĐGHKNOQUVXYw",
    778: "m",
    833: "%",
    889: "M",
    944: "W",
    1000: "…",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
"""Thousandths of the letters' size, in Times New Roman."""


class Wrapped(NamedTuple):
    """A text in a cell of a column so many characters wide."""

    text: str
    width: float
    size: float = look.TEXT_SIZE


@lru_cache(maxsize=4096)
def lines_of(cell: Wrapped) -> int:
    """How many lines a text takes, broken at spaces and, where a word is longer than a line, within it.

    >>> [lines_of(Wrapped(text, 9)) for text in ("", "một hai", "một hai ba bốn")]
    [1, 1, 2]
    """
    room = (cell.width * 7 - 1) * _POINTS_A_PIXEL
    return sum(_lines(line.split(" "), room, cell.size) for line in cell.text.split("\n"))


def height_of(*stacks: Iterable[Wrapped]) -> float:
    """The height of a row in points; a cell is a stack of texts, one below the other."""
    return _PADDING + max(sum(lines_of(text) * text.size * _LINE for text in stack) for stack in stacks)


def _lines(words: Iterable[str], room: float, size: float) -> int:
    lines, used, space = 1, 0.0, _width(" ", size)
    for word in words:
        width = _width(word, size)
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        lines += max(0, math.ceil(width / room) - 1)
        used = width % room if width > room else used + (space if used else 0) + width
    return lines


def _width(text: str, size: float) -> float:
    letters = unicodedata.normalize("NFD", text)
    widths = (_WIDTHS.get(letter, _USUAL) for letter in letters if not unicodedata.combining(letter))
    return sum(widths) * size * _WIDENED / 1000
