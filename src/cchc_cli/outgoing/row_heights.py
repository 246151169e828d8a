"""How tall a row must be: a library writes no row that Excel fits to its wrapped text."""

import math
from collections.abc import Iterable

_LINE = 15.0
_PADDING = 3.0
_LETTERS_A_UNIT = 1.35
"""Letters of our face that fit into one unit of a column's width."""


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width, wrapped at spaces.

    >>> lines_of("một hai ba", 100), lines_of("", 10), lines_of("một hai ba bốn", 7)
    (1, 1, 2)
    """
    return sum(max(1, math.ceil(len(line) / (width * _LETTERS_A_UNIT))) for line in text.split("\n"))


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row with these texts in columns of these widths."""
    return _PADDING + _LINE * max(lines_of(text, width) for text, width in cells)
