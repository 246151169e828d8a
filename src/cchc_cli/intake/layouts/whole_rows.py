"""Rows of a table in which nothing is odd, taken as a whole: a large table is full of them."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.intake.files.sheet import Value
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.numbers import has_any_size, plain_figures, whole_numbers
from cchc_cli.intake.page import Page
from cchc_cli.observations import Line
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency


class _Columns(NamedTuple):
    """Where the figures stand that an agency must report, from the left."""

    items: tuple[str, ...]
    asked: tuple[Item, ...]
    """The same items."""
    have_any_size: bool
    """Whether every whole number can be a figure of each."""
    due: tuple[int, ...]
    others: tuple[int, ...]
    """Of the items that it need not report."""
    width: int
    """How far a row must reach to hold all that is due."""
    values: Callable[[Sequence[Value]], tuple[Value, ...]]
    """What stands in the due columns of a row."""


class WholeRows:
    """Takes rows of one table; `items` are by column."""

    def __init__(self, page: Page, items: Mapping[int, Item], gathering: Gathering) -> None:
        self._page = page
        self._items = items
        self._gathering = gathering
        self._is_plain = not (page.sheet.merged or page.sheet.hides_anything)
        self._columns: dict[tuple[str, ...], _Columns | None] = {}

    def take(self, row: int, agency: Agency, period: Period, due: Mapping[str, Item]) -> bool:
        """Takes the figures of a row where every item that is `due` from its agency has a figure as it should
        be, and no other item anything. False: its cells must be looked at one by one.
        """
        sheet = self._page.sheet
        if not self._is_plain or row in sheet.marked_rows:
            return False
        columns, values = self._columns_of(tuple(due)), sheet.rows[row - 1]
        if columns is None or len(values) < columns.width:
            return False
        width = len(values)
        if any(column <= width and values[column - 1] is not None for column in columns.others):
            return False
        said = columns.values(values)
        numbers = whole_numbers(said) if columns.have_any_size else plain_figures(said, columns.asked)
        if numbers is None:
            return False
        file, index = self._page.file, self._page.index
        rows = (row,) * len(columns.due)
        self._gathering.put_line(
            Line(agency.code, period, columns.items, numbers, file, index, rows, columns.due)
        )
        return True

    def _columns_of(self, due: tuple[str, ...]) -> _Columns | None:
        """None where there are too few of the items for a row."""
        if due not in self._columns:
            self._columns[due] = _columns(self._items, frozenset(due))
        return self._columns[due]


def _columns(items: Mapping[int, Item], codes: frozenset[str]) -> _Columns | None:
    due = {column: item for column, item in sorted(items.items(), key=itemgetter(0)) if item.code in codes}
    if len(due) < 2:
        return None
    return _Columns(
        items=tuple(item.code for item in due.values()),
        asked=tuple(due.values()),
        have_any_size=all(map(has_any_size, due.values())),
        due=tuple(due),
        others=tuple(column for column in items if column not in due),
        width=max(due),
        values=itemgetter(*(column - 1 for column in due)),
    )
