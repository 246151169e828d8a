"""A case: several ways of doing the same work, measured one after the other, and what is promised of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

SECONDS: Final = "seconds"
Quantity = Literal["wall", "cpu", "memory", "count"]


@dataclass(frozen=True, slots=True)
class Side:
    """One way of doing the work: a command, run as a whole process.

    `units`: how many forms, rows or figures it works on; ratios are of what one of them takes.
    """

    name: str
    command: Sequence[str]
    units: int = 1
    codes: Sequence[int] = (0,)
    settings: Mapping[str, str] = field(default_factory=dict)
    counted: str | None = None
    """What the process counts itself and says as its last word: `SECONDS` of the measured part, or other
    things, in the plural."""
    lacks: str | None = None
    """What is missing on this machine, so that it is left out."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is promised: a quantity of a side, for one unit against one unit of another side, or as it is.

    `most`: it may be so large; `least`: it must be so large. `scale` turns it into the unit of the words.
    """

    words: str
    side: str
    quantity: Quantity = "wall"
    against: str | None = None
    most: float | None = None
    least: float | None = None
    scale: float = 1.0
    whole: bool = False
    """The quantity itself, not what one unit takes."""


@dataclass(frozen=True, slots=True)
class Case:
    """`units`: the word for what the sides work on, in the singular."""

    name: str
    title: str
    unit: str
    sides: Sequence[Side]
    goals: Sequence[Goal] = ()
    rounds: int = 3
