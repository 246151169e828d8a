"""The model's words alone predict every verdict.

The oracle sees `cchc targets list -f json`, `cchc agencies list -f json` and the figures of a workbook,
never the program's code; here the program evaluates the workbook, and both must say the same of every
indicator, scope and period.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.believable import Believable, Habits
from tests.oracle.figures import Figure, figures_of
from tests.oracle.oracle import Key, Oracle, Verdict
from tests.oracle.workbook import write_matrix

ROOT = Path(__file__).parents[2]
SMALL = ("--targets", "tests/oracle/small-targets.yaml", "--agencies", "tests/oracle/small-agencies.yaml")
MOST_SHOWN = 40

COMPLETE = Habits()
CARELESS = Habits(silent=0.1, gap=0.03)
PROMPT = Habits(silent=0.02, gap=0.002)
DREADFUL = Habits(silent=0.3, gap=0.06, nil=0.3, oversized=0.05, scribble=0.02, refused=0.3)

YEARS = ("2021", "2022", "2023", "2024", "2025", "2026")
SOME_YEARS = ("2021", "2023", "2025", "2026")
PIECES = (
    *("2021", "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-H1", "2023-Q3", "2023-Q4"),
    *("2024-9M", "2024-Q4", "2025-Q1", "2025-Q2", "2025-07-01..2025-12-31", "2026-Q1"),
)
PUT_TOGETHER = ("2022-H1", "2022-9M", "2022", "2023", "2024", "2025-H1", "2025", "2024-10-01..2025-06-30")

ODD = (
    *figures_of("SA", "2022", {"leaders": 40, "trained-abroad": 12, "staff": 50}),
    *figures_of("SA", "2022", {"leaders": 40, "staff": 51}),
    *figures_of("ND", "2022", {"received": 900, "online": 0, "leaders": 3}),
    *figures_of("X4", "2022", {"received": 5, "online": 5}),
    *figures_of("H1", "2022-H1", {"received": 10, "online": 3, "plan-kept": False}),
    *figures_of("H1", "2022-Q2", {"received": 6, "online": 2}),
    *figures_of("H1", "2022-Q3", {"received": 7, "online": 2}),
    *figures_of("H1", "2022-Q4", {"received": 8, "online": 8}),
    *figures_of("H2", "2022", {"received": 9, "online": 1}),
    *figures_of("H2", "2022-Q1", {"received": 90, "online": 90}),
    *figures_of("X1", "2024-Q1", {"files": 10, "files-digital": 9}),
    *figures_of("X3", "2024", {"files": 70, "files-digital": 1}),
)
"""The same figure twice, two different ones, an agency outside the pools, one that doesn't exist yet, an item
not asked of it, overlapping periods, a year beside its quarter, an earlier life, a stock of a commune that is
gone."""


@dataclass(frozen=True)
class Scenario:
    """What agencies report, and what is asked. Nothing asked: the default period."""

    seed: int
    habits: Habits
    reported: tuple[str, ...]
    asked: tuple[str, ...] = ()
    by: tuple[str, ...] = ("level", "agency")
    min_coverage: int = 0
    files: tuple[str, ...] = ()
    beside: tuple[Figure, ...] = ()
    as_of: str = ""


SCENARIOS = {
    "complete province": Scenario(1, COMPLETE, ("2024",), ("2024",)),
    "agencies missing after the districts ended": Scenario(2, CARELESS, ("2025",), ("2025",)),
    "years": Scenario(3, CARELESS, SOME_YEARS, SOME_YEARS, by=("level",)),
    "years of dreadful reporting": Scenario(4, DREADFUL, SOME_YEARS, SOME_YEARS, by=(), min_coverage=60),
    "year from its parts": Scenario(
        5, PROMPT, ("2025-H1", "2025-Q3", "2025-Q4"), ("2025-H1", "2025-Q4", "2025"), by=("level",)
    ),
    "before the decision": Scenario(6, CARELESS, ("2021-9M",), ("2021-9M", "2021"), by=()),
    "default period": Scenario(7, COMPLETE, ("2023", "2024"), beside=ODD, files=SMALL),
    "small": Scenario(10, COMPLETE, YEARS, YEARS, files=SMALL),
    "small, careless": Scenario(11, CARELESS, YEARS, YEARS, min_coverage=70, files=SMALL),
    "small, dreadful": Scenario(12, DREADFUL, YEARS, YEARS, files=SMALL),
    "small, from parts": Scenario(20, COMPLETE, PIECES, (*PIECES, *PUT_TOGETHER), files=SMALL),
    "small, from careless parts": Scenario(21, CARELESS, PIECES, PUT_TOGETHER, files=SMALL),
    "small, from dreadful parts": Scenario(22, DREADFUL, PIECES, PUT_TOGETHER, files=SMALL),
    "small, on the map of 2026": Scenario(13, CARELESS, YEARS, YEARS, files=SMALL, as_of="2026-01-01"),
    "small, on the map of 2025": Scenario(14, COMPLETE, YEARS, YEARS, files=SMALL, as_of="2025-03-31"),
    "small, on the map of 2021, dreadful": Scenario(
        15, DREADFUL, YEARS, YEARS, files=SMALL, as_of="2021-12-31"
    ),
    "small, from parts, on the map of 2025": Scenario(
        23, PROMPT, PIECES, (*PIECES, *PUT_TOGETHER), files=SMALL, as_of="2025-07-01"
    ),
    "on the map of the last day of the districts": Scenario(
        16, CARELESS, ("2023",), ("2023",), by=("level",), as_of="2025-06-30"
    ),
    "small, odd": Scenario(
        30,
        COMPLETE,
        ("2021", "2023", "2024"),
        ("2022", "2022-H1", "2022-9M", "2024"),
        files=SMALL,
        beside=ODD,
    ),
}


@cache
def cchc(*arguments: str) -> tuple[int, Any]:
    """The exit code and the JSON that the command printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_")}
    process = subprocess.run(
        [sys.executable, "-m", "cchc_cli", *arguments, "-f", "json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert process.stdout, process.stderr.decode("utf-8", "replace")
    return process.returncode, json.loads(process.stdout)


_WHOLE_PROVINCE = {
    "years",
    "year from its parts",
    "agencies missing after the districts ended",
    "years of dreadful reporting",
    "complete province",
}
"""Half a minute together."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] * (name in _WHOLE_PROVINCE)) for name in SCENARIOS]
)
def test_the_program_says_what_the_model_predicts(name: str, tmp_path: Path) -> None:
    scenario = SCENARIOS[name]
    targets, agencies = _listings(scenario)
    figures = Believable(targets, agencies, scenario.seed).figures(scenario.reported, scenario.habits)
    figures.extend(scenario.beside)
    write_matrix(figures, tmp_path / "data.xlsx")

    as_of = date.fromisoformat(scenario.as_of) if scenario.as_of else None
    oracle = Oracle(targets, agencies, figures, scenario.min_coverage, as_of)
    predicted = oracle.verdicts(scenario.asked or [oracle.default_period()], scenario.by)
    exit_code, run = cchc("evaluate", str(tmp_path / "data.xlsx"), *_options(scenario))

    said = {_key(verdict): verdict for verdict in run["verdicts"]}
    assert len(said) == len(run["verdicts"]), "more than one verdict of one indicator, scope and period"
    differences = list(_differences(predicted, said))
    shown = "\n".join(differences[:MOST_SHOWN])
    assert not differences, f"{len(differences)} differences\n{shown}"
    assert run["summary"] == _summary(predicted.values())
    assert exit_code == oracle.exit_code(predicted.values())


def _listings(scenario: Scenario) -> tuple[dict[str, Any], dict[str, Any]]:
    targets, agencies = scenario.files[:2], scenario.files[2:]
    return cchc("targets", "list", *targets)[1], cchc("agencies", "list", *agencies)[1]


def _options(scenario: Scenario) -> list[str]:
    options = list(scenario.files)
    for period in scenario.asked:
        options.extend(("--period", period))
    for rows in scenario.by:
        options.extend(("--by", rows))
    if scenario.min_coverage:
        options.extend(("--min-coverage", str(scenario.min_coverage)))
    if scenario.as_of:
        options.extend(("--as-of", scenario.as_of))
    return options


def _key(verdict: dict[str, Any]) -> Key:
    return verdict["indicator"], verdict["scope"]["kind"], verdict["scope"]["code"], verdict["period"]


def _differences(predicted: dict[Key, Verdict], said: dict[Key, dict[str, Any]]) -> Iterable[str]:
    for key in sorted(predicted.keys() | said.keys()):
        place = "  ".join(key)
        if key not in said:
            yield f"{place}: the program makes no such verdict; expected {predicted[key].status}"
        elif key not in predicted:
            yield f"{place}: the program makes a verdict that the oracle doesn't know: {said[key]['status']}"
        else:
            expected, found = _as_json(predicted[key]), _of_program(said[key])
            for name in expected:
                if expected[name] != found[name]:
                    yield f"{place}: {name}: the oracle {expected[name]!r}, the program {found[name]!r}"


def _as_json(verdict: Verdict) -> dict[str, Any]:
    said = {name: _plain(value) for name, value in vars(verdict).items()}
    return {**said, "missing": sorted(said["missing"])}


def _plain(value: Any) -> Any:
    """As JSON has it: the nearest double, ISO dates, lists."""
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def _of_program(verdict: dict[str, Any]) -> dict[str, Any]:
    """`below-stop-condition` is left out: the listing does not say where a ladder was meant to stop."""
    following, last_known = verdict["next"], verdict["last_known"]
    return {
        **verdict,
        **verdict["coverage"],
        "missing": sorted(verdict["coverage"]["missing"]),
        "notes": sorted(set(verdict["notes"]) - {"below-stop-condition"}),
        "next": following and [following["bound"], following["operator"], following["due"]],
        "pace": _pace(verdict["pace"]) if verdict["scope"]["kind"] != "agency" else None,
        "last_known": last_known and [last_known[name] for name in ("period", "value", "bound", "status")],
    }


def _pace(pace: dict[str, Any]) -> list[Any] | None:
    if not pace:
        return None
    names = ("method", "expected", "state", "needed_per_year", "reached_early")
    return [*(pace[name] for name in names), pace["projected"] and pace["projected"]["value"]]


def _summary(verdicts: Iterable[Verdict]) -> dict[str, int]:
    official = [verdict for verdict in verdicts if verdict.official]
    counted = [verdict.status for verdict in official if not verdict.aspirational]
    statuses = ("met", "missed", "not_due", "no_data", "not_applicable", "not_evaluable", "inconclusive")
    return {
        **{status: counted.count(status) for status in statuses},
        "aspirational": sum(verdict.aspirational for verdict in official),
        "provisional": sum(verdict.provisional for verdict in official),
    }
