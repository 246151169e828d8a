"""The slow reader, for sheets that the fast one could choke on: cell by cell, each where its address says."""

import re
from collections.abc import Sequence
from datetime import date

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.parts import SHARED_STRINGS, STYLES, SheetPart
from cchc_cli.intake.files.sheet import Place, Range, Sheet, Value
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.unreadable import damaged
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.excel_texts import SharedTexts, Styles
from cchc_cli.intake.files.xlsx.excel_xml import Begins, ExcelReading, Finishes, unescaped
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.intake.files.xml_parsing import Attributes, parse

_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGITS = re.compile("[0-9]{1,9}")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_TRUE, _FALSE = ("1", "true"), ("0", "false")


class ExactReader:
    """One workbook file. Raises UnreadableError where it is damaged, or holds more than is read."""

    def __init__(self, parts: Parts, calculation: Calculation, allowance: Allowance) -> None:
        self._parts = parts
        self._calculation = calculation
        self._allowance = allowance
        texts, styles = SharedTexts(allowance), Styles(allowance)
        for name, reading in ((SHARED_STRINGS, texts), (STYLES, styles)):
            if name in parts:
                parse(parts[name], reading)
        self._texts = texts.texts
        try:
            self._styles = CellStyles(styles.codes(), from_1904=calculation.from_1904)
        except ValueError:
            raise damaged() from None

    def sheet(self, part: SheetPart) -> Sheet:
        """Raises UnreadableError where the sheet is damaged, or holds more than is read."""
        found = SparseSheet(part.name, self._allowance, hidden=part.hidden)
        parse(self._parts[part.part], _Reading(found, self._texts, self._styles, self._calculation))
        return found.finished()


class _Reading(ExcelReading):
    """Fills `found`. Raises ValueError or LookupError for what no sheet holds, as two cells in one place."""

    def __init__(
        self, found: SparseSheet, texts: Sequence[str], styles: CellStyles, calculation: Calculation
    ) -> None:
        super().__init__(found.allowance, _BEGINS, _FINISHES)
        self._found = found
        self._texts = texts
        self._styles = styles
        self._calculation = calculation
        self._row = self._column = 0
        self._seen: set[Place] = set()
        self._attributes: Attributes = {}
        self._stored: list[str] = []
        self._runs: list[str] = []
        """The text that stands in the cell itself, as far as it was read."""
        self._has_formula = False

    def begin_row(self, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if attributes.get("hidden") in _TRUE:
            self._found.hidden_rows.add(self._row)

    def begin_columns(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _TRUE:
            self._found.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def begin_block(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        if last:
            self._found.merge(Range(*_place(first), *_place(last)))

    def begin_cell(self, attributes: Attributes) -> None:
        self._attributes, self._stored, self._runs, self._has_formula = attributes, [], [], False
        if "r" in attributes:
            self._row, self._column = _place(attributes["r"])
        else:
            self._column += 1
        if (self._row, self._column) in self._seen:
            raise ValueError("two cells in one place")
        self._seen.add((self._row, self._column))

    def begin_formula(self, _: Attributes) -> None:
        self._has_formula = True

    def add_stored(self) -> None:
        self._stored.append(self.heard())

    def add_run(self) -> None:
        self._runs.append(self.heard())

    def finish_cell(self) -> None:
        """Writes what stands in the cell, if anything does."""
        kind = self._attributes.get("t", "n")
        if len(self._stored) > 1:
            raise ValueError("two values in one cell")
        text = "".join(self._runs if kind == "inlineStr" else self._stored)
        if kind == "e" and (text or self._has_formula):
            self._found.put_error(self._row, self._column, text or "#N/A")
        elif self._has_formula and self._calculation.is_missing(kind, text):
            self._found.put_uncached(self._row, self._column)
        elif text:
            style = int(self._attributes.get("s", 0))
            self._styles.put(self._found, self._row, self._column, self._value(kind, text), style)

    def _value(self, kind: str, text: str) -> Value:
        """What a cell of this type holds. A text that is not of its type stays a text."""
        if kind == "n" and _NUMBER.fullmatch(text):
            return float(text)
        if kind == "s":
            return self._texts[int(text) if _DIGITS.fullmatch(text) else len(self._texts)]
        if kind == "b" and text in (*_TRUE, *_FALSE):
            return text in _TRUE
        if kind == "d" and _DAY.match(text):
            return date.fromisoformat(text[:10])
        return unescaped(text)


def _place(address: str) -> Place:
    """Row and column. Raises ValueError where it is no address of a cell."""
    found = _ADDRESS.fullmatch(address)
    place = (int(found[2]), column_number(found[1].encode())) if found else (0, 0)
    if not (0 < place[0] <= _LAST_ROW and place[1] <= _LAST_COLUMN):
        raise ValueError("no address of a cell")
    return place


_BEGINS: Begins = {
    ("cols", "col"): _Reading.begin_columns,
    ("sheetData", "row"): _Reading.begin_row,
    ("row", "c"): _Reading.begin_cell,
    ("c", "f"): _Reading.begin_formula,
    ("c", "v"): _Reading.listen,
    ("is", "t"): _Reading.listen_to_text,
    ("r", "t"): _Reading.listen_to_text,
    ("mergeCells", "mergeCell"): _Reading.begin_block,
}
_FINISHES: Finishes = {
    ("row", "c"): _Reading.finish_cell,
    ("c", "v"): _Reading.add_stored,
    ("is", "t"): _Reading.add_run,
    ("r", "t"): _Reading.add_run,
}
