"""Whom verdicts are about: official scopes from the targets, unofficial rows for steering.

Source: model, «Scopes».
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.target import TargetLevel
from cchc_cli.engine.evidence import Question
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.places import PROVINCE, scope_of_agency, scope_of_level
from cchc_cli.language import Text
from cchc_cli.level import ALL_LEVELS, Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.roster import Roster
from cchc_cli.run import Scope, ScopeKind

_PROVINCE = Scope(
    kind=ScopeKind.PROVINCE, code="province", name=Text("Toàn tỉnh", "Whole province"), level=None
)
_LEVEL_NAMES = {
    Level.PROVINCE: Text("Cấp tỉnh", "Province level"),
    Level.DISTRICT: Text("Cấp huyện", "District level"),
    Level.COMMUNE: Text("Cấp xã", "Commune level"),
}


class ScopeRow(NamedTuple):
    """One row to judge: its scope, the key of its pool, and the levels whose targets it may be held to.

    `map_day`: the day on whose map other periods are held against the row, so that what an agency took over
    counts in both; None for the province and its levels, where each period keeps its own map.
    """

    scope: Scope
    pool: str
    official: bool
    levels: tuple[TargetLevel, ...]
    map_day: date | None = None


def rows_of(indicator: Indicator, ledger: Ledger, period: Period, question: Question) -> list[ScopeRow]:
    """The rows of an indicator: official ones first, then levels, then agencies in the registry's order."""
    official = [_official(level) for level in ("all", *Level) if level in indicator.target_levels]
    unofficial = _unofficial(indicator, ledger, period, question)
    taken = {row.pool for row in official}
    return official + [row for row in unofficial if row.pool not in taken]


def _official(level: TargetLevel) -> ScopeRow:
    if level == ALL_LEVELS:
        return ScopeRow(_PROVINCE, PROVINCE, True, (ALL_LEVELS,))
    return ScopeRow(_level_scope(Level(level)), scope_of_level(level), True, (level,))


def _unofficial(
    indicator: Indicator, ledger: Ledger, period: Period, question: Question
) -> Iterator[ScopeRow]:
    if not question.by and not question.agencies:
        return
    reporters = own_row_reporters(indicator, ledger.catalogue, ledger.roster(period))
    places = ledger.places(period)
    found = [places.of(position) for position in reporters]
    if "level" in question.by:
        official = {place.level for place in found if place.is_official}
        for level in Level:
            if level in official:
                yield ScopeRow(_level_scope(level), scope_of_level(level), False, (level, ALL_LEVELS))
    for agency in ledger.registry.in_order(agency for place in found for agency in place.agencies):
        if "agency" in question.by or agency.code in question.agencies:
            yield _agency_row(agency, ledger, period)


def own_row_reporters(indicator: Indicator, catalogue: Catalogue, roster: Roster) -> tuple[int, ...]:
    """The members behind level and agency rows: none where an item is about a level or one agency reports."""
    items = [catalogue.item_by_code[code] for code in indicator.items]
    if any(item.level for item in items):
        return ()
    positions = sorted({position for item in items for position in roster.reporters(item.code)})
    several = len({roster.members[position].code for position in positions}) > 1
    return tuple(positions) if several else ()


def _agency_row(agency: Agency, ledger: Ledger, period: Period) -> ScopeRow:
    scope = Scope(
        kind=ScopeKind.AGENCY,
        code=agency.code,
        name=ledger.registry.full_name(agency),
        level=agency.level,
    )
    return ScopeRow(
        scope,
        scope_of_agency(agency.code),
        official=False,
        levels=(agency.level, ALL_LEVELS),
        map_day=min(ledger.map_day(period), agency.last_day),
    )


def _level_scope(level: Level) -> Scope:
    return Scope(kind=ScopeKind.LEVEL, code=level.value, name=_LEVEL_NAMES[level], level=level)
