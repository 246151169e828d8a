"""XML that strangers wrote: one pass over it, no entities, no tag without an end."""

from collections.abc import Callable
from typing import Protocol, TypeAlias
from xml.parsers import expat

from cchc_cli.intake.files.unreadable import damaged
from cchc_cli.intake.files.xlsx.scan import has_endless_tag

Attributes: TypeAlias = dict[str, str]


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
