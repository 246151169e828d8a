"""The OpenDocument spreadsheet (.ods): one pass over its XML, where a cell may stand for thousands.

Source: OpenDocument 1.3, part 3, chapter 9 «Tables».
"""

from collections.abc import Callable
from typing import NamedTuple

from cchc_cli.findings.of_files import FILE_ENCRYPTED
from cchc_cli.intake.files.archive import TYPE_PART, Parts
from cchc_cli.intake.files.file_type import stranger
from cchc_cli.intake.files.limits import MAXIMUM_COLUMNS, MAXIMUM_ROWS, Allowance, check_sheet_count
from cchc_cli.intake.files.ods.cell import CellText, Content, content, repeats
from cchc_cli.intake.files.sheet import Range, Workbook
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.unreadable import UnreadableError, damaged
from cchc_cli.intake.files.xml_parsing import Attributes, parse

_CONTENT = "content.xml"
_MANIFEST = "meta-inf/manifest.xml"
_ENCRYPTION = b"encryption-data"
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_HIDDEN = ("collapse", "filter")
_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_BESIDE_THE_CELLS = frozenset(
    {
        "office:annotation",
        "office:forms",
        "table:content-validations",
        "table:dde-links",
        "table:shapes",
        "table:tracked-changes",
    }
)
"""What has texts or tables of its own that nobody sees in a cell."""
_DRAWN = "draw:"
_DEEPEST = 500
_AN_ELEMENT = 2
"""An element takes the time of so many cells."""
_COPY_OF_ANOTHER_FILE = "'#"
"""Part of the name under which a table keeps what was once read from another file."""


class _Repeated(NamedTuple):
    """What stands in a number of cells beside one another."""

    column: int
    repeats: int
    content: Content


def read_open_document(parts: Parts) -> Workbook:
    """The sheets of an .ods file.

    Raises UnreadableError where it is damaged, has a password, is too large, or another kind of document.
    """
    if _ENCRYPTION in parts.get(_MANIFEST, b""):
        raise UnreadableError(FILE_ENCRYPTED, {})
    if not parts.get(TYPE_PART, _SPREADSHEET).startswith(_SPREADSHEET):
        raise stranger()
    reading = _Reading()
    parse(parts[_CONTENT], reading)
    return Workbook(tuple(sheet.finished() for sheet in reading.sheets))


class _Reading:
    """Where the parser stands. What is repeated is written out only as far as a sheet is read."""

    def __init__(self) -> None:
        self.sheets: list[SparseSheet] = []
        self._allowance = Allowance()
        self._names: dict[str, str] = {}
        self._depth = 0
        self._left_out = 0
        """How deep the parser is inside something that is left out."""
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._is_in_table = False
        self._row = self._column = 0
        self._row_repeats = 1
        self._cells: list[_Repeated] = []
        self._attributes: Attributes = {}
        self._text: CellText | None = None

    def start(self, tag: str, raw: Attributes) -> None:
        self._allowance.spend(_AN_ELEMENT)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damaged()
        name = self._name(tag)
        if self._left_out or self._is_left_out(name, raw):
            self._left_out += 1
            return
        handler = _STARTS.get(name)
        if handler is not None:
            handler(self, {self._name(key): value for key, value in raw.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._left_out:
            self._left_out -= 1
            return
        handler = _ENDS.get(self._name(tag))
        if handler is not None:
            handler(self)

    def text(self, data: str) -> None:
        if self._text is not None and not self._left_out:
            self._text.add(data)

    def _name(self, tag: str) -> str:
        """A name with the usual prefix of its namespace."""
        if tag not in self._names:
            namespace, _, local = tag.rpartition(" ")
            self._names[tag] = f"{_NAMESPACES.get(namespace, '')}:{local}"
        return self._names[tag]

    def _is_left_out(self, name: str, raw: Attributes) -> bool:
        if name != "table:table":
            return name in _BESIDE_THE_CELLS or name.startswith(_DRAWN)
        called = next((value for key, value in raw.items() if self._name(key) == "table:name"), "")
        return self._is_in_table or (called.startswith("'") and _COPY_OF_ANOTHER_FILE in called)

    def start_style(self, given: Attributes) -> None:
        self._style = given.get("style:name", "")

    def start_table_properties(self, given: Attributes) -> None:
        if given.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def start_table(self, given: Attributes) -> None:
        hidden = given.get("table:style-name", "") in self._hidden_styles
        check_sheet_count(len(self.sheets) + 1)
        self.sheets.append(SparseSheet(given.get("table:name", ""), self._allowance, hidden=hidden))
        self._row = self._column = 0
        self._is_in_table = True

    def end_table(self) -> None:
        self._is_in_table = False

    def start_column(self, given: Attributes) -> None:
        count = repeats(given, "table:number-columns-repeated")
        if given.get("table:visibility") in _HIDDEN and self._is_in_table:
            self.sheets[-1].hidden_columns.append((self._column + 1, self._column + count))
        self._column += count

    def start_row(self, given: Attributes) -> None:
        self._column, self._cells = 0, []
        self._row_repeats = repeats(given, "table:number-rows-repeated")
        if given.get("table:visibility") in _HIDDEN and self._is_in_table:
            last = min(self._row + self._row_repeats, MAXIMUM_ROWS)
            self.sheets[-1].hidden_rows.update(range(self._row + 1, last + 1))

    def end_row(self) -> None:
        """Writes the cells of the row as often as it is repeated, and once more where that is too far."""
        first, last = self._row + 1, self._row + self._row_repeats
        for cell in self._cells:
            columns = _within(cell.column, cell.column + cell.repeats - 1, MAXIMUM_COLUMNS)
            for row in _within(first, last, MAXIMUM_ROWS):
                cell.content.put(self.sheets[-1], row, columns)
        self._row = last

    def start_cell(self, given: Attributes) -> None:
        self._attributes, self._text = given, CellText()

    def end_cell(self) -> None:
        given = self._attributes
        count = repeats(given, "table:number-columns-repeated")
        found = content(given, self._text or CellText())
        if found is not None and self._is_in_table:
            self._cells.append(_Repeated(self._column + 1, count, found))
        wide, high = (repeats(given, f"table:number-{way}-spanned") for way in ("columns", "rows"))
        if (wide > 1 or high > 1) and self._is_in_table:
            row, column = self._row + 1, self._column + 1
            self.sheets[-1].merge(Range(row, column, row + high - 1, column + wide - 1))
        self.end_covered_cell()

    def end_covered_cell(self) -> None:
        """Steps past the cell. What stands below a merged block is not seen by anybody."""
        self._column += repeats(self._attributes, "table:number-columns-repeated")
        self._text = None

    def start_paragraph(self, _: Attributes) -> None:
        if self._text is not None:
            self._text.begin_paragraph()

    def end_paragraph(self) -> None:
        if self._text is not None:
            self._text.end_paragraph()

    def start_spaces(self, given: Attributes) -> None:
        if self._text is not None:
            self._text.add_exactly(" " * min(repeats(given, "text:c"), 1000))

    def start_tab(self, _: Attributes) -> None:
        if self._text is not None:
            self._text.add_exactly("\t")

    def start_line_break(self, _: Attributes) -> None:
        if self._text is not None:
            self._text.add_exactly("\n")


_STARTS: dict[str, Callable[[_Reading, Attributes], None]] = {
    "style:style": _Reading.start_style,
    "style:table-properties": _Reading.start_table_properties,
    "table:table": _Reading.start_table,
    "table:table-column": _Reading.start_column,
    "table:table-row": _Reading.start_row,
    "table:table-cell": _Reading.start_cell,
    "table:covered-table-cell": _Reading.start_cell,
    "text:p": _Reading.start_paragraph,
    "text:s": _Reading.start_spaces,
    "text:tab": _Reading.start_tab,
    "text:line-break": _Reading.start_line_break,
}
_ENDS: dict[str, Callable[[_Reading], None]] = {
    "table:table": _Reading.end_table,
    "table:table-row": _Reading.end_row,
    "table:table-cell": _Reading.end_cell,
    "table:covered-table-cell": _Reading.end_covered_cell,
    "text:p": _Reading.end_paragraph,
}


def _within(first: int, last: int, most: int) -> range:
    """From first to last, at most one beyond what is read: enough to say that something stands there."""
    return range(first, min(last, max(first, most + 1)) + 1)
