"""The findings of the reception: who has not reported, who was late, of whom nobody can tell."""

from datetime import date

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_submissions import SUBMISSION_LATE, SUBMISSION_MISSING, SUBMISSION_UNDATED
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.reception.arrivals import Arrival


def missing(code: str, name: Text, period: Period) -> Finding:
    """Nothing has come of an agency."""
    facts: dict[str, str | Text] = {"agency_name": name, "period_words": period.words_in_a_sentence}
    return Finding(SUBMISSION_MISSING, agency=code, period=str(period), facts=facts)


def late(code: str, name: Text, period: Period, arrival: Arrival, deadline: date) -> Finding:
    """Its report is dated after the deadline."""
    sent = arrival.submission.dated
    facts: dict[str, str | Text] = {
        "agency_name": name,
        "period_words": period.words_in_a_sentence,
        "sent": f"{sent:%d/%m/%Y}" if sent else "",
        "due": f"{deadline:%d/%m/%Y}",
    }
    place = Place(arrival.submission.path)
    return Finding(SUBMISSION_LATE, place, agency=code, period=str(period), facts=facts)


def undated(period: Period, arrival: Arrival, deadline: date) -> Finding:
    """A workbook has no date to hold against the deadline, whoever it speaks of."""
    facts: dict[str, str | Text] = {"day": f"{deadline:%d/%m/%Y}"}
    submission = arrival.submission
    place = Place(submission.path)
    return Finding(SUBMISSION_UNDATED, place, agency=submission.submitter, period=str(period), facts=facts)
