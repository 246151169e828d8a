"""The explanation as a tree of lines, before anybody lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the explanation and what stands under it."""

    words: str
    style: str = ""
    children: list["Node"] = field(default_factory=list)


def limited(nodes: Sequence[Node], most: int | None, left_out: str) -> list[Node]:
    """At most so many nodes, then how many more there are: `left_out` says it of `{n}`."""
    if most is None or len(nodes) <= most:
        return list(nodes)
    return [*nodes[:most], Node(left_out.format(n=len(nodes) - most), "yellow")]
