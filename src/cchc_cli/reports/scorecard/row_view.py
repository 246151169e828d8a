"""One indicator of a card in words: what was asked and reached, the verdict, the place, the movement."""

from dataclasses import dataclass

from markupsafe import Markup

from cchc_cli.language import Language
from cchc_cli.pace import Pace
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.pace_text import PACE
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.scorecard.movement_words import movement_lines
from cchc_cli.reports.scorecard.place_words import median_words, place_lines
from cchc_cli.reports.scorecard.strip import strip
from cchc_cli.reports.wording import ASPIRATIONAL, SIGN, note_words, status_words
from cchc_cli.run import Run
from cchc_cli.scorecards.scorecard import Row, Subject


@dataclass(frozen=True, slots=True)
class RowView:
    """One indicator of a card."""

    row: Row
    tone: str
    name: str
    scope: str
    """Set where it is not the card's own."""
    asked: list[str]
    reached: list[str]
    strip: Markup
    """A picture of value, bound and the middle of the group; empty where there is none to draw."""
    verdict: str
    remarks: list[str]
    place: list[str]
    movement: list[str]
    course: str


def row_view(run: Run, subject: Subject, row: Row, language: Language) -> RowView:
    """One row of the card of a subject, in words."""
    verdict = row.verdict
    remarks = [
        ASPIRATIONAL.in_language(language) if verdict.aspirational else "",
        missing(run, verdict, language),
        *note_words(verdict, language),
        PACE[verdict.pace.state].in_language(language)
        if isinstance(verdict.pace, Pace) and verdict.pace.state
        else "",
    ]
    is_own = (verdict.scope.kind, verdict.scope.code) == (subject.kind, subject.code)
    return RowView(
        row=row,
        tone=verdict.status.value,
        name=verdict.name.in_language(language),
        scope="" if is_own else verdict.scope.name.in_language(language),
        asked=asked(run, verdict, language),
        reached=reached(run, verdict, language),
        strip=_strip(run, row, language),
        verdict=f"{SIGN[verdict.status]} {status_words(verdict, language)}",
        remarks=[remark for remark in remarks if remark],
        place=place_lines(run, row, language),
        movement=movement_lines(run, row, language),
        course=row.movement.course.value,
    )


def _strip(run: Run, row: Row, language: Language) -> Markup:
    verdict = row.verdict
    said = [*reached(run, verdict, language)[:1], *asked(run, verdict, language)[:1]]
    median = None if row.place is None else float(row.place.median)
    if row.place is not None:
        said.append(median_words(run, row, row.place, language))
    return strip(verdict, median, "; ".join(said))
