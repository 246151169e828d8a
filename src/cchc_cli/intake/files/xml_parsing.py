"""XML that strangers wrote: one pass over it, no entities, no tag without an end."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias
from xml.parsers import expat

from cchc_cli.intake.files.unreadable import damaged

Attributes: TypeAlias = dict[str, str]
_WINDOW = 2048
_ENDLESS_WINDOWS = 64
"""The longest tag that programs write, the one with all its namespaces, has about 1,500 bytes."""


class Reading(Protocol):
    """What is told of the elements as they come; names stand behind their namespace and a space."""

    def start(self, tag: str, attributes: Attributes) -> None: ...

    def end(self, tag: str) -> None: ...

    def text(self, data: str) -> None: ...


def parse(xml: bytes, reading: Reading) -> None:
    """Tells `reading` all that the XML holds.

    Raises UnreadableError where it is none or declares entities, or the reading raises ValueError or
    LookupError.
    """
    if has_endless_tag(xml):
        raise damaged()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    handlers: tuple[Callable[..., None], ...] = (reading.start, reading.end, reading.text)
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = handlers
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise damaged() from None


def _refuse(*_: object) -> None:
    raise damaged()


def has_endless_tag(xml: bytes) -> bool:
    """Whether a tag is so long that a parser which reads piece by piece would never get to its end."""
    return any(windows > _ENDLESS_WINDOWS for windows in _long_tags(xml))


def _long_tags(xml: bytes) -> Iterator[int]:
    """How many windows in a row lie inside a tag from end to end, for each that does."""
    windows = 0
    is_in_tag = False
    for start in range(0, len(xml), _WINDOW):
        end = start + _WINDOW
        closed = xml.rfind(b">", start, end)
        if closed >= 0:
            windows, is_in_tag = 0, xml.find(b"<", closed, end) >= 0
            continue
        if is_in_tag:
            windows += 1
            yield windows
        is_in_tag = is_in_tag or xml.find(b"<", start, end) >= 0
