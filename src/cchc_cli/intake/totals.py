"""Rows that add up the rows above them: never counted."""

from functools import lru_cache

from cchc_cli.intake.sheet import Cell
from cchc_cli.plain_text import plain

_TOTALS = frozenset(map(plain, ("Tổng cộng", "Tổng số", "Tổng", "Cộng", "Toàn tỉnh", "Tổng cộng toàn tỉnh")))

_LONGEST = 100


def is_total(cell: Cell) -> bool:
    """Whether a cell labels a total row.

    >>> is_total(Cell("TỔNG CỘNG:")), is_total(Cell("Cộng Hòa"))
    (True, False)
    """
    return isinstance(cell.value, str) and len(cell.value) <= _LONGEST and _labels_total(cell.value)


@lru_cache(maxsize=1024)
def _labels_total(text: str) -> bool:
    return plain(text).rstrip(" :.") in _TOTALS
