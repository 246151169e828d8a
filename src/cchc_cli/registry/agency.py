"""Agencies: who reports, from which day to which."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period


@dataclass(frozen=True, slots=True)
class Agency:
    """One life of one agency. A code may have several lives, never two on one day.

    `pooled` false: outside the official pools, shown apart (vertical central agencies). `territory`:
    `former` the former province's territory, `other` what joined it later.
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
    line: int = 0
    """The line of `agencies.yaml` that declares it."""

    def exists_on(self, day: date) -> bool:
        return self._starts_by(day) and self._lasts_to(day)

    def exists_during(self, period: Period) -> bool:
        """Whether it existed on any day of the period."""
        return self._starts_by(period.end) and self._lasts_to(period.start)

    def life_within(self, period: Period) -> Period:
        """The days of the period on which it existed; it must exist during the period."""
        start = max(period.start, self.valid_from or period.start)
        end = min(period.end, self.valid_until or period.end)
        return Period.between(start, end)

    def matches(self, selectors: tuple[str, ...]) -> bool:
        """Whether any of `level:…`, `group:…`, `agency:…` means this agency."""
        own = {f"level:{self.level}", f"group:{self.group}", f"agency:{self.code}"}
        return not own.isdisjoint(selectors)

    def _starts_by(self, day: date) -> bool:
        return self.valid_from is None or self.valid_from <= day

    def _lasts_to(self, day: date) -> bool:
        return self.valid_until is None or day <= self.valid_until
