"""What a row is on its way to: the next target that has a day and a stated bound."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from cchc_cli.catalogue.source import Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.case import Case
from cchc_cli.engine.decide import not_confirmed
from cchc_cli.engine.judge import is_met
from cchc_cli.engine.reached import stands_for_few
from cchc_cli.period import Period
from cchc_cli.run import ScopeKind


class Aim(NamedTuple):
    """A target, the bound to be reached, and the day by which it is due."""

    target: Target
    bound: Fraction
    due: date

    def is_met(self, value: Fraction) -> bool:
        return is_met(value, self.target.operator, self.bound, self.upper)

    def is_exceeded(self, value: Fraction) -> bool:
        """Above a closed band: no clause says how to come back into it."""
        closed = self.target.operator is Operator.WITHIN
        return closed and self.upper is not None and value > self.upper

    @property
    def upper(self) -> Fraction | None:
        return None if self.target.upper is None else Fraction(self.target.upper)


def aim_of(case: Case) -> Aim | None:
    """The aim of a row; None where nothing is to come, or an estimate would mislead.

    That is for a level or an agency on its last day, which will never be held to the target; where most have
    not reported, or fewer than the coverage asked for; where the value is a change against another baseline;
    and while a baseline or an external rate is not confirmed, or the baseline's window is not over.
    """
    aim, measured_to = _of_the_year(case) or _of_the_next(case), case.stand.cited
    if aim is None or measured_to is None or not aim.target.is_measured_like(measured_to):
        return None
    if _is_thin(case) or not_confirmed(case, aim.target):
        return None
    baseline = aim.target.baseline
    if baseline is not None and case.period.end < baseline.window.end:
        return None
    return None if _is_last_day(case) else aim


def _of_the_year(case: Case) -> Aim | None:
    """The bound of a year that is under way, where the catalogue says how fast it is to be reached.

    Only a figure from the year's first day on is on its way to the year's.
    """
    target, year = case.target, Period.of_year(case.period.end.year)
    if target is None or target.rate is None or target.due is not None or case.bound is None:
        return None
    if case.period.start != year.start or case.period == year:
        return None
    return Aim(target, case.bound, year.end)


def _of_the_next(case: Case) -> Aim | None:
    target = case.stand.following
    if target is None or target.due is None or target.stated_bound is None:
        return None
    if target.judged == "year" and not case.period.is_full_year:
        return None
    return Aim(target, Fraction(target.stated_bound), target.due)


def _is_thin(case: Case) -> bool:
    return case.is_below_min_coverage or stands_for_few(case.reached.expected, case.reached.missing)


def _is_last_day(case: Case) -> bool:
    """Whether the row's level or agency has no day after the period, or after the day of its map."""
    day = max(case.period.end, case.ledger.map_day(case.period))
    if day == date.max:
        return False
    tomorrow = Period.between(day + timedelta(days=1), day + timedelta(days=1))
    registry, scope = case.ledger.registry, case.row.scope
    if scope.level is not None and registry.level_has_ended(scope.level, tomorrow):
        return True
    return scope.kind is ScopeKind.AGENCY and not registry.goes_on(scope.code, day)
