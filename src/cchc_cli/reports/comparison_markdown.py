"""What changed, as Markdown: for minutes and job summaries; nothing is left out."""

from collections.abc import Iterator

from cchc_cli.comparison.comparison import Comparison
from cchc_cli.language import Language
from cchc_cli.reports.comparison_parts import Part, Parts
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
from cchc_cli.reports.findings_markdown import findings_sections
from cchc_cli.reports.sinks import markdown


def comparison_markdown(comparison: Comparison, language: Language) -> str:
    """The whole report."""
    return "\n".join(_lines(comparison, language)) + "\n"


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    yield f"# {TITLE.in_language(language)}"
    yield ""
    yield markdown(comparison.new.run.programme.title.in_language(language))
    yield ""
    for side, label in ((comparison.old, OLD), (comparison.new, NEW)):
        yield f"- {markdown(side_line(side, label, language))}"
    for line in (*period_lines(comparison.periods, language), *remark_lines(comparison, language)):
        yield f"- {markdown(line)}"
    yield ""
    if is_unchanged(comparison):
        yield f"**{NOTHING_CHANGED.in_language(language)}**"
        return
    yield f"**{markdown(headline(comparison, language))}**"
    parts = Parts(comparison, language)
    yield ""
    yield from _rows(parts.overview())
    for part in parts.changes():
        yield from _part(part)
    found = comparison.findings
    if found and found.new:
        yield ""
        yield f"## {NEW_FINDINGS.in_language(language)} ({len(found.new)})"
        yield from findings_sections(found.new, language, None)
    if parts.fixed().rows:
        yield from _part(parts.fixed())


def _part(part: Part) -> Iterator[str]:
    yield ""
    yield f"## {markdown(part.title)}"
    yield ""
    yield from _rows(part)


def _rows(part: Part) -> Iterator[str]:
    yield f"| {' | '.join(markdown(column.heading) for column in part.columns)} |"
    yield f"|{''.join('---:|' if column.is_number else '---|' for column in part.columns)}"
    for row in part.rows:
        yield f"| {' | '.join('<br>'.join(markdown(line) for line in cell) for cell in row)} |"
