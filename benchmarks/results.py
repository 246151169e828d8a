"""What was measured, as it is kept in a JSON file: every round, and what comes of them."""

import json
import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.case import Case, Goal, Quantity
from benchmarks.processes import Measured

VERSION = 1


@dataclass(frozen=True, slots=True)
class SideResult:
    """All rounds of one side; none where it was left out."""

    units: int
    rounds: tuple[Measured, ...]
    left_out: str | None = None
    counted: str | None = None
    """What `count` is a number of, see `Side`."""

    def median(self, quantity: Quantity) -> float | None:
        """In seconds, or bytes; None where no round has it."""
        values = [value for one in self.rounds if (value := getattr(one, quantity)) is not None]
        return statistics.median(values) if values else None

    def of_one(self, quantity: Quantity) -> float | None:
        """What one form, row or figure takes."""
        median = self.median(quantity)
        return None if median is None else median / self.units


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal held against what was measured; `met` is None where a side was left out."""

    words: str
    value: float | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: its sides by name, the floor first."""

    title: str
    unit: str
    sides: Mapping[str, SideResult]
    goals: tuple[Judged, ...]


@dataclass(slots=True)
class Results:
    """Everything of one file: on what it was measured, with which corpora, and what came of each case."""

    machine: dict[str, Any]
    corpora: dict[str, Any] = field(default_factory=dict)
    cases: dict[str, CaseResult] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """As JSON, with the medians of every side beside its rounds."""
        content = {"version": VERSION, **asdict(self)}
        for case, result in self.cases.items():
            content["cases"][case]["medians"] = {name: _medians(side) for name, side in result.sides.items()}
        text = json.dumps(content, ensure_ascii=False, indent=1)
        path.write_text(f"{text}\n", encoding="utf-8")


def read_results(path: Path) -> Results:
    """What `write` wrote. Raises ValueError for a file of another version."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if content["version"] != VERSION:
        raise ValueError(f"results of version {content['version']}, not {VERSION}")
    cases = {name: _case(case) for name, case in content["cases"].items()}
    return Results(content["machine"], content["corpora"], cases, content["profile"])


def judged(case: Case, sides: Mapping[str, SideResult]) -> CaseResult:
    """A case with its goals decided."""
    return CaseResult(case.title, case.unit, dict(sides), tuple(_judged(goal, sides) for goal in case.goals))


def _judged(goal: Goal, sides: Mapping[str, SideResult]) -> Judged:
    side = sides[goal.side]
    value = side.median(goal.quantity) if goal.whole else side.of_one(goal.quantity)
    if goal.against is not None:
        other = sides[goal.against].of_one(goal.quantity)
        value = value / other if value is not None and other else None
    if value is None:
        return Judged(goal.words, None, None)
    value *= goal.scale
    is_met = (goal.most is None or value <= goal.most) and (goal.least is None or value >= goal.least)
    return Judged(goal.words, value, is_met)


def _medians(side: SideResult) -> dict[str, float | None]:
    quantities: tuple[Quantity, ...] = ("wall", "cpu", "memory", "count")
    return {quantity: side.median(quantity) for quantity in quantities}


def _case(case: dict[str, Any]) -> CaseResult:
    sides = {
        name: SideResult(**{**side, "rounds": tuple(Measured(**one) for one in side["rounds"])})
        for name, side in case["sides"].items()
    }
    return CaseResult(case["title"], case["unit"], sides, tuple(Judged(**goal) for goal in case["goals"]))
