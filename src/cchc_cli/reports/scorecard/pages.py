"""Scorecards as pages for a browser, one file each, that print on one or two sheets of A4."""

from collections.abc import Mapping

from markupsafe import Markup

from cchc_cli.language import Language
from cchc_cli.provenance import MARK
from cchc_cli.reports import missed
from cchc_cli.reports.found import CURE, NO_FINDINGS
from cchc_cli.reports.html.environment import page
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard import move_words, movement_words
from cchc_cli.reports.scorecard.agency_table import tables_of
from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.head import level_words, year_words
from cchc_cli.reports.scorecard.view import MOST_ABSENT, CardView
from cchc_cli.reports.wording import FOR_STEERING, READINGS

STYLES = ("scorecard.css",)
_LABELS = {
    "kicker": words.TITLE,
    "indicator": words.INDICATOR,
    "reached": words.REACHED,
    "verdict": words.VERDICT,
    "place": words.PLACE,
    "movement": words.MOVEMENT,
    "moves": move_words.TITLE,
    "missed": missed.TITLE,
    "how": move_words.HOW,
    "improved": movement_words.IMPROVED,
    "fell": movement_words.FELL,
    "findings": words.FINDINGS,
    "no_findings": NO_FINDINGS,
    "absent": words.ABSENT,
    "readings": READINGS,
    "made": words.MADE,
    "footer": FOR_STEERING,
    "index": words.INDEX,
    "rest": words.REST,
    "none": words.NONE,
    "cure": CURE,
    "clauses": words.CLAUSES,
    "agencies": words.AGENCIES,
    "agency": words.AGENCY,
}


def card_page(edition: Edition, view: CardView) -> bytes:
    """One card as a page."""
    scorecards, language = edition.scorecards, edition.language
    peers = view.card.subject.peers
    year = year_words(scorecards.year, language)
    return page(
        "scorecard.html.j2",
        language,
        f"{words.TITLE.in_language(language)}: {view.name}, {year}",
        styles=STYLES,
        view=view,
        subtitle=level_words(view.card, language) if peers else "",
        programme=scorecards.run.programme.title.in_language(language),
        rule=edition.rule if peers else "",
        legend=words.LEGEND_AMONG.in_language(language),
        plain_legend=words.LEGEND.in_language(language),
        more_absent=words.MORE.filled(n=len(view.absent) - MOST_ABSENT).in_language(language),
        most_absent=MOST_ABSENT,
        tables=tables_of(scorecards.run, view.card, language),
        made=edition.made,
        provenance=Markup(edition.provenance),
        mark=MARK,
        label=labels(language),
    )


def labels(language: Language) -> Mapping[str, str]:
    """The headings of a card."""
    return {name: text.in_language(language) for name, text in _LABELS.items()}
