"""Everything that was sent → the figures that can be used, and what must be mended."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_comparisons import PART_EXCEEDS_WHOLE, SUM_MISMATCH
from cchc_cli.findings.of_identity import ITEM_MISSING
from cchc_cli.findings.of_values import VALUE_MISSING
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.checks import Broken, broken_checks, sums_text
from cchc_cli.intake.cutoff import until_cutoff
from cchc_cli.intake.explanations import explained
from cchc_cli.intake.gathering import period_text
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.overlaps import overlap_findings
from cchc_cli.intake.paths import find_workbooks
from cchc_cli.intake.reconcile import Pair, reconcile
from cchc_cli.intake.repeats import Repeats
from cchc_cli.intake.submission_reading import ReadSubmission, read_submission
from cchc_cli.intake.validation import validated
from cchc_cli.language import Text
from cchc_cli.observation import Key, Observation, Submission, SubmissionKind
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class ReadCount:
    """How much one submission holds, before copies and contradictions are settled."""

    agencies: int
    periods: tuple[Period, ...]
    observations: int


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read in one call. The same for the same files, in whatever order they were named."""

    submissions: tuple[Submission, ...]
    """Ordered by path; `Address.file` counts in here."""
    observations: tuple[Observation, ...]
    """At most one for each agency, item and period, in the order of their cells."""
    unusable: frozenset[Key]
    """What was reported and cannot be used: wrong cells, contradictions, parts larger than their whole."""
    superseded: tuple[Pair, ...]
    """Figures that gave way to a correction, each with the one that stands."""
    findings: tuple[Finding, ...]
    """In the order of their places: file, sheet, row, column."""
    read: tuple[ReadCount, ...]
    """One for each submission."""
    skipped: int
    """Files that are no spreadsheets, and lock files."""


def take_in(paths: Sequence[Path | str], brief: Brief, layout: str | None = None) -> Intake:
    """Reads every workbook that the paths name: files, folders with all below them, quoted globs.

    `layout` is `form`, `matrix`, the id of a shipped layout or a YAML file; absent, the content tells.

    No content of a file raises. Raises PathNotFoundError, NothingToReadError, UnknownLayoutError, and
    InvalidFileError where the layout file is invalid.
    """
    found = find_workbooks(paths)
    choice = choose_layout(layout)
    items, registry = brief.items, brief.registry
    read = [
        until_cutoff(read_submission(path, file, brief, choice), brief.cutoff)
        for file, path in enumerate(found.files)
    ]
    submissions = tuple(each.submission for each in read)
    observations = validated([one for each in read for one in each.gathering.observations])
    set_aside = [one for each in read for one in each.gathering.set_aside]
    settled = reconcile(observations, set_aside, submissions)
    broken = broken_checks(settled.observations, brief.checks)
    failed = {key for each in broken if each.check.kind == "part" for key in each.keys}
    sizes = Counter(observation.address.file for observation in observations)
    filled: set[tuple[str | None, str | None, str | None]] = {
        (one.agency, str(one.period), one.item) for one in settled.observations
    }
    explanations = [one for each in read for one in each.gathering.explanations]
    findings = [
        *(
            one
            for each in read
            for one in each.gathering.findings
            if not _is_no_gap(one, each, filled, brief)
        ),
        *Repeats(submissions, items, registry, sizes).findings(settled),
        *overlap_findings(settled.observations, submissions, items, registry),
        *(_broken_finding(each, submissions, items, registry) for each in broken),
    ]
    return Intake(
        submissions=submissions,
        observations=tuple(one for one in settled.observations if one.key not in failed),
        unusable=frozenset(settled.unusable | failed),
        superseded=tuple(settled.superseded),
        findings=tuple(sorted(explained(findings, explanations), key=_order(submissions))),
        read=tuple(_count(each) for each in read),
        skipped=found.skipped,
    )


def _is_no_gap(
    finding: Finding,
    read: ReadSubmission,
    filled: set[tuple[str | None, str | None, str | None]],
    brief: Brief,
) -> bool:
    """Whether a blank needs no word: not asked for, filled by another file, or in a supplement."""
    if finding.kind not in (VALUE_MISSING, ITEM_MISSING):
        return False
    if not brief.is_still_asked(finding.agency, finding.item, finding.period):
        return True
    is_whole = read.submission.kind is SubmissionKind.OFFICIAL
    return not is_whole or (finding.agency, finding.period, finding.item) in filled


def _count(read: ReadSubmission) -> ReadCount:
    observations = read.gathering.observations
    return ReadCount(
        agencies=len({observation.agency for observation in observations}),
        periods=tuple(sorted({observation.period for observation in observations})),
        observations=len(observations),
    )


def _broken_finding(
    broken: Broken, submissions: Sequence[Submission], items: Mapping[str, Item], registry: Registry
) -> Finding:
    first = broken.first
    submission = submissions[first.address.file]
    agency = registry.life_in(first.agency, first.period)
    return Finding(
        PART_EXCEEDS_WHOLE if broken.check.kind == "part" else SUM_MISMATCH,
        Place(
            submission.path, submission.sheets[first.address.sheet], first.address.row, first.address.column
        ),
        agency=first.agency,
        period=str(first.period),
        item=first.item,
        value=f"{first.value:f}",
        facts={
            "agency_name": agency.name if agency else Text(first.agency, first.agency),
            "period_words": period_text(first.period),
            **sums_text(broken, items),
        },
        other_items=tuple(dict.fromkeys(key.item for key in broken.keys if key.item != first.item)),
    )


def _order(submissions: Sequence[Submission]) -> Callable[[Finding], tuple[int | str, ...]]:
    """A key that sorts findings as somebody meets them going through the files."""
    files = {submission.path: index for index, submission in enumerate(submissions)}
    sheets = {
        (submission.path, name): index
        for submission in submissions
        for index, name in enumerate(submission.sheets)
    }

    def key(finding: Finding) -> tuple[int | str, ...]:
        place = finding.place
        where: tuple[int, ...] = (-1, -1, 0, 0)
        if place is not None:
            sheet = sheets.get((place.file, place.sheet or ""), -1)
            where = (files[place.file], sheet, place.row or 0, place.column or 0)
        return (*where, finding.code, finding.item or "", finding.agency or "", finding.period or "")

    return key
