"""Which target of a line is in force in a period."""

from datetime import date

import pytest

from cchc_cli.catalogue.in_force import has_come_due, is_kept_floor, standing
from cchc_cli.catalogue.source import Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.period import Period


def target(
    due: str | None = None,
    since: str | None = None,
    until: str | None = None,
    operator: Operator = Operator.AT_LEAST,
) -> Target:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    return Target(
        level="all",
        due=day(due),
        since=day(since),
        until=day(until),
        judged="period",
        operator=operator,
        bound=None,
        upper=None,
        baseline=None,
        present=None,
        external=None,
        step=None,
        rate=None,
        aspirational=False,
        readings=(),
        lead=None,
        citations=(),
        line=1,
    )


BY_2025, BY_2030 = target("2025-12-31"), target("2030-12-31")


@pytest.mark.parametrize(
    ("period", "state", "in_force", "following"),
    [
        ("2024", "not-yet", None, BY_2025),
        ("2025-Q4", "not-yet", None, BY_2025),
        ("2025", "in-force", BY_2025, BY_2030),
        ("2026-Q1", "in-force", BY_2025, BY_2030),
        ("2030-Q4", "in-force", BY_2025, BY_2030),
        ("2030", "in-force", BY_2030, None),
    ],
)
def test_the_line_over_the_years(
    period: str, state: str, in_force: Target | None, following: Target | None
) -> None:
    found = standing((BY_2025, BY_2030), Period.parse(period))
    assert (found.state, found.target, found.following) == (state, in_force, following)


def test_a_day_within_the_year_counts_from_that_day() -> None:
    plan = target("2021-11-17")
    assert not has_come_due(plan, Period.parse("2021-9M"))
    assert has_come_due(plan, Period.parse("2021-Q4"))


def test_a_milestone_comes_into_force_with_any_period_that_reaches_its_day() -> None:
    milestone = target("2025-12-31", operator=Operator.DONE)
    assert has_come_due(milestone, Period.parse("2025-Q4"))
    assert not has_come_due(BY_2025, Period.parse("2025-Q4"))
    assert not has_come_due(milestone, Period.parse("2025-9M"))


def test_an_undated_target_binds_from_the_start() -> None:
    duty = target()
    assert standing((duty,), Period.parse("2021-Q1")).target is duty
    assert not is_kept_floor(duty, Period.parse("2029"))


def test_a_lapsed_target_has_ended() -> None:
    lapsing = target("2025-12-31", until="2025-12-31")
    assert standing((lapsing,), Period.parse("2025")).state == "in-force"
    assert standing((lapsing,), Period.parse("2026-Q1")).state == "ended"
    assert standing((lapsing,), Period.parse("2026-Q1")).cited is lapsing


def test_kept_floors_name_an_earlier_year() -> None:
    assert not is_kept_floor(BY_2025, Period.parse("2025"))
    assert is_kept_floor(BY_2025, Period.parse("2026-Q1"))
