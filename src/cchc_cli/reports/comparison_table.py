"""What changed, for a terminal: the headline, then list by list."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as RichText

from cchc_cli.comparison.comparison import Comparison
from cchc_cli.language import Language, Text
from cchc_cli.reports.comparison_parts import Cell, Part, Parts
from cchc_cli.reports.comparison_words import (
    NEW,
    NEW_FINDINGS,
    NOTHING_CHANGED,
    OLD,
    TITLE,
    headline,
    is_unchanged,
    period_lines,
    remark_lines,
    side_line,
)
from cchc_cli.reports.findings_table import MOST_FINDINGS, findings_lines
from cchc_cli.reports.page import Page

MOST_ROWS = 15
"""Rows shown of one list; a terminal is no place for thousands."""
_NUMBER_WIDTH = 10

_LEFT_OUT = Text(
    "Bảng không hiện hết; xem đủ bằng -o so-sanh.txt, -o so-sanh.md hoặc -f json.",
    "The table leaves out some; -o comparison.txt, -o comparison.md or -f json has them all.",
)


def comparison_table(comparison: Comparison, language: Language, page: Page) -> str:
    """The whole report as text that is ready to be printed."""
    return page.render(*_lines(comparison, language, page))


def _lines(comparison: Comparison, language: Language, page: Page) -> Iterator[RenderableType]:
    yield page.text(TITLE.in_language(language).upper(), "bold")
    yield page.text(comparison.new.run.programme.title.in_language(language))
    for side, label in ((comparison.old, OLD), (comparison.new, NEW)):
        yield page.text(side_line(side, label, language))
    for line in period_lines(comparison.periods, language):
        yield page.text(line)
    for line in remark_lines(comparison, language):
        yield page.text(line, "yellow")
    yield ""
    if is_unchanged(comparison):
        yield page.text(NOTHING_CHANGED.in_language(language), "bold")
        return
    yield page.text(headline(comparison, language), "bold")
    parts = Parts(comparison, language, None if page.whole else MOST_ROWS)
    yield ""
    yield _grid(parts.overview(), page)
    shown = [*parts.changes(), parts.fixed()]
    for part in shown[:-1]:
        yield from _part(part, language, page)
    yield from _new_findings(comparison, language, page)
    if shown[-1].rows:
        yield from _part(shown[-1], language, page)
    if any(part.hidden for part in shown):
        yield ""
        yield page.text(_LEFT_OUT.in_language(language), "yellow")


def _part(part: Part, language: Language, page: Page) -> Iterator[RenderableType]:
    yield ""
    yield page.text(part.title.upper(), "bold underline")
    yield _grid(part, page)
    if part.hidden:
        yield page.text(part.more(language), "yellow")


def _grid(part: Part, page: Page) -> Table:
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    for column in part.columns:
        words = page.text(column.heading)
        if column.is_number:
            grid.add_column(words, width=_NUMBER_WIDTH, justify="right")
        else:
            grid.add_column(words, ratio=column.share, overflow="fold")
    for row in part.rows:
        grid.add_row(*(_cell(cell, page) for cell in row))
    return grid


def _cell(cell: Cell, page: Page) -> RichText:
    return RichText("\n").join(page.text(line) for line in cell)


def _new_findings(comparison: Comparison, language: Language, page: Page) -> Iterator[RenderableType]:
    found = comparison.findings.new if comparison.findings else ()
    if not found:
        return
    yield ""
    yield page.text(f"{NEW_FINDINGS.in_language(language)} ({len(found)})".upper(), "bold underline")
    yield from findings_lines(found, language, page, None if page.whole else MOST_FINDINGS)
