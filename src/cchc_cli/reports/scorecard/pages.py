"""Scorecards as pages for a browser, one file each, that print on one or two sheets of A4."""

from collections.abc import Mapping

from markupsafe import Markup

from cchc_cli.language import Language
from cchc_cli.provenance import MARK, provenance_of
from cchc_cli.reports.html.environment import page
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard import move_words, movement_words
from cchc_cli.reports.scorecard.head import level_words, rule_text, year_words
from cchc_cli.reports.scorecard.view import CardView
from cchc_cli.reports.sinks import script_json
from cchc_cli.reports.wording import FOR_STEERING, READINGS
from cchc_cli.run import Run
from cchc_cli.scorecards.scorecard import Scorecards

FORMAT = "scorecard"
_STYLES = ("card.css",)
_LABELS = {
    "kicker": words.TITLE,
    "rows": words.ROWS,
    "indicator": words.INDICATOR,
    "reached": words.REACHED,
    "asked": words.ASKED,
    "verdict": words.VERDICT,
    "place": words.PLACE,
    "movement": words.MOVEMENT,
    "official": words.OFFICIAL,
    "moves": move_words.TITLE,
    "no_moves": move_words.NOTHING,
    "how": move_words.HOW,
    "improved": movement_words.IMPROVED,
    "fell": movement_words.FELL,
    "findings": words.FINDINGS,
    "no_findings": words.NO_FINDINGS,
    "absent": words.ABSENT,
    "readings": READINGS,
    "made": words.MADE,
    "footer": FOR_STEERING,
    "index": words.INDEX,
}


def card_page(scorecards: Scorecards, view: CardView, language: Language) -> bytes:
    """One card as a page."""
    card = view.card
    return page(
        "card.html.j2",
        language,
        f"{words.TITLE.in_language(language)}: {view.name}, {year_words(scorecards.year, language)}",
        styles=_STYLES,
        view=view,
        subtitle=level_words(card, language),
        programme=scorecards.run.programme.title.in_language(language),
        rule=rule_text(scorecards.rules, language) if card.subject.peers else "",
        made=made_lines(scorecards.run, language),
        provenance=provenance_json(scorecards.run, with_inputs=False),
        mark=MARK,
        label=labels(language),
    )


def labels(language: Language) -> Mapping[str, str]:
    """The headings of a card."""
    return {name: text.in_language(language) for name, text in _LABELS.items()}


def made_lines(run: Run, language: Language) -> list[str]:
    """With what a card was made, from what."""
    provenance = provenance_of(run, FORMAT, with_inputs=False)
    lines = [
        words.MADE_WITH.filled(
            version=run.tool.version, catalogue=run.catalogue_sha256, agencies=run.agencies_sha256
        )
    ]
    if provenance is not None:
        lines.append(words.FILES.filled(n=provenance.files, digest=provenance.inputs_sha256))
    return [line.in_language(language) for line in lines]


def provenance_json(run: Run, with_inputs: bool) -> Markup:
    """The record of what it was made from, for a script element; the index has the hash of every input."""
    provenance = provenance_of(run, FORMAT, with_inputs)
    return Markup(script_json(provenance.model_dump(mode="json") if provenance else None))
