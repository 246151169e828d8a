"""Verdicts as JUnit XML, for CI servers: a suite for each area, a case for each target, scope and period.

| case | is |
|---|---|
| met | passed |
| missed, and counted by the exit code | failure: what was asked, reached, missing, who leads, the clause |
| missed, but aspirational or for steering | skipped, with the reason: it makes no exit code |
| not due, not applicable, not evaluable, no data, inconclusive | skipped, with the reason |
| a finding of severity error | error, in a suite of its own: a figure is to be mended, whatever it feeds |
| no figure at all could be used | error |

So failures are there exactly where `--fail-on missed` gives 1, and errors where `--fail-on invalid` gives 3.
Warnings are for `cchc validate`. Names are in the language; class names are codes: `TTHC.<indicator>`.
"""

from collections import Counter
from collections.abc import Iterator

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.reports.counting import has_usable_figures, is_about_one_agency, is_counted
from cchc_cli.reports.found import where
from cchc_cli.reports.junit import finding_lines, finding_name
from cchc_cli.reports.junit_document import Element, junit_case, junit_document, junit_suite
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.sections import answering, clauses
from cchc_cli.reports.wording import (
    ASPIRATIONAL,
    NOTHING_USABLE,
    STEERING,
    note_words,
    period_words,
    status_words,
)
from cchc_cli.run import Run, ScopeKind, Status, Verdict

_NAME = "cchc evaluate"
_FINDINGS = "findings"
_FINDINGS_TITLE = Text("Nội dung cần xử lý", "Findings")
_ASKED = Text("Phải đạt: {what}", "Asked: {what}")
_REACHED = Text("Kết quả: {what}", "Reached: {what}")
_CLAUSE = Text("Căn cứ: {place}: “{quote}”", "Clause: {place}: “{quote}”")


def verdicts_junit(run: Run, language: Language) -> str:
    """The XML document; its totals are those of its cases."""
    return junit_document(_NAME, _suites(run, language))


def _suites(run: Run, language: Language) -> Iterator[Element]:
    areas: dict[str, list[Verdict]] = {}
    for verdict in run.verdicts:
        areas.setdefault(verdict.area, []).append(verdict)
    own = is_about_one_agency(run)
    several = len({verdict.period for verdict in run.verdicts}) > 1
    for area, verdicts in areas.items():
        name = run.glossary.areas.get(area, Text(area, area)).in_language(language)
        cases = (_case(run, verdict, own, several, language) for verdict in verdicts)
        yield junit_suite(f"{name} ({area})", cases)
    wrong = list(_wrong(run, language))
    if wrong:
        yield junit_suite(_FINDINGS_TITLE.in_language(language), wrong)


def _case(run: Run, verdict: Verdict, own: bool, several_periods: bool, language: Language) -> Element:
    classname = f"{verdict.area}.{verdict.indicator}"
    name = _case_name(verdict, several_periods, language)
    status = status_words(verdict, language)
    if verdict.status is Status.MET:
        return junit_case(classname, name)
    if verdict.status is Status.MISSED and is_counted(verdict, own):
        lines = _lines(run, verdict, language)
        message = "; ".join([status, *lines[:2], *filter(None, [missing(run, verdict, language)])])
        return junit_case(classname, name, "failure", message, lines, verdict.status.value)
    return junit_case(classname, name, "skipped", _why_skipped(verdict, status, own, language))


def _case_name(verdict: Verdict, several_periods: bool, language: Language) -> str:
    """Communes of different districts may have one name: agencies have their codes beside it."""
    scope = verdict.scope.name.in_language(language)
    if verdict.scope.kind is ScopeKind.AGENCY:
        scope = f"{scope} ({verdict.scope.code})"
    period = [period_words(verdict.period, language)] if several_periods else []
    return " / ".join([verdict.name.in_language(language), scope, *period])


def _why_skipped(verdict: Verdict, status: str, own: bool, language: Language) -> str:
    if verdict.aspirational:
        return f"{ASPIRATIONAL.in_language(language)}: {status}"
    steering = "" if is_counted(verdict, own) else f" {STEERING.in_language(language)}"
    return f"{status}{steering}"


def _lines(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """What was asked, reached and missing, what else to know, who leads, and the clause."""
    what = ", ".join(asked(run, verdict, language))
    figures = "; ".join(reached(run, verdict, language))
    lines = [
        _ASKED.in_language(language).format(what=what),
        _REACHED.in_language(language).format(what=figures) if figures else "",
        missing(run, verdict, language),
        *note_words(verdict, language),
        *answering(run, [verdict], language),
    ]
    cited = clauses(run, [verdict], language)
    words = _CLAUSE.in_language(language)
    return [
        *filter(None, lines),
        *(words.format(place=clause.place, quote=clause.quote) for clause in cited),
    ]


def _wrong(run: Run, language: Language) -> Iterator[Element]:
    """The findings that must be mended, one case each; one case where nothing at all could be used."""
    if not has_usable_figures(run):
        message = NOTHING_USABLE.in_language(language)
        yield junit_case(_FINDINGS, message, "error", message)
    met: Counter[str] = Counter()
    for finding in run.findings:
        if finding.severity is not Severity.ERROR:
            continue
        name = f"{finding_name(finding)} {finding.file or ''}".strip()
        met[name] += 1
        numbered = name if met[name] == 1 else f"{name} ({met[name]})"
        lines = [where(finding), *finding_lines(finding, language)]
        yield junit_case(
            f"{_FINDINGS}.{finding.code}", numbered, "error", finding.message, lines, finding.code
        )
