"""One verdict, as a record of the run."""

from fractions import Fraction
from typing import Any

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.target import Lead, Target
from cchc_cli.engine.also import also_figures
from cchc_cli.engine.case import Case, make_case
from cchc_cli.engine.cells import cells_of
from cchc_cli.engine.decide import decide
from cchc_cli.engine.distance import gap, shortfall
from cchc_cli.engine.exact import shown_or_none
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.notes import notes_of
from cchc_cli.engine.pace import NO_PACE, pace_of
from cchc_cli.engine.scopes import ScopeRow
from cchc_cli.engine.weight import weight_of_reporting
from cchc_cli.pace import Next
from cchc_cli.period import Period
from cchc_cli.run import CitationRecord, Coverage, LastKnown, LeadRecord, Reason, ScopeKind, Status, Verdict


def verdict_of(
    ledger: Ledger,
    indicator: Indicator,
    row: ScopeRow,
    period: Period,
    min_coverage: int | Fraction = 0,
    trace: bool = False,
) -> Verdict:
    """The verdict of one indicator in one scope and period; `trace` adds the cells of pooled figures."""
    case = make_case(ledger, indicator, row, period, min_coverage)
    status, reason = decide(case)
    reached = case.reached
    with_cells = trace or row.scope.kind is ScopeKind.AGENCY
    return Verdict(
        indicator=indicator.id,
        area=indicator.area,
        name=indicator.name,
        kind=indicator.kind.value,
        scope=row.scope,
        period=str(period),
        numerator=shown_or_none(reached.numerator),
        denominator=shown_or_none(reached.denominator),
        value=shown_or_none(reached.value),
        unit=indicator.unit,
        status=status,
        reason=reason,
        official=row.official,
        provisional=bool(reached.missing) and not (status is Status.MISSED and case.is_proven_breach),
        notes=notes_of(case, status, reason),
        done_on=reached.done_on,
        pace=pace_of(case) if status is not Status.NOT_APPLICABLE else NO_PACE,
        also=also_figures(ledger, indicator, row, period, case.stand.cited),
        last_known=_last_known(case) if reason is Reason.LEVEL_ENDED else None,
        coverage=_coverage(case),
        cells=cells_of(ledger, reached.rows) if with_cells else [],
        **_asked(case, binds=status is not Status.NOT_APPLICABLE),
        **_source(case, case.stand.cited),
    )


def _asked(case: Case, binds: bool) -> dict[str, Any]:
    """What is asked and how far off it is; nothing where no target binds."""
    target = case.target
    return {
        "operator": target.operator.value if target else None,
        "bound": shown_or_none(case.bound) if target else None,
        "upper": shown_or_none(target.upper) if target else None,
        "due": target.due if target else None,
        "next": _next(case.stand.following) if binds else None,
        "gap": shown_or_none(gap(case)) if binds else None,
        "shortfall": shown_or_none(shortfall(case)) if binds else None,
    }


def _next(target: Target | None) -> Next | None:
    if target is None:
        return None
    return Next(
        bound=shown_or_none(target.stated_bound),
        operator=target.operator.value,
        due=target.due,
        upper=shown_or_none(target.upper),
    )


def _source(case: Case, cited: Target | None) -> dict[str, Any]:
    """The clause that the verdict quotes: of the target in force, else of the next."""
    if cited is None:
        nothing = {"judged": "period", "aspirational": False, "reading": None, "lead": None}
        return {**nothing, "citations": []}
    return {
        "judged": cited.judged,
        "aspirational": cited.aspirational,
        "reading": cited.reading,
        "lead": _lead(case, cited.lead) if cited.lead else None,
        "citations": [
            CitationRecord(document=found.document, place=found.place, line=found.line, quote=found.quote)
            for found in cited.citations
        ],
    }


def _lead(case: Case, lead: Lead) -> LeadRecord:
    """Whoever carries on the lead's work at the end of the period, where it has ended."""
    holder = case.ledger.registry.holder(lead.agency, case.period.end)
    return LeadRecord(agency=holder.code if holder else lead.agency, line=lead.line)


def _coverage(case: Case) -> Coverage:
    reached, roster = case.reached, case.ledger.roster(case.period)
    return Coverage(
        reporting=reached.reporting,
        expected=len(reached.expected),
        weight=shown_or_none(weight_of_reporting(case.ledger, case.indicator, case.row, case.period)),
        missing=[member.code for member in reached.missing],
        missing_names=[roster.name_of(member) for member in reached.missing],
    )


def _last_known(case: Case) -> LastKnown | None:
    """The newest verdict with a figure from before the level ended."""
    ledger, level = case.ledger.on_own_maps, case.row.scope.level
    for period in sorted(ledger.figures.periods, key=lambda period: period.newness, reverse=True):
        if level is None or ledger.registry.level_has_ended(level, period):
            continue
        verdict = verdict_of(ledger, case.indicator, case.row, period, case.min_coverage)
        if verdict.value is not None or verdict.status in (Status.MET, Status.MISSED):
            return LastKnown(
                period=verdict.period,
                value=verdict.value,
                bound=verdict.bound,
                status=verdict.status,
                operator=verdict.operator,
            )
    return None
