"""The scenarios worked by hand that stand beside this file, loaded once."""

from functools import cache
from pathlib import Path

from cchc_cli.packaged import packaged_file
from cchc_cli.scenarios.ground import Ground
from cchc_cli.scenarios.loading import load_scenarios
from cchc_cli.scenarios.scenario import Scenario
from cchc_cli.scenarios.trial import Trial, try_one

HERE = Path(__file__).parent
FILES = tuple(sorted(HERE.glob("*.yaml")))


@cache
def shipped() -> Ground:
    """The catalogue and the registry that come with the program."""
    return Ground.read(packaged_file("targets.yaml"), packaged_file("agencies.yaml"))


@cache
def worked() -> dict[str, Scenario]:
    """Every scenario by its file and title."""
    return {
        f"{path.stem}: {scenario.title}": scenario
        for path in FILES
        for scenario in load_scenarios(path, shipped())
    }


@cache
def tried(name: str) -> Trial:
    return try_one(worked()[name])
