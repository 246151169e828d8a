"""Pace on a very small province; every expected figure is worked out by hand."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.level import Level
from cchc_cli.observation import Observation
from cchc_cli.pace import NoPace, Pace, PaceMethod, PaceState
from cchc_cli.run import Status, Verdict
from tests.engine.province import (
    AGENCIES,
    CITE,
    POOLED,
    agency,
    ask,
    catalogue,
    figures,
    judge,
    only,
    registry,
    share,
)

BY_2025 = f"      - {{year: 2025, bound: 80, {CITE}}}"
LADDER = f"""
      - {{year: 2021, bound: {{commune: 15}}, {CITE}}}
      - {{rise: {{points: 20, from: 2022, until: 2025}}, reading: [A01, A02], {CITE}}}"""


def done(**by_period: int | float) -> list[Observation]:
    """Percent done in each year (`y2023=40`) or period (`y2023_H1=40`), by everybody alike."""
    found = []
    for name, percent in by_period.items():
        period = name.removeprefix("y").replace("_", "-")
        numerators, denominators = dict.fromkeys(POOLED, int(percent * 10)), dict.fromkeys(POOLED, 1000)
        found += figures(period, done=numerators, all=denominators)
    return found


def pace_of(verdict: Verdict) -> Pace:
    assert isinstance(verdict.pace, Pace), verdict
    return verdict.pace


def pace(folder: Path, targets: str, observations: list[Observation], period: str) -> Pace:
    return pace_of(only(judge(catalogue(folder, share(targets)), observations, ask(period))))


def test_a_straight_line_from_the_first_value(tmp_path: Path) -> None:
    """From 20 in 2021 to 80 in 2025 it is 15 a year: 50 in 2023. From 44 it takes 18 a year; the last two
    years brought 12 each and lead to 68."""
    found = pace(tmp_path, BY_2025, done(y2021=20, y2022=33, y2023=44), "2023")
    assert (found.method, found.expected, found.difference) == (PaceMethod.LINE, 50, -6)
    assert found.start is not None
    assert (found.start.period, found.start.value) == ("2021", 20)
    assert (found.state, found.needed_per_year, found.reached_early) == (PaceState.BEHIND, 18, False)
    assert found.projected is not None
    assert (found.projected.value, found.projected.per_year, found.projected.years) == (68, 12, 2)
    assert [value.value for value in found.projected.values] == [20, 33, 44]
    assert found.projected.meets is False


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (50.6, PaceState.AHEAD),
        (50.5, PaceState.ON_TRACK),
        (49.5, PaceState.ON_TRACK),
        (49.4, PaceState.BEHIND),
    ],
)
def test_half_a_point_is_no_difference(tmp_path: Path, now: float, state: PaceState) -> None:
    assert pace(tmp_path, BY_2025, done(y2021=20, y2023=now), "2023").state is state


def test_from_nothing_there_is_no_growth_rate_and_none_is_needed(tmp_path: Path) -> None:
    found = pace(tmp_path, BY_2025, done(y2021=0, y2022=0), "2022")
    assert (found.expected, found.actual, found.needed_per_year) == (20, 0, pytest.approx(80 / 3))
    assert found.projected is not None
    assert (found.projected.value, found.projected.meets) == (0, False)


def test_one_value_only_has_nothing_to_be_held_against(tmp_path: Path) -> None:
    found = pace(tmp_path, BY_2025, done(y2023=44), "2023")
    assert (found.start, found.expected, found.state, found.projected) == (None, None, None, None)
    assert found.needed_per_year == 18


def test_a_bound_met_already_is_ahead_and_early(tmp_path: Path) -> None:
    for first in (20, 80, 95):
        found = pace(tmp_path, BY_2025, done(y2021=first, y2023=85), "2023")
        assert (found.state, found.reached_early, found.needed_per_year) == (PaceState.AHEAD, True, 0)
    assert found.expected == 80, "nobody who began above the bound is asked to fall back to it"


def test_a_base_at_the_target_that_was_lost_again(tmp_path: Path) -> None:
    found = pace(tmp_path, BY_2025, done(y2021=80, y2023=79.8), "2023")
    assert (found.expected, found.state) == (80, PaceState.ON_TRACK)


def test_on_the_due_day_nothing_is_left_to_even_out(tmp_path: Path) -> None:
    """The annual verdict stands in the period 2025; its last quarter ends on the same day."""
    found = pace(tmp_path, BY_2025, done(y2021=20, y2024=60, y2025_Q4=79.8), "2025-Q4")
    assert (found.expected, found.state, found.needed_per_year) == (80, PaceState.BEHIND, None)
    assert found.projected is not None
    assert (found.projected.value, found.projected.meets) == (79.8, False), "no more than it is today"
    found = pace(tmp_path, BY_2025, done(y2021=20, y2025_Q4=80), "2025-Q4")
    assert (found.state, found.reached_early) == (PaceState.AHEAD, False)


def test_years_are_held_against_years_and_what_a_half_year_is_part_of_is_not(tmp_path: Path) -> None:
    reported = done(y2021_H1=10, y2021=20, y2022=33, y2023_H1=38)
    found = pace(tmp_path, BY_2025, reported, "2023-H1")
    assert found.start is not None
    assert found.start.period == "2021"
    found = pace(tmp_path, BY_2025, [*reported, *done(y2023=44)], "2023")
    assert found.projected is not None
    assert [value.period for value in found.projected.values] == ["2021", "2022", "2023"]
    halves = pace(tmp_path, BY_2025, done(y2021_H1=10, y2022_H1=20), "2022-H1")
    assert halves.start is not None
    assert halves.start.period == "2021-H1", "where no year is known, what there is"


def test_a_ladder_goes_from_rung_to_rung(tmp_path: Path) -> None:
    """55 is due in 2023 and 75 in 2024: on the rung's own day it is what should be reached."""
    source = catalogue(tmp_path, share(LADDER))
    reported = done(y2022=40, y2023=50)
    verdict = only(judge(source, reported, ask("2023")), scope="commune")
    found = pace_of(verdict)
    assert verdict.status is Status.MISSED
    assert (found.method, found.to.bound, found.expected) == (PaceMethod.LADDER, 75, 55)
    assert (found.state, found.needed_per_year) == (PaceState.BEHIND, 25)
    assert found.projected is not None
    assert found.ladder_end is not None
    assert (found.projected.value, found.ladder_end.value, found.ladder_end.bound) == (60, 70, 95)
    half = pace_of(only(judge(source, [*reported, *done(y2024_H1=65)], ask("2024-H1")), scope="commune"))
    assert half.expected == pytest.approx(55 + 20 * 182 / 366), "2024 has a day more"
    assert half.state is PaceState.ON_TRACK


def test_just_below_a_rung_that_is_due_is_not_on_track(tmp_path: Path) -> None:
    verdict = only(judge(catalogue(tmp_path, share(LADDER)), done(y2022=40, y2023=54.9), ask("2023")))
    assert (verdict.status, pace_of(verdict).state) == (Status.MISSED, PaceState.BEHIND)


def test_a_ladder_on_actual_figures_states_no_bound_to_be_on_the_way_to(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(LADDER.replace("until: 2025", "until: 2025, on: actual")))
    verdict = only(judge(source, done(y2022=40, y2023=50), ask("2023")), scope="commune")
    assert isinstance(verdict.pace, NoPace)


def test_a_declared_rate_comes_before_the_line(tmp_path: Path) -> None:
    """5 points a year from 2023 on, from 40: 50 at the end of 2024, whatever the first value was."""
    declared = f"      - {{year: 2030, bound: 80, pace: {{points: 5, from: 2023, start: 40}}, {CITE}}}"
    found = pace(tmp_path, declared, done(y2021=20, y2024=52), "2024")
    assert (found.method, found.expected, found.state) == (PaceMethod.RATE, 50, PaceState.AHEAD)
    measured = declared.replace(", start: 40", "")
    found = pace(tmp_path, measured, done(y2021=20, y2022=42, y2024=52), "2024")
    assert (found.expected, found.start and found.start.period) == (52, "2022")
    unknown = pace(tmp_path, measured, done(y2021=20, y2024=52), "2024")
    assert (unknown.method, unknown.expected, unknown.state) == (PaceMethod.RATE, None, None)
    early = pace(tmp_path, declared, done(y2021=20, y2022=42), "2022")
    assert (early.expected, early.state) == (None, None), "no way is to be gone yet"


def test_a_rate_within_each_year(tmp_path: Path) -> None:
    """90 points a year are 90 x 181/365 = 44,63 by the end of June."""
    yearly = (
        f'      - {{every: period, judged: year, operator: ">", bound: 90, pace: {{points: 90}}, {CITE}}}'
    )
    source = catalogue(tmp_path, share(yearly, numerator="spent", denominator="plan"))
    half = figures("2023-H1", spent={"A": 400}, plan={"A": 1000})
    verdict = only(judge(source, half, ask("2023-H1")))
    found = pace_of(verdict)
    assert (verdict.status, found.method, found.to.bound) == (Status.NOT_DUE, PaceMethod.RATE, 90)
    assert (found.expected, found.state) == (pytest.approx(90 * 181 / 365), PaceState.BEHIND)
    assert (str(found.to.due), found.projected) == ("2023-12-31", None)
    quarter = figures("2023-Q2", spent={"A": 300}, plan={"A": 1000})
    assert isinstance(only(judge(source, quarter, ask("2023-Q2"))).pace, NoPace), "not from January on"
    year = figures("2023", spent={"A": 950}, plan={"A": 1000})
    assert isinstance(only(judge(source, year, ask("2023"))).pace, NoPace), "judged, not estimated"


def cut(baseline: str = "{year: 2021}", more: str = "") -> str:
    return f"""
  - id: measure
    area: TTHC
    name: {{vi: Giảm, en: Cut}}
    kind: change
    numerator: [units]
    targets:
      - {{year: 2025, operator: reduce>=, bound: 10, baseline: {baseline}{more}, {CITE}}}
"""


def units(**by_year: int) -> list[Observation]:
    return [
        each
        for name, count in by_year.items()
        for each in figures(name.removeprefix("y"), units={"A": count})
    ]


def test_a_reduction_starts_from_nothing_at_the_end_of_its_baseline(tmp_path: Path) -> None:
    """738 units in 2021, 709 in 2023: 3,93 % of 5 % expected; 7,86 % in 2025 at the same pace."""
    source = catalogue(tmp_path, cut())
    found = pace_of(only(judge(source, units(y2021=738, y2022=724, y2023=709), ask("2023"))))
    assert found.start is not None
    assert (str(found.start.day), found.start.value, found.start.period) == ("2021-12-31", 0, None)
    assert (found.expected, found.state) == (5, PaceState.BEHIND)
    assert found.actual == pytest.approx(100 * 29 / 738)
    assert found.needed_per_year == pytest.approx((10 - 100 * 29 / 738) / 2)
    assert found.projected is not None
    assert found.projected.value == pytest.approx(2 * 100 * 29 / 738)
    assert found.projected.meets is False


def test_a_reduction_that_turned_into_a_rise(tmp_path: Path) -> None:
    """From 5 % less to 5 % more: below zero now, 15 points to go, and ever further away."""
    source = catalogue(tmp_path, cut())
    found = pace_of(only(judge(source, units(y2021=1000, y2022=950, y2023=1050), ask("2023"))))
    assert (found.actual, found.expected, found.difference) == (-5, 5, -10)
    assert (found.state, found.needed_per_year) == (PaceState.BEHIND, 7.5)
    assert found.projected is not None
    assert (found.projected.per_year, found.projected.value) == (-2.5, -10)


def test_a_change_has_no_pace_before_its_baseline_is_over_or_confirmed(tmp_path: Path) -> None:
    reported = units(y2021=1000, y2022=950, y2023=900)
    for baseline in ("{year: 2023}", "{year: 2021, confirmed: false}"):
        verdict = only(judge(catalogue(tmp_path, cut(baseline)), reported, ask("2022")))
        assert (verdict.value is not None, isinstance(verdict.pace, NoPace)) == (True, True)
    first_day = pace_of(only(judge(catalogue(tmp_path, cut("{year: 2023}")), reported, ask("2023"))))
    assert (first_day.actual, first_day.expected, first_day.state) == (0, None, None)
    assert first_day.projected is None, "nor do the years before lead anywhere"
    later = [*reported, *units(y2024=891)]
    found = pace_of(only(judge(catalogue(tmp_path, cut("{year: 2023}")), later, ask("2024"))))
    assert found.projected is not None
    assert [value.period for value in found.projected.values] == ["2023", "2024"]


@pytest.mark.parametrize(
    ("later", "is_told"),
    [
        ("operator: reduce>=, bound: 20, baseline: {year: 2021}", True),
        ("operator: reduce>=, bound: 20, baseline: {year: 2022}", False),
        ("operator: increase>=, bound: 20, baseline: {year: 2021}", False),
    ],
)
def test_a_change_is_not_on_its_way_to_what_is_measured_otherwise(
    tmp_path: Path, later: str, is_told: bool
) -> None:
    targets = cut().rstrip() + f"\n      - {{year: 2030, {later}, {CITE}}}\n"
    reported = units(y2021=1000, y2022=800, y2025=700)
    verdict = only(judge(catalogue(tmp_path, targets), reported, ask("2025")))
    assert (verdict.value, isinstance(verdict.pace, Pace)) == (30, is_told)


def test_a_floor_in_force_is_the_least_that_is_expected(tmp_path: Path) -> None:
    """From 20 in 2021 to 80 in 2030 the line stands at 40 in 2024, but 60 has been due since 2023."""
    targets = f"      - {{year: 2023, bound: 60, {CITE}}}\n      - {{year: 2030, bound: 80, {CITE}}}"
    for now, state in ((65, PaceState.AHEAD), (60, PaceState.ON_TRACK), (59.9, PaceState.BEHIND)):
        found = pace(tmp_path, targets, done(y2021=20, y2024=now), "2024")
        assert (found.expected, found.floor, found.state) == (60, 60, state)
    found = pace(tmp_path, targets, done(y2021=79, y2024=79), "2024")
    assert (found.floor, found.expected) == (None, pytest.approx(79 + 1 / 3))


def test_nothing_is_estimated_for_a_level_on_its_last_day(tmp_path: Path) -> None:
    targets = f"      - {{year: 2025, bound: {{district: 80, commune: 80}}, {CITE}}}"
    source = catalogue(tmp_path, share(targets))
    reported = done(y2021=20, y2024=50, y2025_H1=60, y2025=60)
    question = ask("2024", "2025-H1", "2025", by=("agency",))
    paces = {(v.period, v.scope.code): v.pace for v in judge(source, reported, question).verdicts}
    assert isinstance(paces["2024", "district"], Pace)
    assert isinstance(paces["2024", "D1"], Pace)
    assert isinstance(paces["2025-H1", "commune"], Pace)
    assert isinstance(paces["2025-H1", "district"], NoPace)
    assert isinstance(paces["2025-H1", "D1"], NoPace)
    assert isinstance(paces["2025", "district"], NoPace), "not applicable"


def test_the_last_day_there_is_may_stand_for_the_latest_map(tmp_path: Path) -> None:
    source, reported = catalogue(tmp_path, share(BY_2025)), done(y2021=20, y2023=44)
    latest, last = (
        only(judge(source, reported, ask("2023", as_of=day))) for day in (date(2026, 1, 1), date.max)
    )
    assert pace_of(latest) == pace_of(last)


def test_a_merged_agency_starts_from_the_sum_of_what_it_came_from(tmp_path: Path) -> None:
    """20 of 100 and 40 of 300 in 2021 are 15 % of what is one commune since 2024; 80 are due in 2025."""
    merged = registry(
        *(life for life in AGENCIES if life.level is not Level.COMMUNE),
        agency("C1", Level.COMMUNE, valid_until=date(2023, 12, 31), successors=("C3",)),
        agency("C2", Level.COMMUNE, valid_until=date(2023, 12, 31), successors=("C3",)),
        agency("C3", Level.COMMUNE, valid_from=date(2024, 1, 1)),
    )
    reported = figures("2021", done={"C1": 20, "C2": 40}, all={"C1": 100, "C2": 300})
    reported += figures("2024", done={"C3": 260}, all={"C3": 400})
    source = catalogue(tmp_path, share(BY_2025))
    found = pace_of(only(judge(source, reported, ask("2024", by=["agency"]), merged), scope="C3"))
    assert found.start is not None
    assert (found.start.period, found.start.value) == ("2021", 15)
    assert (found.expected, found.actual) == (15 + 65 * 3 / 4, 65)
    assert found.projected is not None
    assert (found.projected.value, found.projected.years) == (pytest.approx(65 + 50 / 3), 3)


def test_there_is_no_pace_without_a_value_a_day_or_enough_reports(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(BY_2025))
    assert isinstance(only(judge(source, done(y2021=20), ask("2023"))).pace, NoPace)
    undated = catalogue(tmp_path, share(f"      - {{every: period, bound: 80, {CITE}}}"))
    assert isinstance(only(judge(undated, done(y2021=20, y2023=40), ask("2023"))).pace, NoPace)
    few = [*done(y2021=20), *figures("2023", done={"A": 1}, all={"A": 2})]
    assert isinstance(only(judge(source, few, ask("2023", min_coverage=50))).pace, NoPace)


def test_a_few_agencies_are_not_held_against_all_of_them(tmp_path: Path) -> None:
    """What two of five reach says nothing of the province, today or where the way would begin."""
    source, of = catalogue(tmp_path, share(BY_2025)), sorted(POOLED)

    def some(year: int, number: int) -> list[Observation]:
        return figures(str(year), done=dict.fromkeys(of[:number], 50), all=dict.fromkeys(of[:number], 100))

    most, half = len(of), (len(of) + 1) // 2
    few = half - 1
    assert isinstance(only(judge(source, some(2021, most) + some(2023, few), ask("2023"))).pace, NoPace)
    assert isinstance(only(judge(source, some(2021, most) + some(2023, half), ask("2023"))).pace, Pace)
    found = pace_of(only(judge(source, some(2021, few) + some(2022, half) + some(2023, most), ask("2023"))))
    assert found.start is not None
    assert found.start.period == "2022", "nor does the way begin with a few"
    assert found.projected is not None
    assert [value.period for value in found.projected.values] == ["2022", "2023"]


def test_a_closed_band_that_is_exceeded_has_no_way_back(tmp_path: Path) -> None:
    band = f"      - {{year: 2030, operator: within, bound: 25, upper: 35, {CITE}}}"
    source = catalogue(tmp_path, share(band))
    assert isinstance(only(judge(source, done(y2021=20, y2023=36), ask("2023"))).pace, NoPace)
    assert pace(tmp_path, band, done(y2021=20, y2023=35), "2023").state is PaceState.AHEAD


def test_a_band_to_come_is_told_with_both_ends(tmp_path: Path) -> None:
    band = f"      - {{year: 2025, operator: within, bound: 25, upper: 35, {CITE}}}"
    verdict = only(judge(catalogue(tmp_path, share(band)), done(y2022=20, y2023=21), ask("2023")))
    assert verdict.next is not None
    assert (verdict.next.bound, verdict.next.upper) == (25, 35)
    assert pace_of(verdict).to == verdict.next


def test_a_score_is_projected_within_its_range(tmp_path: Path) -> None:
    """84,12 to 90 in four years: 87,06 halfway. 84,87 leads to 85,62; 99 would lead beyond 100."""
    source = catalogue(
        tmp_path,
        f"""
  - id: measure
    area: TTHC
    name: {{vi: Hài lòng, en: Satisfaction}}
    kind: score
    numerator: [content]
    targets: [{{year: 2025, bound: 90, {CITE}}}]
""",
    )
    for now, projected, limit in ((84.87, 85.62, None), (92.06, 100, None), (99, 100, 100)):
        reported = figures("2021", content={"A": 84.12}) + figures("2023", content={"A": now})
        found = pace_of(only(judge(source, reported, ask("2023"))))
        assert found.expected == 87.06
        assert found.projected is not None
        assert (found.projected.value, found.projected.limit) == (projected, limit)


def test_nothing_of_it_decides_anything(tmp_path: Path) -> None:
    """With and without earlier values, all but the pace and the coverage's weight is the same."""
    source = catalogue(tmp_path, share(BY_2025))
    with_past = only(judge(source, done(y2021=20, y2022=33, y2023=44), ask("2023")))
    alone = only(judge(source, done(y2023=44), ask("2023")))
    ignored = {"pace", "coverage"}
    assert with_past.model_dump(exclude=ignored) == alone.model_dump(exclude=ignored)
