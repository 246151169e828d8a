"""Data windows: which days the figures of a period cover, where they are not the calendar's.

Source: model, «Periods»: windows are data in the catalogue; being due and the map follow the calendar.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cchc_cli.language import Text
from cchc_cli.period import Period


class Edge(NamedTuple):
    """A day counted from a month of the period: `month` 0 is that month, -1 the one before, 1 the next.

    A day that the month doesn't have is its last.
    """

    month: int
    day: int

    def of(self, day: date) -> date:
        """The edge, counted from the month of a day."""
        year, month = divmod(12 * day.year + day.month - 1 + self.month, 12)
        return date(year, month + 1, min(self.day, monthrange(year, month + 1)[1]))


class Window(NamedTuple):
    """`since` counts from the period's first month, `until` from its last; None: as the calendar.

    Ad hoc periods say their days themselves. `years_only`: quarters and halves follow the calendar too.
    """

    id: str
    name: Text
    since: Edge | None
    until: Edge | None
    years_only: bool = False

    def days(self, period: Period) -> Period:
        """The days that the figures of a period cover. Raises ValueError where they end before they begin.

        >>> ministry = Window("ministry", Text("", ""), since=Edge(-1, 15), until=Edge(0, 14))
        >>> [str(ministry.days(Period.parse(words))) for words in ("2024", "2024-Q3")]
        ['2023-12-15..2024-12-14', '2024-06-15..2024-09-14']
        """
        if period.name is None or (self.years_only and not period.is_full_year):
            return period
        return Period.between(
            self.since.of(period.start) if self.since else period.start,
            self.until.of(period.end) if self.until else period.end,
        )


@lru_cache(maxsize=4096)
def named_period(days: Period, windows: tuple[Window, ...]) -> Period:
    """The year, half-year or quarter that a window gives exactly these days; else the days themselves.

    Every workbook asks it of the same few days.

    >>> ministry = Window("ministry", Text("", ""), since=Edge(-1, 15), until=Edge(0, 14))
    >>> str(named_period(Period.parse("2023-12-15..2024-06-14"), (ministry,)))
    '2024-H1'
    """
    if days.name is not None:
        return days
    found = (period for window in windows for period in _named_about(days) if window.days(period) == days)
    return next(found, days)


def _named_about(days: Period) -> Iterable[Period]:
    """Every named period of the years that the days touch."""
    for year in range(days.start.year, days.end.year + 1):
        yield from Period.named_in(year)
