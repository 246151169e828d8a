"""What the number format of a cell makes of its number: a share, a day, or a number as it is."""

import re
from datetime import date, datetime, time, timedelta

GENERAL = "General"
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_IN_BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_OF_A_MOMENT = re.compile(r"[dmyhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)

BUILT_IN_PERCENTS = frozenset({9, 10})
_BUILT_IN_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Numbers of formats that a file need not spell out."""

_BEFORE_THE_FIRST = datetime(1899, 12, 30)
_FIRST_OF_1904 = datetime(1904, 1, 1)
_A_DAY = 86_400
_NEVER_WAS = 60
"""29/02/1900, a day that Excel counts: the days before it have one number more than they should."""


def built_in_format(number: int) -> str:
    """A format code of the same kind as that of a built-in number."""
    if number in BUILT_IN_PERCENTS:
        return "0%"
    return "dd/mm/yyyy" if number in _BUILT_IN_DAYS else GENERAL


def is_percent_format(code: str) -> bool:
    """Whether a number format shows a percentage; a quoted or escaped sign shows itself only.

    >>> is_percent_format("0.0%"), is_percent_format('0"%"')
    (True, False)
    """
    return "%" in _LITERAL.sub("", code)


def is_day_format(code: str) -> bool:
    """Whether a number format shows a day or a time of day.

    >>> is_day_format("dd/mm/yyyy"), is_day_format("[$-42A]d mmmm"), is_day_format('0 "hồ sơ"')
    (True, True, False)
    >>> is_day_format("[Red]0"), is_day_format("General")
    (False, False)
    """
    if code.lower() == GENERAL.lower():
        return False
    first = _IN_BRACKETS.sub("", _LITERAL.sub("", code)).partition(";")[0]
    return _OF_A_MOMENT.search(first) is not None


def moment(number: float, code: str, *, from_1904: bool) -> date | time | timedelta | float:
    """What a number shows in a format of days: a day, a time of day, or how long; itself where none of these.

    >>> moment(45657.0, "dd/mm/yyyy", from_1904=False), moment(0.5, "h:mm", from_1904=False)
    (datetime.date(2024, 12, 31), datetime.time(12, 0))
    """
    try:
        if _ELAPSED.search(code):
            return timedelta(days=number)
        if 0 <= number < 1:
            return (datetime.min + timedelta(seconds=round(number * _A_DAY))).time()
        return _day(number, from_1904) if number > 0 else number
    except (OverflowError, ValueError):
        return number


def _day(number: float, from_1904: bool) -> date:
    if from_1904:
        return (_FIRST_OF_1904 + timedelta(days=number)).date()
    return (_BEFORE_THE_FIRST + timedelta(days=number + (number < _NEVER_WAS))).date()
