"""The boxes in which comments are shown: Excel keeps them as drawings of an older kind (VML)."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from xml.sax.saxutils import quoteattr

from cchc_cli.intake.files.sheet import Place
from cchc_cli.outgoing.marking.sheet_part import SheetPart, decimal_in
from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.xml_outline import with_attributes
from cchc_cli.outgoing.row_heights import Wrapped, lines_of

_NAMESPACES: Final = {
    "xmlns:v": "urn:schemas-microsoft-com:vml",
    "xmlns:o": "urn:schemas-microsoft-com:office:office",
    "xmlns:x": "urn:schemas-microsoft-com:office:excel",
}
EMPTY: Final = (
    f"<xml {' '.join(f'{name}={quoteattr(value)}' for name, value in _NAMESPACES.items())}>"
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout></xml>'
)
"""A part without a shape; `block` is the thousand from which it takes its numbers."""
_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:0;margin-top:0;'
    'width:{width}pt;height:{height}pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>'
    "<x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_ROOT = re.compile(rb"<xml(?=[\s>])[^>]*>")
_SHAPE_BEGINS = re.compile(rb"<((?:\w+:)?shape)\s")
"""Excel does not always write XML here (`<br>`), and other programs choose their own prefixes."""
_HAS_TYPE = re.compile(rb"""\sid=["']_x0000_t202["']""")
_NOTE = re.compile(rb"""ObjectType=["']Note["']""")
_ROW, _COLUMN = (re.compile(rb"<(?:\w+:)?%b>\s*(\d{1,7})\s*</" % name) for name in (b"Row", b"Column"))
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)[^<]*(</)")
_SIZE = re.compile(rb"(?<=[;'\"\s])(width|height):[^;'\"]*")
_NUMBERS = re.compile(rb"_x0000_s(\d{1,9})")
_BLOCKS = re.compile(rb"""<(?:\w+:)?idmap\s[^<>]*?\bdata=["']([\d,]+)["']""")
_IN_A_BLOCK = 1024

_WIDTH, _LETTERS, _SIZE_OF_TEXT = 300, 40, 9
"""Of a box in pixels, of its lines in characters, and of the letters in points."""
_LINE, _FRAME, _LOWEST = 15, 14, 60
_BESIDE, _ABOVE = 15, 7
_POINTS = 0.75
_ROW_HEIGHT, _COLUMN_WIDTH = 15.0, 8.43
_LAST_COLUMN = 16_384


class Box(NamedTuple):
    """Where a comment is shown, and how large: `anchor` in cells and pixels, the rest in pixels."""

    anchor: str
    width: int
    height: int


def next_block(parts: list[bytes]) -> int:
    """A thousand of numbers that no drawing of the workbook takes its own from."""
    taken = {
        int(each) for part in parts for said in _BLOCKS.findall(part) for each in said.split(b",") if each
    }
    return 1 + max(taken, default=0)


def shaped(xml: bytes, texts: Mapping[Place, str], part: SheetPart) -> bytes:
    """The drawing with a box for each comment, large enough for its text; none for a cell without a text."""
    pieces, position, found = [], 0, set()
    for start, end in _shapes(xml):
        place = _cell(xml[start:end])
        if place is not None and place in texts:
            found.add(place)
            said = texts[place]
            shape = _resized(xml[start:end], box(part, place, said)) if said else b""
            pieces += [xml[position:start], shape]
            position = end
    rest = xml[position:]
    end = rest.rfind(b"</xml>")
    if end < 0:
        raise UnusualPackageError("drawing of comments")
    new = [(place, said) for place, said in texts.items() if said and place not in found]
    drawing = b"".join([*pieces, rest[:end], _new_shapes(xml, new, part), rest[end:]])
    return _ROOT.sub(lambda match: with_attributes(match[0], _NAMESPACES), drawing, count=1)


def box(part: SheetPart, place: Place, text: str) -> Box:
    """A box beside a cell in which the whole text can be read."""
    lines = sum(lines_of(Wrapped(line, _LETTERS, _SIZE_OF_TEXT)) for line in text.split("\n"))
    height = max(_LOWEST, _FRAME + _LINE * lines)
    row, column = place
    left, top = min(column, _LAST_COLUMN - 8), max(row - 2, 0)
    right, into_column = _reach(left, _BESIDE + _WIDTH, lambda at: _column_pixels(part, at + 1))
    bottom, into_row = _reach(top, _ABOVE + height, lambda at: _row_pixels(part, at + 1))
    anchor = (left, _BESIDE, top, _ABOVE, right, into_column, bottom, into_row)
    return Box(", ".join(map(str, anchor)), _WIDTH, height)


def _shapes(xml: bytes) -> Iterator[tuple[int, int]]:
    """Where each shape begins and ends."""
    position = 0
    while begins := _SHAPE_BEGINS.search(xml, position):
        closing = b"</%b>" % begins[1]
        found = xml.find(closing, begins.end())
        if found < 0:
            return
        position = found + len(closing)
        yield begins.start(), position


def _new_shapes(xml: bytes, new: list[tuple[Place, str]], part: SheetPart) -> bytes:
    if not new:
        return b""
    blocks = _BLOCKS.search(xml)
    first = _IN_A_BLOCK * int(blocks[1].split(b",")[0] or 1) if blocks else _IN_A_BLOCK
    number = max([first, *(int(each) for each in _NUMBERS.findall(xml))])
    shapes = [] if _HAS_TYPE.search(xml) else [_TYPE]
    for order, (place, said) in enumerate(new, start=1):
        shown = box(part, place, said)
        shapes.append(
            _SHAPE.format(
                number=number + order,
                width=shown.width * _POINTS,
                height=shown.height * _POINTS,
                order=order,
                anchor=shown.anchor,
                row=place[0] - 1,
                column=place[1] - 1,
            )
        )
    return "".join(shapes).encode("ascii")


def _resized(shape: bytes, shown: Box) -> bytes:
    """A box that is there already, as large as its text needs; who made it gave it its look."""
    end = shape.index(b">")
    sizes = {b"width": shown.width, b"height": shown.height}
    tag = _SIZE.sub(lambda match: b"%b:%gpt" % (match[1], sizes[match[1]] * _POINTS), shape[:end])
    return tag + _ANCHOR.sub(rb"\g<1>" + shown.anchor.encode("ascii") + rb"\g<2>", shape[end:])


def _cell(shape: bytes) -> Place | None:
    """The cell whose comment a shape shows; None for a button and the like."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if _NOTE.search(shape) is None or row is None or column is None:
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _reach(first: int, pixels: int, size_of: Callable[[int], int]) -> tuple[int, int]:
    """Which row or column, from 0, so many pixels from the edge of another lie in, and how deep."""
    for at in range(first, first + _MOST_STEPS):
        size = size_of(at)
        if pixels < size:
            return at, pixels
        pixels -= size
    return first + _MOST_STEPS, 0


def _column_pixels(part: SheetPart, column: int) -> int:
    found = part.of_column(column)
    if found.get("hidden") in ("1", "true"):
        return 0
    usual = part.format.get("defaultColWidth")
    width = decimal_in(found.get("width")) or decimal_in(usual) or _COLUMN_WIDTH
    return math.trunc(width * 7 + 5)


def _row_pixels(part: SheetPart, row: int) -> int:
    usual = decimal_in(part.format.get("defaultRowHeight")) or _ROW_HEIGHT
    return round((part.height_of(row) or usual) / _POINTS)


_MOST_STEPS = 300
