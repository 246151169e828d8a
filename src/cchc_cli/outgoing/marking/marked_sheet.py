"""One sheet of a workbook marked: cells coloured and unlocked, a comment at each, nothing else changed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cchc_cli.intake.files.sheet import Place
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.outgoing import look
from cchc_cli.outgoing.marking import comment_shapes
from cchc_cli.outgoing.marking.comments_part import EMPTY, REST, Comments
from cchc_cli.outgoing.marking.conditions import (
    blocks_with_conditions,
    forget_conditions,
    has_our_conditions,
    lay_over,
)
from cchc_cli.outgoing.marking.error_list import Entry, Mark
from cchc_cli.outgoing.marking.package import RELATIONS, Package
from cchc_cli.outgoing.marking.sheet_part import SheetPart
from cchc_cli.outgoing.marking.styles import NO_FILL, Styles
from cchc_cli.visible import visible

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_OUR_FILLS = tuple(f"FF{colour}" for colour in (look.ERROR, look.WARNING))
_THREADS = re.compile(rb"""<(?:\w+:)?threadedComment\s[^<>]*?\bref=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_LONGEST_LINE, _MOST_LINES = 1_000, 15
_MOST_BLOCKS = 2_000
"""Of more the question is not worth asking which of them covers a cell."""

Entries = Mapping[Place, Sequence[Entry]]
"""What is said at each cell of one sheet."""


@dataclass
class Marked:
    """How a sheet was marked: what its cells had behind their text before, and which have no comment."""

    fills: dict[Place, str] = field(default_factory=dict)
    without_comment: list[Place] = field(default_factory=list)


class SheetMarking:
    """Marks one sheet after the other in a package."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles

    def mark(self, part: str, entries: Entries, before: Mapping[Place, str]) -> Marked:
        """Marks a sheet; what it was marked with before goes.

        `before` says what cells that were marked had behind their text, by an earlier list.
        """
        self._forget_conditions(part)
        comments = self._comments(part)
        old = (comments.marked if comments else set()) | set(before)
        if not entries and not old:
            return Marked()
        sheet = SheetPart(self._package[part])
        corners = sheet.corners([*entries, *old])
        at_corner: dict[Place, list[Entry]] = {}
        for place, said in entries.items():
            at_corner.setdefault(corners[place], []).extend(said)
        own = {corners[place]: fill for place, fill in before.items()}
        fills = self._colour(sheet, at_corner, {corners[place] for place in old}, own)
        self._lay_over(sheet, at_corner, fills)
        threads = self._threads(part)
        lines = {place: _lines(said) for place, said in at_corner.items() if place not in threads}
        if comments is not None or lines:
            self._comment(part, sheet, comments or Comments(EMPTY), lines)
        self._package[part] = sheet.edits.result()
        return Marked({place: fills[corners[place]] for place in entries}, sorted(threads & at_corner.keys()))

    def _comments(self, part: str) -> Comments | None:
        found = next(self._package.related(part, "comments"), None)
        return Comments(self._package[found.target]) if found else None

    def _forget_conditions(self, part: str) -> None:
        """They go even where somebody took away our comments and our list, by which the rest is known."""
        if has_our_conditions(self._package[part]):
            sheet = SheetPart(self._package[part])
            forget_conditions(sheet)
            self._package[part] = sheet.edits.result()

    def _colour(
        self, sheet: SheetPart, entries: Entries, old: set[Place], before: Mapping[Place, str]
    ) -> dict[Place, str]:
        """Colours and unlocks the marked cells, gives those marked before their own look again.

        A pattern stays: it cannot be said in a word by which it would come back.
        """
        fills: dict[Place, str] = {}
        new: dict[Place, int] = {}
        for place in old | set(entries):
            number = sheet.style_at(place)
            there = self._styles.fill_of(number)
            own = (before.get(place) or NO_FILL) if place in old and there in _OUR_FILLS else there
            colour = _colour(entries.get(place, ()))
            wanted = f"FF{colour}" if colour and own else own
            fills[place] = own
            if wanted != there or colour:
                new[place] = self._styles.filled(number, wanted)
        sheet.restyle(new)
        return fills

    def _lay_over(self, sheet: SheetPart, entries: Entries, fills: Mapping[Place, str]) -> None:
        """Colours by a condition what has a pattern, and what the sheet colours by conditions of its own."""
        blocks = blocks_with_conditions(sheet)
        covered: dict[str, list[Place]] = {}
        for place, said in entries.items():
            is_covered = len(blocks) > _MOST_BLOCKS or any(block.holds(*place) for block in blocks)
            if is_covered or not fills[place]:
                covered.setdefault(_colour(said), []).append(place)
        lay_over(sheet, [(self._styles.differential(colour), places) for colour, places in covered.items()])

    def _threads(self, part: str) -> set[Place]:
        """The cells with a conversation, which Excel shows in the place of any comment."""
        return {
            (int(row), column_number(letters))
            for relation in self._package.related(part, "threadedComment")
            for letters, row in _THREADS.findall(self._package[relation.target])
        }

    def _comment(
        self, part: str, sheet: SheetPart, comments: Comments, lines: Mapping[Place, Sequence[str]]
    ) -> None:
        said = comments.say(lines)
        if not said:
            return
        self._put_comments(part, comments)
        drawing = self._drawing(part, sheet)
        shapes = comment_shapes.shaped(self._package[drawing], said, sheet)
        self._package[drawing] = shapes

    def _put_comments(self, part: str, comments: Comments) -> None:
        found = next(self._package.related(part, "comments"), None)
        if found is not None:
            self._package[found.target] = comments.result()
            return
        name = self._package.free_name("xl/comments{}.xml")
        self._package.add(name, comments.result(), _COMMENTS)
        self._package.relate(part, "comments", name)

    def _drawing(self, part: str, sheet: SheetPart) -> str:
        """The drawing that holds the boxes of the comments; a new one where there is none."""
        element = sheet.root.child("legacyDrawing")
        if element is not None:
            wanted = [value for name, value in element.attributes.items() if name.endswith(":id")]
            for relation in self._package.related(part, "vmlDrawing"):
                if relation.id in wanted:
                    return relation.target
            sheet.edits.remove(element)
        drawings = [self._package[name] for name in self._package.names if name.lower().endswith(".vml")]
        name = self._package.free_name("xl/drawings/vmlDrawing{}.vml")
        block = comment_shapes.next_block(drawings)
        self._package.declare_suffix("vml", _DRAWING)
        self._package.add_undeclared(name, comment_shapes.EMPTY.format(block=block).encode("ascii"))
        relation_id = self._package.relate(part, "vmlDrawing", name)
        sheet.insert("legacyDrawing", f'<legacyDrawing xmlns="" xmlns:r="{RELATIONS}" r:id="{relation_id}"/>')
        return name


def _colour(entries: Sequence[Entry]) -> str:
    """The colour of the gravest of what is said at a cell; '' where nothing is asked for."""
    return next((mark.colour for mark in Mark if any(entry.mark is mark for entry in entries)), "")


def _lines(entries: Sequence[Entry]) -> list[str]:
    texts = [f"{each.mark.value}: {each.problem} Cách sửa: {each.cure}" for each in entries]
    said = [visible(text)[:_LONGEST_LINE] for text in texts[:_MOST_LINES]]
    rest = len(texts) - len(said)
    return [*said, REST.format(count=rest)] if rest else said
