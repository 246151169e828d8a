"""Who reports an item that is asked of one agency by its code, once that agency has been merged."""

from datetime import date

import pytest

from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry

DISBURSEMENT = ("agency:SKHDT",)


@pytest.mark.parametrize(
    ("period", "reporter"),
    [
        ("2024", "agency:SKHDT"),
        ("2025-01-01..2025-02-28", "agency:SKHDT"),
        ("2025-Q1", "agency:STC"),
        ("2025", "agency:STC"),
        ("2030", "agency:STC"),
    ],
)
def test_a_merged_department_is_asked_until_it_ended_and_its_heir_from_then_on(
    packaged: Registry, period: str, reporter: str
) -> None:
    assert packaged.reporters(DISBURSEMENT, Period.parse(period)) == (reporter,)


def test_an_heir_is_not_asked_before(packaged: Registry) -> None:
    asked = packaged.reporters(DISBURSEMENT, Period.parse("2021"))
    finance = packaged.life_in("STC", Period.parse("2021"))
    assert finance is not None
    assert not finance.matches(asked)


@pytest.mark.parametrize(
    ("period", "reporters"),
    [
        ("2025-H1", ("agency:BQLKCN",)),
        ("2025", ("agency:BQLKKT", "agency:BQLKCN")),
        ("2026", ("agency:BQLKKT",)),
    ],
)
def test_an_heir_that_began_within_the_period_leaves_the_days_before_to_who_was_there(
    packaged: Registry, period: str, reporters: tuple[str, ...]
) -> None:
    """The board of the economic zone began on 17/07/2025: it cannot know the months before."""
    assert packaged.reporters(("agency:BQLKCN",), Period.parse(period)) == reporters


def test_two_that_became_one_are_asked_once(packaged: Registry) -> None:
    both = ("agency:STTTT", "agency:SKHCN")
    assert packaged.reporters(both, Period.parse("2025")) == ("agency:SKHCN",)
    assert packaged.reporters(both, Period.parse("2024")) == both


def test_levels_and_groups_mean_whoever_belongs_to_them(packaged: Registry) -> None:
    selectors = ("group:department", "level:commune")
    assert packaged.reporters(selectors, Period.parse("2025")) == selectors


def test_what_was_divided_has_no_holder_and_is_asked_of_nobody_else(packaged: Registry) -> None:
    assert packaged.holder("SLDTBXH", date(2025, 3, 1)) is None
    labour = ("agency:SLDTBXH",)
    assert packaged.reporters(labour, Period.parse("2025")) == labour


def test_a_code_that_goes_on_holds_its_own_work_under_every_name(packaged: Registry) -> None:
    names = [packaged.holder("CTHUE", day) for day in (date(2025, 2, 28), date(2025, 3, 1), date(2025, 7, 1))]
    assert [life and life.name.vi for life in names] == [
        "Cục Thuế tỉnh",
        "Chi cục Thuế khu vực XVII",
        "Thuế tỉnh",
    ]


def test_nobody_holds_the_work_of_a_level_that_ended_or_of_a_code_that_is_not_there_yet(
    packaged: Registry,
) -> None:
    assert packaged.holder("819", date(2025, 7, 1)) is None
    assert packaged.holder("SNNMT", date(2025, 2, 28)) is None
    assert packaged.holder("KHONGCO", date(2025, 7, 1)) is None
