"""What scorecards are made of: a year judged, the year before it, and what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Roster
from cchc_cli.run import Run, Scope, ScopeKind, Verdict
from cchc_cli.scorecards.scorecard import Peers, Subject
from cchc_cli.standing.records import AgencyStanding, Standing

_Group: TypeAlias = tuple[Level, bool, str | None, date | None]
"""Level, pooled, cluster, last day: what peers have in common."""


@dataclass(frozen=True)
class Material:
    """One year of a province; `run` has its official verdicts and the rows of all levels and agencies."""

    catalogue: Catalogue
    registry: Registry
    run: Run
    year: Period
    past: tuple[Verdict, ...]
    """The same rows of the year before."""
    before: Period | None
    """That year; None where nothing was reported for it."""
    standing: Standing
    late: Mapping[str, date]
    """Whose report is dated after the cut-off, with its day."""

    @cached_property
    def agencies(self) -> Mapping[str, AgencyStanding]:
        """Everybody who must report, by code; of a code that passed to another agency, the later one."""
        found: dict[str, AgencyStanding] = {}
        for agency in self.standing.agencies:
            known = found.get(agency.code)
            if known is None or _ends_before(known, agency):
                found[agency.code] = agency
        return found

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """The agencies as cards name them, with their peers."""
        keys = {code: self._group(agency) for code, agency in self.agencies.items()}
        sizes: dict[_Group, int] = {}
        for key in keys.values():
            sizes[key] = sizes.get(key, 0) + 1
        return {
            code: Subject(
                kind=ScopeKind.AGENCY,
                code=code,
                name=agency.name,
                level=agency.level,
                peers=Peers(*keys[code], size=sizes[keys[code]]),
                parent=agency.parent_name,
            )
            for code, agency in self.agencies.items()
        }

    @cached_property
    def alone(self) -> Mapping[str, str]:
        """The indicators that one agency alone reports, with its code."""
        roster = Roster(self.registry, self.year, self.catalogue.items)
        found: dict[str, str] = {}
        for indicator in self.catalogue.indicators:
            positions = {position for item in indicator.items for position in roster.reporters(item)}
            codes = {roster.members[position].code for position in positions}
            if len(codes) == 1:
                found[indicator.id] = codes.pop()
        return found

    def counts_in(self, item: str, scope: Scope) -> bool:
        """Whether an item counts in a scope: one about a level only there and in the province."""
        level = self.catalogue.item_by_code[item].level
        return level is None or scope.kind is ScopeKind.PROVINCE or level is scope.level

    def _group(self, agency: AgencyStanding) -> _Group:
        life = self.registry.life_in(agency.code, self.year)
        return agency.level, agency.pooled, life.cluster if life else None, agency.until


def _ends_before(one: AgencyStanding, other: AgencyStanding) -> bool:
    return one.until is not None and (other.until is None or one.until < other.until)
