"""A card as its reader sees it: every figure and verdict in words, in the order in which they stand.

What page and workbook share; strings here are plain words, escaped only where they are laid out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_cli.language import Language
from cchc_cli.reports.found import explanation_text, kind_title, where
from cchc_cli.reports.headline import headline
from cchc_cli.reports.missed import missed_lines
from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.head import Fact, facts_of
from cchc_cli.reports.scorecard.move_words import MoveWords, move_words, no_moves_words
from cchc_cli.reports.scorecard.movement_words import no_past_words
from cchc_cli.reports.scorecard.row_view import RowView, row_view
from cchc_cli.reports.scorecard.tiles import Tiles, tiles_of, title_of
from cchc_cli.reports.sections import Clause, clauses, readings
from cchc_cli.reports.wording import (
    SEVERITY,
    area_name,
)
from cchc_cli.run import FindingRecord, Run, ScopeKind
from cchc_cli.scorecards.scorecard import Card, Course
from cchc_cli.standing.words import fault_words, state_words

MOST_MOVES = 3
"""Actions that a card shows."""
MOST_MISSED = 7
"""Missed targets that the card of a level or the province names first."""
MOST_ABSENT = 12
"""Agencies that the card of a level names before it says how many more are missing."""


@dataclass(frozen=True, slots=True)
class AreaView:
    """The indicators of one area."""

    name: str
    rows: list[RowView]


@dataclass(frozen=True, slots=True)
class PartView:
    """The official rows of a card, or those for steering: never both in one table."""

    title: str
    areas: list[AreaView]
    is_ranked: bool
    """Whether its rows have places among peers."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """What is to be done about one finding."""

    tone: str
    severity: str
    title: str
    message: str
    where: str
    cure: str
    explanation: str


@dataclass(frozen=True, slots=True)
class AbsentView:
    """An agency that a level or the province waits for."""

    name: str
    state: str
    faults: str


@dataclass(frozen=True, slots=True)
class CardView:
    """One card, in one language."""

    card: Card
    name: str
    facts: list[Fact]
    headline: list[str]
    tiles: list[Tiles]
    missed: list[str]
    """Of a level or the province: the official targets that are missed, one line each."""
    moves: list[MoveWords]
    no_moves: str
    """Why there is no action."""
    no_past: str
    """Why nothing can be held against last year, where it is one reason for all."""
    improved: list[RowView]
    fell: list[RowView]
    parts: list[PartView]
    findings: list[FindingView]
    absent: list[AbsentView]
    clauses: list[Clause]
    readings: list[str]

    @property
    def is_agency(self) -> bool:
        return self.card.subject.kind is ScopeKind.AGENCY

    @property
    def has_past(self) -> bool:
        """Whether anything can be held against last year."""
        return any(row.movement.course is not Course.UNKNOWN for row in self.card.rows)


def card_view(edition: Edition, card: Card) -> CardView:
    """The card in words."""
    scorecards, language = edition.scorecards, edition.language
    run = own_run(scorecards.run, card)
    rows = [row_view(run, card.subject, row, language) for row in card.rows]
    codes = dict.fromkeys(
        code for row in card.rows if row.verdict.reading for code in row.verdict.reading.split(", ")
    )
    return CardView(
        card=card,
        name=card.subject.name.in_language(language),
        facts=facts_of(scorecards, card, language),
        headline=headline(run, language),
        tiles=list(tiles_of(card, language)),
        missed=[] if card.subject.peers else missed_lines(run, language, MOST_MISSED),
        moves=[move_words(run, move, language) for move in card.moves[:MOST_MOVES]],
        no_moves=no_moves_words(card, language),
        no_past=no_past_words(card, language),
        improved=_course(rows, Course.IMPROVED),
        fell=_course(rows, Course.FELL),
        parts=list(_parts(run, card, rows, language)),
        findings=[_finding(finding, language) for finding in card.findings],
        absent=[
            AbsentView(
                agency.name.in_language(language),
                state_words(agency, language),
                fault_words(agency, language),
            )
            for agency in card.absent
        ],
        clauses=clauses(run, run.verdicts, language),
        readings=readings(run, codes, language),
    )


def own_run(run: Run, card: Card) -> Run:
    """The run with the verdicts of one card, and nothing found."""
    verdicts = [row.verdict for row in card.rows]
    return run.model_copy(update={"verdicts": verdicts, "findings": [], "observations": None})


def _parts(run: Run, card: Card, rows: Sequence[RowView], language: Language) -> Iterator[PartView]:
    """An agency's own rows first; of a level its official ones."""
    is_agency = card.subject.kind is ScopeKind.AGENCY
    for official in (False, True) if is_agency else (True, False):
        found = [row for row in rows if row.row.verdict.official is official]
        if found:
            title = title_of(card, official).in_language(language)
            yield PartView(title, _areas(run, found, language), is_ranked=is_agency and not official)


def _areas(run: Run, rows: Iterable[RowView], language: Language) -> list[AreaView]:
    areas: dict[str, list[RowView]] = {}
    for row in rows:
        areas.setdefault(row.row.verdict.area, []).append(row)
    return [AreaView(area_name(run, area, language), found) for area, found in areas.items()]


def _course(rows: Iterable[RowView], course: Course) -> list[RowView]:
    """The rows that went one way, the farthest first."""
    found = [row for row in rows if row.row.movement.course is course]
    return sorted(found, key=lambda row: -abs(row.row.movement.difference or Fraction(0)))


def _finding(finding: FindingRecord, language: Language) -> FindingView:
    return FindingView(
        tone=finding.severity.value,
        severity=SEVERITY[finding.severity].in_language(language),
        title=kind_title(finding.code, language),
        message=finding.message,
        where=where(finding) if finding.file else "",
        cure=finding.hint,
        explanation=explanation_text(finding, language),
    )
