"""What one cell of an Excel workbook holds, by its type, its style and the text that is stored in it."""

import re
from collections.abc import Sequence
from datetime import date

from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.sheet import Value
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.excel_xml import unescaped

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGITS = re.compile("[0-9]{1,9}")
_TRUE, _FALSE = ("1", "true"), ("0", "false")


class CellContents:
    """Puts cells on a sheet. `texts` are those that the sheets of the workbook share."""

    def __init__(
        self, found: SparseSheet, texts: Sequence[str], styles: CellStyles, calculation: Calculation
    ) -> None:
        self._found = found
        self._texts = texts
        self._styles = styles
        self._calculation = calculation

    def put(self, row: int, column: int, kind: str, text: str, style: int, *, has_formula: bool) -> None:
        """Writes what stands in the cell, if anything does.

        Raises ValueError or LookupError for what no cell holds, UnreadableError where the sheet or the file
        becomes too large.
        """
        if kind == "e" and (text or has_formula):
            self._found.put_error(row, column, text or "#N/A")
        elif has_formula and self._calculation.is_missing(kind, text):
            self._found.put_uncached(row, column)
        elif text:
            self._styles.put(self._found, row, column, self.value(kind, text), style)

    def value(self, kind: str, text: str) -> Value:
        """What a cell of this type holds. A text that is not of its type stays a text."""
        if kind == "s":
            return self._texts[int(text) if _DIGITS.fullmatch(text) else len(self._texts)]
        return stored_value(kind, text)


def stored_value(kind: str, text: str) -> Value:
    """What a cell of this type holds, but for a shared text. A text that is not of its type stays a text."""
    if kind == "n" and _NUMBER.fullmatch(text):
        return float(text)
    if kind == "b" and text in (*_TRUE, *_FALSE):
        return text in _TRUE
    if kind == "d" and _DAY.match(text):
        return date.fromisoformat(text[:10])
    return text if kind == "inlineStr" else unescaped(text)
