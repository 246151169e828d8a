"""The fast reader: a sheet written as common programs write it, all cells of a piece in one search.

One pattern describes a whole cell: its address, style, type and what is stored. A piece of the sheet is cut
along the cells; what lies between them must be rows and nothing else. So nothing is read that the pattern
does not describe to the last byte; a sheet that holds anything else goes to the exact reader as a whole.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import TypeAlias

from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import MAXIMUM_COLUMNS, MAXIMUM_ROWS, Allowance
from cchc_cli.intake.files.parts import SheetPart
from cchc_cli.intake.files.sheet import Place, Sheet, Value, normal
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xlsx.around_cells import hidden_columns, merged_blocks
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.cell_contents import CellContents
from cchc_cli.intake.files.xlsx.excel_xml import unescaped
from cchc_cli.intake.files.xlsx.regular_texts import (
    INSIDE,
    IrregularError,
    decoded_part,
    text_inside,
    with_characters,
)
from cchc_cli.intake.files.xlsx.scan import column_number, hidden_rows

_MUCH_TEXT = 1024 * 1024
"""Fewer letters need not be counted one by one."""
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,9})")?+(?: t="(\w++)")?+(?: [cv]m="[0-9]++")*+ ?+'
    r"(?:/>|>"
    r'(?:(<f)(?: (?:t|ref|si|ca|aca)="[^"<>&]*+")*+ ?+(?:/>|>[^<]*+</f>))?+'
    r'(?:<v ?+/>|<v(?: xml:space="preserve")?+>([^<]*+)</v>|<is>(' + INSIDE + r")</is>)?+</c>)"
)
_GROUPS = 7
_ROWS = re.compile(r'(?:<row r="[1-9][0-9]{0,6}"(?: (?!xmlns)[\w:]++="[^"<>&]*+")*+ ?+(?:/>|>\|?+</row>))*+')
"""The rows of a piece without their cells, whose place is marked."""
_PLACE_OF_CELLS = "|"
_HIDDEN = ('hidden="1"', 'hidden="true"')
_START = re.compile(rb"<sheetData ?>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_LONGEST_HEAD = 1024 * 1024
_PIECE = 256 * 1024
"""Bytes that are cut at once: a form is one piece; of a large sheet, memory never holds all cells as text."""
_LONGEST_PIECE = 4 * _PIECE
_NEAR_COLUMNS = {
    first + last: number
    for first in ("", *ascii_uppercase)
    for last in ascii_uppercase
    if (number := column_number(f"{first}{last}".encode())) <= MAXIMUM_COLUMNS
}
_LONGEST_COUNT = 15
"""A number of so many digits is whole for a double too."""

_Stored: TypeAlias = tuple[str, str, str | None, str | None, str | None, str | None, str | None]
"""Column, row, style, type, formula, value and text of one cell, as they are written."""


class RegularReader:
    """One workbook file, whose shared texts and styles were read."""

    def __init__(
        self, texts: Sequence[str], styles: CellStyles, calculation: Calculation, allowance: Allowance
    ) -> None:
        self._texts = texts
        self._styles = styles
        self._calculation = calculation
        self._allowance = allowance
        self._shown = {"": None, **{str(number): normal(text) for number, text in enumerate(texts)}}
        self._longest_text = max(map(len, texts), default=0)

    def sheet(self, part: SheetPart, xml: bytes) -> Sheet | None:
        """The sheet; None where anything of it is written in another way than common programs write it.

        Raises UnreadableError where the sheets of the file become too large together.
        """
        left = self._allowance.left
        found = SparseSheet(part.name, self._allowance, hidden=part.hidden)
        contents = CellContents(found, self._texts, self._styles, self._calculation)
        reading = _Reading(found, contents, self._shown, self._styles.plain, self._calculation.on_load)
        try:
            head, rows, tail = _apart(xml)
            found.hidden_columns.extend(hidden_columns(head))
            blocks = merged_blocks(tail)
            for piece in _pieces(rows):
                reading.read(decoded_part(piece))
                found.pay(with_texts=len(rows) + reading.shared_texts * self._longest_text > _MUCH_TEXT)
        except (IrregularError, ValueError, LookupError):
            self._allowance.left = left
            return None
        for block in blocks:
            found.merge(block)
        return found.finished()


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


class _Reading:
    """Fills `found`. Raises IrregularError, ValueError or LookupError where the exact reader has to look."""

    def __init__(
        self,
        found: SparseSheet,
        contents: CellContents,
        texts: Mapping[str, Value],
        plain_styles: frozenset[str | None],
        on_load: bool,
    ) -> None:
        self._found = found
        self._contents = contents
        self._texts = texts
        self._plain_styles = plain_styles
        self._on_load = on_load
        self._last_row = 0
        self.shared_texts = 0
        """The cells so far that may show a shared text."""

    def read(self, piece: str) -> None:
        """Some rows, all of which stand below those that were read before."""
        first, *cut = _CELL.split(piece)
        rows = _PLACE_OF_CELLS.join([first, *filter(None, cut[_GROUPS :: _GROUPS + 1])])
        if not _ROWS.fullmatch(rows):
            raise IrregularError
        if any(mark in rows for mark in _HIDDEN):
            self._found.hidden_rows.update(hidden_rows(rows.encode()))
        columns, numbers, styles, kinds, *rest = (cut[group :: _GROUPS + 1] for group in range(_GROUPS))
        self._check_places(columns, numbers)
        self.shared_texts += kinds.count("s")
        self._put(zip(columns, numbers, styles, kinds, *rest, strict=True))

    def _check_places(self, columns: Sequence[str], numbers: Sequence[str]) -> None:
        """Two cells in one place are damage, which the exact reader names."""
        rows = {int(number) for number in set(numbers)}
        if len(set(zip(columns, numbers, strict=True))) != len(columns):
            raise IrregularError
        if min(rows, default=self._last_row + 1) <= self._last_row:
            raise IrregularError
        self._last_row = max(rows, default=self._last_row)

    def _put(self, cells: Iterable[_Stored]) -> None:
        # What a cell of each type holds, by its value and its text, where its style says nothing.
        plain: dict[str | None, Callable[[str, str], Value]] = {
            None: self._number,
            "n": self._number,
            "s": self._shared,
            "str": self._said,
            "inlineStr": self._written,
        }
        plain_styles = self._plain_styles
        opened = 0
        values: list[Value] = []
        for letters, digits, style, kind, formula, stored, inside in cells:
            if stored is None and inside is None and formula is None:
                continue
            row, column = int(digits), _NEAR_COLUMNS[letters]
            if row > MAXIMUM_ROWS:
                raise IrregularError
            held = plain.get(kind) if style in plain_styles else None
            if held is None or (formula is not None and (not stored or self._on_load)):
                self._put_unusual((row, column), kind or "n", style, formula, stored or "", inside)
                continue
            value = held(stored or "", inside or "")
            if value is not None:
                if row != opened:
                    opened, values = row, self._found.open_row(row)
                if column > len(values):
                    values.extend([None] * (column - len(values)))
                values[column - 1] = value

    def _put_unusual(
        self, place: Place, kind: str, style: str | None, formula: str | None, stored: str, inside: str | None
    ) -> None:
        written = text_inside(inside) if inside else ""
        text = written if kind == "inlineStr" else with_characters(stored)
        self._contents.put(*place, kind, text, int(style or 0), has_formula=formula is not None)

    def _number(self, stored: str, _: str) -> Value:
        if stored.isdecimal() and len(stored) <= _LONGEST_COUNT and stored.isascii():
            return int(stored)
        return normal(self._contents.value("n", with_characters(stored))) if stored else None

    def _shared(self, stored: str, _: str) -> Value:
        return self._texts[stored]

    def _said(self, stored: str, _: str) -> Value:
        return normal(unescaped(with_characters(stored))) if stored else None

    def _written(self, _: str, inside: str) -> Value:
        return normal(text_inside(inside)) if inside else None
