"""Whom verdicts are about, and who must report what for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.oracle.agencies import Agencies, Life, matches
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
        self._known: dict[tuple[tuple[str, ...], str, Days], dict[str, Life]] = {}

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
        for item in self.items_of(indicator):
            for code, life in self._reporters(item, days).items():
                if _counts(life, item, scope):
                    owed.setdefault(code, []).append(item["code"])
        return owed

    def _reporters(self, item: dict[str, Any], days: Days) -> dict[str, Life]:
        """The agencies that report the item in the period, pooled or not, with their lives."""
        asked = (tuple(item["reported_by"]), item["measure"], days)
        if asked not in self._known:
            owners = {
                code: self._agencies.owner(code, item["measure"], days) for code in self._agencies.lives
            }
            self._known[asked] = {
                code: life for code, life in owners.items() if life and matches(life, item["reported_by"])
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
        lives = self._agencies.lives.items()
        return len([code for code, found in lives if any(matches(life, selectors) for life in found)]) > 1

    def _agency_rows(self, indicator: dict[str, Any], days: Days) -> Iterator[Scope]:
        lives = {
            code: life
            for item in self.items_of(indicator)
            for code, life in self._reporters(item, days).items()
        }
        for code, life in lives.items():
            yield Scope("agency", code, life["level"], official=False)


def _counts(life: Life, item: dict[str, Any], scope: Scope) -> bool:
    """Whether what this agency reports of the item counts in the scope."""
    if scope.kind == "agency":
        return bool(life["code"] == scope.code)
    if not life["pooled"]:
        return False
    return scope.kind == "province" or bool(scope.level == (item["level"] or life["level"]))
