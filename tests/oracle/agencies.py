"""The map: who existed when, read from `cchc agencies list -f json`."""

from collections.abc import Collection
from datetime import date
from typing import Any

from tests.oracle.days import Days

Life = dict[str, Any]


class Agencies:
    """Every life of every agency. An agency is a code; it may have several lives, one after another."""

    def __init__(self, listing: dict[str, Any]) -> None:
        self.lives: dict[str, list[Life]] = {}
        for life in listing["agencies"]:
            self.lives.setdefault(life["code"], []).append(life)
        for lives in self.lives.values():
            lives.sort(key=first_day)

    def life_during(self, code: str, days: Days) -> Life | None:
        """Whose figure a submission is: the later life's, unless its period ends within the earlier."""
        lives = [life for life in self.lives.get(code, []) if days.meets(first_day(life), last_day(life))]
        return lives[-1] if lives else None

    def life_at_the_end(self, code: str, days: Days) -> Life | None:
        return self.life_during(code, Days(days.last, days.last))

    def owner(self, code: str, measure: str, days: Days) -> Life | None:
        """Flows belong to who existed on any day of the period, what stands at its start to who did on the
        first (under the life it had last), everything else to who did on the last."""
        if measure == "opening":
            first = self.life_during(code, Days(days.first, days.first))
            return self.life_during(code, days) if first else None
        return self.life_during(code, days) if measure == "flow" else self.life_at_the_end(code, days)

    def existence(self, code: str, days: Days) -> list[Days]:
        """The days of the period on which the agency existed, in one piece for each life."""
        return [
            Days(max(days.first, first_day(life)), min(days.last, last_day(life)))
            for life in self.lives[code]
            if days.meets(first_day(life), last_day(life))
        ]

    def end_of(self, level: str) -> date:
        """The last day on which an agency of the level exists."""
        lives = [life for lives in self.lives.values() for life in lives if life["level"] == level]
        return max((last_day(life) for life in lives), default=date.max)


def first_day(life: Life) -> date:
    return date.fromisoformat(life["valid_from"]) if life["valid_from"] else date.min


def last_day(life: Life) -> date:
    return date.fromisoformat(life["valid_until"]) if life["valid_until"] else date.max


def matches(life: Life, reported_by: Collection[str]) -> bool:
    return any(
        selector in reported_by
        for selector in (f"level:{life['level']}", f"group:{life['group']}", f"agency:{life['code']}")
    )
