"""Blanks that need a word: what must be reported and nobody has, said once."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_identity import ITEM_MISSING
from cchc_cli.findings.of_values import VALUE_MISSING
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.submission_reading import ReadSubmission
from cchc_cli.observation import Key, SubmissionKind
from cchc_cli.period import Period

_Blank = tuple[str | None, str | None, str | None]
"""Agency, period and item that a finding is about."""


def without_filled_gaps(
    read: Sequence[ReadSubmission], figures: Figures, unusable: Set[Key], brief: Brief
) -> Iterator[Finding]:
    """What the reading of each file found, in the order of the files.

    A blank needs no word where it is not asked for, in a supplement or correction, or where the figure
    stands anywhere else, usable or not. Of several workbooks with the same blank the agency's own says it,
    else the first.
    """
    gaps = [
        (
            file,
            finding,
            [
                blank
                for blank in _blanks(finding)
                if not _is_answered(blank, figures, unusable) and _is_asked(blank, brief)
            ],
        )
        for file, each in enumerate(read)
        for finding in each.gathering.findings
        if _is_gap(finding) and each.submission.kind is SubmissionKind.OFFICIAL
    ]
    saying: dict[_Blank, tuple[bool, int]] = {}
    for file, finding, blanks in gaps:
        rank = read[file].submission.submitter != finding.agency, file
        saying.update((blank, min(saying.get(blank, rank), rank)) for blank in blanks)
    kept = {
        id(finding): _about(finding, own)
        for file, finding, blanks in gaps
        if (own := [blank for blank in blanks if saying[blank][1] == file])
    }
    for each in read:
        for finding in each.gathering.findings:
            if not _is_gap(finding):
                yield finding
            elif id(finding) in kept:
                yield kept[id(finding)]


def _is_gap(finding: Finding) -> bool:
    return finding.code in (VALUE_MISSING.code, ITEM_MISSING.code)


def _blanks(finding: Finding) -> list[_Blank]:
    return [(finding.agency, finding.period, item) for item in (finding.item, *finding.other_items)]


def _is_answered(blank: _Blank, figures: Figures, unusable: Set[Key]) -> bool:
    agency, period, item = blank
    if agency is None or period is None or item is None:
        return False
    key = Key(agency, item, Period.parse(period))
    return item in figures.of(agency, key.period) or key in unusable


def _is_asked(blank: _Blank, brief: Brief) -> bool:
    agency, period, item = blank
    return brief.is_still_asked(agency, item, period)


def _about(finding: Finding, blanks: Sequence[_Blank]) -> Finding:
    """The same finding about some of its blanks only."""
    item, *others = (item for _, _, item in blanks if item is not None)
    if len(blanks) == 1 + len(finding.other_items):
        return finding
    facts = {**finding.facts, "count": str(len(blanks))}
    return replace(finding, item=item, other_items=tuple(others), facts=facts)
