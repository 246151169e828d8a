"""The report for a terminal: area by area, readable at 80 columns and when piped."""

from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as RichText

from cchc_cli.language import Language, Text
from cchc_cli.reports.findings_table import MOST_FINDINGS, findings_lines
from cchc_cli.reports.found import counts_text
from cchc_cli.reports.headline import headline
from cchc_cli.reports.missed import TITLE as MISSED_TITLE
from cchc_cli.reports.missed import missed_lines
from cchc_cli.reports.page import Page
from cchc_cli.reports.sections import Block, Row, Section, readings, sections
from cchc_cli.reports.wording import (
    FOR_STEERING,
    NOTHING_TO_SHOW,
    READINGS,
    SIGN,
    STYLE,
    map_words,
    period_words,
    periods_shown,
    status_texts,
    top_words,
)
from cchc_cli.run import Run, Status

MOST_AGENCIES = 25
"""Agency rows shown for one indicator; a terminal is no place for 24,000 rows."""

_HEADINGS = (
    Text("Phạm vi", "Scope"),
    Text("Phải đạt", "Asked"),
    Text("Kết quả", "Reached"),
    Text("Đánh giá", "Verdict"),
)
_PERIOD = Text("Kỳ báo cáo: {periods}", "Period: {periods}")
_FINDINGS = Text("Nội dung cần xử lý", "Findings")
_LEFT_OUT = Text(
    "Bảng không hiện hết các đơn vị; xem đủ bằng -o ket-qua.csv hoặc -f json.",
    "The table leaves out some agencies; -o result.csv or -f json has them all.",
)
_AREA = Text("Lĩnh vực", "Area")
_WIDTHS = (3, 3, 5, 5)
_COUNT_WIDTH = 4


def table(run: Run, language: Language, page: Page) -> str:
    """The whole report as text that is ready to be printed."""
    return page.render(*_parts(run, language, page))


def _parts(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    yield page.text(run.programme.title.in_language(language), "bold")
    if not run.verdicts:
        for line in headline(run, language):
            yield page.text(line, "bold")
        yield page.text(NOTHING_TO_SHOW.in_language(language))
    else:
        yield from _verdicts(run, language, page)
    yield from _findings(run, language, page)


def _verdicts(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    names = ", ".join(period_words(period, language) for period in periods_shown(run))
    yield page.text(_PERIOD.in_language(language).format(periods=names))
    for line in map_words(run, language):
        yield page.text(line)
    for line in headline(run, language):
        yield page.text(line, "bold")
    yield ""
    arranged = sections(run, language, MOST_AGENCIES)
    official = any(verdict.official for verdict in run.verdicts)
    yield from _overview(arranged, status_texts(official), language, page)
    yield from _missed(run, language, page)
    for section in arranged:
        yield from _section(section, language, page)
    yield from _readings(run, language, page)
    for line in top_words(run, language):
        yield ""
        yield page.text(line, "yellow")
    if any(block.hidden for section in arranged for block in section.blocks):
        yield ""
        yield page.text(_LEFT_OUT.in_language(language), "yellow")
    if any(not verdict.official for verdict in run.verdicts):
        yield ""
        yield page.text(f"{FOR_STEERING.in_language(language)}.", "italic")


def _overview(
    arranged: list[Section], names: Mapping[Status, Text], language: Language, page: Page
) -> Iterator[RenderableType]:
    """How many verdicts of each kind in each area; the signs at the head are spelled out below."""
    shown = [status for status in Status if any(section.counts.get(status) for section in arranged)]
    overview = _grid()
    overview.add_column(page.text(_AREA.in_language(language)), ratio=1, overflow="fold")
    for status in shown:
        overview.add_column(page.text(SIGN[status]), justify="right", width=_COUNT_WIDTH)
    for section in arranged:
        counts = [str(section.counts.get(status) or "") for status in shown]
        overview.add_row(page.text(section.name), *counts)
    yield overview
    words = (f"{SIGN[status]} {names[status].in_language(language).lower()}" for status in shown)
    yield page.text(", ".join(words), "dim")


def _missed(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    lines = missed_lines(run, language)
    if not lines:
        return
    yield ""
    yield page.text(MISSED_TITLE.in_language(language).upper(), "bold underline")
    hanging = Table.grid(padding=(0, 1, 0, 0))
    for line in lines:
        hanging.add_row(page.text(SIGN[Status.MISSED], STYLE[Status.MISSED]), page.text(line))
    yield hanging


def _section(section: Section, language: Language, page: Page) -> Iterator[RenderableType]:
    yield ""
    yield page.text(f"{section.name.upper()} ({section.area})", "bold underline")
    yield _rows([], language, page)
    for position, block in enumerate(section.blocks):
        if position:
            yield ""
        yield page.text(block.name, "bold")
        if block.formula:
            yield page.indented(block.formula, "dim")
        yield _rows(block.rows, language, page)
        yield from _below(block, page)


def _rows(rows: list[Row], language: Language, page: Page) -> Table:
    """Rows in the four columns that every table of the report shares; the headings where there are none."""
    grid = _grid(show_header=not rows)
    for heading, width in zip(_HEADINGS, _WIDTHS, strict=True):
        grid.add_column(page.text(heading.in_language(language)), ratio=width, overflow="fold")
    for row in rows:
        grid.add_row(*_cells(row, page))
    return grid


def _grid(show_header: bool = True) -> Table:
    return Table(
        box=SIMPLE_HEAD,
        show_header=show_header,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
    )


def _cells(row: Row, page: Page) -> list[RichText]:
    first, *rest = [*row.verdict, *filter(None, [row.pace_brief])]
    verdict = page.text(first, STYLE.get(row.status, ""))
    for line in rest:
        verdict.append("\n").append_text(page.text(line))
    return [_lines(row.scope, page), _lines(row.asked, page), _lines(row.reached, page), verdict]


def _lines(lines: list[str], page: Page) -> RichText:
    return RichText("\n").join(page.text(line) for line in lines)


def _below(block: Block, page: Page) -> Iterator[RenderableType]:
    if block.left_out:
        yield page.indented(block.left_out, "yellow")
    for remark in block.remarks:
        yield page.indented(remark)
    for clause in block.clauses:
        yield page.indented(f"§ {clause.place}: “{clause.quote}”", "dim")


def _readings(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    lines = readings(run, run.glossary.readings, language)
    if lines:
        yield ""
        yield page.text(READINGS.in_language(language).upper(), "bold underline")
    for line in lines:
        yield page.indented(line)


def _findings(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    if not run.findings:
        return
    yield ""
    yield page.text(_FINDINGS.in_language(language).upper(), "bold underline")
    yield page.text(counts_text(run.findings, language))
    yield from findings_lines(run.findings, language, page, None if page.whole else MOST_FINDINGS)
