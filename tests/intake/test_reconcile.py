"""One figure said more than once: who wins, and who is told."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.intake.comparisons.reconcile import Reconciled, reconcile
from cchc_cli.observation import Address, Key, Observation, SetAside, Submission, SubmissionKind
from cchc_cli.period import Period

PERIOD = Period.parse("2024")
KEY = Key("SNV", "settled", PERIOD)
OFFICIAL, SUPPLEMENT, CORRECTION = SubmissionKind

UNREADABLE = None


def settle(*said: tuple[SubmissionKind, int, int | None]) -> Reconciled:
    """Reconciles one key; each file says its kind, its number and a value, None for one unreadable."""
    submissions = [
        Submission(f"{file}.xlsx", "", "form", ("A",), "SNV", kind, number)
        for file, (kind, number, _) in enumerate(said)
    ]
    observations = [
        Observation(*KEY, Decimal(value), Address(file, 0, 1, 1))
        for file, (_, _, value) in enumerate(said)
        if value is not None
    ]
    set_aside = [
        SetAside(KEY, Address(file, 0, 1, 1), "value-ambiguous")
        for file, (_, _, value) in enumerate(said)
        if value is None
    ]
    return reconcile(observations, set_aside, submissions)


def value_of(result: Reconciled) -> int | None:
    """The value that stands; None where the figure is unusable."""
    assert bool(result.observations) != bool(result.unusable)
    return int(result.observations[0].value) if result.observations else None


def test_copies_are_used_once() -> None:
    result = settle((OFFICIAL, 1, 5), (OFFICIAL, 1, 5), (OFFICIAL, 1, 5))
    assert value_of(result) == 5
    assert len(result.copies) == 2


def test_contradicting_figures_cancel_out() -> None:
    result = settle((OFFICIAL, 1, 5), (OFFICIAL, 2, 6))
    assert value_of(result) is None
    assert len(result.conflicts) == 1


def test_a_correction_replaces_and_the_old_value_stays_visible() -> None:
    result = settle((OFFICIAL, 1, 5), (CORRECTION, 1, 6))
    assert value_of(result) == 6
    (pair,) = result.superseded
    assert (int(pair.used.value), int(pair.other.value)) == (6, 5)


def test_a_correction_ends_a_contradiction() -> None:
    assert value_of(settle((OFFICIAL, 1, 5), (OFFICIAL, 1, 6), (CORRECTION, 1, 7))) == 7


def test_the_correction_with_the_highest_number_is_the_last() -> None:
    assert value_of(settle((OFFICIAL, 1, 5), (CORRECTION, 2, 7), (CORRECTION, 1, 6))) == 7


def test_two_corrections_of_one_number_contradict_each_other() -> None:
    assert value_of(settle((OFFICIAL, 1, 5), (CORRECTION, 1, 7), (CORRECTION, 1, 6))) is None


@pytest.mark.parametrize("kind", [CORRECTION, SUPPLEMENT])
def test_one_without_a_number_is_the_first(kind: SubmissionKind) -> None:
    """Often only the second has a number; beside another first nobody knows which was sent last."""
    last, first = (7, 6) if kind is CORRECTION else (6, 7)
    assert value_of(settle((kind, 2, last), (kind, 0, first))) == 7
    assert value_of(settle((kind, 1, 6), (kind, 0, 7))) is None


def test_a_supplement_only_fills_blanks() -> None:
    assert value_of(settle((SUPPLEMENT, 1, 6))) == 6
    result = settle((OFFICIAL, 1, 5), (SUPPLEMENT, 1, 6))
    assert value_of(result) == 5
    assert len(result.superseded) == 1


def test_the_first_supplement_leaves_no_blank_to_the_second() -> None:
    assert value_of(settle((SUPPLEMENT, 2, 7), (SUPPLEMENT, 1, 6))) == 6


def test_a_cell_that_cannot_be_read_is_made_good_by_another() -> None:
    assert value_of(settle((OFFICIAL, 1, UNREADABLE))) is None
    assert value_of(settle((OFFICIAL, 1, UNREADABLE), (OFFICIAL, 1, 5))) == 5
    assert value_of(settle((OFFICIAL, 1, UNREADABLE), (SUPPLEMENT, 1, 5))) == 5
    assert value_of(settle((OFFICIAL, 1, UNREADABLE), (CORRECTION, 1, 5))) == 5


def test_a_correction_that_cannot_be_read_leaves_nothing_certain() -> None:
    assert value_of(settle((OFFICIAL, 1, 5), (CORRECTION, 1, UNREADABLE))) is None


def test_an_exact_column_is_preferred_to_one_that_is_nearly_the_item() -> None:
    submissions = [Submission(name, "", "form-06", ("A",)) for name in "ab"]
    nearly = Observation(*KEY, Decimal(5), Address(0, 0, 1, 1), approximate=True)
    exactly = Observation(*KEY, Decimal(5), Address(1, 0, 1, 1))
    assert reconcile([nearly, exactly], [], submissions).observations == [exactly]


_SAID = st.tuples(st.sampled_from(SubmissionKind), st.integers(0, 2), st.none() | st.integers(1, 3))


@given(st.lists(_SAID, min_size=1, max_size=4))
def test_the_order_of_the_files_decides_nothing(said: list[tuple[SubmissionKind, int, int | None]]) -> None:
    results = {value_of(settle(*order)) for order in itertools.permutations(said)}
    assert len(results) == 1


@given(st.lists(_SAID, min_size=1, max_size=5))
def test_no_figure_is_invented(said: list[tuple[SubmissionKind, int, int | None]]) -> None:
    result = value_of(settle(*said))
    assert result is None or result in [value for _, _, value in said]
