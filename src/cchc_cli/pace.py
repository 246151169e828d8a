"""Pace: how far a target that is not due yet is on its way, as records. An estimate, never a verdict."""

from datetime import date
from enum import StrEnum
from typing import Literal

from cchc_cli.record import Number, Record


class Next(Record):
    """The next target of the same line that is not in force yet."""

    bound: Number | None
    operator: str
    due: date | None
    upper: Number | None = None
    """The upper end of a band."""


class PaceMethod(StrEnum):
    """How it is worked out where a value should stand today."""

    LADDER = "ladder"
    """Straight from one declared rung of a ladder to the next."""
    RATE = "rate"
    """At the rate that the catalogue declares."""
    LINE = "line"
    """Straight from the first value of the call to the bound; for changes from 0 at the baseline's end."""


class PaceState(StrEnum):
    """How a value stands against what is expected today."""

    AHEAD = "ahead"
    ON_TRACK = "on-track"
    BEHIND = "behind"


class DatedValue(Record):
    """A value and the day at whose end it stood."""

    day: date
    value: Number
    period: str | None
    """The period it was reported for; null where it is declared."""


class Projection(Record):
    """Where the last years lead if they go on as they went. An estimate."""

    value: Number
    """The value at the due date, kept within what the indicator can be."""
    due: date
    bound: Number
    meets: bool
    """Whether the projected value meets the bound."""
    method: Literal["mean-yearly-change"] = "mean-yearly-change"
    years: Number
    """How many years the values span, three at most."""
    per_year: Number
    """The mean yearly change: last value less first, divided by `years`."""
    values: list[DatedValue]
    limit: Number | None = None
    """What `value` stops at where the yearly change leads beyond what the indicator can be; else null."""


class Pace(Record):
    """How far a target that is not due yet is on its way on the period's last day. An estimate, no verdict.

    All values are in the indicator's unit; differences and rates in its points.
    """

    estimate: Literal[True] = True
    to: Next
    method: PaceMethod
    start: DatedValue | None
    """Where the way begins; null where there is no value before today's."""
    expected: Number | None
    """Where it should stand today; null while there is no start before today."""
    floor: Number | None
    """The bound in force, where it asks for more today than the way does and `expected` is raised to it."""
    actual: Number
    difference: Number | None
    """`actual` less `expected`."""
    state: PaceState | None
    """Within half a point of what is expected it is on track; ahead wherever the bound is met already."""
    needed_per_year: Number | None
    """What it has to rise a year from here; 0 at or above the bound, null where no time is left."""
    reached_early: bool
    """Whether the bound is met before it is due."""
    projected: Projection | None
    ladder_end: Projection | None
    """The projection to the last rung of the ladder, where that is not the next one."""


class NoPace(Record):
    """There is nothing to say: no target to come, no value, or one of too few agencies."""
