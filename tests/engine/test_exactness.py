"""Verdicts are exact: held against fractions, whatever the order of rows, agencies and files."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.source import Operator
from cchc_cli.engine.judge import change_shortfall, is_met, share_shortfall
from cchc_cli.run import Status
from tests.engine.province import CITE, POOLED, ask, catalogue, figures, judge, only, share

BOUNDS = st.decimals(min_value=0, max_value=100, places=2).map(Fraction)
COUNTS = st.integers(0, 10**9)
PARTS = st.tuples(COUNTS, COUNTS).map(sorted)


@pytest.fixture(scope="module")
def at_least_58(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(
        tmp_path_factory.mktemp("targets"), share(f"      - {{every: period, bound: 58, {CITE}}}")
    )


def test_29_of_50_is_at_least_58_percent(at_least_58: Catalogue) -> None:
    assert 29 / 50 * 100 < 58, "in doubles it would be missed"
    observations = figures("2024", done={"A": 29}, all={"A": 50})
    verdict = only(judge(at_least_58, observations, ask("2024", by=["province"])))
    assert verdict.status is Status.MET


def test_49_of_50_is_not_above_98_percent(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(f"      - {{every: period, operator: '>', bound: 98, {CITE}}}"))
    observations = figures("2024", done={"A": 49}, all={"A": 50})
    verdict = only(judge(source, observations, ask("2024", by=["province"])))
    assert (verdict.status, verdict.gap, verdict.shortfall) == (Status.MISSED, 0, 1)


@given(st.dictionaries(st.sampled_from(POOLED), PARTS, min_size=1), st.randoms())
def test_pooled_values(at_least_58: Catalogue, parts: Mapping[str, list[int]], random: object) -> None:
    done = {code: part for code, (part, _) in parts.items()}
    whole = {code: total for code, (_, total) in parts.items()}
    observations = figures("2024", done=done, all=whole)
    random.shuffle(observations)  # type: ignore[attr-defined]
    verdict = only(judge(at_least_58, observations, ask("2024", by=["province"])))
    total = sum(whole.values())
    if total == 0:
        assert verdict.status is Status.NOT_EVALUABLE
        return
    pooled = Fraction(100 * sum(done.values()), total)
    assert verdict.value == pytest.approx(float(pooled), abs=0)
    assert (verdict.status is Status.MET) == (pooled >= 58)
    shares = [Fraction(100 * part, size) for part, size in parts.values() if size]
    assert min(shares) <= pooled <= max(shares)


@given(COUNTS, COUNTS, BOUNDS, st.sampled_from([Operator.AT_LEAST, Operator.ABOVE]))
def test_the_shortfall_is_the_least_that_suffices(
    a: int, b: int, bound: Fraction, operator: Operator
) -> None:
    part, whole = sorted((a, b))
    if whole == 0:
        return
    missing = share_shortfall(part, whole, operator, bound)
    if missing is None:
        assert not is_met(Fraction(100), operator, bound)
        return
    assert is_met(Fraction(100 * (part + missing), whole), operator, bound)
    if missing > 0:
        assert not is_met(Fraction(100 * (part + missing - 1), whole), operator, bound)


@given(st.integers(0, 10**6), st.integers(1, 10**6), BOUNDS)
def test_the_least_reduction(present: int, baseline: int, bound: Fraction) -> None:
    def reduction(figure: int) -> Fraction:
        return Fraction(100 * (baseline - figure), baseline)

    missing = int(change_shortfall(present, baseline, Operator.REDUCE, bound, whole=True))
    assert is_met(reduction(present - missing), Operator.REDUCE, bound)
    if missing:
        assert not is_met(reduction(present - missing + 1), Operator.REDUCE, bound)


def test_budgets_beyond_64_bits(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 90, {CITE}}}", "spent", "plan"))
    observations = figures("2024", spent={"A": "899999999999999.99"}, plan={"A": "999999999999999.99"})
    verdict = only(judge(source, observations, ask("2024")))
    assert verdict.status is Status.MISSED
