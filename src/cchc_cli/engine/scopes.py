"""Whom verdicts are about: official scopes from the targets, unofficial rows for steering.

Source: model, «Scopes».
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.target import TargetLevel
from cchc_cli.engine.evidence import Question
from cchc_cli.engine.pool import PROVINCE, scope_of_agency, scope_of_level
from cchc_cli.language import Text
from cchc_cli.level import ALL_LEVELS, Level
from cchc_cli.roster import Member, Roster
from cchc_cli.run import Scope, ScopeKind

_PROVINCE = Scope(
    kind=ScopeKind.PROVINCE, code="province", name=Text("Toàn tỉnh", "Whole province"), level=None
)
_LEVEL_NAMES = {
    Level.PROVINCE: Text("Cấp tỉnh", "Province level"),
    Level.DISTRICT: Text("Cấp huyện", "District level"),
    Level.COMMUNE: Text("Cấp xã", "Commune level"),
}


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """One row to judge: its scope, the key of its pool, and the levels whose targets it may be held to."""

    scope: Scope
    pool: str
    official: bool
    levels: tuple[TargetLevel, ...]


def rows_of(indicator: Indicator, catalogue: Catalogue, roster: Roster, question: Question) -> list[ScopeRow]:
    """The rows of an indicator: official ones first, then levels, then agencies in the registry's order."""
    official = [_official(level) for level in ("all", *Level) if level in indicator.target_levels]
    unofficial = _unofficial(indicator, catalogue, roster, question)
    taken = {row.pool for row in official}
    return official + [row for row in unofficial if row.pool not in taken]


def _official(level: TargetLevel) -> ScopeRow:
    if level == ALL_LEVELS:
        return ScopeRow(_PROVINCE, PROVINCE, True, (ALL_LEVELS,))
    return ScopeRow(_level_scope(Level(level)), scope_of_level(level), True, (level,))


def _unofficial(
    indicator: Indicator, catalogue: Catalogue, roster: Roster, question: Question
) -> Iterator[ScopeRow]:
    members = own_row_members(indicator, catalogue, roster)
    if "level" in question.by:
        pooled = {member.level for member in members if member.pooled}
        for level in Level:
            if level in pooled:
                yield ScopeRow(_level_scope(level), scope_of_level(level), False, (level, ALL_LEVELS))
    for member in filter(roster.is_last_of_code, members):
        if "agency" in question.by or member.code in question.agencies:
            yield _agency_row(member, roster.name_of(member))


def own_row_members(indicator: Indicator, catalogue: Catalogue, roster: Roster) -> list[Member]:
    """The members behind level and agency rows: none where an item is about a level or one agency reports."""
    items = [catalogue.item_by_code[code] for code in indicator.items]
    if any(item.level for item in items):
        return []
    positions = sorted({position for item in items for position in roster.reporters(item.code)})
    members = [roster.members[position] for position in positions]
    return members if len({member.code for member in members}) > 1 else []


def _agency_row(member: Member, name: Text) -> ScopeRow:
    scope = Scope(kind=ScopeKind.AGENCY, code=member.code, name=name, level=member.level)
    return ScopeRow(scope, scope_of_agency(member.code), False, (member.level, ALL_LEVELS))


def _level_scope(level: Level) -> Scope:
    return Scope(kind=ScopeKind.LEVEL, code=level.value, name=_LEVEL_NAMES[level], level=level)
