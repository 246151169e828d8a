"""Whom verdicts are about, and who must report what for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.oracle.agencies import Agencies, Life, Unit, is_among, last_day
from tests.oracle.days import Days

LEVELS = ("province", "district", "commune")


@dataclass(frozen=True)
class Scope:
    """`code` is `province` for the whole province, a level, or an agency's code.

    `until`: the last day of the agency that the row is about, at most the period's.
    """

    kind: str
    code: str
    level: str | None
    official: bool
    until: date | None = None


@dataclass(frozen=True)
class Place:
    """Where a reporter counts: in the rows of these agencies (of one only), in a level, in the province."""

    rows: list[Life]
    level: str | None
    pooled: bool

    def is_in(self, scope: Scope, item: dict[str, Any]) -> bool:
        if scope.kind == "agency":
            return [life["code"] for life in self.rows] == [scope.code]
        if not self.pooled:
            return False
        return scope.kind == "province" or scope.level == (item["level"] or self.level)


class Scopes:
    """The rows of an indicator, and their reporters.

    `as_of`: the day on whose map everything is put. Without it each period is on its own, but for the
    changes in an agency's row: whatever it has taken over counts at both ends.
    """

    def __init__(self, targets: dict[str, Any], agencies: Agencies, as_of: date | None = None) -> None:
        self._items = {item["code"]: item for item in targets["items"]}
        self._agencies = agencies
        self.as_of = as_of
        self._known: dict[tuple[tuple[str, ...], str, Days], dict[Unit, Life]] = {}
        self._places: dict[tuple[Unit, Days, date | None], Place] = {}

    def items_of(self, indicator: dict[str, Any]) -> list[dict[str, Any]]:
        terms = (*indicator["numerator"], *indicator["denominator"])
        return [self._items[code] for code in dict.fromkeys(term["item"] for term in terms)]

    def rows(self, indicator: dict[str, Any], days: Days, by: set[str]) -> Iterator[Scope]:
        """The official scopes, then those that `--by level` and `--by agency` add."""
        bound = list(dict.fromkeys(target["level"] for target in indicator["targets"]))
        for level in bound:
            if level == "all":
                yield Scope("province", "province", None, official=True)
            else:
                yield Scope("level", level, level, official=True)
        if not self._is_split(indicator):
            return
        if "level" in by:
            for level in LEVELS:
                scope = Scope("level", level, level, official=False)
                if level not in bound and self.owed(indicator, scope, days):
                    yield scope
        if "agency" in by:
            yield from self._agency_rows(indicator, days)

    def owed(
        self, indicator: dict[str, Any], scope: Scope, days: Days, map_day: date | None = None
    ) -> dict[Unit, list[str]]:
        """The items that each expected agency must report for the indicator, in the scope."""
        owed: dict[Unit, list[str]] = {}
        for item in self.items_of(indicator):
            for unit in self._reporters(item, days):
                if self._place(unit, days, map_day).is_in(scope, item):
                    owed.setdefault(unit, []).append(item["code"])
        return owed

    def is_divided(
        self, indicator: dict[str, Any], scope: Scope, days: Days, map_day: date | None = None
    ) -> bool:
        """Whether somebody's figures belong to this agency in part, nobody knows to which."""
        if scope.kind != "agency":
            return False
        places = [
            self._place(unit, days, map_day)
            for item in self.items_of(indicator)
            for unit in self._reporters(item, days)
        ]
        return any(
            len(place.rows) > 1 and scope.code in [life["code"] for life in place.rows] for place in places
        )

    def is_about(self, scope: Scope, unit: Unit, days: Days) -> bool:
        """Whether an agency's row in a period is this agency's, and not of another under the same code."""
        return self._agencies.unit_during(scope.code, days) == unit

    def _place(self, unit: Unit, days: Days, map_day: date | None) -> Place:
        day = map_day or self.as_of
        key = (unit, days, day)
        if key not in self._places:
            own = self._own_place(unit, days)
            self._places[key] = own if day is None else self._place_on(day, unit, days)
        return self._places[key]

    def _own_place(self, unit: Unit, days: Days) -> Place:
        """On the period's own map; the row of a code is of the agency that bears it last."""
        life = self._agencies.life_during(unit, days)
        assert life is not None
        rows = [life] if self._agencies.is_last(unit, days) else []
        return Place(rows, life["level"] if life["pooled"] else None, life["pooled"])

    def _place_on(self, day: date, unit: Unit, days: Days) -> Place:
        """With its heirs of that day: in their level, if all are of one and pooled."""
        pooled = self._own_place(unit, days).pooled
        heirs = self._agencies.heirs(unit, days, day)
        levels = {heir["level"] if heir["pooled"] else None for heir in heirs}
        return Place(heirs, next(iter(levels)) if pooled and len(levels) == 1 else None, pooled)

    def _reporters(self, item: dict[str, Any], days: Days) -> dict[Unit, Life]:
        """The agencies that report the item in the period, pooled or not, with their lives."""
        asked = (tuple(item["reported_by"]), item["measure"], days)
        if asked not in self._known:
            owners = {
                unit: self._agencies.owner(unit, item["measure"], days) for unit in self._agencies.lives
            }
            self._known[asked] = {
                unit: life
                for unit, life in owners.items()
                if life and self._agencies.matches(life, item["reported_by"], days)
            }
        return self._known[asked]

    def excused(self, scope: Scope, items: list[str], days: Days) -> list[str]:
        """Those about a level that no longer exists: the province is pooled without them if need be."""
        return [item for item in items if scope.kind == "province" and self._is_past(self._items[item], days)]

    def _is_past(self, item: dict[str, Any], days: Days) -> bool:
        day = days.first if item["measure"] in ("flow", "opening") else days.last
        return item["level"] is not None and self._agencies.end_of(item["level"]) < day

    def _is_split(self, indicator: dict[str, Any]) -> bool:
        """Level and agency rows: only where no item has a level and there is more than one reporter."""
        items = self.items_of(indicator)
        return all(item["level"] is None for item in items) and self._is_shared(items)

    def _is_shared(self, items: list[dict[str, Any]]) -> bool:
        selectors = {selector for item in items for selector in item["reported_by"]}
        lives = self._agencies.by_code.items()
        return len([code for code, found in lives if any(is_among(life, selectors) for life in found)]) > 1

    def _agency_rows(self, indicator: dict[str, Any], days: Days) -> Iterator[Scope]:
        places = [
            self._place(unit, days, None)
            for item in self.items_of(indicator)
            for unit in self._reporters(item, days)
        ]
        for code, life in {life["code"]: life for place in places for life in place.rows}.items():
            yield Scope(
                "agency",
                code,
                life["level"],
                official=False,
                until=min(self.as_of or days.last, last_day(life)),
            )
