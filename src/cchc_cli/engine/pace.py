"""Pace: whether a target that is not due yet is on its way. An estimate, never a verdict.

Where a value should stand on the period's last day is read off a straight way to the bound (`way`), where
it will stand on the due day off the last years (`projection`). The bound in force stays the least that is
expected (A04).
"""

from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.engine.aim import Aim, aim_of
from cchc_cli.engine.case import Case
from cchc_cli.engine.course import needed_per_year, years_between
from cchc_cli.engine.exact import shown, shown_or_none
from cchc_cli.engine.judge import is_met
from cchc_cli.engine.projection import MOST_YEARS, Limits, Trend
from cchc_cli.engine.way import way_to
from cchc_cli.pace import DatedValue, Next, NoPace, Pace, PaceState, Projection

TOLERANCE = Fraction(1, 2)
"""On track is within half a point of what is expected: a smaller difference is nothing to steer by. There is
no tolerance on the due day, and none below the bound in force."""

NO_PACE = NoPace()


def pace_of(case: Case) -> Pace | NoPace:
    """How a row stands on the way to its next target; empty where there is none, or no value yet."""
    aim, value = aim_of(case), case.reached.value
    if aim is None or value is None or aim.is_exceeded(value):
        return NO_PACE
    return _Estimate(case, aim, value).pace()


class _Estimate(NamedTuple):
    """A row with a value that is on its way to an aim."""

    case: Case
    aim: Aim
    value: Fraction

    def pace(self) -> Pace:
        aim, value, today = self.aim, self.value, self.case.period.end
        way = way_to(aim, self.case)
        on_the_way, floor = way.expected_on(today), self._floor
        is_raised = on_the_way is not None and floor is not None and floor > on_the_way
        expected = floor if is_raised else on_the_way
        trend = self._trend()
        return Pace(
            to=Next(
                bound=shown(aim.bound),
                operator=aim.target.operator.value,
                due=aim.due,
                upper=shown_or_none(aim.upper),
            ),
            method=way.method,
            start=way.start,
            expected=shown_or_none(expected),
            floor=shown_or_none(floor) if is_raised else None,
            actual=shown(value),
            difference=None if expected is None else shown(value - expected),
            state=self._state(expected),
            needed_per_year=shown_or_none(needed_per_year(value, aim.bound, today, aim.due)),
            reached_early=aim.is_met(value) and today < aim.due,
            projected=self._projection(trend, aim),
            ladder_end=self._projection(trend, self._last_rung()),
        )

    def _state(self, expected: Fraction | None) -> PaceState | None:
        if self.aim.is_met(self.value):
            return PaceState.AHEAD
        if expected is None:
            return None
        if self.case.period.end >= self.aim.due or self._is_below_floor:
            return PaceState.BEHIND
        if abs(self.value - expected) <= TOLERANCE:
            return PaceState.ON_TRACK
        return PaceState.AHEAD if self.value > expected else PaceState.BEHIND

    @property
    def _floor(self) -> Fraction | None:
        """The bound in force while another one is to come."""
        return self.case.bound if self.case.target is not self.aim.target else None

    @property
    def _is_below_floor(self) -> bool:
        target, floor = self.case.target, self._floor
        if target is None or floor is None:
            return False
        return not is_met(self.value, target.operator, floor, self.case.upper)

    def _last_rung(self) -> Aim | None:
        """The end of the ladder, where the aim is an earlier rung of it."""
        rungs = [
            (target.due, target)
            for target in self.case.line
            if target.step is not None and target.due is not None and target.due > self.aim.due
        ]
        due, last = max(rungs, key=itemgetter(0), default=(None, None))
        if due is None or last is None or last.stated_bound is None:
            return None
        return Aim(last, Fraction(last.stated_bound), due)

    def _trend(self) -> Trend | None:
        """Of the full years before and today's value; none for a year that is under way.

        A change is told from the end of its baseline on: the years before were not on the way to it.
        """
        if self.aim.target.due is None:
            return None
        today, baseline = self.case.period, self.aim.target.baseline
        years = [
            year
            for year in self.case.ledger.full_years
            if year.end < today.start
            and years_between(year.end, today.end) <= MOST_YEARS
            and (baseline is None or year.end >= baseline.window.end)
        ]
        found = [(year, self.case.value_in(year)) for year in years]
        known = [(year, value) for year, value in found if value is not None]
        return Trend.of([*known, (today, self.value)])

    def _projection(self, trend: Trend | None, aim: Aim | None) -> Projection | None:
        if trend is None or aim is None:
            return None
        value = trend.value_on(aim.due, limits_of(self.case, aim))
        is_kept_within = value != trend.value_on(aim.due)
        return Projection(
            value=shown(value),
            due=aim.due,
            bound=shown(aim.bound),
            meets=aim.is_met(value),
            years=shown(trend.years),
            per_year=shown(trend.per_year),
            values=[
                DatedValue(day=period.end, value=shown(found), period=str(period))
                for period, found in trend.values
            ],
            limit=shown(value) if is_kept_within else None,
        )


def limits_of(case: Case, aim: Aim) -> Limits:
    """What the value of an indicator can be: a share 0 to 100, a score its range, a fall 100 at most."""
    kind = case.indicator.kind
    if kind is IndicatorKind.SHARE:
        return Fraction(0), Fraction(100)
    if kind is IndicatorKind.SCORE:
        item = case.ledger.catalogue.item_by_code[case.indicator.items[0]]
        return Fraction(item.lowest), None if item.highest is None else Fraction(item.highest)
    falling = aim.target.operator is Operator.REDUCE
    return (None, Fraction(100)) if falling else (Fraction(-100), None)
