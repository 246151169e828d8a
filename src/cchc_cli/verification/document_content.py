"""A Word document's paragraphs and table cells in their order, whichever program saved it last."""

from dataclasses import dataclass, field

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.xml_parsing import Attributes, parse
from cchc_cli.language import Text
from cchc_cli.verification.sequences import Piece

BODY = "word/document.xml"
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_AN_ELEMENT = 2
"""An element takes the time of so many cells."""
_LEFT_OUT = {"del", "moveFrom", "delText"}
"""What was taken out while changes were tracked."""
_OFF = {"0", "false", "off"}
_COUNTED = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC"}
"""Fields whose result each program works out for itself."""

_IN_TABLE = Text("bảng {table}, dòng {row}, cột {column}", "table {table}, row {row}, column {column}")
_OF = Text("{place} (“{label}”)", "{place} ('{label}')")
_IN_TEXT = Text("đoạn {paragraph}", "paragraph {paragraph}")
_UNDER = Text("mục “{heading}”, {place}", "under '{heading}', {place}")
_AT_THE_EDGE = Text("đầu trang hoặc chân trang", "header or footer")
_MAXIMUM_HEADING = 80


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0
    label: str = ""
    """What the row is called: the first words in it."""
    is_unseen: bool = False
    """Whether the row is hidden."""


def document_content(parts: Parts) -> list[Piece]:
    """The paragraphs that say something, those of headers and footers behind all others, each once.

    Raises UnreadableError where the document is damaged or too large.
    """
    allowance = Allowance()
    edges = sorted(name for name in parts if name.startswith(("word/header", "word/footer")))
    said = {piece.text for name in edges for piece in _pieces(parts[name], allowance)}
    return [*_pieces(parts[BODY], allowance), *(Piece(text, _AT_THE_EDGE, "edge") for text in sorted(said))]


def _pieces(xml: bytes, allowance: Allowance) -> list[Piece]:
    reading = _Reading(allowance)
    parse(xml, reading)
    return reading.pieces


@dataclass(slots=True)
class _Reading:
    """Raises ValueError or LookupError for what no document holds."""

    allowance: Allowance
    pieces: list[Piece] = field(default_factory=list)
    _around: list[str] = field(default_factory=list)
    _texts: list[list[str]] = field(default_factory=list)
    """What was heard of each paragraph that is open."""
    _styles: list[str] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _skipped: int = 0
    """How many elements are open that are no text."""
    _fields: list[str] = field(default_factory=list)
    """The instructions of the fields that are open."""
    _is_unseen: bool = False
    """Whether the run that is open is hidden text: nobody reads it, on screen or paper."""
    _counted: int = 0
    _paragraphs: int = 0
    _heading: str = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        self.allowance.spend(_AN_ELEMENT)
        name = _local(tag)
        self._around.append(name)
        if self._skipped or _is_left_out(tag, name, attributes):
            self._skipped += 1
            return
        match name:
            case "p":
                self._texts.append([])
                self._styles.append("")
            case "pStyle" if self._styles:
                self._styles[-1] = _value(attributes, "val")
            case "fldChar":
                self._field(_value(attributes, "fldCharType"))
            case "tab" | "br" | "cr" | "noBreakHyphen" if self._around[-2:-1] == ["r"]:
                self._hear("-" if name == "noBreakHyphen" else " ")
            case "r":
                self._is_unseen = False
            case "vanish" | "hidden":
                self._hide(_value(attributes, "val"))
            case _:
                self._enter_table(name)

    def end(self, tag: str) -> None:
        name = self._around.pop()
        if self._skipped:
            self._skipped -= 1
        elif name == "p":
            self._finish_paragraph()
        elif name == "tbl":
            self._tables.pop()

    def text(self, data: str) -> None:
        if self._skipped or not self._around:
            return
        if self._around[-1] == "t":
            self._hear(data)
        elif self._around[-1] == "instrText" and self._fields:
            self._fields[-1] += data

    def _hear(self, data: str) -> None:
        unseen = self._is_unseen or any(table.is_unseen for table in self._tables)
        if self._texts and not unseen and not any(map(_is_counted, self._fields)):
            self._texts[-1].append(data)

    def _hide(self, said: str) -> None:
        """Of a run or a row of a table; the mark of a paragraph may be hidden without its text."""
        if said in _OFF:
            return
        if self._around[-3:-1] == ["r", "rPr"]:
            self._is_unseen = True
        elif self._around[-3:-1] == ["tr", "trPr"] and self._tables:
            self._tables[-1].is_unseen = True

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _enter_table(self, name: str) -> None:
        if name == "tbl":
            self._counted += 1
            self._tables.append(_Table(self._counted))
        elif name == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = 0
            self._tables[-1].is_unseen = False
            self._tables[-1].label = ""
        elif name == "tc" and self._tables:
            self._tables[-1].column += 1

    def _finish_paragraph(self) -> None:
        text, style = " ".join("".join(self._texts.pop()).split()), self._styles.pop()
        self._paragraphs += not self._tables
        if not text:
            return
        if not self._tables and style.casefold().startswith(("heading", "title", "u1", "tiu")):
            self._heading = text[:_MAXIMUM_HEADING]
        self.pieces.append(Piece(text, self._place()))
        if self._tables and not self._tables[-1].label and any(map(str.isalpha, text)):
            self._tables[-1].label = text[:_MAXIMUM_HEADING]

    def _place(self) -> Text:
        if self._tables:
            table = self._tables[-1]
            place = _IN_TABLE.filled(table=table.number, row=table.row, column=table.column)
            place = _OF.filled(place=place, label=table.label) if table.label else place
        else:
            place = _IN_TEXT.filled(paragraph=self._paragraphs)
        return _UNDER.filled(heading=self._heading, place=place) if self._heading else place


def _is_left_out(tag: str, name: str, attributes: Attributes) -> bool:
    if name in _LEFT_OUT or tag == f"{_COMPATIBILITY}Fallback":
        return True
    return name == "fldSimple" and _is_counted(_value(attributes, "instr"))


def _is_counted(instruction: str) -> bool:
    return instruction.split()[:1] != [] and instruction.split()[0].upper() in _COUNTED


def _local(tag: str) -> str:
    """The name of an element of a document; '' for any other."""
    namespace, space, name = tag.rpartition(" ")
    return name if namespace + space in _NAMESPACES else ""


def _value(attributes: Attributes, name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")
