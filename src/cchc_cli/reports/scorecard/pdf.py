"""A card as a PDF, made from its page by WeasyPrint; the same bytes for the same card."""

import hashlib
import logging
from importlib import import_module
from typing import NoReturn

from cchc_cli.language import Text
from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.pages import card_page
from cchc_cli.reports.scorecard.view import CardView

_NO_LIBRARY = Text(
    "máy thiếu thư viện Pango để vẽ chữ ({cause}); trên Debian, Ubuntu: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0; hệ khác: xem hướng dẫn cài đặt WeasyPrint",
    "the machine lacks Pango, which draws the letters ({cause}); on Debian and Ubuntu: apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; elsewhere see how WeasyPrint is installed",
)


def card_pdf(edition: Edition, view: CardView) -> bytes:
    """One card as a document of A4 sheets; nothing is loaded for it but the fonts of the machine."""
    from weasyprint import HTML

    # It warns of every rule of our style that only screens know.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    page = card_page(edition, view)
    identifier = hashlib.sha256(page).hexdigest().encode("ascii")
    document = HTML(string=page.decode("utf-8"), url_fetcher=_nothing)
    return bytes(document.write_pdf(pdf_identifier=identifier))


def why_not() -> Text | None:
    """What the machine lacks to draw a PDF; None where nothing."""
    try:
        import_module("weasyprint")
    except OSError as error:
        cause = str(error).partition("\n")[0]
        return _NO_LIBRARY.filled(cause=cause)
    return None


def _nothing(address: str) -> NoReturn:
    raise ValueError(f"a card loads nothing: {address}")
