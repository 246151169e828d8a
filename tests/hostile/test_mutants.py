"""A part of the hostile corpus in every test run; `python -m tests.hostile 5000` is all of it."""

from tests.hostile.mutations import mutant
from tests.hostile.trial import failures

_FEW = range(10_000, 10_300)


def test_no_mutant_crashes_hangs_or_fills_the_memory() -> None:
    assert list(failures(_FEW)) == []


def test_a_seed_always_makes_the_same_file() -> None:
    assert mutant(7) == mutant(7)
    assert len({mutant(seed).raw for seed in range(100)}) > 90
