"""The page that leads to every card: by level, by district, and by whatever is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cchc_cli.language import Language
from cchc_cli.plain_text import without_tones
from cchc_cli.provenance import MARK
from cchc_cli.reports.html.environment import page
from cchc_cli.reports.reporting_words import REPORTED
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard.edition import Edition, provenance_json
from cchc_cli.reports.scorecard.files import CardFile
from cchc_cli.reports.scorecard.head import level_words, year_words
from cchc_cli.reports.scorecard.pages import STYLES, labels
from cchc_cli.run import ScopeKind
from cchc_cli.scorecards.scorecard import Card
from cchc_cli.standing.words import STATE, fault_words

_SEARCH = {
    "search": words.SEARCH,
    "all": words.ALL,
    "nothing": words.NOTHING_FOUND,
    "parent": words.PARENT,
    "faults": words.FAULTS,
    "report": words.REPORT,
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One card in the list."""

    name: str
    code: str
    files: list[tuple[str, str]]
    parent: str
    found_by: str
    """What is typed to find it, in bare letters."""
    report: str
    faults: str
    """What is to be mended or explained in it."""


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    entries: list[_Entry]


def index_page(edition: Edition, files: Sequence[CardFile], formats: Sequence[str]) -> bytes:
    """The index of the cards that were written."""
    scorecards, language = edition.scorecards, edition.language
    groups = _groups(files, formats, language)
    parents = sorted({entry.parent for group in groups for entry in group.entries if entry.parent})
    return page(
        "scorecard-index.html.j2",
        language,
        f"{words.INDEX.in_language(language)}, {year_words(scorecards.year, language)}",
        script="scorecard-index.js",
        styles=STYLES,
        groups=groups,
        parents=parents,
        year=year_words(scorecards.year, language),
        programme=scorecards.run.programme.title.in_language(language),
        made=edition.made,
        provenance=Markup(provenance_json(scorecards.run, with_inputs=True)),
        mark=MARK,
        label={**labels(language), **_spoken(language)},
    )


def _spoken(language: Language) -> Mapping[str, str]:
    return {name: text.in_language(language) for name, text in _SEARCH.items()}


def _groups(files: Sequence[CardFile], formats: Sequence[str], language: Language) -> list[_Group]:
    groups: dict[str, list[_Entry]] = {}
    for file in files:
        is_agency = file.card.subject.kind is ScopeKind.AGENCY
        name = level_words(file.card, language) if is_agency else words.POOLED.in_language(language)
        groups.setdefault(name, []).append(_entry(file, formats, language))
    return [_Group(name, entries) for name, entries in groups.items()]


def _entry(file: CardFile, formats: Sequence[str], language: Language) -> _Entry:
    card, subject = file.card, file.card.subject
    name = subject.name.in_language(language)
    parent = subject.parent.in_language(language) if subject.parent else ""
    return _Entry(
        name=name,
        code=subject.code if subject.kind is ScopeKind.AGENCY else "",
        files=[(format_name.upper(), file.named(format_name)) for format_name in formats],
        parent=parent,
        found_by=without_tones(f"{name} {subject.code} {parent}"),
        report=_report(card, language),
        faults=fault_words(card.standing, language) if card.standing else "",
    )


def _report(card: Card, language: Language) -> str:
    standing = card.standing
    if standing is not None:
        items = words.ITEMS.filled(n=standing.items_in, all=standing.items_due)
        return f"{STATE[standing.state].in_language(language)}; {items.in_language(language)}"
    if card.counts is not None:
        return REPORTED.filled(n=card.counts.reported, all=card.counts.expected).in_language(language)
    return ""
