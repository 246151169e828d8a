"""The explanation as a tree of lines, before anybody lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_cli.language import Language, Text

_MORE = Text("… và {n} đơn vị nữa, xem đủ bằng -f markdown", "… more agencies: {n}; -f markdown has them all")


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the explanation and what stands under it."""

    words: str
    style: str = ""
    children: list["Node"] = field(default_factory=list)


def limited(agencies: Sequence[Node], most: int | None, language: Language) -> list[Node]:
    """At most so many nodes, one an agency, then how many more there are."""
    if most is None or len(agencies) <= most:
        return list(agencies)
    more = _MORE.in_language(language).format(n=len(agencies) - most)
    return [*agencies[:most], Node(more, "yellow")]
