"""What some rows say but for the digits in them: nearly all forms of a template have it in common.

So it is worked out once, and of the other forms only the digits are read.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, compress, count, pairwise, repeat
from operator import ge, sub
from string import ascii_uppercase
from typing import NamedTuple

from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import MAXIMUM_COLUMNS
from cchc_cli.intake.files.sheet import Value, normal
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.cell_contents import stored_value
from cchc_cli.intake.files.xlsx.regular_cells import (
    SLOT,
    Cells,
    check_contents,
    content,
    cut,
    look,
    without_digits,
)
from cchc_cli.intake.files.xlsx.regular_texts import IrregularError, check_characters
from cchc_cli.intake.files.xlsx.scan import column_number, hidden_rows

_ROWS = re.compile(rb'(?:<row r="[1-9][0-9]{0,6}"(?: (?!xmlns)[\w:]++="[^"<>&]*+")*+ ?+(?:/>|>\|?+</row>))*+')
"""The rows of a piece without their cells, whose place is marked."""
_PLACE_OF_CELLS = b"|"
_FEW = 12 * 1024
"""Bytes of rows that are remembered: a few rows of a form."""
_HIDDEN = (b'hidden="1"', b'hidden="true"')
_LETTERS = [letter.encode() for letter in ascii_uppercase]
_NEAR_COLUMNS = [first + last for first in (b"", *_LETTERS) for last in _LETTERS][:MAXIMUM_COLUMNS]
"""Their names, from the left."""
_WRITTEN = "inlineStr"
_PLAIN_KINDS = ("n", "s", "str", _WRITTEN)
_MARKED = ""
_COLUMN_NUMBERS = {name: column_number(name) for name in _NEAR_COLUMNS}


class Row(NamedTuple):
    """Where the cells of a row that holds anything stand in the list of all, and in which columns."""

    number: int
    start: int
    end: int
    before: int
    """The columns before the first, where they stand side by side."""
    columns: tuple[int, ...] | None
    """Where they do not: each with its own; 0 for one that is far and blank."""


class MarkedCell(NamedTuple):
    """A cell of which more may be known than its value; it is put on the sheet by itself."""

    row: int
    column: int
    kind: str
    style: int
    has_formula: bool
    held: int
    """Where its text stands in the list of all."""


class Layout(NamedTuple):
    """Some rows but for the digits in them."""

    held: tuple[Value, ...]
    """What the cells hold, in their order, those with digits left out; the texts of marked ones follow."""
    slots: tuple[int, ...]
    """Where in that list the digits stand, in their order."""
    kinds: tuple[str, ...]
    """What the digits are: a number ("n"), the number of a shared text ("s"), a text ("str")."""
    rows: tuple[Row, ...]
    marked: tuple[MarkedCell, ...]
    hidden_rows: frozenset[int]
    first_row: int
    last_row: int
    """Of those that have cells, blank ones too; 0 if none has."""


def layout(rows: bytes, styles: CellStyles, calculation: Calculation) -> tuple[Layout, list[bytes]]:
    """What some rows say, and the digits in them, if they are written as common programs write them.

    Raises IrregularError, ValueError or LookupError where the exact reader has to look.
    """
    if SLOT in rows:
        raise IrregularError
    if len(rows) > _FEW:
        cells, around = cut(rows, with_slots=False)
        return _layout(cells, around, styles, calculation), list(filter(None, cells.digits))
    without, digits = without_digits(rows)
    found = _kept_layout(without, styles, calculation)
    if len(found.slots) != len(digits):
        raise IrregularError
    return found, digits


@lru_cache(maxsize=512)
def _kept_layout(rows: bytes, styles: CellStyles, calculation: Calculation) -> Layout:
    """The layout of rows with slots, each of which is the digits of a cell unless there are fewer."""
    return _layout(*cut(rows, with_slots=True), styles, calculation)


def _layout(cells: Cells, around: list[bytes], styles: CellStyles, calculation: Calculation) -> Layout:
    hidden = _hidden_rows(_PLACE_OF_CELLS.join([around[0], *filter(None, around[1:])]))
    check_contents(cells)
    drawing = _Drawing(cells, styles, calculation)
    drawing.look_closer()
    starts = [index for index, text in enumerate(around) if text]
    numbers = _numbers(cells, starts)
    found = tuple(drawing.rows(numbers, starts))
    slots, kinds = drawing.slots()
    if _WRITTEN in kinds:
        raise IrregularError
    return Layout(
        tuple(drawing.held), slots, kinds, found, tuple(sorted(drawing.marked)), hidden, *_ends(numbers)
    )


def _hidden_rows(rows: bytes) -> frozenset[int]:
    """Those of some rows that are hidden. Raises IrregularError where anything else stands there."""
    check_characters(rows)
    if not _ROWS.fullmatch(rows):
        raise IrregularError
    return hidden_rows(rows) if any(mark in rows for mark in _HIDDEN) else frozenset()


def _numbers(cells: Cells, starts: list[int]) -> list[int]:
    """The rows that have cells, each below the one before.

    Two cells in one place are damage, which the exact reader names.
    """
    written = [cells.rows[start] for start in starts[:-1]]
    expected = chain.from_iterable(map(repeat, written, map(sub, starts[1:], starts)))
    numbers = list(map(int, written))
    if list(expected) != cells.rows or any(map(ge, numbers, numbers[1:])):
        raise IrregularError
    return numbers


def _ends(numbers: list[int]) -> tuple[int, int]:
    return (numbers[0], numbers[-1]) if numbers else (0, 0)


class _Drawing:
    """A layout as it is made."""

    def __init__(self, cells: Cells, styles: CellStyles, calculation: Calculation) -> None:
        self.held: list[Value] = [None] * len(cells.columns)
        self.marked: list[MarkedCell] = []
        self._cells = cells
        self._calculation = calculation
        self._places = list(range(len(cells.columns)))
        self._has_slot = list(map(bool, cells.digits))
        kinds = {attributes: _plain_kind(attributes, styles) for attributes in set(cells.attributes)}
        self._kinds = [kinds[attributes] for attributes in cells.attributes]

    def slots(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Where the slots stand, and what stands in them."""
        return tuple(compress(self._places, self._has_slot)), tuple(compress(self._kinds, self._has_slot))

    def look_closer(self) -> None:
        """Adds what cells hold that have more than a slot, and marks those that are not plain."""
        if _MARKED in self._kinds:
            for index in compress(count(), self._cells.digits):
                if self._kinds[index] == _MARKED:
                    self._mark(index, "", has_formula=False)
        for index, written in enumerate(self._cells.contents):
            if written:
                self._add(index, written)

    def _add(self, index: int, written: bytes) -> None:
        kind = look(self._cells.attributes[index]).kind
        has_formula, text, has_slot = content(written, kind)
        self._has_slot[index] = has_slot
        is_result = text or has_slot or kind == "str"
        is_marked = has_formula and (self._calculation.on_load or not is_result)
        if is_marked or (self._kinds[index] == _MARKED and (text or has_slot or has_formula)):
            self._mark(index, text, has_formula=has_formula)
        elif text and kind == "s":
            raise IrregularError
        elif text:
            self.held[index] = normal(stored_value(kind, text))

    def _mark(self, index: int, text: str, *, has_formula: bool) -> None:
        cells = self._cells
        style, kind = look(cells.attributes[index])
        if kind == _WRITTEN and self._has_slot[index]:
            raise IrregularError
        row, column = int(cells.rows[index]), _COLUMN_NUMBERS[cells.columns[index]]
        self.marked.append(MarkedCell(row, column, kind, int(style or 0), has_formula, len(self.held)))
        self._places[index], self._kinds[index] = len(self.held), "str"
        self.held.append(text)

    def rows(self, numbers: list[int], starts: list[int]) -> Iterator[Row]:
        """The rows that hold anything but marked cells. Raises IrregularError."""
        holds = [slot or value is not None for slot, value in zip(self._has_slot, self.held, strict=False)]
        for number, (start, end) in zip(numbers, pairwise(starts), strict=True):
            names = self._cells.columns[start:end]
            while end > start and not holds[end - 1]:
                end -= 1
            before = _COLUMN_NUMBERS.get(names[0], 0) - 1
            if names == _NEAR_COLUMNS[before : before + len(names)]:
                row = Row(number, start, end, before, None)
            else:
                row = Row(number, start, end, 0, _columns(names, holds[start:end]))
            if end > start:
                yield row


def _plain_kind(attributes: bytes, styles: CellStyles) -> str:
    style, kind = look(attributes)
    return kind if style in styles.plain and kind in _PLAIN_KINDS else _MARKED


def _columns(names: list[bytes], holds: list[bool]) -> tuple[int, ...]:
    """The columns of cells that do not stand side by side."""
    if len(set(names)) < len(names):
        raise IrregularError
    columns = tuple(_COLUMN_NUMBERS.get(name, 0) for name, _ in zip(names, holds, strict=False))
    if 0 in compress(columns, holds):
        raise IrregularError
    return columns
