"""Columns of item codes: those of all forms of a kind are the same, so that nobody looks them up again."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.intake.files.sheet import Value
from cchc_cli.intake.numbers import has_any_size
from cchc_cli.plain_text import plain

_FEWEST = 2
_MOST_REMEMBERED = 64
_MOST_ROWS = 1_000


class CodeColumn(NamedTuple):
    """The items of some rows, and which rows these are, counting from 0."""

    items: tuple[str, ...]
    rows: tuple[int, ...]
    have_any_size: bool
    """Whether every whole number can be a figure of each."""
    beside: Callable[[Sequence[Value]], tuple[Value, ...]]
    """What stands beside them in another column."""


class CodeColumns:
    """Reads columns; `items` are by their codes in plain."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self._items = items
        self._known: dict[tuple[Value, ...], CodeColumn] = {}

    def of(self, column: tuple[Value, ...]) -> CodeColumn | None:
        """None where anything but codes as they are spelt stands there, or hardly any."""
        known = self._known.get(column)
        if known is None and (known := self._read(column)) is not None and len(column) <= _MOST_ROWS:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[column] = known
        return known

    def _read(self, column: Sequence[Value]) -> CodeColumn | None:
        found: dict[int, Item] = {}
        for row, code in enumerate(column):
            if code is None:
                continue
            item = self._items.get(plain(code)) if isinstance(code, str) else None
            if item is None or item.code != code:
                return None
            found[row] = item
        if len(found) < _FEWEST:
            return None
        return CodeColumn(
            items=tuple(item.code for item in found.values()),
            rows=tuple(found),
            have_any_size=all(map(has_any_size, found.values())),
            beside=itemgetter(*found),
        )
