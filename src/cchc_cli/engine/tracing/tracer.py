"""From a case to its trace: everything the engine used for one verdict, as records."""

from datetime import date
from typing import Literal

from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.engine.also import second_figures
from cchc_cli.engine.case import Case
from cchc_cli.engine.exact import shown_or_none
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.measure import measures_of
from cchc_cli.engine.reached import Answer, End
from cchc_cli.engine.tracing.cells import CellTracer
from cchc_cli.engine.tracing.parts import parts_of
from cchc_cli.engine.tracing.pools import PoolTracer
from cchc_cli.engine.tracing.targets import targets_of
from cchc_cli.period import Period
from cchc_cli.trace import Trace, TracedAlso, TracedAnswer, TracedEnd

Role = Literal["present", "baseline"]
_ROLES: tuple[Role, Role] = ("present", "baseline")


class Tracer:
    """Traces the cases of one ledger; nothing is computed that the engine has not used."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._cells = CellTracer(ledger)

    def trace(self, case: Case) -> Trace:
        """What one case was decided on."""
        scope, rises_from = case.row.scope, case.rises_from
        return Trace(
            indicator=case.indicator.id,
            scope_kind=scope.kind.value,
            scope=scope.code,
            period=str(case.period),
            ends=[self._end(case, role, end) for role, end in zip(_ROLES, case.reached.ends, strict=False)],
            parts=parts_of(case),
            answers=[self._answer(case, answer) for answer in case.reached.answers],
            also=self._also(case),
            targets=targets_of(case),
            rises_from=self._end(case, "present", rises_from.ends[0]) if rises_from else None,
        )

    def _end(self, case: Case, role: Role, end: End) -> TracedEnd:
        tracer = self._pools(case, 0)
        return TracedEnd(
            role=role,
            of=end.of,
            window=str(end.window) if end.window else None,
            figure=shown_or_none(end.figure),
            pools=[tracer.trace(period, pooled) for period, pooled in end.pools],
        )

    def _also(self, case: Case) -> list[TracedAlso]:
        figures = second_figures(self._ledger, case.indicator, case.row, case.period, case.stand.cited)
        return [
            TracedAlso(
                reading=second.reading,
                name=second.name,
                value=shown_or_none(second.value),
                pool=self._pools(case, second.position).trace(second.period, second.pooled),
            )
            for second in figures
        ]

    def _pools(self, case: Case, position: int) -> PoolTracer:
        return PoolTracer(self._ledger, self._cells, measures_of(case.indicator)[position])

    def _answer(self, case: Case, answer: Answer) -> TracedAnswer:
        """Everything an agency said, and the cells of its answers that nobody can read."""
        item, period = case.indicator.items[0], case.period
        if case.indicator.kind is IndicatorKind.MILESTONE:
            period = Period.between(date.min, period.end)
        unusable = self._cells.set_aside(answer.member.code, item, period.covers)
        return TracedAnswer(
            agency=answer.member.code,
            name=self._ledger.roster(case.period).name_of(answer.member),
            done_on=answer.done_on,
            counted=None if answer.row is None else answer.said.index(answer.row),
            cells=[*self._cells.used(answer.said), *unusable],
        )
