"""Periods that share no day, so that each form of an agency is one more and none says another again."""

from calendar import monthrange
from datetime import date

from cchc_cli.period import Period
from illustrative.stretch import YEARS

_STARTS = {
    "months": (1,),
    "ten-days": (1, 11, 21),
    "five-days": (1, 6, 11, 16, 21, 26),
}


def months() -> list[Period]:
    """The 60 months of the programme's years, oldest first.

    >>> str(months()[1]), len(months())
    ('2021-02-01..2021-02-28', 60)
    """
    return _parts("months")


def ten_days() -> list[Period]:
    """Their 180 thirds."""
    return _parts("ten-days")


def five_days() -> list[Period]:
    """Their 360 sixths."""
    return _parts("five-days")


def _parts(name: str) -> list[Period]:
    starts = _STARTS[name]
    return [
        Period.between(date(year, month, start), date(year, month, end))
        for year in YEARS
        for month in range(1, 13)
        for start, end in zip(starts, _ends(starts, monthrange(year, month)[1]), strict=True)
    ]


def _ends(starts: tuple[int, ...], last: int) -> list[int]:
    return [*(start - 1 for start in starts[1:]), last]
