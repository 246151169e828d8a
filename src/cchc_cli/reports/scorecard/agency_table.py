"""The agencies of a level against their indicators, in signs and figures."""

from dataclasses import dataclass

from cchc_cli.language import Language
from cchc_cli.reports.outcome import reached
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard.place_words import peers_words
from cchc_cli.reports.wording import SIGN, status_texts
from cchc_cli.run import Run, Status
from cchc_cli.scorecards.scorecard import Card, Row, Table


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure with the sign of its verdict; empty where it is not asked."""

    tone: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One agency."""

    name: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class TableView:
    """One group of agencies."""

    title: str
    indicators: list[str]
    lines: list[Line]
    signs: str
    """What the signs say."""


def tables_of(run: Run, card: Card, language: Language) -> list[TableView]:
    """The tables of a level's card."""
    return [_table(run, table, language) for table in card.tables]


def _table(run: Run, table: Table, language: Language) -> TableView:
    names = {row.verdict.indicator: row.verdict.name for row in table.rows.values()}
    return TableView(
        title=peers_words(table.peers, language),
        indicators=[names[indicator].in_language(language) for indicator in table.indicators],
        lines=[
            Line(
                agency.name.in_language(language),
                [_cell(run, table.rows.get((agency.code, each)), language) for each in table.indicators],
            )
            for agency in table.agencies
        ],
        signs=_signs(table, language),
    )


def _cell(run: Run, row: Row | None, language: Language) -> Cell:
    if row is None:
        return Cell("", "")
    verdict = row.verdict
    figure = next(iter(reached(run, verdict, language)), "") if verdict.value is not None else ""
    return Cell(verdict.status.value, f"{SIGN[verdict.status]} {figure}".strip())


def _signs(table: Table, language: Language) -> str:
    """The signs that stand in the table, each with its words."""
    there = {row.verdict.status for row in table.rows.values()}
    spoken = status_texts(official=False)
    said = [
        f"{SIGN[status]} {spoken[status].in_language(language).lower()}"
        for status in Status
        if status in there
    ]
    return "; ".join([*said, words.NOT_ASKED.in_language(language)])
