"""Something of everything that a template may name, for trying it out."""

from typing import Any

from cchc_cli.reports.docx.field_table import Kind, entries


def sample(part: type, full: bool) -> dict[str, Any]:
    """The fields of a part: all of them filled, or every list and text empty."""
    return {name: _value(entry.kind, full) for name, entry in entries(part).items()}


def _value(kind: Kind, full: bool) -> Any:
    if kind.part is not None:
        return kind.part(**sample(kind.part, full))
    if kind.items is not None:
        return (_value(kind.items, full),) * 2 if full else ()
    if kind.is_flag:
        return full
    return "x" if full else ""
