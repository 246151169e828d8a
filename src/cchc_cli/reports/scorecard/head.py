"""What stands at the head of a card: who, when, compared with whom, and what was reported."""

from dataclasses import dataclass

from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.reporting_words import CUTOFF, PERIOD, REPORTED, REPORTING
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard.place_words import peers_words
from cchc_cli.reports.wording import period_words
from cchc_cli.run import ScopeKind
from cchc_cli.scorecards.scorecard import Card, Rules, Scorecards
from cchc_cli.standing.records import AgencyStanding
from cchc_cli.standing.words import fault_words, group_name, state_words

_LATE = Text("báo cáo ngày {day}, sau thời điểm chốt số liệu", "dated {day}, after the cut-off")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know about a card."""

    label: str
    words: str


def facts_of(scorecards: Scorecards, card: Card, language: Language) -> list[Fact]:
    """Period and cut-off, and for an agency who it is and what it has sent."""
    found = [(PERIOD, period_words(scorecards.year, language))]
    cutoff = scorecards.run.asked.cutoff if scorecards.run.asked else None
    if cutoff is not None:
        found.append((CUTOFF, f"{cutoff:%d/%m/%Y}"))
    if card.subject.kind is ScopeKind.AGENCY:
        found += _of_agency(card, language)
    if card.counts is not None:
        said = REPORTED.filled(n=card.counts.reported, all=card.counts.expected)
        found.append((REPORTING, said.in_language(language)))
    return [Fact(label.in_language(language), said) for label, said in found if said]


def rule_text(rules: Rules, language: Language) -> str:
    """When a place is told, with the numbers that decide it."""
    smallest = quantity_text(rules.smallest, language)
    own = sorted(set(rules.own_smallest.values()))
    if own:
        listed = "; ".join(quantity_text(number, language) for number in own)
        smallest += words.EXCEPT.filled(smallest=listed).in_language(language)
    return words.RULE.filled(smallest=smallest, fewest=rules.fewest).in_language(language)


def level_words(card: Card, language: Language) -> str:
    """The tier that an agency stands in, or what kind of card it is."""
    subject = card.subject
    if subject.peers is not None:
        return group_name(subject.peers.level, subject.peers.pooled).in_language(language)
    return words.KIND[subject.kind].in_language(language)


def _of_agency(card: Card, language: Language) -> list[tuple[Text, str]]:
    subject = card.subject
    found = [(words.CODE, subject.code)]
    if subject.parent is not None:
        found.append((words.PARENT, subject.parent.in_language(language)))
    if subject.peers is not None:
        found.append((words.PEERS, peers_words(subject.peers, language)))
    if card.standing is not None:
        found.append((words.REPORT, _report(card, card.standing, language)))
    return found


def _report(card: Card, standing: AgencyStanding, language: Language) -> str:
    """Whether its report is there and complete, and what is to be mended in it."""
    parts = [state_words(standing, language)]
    if card.late is not None:
        parts = [_LATE.filled(day=f"{card.late:%d/%m/%Y}").in_language(language)]
    parts.append(words.ITEMS.filled(n=standing.items_in, all=standing.items_due).in_language(language))
    parts.append(fault_words(standing, language))
    return "; ".join(part for part in parts if part)


def year_words(year: str, language: Language) -> str:
    """The year in a sentence."""
    return Period.parse(year).words_in_a_sentence.in_language(language)
