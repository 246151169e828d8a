"""Which submissions count: those whose letter is dated until the cut-off.

The date of a file tells nothing.
"""

from dataclasses import replace
from datetime import date

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_submissions import SUBMISSION_AFTER_CUTOFF, SUBMISSION_UNDATED
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.submission_reading import ReadSubmission


def until_cutoff(read: ReadSubmission, cutoff: date | None) -> ReadSubmission:
    """The same submission; with nothing but the reason where it is dated after the cut-off.

    One without a date counts, and says so.
    """
    submission, gathering = read.submission, read.gathering
    if cutoff is None:
        return read
    place, day = Place(submission.path), f"{cutoff:%d/%m/%Y}"
    if submission.dated is None:
        if gathering.observations or gathering.set_aside:
            gathering.add(Finding(SUBMISSION_UNDATED, place, facts={"day": day}))
        return read
    if submission.dated <= cutoff:
        return read
    facts = {"sent": f"{submission.dated:%d/%m/%Y}", "cutoff": day}
    late = Finding(SUBMISSION_AFTER_CUTOFF, place, agency=submission.submitter, facts={**facts})
    return replace(read, gathering=Gathering(findings=[late]))
