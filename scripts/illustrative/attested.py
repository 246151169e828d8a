"""Yes-no items: what is done, since when, and by whom it was forgotten."""

from datetime import date, timedelta

from illustrative.chance import draw
from illustrative.stretch import YEARS, Stretch

Answer = date | str
YES, NO = "có", "không"

_DONE: dict[str, date | None] = {
    "one-stop-renewed": date(2025, 6, 12),
    "business-rules-cut": date(2023, 12, 14),
    "provincial-portal-connected": date(2022, 8, 16),
    "functions-delimited": date(2025, 11, 19),
    "administrative-units-rearranged-2025": date(2024, 11, 1),
    "administrative-units-rearranged-2030": None,
    "professional-staff-built": None,
    "midterm-review-held": date(2025, 10, 23),
    "institutions-basically-complete": None,
    "institutions-fully-complete": None,
    "one-stop-system-connected": date(2022, 11, 9),
    "digitised-information-reused": None,
    "government-data-opened": date(2024, 9, 26),
    "meeting-system-extended": date(2025, 3, 18),
    "data-platform-formed": None,
    "data-opened-to-organisations": None,
    "electronic-iso-completed": None,
}
"""The province's milestones, and the day each was reached; None: not yet in 2025."""

_STANDING = (
    "procedure-reform-pursued",
    "training-by-the-rules",
    "summary-report-sent",
    "legal-documents-corrected",
)
"""The province's duties, fulfilled every year."""

_LATE_PLANS = {"SLDTBXH": date(2021, 12, 6), "817": date(2021, 11, 29)}
_FORGOTTEN = {
    (2021, "SNGV", "yearly-plan-issued"),
    (2021, "825", "progress-report-sent"),
    (2022, "BQLKCN", "progress-report-sent"),
    (2023, "818", "yearly-plan-issued"),
    (2024, "TTRA", "progress-report-sent"),
}
_SMALL_OFFENCE = {(2023, "legal-documents-corrected")}


def attested_figures(of: Stretch) -> dict[str, Answer]:
    """The answers of an agency in one year; what it isn't asked for comes too."""
    answers: dict[str, Answer] = {}
    for item, day in _DONE.items():
        answers[item] = day if day is not None and day <= of.period.end else NO
    for item in _STANDING:
        answers[item] = NO if (of.year, item) in _SMALL_OFFENCE else YES
    return {**answers, **_plans_and_reports(of)}


def _plans_and_reports(of: Stretch) -> dict[str, Answer]:
    """The plan for the stage, once; then a plan and a report in every year."""
    sent = _LATE_PLANS.get(of.code) or _day(_since(date(2021, 10, 27), of), 20, of.code, "stage plan")
    answers: dict[str, Answer] = {
        "stage-plan-sent": sent,
        "yearly-plan-issued": _day(_since(date(of.year - 1, 12, 20), of), 42, of.code, of.year, "plan"),
        "progress-report-sent": _day(of.period.end - timedelta(days=24), 12, of.code, of.year, "report"),
    }
    if of.year == YEARS.start:
        answers["yearly-plan-issued"] = YES
    forgotten = {item: NO for year, code, item in _FORGOTTEN if (year, code) == (of.year, of.code)}
    return {**answers, **forgotten}


def _since(day: date, of: Stretch) -> date:
    """That day, or the first week's end of whoever began only later."""
    return max(day, of.origin.first_day + timedelta(days=7))


def _day(first: date, days: int, *names: str | int) -> date:
    """A working day within so many days."""
    day = first + timedelta(days=int(days * draw(*names)))
    return day - timedelta(days=max(0, day.weekday() - 4))
