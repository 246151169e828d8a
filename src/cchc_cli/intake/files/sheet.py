"""A workbook as it was read: sheets of cells, each where Excel shows it."""

import math
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

from cchc_cli.legacy_text import Stored, in_unicode
from cchc_cli.plain_text import all_plain

Value: TypeAlias = str | int | float | bool | date | None
ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:[0-9]+")
"""An error as Excel shows it, or LibreOffice."""
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
    legacy: Stored | None = None
    """The text as it is stored, where it was typed in a font of before Unicode; `value` is what it says."""

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


_BLANK = Cell()


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows[0]` is row 1 and its first value column A; rows may be of different lengths.

    The sets hold what the values alone do not say, by row and column. `far` are the cells with content
    that stand too far from the rest to be read. Its texts are gone through once, by whoever asks first:
    all who look for tables and labels ask `texts`, `words` and `heads` where something stands.
    """

    name: str
    rows: list[list[Value]]
    percents: frozenset[Place] = frozenset()
    errors: dict[Place, str] = field(default_factory=dict)
    uncached: frozenset[Place] = frozenset()
    legacy: dict[Place, Stored] = field(default_factory=dict)
    """The texts typed in a font of before Unicode, as they are stored; the rows hold what they say."""
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    """First and last column of each hidden run."""
    far: tuple[Place, ...] = ()

    @cached_property
    def width(self) -> int:
        """The last column that holds anything."""
        marked = max((column for _, column in (*self.errors, *self.uncached)), default=0)
        return max(marked, max(map(len, self.rows), default=0))

    @property
    def title(self) -> str:
        """Its name as its author reads it, for comparing with others; `name` is what the file says."""
        return in_unicode(self.name)

    @property
    def height(self) -> int:
        return len(self.rows)

    @cached_property
    def texts(self) -> Mapping[str, list[Place]]:
        """Where each text stands, from the top and the left.

        Digits alone head nothing and label nothing; a table of text may hold a million: they are left out.
        """
        found: dict[str, list[Place]] = {}
        for row, values in enumerate(self.rows, 1):
            for column, value in enumerate(values, 1):
                if type(value) is str and not (value.isdecimal() and value.isascii()):
                    if value in found:
                        found[value].append((row, column))
                    else:
                        found[value] = [(row, column)]
        return found

    @cached_property
    def words(self) -> Mapping[str, list[Place]]:
        """Where each text stands, by the text in plain."""
        return _by_word(all_plain(self.texts), self.texts.values())

    @cached_property
    def heads(self) -> Mapping[str, list[Place]]:
        """Where each text with a colon stands, by what it says before it."""
        found = [text for text in self.texts if ":" in text]
        heads = all_plain([text.partition(":")[0] for text in found])
        return _by_word(heads, [self.texts[text] for text in found])

    @cached_property
    def answers(self) -> dict[Hashable, Place | None]:
        """Where it has what somebody looked for among its texts, by the question.

        A sheet may hold thousands of tables, of each of which the same is asked.
        """
        return {}

    def value(self, row: int, column: int) -> Value:
        """What stands there, but for an error; None outside the used rows and columns too."""
        if 0 < row <= len(self.rows):
            values = self.rows[row - 1]
            if 0 < column <= len(values):
                return values[column - 1]
        return None

    def column(self, column: int, rows: range) -> list[Value]:
        """What stands in some used rows of a column, as `value` says it."""
        found = self.rows[rows.start - 1 : rows.stop - 1]
        return [values[column - 1] if 0 < column <= len(values) else None for values in found]

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell holds nothing: no value, no error, no formula."""
        if self.value(row, column) is not None:
            return False
        return row not in self.marked_rows or self.cell(row, column).is_blank

    def cell(self, row: int, column: int) -> Cell:
        """The cell there; a blank one outside the used rows and columns."""
        value = self.value(row, column)
        if row in self.marked_rows:
            return self._cell(row, column, value)
        return _BLANK if value is None else Cell(value)

    def cells(self, row: int) -> Iterator[tuple[int, Cell]]:
        """The cells of a row that hold anything, with their columns, from the left."""
        values = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        if row not in self.marked_rows:
            return ((number, Cell(value)) for number, value in enumerate(values, 1) if value is not None)
        cells = ((number, self.cell(row, number)) for number in range(1, self.width + 1))
        return ((number, cell) for number, cell in cells if not cell.is_blank)

    def first_behind(self, row: int, column: int) -> tuple[int, Cell] | None:
        """The first cell right of one that holds anything, with its column."""
        if row not in self.marked_rows:
            behind = enumerate(self.rows[row - 1][column:], column + 1)
            return next(((number, Cell(value)) for number, value in behind if value is not None), None)
        for number in range(column + 1, self.width + 1):
            cell = self.cell(row, number)
            if not cell.is_blank:
                return number, cell
        return None

    def merge_at(self, row: int, column: int) -> Range | None:
        """The merged block that covers a cell, if one does."""
        if not self.merged:
            return None
        covering = self._blocks.get(row, ())
        return next((block for block in covering if block.holds(row, column)), None)

    def merges_on(self, row: int) -> Collection[Range]:
        """The merged blocks that cover any cell of a row, in their order."""
        return self._blocks.get(row, ()) if self.merged else ()

    @property
    def merged_rows(self) -> Collection[int]:
        """The rows in which a merged block covers any cell."""
        return self._blocks.keys()

    @property
    def hides_anything(self) -> bool:
        """Whether any of it may be hidden."""
        return bool(self.hidden or self.hidden_rows or self.hidden_columns)

    @cached_property
    def marked_rows(self) -> frozenset[int]:
        """The rows in which more is known of a cell than its value."""
        marks = chain(self.percents, self.errors, self.uncached, self.legacy)
        return frozenset(row for row, _ in marks)

    @cached_property
    def _blocks(self) -> dict[int, list[Range]]:
        """The merged blocks that cover each row."""
        return _by_row(self.merged, self.height)

    def _cell(self, row: int, column: int, value: Value) -> Cell:
        place = (row, column)
        error, stored = self.errors.get(place), self.legacy.get(place)
        return Cell(value, place in self.percents, error, place in self.uncached, stored)

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether somebody who opens the workbook does not see the cell."""
        in_column = any(first <= column <= last for first, last in self.hidden_columns)
        return self.hidden or row in self.hidden_rows or in_column


def _by_word(words: Sequence[str], places_of: Iterable[list[Place]]) -> dict[str, list[Place]]:
    """The places of texts by their words; those of several texts with one word are put in order."""
    places_of = list(places_of)
    alone = dict(zip(words, places_of, strict=True))
    return alone if len(alone) == len(words) else _mixed(words, places_of)


def _mixed(words: Iterable[str], places_of: Iterable[list[Place]]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    mixed: dict[str, list[Place]] = {}
    for word, places in zip(words, places_of, strict=True):
        if word in found:
            mixed.setdefault(word, list(found[word])).extend(places)
        else:
            found[word] = places
    for places in mixed.values():
        places.sort()
    return found | mixed


_MAXIMUM_COVERED_ROWS = 1_000_000
_MAXIMUM_ON_A_ROW = 500


def _by_row(blocks: Iterable[Range], height: int) -> dict[int, list[Range]]:
    """The blocks that cover each row, down to the last row that holds anything.

    Blocks that do not overlap, as Excel has it, stay far below both limits; of others some are left out.
    """
    covering: dict[int, list[Range]] = {}
    left = _MAXIMUM_COVERED_ROWS
    for block in blocks:
        rows = range(block.first_row, min(block.last_row, height, block.first_row + left) + 1)
        left -= len(rows)
        for row in rows:
            on_the_row = covering.setdefault(row, [])
            if len(on_the_row) < _MAXIMUM_ON_A_ROW:
                on_the_row.append(block)
    return covering


def joined(runs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Runs of columns, first and last of each, those that touch made one.

    >>> joined([(4, 6), (1, 2), (3, 3), (9, 9)])
    ((1, 6), (9, 9))
    """
    made: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return tuple(made)


class Workbook(NamedTuple):
    """The sheets of one file, in their order."""

    sheets: tuple[Sheet, ...]


LONGEST_TEXT = 32_767
"""So many letters Excel allows in a cell."""


def normal(value: object) -> Value:
    """A value as any reader gives it, in one form: no empty text, whole numbers as int, days as date.

    A text longer than Excel allows is cut.

    >>> normal(12.0), normal(""), normal(0.5)
    (12, None, 0.5)
    """
    if isinstance(value, str):
        return normal_text(value)
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() else value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time | timedelta):
        return str(value)
    if value is None or isinstance(value, bool | int | date):
        return value
    return str(value)


def normal_text(text: str) -> str | None:
    """A text that is not blank, cut where it is longer than Excel allows."""
    text = text[:LONGEST_TEXT]
    return text if text.strip() else None
