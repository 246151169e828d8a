"""The fast reader: a sheet written as common programs write it, all cells of a piece in one search.

One pattern describes a whole cell. A piece of the sheet is cut along the cells; what lies between them must
be rows and nothing else. So nothing is read that the patterns do not describe to the last byte; a sheet that
holds anything else goes to the exact reader as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, repeat
from operator import ge, sub
from string import ascii_uppercase
from typing import NamedTuple

from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import MAXIMUM_COLUMNS, MAXIMUM_ROWS, Allowance
from cchc_cli.intake.files.parts import SheetPart
from cchc_cli.intake.files.sheet import Place, Sheet, Value, normal
from cchc_cli.intake.files.small_parts import kept_when_small
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xlsx.around_cells import hidden_columns, merged_blocks
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.cell_contents import CellContents
from cchc_cli.intake.files.xlsx.regular_cells import Cells, PlainCells, content, cut, look
from cchc_cli.intake.files.xlsx.regular_texts import IrregularError, check_characters, with_plain_lines
from cchc_cli.intake.files.xlsx.scan import column_number, hidden_rows

_MUCH_TEXT = 1024 * 1024
"""Fewer letters need not be counted one by one."""
_SHARED, _SHORTEST_CELL = b't="s"', 25
"""How a cell with a shared text is marked, and how many bytes it has at least."""
_ROWS = re.compile(rb'(?:<row r="[1-9][0-9]{0,6}"(?: (?!xmlns)[\w:]++="[^"<>&]*+")*+ ?+(?:/>|>\|?+</row>))*+')
"""The rows of a piece without their cells, whose place is marked."""
_PLACE_OF_CELLS = b"|"
_HIDDEN = (b'hidden="1"', b'hidden="true"')
_START = re.compile(rb"<sheetData ?>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_LONGEST_HEAD = 1024 * 1024
_PIECE = 256 * 1024
"""Bytes that are cut at once: a form is one piece; of a large sheet, memory never holds all cells as text."""
_LONGEST_PIECE = 4 * _PIECE
_FIRST_NUMBERS = [b"%d" % number for number in range(1_000)]
_LETTERS = [letter.encode() for letter in ascii_uppercase]
_NEAR_COLUMNS = [first + last for first in (b"", *_LETTERS) for last in _LETTERS][:MAXIMUM_COLUMNS]
"""Their names, from the left."""
_COLUMN_NUMBERS = {name: column_number(name) for name in _NEAR_COLUMNS}
_DIGITS = b"<v>%b</v>"


class RegularReader:
    """One workbook file, whose shared texts, as cells hold them, and styles were read."""

    def __init__(
        self, texts: Sequence[str], styles: CellStyles, calculation: Calculation, allowance: Allowance
    ) -> None:
        self._texts = texts
        self._styles = styles
        self._calculation = calculation
        self._allowance = allowance
        held = (text or None for text in texts)
        self._plain = PlainCells(dict(zip(_numbers(), held, strict=False)), styles.plain)
        self._longest_text = max(map(len, texts), default=0)

    def sheet(self, part: SheetPart, xml: bytes) -> Sheet | None:
        """The sheet; None where anything of it is written in another way than common programs write it.

        Raises UnreadableError where the sheets of the file become too large together.
        """
        left = self._allowance.left
        found = SparseSheet(part.name, self._allowance, hidden=part.hidden)
        contents = CellContents(found, self._texts, self._styles, self._calculation)
        reading = _Reading(found, contents, self._plain, self._calculation)
        try:
            head, rows, tail = _apart(xml)
            found.hidden_columns.extend(hidden_columns(head))
            blocks = merged_blocks(tail)
            with_texts = self._may_hold_much_text(rows)
            for piece in _pieces(rows):
                reading.read(with_plain_lines(piece))
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
    while start < len(rows):
        end = rows.find(_ROW_END, start + _PIECE)
        end = len(rows) if end < 0 else end + len(_ROW_END)
        if end - start > _LONGEST_PIECE:
            raise IrregularError
        yield rows[start:end]
        start = end


@kept_when_small
def _hidden_rows(rows: bytes) -> frozenset[int]:
    """Those of some rows that are hidden. Raises IrregularError where anything else stands there."""
    check_characters(rows)
    if not _ROWS.fullmatch(rows):
        raise IrregularError
    return hidden_rows(rows) if any(mark in rows for mark in _HIDDEN) else frozenset()


class _Marked(NamedTuple):
    """A cell of which more may be known than its value."""

    row: int
    column: int
    kind: str
    text: str
    style: int
    has_formula: bool


class _Reading:
    """Fills `found`. Raises IrregularError, ValueError or LookupError where the exact reader has to look."""

    def __init__(
        self, found: SparseSheet, contents: CellContents, plain: PlainCells, calculation: Calculation
    ) -> None:
        self._found = found
        self._contents = contents
        self._plain = plain
        self._calculation = calculation
        self._last_row = 0

    def read(self, piece: bytes) -> None:
        """Some rows, all of which stand below those that were read before."""
        cells, around = cut(piece)
        self._found.hidden_rows.update(_hidden_rows(_between_cells(around)))
        check_characters(b"".join(filter(None, cells.contents)))
        held = map(self._plain.__getitem__, cells.attributes)
        values = [say(digits) if digits else None for say, digits in zip(held, cells.digits, strict=True)]
        marked = self._look_closer(cells, values)
        self._found.put_rows(dict(self._rows(cells, values, around)))
        for row, column, kind, text, style, has_formula in marked:
            self._contents.put(row, column, kind, text, style, has_formula=has_formula)

    def _look_closer(self, cells: Cells, values: list[Value]) -> list[_Marked]:
        """Adds the values of the cells that hold more than digits; gives those that are put one by one."""
        marked = []
        for index in self._plain.others(cells):
            style, kind = look(cells.attributes[index])
            has_formula, text = content(cells.contents[index] or _DIGITS % cells.digits[index], kind)
            is_missing = has_formula and self._calculation.is_missing(kind, text)
            if not is_missing and self._plain.shows_values(style, kind):
                values[index] = normal(self._contents.value(kind, text)) if text else None
            elif text or has_formula:
                place = _near_place(cells.rows[index], cells.columns[index])
                marked.append(_Marked(*place, kind, text, int(style or 0), has_formula))
        return marked

    def _rows(
        self, cells: Cells, values: list[Value], around: list[bytes]
    ) -> Iterator[tuple[int, list[Value]]]:
        """The rows that hold anything."""
        starts = [index for index, text in enumerate(around) if text]
        for row, start, end in zip(self._numbers(cells, starts), starts, starts[1:], strict=False):
            held = _in_columns(cells.columns[start:end], values[start:end])
            if held:
                if row > MAXIMUM_ROWS:
                    raise IrregularError
                yield row, held

    def _numbers(self, cells: Cells, starts: list[int]) -> list[int]:
        """The rows that have cells. Two cells in one place are damage, which the exact reader names."""
        written = [cells.rows[start] for start in starts[:-1]]
        expected = chain.from_iterable(map(repeat, written, map(sub, starts[1:], starts)))
        numbers = [self._last_row, *map(int, written)]
        if list(expected) != cells.rows or any(map(ge, numbers, numbers[1:])):
            raise IrregularError
        self._last_row = numbers[-1]
        return numbers[1:]


def _between_cells(around: list[bytes]) -> bytes:
    """What stands around the cells, those of each row made one mark."""
    return _PLACE_OF_CELLS.join([around[0], *filter(None, around[1:])])


def _near_place(row: bytes, column: bytes) -> Place:
    """Raises IrregularError or LookupError where the cell stands far from the others."""
    place = int(row), _COLUMN_NUMBERS[column]
    if place[0] > MAXIMUM_ROWS:
        raise IrregularError
    return place


def _in_columns(names: list[bytes], values: list[Value]) -> list[Value]:
    """The values of a row from column A to the last that holds any.

    Raises IrregularError where two stand in one column, LookupError where one stands far from the others.
    """
    before = _COLUMN_NUMBERS.get(names[0], 0) - 1
    if names == _NEAR_COLUMNS[before : before + len(names)]:
        row: list[Value] = [None] * before + values
    else:
        row = _scattered(names, values)
    while row and row[-1] is None:
        row.pop()
    return row


def _scattered(names: list[bytes], values: list[Value]) -> list[Value]:
    if len(set(names)) < len(names):
        raise IrregularError
    row: list[Value] = []
    for name, value in zip(names, values, strict=True):
        if value is not None:
            column = _COLUMN_NUMBERS[name]
            row.extend([None] * (column - len(row)))
            row[column - 1] = value
    return row
