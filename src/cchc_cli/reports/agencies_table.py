"""The registry for a terminal: what `cchc agencies list` prints, with what each agency became.

The listing is the plain data that `-f json` prints.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from cchc_cli.language import Language, Text
from cchc_cli.reports.page import Page

Listing = dict[str, Any]

_COLUMNS = (
    Text("Mã", "Code"),
    Text("Tên", "Name"),
    Text("Cấp", "Level"),
    Text("Thuộc", "Under"),
    Text("Từ", "From"),
    Text("Đến hết", "Until"),
)
_LEVELS = {
    "province": Text("Cấp tỉnh", "Province"),
    "district": Text("Cấp huyện", "District"),
    "commune": Text("Cấp xã", "Commune"),
}
_COUNT = Text("{n} dòng", "{n} rows")


def agencies_table(listing: Listing, every: Listing, language: Language, page: Page) -> str:
    """Each life of a listing on a line, and below its name, after an arrow, what it became.

    `every` is the whole listing, in which the successors are looked up.
    """
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in _COLUMNS:
        grid.add_column(page.text(heading.in_language(language)), overflow="fold")
    for agency in listing["agencies"]:
        name = page.text(agency["name"][language.value])
        for became in _became(agency, every, language):
            name.append("\n").append_text(page.text(f"→ {became}", "dim"))
        level = _LEVELS[agency["level"]].in_language(language)
        days = (_day(agency[end]) for end in ("valid_from", "valid_until"))
        cells = (agency["code"], level, agency["parent"] or "", *days)
        code, *others = (page.text(cell) for cell in cells)
        grid.add_row(code, name, *others)
    count = _COUNT.in_language(language).format(n=len(listing["agencies"]))
    return page.render(grid, page.text(count, "dim"))


def _became(agency: Listing, every: Listing, language: Language) -> Iterator[str]:
    """Each successor by its name on the day after, and its code where that is another."""
    if not agency["valid_until"] or not agency["successors"]:
        return
    day = date.fromisoformat(agency["valid_until"]) + timedelta(days=1)
    for code in agency["successors"]:
        lives = [life for life in every["agencies"] if life["code"] == code and _exists_on(life, day)]
        name = lives[0]["name"][language.value] if lives else ""
        yield f"{name} ({code})" if name and code != agency["code"] else name or code


def _exists_on(life: Listing, day: date) -> bool:
    written = day.isoformat()
    return (life["valid_from"] or "") <= written <= (life["valid_until"] or written)


def _day(written: str | None) -> str:
    return f"{date.fromisoformat(written):%d/%m/%Y}" if written else ""
