"""Targets: what a clause asks of whom, how much and by when."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from cchc_cli.catalogue.source import Operator
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period

TargetLevel: TypeAlias = Level | Literal["all"]


class Citation(NamedTuple):
    """Where a document says it: `place` is how an auditor cites, `line` our key into the text."""

    document: str
    place: str
    line: int
    quote: str


class Lead(NamedTuple):
    """The agency that answers for a target, and the line that names it."""

    agency: str
    line: int | None


class Baseline(NamedTuple):
    """The window a change is measured against, and what of it: its end, its sum or its yearly mean.

    `confirmed` is false where the text leaves the baseline open; no verdict until it is true.
    """

    window: Period
    of: Literal["end", "sum", "mean"]
    confirmed: bool


class Present(NamedTuple):
    """The window whose figure is held against the baseline, where it is not the period itself."""

    window: Period
    of: Literal["sum", "mean"]


class External(NamedTuple):
    """A rate that another document fixes; `bound` is None until somebody enters it."""

    name: Text
    source: str | None
    bound: Decimal | None
    baseline: Baseline | None


class Step(NamedTuple):
    """How far a rung of a ladder stands above what it rises from, in points."""

    points: Decimal
    percent: Decimal | None
    """The relative growth that the points come from, in percent (the other reading of A01); else None."""
    on_actual: bool
    """True: the bound itself is last year's actual figure plus the points (the other reading of A02)."""
    cap: Decimal

    def bound_above(self, actual: Fraction) -> Fraction:
        """What it asks for above last year's actual figure, never more than the cap."""
        rise = Fraction(self.points) if self.percent is None else actual * Fraction(self.percent) / 100
        return min(Fraction(self.cap), actual + rise)


class Rate(NamedTuple):
    """How fast a bound is to be reached, in points of the indicator's unit a year: what pace is held against.

    `since` is the first year in which it rises, from `start` at the end of the year before; None is every
    year anew, from 0. A start of None is 0 for changes, else the value of that year.
    """

    points: Decimal
    since: int | None
    start: Decimal | None


class Target(NamedTuple):
    """What one clause asks of one level.

    `bound` and `upper` are in the indicator's unit; `due` None binds every period whose last day lies in
    `since`..`until` (open where None). `baseline` is set for changes only.
    """

    level: TargetLevel
    due: date | None
    since: date | None
    until: date | None
    judged: Literal["period", "year"]
    operator: Operator
    bound: Decimal | None
    upper: Decimal | None
    baseline: Baseline | None
    present: Present | None
    external: External | None
    step: Step | None
    rate: Rate | None
    aspirational: bool
    readings: tuple[str, ...]
    lead: Lead | None
    citations: tuple[Citation, ...]
    line: int
    """The line of `targets.yaml` that declares it."""

    def is_measured_like(self, other: "Target") -> bool:
        """Whether one figure can be held against both: the same way, against the same baseline."""
        return _measure(self) == _measure(other)

    @property
    def stated_bound(self) -> Decimal | None:
        """The bound as far as the catalogue states it; None where it rises from last year's actual figure."""
        return None if self.step is not None and self.step.on_actual else self.bound

    @property
    def reading(self) -> str | None:
        return ", ".join(self.readings) or None


_CHANGES = (Operator.REDUCE, Operator.INCREASE)


def _measure(target: Target) -> tuple[object, ...]:
    direction = target.operator if target.operator in _CHANGES else None
    baseline = target.baseline and (target.baseline.window, target.baseline.of)
    return direction, baseline, target.present
