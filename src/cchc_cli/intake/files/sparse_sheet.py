"""A sheet put together cell by cell, whatever order and however far apart the cells come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from cchc_cli.intake.files.limits import (
    MAXIMUM_COLUMNS,
    MAXIMUM_FAR_CELLS,
    MAXIMUM_ROWS,
    Allowance,
    sheet_too_large,
)
from cchc_cli.intake.files.sheet import Place, Range, Sheet, Value, joined

_A_MARK = 8
"""What is known of a cell beside its value takes the memory of so many cells."""


@dataclass
class SparseSheet:
    """Collects what a reader finds; `finished` makes the sheet. Rows and columns count from 1.

    Each `put` raises UnreadableError where the sheet or the file becomes too large.
    """

    name: str
    allowance: Allowance
    hidden: bool = False
    percents: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncached: set[Place] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    _rows: list[list[Value]] = field(default_factory=list)
    _paid: int = 0
    _far: list[Place] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, *, is_percent: bool = False) -> None:
        """A cell that holds a value."""
        if not self._is_near(row, column):
            return
        self._make_room(row, column)
        self._rows[row - 1][column - 1] = value
        if isinstance(value, str):
            self.allowance.spend_text(value)
        if is_percent:
            self.allowance.spend(_A_MARK)
            self.percents.add((row, column))

    def put_row(self, row: int, values: list[Value]) -> None:
        """A row of cells from the left that is known to be near; the list becomes part of the sheet."""
        while values and values[-1] is None:
            values.pop()
        if values:
            self._make_room(row, 0)
            self._rows[row - 1] = values
            self.allowance.spend(len(values))
            self.allowance.spend_texts(values)

    def put_rows(self, rows: Mapping[int, list[Value]]) -> None:
        """Rows below all others that are known to be near; `pay` pays for what they take.

        Each ends with a value, and the lists become part of the sheet.
        """
        if rows:
            self._make_room(max(rows), 0)
        for row, values in rows.items():
            self._rows[row - 1] = values

    def pay(self, *, with_texts: bool) -> None:
        """Spends what the cells take of the rows that were put there since it was called last."""
        rows = self._rows[self._paid :]
        self._paid = len(self._rows)
        self.allowance.spend(sum(map(len, rows)))
        if with_texts:
            self.allowance.spend_texts(chain.from_iterable(rows))

    def put_run(self, row: int, columns: range, value: Value, *, is_percent: bool = False) -> None:
        """Cells beside one another that hold the same value."""
        near = range(columns.start, min(columns.stop, MAXIMUM_COLUMNS + 1))
        if row > MAXIMUM_ROWS or not near:
            self._put_far(row, columns)
            return
        self._make_room(row, near[-1])
        self._rows[row - 1][near.start - 1 : near.stop - 1] = [value] * len(near)
        if isinstance(value, str):
            self.allowance.spend_text(value, len(near))
        if is_percent:
            self.allowance.spend(_A_MARK * len(near))
            self.percents.update((row, column) for column in near)
        if len(near) < len(columns):
            self._put_far(row, columns[len(near) :])

    def put_error(self, row: int, column: int, error: str) -> None:
        """A cell that shows an error."""
        if self._is_near(row, column):
            self._make_room(row, 0)
            self.allowance.spend(_A_MARK)
            self.errors[row, column] = error

    def put_uncached(self, row: int, column: int) -> None:
        """A formula without a result."""
        if self._is_near(row, column):
            self._make_room(row, 0)
            self.allowance.spend(_A_MARK)
            self.uncached.add((row, column))

    def merge(self, *blocks: Range) -> None:
        """Merged blocks, however large: nothing is made of their cells."""
        self.allowance.spend(blocks=len(blocks))
        self.merged.extend(blocks)

    def _is_near(self, row: int, column: int) -> bool:
        if row <= MAXIMUM_ROWS and column <= MAXIMUM_COLUMNS:
            return True
        self._put_far(row, range(column, column + 1))
        return False

    def _put_far(self, row: int, columns: range) -> None:
        self._far.extend((row, column) for column in columns[: MAXIMUM_FAR_CELLS + 1])
        if len(self._far) > MAXIMUM_FAR_CELLS:
            rows = max(row for row, _ in self._far)
            raise sheet_too_large(self.name, max(rows, len(self._rows)), max(c for _, c in self._far))

    def _make_room(self, row: int, column: int) -> None:
        missing = row - len(self._rows)
        if missing > 0:
            self.allowance.spend(rows=missing)
            self._rows.extend([] for _ in range(missing))
        cells = self._rows[row - 1]
        missing = column - len(cells)
        if missing > 0:
            self.allowance.spend(missing)
            cells.extend([None] * missing)

    def finished(self) -> Sheet:
        """The sheet, as every reader gives it."""
        return Sheet(
            name=self.name,
            rows=self._rows,
            percents=frozenset(self.percents),
            errors=self.errors,
            uncached=frozenset(self.uncached),
            merged=tuple(self.merged),
            hidden=self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=joined(self.hidden_columns),
            far=tuple(self._far),
        )
