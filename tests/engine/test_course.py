"""The straight way from a value to a bound, whatever the numbers."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.engine.course import Course, needed_per_year, years_between

VALUES = st.fractions(min_value=-200, max_value=200, max_denominator=1000)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2031, 12, 31))
NEW_YEAR = date(2021, 12, 31)


@st.composite
def courses(draw: st.DrawFn) -> Course:
    start_on, due = sorted(draw(st.lists(DAYS, min_size=2, max_size=2, unique=True)))
    return Course(start_on, draw(VALUES), draw(VALUES), due)


@given(st.integers(2000, 2040), st.integers(0, 20))
def test_a_year_is_a_year_with_or_without_a_leap_day(year: int, years: int) -> None:
    assert years_between(date(year, 12, 31), date(year + years, 12, 31)) == years


@given(DAYS, DAYS, DAYS)
def test_time_adds_up(one: date, two: date, three: date) -> None:
    assert years_between(one, two) + years_between(two, three) == years_between(one, three)
    assert years_between(one, one + timedelta(days=1)) > 0


@given(courses(), DAYS)
def test_nobody_is_asked_for_more_than_the_bound_or_to_fall_back(course: Course, day: date) -> None:
    expected = course.expected_on(day)
    assert min(course.start, course.bound) <= expected <= course.bound
    assert expected <= course.expected_on(day + timedelta(days=1))


@given(courses())
def test_a_course_begins_where_it_starts_and_ends_at_the_bound(course: Course) -> None:
    assert course.expected_on(course.due) == course.bound
    assert course.expected_on(course.start_on) == min(course.start, course.bound)


@given(VALUES, DAYS)
def test_a_base_at_the_target_asks_to_stay_there(value: Fraction, day: date) -> None:
    assert Course(NEW_YEAR, value, value, date(2025, 12, 31)).expected_on(day) == value


@given(VALUES, VALUES, DAYS)
def test_what_is_needed_a_year_leads_to_the_bound(value: Fraction, bound: Fraction, today: date) -> None:
    due = date(2025, 12, 31)
    needed = needed_per_year(value, bound, today, due)
    if value >= bound:
        assert needed == 0
    elif today >= due:
        assert needed is None, "no time is left"
    else:
        assert needed is not None
        assert value + needed * years_between(today, due) == bound


def test_a_rate_goes_on_year_by_year_until_the_bound() -> None:
    course = Course(NEW_YEAR, Fraction(55), Fraction(80), date(2030, 12, 31), Fraction(5))
    asked = [course.expected_on(date(year, 12, 31)) for year in (2020, 2022, 2024, 2026, 2028, 2030)]
    assert asked == [55, 60, 70, 80, 80, 80]


def test_half_a_year_is_counted_in_days() -> None:
    """181 of the 365 days of 2023: 50 + 20 x 181/365 = 59,917…"""
    rung = Course(date(2022, 12, 31), Fraction(50), Fraction(70), date(2023, 12, 31))
    assert rung.expected_on(date(2023, 6, 30)) == 50 + Fraction(20 * 181, 365)
