"""Who stands behind a pooled target: the agencies that would bring it nearer by reaching their own bound."""

from collections.abc import Iterator
from typing import TypeAlias

from cchc_cli.pace import Next
from cchc_cli.record import Number
from cchc_cli.run import Scope, ScopeKind, Status, Verdict
from cchc_cli.scorecards.material import Material
from cchc_cli.scorecards.merit import is_attested
from cchc_cli.scorecards.moves import enough
from cchc_cli.scorecards.places import by_indicator
from cchc_cli.scorecards.scorecard import Helper

_Asked: TypeAlias = tuple[str | None, Number | None, Number | None, Next | None]


class Pools:
    """The agency rows of a year, by the pooled verdict that they make up."""

    def __init__(self, material: Material) -> None:
        self._material = material
        rows = (verdict for verdict in material.run.verdicts if verdict.scope.kind is ScopeKind.AGENCY)
        self._rows = by_indicator(rows)

    def helpers(self, official: Verdict) -> tuple[tuple[Helper, ...], int]:
        """The fewest agencies that would be enough, and how many more are below the bound."""
        alone = self._material.alone.get(official.indicator)
        subject = self._material.subjects.get(alone) if alone else None
        if subject is not None:
            return (Helper(subject.code, subject.name, official.shortfall),), 0
        return enough(official.shortfall, list(self._lacking(official)))

    def _lacking(self, official: Verdict) -> Iterator[Helper]:
        """Of agencies that are asked the same; what another bound would take says nothing here."""
        for row in self._rows.get(official.indicator, ()):
            lacks = bool(row.shortfall) or _is_undone(row)
            if lacks and self._is_behind(row.scope, official.scope) and _asked(row) == _asked(official):
                yield Helper(row.scope.code, row.scope.name, row.shortfall)

    def _is_behind(self, agency: Scope, official: Scope) -> bool:
        subject = self._material.subjects.get(agency.code)
        if subject is None or subject.peers is None or not subject.peers.pooled:
            return False
        return official.kind is ScopeKind.PROVINCE or official.level is subject.level


def _is_undone(row: Verdict) -> bool:
    return is_attested(row) and row.status is not Status.MET and not row.numerator


def _asked(verdict: Verdict) -> _Asked:
    return verdict.operator, verdict.bound, verdict.upper, verdict.next
