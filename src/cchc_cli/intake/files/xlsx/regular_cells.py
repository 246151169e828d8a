"""Cells as common programs write them: how they are found in the XML, and what they say.

Nearly all are blank, a whole number or a shared text: what such a cell holds depends on its attributes and
on the digits in it alone. What another one says is looked at by itself.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple, TypeAlias

from cchc_cli.intake.files.sheet import Value
from cchc_cli.intake.files.xlsx.regular_texts import INSIDE, IrregularError, text_inside, with_characters

_LONGEST_COUNT = 15
"""A number of so many digits is whole for a double too."""
_FORMULA = rb'<f(?: (?:t|ref|si|ca|aca)="[^"<>&]*+")*+ ?+(?:/>|>[^<]*+</f>)'
_SAID = rb'(?:<v ?+/>|<v(?: xml:space="preserve")?+>%b[^<]*+%b</v>|<is>%b%b%b</is>)'
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"([^>]*+)>(?:(?<=/>)|<v>([0-9]{1,%d})</v></c>|((?:%b)?+%b?+)</c>)'
    % (_LONGEST_COUNT, _FORMULA, _SAID % (b"", b"", b"", INSIDE, b""))
)
_GROUPS = 5
_ATTRIBUTES = re.compile(rb'(?: s="([0-9]{1,9})")?+(?: t="(\w++)")?+(?: [cv]m="[0-9]++")*+ ?+/?+')
_CONTENT = re.compile(rb"(%b)?+%b?+" % (_FORMULA, _SAID % (b"(", b")", b"(", INSIDE, b")")))

_SHORT = 500
"""Bytes of what is remembered of a cell."""


class Cells(NamedTuple):
    """The cells of some rows, one list for each thing that is known of them."""

    columns: list[bytes]
    rows: list[bytes]
    attributes: list[bytes]
    digits: list[bytes | None]
    """Where digits are all that stands in the cell."""
    contents: list[bytes | None]
    """All that stands in the cell, where it is anything else."""


def cut(rows: bytes) -> tuple[Cells, list[bytes]]:
    """The cells of some rows, and what stands before the first and behind each of them."""
    first, *found = _CELL.split(rows)
    columns, numbers, attributes, digits, contents, behind = (
        found[group :: _GROUPS + 1] for group in range(_GROUPS + 1)
    )
    return Cells(columns, numbers, attributes, digits, contents), [first, *behind]


class Look(NamedTuple):
    """What the attributes of a cell say: the number of its style as it is written, and its type."""

    style: str | None
    kind: str


@lru_cache(maxsize=1024)
def look(attributes: bytes) -> Look:
    """Raises IrregularError where any other attribute stands among them."""
    found = _ATTRIBUTES.fullmatch(attributes)
    if found is None:
        raise IrregularError
    style, kind = found.groups()
    return Look(style.decode() if style else None, kind.decode() if kind else "n")


class Content(NamedTuple):
    """What stands in a cell: whether a formula, and the text that is stored or shown."""

    has_formula: bool
    text: str


def content(written: bytes, kind: str) -> Content:
    """What stands in a cell of this type. Raises IrregularError where it is none that `cut` found."""
    return (_kept_content if len(written) <= _SHORT else _content)(written, kind)


def _content(written: bytes, kind: str) -> Content:
    found = _CONTENT.fullmatch(written)
    if found is None:
        raise IrregularError
    formula, stored, inside = found.groups(b"")
    if kind == "inlineStr":
        return Content(bool(formula), text_inside(inside) if inside else "")
    return Content(bool(formula), with_characters(stored.decode()))


_kept_content = lru_cache(maxsize=4_096)(_content)
"""Forms made from one template have their formulas in common, and many of the results."""

Held: TypeAlias = Callable[[bytes], Value]


class PlainCells(dict[bytes, Held]):
    """What digits in a cell say, by the attributes of the cell, where its type and style are plain.

    Of other cells nothing is said here.
    """

    def __init__(self, texts: Mapping[bytes, Value], plain_styles: frozenset[str | None]) -> None:
        self._held: dict[str, Held] = {"n": int, "s": texts.__getitem__, "str": bytes.decode}
        self._plain_styles = plain_styles
        self._unusual: set[bytes] = set()
        """The attributes of the others that came."""

    def __missing__(self, attributes: bytes) -> Held:
        style, kind = look(attributes)
        held = self._held.get(kind) if style in self._plain_styles else None
        if held is None:
            held = _nothing
            self._unusual.add(attributes)
        self[attributes] = held
        return held

    def shows_values(self, style: str | None, kind: str) -> bool:
        """Whether all that is to be known of such a cell is its value."""
        return style in self._plain_styles and (kind in self._held or kind == "inlineStr")

    def others(self, cells: Cells) -> list[int]:
        """The cells that hold anything of which nothing was said here, by their numbers."""
        found = list(compress(count(), cells.contents))
        if self._unusual:
            unusual = compress(count(), map(self._unusual.__contains__, cells.attributes))
            found = sorted({*found, *(index for index in unusual if cells.digits[index])})
        return found


def _nothing(_: bytes) -> None:
    return None
