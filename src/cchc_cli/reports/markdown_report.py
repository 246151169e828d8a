"""The report as Markdown, for minutes, mail and repositories: tables, clauses, findings."""

from collections.abc import Iterator

from cchc_cli.language import Language, Text
from cchc_cli.reports.findings_markdown import findings_sections
from cchc_cli.reports.found import counts_text
from cchc_cli.reports.headline import headline
from cchc_cli.reports.missed import TITLE as MISSED_TITLE
from cchc_cli.reports.missed import missed_lines
from cchc_cli.reports.sections import Block, Row, Section, readings, sections
from cchc_cli.reports.sinks import markdown
from cchc_cli.reports.wording import (
    FOR_STEERING,
    NOTHING_TO_SHOW,
    READINGS,
    map_words,
    period_words,
    periods_shown,
    top_words,
)
from cchc_cli.run import Run

MOST_FINDINGS = 50
"""Findings shown of one code; the JSON has all of them."""

_HEADINGS = (
    Text("Chỉ tiêu", "Indicator"),
    Text("Phạm vi", "Scope"),
    Text("Phải đạt", "Asked"),
    Text("Kết quả", "Reached"),
    Text("Đánh giá", "Verdict"),
)
_PERIOD = Text("Kỳ báo cáo", "Period")
_CLAUSES = Text("Căn cứ và cách tính", "Clauses and formulas")
_FINDINGS = Text("Nội dung cần xử lý", "Findings")


def markdown_report(run: Run, language: Language) -> str:
    """Every verdict, area by area, each with the clause it stands on."""
    return "\n".join(_lines(run, language)) + "\n"


def _lines(run: Run, language: Language) -> Iterator[str]:
    yield f"# {markdown(run.programme.title.in_language(language))}"
    yield ""
    if run.verdicts:
        yield from _verdicts(run, language)
    else:
        for line in headline(run, language):
            yield f"**{markdown(line)}**"
            yield ""
        yield NOTHING_TO_SHOW.in_language(language)
    if run.findings:
        yield ""
        yield from _findings(run, language)


def _verdicts(run: Run, language: Language) -> Iterator[str]:
    names = ", ".join(period_words(period, language) for period in periods_shown(run))
    yield ". ".join([f"{_PERIOD.in_language(language)}: {names}", *map_words(run, language)])
    for line in headline(run, language):
        yield ""
        yield f"**{markdown(line)}**"
    missed = missed_lines(run, language)
    if missed:
        yield ""
        yield f"## {MISSED_TITLE.in_language(language)}"
        yield ""
    for line in missed:
        yield f"- {markdown(line)}"
    for section in sections(run, language):
        yield ""
        yield from _section(section, language)
    yield from _ending(run, language)


def _ending(run: Run, language: Language) -> Iterator[str]:
    explained = readings(run, run.glossary.readings, language)
    if explained:
        yield ""
        yield f"## {READINGS.in_language(language)}"
        yield ""
    for line in explained:
        yield f"- {markdown(line)}"
    for line in top_words(run, language):
        yield ""
        yield f"*{markdown(line)}*"
    if any(not verdict.official for verdict in run.verdicts):
        yield ""
        yield f"*{FOR_STEERING.in_language(language)}.*"


def _section(section: Section, language: Language) -> Iterator[str]:
    yield f"## {markdown(section.name)} ({markdown(section.area)})"
    yield ""
    yield f"| {' | '.join(heading.in_language(language) for heading in _HEADINGS)} |"
    yield f"|{'---|' * len(_HEADINGS)}"
    for block in section.blocks:
        for row in block.rows:
            yield _row(block, row)
    described = [
        block for block in section.blocks if block.clauses or block.remarks or block.formula or block.left_out
    ]
    if described:
        yield ""
        yield f"### {_CLAUSES.in_language(language)}"
    for block in described:
        yield ""
        yield from _below(block)


def _row(block: Block, row: Row) -> str:
    lines = (row.scope, row.asked, row.reached, [*row.verdict, *filter(None, [row.pace])])
    cells = [markdown(block.name), *("<br>".join(markdown(line) for line in cell) for cell in lines)]
    return f"| {' | '.join(cells)} |"


def _below(block: Block) -> Iterator[str]:
    yield f"**{markdown(block.name)}**"
    yield ""
    for line in (block.left_out, block.formula, *block.remarks):
        if line:
            yield f"- {markdown(line)}"
    for clause in block.clauses:
        yield f"- {markdown(clause.place)}: “{markdown(clause.quote)}”"


def _findings(run: Run, language: Language) -> Iterator[str]:
    yield f"## {_FINDINGS.in_language(language)}"
    yield ""
    yield counts_text(run.findings, language)
    yield from findings_sections(run.findings, language, MOST_FINDINGS)
