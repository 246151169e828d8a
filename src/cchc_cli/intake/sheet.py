"""A workbook as it was read: sheets of cells, each where Excel shows it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeAlias

Value: TypeAlias = str | int | float | bool | date | None
Place: TypeAlias = tuple[int, int]
"""Row and column, counting from 1."""


class Range(NamedTuple):
    """A block of cells, all four ends counted."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


class Cell(NamedTuple):
    """What one cell holds; an error or a formula without a result has no value."""

    value: Value = None
    percent: bool = False
    """Shown as a percentage: 0.925 reads 92,5%."""
    error: str | None = None
    """The error as Excel shows it (#DIV/0!)."""
    uncached: bool = False
    """A formula whose result the file does not hold."""

    @property
    def is_blank(self) -> bool:
        return self.value is None and self.error is None and not self.uncached

    @property
    def text(self) -> str:
        """What a reader sees in the cell, near enough for names and messages; '' for a blank cell."""
        if self.error is not None:
            return self.error
        if isinstance(self.value, date):
            return f"{self.value:%d/%m/%Y}"
        return "" if self.value is None else str(self.value).strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[0]` is row 1 and its first value column A; rows may be of different lengths.

    The sets hold what the values alone do not say, by row and column. `far` are the cells with content
    that stand too far from the rest to be read.
    """

    name: str
    rows: list[list[Value]]
    percents: frozenset[Place] = frozenset()
    errors: dict[Place, str] = field(default_factory=dict)
    uncached: frozenset[Place] = frozenset()
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    """First and last column of each hidden run."""
    far: tuple[Place, ...] = ()

    width: int = field(init=False)
    """The last column that holds anything."""
    _marked: bool = field(init=False, repr=False)
    _blocks: dict[int, list[Range]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The merged blocks that cover a row, for the rows asked about so far."""

    def __post_init__(self) -> None:
        marked = max((column for _, column in (*self.errors, *self.uncached)), default=0)
        object.__setattr__(self, "width", max(marked, max(map(len, self.rows), default=0)))
        object.__setattr__(self, "_marked", bool(self.percents or self.errors or self.uncached))

    @property
    def height(self) -> int:
        return len(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        """The cell there; a blank one outside the used rows and columns."""
        values = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        value = values[column - 1] if 0 < column <= len(values) else None
        return self._cell(row, column, value) if self._marked else Cell(value)

    def cells(self, row: int) -> Iterator[tuple[int, Cell]]:
        """The cells of a row that hold anything, with their columns, from the left."""
        values = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        if not self._marked:
            return ((number, Cell(value)) for number, value in enumerate(values, 1) if value is not None)
        cells = ((number, self.cell(row, number)) for number in range(1, self.width + 1))
        return ((number, cell) for number, cell in cells if not cell.is_blank)

    def merge_at(self, row: int, column: int) -> Range | None:
        """The merged block that covers a cell, if one does."""
        if not self.merged:
            return None
        if row not in self._blocks:
            self._blocks[row] = [each for each in self.merged if each.first_row <= row <= each.last_row]
        return next((block for block in self._blocks[row] if block.holds(row, column)), None)

    def _cell(self, row: int, column: int, value: Value) -> Cell:
        place = (row, column)
        return Cell(value, place in self.percents, self.errors.get(place), place in self.uncached)

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether somebody who opens the workbook does not see the cell."""
        in_column = any(first <= column <= last for first, last in self.hidden_columns)
        return self.hidden or row in self.hidden_rows or in_column


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of one file, in their order."""

    sheets: tuple[Sheet, ...]


def normal(value: Any) -> Value:
    """A value as either reader gives it, in one form: no empty text, whole numbers as int, days as date.

    >>> normal(12.0), normal(""), normal(0.5)
    (12, None, 0.5)
    """
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() else value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time | timedelta):
        return str(value)
    if value is None or isinstance(value, bool | int | date):
        return value
    return str(value)
