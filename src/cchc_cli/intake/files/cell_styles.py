"""The styles of the cells of a binary workbook, as far as they say what a number is."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cchc_cli.intake.files.number_formats import GENERAL, is_day_format, is_percent_format, moment
from cchc_cli.intake.files.sheet import Value, normal
from cchc_cli.intake.files.sparse_sheet import SparseSheet


class _Style(NamedTuple):
    code: str
    is_percent: bool
    is_day: bool


@lru_cache(maxsize=1024)
def _style(code: str) -> _Style:
    is_percent = is_percent_format(code)
    return _Style(code, is_percent, not is_percent and is_day_format(code))


class CellStyles:
    """The styles of a workbook by their numbers."""

    def __init__(self, codes: Iterable[str], *, from_1904: bool) -> None:
        self._styles = [_style(code) for code in codes]
        self._from_1904 = from_1904
        plain = (str(n) for n, style in enumerate(self._styles) if not style.is_percent and not style.is_day)
        self.plain: frozenset[str | None] = frozenset(plain) | {None}
        """The numbers of the styles, as they are written, that show a number as it is; None is no style."""

    def put(self, sheet: SparseSheet, row: int, column: int, value: Value, style: int) -> None:
        """Writes a value as its style has it. A style that is not there is the general one."""
        used = self._styles[style] if style < len(self._styles) else _style(GENERAL)
        if used.is_day and isinstance(value, float):
            held = normal(moment(value, used.code, from_1904=self._from_1904))
        else:
            held = normal(value)
        if held is not None:
            sheet.put(row, column, held, is_percent=used.is_percent)
