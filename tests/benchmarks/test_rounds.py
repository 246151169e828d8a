"""Sides take turns, and one that fails is left out. Real processes, as short as there are."""

import sys

from benchmarks.case import Case, Side
from benchmarks.rounds import measured_case


def test_every_side_has_its_rounds_and_a_failing_one_none() -> None:
    sides = [
        Side("floor", [sys.executable, "-c", "print(2)"], counted="things"),
        Side("failing", [sys.executable, "-c", "raise SystemExit(5)"]),
        Side("absent", ["nothing"], lacks="not installed"),
    ]
    found = measured_case(Case("few", "Few", "call", sides), rounds=2).sides
    assert [len(found[side.name].rounds) for side in sides] == [2, 0, 0]
    assert [found[side.name].left_out for side in sides] == [None, "ended with code 5", "not installed"]
    assert (found["floor"].median("count"), found["floor"].counted) == (2, "things")
