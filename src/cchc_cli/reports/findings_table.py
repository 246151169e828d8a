"""Findings for a terminal: how the files stand, what occurs how often, then each finding with its cure."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from cchc_cli.language import Language, Text
from cchc_cli.reports.checked import (
    BY_FILE,
    BY_KIND,
    FILE_HEADINGS,
    KIND_HEADINGS,
    TITLE,
    CheckedFile,
    checked_files,
    headline,
    kind_counts,
    more_files,
    shown_files,
    totals,
    whose,
)
from cchc_cli.reports.found import (
    CURE,
    Concern,
    Group,
    Part,
    arranged,
    explanation_text,
    shortened,
    where,
)
from cchc_cli.reports.page import Page
from cchc_cli.run import FindingRecord, Run

MOST_FINDINGS = 5
"""Findings shown of one code."""
MOST_FILES = 40
"""Files shown that have something to do; a terminal is no place for thousands of rows."""
MOST_FINE = 10
"""Files shown where those with nothing to do are among them."""

_STYLE = {Concern.MEND: "bold red", Concern.EXPLAIN: "bold yellow", Concern.ANSWERED: "bold green"}
_LEFT_OUT = Text(
    "Bảng không hiện hết; xem đủ bằng -o ket-qua.txt, -o ket-qua.csv hoặc -f json.",
    "The table leaves out some; -o result.txt, -o result.csv or -f json has them all.",
)
_EXPLAIN = Text("Ý nghĩa của một mã: cchc explain MÃ.", "What a code means: cchc explain CODE.")
_FILE_WIDTHS = (4, 3, 3)


def findings_table(run: Run, language: Language, page: Page) -> str:
    """The whole report as text that is ready to be printed."""
    return page.render(*_parts(run, language, page))


def findings_lines(
    findings: Sequence[FindingRecord], language: Language, page: Page, most: int | None = MOST_FINDINGS
) -> Iterator[RenderableType]:
    """The findings by concern and code, with their cure; so many of each code and how many more."""
    for part in arranged(findings, most):
        yield page.text(part.title(language), _STYLE.get(part.concern, "bold"))
        for group in part.groups:
            yield from _group(part, group, language, page)


def _parts(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    files = checked_files(run, language)
    shown, hidden = shown_files(files) if page.whole else shown_files(files, MOST_FILES, MOST_FINE)
    most = None if page.whole else MOST_FINDINGS
    yield page.text(TITLE.in_language(language).upper(), "bold")
    yield page.text(run.programme.title.in_language(language))
    yield page.text(headline(files, language), "bold")
    yield page.text(totals(run, language), "bold")
    if shown:
        yield from _by_file(shown, hidden, run, language, page)
    if not run.findings:
        return
    yield from _by_kind(run, language, page)
    yield ""
    yield page.text(FILE_HEADINGS[-1].in_language(language).upper(), "bold underline")
    yield from findings_lines(run.findings, language, page, most)
    yield ""
    if hidden or any(group.hidden for part in arranged(run.findings, most) for group in part.groups):
        yield page.text(_LEFT_OUT.in_language(language), "yellow")
    yield page.text(_EXPLAIN.in_language(language), "dim")


def _by_file(
    shown: list[CheckedFile], hidden: list[CheckedFile], run: Run, language: Language, page: Page
) -> Iterator[RenderableType]:
    yield ""
    yield page.text(BY_FILE.in_language(language).upper(), "bold underline")
    grid = _grid()
    for heading, width in zip(FILE_HEADINGS, _FILE_WIDTHS, strict=True):
        grid.add_column(page.text(heading.in_language(language)), ratio=width, overflow="fold")
    for file in shown:
        grid.add_row(
            page.text(file.path),
            page.text(whose(file, run, language)),
            page.text(file.standing(language), _STYLE.get(file.worst, "")),
        )
    yield grid
    if hidden:
        yield page.text(more_files(hidden, language), "yellow")


def _by_kind(run: Run, language: Language, page: Page) -> Iterator[RenderableType]:
    yield ""
    yield page.text(BY_KIND.in_language(language).upper(), "bold underline")
    grid = _grid()
    severity, kind, code, count = (page.text(heading.in_language(language)) for heading in KIND_HEADINGS)
    grid.add_column(severity, ratio=2, overflow="fold")
    grid.add_column(kind, ratio=3, overflow="fold")
    grid.add_column(code, no_wrap=True)
    grid.add_column(count, justify="right")
    for found in kind_counts(run):
        first, *rest = found.cells(language)
        grid.add_row(page.text(first, _STYLE.get(found.concern, "")), *(page.text(cell) for cell in rest))
    yield grid


def _group(part: Part, group: Group, language: Language, page: Page) -> Iterator[RenderableType]:
    yield page.indented(group.title(language), "bold")
    cure = CURE.in_language(language)
    answered = part.concern is Concern.ANSWERED
    hint = group.shared_hint()
    fitting = str if page.whole else shortened
    for finding in group.findings:
        yield page.indented(fitting(f"{where(finding)}: {finding.message}"), by=4)
        if finding.explanation is not None:
            yield page.indented(fitting(explanation_text(finding, language)), "italic", 6)
        if not hint and not answered:
            yield page.indented(f"{cure}: {finding.hint}", "dim", 6)
    if group.hidden:
        yield page.indented(group.more(language), "yellow", 4)
    if hint and not answered:
        yield page.indented(f"{cure}: {hint}", "dim", 4)


def _grid() -> Table:
    return Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
