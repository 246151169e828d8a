"""A comparison → the records of its JSON."""

from fractions import Fraction

from cchc_cli import __version__
from cchc_cli.comparison.arrangement import status_counts
from cchc_cli.comparison.comparison import (
    AgencyChange,
    Comparison,
    Named,
    Pair,
    ReportingChange,
    Side,
)
from cchc_cli.comparison.records import (
    AgencyChangeRecord,
    AgencyRecord,
    ChangeRecord,
    ComparisonRecord,
    CorrectionRecord,
    FindingsChangeRecord,
    PeriodPairRecord,
    ReportingChangeRecord,
    RowRecord,
    SideRecord,
    StandRecord,
)
from cchc_cli.record import Number
from cchc_cli.run import Tool, Verdict


def record_of(comparison: Comparison) -> ComparisonRecord:
    """Everything that differs; differences are the nearest doubles."""
    corrections, findings = comparison.corrections, comparison.findings
    return ComparisonRecord(
        tool=Tool(name="cchc", version=__version__),
        programme=comparison.new.run.programme,
        old=_side(comparison, comparison.old),
        new=_side(comparison, comparison.new),
        periods=[PeriodPairRecord(old=pair.old, new=pair.new) for pair in comparison.periods],
        remarks=list(comparison.remarks),
        changes=[_change(pair) for pair in comparison.pairs if pair.is_changed],
        compared=len(comparison.pairs),
        new_missed=[_row(verdict) for verdict in comparison.new_missed],
        only_old=[_row(verdict) for verdict in comparison.only_old],
        only_new=[_row(verdict) for verdict in comparison.only_new],
        reorganised=[_agency_change(change) for change in comparison.reorganised],
        stopped=[_reporting(change) for change in comparison.stopped],
        started=[_reporting(change) for change in comparison.started],
        corrections=None
        if corrections is None
        else [CorrectionRecord(old=each.old, new=each.new) for each in corrections],
        findings=None
        if findings is None
        else FindingsChangeRecord(new=list(findings.new), fixed=list(findings.fixed)),
    )


def _side(comparison: Comparison, side: Side) -> SideRecord:
    run = side.run
    return SideRecord(
        source=side.source,
        saved=side.saved,
        tool=run.tool,
        catalogue_sha256=run.catalogue_sha256,
        agencies_sha256=run.agencies_sha256,
        as_of=run.as_of,
        files=len(run.inputs),
        periods=list(dict.fromkeys(verdict.period for verdict in run.verdicts)),
        statuses=status_counts(comparison, side),
    )


def _change(pair: Pair) -> ChangeRecord:
    verdict = pair.new
    return ChangeRecord(
        indicator=verdict.indicator,
        area=verdict.area,
        name=verdict.name,
        kind=verdict.kind,
        scope=verdict.scope,
        unit=verdict.unit,
        official=verdict.official,
        aspirational=verdict.aspirational,
        flip=pair.flip,
        difference=_shown(pair.difference),
        counted=_shown(pair.counted),
        new_target=pair.new_target,
        old=_stand(pair.old),
        new=_stand(verdict),
    )


def _stand(verdict: Verdict) -> StandRecord:
    return StandRecord(
        period=verdict.period,
        status=verdict.status,
        reason=verdict.reason,
        provisional=verdict.provisional,
        notes=verdict.notes,
        numerator=verdict.numerator,
        denominator=verdict.denominator,
        value=verdict.value,
        operator=verdict.operator,
        bound=verdict.bound,
        upper=verdict.upper,
        due=verdict.due,
        reporting=verdict.coverage.reporting,
        expected=verdict.coverage.expected,
    )


def _row(verdict: Verdict) -> RowRecord:
    return RowRecord(
        indicator=verdict.indicator,
        name=verdict.name,
        scope=verdict.scope,
        period=verdict.period,
        status=verdict.status,
    )


def _agency_change(change: AgencyChange) -> AgencyChangeRecord:
    return AgencyChangeRecord(
        kind=change.kind,
        before=[_agency(agency) for agency in change.before],
        after=[_agency(agency) for agency in change.after],
        since=change.since,
    )


def _reporting(change: ReportingChange) -> ReportingChangeRecord:
    return ReportingChangeRecord(agency=_agency(change.agency), indicators=list(change.indicators))


def _agency(agency: Named) -> AgencyRecord:
    return AgencyRecord(code=agency.code, name=agency.name, level=agency.level)


def _shown(number: Fraction | None) -> Number | None:
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else float(number)
