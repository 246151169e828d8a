"""Measures cases: the sides of each take turns, so that what else the machine does falls on all."""

import sys

from benchmarks.case import Case, Side
from benchmarks.processes import Measured, ProcessFailedError, measure
from benchmarks.results import CaseResult, SideResult, judged


def measured_case(case: Case, rounds: int | None = None) -> CaseResult:
    """All rounds of a case. A side that fails is left out, and says why."""
    measured: dict[str, list[Measured]] = {side.name: [] for side in case.sides}
    left_out = {side.name: side.lacks for side in case.sides if side.lacks}
    for number in range(rounds or case.rounds):
        for side in case.sides:
            if side.name in left_out:
                continue
            _say(f"{case.name}: {side.name}, round {number + 1}")
            try:
                measured[side.name].append(_measured(side))
            except ProcessFailedError as error:
                left_out[side.name] = str(error)
                _say(f"  left out: {error}")
    return judged(
        case,
        {
            side.name: SideResult(side.units, tuple(measured[side.name]), left_out.get(side.name))
            for side in case.sides
        },
    )


def _measured(side: Side) -> Measured:
    return measure(side.command, side.codes, side.settings, side.counts)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
