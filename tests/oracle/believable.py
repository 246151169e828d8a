"""Random figures for any catalogue and map: wholes first, then parts of them; the same for the same seed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.oracle.agencies import Agencies, Life
from tests.oracle.days import Days, parse
from tests.oracle.figures import Answer, Figure


@dataclass(frozen=True)
class Habits:
    """How well the agencies report; each figure is a probability.

    `silent`: an agency sends nothing for a period. `gap`: a cell is left blank. `nil`: a whole is 0.
    `perfect`: a part is its whole. `oversized`: a part is larger than its whole. `scribble`: a cell that
    nobody can read. `refused`: something to be attested is answered with no.
    """

    silent: float = 0
    gap: float = 0
    nil: float = 0.02
    perfect: float = 0.5
    oversized: float = 0
    scribble: float = 0
    refused: float = 0.1


class Believable:
    """Makes up what agencies report."""

    def __init__(self, targets: dict[str, Any], agencies: dict[str, Any], seed: int) -> None:
        self._items = {item["code"]: item for item in targets["items"]}
        self._agencies = Agencies(agencies)
        self._random = Random(seed)
        self._wholes: dict[str, list[list[str]]] = {}
        for check in targets["checks"]:
            left = [term["item"] for term in check["left"]]
            right = [term["item"] for term in check["right"]]
            if check["kind"] == "part" and not set(left) & set(right):
                for item in left:
                    self._wholes.setdefault(item, []).append(right)

    def figures(self, periods: Iterable[str], habits: Habits) -> list[Figure]:
        """One row for each agency that exists on some day of the period, unless it keeps silent."""
        return [
            figure
            for period in periods
            for code in self._agencies.by_code
            if self._random.random() >= habits.silent
            for figure in self._row(code, period, habits)
        ]

    def _row(self, code: str, period: str, habits: Habits) -> Iterator[Figure]:
        days = parse(period)
        answers: dict[str, Answer] = {}
        for item in self._items.values():
            life = self._life(code, item, days)
            if life is not None and self._agencies.matches(life, item["reported_by"], days):
                self._answer(item["code"], days, habits, answers)
        for item, answer in answers.items():
            life = self._life(code, self._items[item], days)
            asked = self._items[item]["reported_by"]
            reports = life is not None and self._agencies.matches(life, asked, days)
            if reports and self._random.random() >= habits.gap:
                unreadable = self._random.random() < habits.scribble
                yield Figure(code, period, item, "45,981" if unreadable else answer)

    def _life(self, code: str, item: dict[str, Any], days: Days) -> Life | None:
        """Whose figure of the item it is, if the item is asked of it."""
        unit = self._agencies.unit_during(code, days)
        return self._agencies.owner(unit, item["measure"], days) if unit else None

    def _answer(self, item: str, days: Days, habits: Habits, answers: dict[str, Answer]) -> Answer:
        """A part after its wholes, and never without them."""
        if item not in answers:
            wholes = [
                sum((_number(self._answer(whole, days, habits, answers)) for whole in side), Decimal(0))
                for side in self._wholes.get(item, [])
            ]
            answers[item] = self._made_up(self._items[item], days, min(wholes, default=None), habits)
        return answers[item]

    def _made_up(self, item: dict[str, Any], days: Days, whole: Decimal | None, habits: Habits) -> Answer:
        random = self._random
        if item["kind"] == "yes-no":
            return self._attested(days, habits)
        if item["kind"] == "score":
            return Decimal(random.randint(7400, 9700)) / 100
        if whole is None:
            whole = Decimal(0 if random.random() < habits.nil else random.randint(1, 900))
            return self._rounded(item, whole * Decimal("1.37"))
        if random.random() < habits.oversized:
            return self._rounded(item, whole + random.randint(1, 9))
        if random.random() < habits.perfect:
            return self._rounded(item, whole)
        return self._rounded(item, whole * random.randint(0, 100) / 100)

    def _rounded(self, item: dict[str, Any], number: Decimal) -> Answer:
        return int(number) if item["kind"] == "count" else number.quantize(Decimal("0.01"))

    def _attested(self, days: Days, habits: Habits) -> Answer:
        if self._random.random() < habits.refused:
            return False
        if self._random.random() < 0.5:
            return True
        return days.first + timedelta(days=self._random.randrange(days.length))


def _number(answer: Answer) -> Decimal:
    return (
        Decimal(answer) if isinstance(answer, int | Decimal) and not isinstance(answer, bool) else Decimal(0)
    )
