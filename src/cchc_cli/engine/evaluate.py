"""Evidence and catalogue in, verdicts out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.engine.case import make_case
from cchc_cli.engine.evidence import Evidence, Question, Tracing
from cchc_cli.engine.judged_periods import default_period, periods_of_the_call
from cchc_cli.engine.kept import with_baselines
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.restated import not_restated
from cchc_cli.engine.scopes import ScopeRow, own_row_reporters, rows_of
from cchc_cli.engine.tracing.tracer import Tracer
from cchc_cli.engine.verdict import verdict_of
from cchc_cli.findings.finding import Finding
from cchc_cli.observations import bundled
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import ScopeKind, Verdict
from cchc_cli.trace import Trace


class Evaluation(NamedTuple):
    """The verdicts of a call, the periods they are for, and those of the call left out."""

    verdicts: tuple[Verdict, ...]
    traces: tuple[Trace, ...] | None
    """Those that were asked for, in the order of their verdicts."""
    periods: tuple[Period, ...]
    other_periods: tuple[Period, ...]
    has_figures: bool
    """Whether any usable figure bears on the periods evaluated."""
    findings: tuple[Finding, ...] = ()
    """What cannot be said on the map of another day."""


def evaluate(catalogue: Catalogue, registry: Registry, evidence: Evidence, question: Question) -> Evaluation:
    """Every verdict that the question asks for, in the catalogue's order, period by period.

    Where all figures are of one agency, its own rows are shown although they were not asked for.
    """
    reported = periods_of_the_call(evidence, registry)
    periods = _periods(evidence, question, reported)
    agencies = {agency for agency, _ in evidence.reporting}
    if len(agencies) == 1 and not question.by and not question.agencies:
        question = replace(question, agencies=_codes_on_the_map(registry, agencies.pop(), question))
    ledger = Ledger(catalogue, registry, with_baselines(catalogue, registry, evidence), question.as_of)
    asked = [indicator for indicator in catalogue.indicators if _is_asked(indicator, question)]
    verdicts, traces = [], []
    tracer = Tracer(ledger)
    with_cells = question.tracing is Tracing.ALL
    for period in periods:
        for indicator, row in _rows(ledger, period, question, asked):
            verdict = verdict_of(ledger, indicator, row, period, question.min_coverage, with_cells)
            if _is_nobodys(verdict) or not _is_asked_for(verdict, question):
                continue
            verdicts.append(verdict)
            if _is_traced(verdict, question.tracing):
                traces.append(tracer.trace(make_case(ledger, indicator, row, period, question.min_coverage)))
    return Evaluation(
        verdicts=tuple(verdicts),
        traces=None if question.tracing is Tracing.NONE else tuple(traces),
        periods=periods,
        other_periods=tuple(period for period in reported if period not in periods),
        has_figures=_has_figures(catalogue, evidence, periods),
        findings=tuple(not_restated(ledger, periods, asked)),
    )


def _codes_on_the_map(registry: Registry, code: str, question: Question) -> frozenset[str]:
    """Under which codes an agency goes on the map that is asked for."""
    if question.as_of is None:
        return frozenset({code})
    lives = registry.lives_by_code.get(code, ())
    return frozenset(heir.code for life in lives for heir in registry.heirs(life, question.as_of))


def _is_asked(indicator: Indicator, question: Question) -> bool:
    if question.indicators and indicator.id not in question.indicators:
        return False
    return not question.areas or indicator.area in question.areas


def _has_figures(catalogue: Catalogue, evidence: Evidence, periods: tuple[Period, ...]) -> bool:
    """Whether anything was reported for one of the periods or a part of it, or answered before it ended."""
    yes_no = {item.code for item in catalogue.items if item.kind is ItemKind.YES_NO}
    reported = {bundle.period for bundle in bundled(evidence.observations)}
    answered = {
        bundle.period for bundle in bundled(evidence.observations) if not yes_no.isdisjoint(bundle.items)
    }
    return any(
        any(period.covers(found) for found in reported) or any(found.end <= period.end for found in answered)
        for period in periods
    )


def _periods(evidence: Evidence, question: Question, reported: tuple[Period, ...]) -> tuple[Period, ...]:
    if question.periods is None:
        return reported
    if question.periods:
        return tuple(dict.fromkeys(question.periods))
    chosen = default_period(evidence)
    return (chosen,) if chosen else ()


def _rows(
    ledger: Ledger, period: Period, question: Question, indicators: list[Indicator]
) -> Iterator[tuple[Indicator, ScopeRow]]:
    for indicator in indicators:
        for row in rows_of(indicator, ledger, period, question):
            if _is_about_asked_agency(ledger, indicator, row, period, question):
                yield indicator, row


def _is_about_asked_agency(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, question: Question
) -> bool:
    """Without a choice of agencies every row is; else an agency's own, or the official one it alone feeds."""
    if not question.agencies:
        return True
    if row.scope.kind is ScopeKind.AGENCY:
        return row.scope.code in question.agencies
    roster, places = ledger.roster(period), ledger.places(period)
    if own_row_reporters(indicator, ledger.catalogue, roster):
        return False
    reporters = {position for code in indicator.items for position in roster.reporters(code)}
    codes = {agency.code for position in reporters for agency in places.of(position).agencies}
    return bool(codes) and codes <= question.agencies


def _is_traced(verdict: Verdict, tracing: Tracing) -> bool:
    if tracing is Tracing.POOLED:
        return verdict.scope.kind is not ScopeKind.AGENCY
    return tracing is Tracing.ALL


def _is_nobodys(verdict: Verdict) -> bool:
    """An agency's row of a milestone that was asked of nobody: 0 of 0 had to have done it.

    Of a row whose figures cannot be divided nobody knows how many; it is shown, and says so.
    """
    return not verdict.official and verdict.denominator == 0 and not verdict.coverage.expected


def _is_asked_for(verdict: Verdict, question: Question) -> bool:
    if "province" in question.by and verdict.scope.kind is not ScopeKind.PROVINCE:
        return False
    if question.levels and verdict.scope.level not in question.levels:
        return False
    return not question.statuses or verdict.status.value in question.statuses
