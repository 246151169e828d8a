"""The fast reader: a sheet written as common programs write it, all cells of a piece in one search.

One pattern describes a whole cell. A piece of the sheet is cut along the cells; what lies between them must
be rows and nothing else. So nothing is read that the patterns do not describe to the last byte; a sheet that
holds anything else goes to the exact reader as a whole.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import TypeAlias

from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import MAXIMUM_ROWS, Allowance
from cchc_cli.intake.files.parts import SheetPart
from cchc_cli.intake.files.sheet import Sheet, Value
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xlsx.around_cells import hidden_columns, merged_blocks
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.cell_contents import CellContents
from cchc_cli.intake.files.xlsx.regular_layout import Layout, layout
from cchc_cli.intake.files.xlsx.regular_texts import IrregularError, with_plain_lines

_MUCH_TEXT = 1024 * 1024
"""Fewer letters need not be counted one by one."""
_SHARED, _SHORTEST_CELL = b't="s"', 25
"""How a cell with a shared text is marked, and how many bytes it has at least."""
_START = re.compile(rb"<sheetData ?>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_LONGEST_HEAD = 1024 * 1024
_PIECE = 256 * 1024
"""Bytes that are cut at once: of a large sheet, memory never holds all cells as text."""
_LONGEST_PIECE = 4 * _PIECE
_SMALL_PIECE = 8 * 1024
"""Of a sheet that is not large: forms have most of such pieces in common, or all but the digits of them."""
_FIRST_NUMBERS = [b"%d" % number for number in range(1_000)]
_Saying: TypeAlias = Callable[[bytes], Value]
"""What digits say in cells of one type."""


class RegularReader:
    """One workbook file, whose shared texts, as cells hold them, and styles were read."""

    def __init__(
        self, texts: Sequence[str], styles: CellStyles, calculation: Calculation, allowance: Allowance
    ) -> None:
        self._texts = texts
        self._styles = styles
        self._calculation = calculation
        self._allowance = allowance
        held = dict(zip(_numbers(), (text or None for text in texts), strict=False))
        self._said: Mapping[str, _Saying] = {
            "n": int,
            "s": held.__getitem__,
            "str": bytes.decode,
        }
        self._longest_text = max(map(len, texts), default=0)

    def sheet(self, part: SheetPart, xml: bytes) -> Sheet | None:
        """The sheet; None where anything of it is written in another way than common programs write it.

        Raises UnreadableError where the sheets of the file become too large together.
        """
        left = self._allowance.left
        found = SparseSheet(part.name, self._allowance, hidden=part.hidden)
        contents = CellContents(found, self._texts, self._styles, self._calculation)
        reading = _Reading(found, contents)
        try:
            head, rows, tail = _apart(xml)
            found.hidden_columns.extend(hidden_columns(head))
            blocks = merged_blocks(tail)
            with_texts = self._may_hold_much_text(rows)
            for piece in _pieces(rows):
                reading.read(*layout(with_plain_lines(piece), self._styles, self._calculation), self._said)
                found.pay(with_texts=with_texts)
        except (IrregularError, ValueError, LookupError):
            self._allowance.left = left
            return None
        found.merge(*blocks)
        return found.finished()

    def _may_hold_much_text(self, rows: bytes) -> bool:
        if len(rows) + len(rows) // _SHORTEST_CELL * self._longest_text <= _MUCH_TEXT:
            return False
        return len(rows) + rows.count(_SHARED) * self._longest_text > _MUCH_TEXT


def _numbers() -> Iterator[bytes]:
    """The numbers from 0 on, as they are written."""
    return chain(_FIRST_NUMBERS, (b"%d" % number for number in count(len(_FIRST_NUMBERS))))


def _apart(xml: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before the rows, the rows, and what follows. Raises IrregularError."""
    start = _START.search(xml, 0, _LONGEST_HEAD)
    if start is None:
        raise IrregularError
    end = xml.find(_END, start.end())
    if end < 0:
        raise IrregularError
    return xml[: start.start()], xml[start.end() : end], xml[end + len(_END) :]


def _pieces(rows: bytes) -> Iterator[bytes]:
    """The rows in pieces, each of whole ones. Raises IrregularError where a row is far too long."""
    start = 0
    size = _SMALL_PIECE if len(rows) <= _PIECE else _PIECE
    while start < len(rows):
        end = rows.find(_ROW_END, start + size)
        end = len(rows) if end < 0 else end + len(_ROW_END)
        if end - start > _LONGEST_PIECE:
            raise IrregularError
        yield rows[start:end]
        start = end


class _Reading:
    """Fills `found`. Raises IrregularError, ValueError or LookupError where the exact reader has to look."""

    def __init__(self, found: SparseSheet, contents: CellContents) -> None:
        self._found = found
        self._contents = contents
        self._last_row = 0

    def read(self, rows: Layout, digits: list[bytes], said: Mapping[str, _Saying]) -> None:
        """Some rows, all of which stand below those that were read before."""
        if rows.first_row and rows.first_row <= self._last_row:
            raise IrregularError
        self._last_row = rows.last_row or self._last_row
        held = list(rows.held)
        for slot, kind, written in zip(rows.slots, rows.kinds, digits, strict=True):
            held[slot] = said[kind](written)
        self._found.hidden_rows.update(rows.hidden_rows)
        self._found.put_rows(dict(_near_rows(rows, held)))
        for row, column, kind, style, has_formula, place in rows.marked:
            if row > MAXIMUM_ROWS:
                raise IrregularError
            self._contents.put(row, column, kind, str(held[place]), style, has_formula=has_formula)


def _near_rows(rows: Layout, held: list[Value]) -> Iterator[tuple[int, list[Value]]]:
    """The rows that hold any value. Raises IrregularError where one stands far from the others."""
    for number, start, end, before, columns in rows.rows:
        values = held[start:end]
        if columns:
            values = _scattered(columns, values)
        elif before:
            values = [None] * before + values
        while values and values[-1] is None:
            values.pop()
        if values and number > MAXIMUM_ROWS:
            raise IrregularError
        if values:
            yield number, values


def _scattered(columns: Sequence[int], values: list[Value]) -> list[Value]:
    row: list[Value] = [None] * max(columns)
    for column, value in zip(columns, values, strict=True):
        if value is not None:
            row[column - 1] = value
    return row
