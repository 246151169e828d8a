"""Cells as common programs write them: how they are found in the XML, and what they say."""

import re
from functools import lru_cache
from typing import NamedTuple

from cchc_cli.intake.files.xlsx.regular_texts import (
    INSIDE,
    IrregularError,
    check_characters,
    text_inside,
    with_characters,
)

SLOT = b"\0"
"""Stands for the digits of a cell that were taken out; XML holds no such character."""
_LONGEST_COUNT = 15
"""A number of so many digits is whole for a double too."""
_DIGITS = rb"<v>([0-9]{1,%d})</v>" % _LONGEST_COUNT
_VALUE = re.compile(_DIGITS)
_FORMULA = rb'<f(?: (?:t|ref|si|ca|aca)="[^"<>&]*+")*+ ?+(?:/>|>[^<]*+</f>)'
_SAID = rb'(?:<v ?+/>|<v(?: xml:space="preserve")?+>%b[^<]*+%b</v>|<is>%b%b%b</is>|%b\0%b)'
_CELL = rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"([^<>]*+)>(?:(?<=/>)|%%b</c>|((?:%b)?+%b?+)</c>)' % (
    _FORMULA,
    _SAID % (b"", b"", b"", INSIDE, b"", b"", b""),
)
_CELL_WITH_SLOT = re.compile(_CELL % rb"(\0)")
_CELL_WITH_DIGITS = re.compile(_CELL % _DIGITS)
_GROUPS = 5
_SHORT = 500
"""Bytes of what is remembered of a cell."""
_ATTRIBUTES = re.compile(rb'(?: s="([0-9]{1,9})")?+(?: t="(\w++)")?+(?: [cv]m="[0-9]++")*+ ?+/?+')
_CONTENT = re.compile(rb"(%b)?+%b?+" % (_FORMULA, _SAID % (b"(", b")", b"(", INSIDE, b")", b"(", b")")))


def without_digits(rows: bytes) -> tuple[bytes, list[bytes]]:
    """Some rows with a slot in the place of each value that is digits, and the digits."""
    found = _VALUE.split(rows)
    return SLOT.join(found[::2]), found[1::2]


class Cells(NamedTuple):
    """The cells of some rows, one list for each thing that is known of them."""

    columns: list[bytes]
    rows: list[bytes]
    attributes: list[bytes]
    digits: list[bytes | None]
    """The digits, or the slot in their place, where they are all that stands in the cell."""
    contents: list[bytes | None]
    """All that stands in the cell, where it is anything else."""


def cut(rows: bytes, *, with_slots: bool) -> tuple[Cells, list[bytes]]:
    """The cells of some rows, and what stands before the first and behind each of them."""
    first, *found = (_CELL_WITH_SLOT if with_slots else _CELL_WITH_DIGITS).split(rows)
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
    """What stands in a cell: whether a formula, and the text that is stored or shown, or a slot."""

    has_formula: bool
    text: str
    has_slot: bool


def content(written: bytes, kind: str) -> Content:
    """What stands in a cell of this type, whose characters were checked.

    Raises IrregularError where it is none that `cut` found.
    """
    return (_kept_content if len(written) <= _SHORT else _content)(written, kind)


def _content(written: bytes, kind: str) -> Content:
    found = _CONTENT.fullmatch(written)
    if found is None:
        raise IrregularError
    formula, stored, inside, slot = found.groups(b"")
    if kind == "inlineStr":
        text = text_inside(inside) if inside else ""
    else:
        text = with_characters(stored.decode())
    return Content(bool(formula), text, bool(slot))


_kept_content = lru_cache(maxsize=4_096)(_content)
"""Tables name the same agencies and periods again and again."""


def check_contents(cells: Cells) -> None:
    """Raises IrregularError where the cells hold characters that XML does not allow, slots left out."""
    check_characters(b"".join(filter(None, cells.contents)).replace(SLOT, b""))
