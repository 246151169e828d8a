"""The way to an aim: which course it is held against, and where that begins."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cchc_cli.catalogue.target import Rate
from cchc_cli.engine.aim import Aim
from cchc_cli.engine.case import Case
from cchc_cli.engine.course import Course
from cchc_cli.engine.exact import shown
from cchc_cli.pace import DatedValue, PaceMethod
from cchc_cli.period import Period


class Way(NamedTuple):
    """A course with the name of its method, and the period in which its start was reported, if it was.

    `course` is None where nothing says where it begins.
    """

    method: PaceMethod
    course: Course | None
    period: Period | None = None

    def expected_on(self, day: date) -> Fraction | None:
        """None before any of the way was to be gone; the rung of a ladder is expected on its own day."""
        if self.course is None or (self.method is not PaceMethod.LADDER and day <= self.course.start_on):
            return None
        return self.course.expected_on(day)

    @property
    def start(self) -> DatedValue | None:
        if self.course is None:
            return None
        period = str(self.period) if self.period else None
        return DatedValue(day=self.course.start_on, value=shown(self.course.start), period=period)


def way_to(aim: Aim, case: Case) -> Way:
    """The first that there is: a declared ladder, a declared rate, a straight line.

    The line of a change starts from 0 at the end of its baseline; any other from the first value of the
    call before the period, of a full year where there is one.
    """
    rung = _rung_before(aim, case)
    if rung is not None:
        return Way(PaceMethod.LADDER, Course(*rung, aim.bound, aim.due))
    if aim.target.rate is not None:
        return _at_the_rate(aim.target.rate, aim, case)
    if aim.target.baseline is not None:
        end = aim.target.baseline.window.end
        return Way(PaceMethod.LINE, Course(end, Fraction(0), aim.bound, aim.due))
    return _from_the_first_value(aim, case)


def _rung_before(aim: Aim, case: Case) -> tuple[date, Fraction] | None:
    """Due day and bound of the rung that the aim's stands on."""
    if aim.target.step is None:
        return None
    before = [
        (target.due, Fraction(target.bound))
        for target in case.line
        if target.due is not None and target.due < aim.due and target.bound is not None
    ]
    return max(before, default=None)


def _at_the_rate(rate: Rate, aim: Aim, case: Case) -> Way:
    """From the last day of the year before the rate's first: the catalogue's value, else the year's own."""
    year = Period.of_year((rate.since or aim.due.year) - 1)
    measured = None
    if rate.start is not None:
        start: Fraction | None = Fraction(rate.start)
    elif rate.since is None or aim.target.baseline is not None:
        start = Fraction(0)
    else:
        start = case.value_in(year) if year.end < case.period.start else None
        measured = year
    if start is None:
        return Way(PaceMethod.RATE, None)
    course = Course(year.end, start, aim.bound, aim.due, Fraction(rate.points))
    return Way(PaceMethod.RATE, course, measured)


def _from_the_first_value(aim: Aim, case: Case) -> Way:
    ledger = case.ledger
    reported = ledger.periods_of(case.indicator.items[0])
    others = (period for period in reported if not period.is_full_year)
    for period in (*ledger.full_years, *others):
        value = case.value_in(period) if period.end < case.period.start else None
        if value is not None:
            return Way(PaceMethod.LINE, Course(period.end, value, aim.bound, aim.due), period)
    return Way(PaceMethod.LINE, None)
