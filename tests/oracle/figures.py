"""What of a workbook's figures can be used, and for which periods."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from tests.oracle.agencies import Agencies, Unit, last_day
from tests.oracle.days import Days, parse, put_together

Answer: TypeAlias = int | Decimal | Fraction | bool | date | str
"""A number, yes or no, the date it was done; text stands for a cell that nobody can read."""


_END = date(2030, 12, 31)
"""Nothing is asked after the programme."""


@dataclass(frozen=True)
class Figure:
    """One cell of the matrix."""

    agency: str
    period: str
    item: str
    answer: Answer


def figures_of(agency: str, period: str, answers: dict[str, Answer]) -> list[Figure]:
    """A row of the matrix."""
    return [Figure(agency, period, item, answer) for item, answer in answers.items()]


class Figures:
    """The usable figures of a call."""

    def __init__(self, targets: dict[str, Any], agencies: Agencies, figures: Iterable[Figure]) -> None:
        self._agencies = agencies
        self._items = {item["code"]: item for item in targets["items"]}
        self._usable: dict[tuple[Unit, str], dict[Days, Answer]] = {}
        self._unusable: dict[tuple[Unit, str], set[Days]] = {}
        self.has_errors = False
        for figure in figures:
            self._take_in(figure)
        failed = [spoiled for check in targets["checks"] for spoiled in self._broken_by(check)]
        for key, days in failed:
            self._set_aside(key, days)

    def value(self, agency: Unit, item: str, days: Days) -> Answer | None:
        """The figure for exactly this period, else the shorter ones put together, else None."""
        reported = self._usable.get((agency, item), {})
        pieces = self._pieces(agency, item, days, reported)
        if not pieces:
            return None
        if len(pieces) > 1 and self._items[item]["measure"] == "flow":
            return sum((exact(reported[piece]) for piece in pieces), Fraction(0))
        return reported[pieces[0 if self._items[item]["measure"] == "opening" else -1]]

    def _pieces(self, agency: Unit, item: str, days: Days, reported: Iterable[Days]) -> list[Days] | None:
        if days in reported:
            return [days]
        if self._items[item]["measure"] == "published":
            return None
        shorter = [piece for piece in reported if days.contains(piece)]
        return put_together(shorter, self._agencies.existence(agency, days))

    def has_any(self, days: Days) -> bool:
        """Whether anything usable was reported for the period or a part of it."""
        return any(days.contains(piece) for reported in self._usable.values() for piece in reported)

    def answers_until(self, agency: Unit, item: str, day: date) -> list[tuple[Days, Answer]]:
        """All answers of periods that end by this day, oldest first: its own, and those of whoever was
        asked the same question before it went over to the agency."""
        answers = [
            (days, answer)
            for (unit, asked), reported in self._usable.items()
            for days, answer in reported.items()
            if asked == item and days.last <= day and self._speaks_for(unit, agency, item, days)
        ]
        return sorted(answers, key=lambda entry: (entry[0].last, entry[0].length))

    def _speaks_for(self, unit: Unit, agency: Unit, item: str, days: Days) -> bool:
        if unit == agency:
            return True
        end = min(last_day(self._agencies.lives[agency][-1]), _END)
        named = [
            selector.removeprefix("agency:")
            for selector in self._items[item]["reported_by"]
            if selector.startswith("agency:")
        ]
        return any(
            unit.code in self._agencies.in_charge(code, days)
            and agency.code in self._agencies.in_charge(code, Days(end, end))
            for code in named
        )

    def is_unusable(self, agency: Unit, item: str, days: Days) -> bool:
        """Whether the figure is there, but for cells that cannot be used."""
        usable, unusable = self._usable.get((agency, item), {}), self._unusable.get((agency, item), set())
        if self._pieces(agency, item, days, usable):
            return False
        return bool(self._pieces(agency, item, days, [*usable, *unusable]))

    def _take_in(self, figure: Figure) -> None:
        days = parse(figure.period)
        unit = self._agencies.unit_during(figure.agency, days)
        life = unit and self._agencies.life_during(unit, days)
        if unit is None or life is None:
            self.has_errors = True
            return
        if not self._agencies.matches(life, self._items[figure.item]["reported_by"], days):
            return
        key = (unit, figure.item)
        known = self._usable.get(key, {}).get(days, figure.answer)
        if isinstance(figure.answer, str) or known != figure.answer:
            self._set_aside(key, days)
        elif days not in self._unusable.get(key, set()):
            self._usable.setdefault(key, {})[days] = figure.answer

    def _broken_by(self, check: dict[str, Any]) -> Iterator[tuple[tuple[Unit, str], Days]]:
        """Both sides of a part ≤ whole that fails, for each agency and period that has all its figures."""
        if check["kind"] != "part":
            return
        items = [term["item"] for term in (*check["left"], *check["right"])]
        for agency in sorted({agency for agency, item in self._usable if item == items[0]}):
            columns = [self._usable.get((agency, item), {}) for item in items]
            for days in columns[0]:
                if all(days in column for column in columns) and self._side(
                    agency, check["left"], days
                ) > self._side(agency, check["right"], days):
                    yield from (((agency, item), days) for item in items)

    def _side(self, agency: Unit, terms: Sequence[dict[str, Any]], days: Days) -> Fraction:
        return sum(
            (term["sign"] * exact(self._usable[agency, term["item"]][days]) for term in terms), Fraction(0)
        )

    def _set_aside(self, key: tuple[Unit, str], days: Days) -> None:
        self.has_errors = True
        self._usable.get(key, {}).pop(days, None)
        self._unusable.setdefault(key, set()).add(days)


def exact(answer: Answer) -> Fraction:
    """A number as it is; yes is 1, a date too."""
    if isinstance(answer, date):
        return Fraction(1)
    return Fraction(answer)
