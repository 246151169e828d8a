"""Everything that was sent → the figures that can be used, and what must be mended."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from cchc_cli.findings.finding import Finding
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.comparisons.checks import broken_checks, broken_finding
from cchc_cli.intake.comparisons.comparisons import comparison_findings
from cchc_cli.intake.comparisons.explanations import explained
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.gaps import without_filled_gaps
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.comparisons.reconcile import Pair, reconcile
from cchc_cli.intake.comparisons.repeats import Repeats
from cchc_cli.intake.crew.crew import LONE_READER, Crew
from cchc_cli.intake.crowded import Crowded
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.paths import find_workbooks
from cchc_cli.intake.read_count import ReadCount
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile, without_crowds
from cchc_cli.observation import Key, SetAside, Submission
from cchc_cli.observations import Bundle, Observations, Several
from cchc_cli.unswept import unswept


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read in one call. The same for the same files, in whatever order they were named."""

    submissions: tuple[Submission, ...]
    """Ordered by path; `Address.file` counts in here."""
    observations: Observations
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
    set_aside: tuple[SetAside, ...] = ()
    """The cells behind what is unusable, each with the finding that set it aside."""


_AS_FOUND: Mapping[Path, str] = {}


def take_in(
    paths: Sequence[Path | str],
    brief: Brief,
    layout: str | None = None,
    known_as: Mapping[Path, str] = _AS_FOUND,
    crew: Crew = LONE_READER,
) -> Intake:
    """Reads every workbook that the paths name: files, folders with all below them, quoted globs.

    `layout` is `form`, `matrix`, the id of a shipped layout or a YAML file; absent, the content tells.
    `known_as` says what files are called in all that is said of them; they come first, in its order.
    `crew` reads the files.

    No content of a file raises. Raises PathNotFoundError, NothingToReadError, UnknownLayoutError, and
    InvalidFileError where the layout file is invalid.
    """
    found = find_workbooks(paths)
    orders = Orders(brief, choose_layout(layout))
    in_order = _in_order(found.files, known_as)
    files = [SubmittedFile(position, path, known_as.get(path)) for position, path in enumerate(in_order)]
    with closing(crew.read(files, orders)) as reading:
        read = list(reading)
    return _settled(read, brief, found.skipped)


@unswept()
def _settled(read: Sequence[ReadSubmission], brief: Brief, skipped: int) -> Intake:
    """What stands of all that was read, once it is held against each other."""
    crowded = Crowded()
    intake = _held_together(read, brief, skipped, crowded)
    while crowded.files:
        read = [without_crowds(each) if each.submission.path in crowded.files else each for each in read]
        crowded = Crowded()
        intake = _held_together(read, brief, skipped, crowded)
    return intake


def _held_together(read: Sequence[ReadSubmission], brief: Brief, skipped: int, crowded: Crowded) -> Intake:
    submissions = tuple(each.submission for each in read)
    observations = Observations()
    for each in read:
        observations.extend(each.gathering.observations)
    set_aside = [one for each in read for one in each.gathering.set_aside]
    settled = reconcile(observations, set_aside, submissions)
    figures, pointer = Figures(settled.observations), Pointer(submissions, brief.items, brief.registry)
    broken = broken_checks(figures, brief.checks)
    failed = {key for each in broken if each.is_binding for key in each.keys}
    sizes = [len(each.gathering.observations) for each in read]
    explanations = [one for each in read for one in each.gathering.explanations]
    found = chain(
        without_filled_gaps(read, figures, settled.unusable, brief),
        Repeats(pointer, sizes).findings(settled),
        (broken_finding(each, pointer) for each in broken),
        comparison_findings(figures, pointer),
    )
    findings = list(crowded.kept(found))
    return Intake(
        submissions=submissions,
        observations=Observations.of(_without(failed, settled.observations)),
        unusable=frozenset(settled.unusable | failed),
        superseded=tuple(settled.superseded),
        findings=tuple(sorted(explained(findings, explanations), key=_order(submissions))),
        read=tuple(each.count for each in read),
        skipped=skipped,
        set_aside=(
            *settled.set_aside,
            *(one for each in broken if each.is_binding for one in each.set_aside),
        ),
    )


def _in_order(files: Sequence[Path], known_as: Mapping[Path, str]) -> list[Path]:
    named = [path for path in known_as if path in set(files)]
    return [*named, *(path for path in files if path not in known_as)]


def _without(failed: Set[Key], observations: Observations) -> Iterator[Bundle]:
    touched = {(key.agency, key.period) for key in failed}
    for bundle in observations.bundles():
        if (bundle.agency, bundle.period) in touched:
            left = [one for one in bundle.observations if one.key not in failed]
            yield Several(bundle.agency, bundle.period, bundle.file, left)
        else:
            yield bundle


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
