"""One pass over the XML of a sheet for what the fast reader does not tell.

The values come from elsewhere; this finds how far the sheet reaches, which cells show percentages,
which hold errors or formulas without a result, and what is merged or hidden.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from cchc_cli.intake.files.sheet import Place, Range, joined
from cchc_cli.intake.files.xlsx.calculation import Calculation

_ADDRESS = rb'\sr="([A-Z]{1,3})([1-9][0-9]{0,6})"'
_ATTRIBUTES = rb'(?:\s(?:s|t|cm|vm|ph)="\w*")*\s*'
# As common programs write a cell: its address first, and nothing that could hide a second address.
_CELL = re.compile(rb"<(?:\w+:)?c" + _ADDRESS + rb"(" + _ATTRIBUTES + rb"/?)>")
_BLANK_CELL = re.compile(rb'<(?:\w+:)?c\sr="[A-Z]{1,3}[1-9][0-9]{0,6}"' + _ATTRIBUTES + rb"/>")
_OPENINGS = [start + end for start in (b"<c", b":c") for end in (b" ", b">", b"/", b"\n", b"\r", b"\t")]
# What stands in a cell ends before any other begins, so that no search runs over the same bytes twice.
_REST = rb"([^<]*+(?:<(?!/?(?:\w+:)?c[\s/>])[^<]*+)*+)</(?:\w+:)?c>"
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c" + _ADDRESS + rb'(?=[^<>]*\st="e")' + _ATTRIBUTES + rb"(?<!/)>" + _REST
)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c" + _ADDRESS + rb"(" + _ATTRIBUTES + rb")(?<!/)>\s*+<(?:\w+:)?f(?=[\s/>])" + _REST
)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^<>]*)?>([^<]+)")
_REFERENCE = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>[^<&]*&")
"""In a number, the fast reader reads on as far as the reference."""
_LETTER = rb"&#(?:1(?:2[89]|[3-9]\d)|[2-9]\d\d|[1-9]\d{3});"
# Some programs write every letter beyond ASCII so; in a text, the fast reader understands these.
_ODD_REFERENCE = re.compile(rb"(?!" + _LETTER + rb")&#|<(?!(?:\w+:)?t[\s>])[^<&]*+(?:&(?!#)[^<&]*+)*+&#")
_TYPE = re.compile(rb'\st="(\w*)"')
_STYLE = re.compile(rb'\ss="(\d{1,9})"')
_SHARED_TEXT = re.compile(rb'\st="s"')
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell(?=\s)[^<>]*?\sref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']"""
)
_HIDES = b"hidden="
_HIDDEN = rb"""(?=[^<>]*\shidden=["'](?:1|true)["'])[^<>]*?"""
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row(?=\s)" + _HIDDEN + rb"""\sr=["']([0-9]{1,7})["']""")
_COLUMNS = re.compile(rb"<(?:\w+:)?col(?=\s)" + _HIDDEN + rb">")
_ENDS = re.compile(rb"""\s(min|max)=["']([0-9]{1,7})["']""")
_LARGE = 4 * 1024 * 1024
"""Sheets of so many bytes are mostly formats."""
MAXIMUM_FILLED = 500_000
MAXIMUM_MARKED = 100_000
"""So many cells with errors, or formulas without results, are no figures."""
_MAXIMUM_HIDDEN_ROWS = 200_000
_MAXIMUM_COLUMN_RUNS = 16_384
_WINDOW = 2048
_MOST_EQUAL_SIGNS = 8
_LONG_WINDOWS = 4
_ENDLESS_WINDOWS = 64
"""The longest tag that programs write, the one with all its namespaces, has about 1,500 bytes."""

Cells = list[tuple[bytes, bytes, bytes]]
"""Column letters, row digits and further attributes of each cell."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What the XML of one sheet says beside the values.

    `regular`: every cell is written in the common way, address first, and nothing stands in it that the fast
    reader would lose, such as a digit written as a character reference. Only then does the rest hold.
    """

    regular: bool
    size: int = 0
    """The bytes of the XML."""
    filled: int = 0
    """The cells that are more than a style."""
    rows: frozenset[int] = frozenset()
    """The rows and columns in which any of them stands."""
    columns: frozenset[int] = frozenset()
    shared_texts: int = 0
    percents: frozenset[Place] = frozenset()
    errors: dict[Place, str] = field(default_factory=dict)
    uncached: frozenset[Place] = frozenset()

    @property
    def height(self) -> int:
        return max(self.rows, default=0)

    @property
    def width(self) -> int:
        return max(self.columns, default=0)


_NOT_REGULAR = Scan(regular=False)


def scan(xml: bytes, percent_styles: set[int], calculation: Calculation) -> Scan:
    """`percent_styles` are the style numbers that show percentages."""
    if not is_plain(xml) or _ODD_REFERENCE.search(xml) or xml.rfind(b"<?") > 0 or _REFERENCE.search(xml):
        return _NOT_REGULAR
    if len(xml) > _LARGE:
        xml = _BLANK_CELL.sub(b"", xml)
    openings = cell_count(xml)
    cells: Cells = _CELL.findall(xml) if openings <= MAXIMUM_FILLED else []
    if not len(cells) == openings == len({(letters, row) for letters, row, _ in cells}):
        return _NOT_REGULAR
    filled = [cell for cell in cells if not cell[2].endswith(b"/")]
    errors = dict(islice(_errors(xml), MAXIMUM_MARKED))
    uncached = frozenset(islice(_uncached(xml, calculation), MAXIMUM_MARKED))
    if MAXIMUM_MARKED in (len(errors), len(uncached)):
        return _NOT_REGULAR
    return Scan(
        regular=True,
        size=len(xml),
        filled=len(filled),
        rows=frozenset(map(int, {row for _, row, _ in filled})),
        columns=frozenset(map(column_number, {letters for letters, _, _ in filled})),
        shared_texts=len(_SHARED_TEXT.findall(xml)),
        percents=frozenset(_percents(filled, percent_styles)) - errors.keys() - uncached,
        errors=errors,
        uncached=uncached - errors.keys(),
    )


def cell_count(xml: bytes) -> int:
    """How many cells the XML of a sheet can hold at most, however they are written."""
    return sum(map(xml.count, _OPENINGS))


def is_plain(xml: bytes) -> bool:
    """Whether the fast reader gets on with the XML.

    It loses what comments and CDATA sections hold, reads UTF-8 only, and compares each attribute of an
    element with all others: a hundred thousand of them keep it busy for minutes.
    """
    declaration = xml[:200].partition(b"?>")[0].lower()
    is_utf8 = b"encoding" not in declaration or b"utf-8" in declaration
    is_text = xml.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return is_utf8 and is_text and b"<!" not in xml and not _has_many_attributes(xml)


def has_endless_tag(xml: bytes) -> bool:
    """Whether a tag is so long that a parser which reads piece by piece would never get to its end."""
    return any(windows > _ENDLESS_WINDOWS for _, windows in _long_tags(xml))


def _has_many_attributes(xml: bytes) -> bool:
    """Whether a tag may have far more attributes than any program writes."""
    return any(
        windows > _LONG_WINDOWS or xml.count(b"=", start, start + _WINDOW) > _MOST_EQUAL_SIGNS
        for start, windows in _long_tags(xml)
    )


def _long_tags(xml: bytes) -> Iterator[tuple[int, int]]:
    """Where each window starts that lies inside a tag from end to end, and how many came in a row."""
    windows = 0
    is_in_tag = False
    for start in range(0, len(xml), _WINDOW):
        end = start + _WINDOW
        closed = xml.rfind(b">", start, end)
        if closed >= 0:
            windows, is_in_tag = 0, xml.find(b"<", closed, end) >= 0
            continue
        if is_in_tag:
            windows += 1
            yield start, windows
        is_in_tag = is_in_tag or xml.find(b"<", start, end) >= 0


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


def hidden_columns(xml: bytes) -> tuple[tuple[int, int], ...]:
    """First and last column of each hidden run."""
    if _HIDES not in xml:
        return ()
    elements = islice(_COLUMNS.finditer(xml), _MAXIMUM_COLUMN_RUNS)
    runs = (dict(_ENDS.findall(element[0])) for element in elements)
    return joined((int(run[b"min"]), int(run[b"max"])) for run in runs if len(run) == len(("min", "max")))


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


def _place(letters: bytes, row: bytes) -> Place:
    return int(row), column_number(letters)


def _percents(cells: Cells, percent_styles: set[int]) -> Iterator[Place]:
    if not percent_styles:
        return
    for letters, row, attributes in cells:
        style = _STYLE.search(attributes)
        if style and int(style[1]) in percent_styles:
            yield _place(letters, row)


def _errors(xml: bytes) -> Iterator[tuple[Place, str]]:
    if b't="e"' not in xml:
        return
    for cell in _ERROR_CELL.finditer(xml):
        letters, row, content = cell.groups()
        value = _VALUE.search(content)
        yield _place(letters, row), value[1].decode("utf-8", "replace") if value else "#N/A"


def _uncached(xml: bytes, calculation: Calculation) -> Iterator[Place]:
    if b"<f" not in xml and b":f" not in xml:
        return
    for cell in _FORMULA_CELL.finditer(xml):
        letters, row, attributes, content = cell.groups()
        kind, value = _TYPE.search(attributes), _VALUE.search(content)
        result = value[1].decode("utf-8", "replace") if value else ""
        if calculation.is_missing(kind[1].decode() if kind else "n", result):
            yield _place(letters, row)
