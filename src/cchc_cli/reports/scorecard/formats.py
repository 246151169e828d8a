"""The formats of scorecards by name; what writes them is imported when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.view import CardView

WriteCard: TypeAlias = Callable[[Edition, CardView], bytes]


def _nothing_to_check() -> None:
    """Everything that is needed comes with the program."""


@dataclass(frozen=True, slots=True)
class CardFormat:
    """How a card is written; `extra` is what must be installed beside `cchc-cli` for it."""

    write: WriteCard
    suffix: str
    extra: str | None = None
    is_slow: bool = False
    """Whether several cards are better written side by side."""
    check: Callable[[], None] = _nothing_to_check
    """Raises what tells its user why it cannot be written on this machine."""


def _html(edition: Edition, view: CardView) -> bytes:
    from cchc_cli.reports.scorecard.pages import card_page

    return card_page(edition, view)


CARD_FORMATS: dict[str, CardFormat] = {
    "html": CardFormat(_html, ".html"),
}
