"""A course: the straight way from a value on one day to a bound on a later one. Pure arithmetic, exact.

A share that starts at zero has no growth rate, and a change may fall below zero: so a course is linear and
never compounds.
"""

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple


def moment(day: date) -> Fraction:
    """The end of a day on a scale of years, so that a whole year is 1 whether or not it has 366 days.

    >>> str(moment(date(2022, 12, 31))), str(moment(date(2023, 6, 30)) - 2023)
    ('2023', '181/365')
    """
    first = date(day.year, 1, 1)
    days_in_year = (date(day.year, 12, 31) - first).days + 1
    return day.year + Fraction((day - first).days + 1, days_in_year)


@lru_cache(maxsize=4096)
def years_between(start: date, end: date) -> Fraction:
    """From the end of one day to the end of another; negative where the second is earlier.

    >>> years_between(date(2021, 12, 31), date(2025, 12, 31))
    Fraction(4, 1)
    """
    return moment(end) - moment(start)


class Course(NamedTuple):
    """From `start`, where it stood at the end of `start_on`, to `bound` at the end of `due`.

    Values are in the indicator's unit. `per_year` is a declared rate; None spreads the way evenly over the
    time there is.
    """

    start_on: date
    start: Fraction
    bound: Fraction
    due: date
    per_year: Fraction | None = None

    def expected_on(self, day: date) -> Fraction:
        """Where it should stand at the end of a day, never beyond the bound.

        The bound itself where it is due, or where it starts there or above: nobody is asked to fall back.
        Until it starts, where it starts.
        """
        if self.start >= self.bound or day >= self.due:
            return self.bound
        if day <= self.start_on:
            return self.start
        return min(self.start + self._rate * years_between(self.start_on, day), self.bound)

    @property
    def _rate(self) -> Fraction:
        if self.per_year is not None:
            return self.per_year
        return (self.bound - self.start) / years_between(self.start_on, self.due)


def needed_per_year(value: Fraction, bound: Fraction, today: date, due: date) -> Fraction | None:
    """How much a year it has to rise from here; 0 at or above the bound, None where no time is left.

    >>> needed_per_year(Fraction(40), Fraction(80), date(2023, 12, 31), date(2025, 12, 31))
    Fraction(20, 1)
    """
    if value >= bound:
        return Fraction(0)
    return None if today >= due else (bound - value) / years_between(today, due)
