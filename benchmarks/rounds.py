"""Measures cases: the sides of each take turns, so that what else the machine does falls on all."""

import sys

from benchmarks.case import Case, Side
from benchmarks.processes import Measured, ProcessFailedError, measure
from benchmarks.results import CaseResult, SideResult, judged


def measured_case(case: Case, rounds: int | None = None) -> CaseResult:
    """All rounds of a case, after one of its first side that does not count: by then the files are at hand.

    A side that fails is left out, and says why.
    """
    measured: dict[str, list[Measured]] = {side.name: [] for side in case.sides}
    left_out = {side.name: side.lacks for side in case.sides if side.lacks}
    floor = case.sides[0].name
    for number in range((rounds or case.rounds) + 1):
        for side in case.sides:
            if side.name in left_out or (number == 0 and side.name != floor):
                continue
            _say(f"{case.name}: {side.name}, {f'round {number}' if number else 'first of all, not counted'}")
            try:
                one = measure(side.command, side.codes, side.settings, side.counted is not None)
            except ProcessFailedError as error:
                left_out[side.name] = str(error)
                _say(f"  left out, {error}: {error.said}")
            else:
                measured[side.name] += [one] if number else []
    return judged(case, {side.name: _result(side, measured[side.name], left_out) for side in case.sides})


def _result(side: Side, measured: list[Measured], left_out: dict[str, str]) -> SideResult:
    """No rounds of one that failed in any of them."""
    reason = left_out.get(side.name)
    return SideResult(side.units, () if reason else tuple(measured), reason, side.counted)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
