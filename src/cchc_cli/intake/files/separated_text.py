"""Tables as text (.csv): whatever encoding and separator the Excel of an office writes."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from cchc_cli.intake.files.code_page import UNKNOWN
from cchc_cli.intake.files.limits import MAXIMUM_COLUMNS, MAXIMUM_ROWS, Allowance
from cchc_cli.intake.files.sheet import ERROR, Value, Workbook, normal
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.unmarked_text import unmarked_text
from cchc_cli.intake.files.unreadable import UnreadableError, damaged, megabytes, too_large, unreadable

MAXIMUM_TEXT_BYTES = 16 * 1024 * 1024
_SEPARATORS = "\t;,"
"""Where two divide the lines alike: nobody types tabs, and commas stand inside numbers."""
_SAID = re.compile(r'"?sep=([^"\w\r\n])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
"""A first line that Excel obeys."""
_MARKS = ("#", "Err:")
"""What the text of an error begins with."""
_LOOKED_AT = 100
_MOST_KEPT = 100_000
_END = "\x1e"
"""A last line of our own: where it is part of a cell, a quotation mark was never closed."""


def read_separated_text(raw: bytes, name: str) -> Workbook:
    """One sheet of texts, named by the file as Excel does.

    Raises UnreadableError for what is no such text, or too large.
    """
    text = _text(raw)
    separator, text = _separator(text)
    sheet, texts = SparseSheet(name, Allowance()), Texts()
    try:
        for row, values in enumerate(_rows(text, separator), start=1):
            put_texts(sheet, row, values, texts)
    except csv.Error:
        raise unreadable(
            "có ô quá dài, hoặc dấu ngoặc kép mở mà không đóng",
            "a cell is too long, or a quotation mark is opened and never closed",
        ) from None
    return Workbook((sheet.finished(),))


class Texts(dict[str, str | None]):
    """What texts are worth as cells, each looked at and kept once: few figures of a table are different."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[str] = set()
        """Those that begin as errors do."""

    def __missing__(self, text: str) -> str | None:
        value = text if text.strip() else None
        if text.startswith(_MARKS):
            self.marked.add(text)
        elif len(self) < _MOST_KEPT:
            self[text] = value
        return value


def put_texts(sheet: SparseSheet, row: int, values: Sequence[str], texts: Texts) -> None:
    """A row of the table; nearly always one that can be taken as a whole."""
    is_near = row <= MAXIMUM_ROWS and len(values) <= MAXIMUM_COLUMNS
    cells: list[Value] = [texts[value] for value in values]
    if is_near and texts.marked.isdisjoint(values):
        sheet.put_row(row, cells)
        return
    for column, value in enumerate(values, start=1):
        if ERROR.fullmatch(value):
            sheet.put_error(row, column, value)
        elif normal(value) is not None:
            sheet.put(row, column, value)


def _text(raw: bytes) -> str:
    """UTF-16 or UTF-8 where a mark says so; else whatever makes words of it."""
    if len(raw) > MAXIMUM_TEXT_BYTES:
        raise too_large(megabytes(len(raw)), megabytes(MAXIMUM_TEXT_BYTES))
    encoding = _marked_encoding(raw)
    try:
        text = raw.decode(encoding) if encoding else unmarked_text(raw)
    except UnicodeDecodeError:
        raise damaged() if encoding else _unknown_encoding() from None
    if encoding == UNKNOWN and _is_cut_off(raw):
        raise damaged()
    if "\x00" in text:
        raise damaged()
    return text


def _marked_encoding(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else UNKNOWN


def _is_cut_off(raw: bytes) -> bool:
    """Whether it is UTF-8 that ends inside a letter: in another code page it would read as noise."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and not raw[: error.start].isascii()
    return False


def _separator(text: str) -> tuple[str, str]:
    """What stands between the cells, and the text without the line in which Excel says it."""
    said = _SAID.match(text)
    if said:
        # A blank line stays in its place, so that rows keep their numbers.
        return said[1], "\n" + text[said.end() :]
    return max(_SEPARATORS, key=lambda separator: _agreement(text, separator)), text


def _agreement(text: str, separator: str) -> int:
    """How many of the first rows would have the same number of cells; 0 where it separates nothing."""
    try:
        rows = list(islice(_rows(text, separator), _LOOKED_AT))
    except csv.Error:
        return 0
    return max(Counter(len(row) for row in rows if len(row) > 1).values(), default=0)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The rows. Raises csv.Error where a quotation mark is never closed, or a cell is far too long."""
    line_end = "" if text.endswith(("\n", "\r")) else "\n"
    file = io.StringIO(text + line_end + _END, newline="")
    row = None
    for following in csv.reader(file, delimiter=separator):
        if row is not None:
            yield row
        row = following
    if row != [_END]:
        raise csv.Error("a quotation mark is never closed")


def _unknown_encoding() -> UnreadableError:
    return unreadable(
        "không rõ bảng mã của tệp CSV; cần UTF-8 hoặc bảng mã 1258",
        "the encoding of the CSV file is unknown; UTF-8 or code page 1258 is needed",
    )
