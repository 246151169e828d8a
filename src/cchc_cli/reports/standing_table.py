"""Who has sent what, for a terminal: counts first, then whom to remind, then the rest."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText

from cchc_cli.language import Language, Text
from cchc_cli.reports.page import Page
from cchc_cli.reports.standing_words import (
    LEFT_OUT,
    NOTHING_EXPECTED,
    OTHERS,
    SEE_FINDINGS,
    TO_REMIND,
    columns,
    headline,
    how_many_more,
    letter_words,
    title_count,
    unplaced_words,
)
from cchc_cli.standing.arrangement import Shortcoming, by_parent, others, reminders
from cchc_cli.standing.records import AgencyStanding, Group, Standing
from cchc_cli.standing.words import (
    DISTRICT,
    GROUP,
    SHORTCOMING,
    TITLE,
    UNPLACED,
    fault_words,
    period_line,
    state_words,
)

MOST_REMINDED = 60
"""Agencies shown for one reason; a terminal is no place for thousands of rows."""
MOST_OTHERS = 25
MOST_FILES = 10

_HEADINGS = (
    Text("Đơn vị", "Agency"),
    Text("Tình trạng", "State"),
    Text("Số liệu", "Items"),
    Text("Văn bản", "Letter"),
)
_ALL = Text("Cộng", "All")
_COUNT_WIDTH = 7
_STYLE = {
    Shortcoming.MISSING: "bold red",
    Shortcoming.ERRORS: "red",
    Shortcoming.LATE: "yellow",
    Shortcoming.INCOMPLETE: "yellow",
    Shortcoming.UNEXPLAINED: "yellow",
}


def standing_table(standing: Standing, language: Language, page: Page) -> str:
    """The whole report as text that is ready to be printed."""
    return page.render(*_parts(standing, language, page))


def _parts(standing: Standing, language: Language, page: Page) -> Iterator[RenderableType]:
    yield page.text(TITLE.in_language(language).upper(), "bold")
    yield page.text(period_line(standing, language))
    if not standing.agencies:
        yield page.text(NOTHING_EXPECTED.in_language(language))
        return
    yield page.text(headline(standing, language), "bold")
    yield ""
    yield _overview(standing, standing.groups, GROUP, language, page)
    if standing.districts:
        yield ""
        yield _overview(standing, standing.districts, DISTRICT, language, page)
    yield from _unplaced(standing, language, page)
    yield from _reminders(standing, language, page)
    yield from _others(standing, language, page)


def _overview(
    standing: Standing, groups: Sequence[Group], heading: Text, language: Language, page: Page
) -> Table:
    """One line a group, and all of them together where they are more than one."""
    shown = columns(standing)
    grid = _grid()
    grid.add_column(page.text(heading.in_language(language)), ratio=1, overflow="fold")
    for words, _ in shown:
        grid.add_column(page.text(words.in_language(language)), justify="right", width=_COUNT_WIDTH)
    rows = [(group.name.in_language(language), group.counts) for group in groups]
    if groups is standing.groups and len(groups) > 1:
        rows.append((_ALL.in_language(language), standing.total))
    for name, counts in rows:
        grid.add_row(page.text(name), *(count(counts) for _, count in shown))
    return grid


def _reminders(standing: Standing, language: Language, page: Page) -> Iterator[RenderableType]:
    found = reminders(standing.agencies)
    if not found:
        return
    count = sum(len(reminder.agencies) for reminder in found)
    yield ""
    yield page.text(title_count(TO_REMIND, count, language).upper(), "bold underline")
    for reminder in found:
        title = title_count(SHORTCOMING[reminder.shortcoming], len(reminder.agencies), language)
        yield ""
        yield page.text(title, _STYLE[reminder.shortcoming])
        yield from _agencies(reminder.agencies, MOST_REMINDED, language, page)
    if standing.total.with_errors or standing.total.to_explain:
        yield ""
        yield page.text(SEE_FINDINGS.in_language(language), "dim")


def _others(standing: Standing, language: Language, page: Page) -> Iterator[RenderableType]:
    rest = others(standing.agencies)
    if not rest:
        return
    yield ""
    yield page.text(title_count(OTHERS, len(rest), language).upper(), "bold underline")
    yield from _agencies(rest, MOST_OTHERS, language, page)


def _agencies(
    agencies: Sequence[AgencyStanding], most: int, language: Language, page: Page
) -> Iterator[RenderableType]:
    grid = _grid()
    for heading, ratio in zip(_HEADINGS, (6, 5, None, 4), strict=True):
        words = page.text(heading.in_language(language))
        if ratio is None:
            grid.add_column(words, width=_COUNT_WIDTH, justify="right")
        else:
            grid.add_column(words, ratio=ratio, overflow="fold")
    shown = agencies if page.whole else agencies[:most]
    for parent, members in by_parent(shown):
        if parent is not None:
            grid.add_row(page.text(parent.in_language(language), "italic"))
        for agency in members:
            grid.add_row(*_cells(agency, parent is not None, language, page))
    yield grid
    if len(agencies) > len(shown):
        yield page.text(how_many_more(len(agencies) - len(shown), language), "yellow")
        yield page.text(LEFT_OUT.in_language(language), "yellow")


def _cells(agency: AgencyStanding, below: bool, language: Language, page: Page) -> tuple[RenderableType, ...]:
    name = page.text(f"{agency.name.in_language(language)} ({agency.code})")
    states = [state_words(agency, language), fault_words(agency, language)]
    return (
        Padding(name, (0, 0, 0, 2 if below else 0)),
        RichText("\n").join(page.text(line) for line in states if line),
        f"{agency.items_in}/{agency.items_due}",
        page.text(letter_words(agency, language)),
    )


def _unplaced(standing: Standing, language: Language, page: Page) -> Iterator[RenderableType]:
    files = standing.unplaced
    if not files:
        return
    yield ""
    yield page.text(title_count(UNPLACED, len(files), language).upper(), "bold underline")
    shown = files if page.whole else files[:MOST_FILES]
    for file in shown:
        yield page.indented(unplaced_words(file, language))
    if len(files) > len(shown):
        yield page.text(how_many_more(len(files) - len(shown), language), "yellow")


def _grid() -> Table:
    return Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
