"""The comments of one sheet: ours stand behind what others wrote, and are taken away again."""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from cchc_cli.intake.files.sheet import Place
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.observation import a1
from cchc_cli.outgoing.marking.error_list import Mark
from cchc_cli.outgoing.marking.styles import MAIN
from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.xml_outline import Edits, Element, native, outline

AUTHOR: Final = "cchc"
SIGN: Final = "▸ "
REST: Final = "Và {count} nội dung khác, xem trang đầu."
"""A line of ours for those that are too many."""
EMPTY: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<comments xmlns="{MAIN}"><authors></authors><commentList></commentList></comments>'
).encode()
_BEGINNINGS = (*(mark.value for mark in Mark), REST.partition("{")[0])
_OURS = re.compile(rf"(?:^|\n){SIGN}(?:{'|'.join(_BEGINNINGS)})[^\n]*")
"""A line of ours is known again by its beginning, whoever saved the file since."""
_GONE = "\x00"
"""Stands for a letter taken away; no XML holds it."""
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LOOK = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'


class Comments:
    """The part with the comments of one sheet while it is changed."""

    def __init__(self, xml: bytes) -> None:
        self._edits = Edits(xml)
        self._root = outline(xml, 6)
        self._list = self._group("commentList")
        self._authors = self._group("authors")
        self._names = [xml[each.inner : each.close] for each in self._authors.children]
        self._found = {place: each for each in self._list.named("comment") if (place := _place(each))}

    @property
    def marked(self) -> set[Place]:
        """The cells that have lines of ours."""
        return {
            place
            for place, comment in self._found.items()
            if _OURS.search("".join(map(self._text, _runs(comment))))
        }

    def say(self, lines: Mapping[Place, Iterable[str]]) -> dict[Place, str]:
        """Puts lines in the place of all of ours that were there; what others wrote stays.

        Returns what each cell that was touched says now, '' where it has no comment any more.
        """
        said: dict[Place, str] = {}
        new = []
        for place in sorted(self.marked | set(lines)):
            ours = "\n".join(f"{SIGN}{line}" for line in lines.get(place, ()))
            comment = self._found.get(place)
            if comment is None:
                said[place] = ours
                new.append(self._comment(place, ours))
            else:
                said[place] = self._say_at(place, comment, ours)
        if new:
            self._edits.append(self._list, b"".join(new))
        return said

    def result(self) -> bytes:
        """The part as it is to be."""
        return self._edits.result()

    def _say_at(self, place: Place, comment: Element, ours: str) -> str:
        kept = self._of_others(comment)
        rest = "".join(text for _, text in kept).strip("\n")
        if rest:
            behind = f"\n{ours}" if ours else ""
            content = b"".join(self._kept(run, text) for run, text in kept) + self._run(behind)
            self._replace_text(comment, content)
            return rest + behind
        if ours:
            self._edits.replace(comment.start, comment.end, self._comment(place, ours))
        else:
            self._edits.remove(comment)
        return ours

    def _of_others(self, comment: Element) -> list[tuple[Element, str]]:
        """The runs of somebody else's with what is left of their texts; our lines may run over several."""
        runs = [(run, self._text(run)) for run in _runs(comment)]
        whole = "".join(text for _, text in runs)
        left = _OURS.sub(lambda match: _GONE * len(match[0]), whole)
        kept, position = [], 0
        for run, text in runs:
            rest = left[position : position + len(text)].replace(_GONE, "")
            position += len(text)
            if rest:
                kept.append((run, rest))
        return kept

    def _kept(self, run: Element, text: str) -> bytes:
        """A run of somebody else's with what is left of its text, in its look."""
        if run.name == "r" and text == self._text(run):
            return self._edits.xml[run.start : run.end]
        look = run.child("rPr")
        content = native(self._root, f'<r xmlns="">{_text_element(text)}</r>', MAIN)
        if look is None:
            return content
        start = content.index(b">") + 1
        return content[:start] + self._edits.xml[look.start : look.end] + content[start:]

    def _replace_text(self, comment: Element, content: bytes) -> None:
        text = comment.child("text")
        if text is not None:
            self._edits.replace(text.inner, text.close, content)

    def _comment(self, place: Place, said: str) -> bytes:
        run = f"<r>{_LOOK}{_text_element(said)}</r>"
        address = f'ref="{a1(*place)}" authorId="{self._author}"'
        return native(self._root, f'<comment xmlns="" {address}><text>{run}</text></comment>', MAIN)

    def _run(self, said: str) -> bytes:
        return native(self._root, f'<r xmlns="">{_LOOK}{_text_element(said)}</r>', MAIN) if said else b""

    @property
    def _author(self) -> int:
        """Our number among the authors; added where nobody of our name is there."""
        if AUTHOR.encode() not in self._names:
            self._names.append(AUTHOR.encode())
            self._edits.append(self._authors, native(self._root, f'<author xmlns="">{AUTHOR}</author>', MAIN))
        return self._names.index(AUTHOR.encode())

    def _text(self, run: Element) -> str:
        text = run if run.name == "t" else run.child("t")
        if text is None:
            return ""
        content = self._edits.xml[text.inner : text.close]
        try:
            return ElementTree.fromstring(b"<t>" + content + b"</t>").text or ""
        except ElementTree.ParseError:
            raise UnusualPackageError("text of a comment") from None

    def _group(self, name: str) -> Element:
        group = self._root.child(name)
        if group is None:
            raise UnusualPackageError(f"no {name}")
        return group


def _runs(comment: Element) -> list[Element]:
    text = comment.child("text")
    return [each for each in text.children if each.name in ("r", "t")] if text is not None else []


def _text_element(text: str) -> str:
    return f'<t xml:space="preserve">{escape(text)}</t>'


def _place(comment: Element) -> Place | None:
    address = _ADDRESS.fullmatch(comment.attributes.get("ref", ""))
    return (int(address[2]), column_number(address[1].encode("ascii"))) if address else None
