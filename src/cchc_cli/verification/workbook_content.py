"""A workbook's cells with their formulas, as the file holds them, whichever program saved it last."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.limits import Allowance, check_sheet_count
from cchc_cli.intake.files.parts import SHARED_STRINGS, percent_formats, sheet_parts
from cchc_cli.intake.files.sheet import Place
from cchc_cli.intake.files.unreadable import damaged
from cchc_cli.intake.files.xlsx.excel_texts import SharedTexts
from cchc_cli.intake.files.xlsx.excel_xml import Begins, ExcelReading, Finishes, unescaped
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.intake.files.xml_parsing import Attributes, parse
from cchc_cli.verification.formulas import canonical

_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,9})?")
_TRUE = ("1", "true")

Value: TypeAlias = str | float | bool | None


@dataclass(frozen=True, slots=True)
class CellContent:
    """What stands in a cell; `formula` in one form for all programs, `written` as it stands there."""

    value: Value
    formula: str | None = None
    written: str | None = None
    is_share: bool = False
    """Shown as a percentage."""


@dataclass(frozen=True, slots=True)
class SheetContent:
    """The cells of one sheet that hold anything, row by row."""

    name: str
    cells: Mapping[Place, CellContent]


def workbook_content(parts: Parts) -> list[SheetContent]:
    """The sheets in their order. Raises UnreadableError where the workbook is damaged or too large."""
    allowance = Allowance()
    texts = SharedTexts(allowance)
    if SHARED_STRINGS in parts:
        parse(parts[SHARED_STRINGS], texts)
    try:
        sheets = sheet_parts(parts)
        check_sheet_count(len(sheets))
        percents = percent_formats(parts)
        return [
            SheetContent(sheet.name, _cells(parts[sheet.part], texts.texts, percents, allowance))
            for sheet in sheets
        ]
    except (ElementTree.ParseError, ValueError, LookupError):
        raise damaged() from None


def _cells(
    xml: bytes, texts: Sequence[str], percents: set[int], allowance: Allowance
) -> dict[Place, CellContent]:
    reading = _Reading(texts, percents, allowance)
    parse(xml, reading)
    return dict(sorted(reading.cells.items()))


class _Reading(ExcelReading):
    """Raises ValueError or LookupError for what no sheet holds."""

    def __init__(self, texts: Sequence[str], percents: set[int], allowance: Allowance) -> None:
        super().__init__(allowance, _BEGINS, _FINISHES)
        self.cells: dict[Place, CellContent] = {}
        self._texts = texts
        self._percents = percents
        self._shared: dict[str, tuple[str, str]] = {}
        """Formulas that several cells share, in one form and as written, by their numbers."""
        self._row = self._column = 0
        self._attributes: Attributes = {}
        self._formula: tuple[str, str] | None = None
        self._formula_number: str | None = None
        self._stored: list[str] = []

    def begin_row(self, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0

    def begin_cell(self, attributes: Attributes) -> None:
        self._attributes, self._stored, self._formula = attributes, [], None
        if "r" in attributes:
            self._row, self._column = _place(attributes["r"])
        else:
            self._column += 1

    def begin_formula(self, attributes: Attributes) -> None:
        self._formula_number = attributes.get("si") if attributes.get("t") == "shared" else None
        self.listen(attributes)

    def finish_formula(self) -> None:
        written, number = unescaped(self.heard()), self._formula_number
        if written:
            self._formula = canonical(written, (self._row, self._column)), written
            if number is not None:
                self._shared[number] = self._formula
        elif number is not None:
            self._formula = self._shared[number]

    def add_stored(self) -> None:
        self._stored.append(self.heard())

    def finish_cell(self) -> None:
        value = self._value("".join(self._stored))
        if value is None and self._formula is None:
            return
        formula, written = self._formula or (None, None)
        is_share = int(self._attributes.get("s", 0)) in self._percents
        self.cells[self._row, self._column] = CellContent(value, formula, written, is_share)

    def _value(self, stored: str) -> Value:
        kind = self._attributes.get("t", "n")
        if kind == "s" and stored:
            stored = self._texts[int(stored)]
        elif kind == "n" and _NUMBER.fullmatch(stored):
            return float(stored)
        elif kind == "b" and stored:
            return stored in _TRUE
        else:
            stored = unescaped(stored)
        return stored.replace("\r\n", "\n").replace("\r", "\n") or None


def _place(address: str) -> Place:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError("no address of a cell")
    return int(found[2]), column_number(found[1].encode())


_BEGINS: Begins = {
    ("sheetData", "row"): _Reading.begin_row,
    ("row", "c"): _Reading.begin_cell,
    ("c", "f"): _Reading.begin_formula,
    ("c", "v"): _Reading.listen,
    ("is", "t"): _Reading.listen_to_text,
    ("r", "t"): _Reading.listen_to_text,
}
_FINISHES: Finishes = {
    ("row", "c"): _Reading.finish_cell,
    ("c", "f"): _Reading.finish_formula,
    ("c", "v"): _Reading.add_stored,
    ("is", "t"): _Reading.add_stored,
    ("r", "t"): _Reading.add_stored,
}
