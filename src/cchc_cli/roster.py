"""The roster of a period: which agencies belong to it, and what each must report.

Source: model, «Periods» (flows belong to every agency that existed on any day, stocks to those existing on
the last; what stands at the start, likewise, to those existing on the first) and «Pooling and coverage».
"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import BEGINNING
from cchc_cli.catalogue.source import Measure as ItemMeasure
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry


class Member(NamedTuple):
    """One agency at one level of a period's map, with the lives it had there, oldest first.

    Lives of one code belong to one agency where only its name or type changed (`Registry.origin`).
    """

    code: str
    level: Level
    pooled: bool
    lives: tuple[Agency, ...]

    def exists_at_end_of(self, period: Period) -> bool:
        return self.lives[-1].exists_on(period.end)

    def is_asked(self, measure: ItemMeasure, period: Period) -> bool:
        """Flows are asked of whoever existed on some day, what stands at the start of whoever existed on the
        first, the rest of whoever exists on the last."""
        if measure is ItemMeasure.OPENING:
            return self.lives[0].exists_on(period.start)
        return measure is ItemMeasure.FLOW or self.exists_at_end_of(period)

    def days_within(self, period: Period) -> tuple[Period, ...]:
        """The stretches of the period on which it existed."""
        return tuple(life.life_within(period) for life in self.lives)

    def matches(self, selectors: tuple[str, ...]) -> bool:
        return any(life.matches(selectors) for life in self.lives)


class Roster:
    """The members of one period, in the registry's order."""

    def __init__(self, registry: Registry, period: Period, items: Iterable[Item]) -> None:
        self.period = period
        self.members = _members(registry, period)
        self._registry = registry
        self._items = {item.code: item for item in items}
        self._asked = {
            code: (registry.reporters(item.reported_by, period), item.measure)
            for code, item in self._items.items()
        }
        self._reporters: dict[_Asked, tuple[int, ...]] = {}
        self._reporter_sets: dict[_Asked, frozenset[int]] = {}

    @cached_property
    def _positions(self) -> dict[Agency, int]:
        return {life: number for number, member in enumerate(self.members) for life in member.lives}

    @cached_property
    def _last_members(self) -> dict[str, Member]:
        return {member.code: member for member in sorted(self.members, key=_last_begun)}

    def position_of(self, member: Member) -> int | None:
        """Where a member of this roster stands in it; None for one of another map."""
        return self._positions.get(member.lives[-1])

    def positions_of(self, lives: Iterable[Agency]) -> tuple[int, ...]:
        """Where the members stand that these lives belong to; those of another map are left out."""
        return tuple(self._positions[life] for life in lives if life in self._positions)

    def is_last_of_code(self, member: Member) -> bool:
        """Whether an agency's row is about this member: it is of the code's life on the last day."""
        return self._last_members[member.code] is member

    def member_of(self, code: str, period: Period) -> int | None:
        """The member that a submission for a (shorter) period is about; None where it has none."""
        life = self._registry.life_in(code, period)
        return self._positions.get(life) if life else None

    def reporters(self, code: str) -> tuple[int, ...]:
        """The positions of the members that must report an item in this period."""
        asked = self._asked[code]
        if asked not in self._reporters:
            self._reporters[asked] = self._find_reporters(*asked)
        return self._reporters[asked]

    def reporter_set(self, code: str) -> frozenset[int]:
        """The same, for asking whether a member is among them."""
        asked = self._asked[code]
        if asked not in self._reporter_sets:
            self._reporter_sets[asked] = frozenset(self.reporters(code))
        return self._reporter_sets[asked]

    def items_of(self, position: int) -> tuple[Item, ...]:
        """What a member must report in this period, in the catalogue's order."""
        return tuple(
            item
            for code, item in self._items.items()
            if position in self.reporter_set(code) and not self.is_about_ended_level(code)
        )

    def name_of(self, member: Member) -> Text:
        """What it is called at the end of the period, told apart from its namesakes."""
        return self._registry.full_name(member.lives[-1])

    def is_about_ended_level(self, code: str) -> bool:
        """Whether an item is about a level of which nothing is left to report in this period."""
        item = self._items[code]
        day = self.period.start if item.measure in BEGINNING else self.period.end
        return item.level is not None and self._registry.level_has_ended(item.level, Period.between(day, day))

    def heirs(self, position: int, day: date) -> tuple[Agency, ...]:
        """Who carries on another day what a member did.

        One life, or none, or several among whom the member's figures cannot be divided; in the registry's
        order. Its last life speaks for the earlier ones, whose work went wholly into it.
        """
        last = self.members[position].lives[-1]
        return self._registry.heirs(last, day, at=min(last.last_day, self.period.end))

    def _find_reporters(self, selectors: tuple[str, ...], measure: ItemMeasure) -> tuple[int, ...]:
        return tuple(
            number
            for number, member in enumerate(self.members)
            if member.is_asked(measure, self.period) and member.matches(selectors)
        )


def _last_begun(member: Member) -> date:
    return member.lives[-1].first_day


_Asked: TypeAlias = tuple[tuple[str, ...], ItemMeasure]
"""What decides who must report an item: its selectors, and when it stands."""


def _members(registry: Registry, period: Period) -> tuple[Member, ...]:
    lives: dict[tuple[Agency, Level, bool], list[Agency]] = {}
    for agency in registry.during(period):
        lives.setdefault((registry.origin(agency), agency.level, agency.pooled), []).append(agency)
    return tuple(
        Member(origin.code, level, pooled, tuple(sorted(found, key=lambda life: life.first_day)))
        for (origin, level, pooled), found in lives.items()
    )
