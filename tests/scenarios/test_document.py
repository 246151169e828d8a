"""The scenario that docs/scenarios.md shows holds, and its pieces are what may be written."""

import re
from pathlib import Path

from cchc_cli.scenarios.loading import load_scenarios
from cchc_cli.scenarios.source import ExpectSource, RowSource, ScenarioFileSource, ScenarioSource
from cchc_cli.scenarios.trial import try_one
from tests.scenarios.worked import shipped

PAGE = (Path(__file__).parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```yaml\n(.*?)```", PAGE, re.S)


def test_the_scenario_shown_holds(tmp_path: Path) -> None:
    path = tmp_path / "shown.yaml"
    path.write_text(SHOWN[0], encoding="utf-8")
    (scenario,) = load_scenarios(path, shipped())
    assert try_one(scenario).has_passed


def test_the_changes_shown_can_be_made(tmp_path: Path) -> None:
    path = tmp_path / "shown.yaml"
    path.write_text(SHOWN[0].replace("    given:", f"{SHOWN[1]}    given:"), encoding="utf-8")
    (scenario,) = load_scenarios(path, shipped())
    assert scenario.is_changed


def test_every_key_is_explained() -> None:
    for model in (ScenarioFileSource, ScenarioSource, RowSource, ExpectSource):
        for name, field in model.model_fields.items():
            assert f"`{field.alias or name}" in PAGE or f"{name}:" in PAGE, name
