"""How shorter periods are put together to make a longer one.

Source: model, «Periods»: shorter ones that do not overlap and together cover every day on which the agency
existed; flows add, stocks take the last; overlaps are never added.
"""

from datetime import date, timedelta
from functools import lru_cache

from cchc_cli.period import Period

_DAY = timedelta(days=1)


@lru_cache(maxsize=4096)
def cover(pieces: frozenset[Period], days: tuple[Period, ...]) -> tuple[Period, ...] | None:
    """The pieces, in time order, that cover every one of these days without overlapping; None if none do.

    Among several ways the one with the longest pieces first is taken, so that the answer is always the same.

    >>> year = (Period.parse("2023"),)
    >>> halves = frozenset(map(Period.parse, ["2023-H1", "2023-Q2", "2023-Q3", "2023-Q4"]))
    >>> [str(piece) for piece in cover(halves, year)]
    ['2023-H1', '2023-Q3', '2023-Q4']
    """
    ways: dict[date, tuple[Period, ...] | None] = {}
    longest_first = sorted(pieces, key=lambda piece: (piece.start - piece.end, piece))
    return _cover_from(date.min, tuple(longest_first), days, ways)


def _cover_from(
    day: date,
    pieces: tuple[Period, ...],
    days: tuple[Period, ...],
    ways: dict[date, tuple[Period, ...] | None],
) -> tuple[Period, ...] | None:
    """Covers what the agency existed of the days from `day` on; `ways` remembers each day's answer."""
    needed = _first_day_needed(day, days)
    if needed is None:
        return ()
    if day not in ways:
        ways[day] = None
        for piece in pieces:
            if day <= piece.start <= needed <= piece.end:
                rest = _cover_from(piece.end + _DAY, pieces, days, ways)
                if rest is not None:
                    ways[day] = (piece, *rest)
                    break
    return ways[day]


def _first_day_needed(day: date, days: tuple[Period, ...]) -> date | None:
    for stretch in days:
        if stretch.end >= day:
            return max(stretch.start, day)
    return None
