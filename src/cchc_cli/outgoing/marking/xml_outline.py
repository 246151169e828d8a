"""Where the elements of an XML part stand, so that a few bytes of it can be changed and no others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from cchc_cli.outgoing.marking.unusual import UnusualPackageError

_ATTRIBUTE = rb"""\s*([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rb"<([^\s<>/]+)((?:" + _ATTRIBUTE + rb")*)\s*(/?)>")
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MOST_ELEMENTS = 300_000
"""Twice as many as workbooks have that people work with; each takes the memory of half a page of text."""
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Element:
    """One element; the four places are offsets in the bytes of its part.

    `start` is that of its opening tag, `inner` and `close` enclose its content, `end` follows it.
    """

    prefix: str
    name: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    children: list["Element"] = field(default_factory=list)

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written `<name/>`."""
        return self.inner == self.end

    def move(self, offset: int) -> None:
        """Makes its places those of a part in which what was outlined begins at an offset."""
        self.start, self.inner, self.close, self.end = (
            place + offset for place in (self.start, self.inner, self.close, self.end)
        )

    def child(self, name: str) -> "Element | None":
        return next((child for child in self.children if child.name == name), None)

    def named(self, name: str) -> Iterator["Element"]:
        return (child for child in self.children if child.name == name)


def outline(xml: bytes, depth: int) -> Element:
    """The root with what stands in it, down to a depth (1: its children).

    Raises UnusualPackageError where it is no XML in UTF-8, or has more elements than any that is changed.
    """
    return _Outliner(xml, depth).root()


class _Outliner:
    def __init__(self, xml: bytes, depth: int) -> None:
        self._xml = xml
        self._depth = depth
        self._level = -1
        self._count = 0
        self._root = Element("", "", {}, 0, 0)
        self._open = [self._root]
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def root(self) -> Element:
        declared = _DECLARED.match(self._xml.removeprefix(_UTF8_MARK))
        if declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii"):
            raise UnusualPackageError("encoding")
        try:
            self._parser.Parse(self._xml, True)
        except expat.ExpatError:
            raise UnusualPackageError("not well-formed") from None
        return self._root.children[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._level += 1
        if self._level > self._depth:
            return
        prefix, _, local = name.rpartition(":")
        start = self._parser.CurrentByteIndex
        tag = _TAG.match(self._xml, start)
        if tag is None:
            raise UnusualPackageError("tag")
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise UnusualPackageError("size")
        element = Element(prefix, local, attributes, start, tag.end())
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._level -= 1
        if self._level + 1 > self._depth:
            return
        element = self._open.pop()
        here = self._parser.CurrentByteIndex
        # Of an empty tag the parser says the end for both.
        is_empty = here == element.inner and self._xml[here - 2 : here] == b"/>"
        element.close = here
        element.end = here if is_empty else self._xml.index(b">", here) + 1


class Edits:
    """Changes to one part, collected by offset and made all at once."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self._changes: list[tuple[int, int, int, bytes]] = []

    def replace(self, start: int, end: int, content: bytes) -> None:
        """What is inserted at one place twice stands in the order of the calls."""
        self._changes.append((start, end, len(self._changes), content))

    def insert(self, place: int, content: bytes) -> None:
        self.replace(place, place, content)

    def remove(self, element: Element) -> None:
        self.replace(element.start, element.end, b"")

    def append(
        self, element: Element, content: bytes, changed: Mapping[str, str | None] | None = None
    ) -> None:
        """Adds content as the last inside an element, and changes its attributes."""
        if element.is_empty_tag:
            tag = with_attributes(self.xml[element.start : element.inner], changed or {})
            name = _name_of(tag)
            self.replace(element.start, element.end, tag[:-2].rstrip() + b">" + content + b"</" + name + b">")
            return
        if changed:
            self.set(element, changed)
        self.insert(element.close, content)

    def set(self, element: Element, changed: Mapping[str, str | None]) -> None:
        """Sets attributes of an element; None takes one away."""
        tag = self.xml[element.start : element.inner]
        self.replace(element.start, element.inner, with_attributes(tag, changed))

    def result(self) -> bytes:
        pieces, position = [], 0
        for start, end, _, content in sorted(self._changes):
            if start < position:
                raise UnusualPackageError("overlapping changes")
            pieces += [self.xml[position:start], content]
            position = end
        return b"".join([*pieces, self.xml[position:]])


def with_attributes(tag: bytes, changed: Mapping[str, str | None]) -> bytes:
    """An opening tag with some attributes set or, where None, taken away; the others as they stand.

    >>> with_attributes(b'<c r="A1" s="3"/>', {"s": "7", "t": None})
    b'<c r="A1" s="7"/>'
    """
    match = _TAG.fullmatch(tag)
    if match is None:
        raise UnusualPackageError("tag")
    left = dict(changed)
    written = [b"<" + match[1]]
    for name, value in _ATTRIBUTES.findall(match[2]):
        text = name.decode("utf-8")
        new = left.pop(text) if text in left else value.decode("utf-8")
        if text in changed and new is not None:
            new = quoteattr(new)
        if new is not None:
            written.append(name + b"=" + new.encode("utf-8"))
    written += [f"{name}={quoteattr(value)}".encode() for name, value in left.items() if value is not None]
    return b" ".join(written) + match[5] + b">"


def native(root: Element, content: str, namespace: str) -> bytes:
    """Elements to be put below a root; each is in the namespace, whatever prefix the root uses for it.

    `content` is written without prefixes, its outermost elements with `xmlns=""`.
    """
    declared = f' xmlns="{namespace}"' if root.prefix else ""
    return content.replace(' xmlns=""', declared).encode("utf-8")


def _name_of(tag: bytes) -> bytes:
    match = _TAG.match(tag)
    return match[1] if match else b""
