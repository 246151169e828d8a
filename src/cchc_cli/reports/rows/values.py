"""What stands in the columns of the tidy table that are more than a field of a verdict."""

from datetime import date
from operator import attrgetter

from cchc_cli.language import Language
from cchc_cli.pace import Pace
from cchc_cli.period import Period
from cchc_cli.reports import wording
from cchc_cli.reports.rows.column import Value
from cchc_cli.run import Run, Verdict

JOINED = "; "
"""Between the parts of a cell that holds several."""


def area_name(run: Run, verdict: Verdict, language: Language) -> str:
    """What the area is called; its code where nobody says."""
    return wording.area_name(run, verdict.area, language)


def lead_name(run: Run, verdict: Verdict, language: Language) -> Value:
    """What the agency that answers for the target is called."""
    return wording.lead_name(run, verdict, language) or None


def baseline(run: Run, verdict: Verdict, language: Language) -> Value:
    """The period that a change is measured against."""
    terms = run.glossary.indicators.get(verdict.indicator)
    return terms.baseline if terms else None


def period_start(run: Run, verdict: Verdict, language: Language) -> date:
    """The first day of the period."""
    return Period.parse(verdict.period).start


def period_end(run: Run, verdict: Verdict, language: Language) -> date:
    """The last day of the period."""
    return Period.parse(verdict.period).end


def cited(verdict: Verdict, part: str) -> str:
    """A part of every clause."""
    return JOINED.join(str(getattr(citation, part)) for citation in verdict.citations)


def following(verdict: Verdict, part: str) -> Value:
    """A part of the next target."""
    return _part(verdict.next, part)


def last_known(verdict: Verdict, part: str) -> Value:
    """A part of the last verdict of a level that has ended."""
    return _part(verdict.last_known, part)


def pace(verdict: Verdict, *path: str) -> Value:
    """A part of the estimate, by its names in the JSON; nothing where there is none."""
    part: object = verdict.pace if isinstance(verdict.pace, Pace) else None
    for name in path:
        part = None if part is None else getattr(part, name)
    return _as_value(part)


def _part(record: object, name: str) -> Value:
    return None if record is None else _as_value(attrgetter(name)(record))


def _as_value(part: object) -> Value:
    return part if isinstance(part, str | int | float | date) else None
