"""One sheet of an old .xls file."""

import struct
from collections.abc import Callable, Iterable

from cchc_cli.intake.files.binary_values import error_text, packed_number
from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import A_PACKED_NUMBER
from cchc_cli.intake.files.sheet import Range, Value
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xls.book import OldBook
from cchc_cli.intake.files.xls.records import OldRecord

# Kinds of records. Source: [MS-XLS], 2.3 «Record Enumeration».
_FORMULA, _FORMULA_3, _FORMULA_4 = 0x0006, 0x0206, 0x0406
_NUMBER, _LABEL, _ERROR, _RESULT, _ROW = 0x0203, 0x0204, 0x0205, 0x0207, 0x0208
_COLUMNS, _PACKED_NUMBERS, _RICH_LABEL, _MERGED = 0x007D, 0x00BD, 0x00D6, 0x00E5
_SHARED_TEXT, _PACKED_NUMBER = 0x00FD, 0x027E
_HIDDEN_ROW = 0x20
_NOT_A_NUMBER = 0xFFFF
_RESULT_IS_TEXT, _RESULT_IS_YES_OR_NO, _RESULT_IS_ERROR, _RESULT_IS_EMPTY_TEXT = range(4)
_BLOCK = struct.Struct("<HHHH")
_PACKED = struct.Struct("<HI")


class OldSheet:
    """The reading of one sheet into `found`."""

    def __init__(self, found: SparseSheet, book: OldBook, styles: CellStyles) -> None:
        self._found = found
        self._book = book
        self._styles = styles
        self._formula: tuple[int, int, int] | None = None
        """Row, column and style of the formula whose text comes in a record of its own."""

    def read(self, records: Iterable[OldRecord]) -> None:
        for record in records:
            handler = _HANDLERS.get(record.kind)
            if handler is not None:
                handler(self, record)
        self._end_formula()

    def _put(self, record: OldRecord, value: Value) -> None:
        row, column, style = struct.unpack_from("<HHH", record.content)
        self._styles.put(self._found, row + 1, column + 1, value, style)

    def _number(self, record: OldRecord) -> None:
        self._put(record, record.real(6))

    def _packed_number(self, record: OldRecord) -> None:
        self._put(record, packed_number(record.number(6)))

    def _packed_numbers(self, record: OldRecord) -> None:
        row, first = record.short(0), record.short(2)
        count = (len(record.content) - 6) // _PACKED.size
        self._found.allowance.spend(A_PACKED_NUMBER * max(0, count))
        for index in range(count):
            style, packed = _PACKED.unpack_from(record.content, 4 + index * _PACKED.size)
            self._styles.put(self._found, row + 1, first + index + 1, packed_number(packed), style)

    def _shared_text(self, record: OldRecord) -> None:
        self._put(record, self._book.texts[record.number(6)])

    def _label(self, record: OldRecord) -> None:
        self._put(record, self._book.text(record, 6))

    def _yes_or_no_or_error(self, record: OldRecord) -> None:
        self._put_special(record, record.content[6], is_error=record.content[7] != 0)

    def _put_special(self, record: OldRecord, code: int, *, is_error: bool) -> None:
        if is_error:
            self._found.put_error(record.short(0) + 1, record.short(2) + 1, error_text(code))
        else:
            self._put(record, code != 0)

    def _formula_result(self, record: OldRecord) -> None:
        self._end_formula()
        row, column, style = struct.unpack_from("<HHH", record.content)
        kind = record.content[6]
        if self._is_placeholder(record):
            self._found.put_uncached(row + 1, column + 1)
        elif record.short(12) != _NOT_A_NUMBER:
            self._put(record, record.real(6))
        elif kind == _RESULT_IS_TEXT:
            self._formula = (row + 1, column + 1, style)
        elif kind in (_RESULT_IS_YES_OR_NO, _RESULT_IS_ERROR):
            self._put_special(record, record.content[8], is_error=kind == _RESULT_IS_ERROR)

    def _is_placeholder(self, record: OldRecord) -> bool:
        """Whether the result is what programs write that calculate nothing: a zero, or an empty text."""
        if self._book.was_calculated:
            return False
        if record.short(12) == _NOT_A_NUMBER:
            return record.content[6] == _RESULT_IS_EMPTY_TEXT
        return record.real(6) == 0

    def _end_formula(self) -> None:
        """A text that was announced and did not come."""
        if self._formula is not None:
            row, column, _ = self._formula
            self._found.put_uncached(row, column)
            self._formula = None

    def _text_result(self, record: OldRecord) -> None:
        if self._formula is not None:
            row, column, style = self._formula
            self._styles.put(self._found, row, column, self._book.text(record, 0), style)
            self._formula = None

    def _row(self, record: OldRecord) -> None:
        if record.content[12] & _HIDDEN_ROW:
            self._found.hidden_rows.add(record.short(0) + 1)

    def _columns(self, record: OldRecord) -> None:
        if record.short(8) & 1:
            self._found.hidden_columns.append((record.short(0) + 1, record.short(2) + 1))

    def _merged(self, record: OldRecord) -> None:
        for index in range(record.short(0)):
            top, bottom, left, right = _BLOCK.unpack_from(record.content, 2 + index * _BLOCK.size)
            self._found.merge(Range(top + 1, left + 1, bottom + 1, right + 1))


_HANDLERS: dict[int, Callable[[OldSheet, OldRecord], None]] = {
    **dict.fromkeys((_FORMULA, _FORMULA_3, _FORMULA_4), OldSheet._formula_result),
    _RESULT: OldSheet._text_result,
    _NUMBER: OldSheet._number,
    _PACKED_NUMBER: OldSheet._packed_number,
    _PACKED_NUMBERS: OldSheet._packed_numbers,
    _SHARED_TEXT: OldSheet._shared_text,
    **dict.fromkeys((_LABEL, _RICH_LABEL), OldSheet._label),
    _ERROR: OldSheet._yes_or_no_or_error,
    _ROW: OldSheet._row,
    _COLUMNS: OldSheet._columns,
    _MERGED: OldSheet._merged,
}
