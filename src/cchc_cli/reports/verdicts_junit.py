"""Verdicts as JUnit XML, for CI servers: a suite for each area, a case for each target, scope and period.

| case | is |
|---|---|
| met | passed |
| missed, and counted by the exit code | failure: what was asked, reached, missing, who leads, the clause |
| missed, but aspirational or for steering | skipped, with the reason: it makes no exit code |
| not due, not applicable, not evaluable, no data, inconclusive | skipped, with the reason |
| a finding of severity error | error, in a suite of its own: a figure is to be mended, whatever it feeds |
| no figure at all could be used, or none of the periods judged | error |

So failures are there exactly where `--fail-on missed` gives 1, and errors where `--fail-on invalid` gives 3.
Warnings are for `cchc validate`. Names are in the language; class names are codes: `TTHC.<indicator>`.
"""

from collections import Counter
from collections.abc import Iterator

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.reports.counting import is_about_one_agency, is_counted, nothing_text
from cchc_cli.reports.found import where
from cchc_cli.reports.junit import finding_lines, finding_name
from cchc_cli.reports.junit_document import Element, junit_case, junit_document, junit_suite
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.sections import answering, clauses, usual_document
from cchc_cli.reports.wording import (
    ASPIRATIONAL,
    STEERING,
    area_name,
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
    cases = _Cases(run, language)
    for area, verdicts in areas.items():
        yield junit_suite(f"{area_name(run, area, language)} ({area})", map(cases.case, verdicts))
    wrong = list(_wrong(run, language))
    if wrong:
        yield junit_suite(_FINDINGS_TITLE.in_language(language), wrong)


class _Cases:
    """The cases of a run's verdicts."""

    def __init__(self, run: Run, language: Language) -> None:
        self._run = run
        self._language = language
        self._own = is_about_one_agency(run)
        self._several_periods = len({verdict.period for verdict in run.verdicts}) > 1
        self._usual_document = usual_document(run)

    def case(self, verdict: Verdict) -> Element:
        classname = f"{verdict.area}.{verdict.indicator}"
        name = self._name(verdict)
        status = status_words(verdict, self._language)
        if verdict.status is Status.MET:
            return junit_case(classname, name)
        if verdict.status is Status.MISSED and is_counted(verdict, self._own):
            lines = self._lines(verdict)
            short = missing(self._run, verdict, self._language)
            message = "; ".join([status, *lines[:2], *filter(None, [short])])
            return junit_case(classname, name, "failure", message, lines, verdict.status.value)
        return junit_case(classname, name, "skipped", self._why_skipped(verdict, status))

    def _name(self, verdict: Verdict) -> str:
        """Communes of different districts may have one name: agencies have their codes beside it."""
        scope = verdict.scope.name.in_language(self._language)
        if verdict.scope.kind is ScopeKind.AGENCY:
            scope = f"{scope} ({verdict.scope.code})"
        period = [period_words(verdict.period, self._language)] if self._several_periods else []
        return " / ".join([verdict.name.in_language(self._language), scope, *period])

    def _why_skipped(self, verdict: Verdict, status: str) -> str:
        if verdict.aspirational:
            return f"{ASPIRATIONAL.in_language(self._language)}: {status}"
        steering = "" if is_counted(verdict, self._own) else f" {STEERING.in_language(self._language)}"
        return f"{status}{steering}"

    def _lines(self, verdict: Verdict) -> list[str]:
        """What was asked, reached and missing, what else to know, who leads, and the clause."""
        run, language = self._run, self._language
        figures = "; ".join(reached(run, verdict, language))
        lines = [
            _ASKED.in_language(language).format(what=", ".join(asked(run, verdict, language))),
            _REACHED.in_language(language).format(what=figures) if figures else "",
            missing(run, verdict, language),
            *note_words(verdict, language),
            *answering(run, [verdict], language),
        ]
        cited = clauses(run, [verdict], language, self._usual_document)
        words = _CLAUSE.in_language(language)
        quoted = [words.format(place=clause.place, quote=clause.quote) for clause in cited]
        return [*filter(None, lines), *quoted]


def _wrong(run: Run, language: Language) -> Iterator[Element]:
    """The findings that must be mended, one case each; one case where there is nothing to judge on."""
    nothing = nothing_text(run, language)
    if nothing:
        yield junit_case(_FINDINGS, nothing, "error", nothing)
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
