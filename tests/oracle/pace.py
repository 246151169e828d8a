"""Pace, worked out a second time: where a value should stand, what is needed, where the last years lead.

A ladder is known by its rungs: a bound due one year after another.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.days import Days, parse, year
from tests.oracle.in_force import Standing, Target, day_of

ValueIn = Callable[[Days], Fraction | None]
Estimate = tuple[str, Fraction | None, str | None, Fraction | None, bool, Fraction | None]
"""Method, expected, state, needed a year, reached early, projected."""


@dataclass(frozen=True)
class Row:
    """What there is to go by: the row's targets, its value, and its value in any other period.

    `floor` is the bound in force; `limits` what a value can be at most and least.
    """

    line: list[Target]
    stand: Standing
    days: Days
    value: Fraction
    value_in: ValueIn
    periods: Iterable[str]
    limits: tuple[Fraction | None, Fraction | None]
    meets: Callable[[Target, Fraction], bool]
    bound_of: Callable[[Target | None], Fraction | None]


def estimate(row: Row) -> Estimate | None:
    """None where nothing can be on its way."""
    aim = _aim(row)
    if aim is None:
        return None
    target, due = aim
    bound = row.bound_of(target)
    if bound is None or _is_above_a_closed_band(row, target):
        return None
    today = row.days.last
    method, expected = _way(row, target, due, bound)
    floor = row.bound_of(row.stand.in_force) if row.stand.in_force is not target else None
    if expected is not None and floor is not None:
        expected = max(expected, floor)
    needed = None if today >= due else max((bound - row.value) / _years(today, due), Fraction(0))
    if row.value >= bound:
        needed = Fraction(0)
    early = row.meets(target, row.value) and today < due
    return method, expected, _state(row, target, due, expected), needed, early, _projected(row, target, due)


def _aim(row: Row) -> tuple[Target, date] | None:
    target = row.stand.in_force
    if target is not None and target["pace"] and target["due"] is None:
        whole = year(row.days.last.year)
        under_way = row.days.first == whole.first and row.days.last < whole.last
        return (target, whole.last) if under_way else None
    target = row.stand.next
    if target is None or target["due"] is None:
        return None
    if target["judged"] == "year" and not row.days.is_full_year:
        return None
    baseline = _baseline(target)
    if baseline and (not baseline["confirmed"] or row.days.last < date.fromisoformat(baseline["until"])):
        return None
    return target, date.fromisoformat(target["due"])


def _is_above_a_closed_band(row: Row, target: Target) -> bool:
    closed = target["operator"] == "within"
    return closed and row.value >= (row.bound_of(target) or 0) and not row.meets(target, row.value)


def _way(row: Row, target: Target, due: date, bound: Fraction) -> tuple[str, Fraction | None]:
    today = row.days.last
    for rung in row.line:
        below = day_of(rung["due"])
        if below and below.year == due.year - 1:
            foot = row.bound_of(rung) or Fraction(0)
            return "ladder", _between(below, foot, due, bound, today)
    if target["pace"]:
        return "rate", _at_the_rate(row, target, due, bound)
    baseline = _baseline(target)
    if baseline:
        end = date.fromisoformat(baseline["until"])
        return "line", None if today <= end else _between(end, Fraction(0), due, bound, today)
    for period in _from_years_on(row.periods):
        if period.last < row.days.first and (first := row.value_in(period)) is not None:
            return "line", _between(period.last, first, due, bound, today)
    return "line", None


def _at_the_rate(row: Row, target: Target, due: date, bound: Fraction) -> Fraction | None:
    pace = target["pace"]
    before = year((pace["from"] or due.year) - 1)
    start = Fraction(str(pace["start"])) if pace["start"] is not None else None
    if start is None:
        from_zero = pace["from"] is None or _baseline(target) is not None
        start = Fraction(0) if from_zero else row.value_in(before)
    if start is None or row.days.last <= before.last:
        return None
    gone = Fraction(str(pace["points"])) * _years(before.last, row.days.last)
    return bound if row.days.last >= due or start >= bound else min(bound, start + gone)


def _between(start: date, value: Fraction, due: date, bound: Fraction, today: date) -> Fraction:
    if value >= bound or today >= due:
        return bound
    return value + (bound - value) * _years(start, today) / _years(start, due)


def _state(row: Row, target: Target, due: date, expected: Fraction | None) -> str | None:
    if row.meets(target, row.value):
        return "ahead"
    if expected is None:
        return None
    floor = row.stand.in_force
    if row.days.last >= due or (
        floor is not None and floor is not target and not row.meets(floor, row.value)
    ):
        return "behind"
    difference = row.value - expected
    if -Fraction(1, 2) <= difference <= Fraction(1, 2):
        return "on-track"
    return "ahead" if difference > 0 else "behind"


def _projected(row: Row, target: Target, due: date) -> Fraction | None:
    """The yearly change from the oldest full year of the last three years to today, carried on."""
    if target["due"] is None:
        return None
    for period in _from_years_on(row.periods):
        span = _years(period.last, row.days.last)
        if not period.is_full_year or period.last >= row.days.first or span > 3:
            continue
        if (baseline := _baseline(target)) and period.last < date.fromisoformat(baseline["until"]):
            continue
        oldest = row.value_in(period)
        if oldest is not None and span < 1:
            return None
        if oldest is not None:
            carried = row.value + (row.value - oldest) / span * _years(row.days.last, due)
            least, most = row.limits
            carried = carried if least is None else max(carried, least)
            return carried if most is None else min(carried, most)
    return None


def _from_years_on(periods: Iterable[str]) -> list[Days]:
    """Full years first, then what else was reported, oldest first."""
    reported = [parse(period) for period in periods]
    years = sorted({day.year for days in reported for day in (days.first, days.last)})
    return [*map(year, years), *(days for days in reported if not days.is_full_year)]


def _years(start: date, end: date) -> Fraction:
    """Day by day, each a part of its own year."""
    if end < start:
        return -_years(end, start)
    total, day = Fraction(0), start
    while day < end:
        last = min(end, date(day.year, 12, 31))
        if last == day:
            day = last + timedelta(days=1)
            total += Fraction(1, year(day.year).length)
            continue
        total += Fraction((last - day).days, year(day.year).length)
        day = last
    return total


def _baseline(target: Target) -> dict[str, Any] | None:
    found: dict[str, Any] | None = target["baseline"] or (target["external"] or {}).get("baseline")
    return found
