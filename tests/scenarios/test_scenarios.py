"""The scenarios that officials read: all of them hold, and together they cover everything that is asked.

The files beside this one are the promise; here they are only run.
"""

from functools import cache
from pathlib import Path

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.scenarios.clauses import uncovered_clauses, unshown_readings
from cchc_cli.scenarios.files import scenario_files
from cchc_cli.scenarios.ground import Ground
from cchc_cli.scenarios.loading import load_scenarios
from cchc_cli.scenarios.trial import Trial, try_one

FILES = scenario_files([Path(__file__).parent])
GROUND = Ground.read(packaged_file("targets.yaml"), packaged_file("agencies.yaml"))
CATALOGUE: Catalogue = GROUND.catalogue
WITH_A_SWITCH = {"A01", "A02", "A04", "A07", "A12", "A25", "A43", "A46"}
"""Readings of which the catalogue can express another as data."""


@cache
def trials() -> tuple[Trial, ...]:
    return tuple(try_one(scenario) for file in FILES for scenario in load_scenarios(file, GROUND))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_scenario_holds(file: Path) -> None:
    found = [
        f"{trial.scenario.title}: {difference.name.vi}: "
        f"{difference.expected.in_language(Language.VI)} ≠ {difference.found.in_language(Language.VI)}"
        for trial in trials()
        if Path(trial.scenario.document.file) == file
        for outcome in trial.outcomes
        for difference in outcome.differences
    ]
    assert found == []


def test_every_reading_has_a_scenario() -> None:
    assert unshown_readings(CATALOGUE, trials()) == []
    assert len(CATALOGUE.readings) == 46


def test_every_clause_has_a_scenario() -> None:
    assert uncovered_clauses(CATALOGUE, trials()) == []


def test_every_kind_of_target_has_a_scenario() -> None:
    verdicts = [outcome.verdict for trial in trials() for outcome in trial.outcomes]
    assert {verdict.kind for verdict in verdicts} == {kind.value for kind in IndicatorKind}
    assert {verdict.operator for verdict in verdicts} >= {operator.value for operator in Operator}


def test_a_reading_that_can_be_switched_is_shown_both_ways() -> None:
    """As shipped, and with other data in its place."""
    shown = {True: set[str](), False: set[str]()}
    for trial in trials():
        shown[trial.scenario.is_changed].update(trial.scenario.readings)
    assert shown[True] >= WITH_A_SWITCH
    assert shown[False] >= WITH_A_SWITCH


def test_every_scenario_says_in_words_where_its_figures_come_from() -> None:
    for trial in trials():
        scenario = trial.scenario
        assert len(scenario.why) > 60, scenario.title
        assert scenario.expectations, scenario.title


def test_the_page_that_explains_scenarios_shows_one_that_holds(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")
    shown = tmp_path / "shown.yaml"
    shown.write_text(page.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    (scenario,) = load_scenarios(shown, GROUND)
    assert try_one(scenario).has_passed
