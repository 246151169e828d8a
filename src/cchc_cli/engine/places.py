"""Places: in which scopes a member's figures count, on its own map or on that of another day.

Source: model, «Scopes» and «Pooling and coverage». On another map a member's figures are added to those of
its one heir; the province's total has all of them on every map.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.roster import Member, Roster

PROVINCE = "province"


def scope_of_agency(code: str) -> str:
    """The key of an agency's own row, kept apart from the keys of levels and of the province."""
    return f"agency:{code}"


def scope_of_level(level: str) -> str:
    """The key of a level's row."""
    return f"level:{level}"


class Place(NamedTuple):
    """Where a member's figures count.

    `agencies`: whose rows they belong to; with more than one they are in none of them, because nobody knows
    how much is whose. `level`: the level they count in, if any. `is_official`: whether they count in the
    province and its levels at all.
    """

    agencies: tuple[Agency, ...]
    level: Level | None
    is_official: bool

    @property
    def is_divided(self) -> bool:
        return len(self.agencies) > 1

    @property
    def rows(self) -> tuple[str, ...]:
        """The agency rows that the figures belong to."""
        return tuple(scope_of_agency(agency.code) for agency in self.agencies)

    def scopes(self, item: Item) -> tuple[str, ...]:
        """The province and the level in which an item counts, which may be about a level of its own."""
        if not self.is_official:
            return ()
        level = item.level or self.level
        return (PROVINCE, scope_of_level(level)) if level else (PROVINCE,)


@dataclass(frozen=True)
class Places:
    """The places of a roster's members: on the period's own map, or on that of a day."""

    roster: Roster
    day: date | None = None
    _known: dict[int, Place] = field(default_factory=dict)

    def of(self, position: int) -> Place:
        """The place of what a member reports."""
        if position not in self._known:
            member = self.roster.members[position]
            own = _own(self.roster, member)
            self._known[position] = own if self.day is None else self._on(self.day, position)
        return self._known[position]

    @property
    def are_own(self) -> bool:
        """Whether every member stands where it stands on the period's own map."""
        own = Places(self.roster)
        return self.day is None or all(
            self.of(position) == own.of(position) for position in range(len(self.roster.members))
        )

    def counted_in(self, scope: str, item: Item) -> tuple[int, ...]:
        """The members whose figures of an item count in a scope: the province, or a level."""
        if scope == PROVINCE:
            return self._official
        if item.level is None:
            return self._by_level.get(scope, ())
        return self._official if scope == scope_of_level(item.level) else ()

    def wholly_in(self, scope: str) -> tuple[int, ...]:
        """The members whose figures belong to an agency's row."""
        return self._whole.get(scope, ())

    def divided_in(self, scope: str) -> tuple[int, ...]:
        """The members of whose figures a part belongs to an agency's row."""
        return self._divided.get(scope, ())

    @cached_property
    def _official(self) -> tuple[int, ...]:
        return tuple(each for each in range(len(self.roster.members)) if self.of(each).is_official)

    @cached_property
    def _by_level(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for each in self._official:
            level = self.of(each).level
            if level is not None:
                found.setdefault(scope_of_level(level), []).append(each)
        return {scope: tuple(members) for scope, members in found.items()}

    @cached_property
    def _whole(self) -> dict[str, tuple[int, ...]]:
        return self._by_row(divided=False)

    @cached_property
    def _divided(self) -> dict[str, tuple[int, ...]]:
        return self._by_row(divided=True)

    def _by_row(self, *, divided: bool) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for each in range(len(self.roster.members)):
            place = self.of(each)
            for scope in place.rows if place.is_divided is divided else ():
                found.setdefault(scope, []).append(each)
        return {scope: tuple(members) for scope, members in found.items()}

    def _on(self, day: date, position: int) -> Place:
        member = self.roster.members[position]
        heirs = self.roster.heirs(position, day)
        levels = {heir.level if heir.pooled else None for heir in heirs}
        return Place(
            agencies=heirs,
            level=levels.pop() if member.pooled and len(levels) == 1 else None,
            is_official=member.pooled,
        )


def _own(roster: Roster, member: Member) -> Place:
    own = member.lives[-1:] if roster.is_last_of_code(member) else ()
    return Place(own, member.level if member.pooled else None, member.pooled)
