"""What came of the scenarios, for a terminal: each scenario, what differs, the clauses that none covers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType

from cchc_cli.language import Language, Text
from cchc_cli.reports.page import Page
from cchc_cli.scenarios.clauses import Clause
from cchc_cli.scenarios.difference import Difference
from cchc_cli.scenarios.trial import Outcome, Trial, scope_text

_PASSED, _FAILED = "✓", "✗"
_DIFFERS = Text("{name}: mong đợi {expected} – có {found}", "{name}: expected {expected}, found {found}")
_UNCOVERED = Text("Điều khoản chưa có kịch bản: {count}", "Clauses that no scenario covers: {count}")
_ALL_COVERED = Text("Mọi điều khoản đều có kịch bản.", "Every clause has a scenario.")
_UNSHOWN = Text("Cách hiểu chưa có kịch bản: {readings}", "Readings that no scenario shows: {readings}")
_CLAUSE = Text("dòng {line}, {place}: “{quote}”", "line {line}, {place}: “{quote}”")
TOTAL = Text("{passed}/{all} kịch bản đúng.", "{passed} of {all} scenarios hold.")


def scenario_report(
    trials: Sequence[Trial],
    uncovered: Sequence[Clause],
    unshown: Sequence[str],
    language: Language,
    page: Page,
    only_wrong: bool = False,
) -> str:
    """Everything that was tried, file by file; `only_wrong` leaves out the scenarios that hold."""
    parts = [*_trials(trials, language, page, only_wrong), *_clauses(uncovered, unshown, language, page)]
    return page.render(*parts)


def differs(difference: Difference, language: Language) -> str:
    """One difference as a sentence: "Giá trị: mong đợi 80 – có 79,99"."""
    facts = {
        "name": difference.name.in_language(language),
        "expected": difference.expected.in_language(language),
        "found": difference.found.in_language(language),
    }
    sentence = _DIFFERS.in_language(language).format(**facts)
    return sentence[0].upper() + sentence[1:]


def about(outcome: Outcome, language: Language) -> str:
    """Which verdict an expectation is about."""
    verdict = outcome.verdict
    return f"{verdict.indicator} · {scope_text(verdict).in_language(language)} · {verdict.period}"


def _trials(
    trials: Sequence[Trial], language: Language, page: Page, only_wrong: bool
) -> Iterator[RenderableType]:
    file = None
    for trial in trials:
        if only_wrong and trial.has_passed:
            continue
        if trial.scenario.document.file != file:
            if file is not None:
                yield ""
            file = trial.scenario.document.file
            yield page.text(file, "bold")
        yield from _trial(trial, language, page)
    if file is not None:
        yield ""


def _trial(trial: Trial, language: Language, page: Page) -> Iterator[RenderableType]:
    scenario = trial.scenario
    readings = f" ({', '.join(scenario.readings)})" if scenario.readings else ""
    sign, style = (_PASSED, "green") if trial.has_passed else (_FAILED, "bold red")
    yield page.indented(f"{sign} {scenario.title}{readings}", style)
    for outcome in trial.outcomes:
        if outcome.differences:
            place = f"{Path(scenario.document.file).name}:{outcome.mark.line}"
            yield page.indented(f"{place}: {about(outcome, language)}", by=4)
        for difference in outcome.differences:
            yield page.indented(differs(difference, language), by=6)


def _clauses(
    uncovered: Sequence[Clause], unshown: Sequence[str], language: Language, page: Page
) -> Iterator[RenderableType]:
    if not uncovered:
        yield page.text(_ALL_COVERED.in_language(language))
    else:
        yield page.text(_UNCOVERED.in_language(language).format(count=len(uncovered)), "bold")
    for clause in uncovered:
        words = _CLAUSE.in_language(language).format(line=clause.line, place=clause.place, quote=clause.quote)
        yield page.indented(f"{words} ({clause.indicator})")
    if unshown:
        yield page.text(_UNSHOWN.in_language(language).format(readings=", ".join(unshown)))
