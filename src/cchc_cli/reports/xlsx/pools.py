"""Who stands behind a figure, line by line, and which submitted numbers each line is made of."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from cchc_cli.dossier import VerdictKey
from cchc_cli.language import Text
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import exact
from cchc_cli.reports.xlsx.figures import FigureKey
from cchc_cli.trace import Lack

Role: TypeAlias = Literal["present", "baseline", "answers"]


@dataclass(frozen=True, slots=True)
class Term:
    """A submitted number and the sign it enters with."""

    sign: int
    figure: FigureKey


@dataclass(frozen=True, slots=True)
class Line:
    """One agency in a pool; without numbers where it did not enter.

    The terms are empty where a number is not simply the sum of cells.
    """

    agency: str
    name: Text
    numerator: Number | None
    denominator: Number | None
    above: tuple[Term, ...] = ()
    below: tuple[Term, ...] = ()
    lack: Lack | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The agencies of one pool, in neighbouring rows from `first` on, counted from 0."""

    verdict: VerdictKey
    role: Role
    period: str
    """Of the figures; a baseline is of another period than the verdict."""
    first: int
    lines: tuple[Line, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1

    @property
    def reporting(self) -> int:
        return sum(line.numerator is not None for line in self.lines)


def total(numbers: "list[Number]") -> Fraction | int:
    """The exact sum."""
    if all(isinstance(number, int) for number in numbers):
        return int(sum(numbers))
    return sum(map(exact, numbers), Fraction(0))


def is_number(found: Fraction | int, shown: Number) -> bool:
    """Whether an exact number is the one that a record shows."""
    return found == shown or (not isinstance(shown, int) and float(found) == shown)
