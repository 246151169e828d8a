"""Reporting periods: what days a figure covers, and how people write them."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from cchc_cli.language import Language, Text

YEARS_OF_REPORTS = range(1900, 2200)
"""No report is about any other year; a date further out is a slip of the keyboard."""
_QUARTER_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN = ("I", "II", "III", "IV")


class Period(NamedTuple):
    """Days `start` to `end`, both counted; ordered by end, then by start.

    A tuple, because periods are hashed and compared for every figure that is read.

    A range that equals a named period is that period, whichever way it was written:

    >>> Period.parse("từ 01/01/2023 đến 31/12/2023") == Period.parse("Năm 2023")
    True
    >>> str(Period.parse("Quý I/2023"))
    '2023-Q1'
    """

    end: date
    start: date

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls(start=date(year, 1, 1), end=date(year, 12, 31))

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """The whole months `first` to `last` of one year, 1-12."""
        after = date(year + last // 12, last % 12 + 1, 1)
        return cls(start=date(year, first, 1), end=after - timedelta(days=1))

    @classmethod
    def named_in(cls, year: int) -> "tuple[Period, ...]":
        """The periods of a year that have a name: the year, its halves, quarters and nine months."""
        return tuple(_named_periods(year))

    @classmethod
    def between(cls, start: date, end: date) -> "Period":
        """Raises ValueError where the end stands before the start."""
        if end < start:
            raise ValueError(f"a period ends before it starts: {start}..{end}")
        return cls(start=start, end=end)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Reads every form of the contract. Raises ValueError for anything else, and for years like 0202."""
        return _parse(text)

    @property
    def is_full_year(self) -> bool:
        return self == Period.of_year(self.end.year)

    @property
    def name(self) -> tuple[int, str] | None:
        """Year and suffix of a named period ('' 'Q1'…'Q4' 'H1' '9M'); None for an ad hoc one."""
        suffix = _named_periods(self.end.year).get(self)
        return None if suffix is None else (self.end.year, suffix)

    @property
    def is_year_to_date(self) -> bool:
        """Whether it adds up a year that is not over: from 1 January, and no quarter or whole year.

        >>> [Period.parse(words).is_year_to_date for words in ("2023-H1", "2023-Q1", "2023")]
        [True, False, False]
        """
        starts_the_year = (self.start.month, self.start.day) == (1, 1) and self.start.year == self.end.year
        return starts_the_year and (self.name is None or self.name[1] in ("H1", "9M"))

    @property
    def previous(self) -> "Period | None":
        """The period of the same kind before this one; None for an ad hoc period."""
        if self.name is None:
            return None
        year, suffix = self.name
        if not suffix.startswith("Q"):
            return Period.of_months(year - 1, *_NAMED_MONTHS[suffix])
        before = self.start - timedelta(days=1)
        return Period.of_months(before.year, before.month - 2, before.month)

    @property
    def newness(self) -> tuple[int, int]:
        """What the newest of some periods is the greatest by: its end; of two ends alike the longer is newer.

        >>> max(map(Period.parse, ("2023-Q4", "2023", "2023-9M")), key=lambda period: period.newness).name
        (2023, '')
        """
        return self.end.toordinal(), -self.start.toordinal()

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other period lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Period") -> bool:
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        return _code(self)

    def in_words(self, language: Language) -> str:
        """The period as a report writes it.

        >>> Period.parse("2023-H1").in_words(Language.VI)
        '6 tháng đầu năm 2023'
        """
        return self.words.in_language(language)

    @property
    def words(self) -> Text:
        """The period as a report writes it, in both languages."""
        return _words(self)

    @property
    def words_in_a_sentence(self) -> Text:
        """The same where it doesn't begin a line.

        >>> Period.parse("2023").words_in_a_sentence.vi
        'năm 2023'
        """
        return _words_in_a_sentence(self)


# A call speaks of few periods, over and over: what each is called is put together once.


@lru_cache(maxsize=1024)
def _code(period: Period) -> str:
    if period.name is None:
        return f"{period.start.isoformat()}..{period.end.isoformat()}"
    year, suffix = period.name
    return f"{year}-{suffix}" if suffix else str(year)


@lru_cache(maxsize=1024)
def _words(period: Period) -> Text:
    if period.name is None:
        start, end = f"{period.start:%d/%m/%Y}", f"{period.end:%d/%m/%Y}"
        return Text(f"từ {start} đến {end}", f"{start} to {end}")
    year, suffix = period.name
    if suffix.startswith("Q"):
        number = int(suffix[1])
        return Text(f"Quý {_ROMAN[number - 1]}/{year}", f"quarter {number} of {year}")
    return _LONG_NAMES[suffix].filled(year=year)


@lru_cache(maxsize=1024)
def _words_in_a_sentence(period: Period) -> Text:
    words = _words(period)
    return Text(words.vi[0].lower() + words.vi[1:], words.en)


_NAMED_MONTHS = {
    "": (1, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "9M": (1, 9),
}


@lru_cache(maxsize=64)
def _named_periods(year: int) -> dict[Period, str]:
    return {Period.of_months(year, first, last): suffix for suffix, (first, last) in _NAMED_MONTHS.items()}


_LONG_NAMES = {
    "": Text("Năm {year}", "year {year}"),
    "H1": Text("6 tháng đầu năm {year}", "first half of {year}"),
    "9M": Text("9 tháng năm {year}", "nine months of {year}"),
}


def _iso_range(match: re.Match[str]) -> Period:
    return Period.between(date.fromisoformat(match[1]), date.fromisoformat(match[2]))


def _written_range(match: re.Match[str]) -> Period:
    day, month, year, last_day, last_month, last_year = (int(part) for part in match.groups())
    return Period.between(date(year, month, day), date(last_year, last_month, last_day))


def _quarter(numeral: str, year: str) -> Period:
    number = _QUARTER_NUMERALS[numeral]
    return Period.of_months(int(year), 3 * number - 2, 3 * number)


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (r"(?:năm )?(\d{4})(?:\.0+)?", lambda m: Period.of_year(int(m[1]))),
    (r"(\d{4})-q([1-4])", lambda m: _quarter(m[2], m[1])),
    (r"(\d{4})-h1", lambda m: Period.of_months(int(m[1]), 1, 6)),
    (r"(\d{4})-9m", lambda m: Period.of_months(int(m[1]), 1, 9)),
    (r"(?:(?:quý|qúy|quí) |q)(iv|i{1,3}|[1-4]) ?(?:/|năm|-)? ?(\d{4})", lambda m: _quarter(m[1], m[2])),
    (r"0?6 tháng(?: đầu)?(?: năm)? ?/? ?(\d{4})", lambda m: Period.of_months(int(m[1]), 1, 6)),
    (r"0?9 tháng(?: đầu)?(?: năm)? ?/? ?(\d{4})", lambda m: Period.of_months(int(m[1]), 1, 9)),
    (r"(\d{4}-\d{2}-\d{2}) ?\.\. ?(\d{4}-\d{2}-\d{2})", _iso_range),
    (
        r"\(?từ (?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4}) đến (?:hết )?(?:ngày )?"
        r"(\d{1,2})/(\d{1,2})/(\d{4})\)?",
        _written_range,
    ),
)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    """The same few words stand in thousands of files; what is no period is not remembered."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    for pattern, make in _FORMS:
        match = re.fullmatch(pattern, plain)
        if match:
            return _within_reason(make(match), text)
    raise ValueError(f"not a period: {text!r}")


def _within_reason(period: Period, text: str) -> Period:
    if period.start.year not in YEARS_OF_REPORTS or period.end.year not in YEARS_OF_REPORTS:
        raise ValueError(f"not a year of any report: {text!r}")
    return period
