"""Random histories of communes that merge, split, take others over, are renamed or end, told as they happen.

Each commune keeps the names of all whose work it may carry, from the day on which it took it on. So who
carries what on which day is known without following a single successor.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency

BEGINNING = date(2020, 1, 1)
_ACTIONS = ("stay", "stay", "rename", "merge", "merge", "take over", "split", "keep a part", "end")


@dataclass(eq=False)
class Commune:
    """One life; `carries` says from which days on it carries whose work."""

    code: str
    since: date
    carries: list[tuple[date, frozenset["Commune"]]]
    until: date | None = None
    into: list[str] = field(default_factory=list)

    def exists_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def carried_on(self, day: date) -> frozenset["Commune"]:
        return [carried for since, carried in self.carries if since <= day][-1]

    def days_within(self, period: Period) -> Period:
        return Period.between(max(self.since, period.start), min(self.until or period.end, period.end))


class History:
    """Communes from the beginning through reorganisations on these days."""

    def __init__(self, random: Random, days: list[date]) -> None:
        self._random = random
        self._names = iter(f"X{number}" for number in range(100))
        self.communes: list[Commune] = []
        for _ in range(random.randint(3, 7)):
            self._begin(next(self._names), BEGINNING, frozenset())
        for day in days:
            self._reorganise(day)

    def agencies(self) -> list[Agency]:
        """The communes as the registry knows them."""
        return [_agency(commune) for commune in self.communes]

    def during(self, period: Period) -> list[Commune]:
        return [
            commune
            for commune in self.communes
            if commune.since <= period.end and (commune.until or date.max) >= period.start
        ]

    def on_the_map(self, commune: Commune, at: date, day: date) -> list[Commune]:
        """Who carries on one day what a commune did on another."""
        there = [other for other in self.communes if other.exists_on(day)]
        if day >= at:
            return [other for other in there if commune in other.carried_on(day)]
        return [other for other in there if other in commune.carried_on(at)]

    def _begin(self, code: str, day: date, carried: frozenset[Commune]) -> None:
        commune = Commune(code, day, [])
        commune.carries.append((day, carried | {commune}))
        self.communes.append(commune)

    def _end(self, commune: Commune, day: date, *into: str) -> frozenset[Commune]:
        commune.until, commune.into = day - timedelta(days=1), list(into)
        return commune.carried_on(commune.until)

    def _reorganise(self, day: date) -> None:
        waiting = [commune for commune in self.communes if commune.until is None]
        self._random.shuffle(waiting)
        while waiting:
            first, action = waiting.pop(), self._random.choice(_ACTIONS)
            if action == "rename":
                self._begin(first.code, day, self._end(first, day, first.code))
            elif action in ("merge", "take over") and waiting:
                others = [waiting.pop() for _ in range(min(len(waiting), self._random.randint(1, 2)))]
                self._merge(first, others, day, is_new=action == "merge")
            elif action in ("split", "keep a part"):
                codes = [first.code if action == "keep a part" else next(self._names), next(self._names)]
                carried = self._end(first, day, *codes)
                for code in codes:
                    self._begin(code, day, carried)
            elif action == "end":
                self._end(first, day)

    def _merge(self, first: Commune, others: list[Commune], day: date, *, is_new: bool) -> None:
        code = self._random.choice([first.code, next(self._names)]) if is_new else first.code
        carried = frozenset[Commune]().union(*(self._end(other, day, code) for other in others))
        if is_new:
            self._begin(code, day, carried | self._end(first, day, code))
        else:
            first.carries.append((day, carried | first.carried_on(day)))


def _agency(commune: Commune) -> Agency:
    return Agency(
        commune.code,
        Text(f"Xã {commune.code}", f"Commune {commune.code}"),
        group="commune",
        level=Level.COMMUNE,
        valid_from=commune.since,
        valid_until=commune.until,
        successors=tuple(commune.into),
    )
