"""Evaluation, evidence and findings → the Run that reports are made from."""

from collections import Counter
from collections.abc import Iterable

from cchc_cli import __version__
from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.item import Term
from cchc_cli.engine.evaluate import Evaluation
from cchc_cli.engine.evidence import Evidence
from cchc_cli.engine.exact import exact, shown
from cchc_cli.findings.finding import Finding
from cchc_cli.language import Language, Text
from cchc_cli.observation import Observation, Submission, a1
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import (
    FindingRecord,
    Glossary,
    IndicatorTerms,
    Input,
    ItemName,
    ObservationRecord,
    ProgrammeRecord,
    Run,
    Status,
    Summary,
    TermRecord,
    Tool,
    Verdict,
)


def assemble(
    catalogue: Catalogue,
    registry: Registry,
    evidence: Evidence,
    findings: Iterable[Finding],
    evaluation: Evaluation,
    language: Language,
    with_observations: bool = False,
) -> Run:
    """The run of one call; the sentences of its findings are in the given language."""
    found = [_finding(finding, language) for finding in findings]
    listed = evidence.observations if with_observations else ()
    return Run(
        tool=Tool(name="cchc", version=__version__),
        programme=ProgrammeRecord(id=catalogue.programme.id, title=catalogue.programme.title),
        catalogue_sha256=catalogue.sha256,
        agencies_sha256=registry.sha256,
        inputs=_inputs(evidence, found),
        verdicts=list(evaluation.verdicts),
        findings=found,
        summary=summarise(evaluation.verdicts),
        glossary=_glossary(catalogue, registry, evaluation.verdicts, listed),
        observations=_observations(evidence) if with_observations else None,
    )


def summarise(verdicts: Iterable[Verdict]) -> Summary:
    """Counts of the official verdicts, or of the agency rows where only those are shown."""
    shown_verdicts = list(verdicts)
    official = [verdict for verdict in shown_verdicts if verdict.official]
    counted = official or shown_verdicts
    firm = Counter(verdict.status for verdict in counted if not verdict.aspirational)
    return Summary(
        **{status.value: firm[status] for status in Status},
        aspirational=sum(verdict.aspirational for verdict in counted),
        provisional=sum(verdict.provisional for verdict in counted),
    )


def _inputs(evidence: Evidence, findings: list[FindingRecord]) -> list[Input]:
    found = Counter(finding.file for finding in findings)
    read: dict[int, list[Observation]] = {}
    for observation in evidence.observations:
        read.setdefault(observation.address.file, []).append(observation)
    return [
        _input(submission, read.get(number, []), found[submission.path])
        for number, submission in enumerate(evidence.submissions)
    ]


def _input(submission: Submission, observations: list[Observation], findings: int) -> Input:
    periods = {observation.period for observation in observations}
    return Input(
        path=submission.path,
        sha256=submission.sha256,
        layout=submission.layout,
        submitter=submission.submitter,
        agencies=len({observation.agency for observation in observations}),
        period=str(periods.pop()) if len(periods) == 1 else None,
        observations=len(observations),
        findings=findings,
    )


def _finding(finding: Finding, language: Language) -> FindingRecord:
    place = finding.place
    return FindingRecord(
        code=finding.code,
        severity=finding.severity,
        message=finding.message(language),
        hint=finding.hint(language),
        file=place.file if place else None,
        sheet=place.sheet if place else None,
        cell=place.cell if place else None,
        agency=finding.agency,
        period=finding.period,
        item=finding.item,
        value=finding.value,
        explanation=finding.explanation,
    )


def _observations(evidence: Evidence) -> list[ObservationRecord]:
    return [_observation(observation, evidence.submissions) for observation in evidence.observations]


def _observation(observation: Observation, submissions: tuple[Submission, ...]) -> ObservationRecord:
    address = observation.address
    submission = submissions[address.file]
    return ObservationRecord(
        agency=observation.agency,
        item=observation.item,
        period=str(observation.period),
        value=shown(exact(observation.value)),
        done_on=observation.done_on,
        file=submission.path,
        sheet=submission.sheets[address.sheet],
        cell=a1(address.row, address.column),
    )


def _glossary(
    catalogue: Catalogue,
    registry: Registry,
    verdicts: Iterable[Verdict],
    observations: Iterable[Observation],
) -> Glossary:
    indicators = list(dict.fromkeys(verdict.indicator for verdict in verdicts))
    chosen = [catalogue.indicator_by_id[code] for code in indicators]
    items = dict.fromkeys(code for indicator in chosen for code in indicator.items)
    used = {reading for verdict in verdicts for reading in _readings_of(verdict)}
    return Glossary(
        areas={area.id: area.name for area in catalogue.areas},
        indicators={indicator.id: _indicator_terms(indicator) for indicator in chosen},
        items={code: _item_name(catalogue, code) for code in items},
        readings={reading: text for reading, text in catalogue.reading_by_id.items() if reading in used},
        agencies=_agency_names(registry, verdicts, observations),
    )


def _agency_names(
    registry: Registry, verdicts: Iterable[Verdict], observations: Iterable[Observation]
) -> dict[str, Text]:
    """Every agency under the name it bore in the newest period that it is named for."""
    newest: dict[str, Period] = {}
    named = [
        *((code, Period.parse(verdict.period)) for verdict in verdicts for code in _agencies_of(verdict)),
        *((observation.agency, observation.period) for observation in observations),
    ]
    for code, period in named:
        newest[code] = max(period, newest.get(code, period))
    lives = {code: registry.life_in(code, period) or registry.latest(code) for code, period in newest.items()}
    return {code: registry.full_name(life) for code, life in lives.items() if life is not None}


def _indicator_terms(indicator: Indicator) -> IndicatorTerms:
    windows = [target.baseline.window for target in indicator.targets if target.baseline]
    return IndicatorTerms(
        numerator=_terms(indicator.numerator),
        denominator=_terms(indicator.denominator),
        baseline=str(windows[0]) if windows else None,
        line=indicator.line,
    )


def _agencies_of(verdict: Verdict) -> list[str]:
    lead = [verdict.lead.agency] if verdict.lead else []
    return [*lead, *verdict.coverage.missing]


def _readings_of(verdict: Verdict) -> list[str]:
    used = verdict.reading.split(", ") if verdict.reading else []
    return [*used, *(also.reading for also in verdict.also)]


def _item_name(catalogue: Catalogue, code: str) -> ItemName:
    item = catalogue.item_by_code[code]
    unit = Text(item.unit, catalogue.unit_in(Language.EN, item.unit))
    return ItemName(name=item.name, unit=unit)


def _terms(terms: tuple[Term, ...]) -> list[TermRecord]:
    return [TermRecord(item=term.item, sign=term.sign) for term in terms]
