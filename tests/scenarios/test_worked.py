"""Every scenario holds, and together they show every kind of target, every reading and every clause."""

import re
from dataclasses import replace

import pytest

from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.language import Language
from cchc_cli.scenarios.clauses import uncovered_clauses, unshown_readings
from cchc_cli.scenarios.report import about, differs
from cchc_cli.scenarios.trial import try_one
from tests.catalogue.conftest import decision
from tests.scenarios.worked import FILES, shipped, tried, worked

__all__ = ["decision"]

_QUOTE = re.compile("“([^”]*)”")
_LINE = re.compile(r"(?i:dòng) (\d+)")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_the_scenarios_of_a_file_hold(name: str) -> None:
    wrong = [
        f"{outcome.mark.line}: {about(outcome, Language.VI)}: {differs(found, Language.VI)}"
        for title in worked()
        if title.startswith(f"{name}: ")
        for outcome in tried(title).outcomes
        for found in outcome.differences
    ]
    assert wrong == []


def test_every_reading_has_a_scenario() -> None:
    assert unshown_readings(shipped().catalogue, map(tried, worked())) == []


def test_every_clause_has_a_scenario() -> None:
    assert uncovered_clauses(shipped().catalogue, map(tried, worked())) == []


def test_every_kind_of_target_has_a_scenario() -> None:
    indicators = shipped().catalogue.indicator_by_id
    outcomes = [outcome.verdict for name in worked() for outcome in tried(name).outcomes]
    assert {indicators[verdict.indicator].kind for verdict in outcomes} == set(IndicatorKind)
    assert {verdict.operator for verdict in outcomes if verdict.operator} == set(Operator)
    assert {verdict.judged for verdict in outcomes} == {"period", "year"}
    assert {verdict.aspirational for verdict in outcomes} == {True, False}


@pytest.mark.parametrize("reading", ["A01", "A02", "A04", "A07", "A12", "A22", "A23", "A25", "A43", "A46"])
def test_a_reading_with_a_switch_is_shown_on_both_sides(reading: str) -> None:
    shown = {scenario.is_changed for scenario in worked().values() if reading in scenario.readings}
    assert shown == {False, True}


@pytest.mark.parametrize("name", [name for name, scenario in worked().items() if scenario.is_changed])
def test_what_a_scenario_changes_makes_the_difference(name: str) -> None:
    scenario = worked()[name]
    items = scenario.base.catalogue.item_by_code
    known = tuple(found for found in scenario.evidence.observations if found.item in items)
    evidence = replace(scenario.evidence, observations=known)
    assert not try_one(replace(scenario, ground=scenario.base, evidence=evidence)).has_passed


def test_every_scenario_says_on_which_line_it_stands() -> None:
    for name, scenario in worked().items():
        said = set(map(int, _LINE.findall(scenario.why)))
        cited = {citation.line for outcome in tried(name).outcomes for citation in outcome.verdict.citations}
        assert said & cited, name


@pytest.mark.seed
def test_what_stands_in_quotation_marks_is_verbatim(decision: tuple[str, ...]) -> None:
    text = " ".join(" ".join(decision).split())
    strange = [
        (name, quote)
        for name, scenario in worked().items()
        for quote in _QUOTE.findall(scenario.why)
        if " ".join(quote.split()) not in text
    ]
    assert strange == []
