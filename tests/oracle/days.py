"""Periods as the oracle knows them: a first and a last day."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"": (1, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "9M": (1, 9)}


@dataclass(frozen=True)
class Days:
    """The days `first` to `last`, both counted."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_full_year(self) -> bool:
        return self == year(self.last.year)

    def contains(self, other: "Days") -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, first: date, last: date) -> bool:
        """Whether the two share a day."""
        return self.first <= last and first <= self.last


def year(number: int) -> Days:
    return Days(date(number, 1, 1), date(number, 12, 31))


def parse(period: str) -> Days:
    """`2024`, `2024-Q1`, `2024-H1`, `2024-9M` or `2024-01-01..2024-06-07`.

    >>> parse("2024-Q1")
    Days(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 3, 31))
    """
    if ".." in period:
        first, last = period.split("..")
        return Days(date.fromisoformat(first), date.fromisoformat(last))
    match = re.fullmatch(r"(\d{4})(?:-(\w\w))?", period)
    if match is None:
        raise ValueError(f"not a period: {period}")
    number = int(match[1])
    first_month, last_month = MONTHS[match[2] or ""]
    last_day = monthrange(number, last_month)[1]
    return Days(date(number, first_month, 1), date(number, last_month, last_day))


def put_together(pieces: Sequence[Days], needed: Sequence[Days]) -> list[Days] | None:
    """Pieces that don't overlap and together cover every needed day, the longest first; or None."""
    return _cover(sorted(pieces, key=lambda piece: -piece.length), needed, date.min)


def _cover(pieces: Sequence[Days], needed: Sequence[Days], covered: date) -> list[Days] | None:
    """Goes on from `covered`, the last day that is taken."""
    first_missing = _first_day_after(covered, needed)
    if first_missing is None:
        return []
    for piece in pieces:
        if covered < piece.first <= first_missing <= piece.last:
            rest = _cover(pieces, needed, piece.last)
            if rest is not None:
                return [piece, *rest]
    return None


def _first_day_after(covered: date, needed: Sequence[Days]) -> date | None:
    following = [max(days.first, covered + timedelta(days=1)) for days in needed if days.last > covered]
    return min(following, default=None)
