"""One sheet of a binary workbook (.xlsb)."""

from collections.abc import Callable, Iterable, Sequence

from cchc_cli.intake.files.binary_values import error_text, packed_number
from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.sheet import Range, Value
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xlsb.records import Record

# Kinds of records. Source: [MS-XLSB], 2.3.2 «Record Enumeration».
_ROW, _COLUMNS, _MERGED = 0, 60, 176
_BLANK, _PACKED_NUMBER, _ERROR, _YES_OR_NO, _REAL, _TEXT, _SHARED_TEXT = range(1, 8)
_TEXT_RESULT, _REAL_RESULT, _YES_OR_NO_RESULT, _ERROR_RESULT = range(8, 12)
_SHORT_BLANK, _SHORT_SHARED_TEXT = 12, 18
_RICH_TEXT = 62
_ROW_HIDDEN = 0x10
_STYLE_BITS = 0xFFFFFF


class BinarySheet:
    """The reading of one sheet into `found`."""

    def __init__(self, found: SparseSheet, texts: Sequence[str], styles: CellStyles) -> None:
        self._found = found
        self._texts = texts
        self._styles = styles
        self._row = self._column = 0

    def read(self, records: Iterable[Record]) -> None:
        for record in records:
            if record.kind <= _SHORT_SHARED_TEXT or record.kind == _RICH_TEXT:
                self._cell_or_row(record)
            elif record.kind == _COLUMNS and record.short(16) & 1:
                self._found.hidden_columns.append((record.number(0) + 1, record.number(4) + 1))
            elif record.kind == _MERGED:
                top, bottom, left, right = (record.number(4 * field) + 1 for field in range(4))
                self._found.merge(Range(top, left, bottom, right))

    def _cell_or_row(self, record: Record) -> None:
        if record.kind == _ROW:
            self._row, self._column = record.number(0) + 1, 0
            if record.byte(11) & _ROW_HIDDEN:
                self._found.hidden_rows.add(self._row)
        elif _SHORT_BLANK <= record.kind <= _SHORT_SHARED_TEXT:
            # Short records do not say their column: they follow the one before on its right.
            self._column += 1
            self._cell(record, record.kind - _SHORT_BLANK + _BLANK, record.number(0), 4)
        else:
            self._column = record.number(0) + 1
            self._cell(record, record.kind, record.number(4), 8)

    def _cell(self, record: Record, kind: int, style: int, at: int) -> None:
        """A cell of a kind with its column; its value stands at `at`."""
        if not self._row:
            raise IndexError("a cell before the first row")
        if kind in (_ERROR, _ERROR_RESULT):
            self._found.put_error(self._row, self._column, error_text(record.byte(at)))
        elif kind != _BLANK:
            value = _READERS[kind](self, record, at)
            self._styles.put(self._found, self._row, self._column, value, style & _STYLE_BITS)

    def _shared(self, record: Record, at: int) -> Value:
        return self._texts[record.number(at)]


_Reader = Callable[[BinarySheet, Record, int], Value]
_READERS: dict[int, _Reader] = {
    _PACKED_NUMBER: lambda _, record, at: packed_number(record.number(at)),
    _SHARED_TEXT: BinarySheet._shared,
    **dict.fromkeys((_REAL, _REAL_RESULT), lambda _, record, at: record.real(at)),
    **dict.fromkeys((_YES_OR_NO, _YES_OR_NO_RESULT), lambda _, record, at: record.byte(at) != 0),
    **dict.fromkeys((_TEXT, _TEXT_RESULT), lambda _, record, at: record.text(at)[0]),
    # One byte of flags stands before a rich text.
    _RICH_TEXT: lambda _, record, at: record.text(at + 1)[0],
}
