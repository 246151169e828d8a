"""What one cell of an OpenDocument spreadsheet holds."""

import math
import re
from datetime import date
from typing import NamedTuple

from cchc_cli.intake.files.sheet import ERROR, LONGEST_TEXT, Value, normal
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xml_parsing import Attributes

_BLANKS = re.compile(r"[ \t\r\n]+")
_ANSWERS = {"TRUE": True, "FALSE": False}
"""LibreOffice stores the answer of a formula as the number 1 or 0, and shows it so."""
_NUMBERS = ("float", "percentage", "currency")


class Content(NamedTuple):
    """What a cell says: a value, an error, or that its formula was never calculated."""

    value: Value = None
    is_percent: bool = False
    error: str | None = None

    def put(self, sheet: SparseSheet, row: int, columns: range) -> None:
        """Writes it into cells beside one another."""
        if self.value is not None:
            sheet.put_run(row, columns, self.value, is_percent=self.is_percent)
            return
        for column in columns:
            if self.error is not None:
                sheet.put_error(row, column, self.error)
            else:
                sheet.put_uncached(row, column)


class CellText:
    """The text of a cell, put together as its paragraphs come."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._room = LONGEST_TEXT
        self.has_paragraphs = False
        self._is_in_paragraph = False

    def __str__(self) -> str:
        return "".join(self._parts)

    def begin_paragraph(self) -> None:
        is_first = not self.has_paragraphs
        self.has_paragraphs = self._is_in_paragraph = True
        self.add_exactly("" if is_first else "\n")

    def end_paragraph(self) -> None:
        self._is_in_paragraph = False

    def add(self, data: str) -> None:
        """Characters of the file, in which line ends and spaces in a row count as one space."""
        self.add_exactly(_BLANKS.sub(" ", data[: LONGEST_TEXT + 1]))

    def add_exactly(self, data: str) -> None:
        if self._is_in_paragraph and self._room > 0:
            self._parts.append(data)
            self._room -= len(data)


def content(given: Attributes, shown: CellText) -> Content | None:
    """What a cell with these attributes and this text holds; None for a blank one.

    A formula whose result is an empty text shows an empty paragraph; one never calculated shows nothing.
    """
    kind, text = given.get("office:value-type"), str(shown)
    has_formula = "table:formula" in given
    if given.get("calcext:value-type") == "error" or (has_formula and ERROR.fullmatch(text)):
        return Content(error=text or "#N/A")
    if kind is None and has_formula and not shown.has_paragraphs:
        return Content()
    value = normal(_value(kind, given, text))
    return None if value is None else Content(value, is_percent=kind == "percentage")


def repeats(given: Attributes, name: str) -> int:
    """A number of times; 1 where nothing is said. Raises ValueError where it is no number."""
    return max(1, int(given.get(name, 1)))


def _value(kind: str | None, given: Attributes, text: str) -> Value:
    """The value as the attributes have it; the text shown where they have none that can be read."""
    try:
        if kind in _NUMBERS and text in _ANSWERS:
            return _ANSWERS[text]
        if kind in _NUMBERS:
            number = float(given["office:value"])
            return number if math.isfinite(number) else text
        if kind == "date":
            return date.fromisoformat(given["office:date-value"][:10])
    except (KeyError, ValueError):
        return text
    if kind == "boolean":
        return given.get("office:boolean-value") == "true"
    return given.get("office:string-value", text)
