"""Running a scenario on the engine, and holding every expectation against the verdict it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cchc_cli.engine.evaluate import evaluate
from cchc_cli.engine.evidence import Question
from cchc_cli.language import Text, joined
from cchc_cli.run import ScopeKind, Verdict
from cchc_cli.scenarios.difference import Difference, differences
from cchc_cli.scenarios.ground import narrowed
from cchc_cli.scenarios.loading import SCOPES
from cchc_cli.scenarios.scenario import Expectation, Scenario
from cchc_cli.strict_yaml import InvalidFileError, Mark, Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation, the verdict it is about, and what of it differs."""

    mark: Mark
    verdict: Verdict
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one scenario."""

    scenario: Scenario
    outcomes: tuple[Outcome, ...]

    @property
    def has_passed(self) -> bool:
        return not any(outcome.differences for outcome in self.outcomes)


def try_all(scenarios: Sequence[Scenario]) -> list[Trial]:
    """Runs the scenarios.

    Raises InvalidFileError with every expectation about a verdict that does not exist.
    """
    problems: list[Problem] = []
    trials = []
    for scenario in scenarios:
        try:
            trials.append(try_one(scenario))
        except InvalidFileError as error:
            problems += error.problems
    if problems:
        raise InvalidFileError(problems)
    return trials


def try_one(scenario: Scenario) -> Trial:
    """Runs one scenario. Raises InvalidFileError where a verdict that is expected does not exist."""
    verdicts = _verdicts(scenario)
    outcomes, problems = [], []
    for expected in scenario.expectations:
        mark = scenario.document.mark(expected.location)
        about = [found for found in verdicts if _is_about(found, expected)]
        if len(about) != 1:
            text = _no_verdict(expected, about or _of_indicator(verdicts, expected))
            problems.append(Problem(scenario.document.file, mark, text))
        else:
            outcomes.append(Outcome(mark, about[0], tuple(differences(expected.source, about[0]))))
    if problems:
        raise InvalidFileError(problems)
    return Trial(scenario, tuple(outcomes))


def _verdicts(scenario: Scenario) -> tuple[Verdict, ...]:
    """Every verdict of the indicators and periods that something is expected of, official or not."""
    indicators = {expected.indicator for expected in scenario.expectations}
    periods = tuple(dict.fromkeys(expected.period for expected in scenario.expectations))
    kinds = {expected.scope.kind for expected in scenario.expectations if expected.scope}
    question = Question(
        periods=periods,
        by=_WITH_AGENCIES if ScopeKind.AGENCY in kinds else _WITH_LEVELS,
        min_coverage=Fraction(scenario.min_coverage),
        as_of=scenario.as_of,
    )
    catalogue = narrowed(scenario.ground.catalogue, indicators)
    return evaluate(catalogue, scenario.ground.registry, scenario.evidence, question).verdicts


_WITH_LEVELS: frozenset[Literal["province", "level", "agency"]] = frozenset({"level"})
"""Asking for some unofficial rows keeps the official ones, whoever reports."""
_WITH_AGENCIES: frozenset[Literal["province", "level", "agency"]] = frozenset({"level", "agency"})


def _of_indicator(verdicts: Sequence[Verdict], expected: Expectation) -> list[Verdict]:
    period = str(expected.period)
    return [found for found in verdicts if (found.indicator, found.period) == (expected.indicator, period)]


def _is_about(verdict: Verdict, expected: Expectation) -> bool:
    if (verdict.indicator, verdict.period) != (expected.indicator, str(expected.period)):
        return False
    if expected.scope is None:
        return verdict.official
    return (verdict.scope.kind, verdict.scope.code) == (expected.scope.kind, expected.scope.code)


def scope_text(verdict: Verdict) -> Text:
    """The scope of a verdict as an expectation writes it: in words, an agency by its code."""
    for name, scope in SCOPES.items():
        if (verdict.scope.kind, verdict.scope.code) == (scope.kind, scope.code):
            return Text(name, verdict.scope.name.en)
    return Text(verdict.scope.code, verdict.scope.code)


def _no_verdict(expected: Expectation, there: list[Verdict]) -> Text:
    """Says which verdicts there are: none is meant by the expectation, or several could be."""
    names = {scope_text(found).vi: scope_text(found) for found in there}
    listed = joined(names.values(), ", ")
    words = _NONE if not there else _WHICH if expected.scope is None else _NOT_THERE
    return words.filled(indicator=expected.indicator, period=str(expected.period), scopes=listed)


_NONE = Text(
    "kỳ {period} không có kết luận nào về “{indicator}”", "there is no verdict on '{indicator}' for {period}"
)
_WHICH = Text(
    "“{indicator}” kỳ {period} có nhiều kết luận; hãy ghi scope: {scopes}",
    "'{indicator}' has several verdicts for {period}; write scope: {scopes}",
)
_NOT_THERE = Text(
    "“{indicator}” kỳ {period} không có kết luận ở phạm vi này; có: {scopes}",
    "'{indicator}' has no verdict of this scope for {period}; there is {scopes}",
)
