"""The formats of scorecards by name; what writes them is imported when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.language import Text
from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.view import CardView

WriteCard: TypeAlias = Callable[[Edition, CardView], bytes]


def _nothing_lacks() -> None:
    """Everything that is needed comes with the program."""


@dataclass(frozen=True, slots=True)
class CardFormat:
    """How a card is written; `extra` is what must be installed beside `cchc-cli` for it."""

    write: WriteCard
    suffix: str
    extra: str | None = None
    is_slow: bool = False
    """Whether several cards are better written side by side."""
    why_not: Callable[[], Text | None] = _nothing_lacks
    """Why it cannot be written on this machine."""


def _html(edition: Edition, view: CardView) -> bytes:
    from cchc_cli.reports.scorecard.pages import card_page

    return card_page(edition, view)


def _xlsx(edition: Edition, view: CardView) -> bytes:
    from cchc_cli.reports.scorecard.workbook import card_workbook

    return card_workbook(edition, view)


def _pdf(edition: Edition, view: CardView) -> bytes:
    from cchc_cli.reports.scorecard.pdf import card_pdf

    return card_pdf(edition, view)


def _pdf_lacks() -> Text | None:
    from cchc_cli.reports.scorecard.pdf import why_not

    return why_not()


CARD_FORMATS: dict[str, CardFormat] = {
    "html": CardFormat(_html, ".html"),
    "xlsx": CardFormat(_xlsx, ".xlsx"),
    "pdf": CardFormat(_pdf, ".pdf", extra="pdf", is_slow=True, why_not=_pdf_lacks),
}
