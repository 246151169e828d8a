"""One pass over the XML of a sheet for what the fast reader does not tell.

The values come from elsewhere; this finds how far the sheet reaches, which cells show percentages,
which hold errors or formulas without a result, and what is merged or hidden.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cchc_cli.intake.sheet import Place, Range

_ADDRESS = rb'\sr="([A-Z]{1,3})([1-9][0-9]{0,6})"'
# As common programs write a cell: its address first, and nothing that could hide a second address.
_CELL = re.compile(rb"<(?:\w+:)?c" + _ADDRESS + rb'((?:\s(?:s|t|cm|vm|ph)="\w*")*\s*/?)>')
_OPENINGS = [start + end for start in (b"<c", b":c") for end in (b" ", b">", b"/", b"\n", b"\r", b"\t")]
_CONTENT = rb"(?<!/)>(.*?)</(?:\w+:)?c>"
_ERROR = re.compile(rb"<(?:\w+:)?c" + _ADDRESS + rb'[^>]*?\st="e"[^>]*' + _CONTENT, re.DOTALL)
_FORMULA = re.compile(
    rb"<(?:\w+:)?c" + _ADDRESS + rb"([^>]*)(?<!/)>\s*<(?:\w+:)?f(?=[\s/>])(.*?)</(?:\w+:)?c>", re.DOTALL
)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>([^<]+)")
_STYLE = re.compile(rb'\ss="(\d+)"')
_SHARED_TEXT = re.compile(rb'\st="s"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell(?=\s)[^>]*?\sref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_HIDDEN = rb'(?=[^>]*\shidden="(?:1|true)")[^>]*?'
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row(?=\s)" + _HIDDEN + rb'\sr="([0-9]+)"')
_COLUMNS = re.compile(rb"<(?:\w+:)?col(?=\s)" + _HIDDEN + rb">")
_ENDS = re.compile(rb'\s(min|max)="([0-9]+)"')

Cells = list[tuple[bytes, bytes, bytes]]
"""Column letters, row digits and further attributes of each cell."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What the XML of one sheet says beside the values.

    `regular`: every cell is written in the common way, address first, and nothing stands in it that the fast
    reader would lose, such as a digit written as a character reference. Only then are `places` complete.
    """

    regular: bool
    places: list[Place]
    """Every cell that is more than a style."""
    shared_texts: int
    percents: frozenset[Place]
    errors: dict[Place, str]
    uncached: frozenset[Place]

    @property
    def height(self) -> int:
        return max((row for row, _ in self.places), default=0)

    @property
    def width(self) -> int:
        return max((column for _, column in self.places), default=0)


def scan(xml: bytes, percent_styles: set[int]) -> Scan:
    """`percent_styles` are the style numbers that show percentages."""
    cells: Cells = _CELL.findall(xml)
    return Scan(
        regular=is_plain(xml) and b"&#" not in xml and len(cells) == sum(map(xml.count, _OPENINGS)),
        places=[_place(letters, row) for letters, row, rest in cells if not rest.endswith(b"/")],
        shared_texts=len(_SHARED_TEXT.findall(xml)),
        percents=frozenset(_percents(cells, percent_styles)),
        errors=_errors(xml),
        uncached=frozenset(_uncached(xml)),
    )


def is_plain(xml: bytes) -> bool:
    """Whether the XML is UTF-8 without comments and CDATA sections: the fast reader loses what they hold."""
    declaration = xml[:200].partition(b"?>")[0].lower()
    is_utf8 = b"encoding" not in declaration or b"utf-8" in declaration
    is_text = xml.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return is_utf8 and is_text and b"<!" not in xml


def has_content(xml: bytes, place: Place) -> bool:
    """Whether a cell that a regular scan found holds a value or a formula."""
    row, column = place
    start = re.search(rb'<(?:\w+:)?c\s+r="%b%d"' % (_letters(column), row), xml)
    return start is not None and bool(_VALUE.search(xml[start.end() : xml.find(b"c>", start.end())]))


def merged_ranges(xml: bytes) -> tuple[Range, ...]:
    """The merged blocks, however large: nothing is made of their cells."""
    return tuple(
        Range(int(first_row), column_number(first), int(last_row), column_number(last))
        for first, first_row, last, last_row in _MERGED.findall(xml)
    )


def hidden_rows(xml: bytes) -> frozenset[int]:
    """The rows that Excel does not show."""
    return frozenset(int(row) for row in _HIDDEN_ROW.findall(xml))


def hidden_columns(xml: bytes) -> tuple[tuple[int, int], ...]:
    """First and last column of each hidden run."""
    runs = [dict(_ENDS.findall(element)) for element in _COLUMNS.findall(xml)]
    return tuple((int(run[b"min"]), int(run[b"max"])) for run in runs if len(run) == len(("min", "max")))


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


def _letters(column: int) -> bytes:
    letters = b""
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = bytes([ord("A") + remainder]) + letters
    return letters


def _place(letters: bytes, row: bytes) -> Place:
    return int(row), column_number(letters)


def _percents(cells: Cells, percent_styles: set[int]) -> Iterator[Place]:
    if not percent_styles:
        return
    for letters, row, attributes in cells:
        style = _STYLE.search(attributes)
        if style and int(style[1]) in percent_styles:
            yield _place(letters, row)


def _errors(xml: bytes) -> dict[Place, str]:
    if b't="e"' not in xml:
        return {}
    return {
        _place(letters, row): value[1].decode("utf-8", "replace") if value else "#N/A"
        for letters, row, content in _ERROR.findall(xml)
        for value in (_VALUE.search(content),)
    }


def _uncached(xml: bytes) -> Iterator[Place]:
    for letters, row, attributes, content in _FORMULA.findall(xml):
        # A formula whose result is an empty text was calculated: the cell is blank.
        if not _VALUE.search(content) and b't="str"' not in attributes:
            yield _place(letters, row)
