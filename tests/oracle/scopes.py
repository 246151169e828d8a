"""Whom verdicts are about, and who must report what for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.oracle.agencies import Agencies, matches
from tests.oracle.days import Days

LEVELS = ("province", "district", "commune")


@dataclass(frozen=True)
class Scope:
    """`code` is `province` for the whole province, a level, or an agency's code."""

    kind: str
    code: str
    level: str | None
    official: bool


class Scopes:
    """The rows of an indicator, and their reporters."""

    def __init__(self, targets: dict[str, Any], agencies: Agencies) -> None:
        self._items = {item["code"]: item for item in targets["items"]}
        self._agencies = agencies

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

    def owed(self, indicator: dict[str, Any], scope: Scope, days: Days) -> dict[str, list[str]]:
        """The items that each expected agency must report for the indicator, in the scope."""
        owed: dict[str, list[str]] = {}
        items_of_indicator = self.items_of(indicator)
        for code in [scope.code] if scope.kind == "agency" else self._agencies.lives:
            items = [item["code"] for item in items_of_indicator if self._owes(code, item, scope, days)]
            if items:
                owed[code] = items
        return owed

    def _owes(self, code: str, item: dict[str, Any], scope: Scope, days: Days) -> bool:
        life = self._agencies.owner(code, item["measure"], days)
        if life is None or not matches(life, item["reported_by"]):
            return False
        if scope.kind == "agency":
            return True
        if not life["pooled"]:
            return False
        return scope.kind == "province" or scope.level == (item["level"] or life["level"])

    def _is_split(self, indicator: dict[str, Any]) -> bool:
        """Level and agency rows: only where no item has a level and there is more than one reporter."""
        items = self.items_of(indicator)
        return all(item["level"] is None for item in items) and len(self._reporters(indicator)) > 1

    def _reporters(self, indicator: dict[str, Any]) -> set[str]:
        return {life["code"] for life in self._matching_lives(indicator)}

    def _matching_lives(self, indicator: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for lives in self._agencies.lives.values():
            for life in lives:
                if any(matches(life, item["reported_by"]) for item in self.items_of(indicator)):
                    yield life

    def _agency_rows(self, indicator: dict[str, Any], days: Days) -> Iterator[Scope]:
        for code in self._agencies.lives:
            life = self._agencies.life_during(code, days)
            if life is None:
                continue
            scope = Scope("agency", code, life["level"], official=False)
            if self.owed(indicator, scope, days):
                yield scope
