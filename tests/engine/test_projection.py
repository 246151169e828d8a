"""Where the last years lead."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.engine.projection import Trend
from cchc_cli.period import Period

VALUES = st.fractions(min_value=-100, max_value=100, max_denominator=100)
DUE = date(2025, 12, 31)


def trend(*values: str | int | Fraction, last: int = 2023) -> Trend | None:
    """Yearly values, the last of them of the year `last`."""
    first = last - len(values) + 1
    return Trend.of((Period.of_year(first + n), Fraction(value)) for n, value in enumerate(values))


def test_one_value_leads_nowhere() -> None:
    assert trend(40) is None


def test_no_more_than_three_years_back() -> None:
    found = trend(90, 10, 20, 30, 40)
    assert found is not None
    assert (found.years, found.per_year, len(found.values)) == (3, 10, 4)


@given(VALUES, VALUES, st.integers(1, 3))
def test_steady_years_go_on_as_they_went(value: Fraction, step: Fraction, years: int) -> None:
    found = trend(*(value + step * n for n in range(years + 1)))
    assert found is not None
    assert found.per_year == step, "also where it is zero, and where the values change their sign"
    assert found.value_on(DUE) == value + step * (years + 2)
    assert found.value_on(date(2023, 12, 31)) == value + step * years, "due today it is today's value"


@given(st.lists(VALUES, min_size=2, max_size=4))
def test_the_mean_of_the_yearly_changes(values: list[Fraction]) -> None:
    found = trend(*values)
    changes = [after - before for before, after in pairwise(values)]
    assert found is not None
    assert found.per_year == sum(changes) / len(changes)


@given(VALUES, VALUES)
def test_a_share_stays_between_nothing_and_all(one: Fraction, other: Fraction) -> None:
    found = trend(one, other)
    assert found is not None
    assert 0 <= found.value_on(DUE, (Fraction(0), Fraction(100))) <= 100


def test_a_first_half_is_half_a_year_later() -> None:
    """40 to 50 in a year and 181/365 of one; the other 184 days bring 10 x 184/546 more."""
    found = Trend.of([(Period.parse("2023-H1"), Fraction(50)), (Period.of_year(2021), Fraction(40))])
    assert found is not None
    assert found.value_on(date(2023, 12, 31)) == 50 + Fraction(10 * 184, 365 + 181)


def test_less_than_a_year_leads_nowhere() -> None:
    """5 points in a quarter are not 20 a year until 2030."""
    year, quarter = (Period.of_year(2022), Fraction(50)), (Period.parse("2023-Q1"), Fraction(55))
    assert Trend.of([year, quarter]) is None
    assert Trend.of([(Period.of_year(2021), Fraction(45)), year, quarter]) is not None
