"""Agencies: who reports, from which day to which."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period


@dataclass(frozen=True, slots=True)
class Agency:
    """One life of one agency. A code may have several lives, never two on one day.

    `pooled` false: outside the official pools, shown apart (vertical central agencies). `territory`:
    `former` the former province's territory, `other` what joined it later. `successors`: the codes
    that carry its work on from the day after `valid_until`; its own where the code goes on, under another
    name or with others merged into it. `note`: what is uncertain about this life.
    """

    code: str
    name: Text
    group: str
    level: Level
    parent: str | None = None
    cluster: str | None = None
    pooled: bool = True
    territory: Literal["former", "other"] = "former"
    valid_from: date | None = None
    valid_until: date | None = None
    successors: tuple[str, ...] = ()
    short: Text | None = None
    note: Text | None = None
    line: int = 0
    """The line of `agencies.yaml` that declares it."""

    def __hash__(self) -> int:
        """No two lives of a code begin on one day; all fields would take as long as reading a cell."""
        return hash((self.code, self.valid_from))

    @property
    def short_name(self) -> Text:
        """Its name for narrow places."""
        return self.short or self.name

    @property
    def first_day(self) -> date:
        """The first day it existed; the earliest possible where the registry names none."""
        return self.valid_from or date.min

    @property
    def last_day(self) -> date:
        """The last day it existed; the latest possible where it still does."""
        return self.valid_until or date.max

    def exists_on(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def exists_during(self, period: Period) -> bool:
        """Whether it existed on any day of the period."""
        return self.first_day <= period.end and period.start <= self.last_day

    def exists_beside(self, other: "Agency") -> bool:
        """Whether both existed on one day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def life_within(self, period: Period) -> Period:
        """The days of the period on which it existed; it must exist during the period."""
        return Period.between(max(period.start, self.first_day), min(period.end, self.last_day))

    def matches(self, selectors: tuple[str, ...]) -> bool:
        """Whether any of `level:…`, `group:…`, `agency:…` means this agency."""
        return _are_meant(self.level, self.group, self.code, selectors)

    @property
    def selectors(self) -> frozenset[str]:
        """All that mean it."""
        return _selectors(self.level, self.group, self.code)


def _selectors(level: Level, group: str, code: str) -> frozenset[str]:
    return frozenset((f"level:{level}", f"group:{group}", f"agency:{code}"))


@lru_cache(maxsize=4096)
def _are_meant(level: Level, group: str, code: str, selectors: tuple[str, ...]) -> bool:
    """Asked of every figure of a form, and the selectors of its items are the same few."""
    return not _selectors(level, group, code).isdisjoint(selectors)
