"""Evidence, findings and verdicts → the Run that reports are made from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from cchc_cli import __version__
from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.engine.evidence import Evidence
from cchc_cli.engine.exact import exact, shown
from cchc_cli.engine.glossary import Named, glossary
from cchc_cli.findings.finding import Finding
from cchc_cli.language import Language
from cchc_cli.observation import Observation, Submission, a1
from cchc_cli.observations import Bundle, bundled
from cchc_cli.registry.registry import Registry
from cchc_cli.run import (
    Asked,
    FindingRecord,
    Input,
    ObservationRecord,
    ProgrammeRecord,
    Run,
    Status,
    Summary,
    Tool,
    Verdict,
)
from cchc_cli.trace import Trace


def assemble(
    catalogue: Catalogue,
    registry: Registry,
    evidence: Evidence,
    findings: Iterable[Finding],
    verdicts: Sequence[Verdict],
    language: Language,
    with_observations: bool = False,
    traces: Sequence[Trace] | None = None,
    as_of: date | None = None,
    asked: Asked | None = None,
) -> Run:
    """The run of one call; the sentences of its findings are in the given language.

    A call that judges nothing has no verdicts; its run is the same document. `as_of`: the day on whose map
    its periods were put; `asked`: what an evaluation was asked.
    """
    found = [finding_record(finding, language) for finding in findings]
    listed = evidence.observations if with_observations else ()
    return Run(
        tool=Tool(name="cchc", version=__version__),
        programme=ProgrammeRecord(id=catalogue.programme.id, title=catalogue.programme.title),
        catalogue_sha256=catalogue.sha256,
        agencies_sha256=registry.sha256,
        as_of=as_of,
        asked=asked,
        inputs=_inputs(evidence, found),
        verdicts=list(verdicts),
        findings=found,
        summary=summarise(verdicts),
        glossary=glossary(
            catalogue, Named(registry, verdicts, evidence.submissions, found, listed, traces or ())
        ),
        observations=_observations(evidence) if with_observations else None,
        traces=None if traces is None else list(traces),
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
    read: dict[int, list[Bundle]] = {}
    for bundle in bundled(evidence.observations):
        read.setdefault(bundle.file, []).append(bundle)
    return [
        _input(submission, read.get(number, []), found[submission.path])
        for number, submission in enumerate(evidence.submissions)
    ]


def _input(submission: Submission, bundles: list[Bundle], findings: int) -> Input:
    return Input(
        path=submission.path,
        sha256=submission.sha256,
        layout=submission.layout,
        submitter=submission.submitter,
        agencies=len({bundle.agency for bundle in bundles}),
        period=_period(submission, bundles),
        observations=sum(len(bundle.items) for bundle in bundles),
        findings=findings,
    )


def _period(submission: Submission, bundles: list[Bundle]) -> str | None:
    """The one period of its figures; where none is used, the one it states."""
    periods = {bundle.period for bundle in bundles}
    if len(periods) > 1:
        return None
    period = periods.pop() if periods else submission.period
    return str(period) if period else None


def finding_record(finding: Finding, language: Language) -> FindingRecord:
    """A finding with its sentences in a language."""
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
