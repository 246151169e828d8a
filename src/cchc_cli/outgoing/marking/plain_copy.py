"""A workbook made anew from cells as they were read, where the file itself cannot be changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.worksheet import Worksheet

from cchc_cli.intake.files.sheet import Place, Sheet, Value, Workbook
from cchc_cli.outgoing.book import DAY_FORMAT, Book, write_day

MOST_CELLS: Final = 500_000
"""A workbook that holds more is not copied."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff]")
_NOT_IN_A_TEXT = re.compile("[\ud800-\udfff]")
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_767
_LARGEST_WHOLE = 10**15
"""Up to here a cell holds a whole number digit by digit."""
_FIRST_YEAR = 1900
_LARGEST_BLOCK = 10_000
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
_OTHER_ERROR = "#VALUE!"
_NO_RESULT = "#N/A"
"""For a formula that was never calculated: a blank would be read as an item left out."""
_NARROWEST, _WIDEST, _ROWS_MEASURED = 9, 45, 300


@dataclass(frozen=True, slots=True)
class PlainCopy:
    """The file, and what each sheet of the original is called in it."""

    content: bytes
    names: dict[str, str]


def plain_copy(workbook: Workbook) -> PlainCopy:
    """Values, merged blocks and what is hidden, as they were read; no formula and no format but percentages.

    An error, and a formula without a result, is an error in the copy.

    A text stays text, whatever it begins with.
    """
    names = _names(sheet.name for sheet in workbook.sheets)
    book = Book("")
    for sheet, name in zip(workbook.sheets, names, strict=True):
        _Copying(book, sheet, book.sheet(name)).write()
    return PlainCopy(book.content(), dict(zip((sheet.name for sheet in workbook.sheets), names, strict=True)))


def cells_in(workbook: Workbook) -> int:
    """How many places the rows of a workbook have, blank ones between included."""
    return sum(map(len, (row for sheet in workbook.sheets for row in sheet.rows)))


class _Copying:
    """One sheet while it is copied."""

    def __init__(self, book: Book, sheet: Sheet, copy: Worksheet) -> None:
        self._sheet = sheet
        self._copy = copy
        self._plain = book.format(valign="top")
        self._wrapped = book.format(valign="top", text_wrap=True)
        self._percent = book.format(valign="top", num_format="0.00%")
        self._day = book.format(valign="top", num_format=DAY_FORMAT)

    def write(self) -> None:
        self._merge()
        for row, values in enumerate(self._sheet.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value is not None:
                    self._write((row, column), value)
        for (row, column), error in self._sheet.errors.items():
            shown = error if error in _ERRORS else _OTHER_ERROR
            self._copy.write_formula(row - 1, column - 1, f"={shown}", self._plain, shown)
        for row, column in self._sheet.uncached:
            self._copy.write_formula(row - 1, column - 1, f"={_NO_RESULT}", self._plain, _NO_RESULT)
        self._hide()
        self._set_widths()

    def _write(self, place: Place, value: Value) -> None:
        row, column = place[0] - 1, place[1] - 1
        chosen = self._percent if place in self._sheet.percents else self._plain
        if isinstance(value, bool):
            self._copy.write_boolean(row, column, value, chosen)
        elif isinstance(value, int | float) and _is_exact(value):
            self._copy.write_number(row, column, value, chosen)
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            write_day(self._copy, row, column, value, self._day)
        else:
            text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
            is_long = chosen is self._plain and ("\n" in text or len(text) > _WIDEST)
            self._copy.write_string(row, column, _cell_text(text), self._wrapped if is_long else chosen)

    def _merge(self) -> None:
        for block in self._sheet.merged:
            rows, columns = block.last_row - block.first_row + 1, block.last_column - block.first_column + 1
            if rows < 1 or columns < 1 or not 1 < rows * columns <= _LARGEST_BLOCK:
                continue
            try:
                self._copy.merge_range(*(end - 1 for end in block), "", self._plain)
            except OverlappingRange:
                # No program shows such a block; the cells are there all the same.
                continue

    def _hide(self) -> None:
        for row in self._sheet.hidden_rows:
            self._copy.set_row(row - 1, None, None, {"hidden": True})
        for first, last in self._sheet.hidden_columns:
            self._copy.set_column(first - 1, last - 1, None, None, {"hidden": True})
        if self._sheet.hidden:
            self._copy.hide()

    def _set_widths(self) -> None:
        widths: dict[int, int] = {}
        for row, values in enumerate(self._sheet.rows[:_ROWS_MEASURED], start=1):
            for column, value in enumerate(values, start=1):
                if value is not None and self._sheet.merge_at(row, column) is None:
                    length = max(map(len, str(value).split("\n")))
                    widths[column] = max(widths.get(column, _NARROWEST), min(length + 2, _WIDEST))
        for column, width in widths.items():
            if not self._sheet.is_hidden(0, column):
                self._copy.set_column(column - 1, column - 1, width)


def _is_exact(value: float) -> bool:
    return abs(value) < _LARGEST_WHOLE


def _cell_text(text: str) -> str:
    cut = _NOT_IN_A_TEXT.sub("\ufffd", text[:_LONGEST_TEXT])
    # XlsxWriter takes such a text for markup.
    return f"{cut} " if cut.endswith("</r>") else cut


def _names(names: Iterable[str]) -> list[str]:
    """The names of sheets as Excel takes them: not too long, no two alike."""
    taken: set[str] = set()
    found: list[str] = []
    for text in names:
        cleaned = _NOT_IN_A_NAME.sub(" ", text).strip("' ")[:_LONGEST_NAME].strip("' ") or "Trang"
        name, number = cleaned, 1
        while name.lower() in taken:
            number += 1
            suffix = f" ({number})"
            name = cleaned[: _LONGEST_NAME - len(suffix)] + suffix
        taken.add(name.lower())
        found.append(name)
    return found
