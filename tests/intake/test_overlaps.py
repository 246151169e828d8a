"""Periods of one agency that share days."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.overlaps import overlap_findings
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.language import Language
from cchc_cli.observation import Address, Observation, Submission
from cchc_cli.period import Period
from tests.intake.programme import ITEMS, REGISTRY

POINTER = Pointer([Submission("a.xlsx", "", "matrix", ("Bảng",))], ITEMS, REGISTRY)
FIRST = date(2024, 1, 1)

_PERIODS = st.lists(
    st.builds(
        lambda start, length: Period.between(
            FIRST + timedelta(days=start), FIRST + timedelta(days=start + length)
        ),
        st.integers(0, 40),
        st.integers(0, 15),
    ),
    min_size=1,
    max_size=7,
    unique=True,
)


@given(_PERIODS)
def test_every_period_that_shares_a_day_with_another_is_named(periods: list[Period]) -> None:
    figures = Figures(
        Observation("SNV", "settled", period, Decimal(1), Address(0, 0, row, 1))
        for row, period in enumerate(periods, start=1)
    )
    sharing = {period for pair in combinations(periods, 2) if pair[0].overlaps(pair[1]) for period in pair}
    found = list(overlap_findings(figures, POINTER))
    assert len(found) == bool(sharing)
    for finding in found:
        said = finding.message(Language.EN)
        assert {period for period in periods if period.in_words(Language.EN) in said} == sharing


def test_a_code_that_went_to_another_agency_is_two_and_their_days_overlap_nothing() -> None:
    earlier, later = REGISTRY.lives_by_code["28501"][0], REGISTRY.lives_by_code["28502"][0]
    lives = (replace(earlier, successors=("00412",)), replace(later, code="28501"))
    others = (each for each in REGISTRY.agencies if each.code not in ("28501", "28502"))
    registry = replace(REGISTRY, agencies=(*others, *lives))
    figures = Figures(
        Observation("28501", "settled", Period.parse(period), Decimal(1), Address(0, 0, 1, column))
        for column, period in enumerate(("2024-9M", "2024"), start=1)
    )
    assert not list(overlap_findings(figures, replace(POINTER, registry=registry)))


def test_of_very_many_periods_a_few_are_named() -> None:
    periods = [Period.between(FIRST, FIRST + timedelta(days=length)) for length in range(40)]
    figures = Figures(
        Observation("SNV", "settled", period, Decimal(1), Address(0, 0, row, 1))
        for row, period in enumerate(periods, start=1)
    )
    (finding,) = overlap_findings(figures, POINTER)
    assert "33 kỳ khác" in finding.message(Language.VI)
