"""Rows that add up the rows above them: never counted."""

from cchc_cli.intake.files.sheet import Cell
from cchc_cli.plain_text import plain

_TOTALS = frozenset(map(plain, ("Tổng cộng", "Tổng số", "Tổng", "Cộng", "Toàn tỉnh", "Tổng cộng toàn tỉnh")))
_LONGEST = 100


def is_total(cell: Cell) -> bool:
    """Whether a cell labels a total row.

    >>> is_total(Cell("TỔNG CỘNG:")), is_total(Cell("Cộng Hòa"))
    (True, False)
    """
    if not isinstance(cell.value, str) or len(cell.value) > _LONGEST:
        return False
    return plain(cell.value).rstrip(" :.") in _TOTALS
