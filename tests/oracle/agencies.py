"""The map: who existed when, and who carries whose work on, read from `cchc agencies list -f json`."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.oracle.days import Days

Life = dict[str, Any]


class Unit(NamedTuple):
    """One agency: a code, since the day on which something other than its name or type began under it."""

    code: str
    since: date


class Agencies:
    """Every life of every agency."""

    def __init__(self, listing: dict[str, Any]) -> None:
        self._all: list[Life] = listing["agencies"]
        self.by_code: dict[str, list[Life]] = {}
        for life in self._all:
            self.by_code.setdefault(life["code"], []).append(life)
        self.lives: dict[Unit, list[Life]] = {}
        """By agency, in the order of the listing, its lives one after another."""
        for lives in self.by_code.values():
            lives.sort(key=first_day)
        self._became: dict[int, list[Life]] = {id(life): [] for life in self._all}
        """By the life that began on the day after, those whose work it then took on."""
        for life in self._all:
            for heir in self._next(life) if life["valid_until"] else []:
                if last_day(life) < first_day(heir):
                    self._became[id(heir)].append(life)
        for life in self._all:
            self.lives.setdefault(self._unit_of(life), []).append(life)
        for lives in self.lives.values():
            lives.sort(key=first_day)

    def unit_during(self, code: str, days: Days) -> Unit | None:
        """Whose figure a submission is: the later life's, unless its period ends within the earlier."""
        lives = [life for life in self.by_code.get(code, []) if days.meets(first_day(life), last_day(life))]
        return self._unit_of(lives[-1]) if lives else None

    def life_during(self, unit: Unit, days: Days) -> Life | None:
        """The life that the agency had last in the period."""
        lives = [life for life in self.lives[unit] if days.meets(first_day(life), last_day(life))]
        return lives[-1] if lives else None

    def owner(self, unit: Unit, measure: str, days: Days) -> Life | None:
        """Flows belong to who existed on any day of the period, what stands at its start to who did on the
        first (under the life it had last), everything else to who did on the last."""
        if measure == "opening":
            first = self.life_during(unit, Days(days.first, days.first))
            return self.life_during(unit, days) if first else None
        return self.life_during(unit, days if measure == "flow" else Days(days.last, days.last))

    def existence(self, unit: Unit, days: Days) -> list[Days]:
        """The days of the period on which the agency existed, in one piece for each life."""
        return [
            Days(max(days.first, first_day(life)), min(days.last, last_day(life)))
            for life in self.lives[unit]
            if days.meets(first_day(life), last_day(life))
        ]

    def in_charge(self, code: str, days: Days) -> list[str]:
        """Who does in the period what the catalogue gives to one agency: it, or those it went over into.

        Whoever was there on the first day of the period already does it alone from then on, also for whoever
        went over into it. Itself where it ended without anybody, or was divided among several.
        """
        begun = [life for life in self.by_code.get(code, []) if first_day(life) <= days.last]
        chain = begun[-1:]
        while chain and last_day(chain[-1]) < days.last:
            following = self._next(chain[-1])
            if len(following) != 1:
                return [code]
            chain += following
        for number, life in reversed(list(enumerate(chain))):
            if first_day(life) <= days.first:
                return [one["code"] for one in chain[number:]]
        return [life["code"] for life in chain] or [code]

    def matches(self, life: Life, reported_by: Collection[str], days: Days) -> bool:
        """Whether an agency is among those that report in the period."""
        charged: list[str] = []
        for selector in reported_by:
            kind, _, code = selector.partition(":")
            charged += (
                [f"agency:{one}" for one in self.in_charge(code, days)] if kind == "agency" else [selector]
            )
        return is_among(life, charged)

    def end_of(self, level: str) -> date:
        """The last day on which an agency of the level exists."""
        return max((last_day(life) for life in self._all if life["level"] == level), default=date.max)

    def is_last(self, unit: Unit, days: Days) -> bool:
        """Whether nobody else bears its code later in the period."""
        return self.unit_during(unit.code, days) == unit

    def heirs(self, unit: Unit, days: Days, day: date) -> list[Life]:
        """Who does on a day what the agency did in a period, under any of its names; nobody twice."""
        lives = [life for life in self.lives[unit] if days.meets(first_day(life), last_day(life))]
        found: list[Life] = []
        for life in lives:
            at = min(last_day(life), days.last)
            found += self._later(life, day) if day >= at else self._earlier(life, day, at)
        return [life for life in self._all if life in found]

    def _later(self, life: Life, day: date) -> list[Life]:
        if day <= last_day(life):
            return [life]
        return [heir for heir in self._next(life) for heir in self._later(heir, day)]

    def _earlier(self, life: Life, day: date, at: date) -> list[Life]:
        return [other for other in self._all if exists(other, day) and life in self._later(other, at)]

    def _next(self, life: Life) -> list[Life]:
        """Those named as its successors that exist on the day after its last."""
        day = last_day(life) + timedelta(days=1)
        named = (heir for code in life["successors"] for heir in self.by_code.get(code, []))
        return [heir for heir in named if exists(heir, day)]

    def _unit_of(self, life: Life) -> Unit:
        """Back to the life before as long as that became this one alone, and this one it alone."""
        before = self._became[id(life)]
        if len(before) == 1 and before[0]["successors"] == [life["code"]] and _is_alike(life, before[0]):
            return self._unit_of(before[0])
        return Unit(life["code"], first_day(life))


def _is_alike(life: Life, other: Life) -> bool:
    return all(life[name] == other[name] for name in ("code", "level", "pooled"))


def first_day(life: Life) -> date:
    return date.fromisoformat(life["valid_from"]) if life["valid_from"] else date.min


def last_day(life: Life) -> date:
    return date.fromisoformat(life["valid_until"]) if life["valid_until"] else date.max


def exists(life: Life, day: date) -> bool:
    return first_day(life) <= day <= last_day(life)


def codes(units: Iterable[Unit]) -> tuple[str, ...]:
    return tuple(unit.code for unit in units)


def is_among(life: Life, reported_by: Collection[str]) -> bool:
    """Whether an agency is among those that the catalogue names."""
    return any(
        selector in reported_by
        for selector in (f"level:{life['level']}", f"group:{life['group']}", f"agency:{life['code']}")
    )
