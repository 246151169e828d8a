"""Which submissions count: those whose letter is dated until the cut-off.

The date of a file tells nothing.
"""

from datetime import date

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_submissions import SUBMISSION_AFTER_CUTOFF, SUBMISSION_UNDATED
from cchc_cli.intake.gathering import Gathering
from cchc_cli.observation import Submission


def until_cutoff(submission: Submission, gathering: Gathering, cutoff: date | None) -> Gathering:
    """What counts of a submission: nothing but the reason where it is dated after the cut-off.

    One without a date counts, and says so.
    """
    if cutoff is None:
        return gathering
    place, day = Place(submission.path), f"{cutoff:%d/%m/%Y}"
    if submission.dated is None:
        if gathering.observations or gathering.set_aside:
            gathering.add(Finding(SUBMISSION_UNDATED, place, facts={"day": day}))
        return gathering
    if submission.dated <= cutoff:
        return gathering
    facts = {"sent": f"{submission.dated:%d/%m/%Y}", "cutoff": day}
    late = Finding(SUBMISSION_AFTER_CUTOFF, place, agency=submission.submitter, facts={**facts})
    return Gathering(findings=[late])
