"""What intake is told of the programme: which items there are, who exists when, which years count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from cchc_cli.catalogue.item import Check, Item
from cchc_cli.catalogue.source import BEGINNING, Measure
from cchc_cli.catalogue.window import Window, named_period
from cchc_cli.intake.code_columns import CodeColumns
from cchc_cli.period import Period
from cchc_cli.plain_text import plain
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.names import AgencyNames
from cchc_cli.registry.registry import Registry


@dataclass(frozen=True)
class Brief:
    """`items` are by code; `years` are the programme's.

    `as_agency` and `as_period` stand in where a workbook itself does not say whose figures it holds, or for
    when; `as_agency` is a code or a name. A submission dated after `cutoff` does not count. `today` is the
    day of the call; None where nothing is to depend on it. `windows` are the catalogue's: a range of days
    that one of them gives a year, half-year or quarter is that period.
    """

    items: Mapping[str, Item]
    checks: Sequence[Check]
    years: Period
    registry: Registry
    as_agency: str | None = None
    as_period: Period | None = None
    cutoff: date | None = None
    today: date | None = None
    windows: tuple[Window, ...] = ()

    @cached_property
    def names(self) -> AgencyNames:
        return AgencyNames(self.registry)

    @cached_property
    def item_by_word(self) -> dict[str, Item]:
        """The items by their codes as headers are compared."""
        return {plain(code): item for code, item in self.items.items()}

    @cached_property
    def code_columns(self) -> CodeColumns:
        """The columns of codes that were read with these items."""
        return CodeColumns(self.item_by_word)

    @cached_property
    def item_words(self) -> tuple[str, ...]:
        """The same codes, for finding what a misspelt one meant."""
        return tuple(self.item_by_word)

    @cached_property
    def item_words_by_length(self) -> dict[int, list[str]]:
        """The same by how many letters they have."""
        words: dict[int, list[str]] = {}
        for word in self.item_words:
            words.setdefault(len(word), []).append(word)
        return words

    def period_meant(self, days: Period) -> Period:
        """The named period whose figures cover exactly these days; else the days themselves."""
        return named_period(days, self.windows)

    def items_in(self, period: Period) -> dict[str, Item]:
        """The items by code, each with those who report it in a period: heirs in place of who has ended."""
        return self._asked_in(period).items

    def items_due_from(self, agency: Agency, period: Period) -> dict[str, Item]:
        """What an agency must report in a period, by code and in the catalogue's order."""
        asked = self._asked_in(period)
        meant = agency.selectors & asked.selectors
        if meant not in asked.due:
            items = asked.items.items()
            asked.due[meant] = {code: item for code, item in items if not meant.isdisjoint(item.reported_by)}
        return asked.due[meant]

    def _asked_in(self, period: Period) -> "_Asked":
        """What is asked in a period: the same in all periods in which the same agencies report it."""
        if period not in self._in_periods:
            meant = {each: self.registry.reporters(each, period) for each in self._selectors}
            reporters = tuple(meant.values())
            if reporters not in self._of_reporters:
                self._of_reporters[reporters] = _asked(self.items, meant)
            self._in_periods[period] = self._of_reporters[reporters]
        return self._in_periods[period]

    def is_still_asked(self, agency: str | None, item: str | None, period: str | None) -> bool:
        """Whether a figure is asked for in a period: stocks of whoever exists on its last day, what stands at
        its start of whoever exists on its first, and nothing about a level that has ended."""
        if agency is None or item is None or period is None:
            return True
        asked, days = self.items[item], Period.parse(period)
        day = days.start if asked.measure in BEGINNING else days.end
        if asked.level and self.registry.level_has_ended(asked.level, Period.between(day, day)):
            return False
        life = self.registry.life_in(agency, days)
        return asked.measure is Measure.FLOW or life is None or self._exists_on(life, day)

    def _exists_on(self, life: Agency, day: date) -> bool:
        """Whether the agency that a life belongs to is there on a day, under whichever name."""
        origin = self.registry.origin(life)
        return any(
            one.exists_on(day) and self.registry.origin(one) == origin
            for one in self.registry.lives_by_code[life.code]
        )

    @cached_property
    def _selectors(self) -> tuple[tuple[str, ...], ...]:
        """Who reports any item, each once."""
        return tuple(dict.fromkeys(item.reported_by for item in self.items.values()))

    @cached_property
    def _in_periods(self) -> dict[Period, "_Asked"]:
        return {}

    @cached_property
    def _of_reporters(self) -> dict[tuple[tuple[str, ...], ...], "_Asked"]:
        """Somebody may name every stretch of days there is; few of them differ in who reports."""
        return {}


class _Asked(NamedTuple):
    """What is asked of whom."""

    items: dict[str, Item]
    selectors: frozenset[str]
    """All that say who reports any of them."""
    due: dict[frozenset[str], dict[str, Item]]
    """By the selectors that mean an agency: agencies of one kind owe the same."""


def _asked(items: Mapping[str, Item], meant: Mapping[tuple[str, ...], tuple[str, ...]]) -> _Asked:
    """`meant` are those who report, by those whom the catalogue names."""
    found = {
        code: item
        if meant[item.reported_by] == item.reported_by
        else replace(item, reported_by=meant[item.reported_by])
        for code, item in items.items()
    }
    return _Asked(found, frozenset(chain.from_iterable(item.reported_by for item in found.values())), {})
