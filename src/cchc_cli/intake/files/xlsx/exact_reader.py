"""The slow reader, for sheets written otherwise than common programs do: cell by cell, each where it says."""

import re

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.parts import SHARED_STRINGS, SheetPart
from cchc_cli.intake.files.sheet import Place, Range, Sheet
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.xlsx.calculation import Calculation
from cchc_cli.intake.files.xlsx.cell_contents import CellContents
from cchc_cli.intake.files.xlsx.excel_texts import exact_texts
from cchc_cli.intake.files.xlsx.excel_xml import Begins, ExcelReading, Finishes, unescaped
from cchc_cli.intake.files.xlsx.scan import LAST_COLUMN, LAST_ROW, column_number
from cchc_cli.intake.files.xml_parsing import Attributes, parse

_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_TRUE = ("1", "true")


class ExactReader:
    """One workbook file. Raises UnreadableError where it is damaged, or holds more than is read."""

    def __init__(
        self, parts: Parts, styles: CellStyles, calculation: Calculation, allowance: Allowance
    ) -> None:
        self._parts = parts
        self._calculation = calculation
        self._allowance = allowance
        self._styles = styles
        self._texts = exact_texts(parts.get(SHARED_STRINGS), allowance)

    def sheet(self, part: SheetPart) -> Sheet:
        """Raises UnreadableError where the sheet is damaged, or holds more than is read."""
        found = SparseSheet(part.name, self._allowance, hidden=part.hidden)
        contents = CellContents(found, self._texts, self._styles, self._calculation)
        parse(self._parts[part.part], _Reading(found, contents))
        return found.finished()


class _Reading(ExcelReading):
    """Fills `found`. Raises ValueError or LookupError for what no sheet holds, as two cells in one place."""

    def __init__(self, found: SparseSheet, contents: CellContents) -> None:
        super().__init__(found.allowance, _BEGINS, _FINISHES)
        self._found = found
        self._contents = contents
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
        text = unescaped("".join(self._runs)) if kind == "inlineStr" else "".join(self._stored)
        style = int(self._attributes.get("s", 0)) if text else 0
        self._contents.put(self._row, self._column, kind, text, style, has_formula=self._has_formula)


def _place(address: str) -> Place:
    """Row and column. Raises ValueError where it is no address of a cell."""
    found = _ADDRESS.fullmatch(address)
    place = (int(found[2]), column_number(found[1].encode())) if found else (0, 0)
    if not (0 < place[0] <= LAST_ROW and place[1] <= LAST_COLUMN):
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
