"""What was reached: the exact value of an indicator in one scope and period, or why there is none.

Source: model, «Indicators and targets», «Statuses», «Operators».
"""

from collections.abc import Sized
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.catalogue.target import Baseline, Target
from cchc_cli.engine.exact import Exact
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.pool import Pooled
from cchc_cli.period import Period
from cchc_cli.roster import Member
from cchc_cli.run import Reason, Status


class Answer(NamedTuple):
    """The standing answer of one agency to a milestone or duty.

    `row` is the observation that decides, None where it never answered; `said` all it said, oldest first.
    """

    member: Member
    done_on: date | None = None
    row: int | None = None
    said: tuple[int, ...] = ()


class Reached(NamedTuple):
    """A figure in a scope. `value` is in the indicator's unit, exact.

    `obstacle` says why nothing can be judged. `expected` are the members asked, `missing` those of them that
    have not reported; `rows` the observations that went in. `refused` counts the agencies that answered no
    to a milestone or duty. `ends` are the pools that the value stands on, `answers` what was said of a
    milestone or duty: the evidence for a trace.
    """

    numerator: Exact | None = None
    denominator: Exact | None = None
    value: Fraction | None = None
    obstacle: tuple[Status, Reason] | None = None
    expected: tuple[Member, ...] = ()
    missing: tuple[Member, ...] = ()
    rows: tuple[int, ...] = ()
    done_on: date | None = None
    refused: int = 0
    ends: tuple["End", ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def reporting(self) -> int:
        return len(self.expected) - len(self.missing)


def reach(
    ledger: Ledger,
    indicator: Indicator,
    scope: str,
    period: Period,
    target: Target | None,
    map_day: date | None = None,
) -> Reached:
    """The value of a share, score or change. `target` says which baseline a change is measured against.

    `map_day`: on the map of that day (see `Ledger.pooled`), a change at both its ends.
    """
    if indicator.kind is IndicatorKind.CHANGE:
        return _Change(ledger, indicator, scope, period, map_day).reach(target)
    pooled = ledger.pooled(indicator, scope, period, map_day=map_day)
    reached = _covered(ledger, pooled, period)
    if pooled.divided:
        return reached._replace(obstacle=(Status.NOT_EVALUABLE, Reason.MAP_CHANGED))
    if pooled.numerator is None:
        return reached._replace(obstacle=(Status.NO_DATA, _why_nobody(ledger, indicator, pooled, period)))
    if indicator.kind is IndicatorKind.SCORE:
        return reached._replace(value=Fraction(pooled.numerator))
    reached = reached._replace(numerator=pooled.numerator, denominator=pooled.denominator)
    value = share(pooled)
    if value is None:
        return reached._replace(obstacle=(Status.NOT_EVALUABLE, Reason.NIL))
    return reached._replace(value=value)


def value_in(
    ledger: Ledger,
    indicator: Indicator,
    scope: str,
    period: Period,
    target: Target | None,
    map_day: date | None = None,
) -> Fraction | None:
    """The value alone, as `reach` finds it; None where it stands for too few to hold another against it."""
    if indicator.kind is IndicatorKind.CHANGE:
        return reach(ledger, indicator, scope, period, target, map_day).value
    pooled = ledger.pooled(indicator, scope, period, map_day=map_day)
    if pooled.divided or stands_for_few(pooled.expected, pooled.missing):
        return None
    if indicator.kind is IndicatorKind.SHARE:
        return share(pooled)
    return None if pooled.numerator is None else Fraction(pooled.numerator)


def stands_for_few(expected: Sized, missing: Sized) -> bool:
    """Whether most of those expected are missing: what a few reach says nothing of how all of them go on."""
    return 2 * len(missing) > len(expected)


def share(pooled: Pooled) -> Fraction | None:
    """Numerator over denominator in percent; None where nobody reports or nothing arose (A41)."""
    return percent(pooled.numerator, pooled.denominator)


def percent(part: Exact | None, whole: Exact | None) -> Fraction | None:
    """Part of whole in percent; None where either is unknown or the whole is 0."""
    return Fraction(100 * part) / Fraction(whole) if part is not None and whole else None


def change(present: Exact, baseline: Exact, operator: Operator) -> Fraction | None:
    """Percent of the baseline, in the direction that the operator asks for; None where the baseline is 0."""
    growth = percent(present - baseline, baseline)
    return -growth if growth is not None and operator is Operator.REDUCE else growth


def _covered(ledger: Ledger, pooled: Pooled, period: Period) -> Reached:
    members = ledger.roster(period).members
    return Reached(
        expected=tuple(members[member] for member in pooled.expected),
        missing=tuple(members[member] for member in pooled.missing),
        rows=pooled.rows,
        ends=(End(pools=((period, pooled),)),),
    )


def _why_nobody(ledger: Ledger, indicator: Indicator, pooled: Pooled, period: Period) -> Reason:
    members = ledger.roster(period).members
    expected = (members[member] for member in pooled.expected)
    if any(ledger.is_spoiled(member, item, period) for member in expected for item in indicator.items):
        return Reason.UNUSABLE
    if indicator.kind is IndicatorKind.SCORE:
        return Reason.NOT_PUBLISHED_YET
    return Reason.NOT_SUBMITTED


class End(NamedTuple):
    """One end of a change, or the one end of any other figure.

    `figure` is None unless every reporter of every year has one. `pools` are those of each year (or of the
    single period), in order; `of` what is made of them, `window` the years they are taken from.
    """

    figure: Exact | None = None
    pools: tuple[tuple[Period, Pooled], ...] = ()
    of: Literal["period", "end", "sum", "mean"] = "period"
    window: Period | None = None

    @property
    def years(self) -> int:
        return len(self.pools)

    @property
    def empty_years(self) -> int:
        """In how many of them nobody reports."""
        return sum(pooled.numerator is None for _, pooled in self.pools)

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple(row for _, pooled in self.pools for row in pooled.rows)

    @property
    def is_divided(self) -> bool:
        """Whether a part of it belongs to others, nobody knows how much."""
        return any(pooled.divided for _, pooled in self.pools)


class _Change(NamedTuple):
    """A present figure against a baseline, every expected reporter at both ends.

    Each end is on its own map, unless `map_day` says on which map both are.
    """

    ledger: Ledger
    indicator: Indicator
    scope: str
    period: Period
    map_day: date | None

    def reach(self, target: Target | None) -> Reached:
        pooled = self._on_map(self.period)
        covered = _covered(self.ledger, pooled, self.period)
        present = self._present(target)
        baseline = self._baseline(target.baseline if target else None)
        reached = covered._replace(
            numerator=present.figure,
            denominator=baseline.figure,
            rows=(*present.rows, *baseline.rows),
            ends=(present, baseline),
        )
        obstacle = self._obstacle(pooled, present, baseline)
        if obstacle or present.figure is None or baseline.figure is None or target is None:
            return reached._replace(obstacle=obstacle)
        return reached._replace(value=change(present.figure, baseline.figure, target.operator))

    def _obstacle(self, pooled: Pooled, present: End, baseline: End) -> tuple[Status, Reason] | None:
        if present.is_divided or baseline.is_divided:
            return Status.NOT_EVALUABLE, Reason.MAP_CHANGED
        if present.empty_years == present.years:
            return Status.NO_DATA, _why_nobody(self.ledger, self.indicator, pooled, self.period)
        if baseline.empty_years or not baseline.years:
            return Status.NOT_EVALUABLE, Reason.BASELINE_MISSING
        if present.figure is None or baseline.figure is None:
            return Status.NOT_EVALUABLE, Reason.REPORTER_MISSING
        if baseline.figure == 0:
            return Status.NOT_EVALUABLE, Reason.NIL
        return None

    def _present(self, target: Target | None) -> End:
        if target is None or target.present is None:
            return self._end([self.period])
        window = target.present.window
        years = [year for year in _years(window) if year.end <= self.period.end]
        return self._over(window, years, target.present.of)

    def _baseline(self, baseline: Baseline | None) -> End:
        if baseline is None:
            return End()
        years = _years(baseline.window)
        return self._over(baseline.window, years[-1:] if baseline.of == "end" else years, baseline.of)

    def _over(self, window: Period, years: list[Period], of: Literal["end", "sum", "mean"]) -> End:
        end = self._end(years)._replace(of=of, window=window)
        if end.figure is None or of != "mean":
            return end
        return end._replace(figure=Fraction(end.figure) / len(years))

    def _end(self, periods: list[Period]) -> End:
        """The total over these periods; no figure unless every reporter of each has one."""
        pools = tuple((period, self._pooled(period)) for period in periods)
        incomplete = any(pooled.numerator is None or pooled.missing for _, pooled in pools)
        if incomplete or not pools:
            return End(pools=pools)
        return End(sum(pooled.numerator or 0 for _, pooled in pools), pools)

    def _pooled(self, period: Period) -> Pooled:
        if not self.ledger.has_figures(period):
            return Pooled()
        return self._on_map(period)

    def _on_map(self, period: Period) -> Pooled:
        """On the map of the change; what an agency reports for days after its last is nobody else's there."""
        is_past = self.map_day is not None and period.end <= self.map_day
        return self.ledger.pooled(
            self.indicator, self.scope, period, map_day=self.map_day if is_past else None
        )


def _years(window: Period) -> list[Period]:
    return [Period.of_year(year) for year in range(window.start.year, window.end.year + 1)]
