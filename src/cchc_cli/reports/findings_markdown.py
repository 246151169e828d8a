"""Findings as Markdown, for pull requests, mail and minutes: every file, every code, every finding."""

from collections.abc import Iterable, Iterator, Sequence

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
    shown_files,
    totals,
    whose,
)
from cchc_cli.reports.found import CURE, Concern, Group, Part, arranged, explanation_text, where
from cchc_cli.reports.sinks import markdown
from cchc_cli.run import FindingRecord, Run


def findings_markdown(run: Run, language: Language) -> str:
    """The whole report; nothing is left out."""
    return "\n".join(_lines(run, language)) + "\n"


def findings_sections(
    findings: Sequence[FindingRecord], language: Language, most: int | None
) -> Iterator[str]:
    """The findings by concern and code, with their cure; at most so many of each code."""
    for part in arranged(findings, most):
        yield ""
        yield f"### {markdown(part.title(language))}"
        for group in part.groups:
            yield ""
            yield f"#### {markdown(group.title(language))}"
            yield ""
            yield from _group(part, group, language)


def _lines(run: Run, language: Language) -> Iterator[str]:
    files, _ = shown_files(checked_files(run, language))
    yield f"# {TITLE.in_language(language)}"
    yield ""
    yield markdown(run.programme.title.in_language(language))
    yield ""
    yield f"**{markdown(headline(files, language))}**"
    yield ""
    yield totals(run, language)
    yield ""
    yield f"## {BY_FILE.in_language(language)}"
    yield ""
    yield from _table(FILE_HEADINGS, (_file(file, run, language) for file in files), language)
    if run.findings:
        yield ""
        yield f"## {BY_KIND.in_language(language)}"
        yield ""
        yield from _table(KIND_HEADINGS, (found.cells(language) for found in kind_counts(run)), language)
        yield ""
        yield f"## {FILE_HEADINGS[-1].in_language(language)}"
        yield from findings_sections(run.findings, language, None)


def _file(file: CheckedFile, run: Run, language: Language) -> tuple[str, ...]:
    return file.path, whose(file, run, language), file.standing(language)


def _table(headings: Sequence[Text], rows: Iterable[Sequence[str]], language: Language) -> Iterator[str]:
    yield f"| {' | '.join(heading.in_language(language) for heading in headings)} |"
    yield f"|{'---|' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(markdown(cell) for cell in row)} |"


def _group(part: Part, group: Group, language: Language) -> Iterator[str]:
    cure = CURE.in_language(language)
    hint = group.shared_hint()
    answered = part.concern is Concern.ANSWERED
    for finding in group.findings:
        own = "" if hint or answered else f" {cure}: {markdown(finding.hint)}"
        said = explanation_text(finding, language)
        said = f" {markdown(said)}" if said else ""
        yield f"- {markdown(where(finding))}: {markdown(finding.message)}{said}{own}"
    if group.hidden:
        yield f"- {group.more(language)}"
    if hint and not answered:
        yield ""
        yield f"{cure}: {markdown(hint)}"
