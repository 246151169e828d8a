"""How many rows of a card have which verdict: official ones apart from those for steering."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_cli.language import Language, Text
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.wording import status_texts
from cchc_cli.run import ScopeKind, Status, Verdict
from cchc_cli.scorecards.scorecard import Card


@dataclass(frozen=True, slots=True)
class Tile:
    """How many rows have one verdict."""

    tone: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """The verdicts of a card counted, official ones apart from those for steering."""

    title: str
    tiles: list[Tile]


def tiles_of(card: Card, language: Language) -> Iterator[Tiles]:
    """The rows of a card counted; an agency's own, or those for steering, first."""
    verdicts = [row.verdict for row in card.rows if not row.verdict.aspirational]
    official = [verdict for verdict in verdicts if verdict.official]
    steering = [verdict for verdict in verdicts if not verdict.official]
    for counted in (steering, official):
        if counted:
            title = title_of(card, counted is official).in_language(language)
            yield Tiles(title, _counted(counted, language))


def _counted(verdicts: Sequence[Verdict], language: Language) -> list[Tile]:
    counts = Counter(verdict.status for verdict in verdicts)
    names = status_texts(verdicts[0].official)
    return [
        Tile(status.value, counts[status], names[status].in_language(language))
        for status in Status
        if counts[status]
    ]


def title_of(card: Card, official: bool) -> Text:
    """What the official rows of a card are called, and the others."""
    if card.subject.kind is ScopeKind.AGENCY:
        return words.OFFICIAL if official else words.OWN
    return words.OFFICIAL_LEVEL if official else words.STEERING
