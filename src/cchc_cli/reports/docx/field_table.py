"""The fields of a template as a table: what `fields` declares, read back for checks and for the docs."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from cchc_cli.language import Text
from cchc_cli.reports.docx.fields import Report


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field holds: a text, yes or no, a part with fields of its own, or a list of one of these."""

    part: type | None = None
    """The dataclass of a part."""
    items: "Kind | None" = None
    """What a list holds."""
    is_text: bool = False
    is_flag: bool = False

    @property
    def is_printable(self) -> bool:
        """Whether it can be written out: texts, and lists of texts one below the other."""
        return self.is_text or (self.items is not None and self.items.is_text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a part."""

    name: str
    kind: Kind
    says: Text


@lru_cache
def entries(part: type) -> dict[str, Entry]:
    """The fields of a part by name."""
    hints = get_type_hints(part, include_extras=True)
    return {field.name: _entry(field.name, hints[field.name]) for field in fields(part)}


def parts(part: type = Report) -> Iterator[type]:
    """A part and all those below it, each once."""
    yield part
    seen = {part}
    for entry in entries(part).values():
        below = _part_of(entry.kind)
        for each in parts(below) if below else ():
            if each not in seen:
                seen.add(each)
                yield each


def _part_of(kind: Kind) -> type | None:
    return kind.part or (_part_of(kind.items) if kind.items else None)


def _entry(name: str, hint: Any) -> Entry:
    held, says = get_args(hint)
    return Entry(name, _kind(held), says)


def _kind(held: Any) -> Kind:
    if get_origin(held) is tuple:
        return Kind(items=_kind(get_args(held)[0]))
    if is_dataclass(held) and isinstance(held, type):
        return Kind(part=held)
    return Kind(is_flag=True) if held is bool else Kind(is_text=True)
