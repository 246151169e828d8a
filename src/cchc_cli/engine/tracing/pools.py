"""The pools of a trace: who stands behind the sums of a scope, and who is missing."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from cchc_cli.engine.exact import Exact, exact, shown, shown_or_none
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.measure import Measure
from cchc_cli.engine.pool import Pooled
from cchc_cli.engine.tracing.cells import CellTracer, IsAsked
from cchc_cli.period import Period
from cchc_cli.roster import Roster
from cchc_cli.trace import Lack, TracedFigure, TracedMember, TracedPool, TracedSplit, TracedSum


class PoolTracer(NamedTuple):
    """What the engine pooled for one measure, with the figures behind it."""

    ledger: Ledger
    cells: CellTracer
    measure: Measure

    def trace(self, period: Period, pooled: Pooled) -> TracedPool:
        """The pool of one period; its members in the registry's order, those that did not enter too."""
        roster = self.ledger.roster(period)
        # A divided pool has no sum and so no rows; what is wholly its own is shown all the same.
        used = None if pooled.divided else frozenset(pooled.rows)
        members = [
            TracedMember(
                agency=roster.members[number].code,
                name=roster.name_of(roster.members[number]),
                numerator=shown_or_none(pooled.contributions[number][0]),
                denominator=shown_or_none(pooled.contributions[number][1]),
                figures=list(self._figures(roster, number, used)),
            )
            if number in pooled.contributions
            else TracedMember(
                agency=roster.members[number].code,
                name=roster.name_of(roster.members[number]),
                numerator=None,
                denominator=None,
                figures=list(self._gaps(roster, number)),
            )
            for number in pooled.expected
        ]
        return TracedPool(
            period=str(period),
            numerator=shown_or_none(pooled.numerator),
            denominator=shown_or_none(pooled.denominator),
            sums=list(self._sums(period, pooled, used)),
            members=members,
            divided=[
                TracedSplit(agency=roster.members[number].code, name=roster.name_of(roster.members[number]))
                for number in pooled.divided
            ],
        )

    def _figures(self, roster: Roster, number: int, used: frozenset[int] | None) -> Iterator[TracedFigure]:
        """The figures with which a member entered."""
        for code, rows in self._entered(roster.period, number, used):
            yield self._figure(roster, number, code, rows)

    def _entered(
        self, period: Period, number: int, used: frozenset[int] | None
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        for code in self.measure.items:
            rows = self.ledger.rows_behind(period, number, code)
            if rows and (used is None or used.issuperset(rows)):
                yield code, rows

    def _gaps(self, roster: Roster, number: int) -> Iterator[TracedFigure]:
        """What a member that did not enter must have reported: what is there, and what is not."""
        for code in self.measure.items:
            if number not in roster.reporters(code) or roster.is_about_ended_level(code):
                continue
            rows = self.ledger.rows_behind(roster.period, number, code)
            yield self._figure(roster, number, code, rows) if rows else self._gap(roster, number, code)

    def _figure(self, roster: Roster, number: int, code: str, rows: tuple[int, ...]) -> TracedFigure:
        return TracedFigure(
            item=code,
            value=shown(self._added(rows)),
            cells=self.cells.used(rows),
            unused=self.cells.set_aside(
                roster.members[number].code, code, _of_member(roster, number, roster.period.covers)
            ),
        )

    def _gap(self, roster: Roster, number: int, code: str) -> TracedFigure:
        member, period = roster.members[number], roster.period
        within = _of_member(roster, number, period.covers)
        set_aside = self.cells.set_aside(member.code, code, within)
        pieces = self.cells.pieces(member.code, code, _of_member(roster, number, period.overlaps))
        lack: Lack = "not-submitted"
        if self.ledger.is_spoiled(member, code, period):
            lack = "unusable"
        elif pieces or set_aside:
            lack = "incomplete"
        elif self.cells.has_sent(member.code, within):
            lack = "blank"
        return TracedFigure(item=code, value=None, cells=[], lack=lack, unused=[*set_aside, *pieces])

    def _sums(self, period: Period, pooled: Pooled, used: frozenset[int] | None) -> Iterator[TracedSum]:
        """What each item adds to the two sums."""
        totals: dict[str, Exact] = {}
        for number in pooled.reporting:
            for code, rows in self._entered(period, number, used):
                totals[code] = totals.get(code, 0) + self._added(rows)
        for code, total in totals.items():
            yield TracedSum(
                item=code,
                numerator=sum(term.sign for term in self.measure.numerator if term.item == code),
                denominator=sum(term.sign for term in self.measure.denominator if term.item == code),
                value=shown(total),
            )

    def _added(self, rows: tuple[int, ...]) -> Exact:
        values = [exact(self.ledger.evidence.observations[row].value) for row in rows]
        return sum(values, Fraction(0)) if len(values) > 1 else values[0]


def _of_member(roster: Roster, number: int, speaks_of: IsAsked) -> IsAsked:
    """Narrowed to the periods whose figures are the member's: another agency may bear its code."""
    code = roster.members[number].code
    return lambda period: speaks_of(period) and roster.member_of(code, period) == number
