"""A form as a package of parts, in which single figures and texts can be exchanged."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from xml.sax.saxutils import escape

from benchmarks.corpora.office import without_times
from cchc_cli import form_words

_TEXTS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_PROPERTIES = "docProps/core.xml"
_NUMBERED = re.compile(r"&#([1-9]\d{2,6});")
"""A letter beyond ASCII, as some writers put it."""
_SHEETS = "xl/worksheets/sheet"
_STAMP = (2024, 12, 31, 0, 0, 0)
_ITEM = re.compile(r"<si>(.*?)</si>|<si/>", re.DOTALL)
_COUNTS = re.compile(r'\s(?:uniqueCount|count)="\d+"')
_LETTERS = re.compile(r"<t(?:\s[^>]*)?>([^<]*)</t>")
_VALUE_COLUMN = "ABCDEFGHI"[form_words.COLUMNS.index(form_words.VALUE)]
_CODE_COLUMN = "ABCDEFGHI"[form_words.COLUMNS.index(form_words.ITEM_CODE)]
_CODE = re.compile(rf'<c r="{_CODE_COLUMN}(\d+)"[^>]*\st="s"[^>]*><v>(\d+)</v>')
_WRITTEN_CODE = re.compile(rf'<c r="{_CODE_COLUMN}(\d+)"[^>]*><is><t>([^<]*)</t></is></c>')
_FIGURE = re.compile(rf'<c r="{_VALUE_COLUMN}(\d+)"( s="\d+")(?: t="n")?><v>[^<]*</v></c>')

Cell = Callable[[str], str]
"""What stands instead of a figure's cell: of its attributes for address and style, the XML of the cell."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a form: its texts, the sheet with the figures, and which item stands in which row."""

    parts: Mapping[str, bytes]
    texts: str
    figures_part: str
    figures: str
    items: Mapping[str, str]

    def with_texts(self, texts: Mapping[str, str]) -> "Package":
        """The same with some texts, or parts of texts, in the place of others, in every part."""
        exchanged = {escape(old): escape(new) for old, new in texts.items() if old != new}
        if not exchanged:
            return self
        pattern = re.compile("|".join(map(re.escape, sorted(exchanged, key=len, reverse=True))))

        def put(text: str) -> str:
            return pattern.sub(lambda match: exchanged[match[0]], text)

        parts = {
            name: put(part.decode()).encode() if name.startswith(_SHEETS) else part
            for name, part in self.parts.items()
        }
        return replace(self, parts=parts, texts=put(self.texts), figures=put(self.figures))

    def with_figures(self, figures: Mapping[str, str]) -> "Package":
        """The same with other numbers, by item; an item that isn't named keeps its own."""
        return self.with_cells({item: _number_cell(number) for item, number in figures.items()})

    def with_cells(self, cells: Mapping[str, Cell]) -> "Package":
        """The same with other cells in the place of the numbers of some items."""

        def put(match: re.Match[str]) -> str:
            cell = cells.get(self.items.get(match[1], ""))
            return cell(f'<c r="{_VALUE_COLUMN}{match[1]}"{match[2]}') if cell else match[0]

        return replace(self, figures=_FIGURE.sub(put, self.figures))

    def numbered_items(self) -> list[str]:
        """The items with a number, from the top."""
        return [self.items[row] for row, _ in _FIGURE.findall(self.figures) if row in self.items]

    def with_number(self, old: str, new: str) -> "Package":
        """The same with another number on the sheets beside the figures."""
        parts = {
            name: part.replace(f"<v>{old}</v>".encode(), f"<v>{new}</v>".encode())
            if name.startswith(_SHEETS)
            else part
            for name, part in self.parts.items()
        }
        return replace(self, parts=parts)

    def with_more_texts(self, texts: Sequence[str]) -> tuple["Package", list[Cell]]:
        """The same with further shared texts, and the cells that hold them; where it shares none, the cells
        hold them alone."""
        written = [f'<t xml:space="preserve">{escape(text)}</t>' for text in texts]
        if not self.texts:
            return self, [_cell("inlineStr", f"<is>{text}</is>") for text in written]
        first = len(_ITEM.findall(self.texts))
        cells = [_cell("s", f"<v>{first + number}</v>") for number in range(len(texts))]
        more = "".join(f"<si>{text}</si>" for text in written)
        opening = _COUNTS.sub("", self.texts, count=2)
        return replace(self, texts=opening.replace("</sst>", f"{more}</sst>")), cells

    def with_percent_style(self) -> tuple["Package", int]:
        """The same with a further style that shows percentages, and its number."""
        styles = self.parts[_STYLES].decode()
        opening, before, count, after = re.split(r'(<cellXfs count=")(\d+)(?=")', styles, maxsplit=1)
        more = '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="true"/>'
        changed = f"{opening}{before}{int(count) + 1}{after.replace('</cellXfs>', f'{more}</cellXfs>', 1)}"
        return replace(self, parts={**self.parts, _STYLES: changed.encode()}), int(count)

    def content(self) -> bytes:
        """The file; the same parts give the same bytes."""
        written = io.BytesIO()
        changed = {self.figures_part: self.figures.encode(), **_named(_TEXTS, self.texts)}
        with zipfile.ZipFile(written, "w") as archive:
            for name, part in self.parts.items():
                entry = zipfile.ZipInfo(name, _STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                archive.writestr(entry, changed.get(name, part))
        return written.getvalue()


def package(content: bytes) -> Package:
    """The parts of a form that an office program, or this one, has saved."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_PROPERTIES] = without_times(parts[_PROPERTIES])
    parts |= {name: _in_letters(part) for name, part in parts.items() if name.startswith(_SHEETS)}
    texts = parts[_TEXTS].decode() if _TEXTS in parts else ""
    shared = ["".join(map(unescape, _LETTERS.findall(item))) for item in _ITEM.findall(texts)]
    name, figures, items = max(_figure_sheets(parts, shared), key=lambda found: len(found[2]))
    return Package(parts, texts, name, figures, items)


def _figure_sheets(
    parts: Mapping[str, bytes], shared: Sequence[str]
) -> list[tuple[str, str, dict[str, str]]]:
    """Every sheet with the texts of its column of codes, by row; that with the most is the one."""
    found = []
    for name, part in parts.items():
        if name.startswith(_SHEETS):
            xml = part.decode()
            items = {row: shared[int(number)] for row, number in _CODE.findall(xml)}
            found.append((name, xml, {**items, **dict(_WRITTEN_CODE.findall(xml))}))
    return found


def _in_letters(part: bytes) -> bytes:
    """The same with letters where a writer put their numbers."""
    return _NUMBERED.sub(lambda match: chr(int(match[1])), part.decode()).encode()


def _named(name: str, text: str) -> dict[str, bytes]:
    return {name: text.encode()} if text else {}


def _number_cell(number: str) -> Cell:
    return _cell("n", f"<v>{number}</v>")


def _cell(kind: str, content: str) -> Cell:
    return lambda opening: f'{opening} t="{kind}">{content}</c>'
