"""A projection: where the last years lead if they go on as they went. Pure arithmetic, exact."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cchc_cli.engine.course import years_between
from cchc_cli.period import Period

MOST_YEARS = 3
"""How far back the last years go: enough to even out an odd one, few enough to be recent."""
LEAST_YEARS = 1
"""How much the last years have to span at the least."""

Limits = tuple[Fraction | None, Fraction | None]
"""The least and the greatest value there can be; None where there is none."""


class Trend(NamedTuple):
    """The values of the last years, oldest first and at least two; each stood at the end of its period."""

    values: tuple[tuple[Period, Fraction], ...]

    @classmethod
    def of(cls, values: Iterable[tuple[Period, Fraction]]) -> "Trend | None":
        """Of the newest value and those at most three years older; None where they don't span a year.

        A quarter's change is no yearly change: it would be carried on for years. No two of the periods may
        end on one day.
        """
        ordered = sorted(values)
        recent = [
            (period, value)
            for period, value in ordered
            if years_between(period.end, ordered[-1][0].end) <= MOST_YEARS
        ]
        if years_between(recent[0][0].end, recent[-1][0].end) < LEAST_YEARS:
            return None
        return cls(tuple(recent))

    @property
    def years(self) -> Fraction:
        """How many years lie between the first value and the last."""
        return years_between(self.values[0][0].end, self.values[-1][0].end)

    @property
    def per_year(self) -> Fraction:
        """The mean yearly change; the yearly changes add up, so that only the two ends decide it."""
        return (self.values[-1][1] - self.values[0][1]) / self.years

    def value_on(self, day: date, limits: Limits = (None, None)) -> Fraction:
        """The newest value carried on at the mean yearly change, kept within its limits."""
        today, value = self.values[-1]
        carried = value + self.per_year * years_between(today.end, day)
        least, most = limits
        if least is not None:
            carried = max(carried, least)
        return carried if most is None else min(carried, most)
