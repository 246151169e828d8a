"""The part of one sheet: some of its cells get another format, everything else stays as it is written."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import islice

from cchc_cli.intake.files.sheet import Place, Range
from cchc_cli.intake.files.xlsx.scan import column_number, merged_ranges
from cchc_cli.observation import a1
from cchc_cli.outgoing.marking.styles import MAIN
from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.xml_outline import Edits, Element, native, outline

_IN_ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
    "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter "
    "rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing"
)
_ORDER = tuple(_IN_ORDER.split())
"""What may stand in a sheet up to the comments, in the order that Excel insists on."""
_MOST_BLOCKS = 50_000
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_TRUE = ("1", "true")


class SheetPart:
    """One worksheet while it is changed: `edits` collects what is to become of it."""

    def __init__(self, xml: bytes) -> None:
        """Raises UnusualPackageError where it is not written as the common programs write it."""
        self.edits = Edits(xml)
        self.root = outline(xml, 2)
        declared = f"xmlns:{self.root.prefix}" if self.root.prefix else "xmlns"
        if self.root.attributes.get(declared) != MAIN:
            raise UnusualPackageError("namespace")
        data = self.root.child("sheetData")
        if data is None:
            raise UnusualPackageError("sheetData")
        self._data = data
        self._rows = _rows(data)
        self._cells: dict[int, dict[int, Element]] = {}
        self._columns: dict[int, dict[str, str]] = {}

    def corners(self, places: Iterable[Place]) -> dict[Place, Place]:
        """For each cell the one that holds what its merged block shows; the cell itself outside of such."""
        found = {place: place for place in places}
        rows = sorted({row for row, _ in found})
        blocks: dict[int, list[Range]] = {}
        for block in islice(merged_ranges(self.edits.xml), _MOST_BLOCKS):
            for row in rows[bisect_left(rows, block.first_row) : bisect_right(rows, block.last_row)]:
                blocks.setdefault(row, []).append(block)
        for place in found:
            for block in blocks.get(place[0], ()):
                if block.holds(*place):
                    found[place] = (block.first_row, block.first_column)
        return found

    def style_at(self, place: Place) -> int:
        """The number of the format that a cell has, or would have."""
        row, column = place
        cell = self._cells_of(row).get(column)
        if cell is not None:
            return number_in(cell.attributes.get("s"))
        element = self._rows.get(row)
        if element is not None and element.attributes.get("customFormat") in _TRUE:
            return number_in(element.attributes.get("s"))
        return number_in(self.of_column(column).get("style"))

    def height_of(self, row: int) -> float | None:
        """The height of a row in points where the sheet states it."""
        element = self._rows.get(row)
        return None if element is None else decimal_in(element.attributes.get("ht"))

    @cached_property
    def format(self) -> dict[str, str]:
        """What the sheet says of rows and columns that say nothing themselves."""
        said = self.root.child("sheetFormatPr")
        return said.attributes if said is not None else {}

    def of_column(self, column: int) -> dict[str, str]:
        """What the sheet says of a column, by the run that it belongs to."""
        if column not in self._columns:
            listed = self.root.child("cols")
            runs = (each.attributes for each in listed.children) if listed is not None else ()
            self._columns[column] = next((run for run in runs if _holds(run, column)), {})
        return self._columns[column]

    def restyle(self, styles: Mapping[Place, int]) -> None:
        """Gives cells other formats; those that are not there are put in, blank."""
        by_row: dict[int, dict[int, int]] = {}
        for (row, column), style in sorted(styles.items()):
            by_row.setdefault(row, {})[column] = style
        new_rows: dict[int, list[str]] = {}
        there = sorted(self._rows)
        for row, of_row in by_row.items():
            if row in self._rows:
                self._restyle_row(row, of_row)
            else:
                behind = bisect_right(there, row)
                before = there[behind] if behind < len(there) else 0
                cells = "".join(f'<c r="{a1(row, column)}" s="{style}"/>' for column, style in of_row.items())
                new_rows.setdefault(before, []).append(f'<row xmlns="" r="{row}">{cells}</row>')
        for before, rows in new_rows.items():
            content = native(self.root, "".join(rows), MAIN)
            if before:
                self.edits.insert(self._rows[before].start, content)
            else:
                self.edits.append(self._data, content)

    def insert(self, name: str, content: str) -> None:
        """Puts an element of the sheet where its kind belongs, before others of the same kind."""
        before = [each for each in self.root.children if each.name in _ORDER[: _ORDER.index(name)]]
        self.edits.insert(before[-1].end, native(self.root, content, MAIN))

    def _restyle_row(self, row: int, styles: Mapping[int, int]) -> None:
        element, cells = self._rows[row], self._cells_of(row)
        new: dict[int, list[str]] = {}
        for column, style in styles.items():
            if column in cells:
                self.edits.set(cells[column], {"s": str(style)})
            else:
                before = min((number for number in cells if number > column), default=0)
                new.setdefault(before, []).append(f'<c xmlns="" r="{a1(row, column)}" s="{style}"/>')
        # Which columns the row says to use would have to grow with it; it need not say.
        changed = {"spans": None} if new and "spans" in element.attributes else {}
        if changed and not element.is_empty_tag:
            self.edits.set(element, changed)
        for before, added in new.items():
            content = native(self.root, "".join(added), MAIN)
            if before:
                self.edits.insert(cells[before].start, content)
            elif cells:
                self.edits.insert(max(cell.end for cell in cells.values()), content)
            elif element.is_empty_tag:
                self.edits.append(element, content, changed)
            else:
                self.edits.insert(element.inner, content)

    def _cells_of(self, row: int) -> dict[int, Element]:
        """The cells of a row by column; parsed when somebody asks."""
        if row not in self._cells:
            element = self._rows.get(row)
            self._cells[row] = self._parsed(element) if element is not None else {}
        return self._cells[row]

    def _parsed(self, row: Element) -> dict[int, Element]:
        cells: dict[int, Element] = {}
        column = 0
        for cell in outline(self.edits.xml[row.start : row.end], 1).named("c"):
            cell.move(row.start)
            address = _ADDRESS.fullmatch(cell.attributes.get("r", ""))
            column = column_number(address[1].encode("ascii")) if address else column + 1
            cells[column] = cell
        return cells


def number_in(text: str | None) -> int:
    """A whole number of an attribute; 0 where it is none."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else 0


def decimal_in(text: str | None) -> float | None:
    """A measure of an attribute; None where it is none that a sheet can have."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 <= value <= _TALLEST else None


_TALLEST = 1_000


def _holds(run: Mapping[str, str], column: int) -> bool:
    return number_in(run.get("min")) <= column <= number_in(run.get("max"))


def _rows(data: Element) -> dict[int, Element]:
    rows: dict[int, Element] = {}
    number = 0
    for row in data.named("row"):
        number = number_in(row.attributes.get("r")) or number + 1
        rows[number] = row
    return rows
