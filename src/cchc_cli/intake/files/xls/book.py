"""What an old .xls file says before its sheets: their names, the shared texts, the number formats."""

import struct
from collections.abc import Callable
from typing import NamedTuple

from cchc_cli.findings.of_files import FILE_ENCRYPTED
from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.code_page import UNKNOWN, decoded, encoding_of
from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.number_formats import built_in_format
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.intake.files.xls.records import BEGIN, OldRecord, TextCursor, records

# Kinds of records. Source: [MS-XLS], 2.3 «Record Enumeration».
_DATES, _PASSWORD, _CODE_PAGE, _SHEET = 0x0022, 0x002F, 0x0042, 0x0085
_STYLE, _SHARED_TEXTS, _CALCULATOR, _FORMAT = 0x00E0, 0x00FC, 0x01C1, 0x041E
_OF_A_WORKBOOK = 0x0005
_UNICODE_VERSION = 0x0600
_A_TEXT = 8
"""A text takes the memory of so many cells."""


class ListedSheet(NamedTuple):
    """A worksheet in the workbook's list; `position` is where its records begin."""

    name: str
    hidden: bool
    position: int


class OldBook:
    """The records before the sheets. Raises UnreadableError where the file has a password."""

    def __init__(self, stream: bytes, allowance: Allowance) -> None:
        self.texts: list[str] = []
        self.sheets: list[ListedSheet] = []
        self.lists_sheets = False
        """Without a list, the records are those of one sheet."""
        self.was_calculated = False
        """Excel says so, and LibreOffice; where nobody does, Excel calculates when it opens the file."""
        self._allowance = allowance
        self._is_unicode = False
        self._encoding = UNKNOWN
        self._from_1904 = False
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        for record in records(stream, 0, allowance):
            handler = _HANDLERS.get(record.kind)
            if handler is not None:
                handler(self, record)

    def styles(self) -> CellStyles:
        codes = (self._codes.get(number) or built_in_format(number) for number in self._formats)
        return CellStyles(codes, from_1904=self._from_1904)

    def text(self, record: OldRecord, at: int, length_format: str = "<H") -> str:
        """A text in a record, as its version of Excel writes one."""
        if self._is_unicode:
            return TextCursor(record.pieces, at).text(length_format)
        (length,) = struct.unpack_from(length_format, record.content, at)
        start = at + struct.calcsize(length_format)
        return decoded(b"".join(record.pieces)[start : start + length], self._encoding)

    def _begin(self, record: OldRecord) -> None:
        self._is_unicode = record.short(0) == _UNICODE_VERSION
        self.lists_sheets = record.short(2) == _OF_A_WORKBOOK

    def _password(self, _: OldRecord) -> None:
        raise UnreadableError(FILE_ENCRYPTED, {})

    def _code_page(self, record: OldRecord) -> None:
        self._encoding = encoding_of(record.short(0))

    def _dates(self, record: OldRecord) -> None:
        self._from_1904 = record.short(0) == 1

    def _calculator(self, _: OldRecord) -> None:
        self.was_calculated = True

    def _format(self, record: OldRecord) -> None:
        self._codes[record.short(0)] = self.text(record, 2, "<H" if self._is_unicode else "<B")

    def _style(self, record: OldRecord) -> None:
        self._formats.append(record.short(2))

    def _sheet(self, record: OldRecord) -> None:
        position, state, kind = struct.unpack_from("<IBB", record.content)
        if kind == 0:
            self.sheets.append(ListedSheet(self.text(record, 6, "<B"), state & 3 != 0, position))

    def _shared_texts(self, record: OldRecord) -> None:
        cursor = TextCursor(record.pieces, 8)
        for _ in range(record.number(4)):
            if cursor.is_at_end:
                break
            self._allowance.spend(_A_TEXT)
            self.texts.append(cursor.text())


_HANDLERS: dict[int, Callable[[OldBook, OldRecord], None]] = {
    BEGIN: OldBook._begin,
    _PASSWORD: OldBook._password,
    _CODE_PAGE: OldBook._code_page,
    _DATES: OldBook._dates,
    _CALCULATOR: OldBook._calculator,
    _FORMAT: OldBook._format,
    _STYLE: OldBook._style,
    _SHEET: OldBook._sheet,
    _SHARED_TEXTS: OldBook._shared_texts,
}
