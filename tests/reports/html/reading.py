"""The page as it is read by tests."""

import re
from html.parser import HTMLParser
from typing import Any

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.formats import PAPER_FORMATS
from cchc_cli.reports.presentation import Presentation


def written(dossier: Dossier, language: Language = Language.VI) -> str:
    return PAPER_FORMATS["html"].write(dossier, Presentation(language)).decode("utf-8")


class Words(HTMLParser):
    """The words a reader sees, a line for each piece of text; the first page ends where the areas begin."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.headings: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._hidden += tag in ("script", "style")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        line = " ".join(data.split())
        if line and not self._hidden:
            self.lines.append(line)


def read(page: str) -> Words:
    parser = Words()
    parser.feed(page)
    return parser


def first_page(page: str) -> str:
    return page[page.index('class="sheet masthead') : page.index('id="by-area"')]


def text_of(page: str) -> str:
    return " ".join(read(page).lines)


def script(page: str, name: str) -> str:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return found[1]
