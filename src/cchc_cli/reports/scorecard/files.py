"""A set of scorecards as files: what each is called, and what stands in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cchc_cli.outgoing.file_names import unique_names
from cchc_cli.plain_text import without_tones
from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.formats import CARD_FORMATS
from cchc_cli.reports.scorecard.view import card_view
from cchc_cli.run import ScopeKind
from cchc_cli.scorecards.scorecard import Card, Subject

INDEX = "index.html"
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_POOLED = {
    "province": "toan-tinh",
    "level province": "cap-tinh",
    "level district": "cap-huyen",
    "level commune": "cap-xa",
}


@dataclass(frozen=True, slots=True)
class CardFile:
    """One card, and the name of its files without suffix."""

    card: Card
    stem: str

    def named(self, format_name: str) -> str:
        """The file of one format."""
        return f"{self.stem}{CARD_FORMATS[format_name].suffix}"


def card_files(cards: Iterable[Card]) -> list[CardFile]:
    """A name for each card, from its code and Vietnamese name, whatever the language; no two alike."""
    listed = list(cards)
    stems = unique_names(_stem(card.subject) for card in listed)
    return [CardFile(card, stem) for card, stem in zip(listed, stems, strict=True)]


def contents(edition: Edition, file: CardFile, formats: Sequence[str]) -> Mapping[str, bytes]:
    """The files of one card by their names."""
    view = card_view(edition, file.card)
    return {file.named(name): CARD_FORMATS[name].write(edition, view) for name in formats}


def slug(text: str) -> str:
    """Bare letters and digits joined by hyphens.

    >>> slug("Thành phố Mỹ Tho")
    'thanh-pho-my-tho'
    """
    return _NO_LETTER.sub("-", without_tones(text)).strip("-")[:_LONGEST].strip("-")


def _stem(subject: Subject) -> str:
    if subject.kind is ScopeKind.AGENCY:
        code = _NO_LETTER.sub("-", without_tones(subject.code)).strip("-")
        return "-".join(part for part in (code.upper(), slug(subject.name.vi)) if part)
    kind = subject.code if subject.kind is ScopeKind.PROVINCE else f"level {subject.code}"
    return _POOLED[kind]
