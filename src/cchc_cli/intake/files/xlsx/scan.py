"""What the XML of a sheet says around its cells, found without reading all of it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from cchc_cli.intake.files.sheet import Range

_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell(?=\s)[^<>]*?\sref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)
_HIDES = b"hidden="
_HIDDEN = rb"""(?=[^<>]*\shidden=["'](?:1|true)["'])[^<>]*?"""
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row(?=\s)" + _HIDDEN + rb"""\sr=["']([0-9]{1,7})["']""")
_MAXIMUM_HIDDEN_ROWS = 200_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of any sheet of Excel."""


def merged_ranges(xml: bytes) -> Iterator[Range]:
    """The merged blocks, however large: nothing is made of their cells."""
    if b"mergeCell" not in xml:
        return
    for block in _MERGED.finditer(xml):
        first, first_row, last, last_row = block.groups()
        yield Range(int(first_row), column_number(first), int(last_row), column_number(last))


def hidden_rows(xml: bytes) -> frozenset[int]:
    """The rows that Excel does not show."""
    if _HIDES not in xml:
        return frozenset()
    return frozenset(int(row[1]) for row in islice(_HIDDEN_ROW.finditer(xml), _MAXIMUM_HIDDEN_ROWS))


@cache
def column_number(letters: bytes) -> int:
    """The column that Excel names so, counting from 1.

    >>> column_number(b"A"), column_number(b"XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number
