"""What improved and what fell: of agencies that are the same in both years, with the reasons where not."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_cli.level import Level
from cchc_cli.observation import Observation
from cchc_cli.scorecards.scorecard import Course, NoCourse
from tests.engine.province import agency, catalogue, figures
from tests.scorecards.province import AT_LEAST_80, UNTIL_2030, districts, row, scorecards, share


def _years(done_before: dict[str, int], done_now: dict[str, int]) -> list[Observation]:
    before = figures("2023", done=done_before, all=dict.fromkeys(done_before, 10))
    return [*before, *figures("2024", done=done_now, all=dict.fromkeys(done_now, 10))]


def test_a_figure_is_held_against_last_years(tmp_path: Path) -> None:
    made = scorecards(
        catalogue(tmp_path, share()),
        _years({"D1": 5, "D2": 9, "D3": 7}, {"D1": 8, "D2": 6, "D3": 7}),
    )
    assert made.before == "2023"
    moved = {code: row(made, code).movement for code in ("D1", "D2", "D3")}
    assert {code: (each.course, each.difference) for code, each in moved.items()} == {
        "D1": (Course.IMPROVED, 30),
        "D2": (Course.FELL, -30),
        "D3": (Course.UNCHANGED, 0),
    }


def test_a_new_target_is_said_beside_the_movement(tmp_path: Path) -> None:
    earlier = AT_LEAST_80.replace("2024", "2023").replace("80", "50")
    source = catalogue(tmp_path, share(targets=f"{earlier}, {AT_LEAST_80}"))
    made = scorecards(source, _years({"D1": 6}, {"D1": 7}))
    moved = row(made, "D1").movement
    assert moved.pair is not None
    assert (moved.course, moved.pair.new_target, moved.pair.new.status) == (Course.IMPROVED, True, "missed")


def test_what_cannot_be_held_against_last_year_says_why(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share())
    made = scorecards(source, _years({"D1": 5}, {"D2": 6}))
    assert row(made, "D1").movement.why is NoCourse.NO_FIGURE_NOW
    assert row(made, "D2").movement.why is NoCourse.NO_FIGURE_BEFORE
    alone = scorecards(source, figures("2024", done={"D1": 6}, all={"D1": 10}))
    assert (alone.before, row(alone, "D1").movement.why) == (None, NoCourse.NO_YEAR)


def test_whoever_took_others_over_is_a_new_agency_and_whoever_was_renamed_is_not(tmp_path: Path) -> None:
    """D1 took D2 over and kept its code; D3 only changed its name."""
    last_day, first_day = date(2023, 12, 31), date(2024, 1, 1)
    merged = agency("D1", Level.DISTRICT, valid_from=first_day)
    renamed = replace(agency("D3", Level.DISTRICT, valid_from=first_day), name=merged.name)
    ending = {"valid_until": last_day}
    agencies = districts(
        agency("D1", Level.DISTRICT, successors=("D1",), **ending),
        agency("D2", Level.DISTRICT, successors=("D1",), **ending),
        agency("D3", Level.DISTRICT, successors=("D3",), **ending),
        merged,
        renamed,
        codes=("D4", "D5"),
    )
    made = scorecards(
        catalogue(tmp_path, share()),
        _years({"D1": 5, "D2": 5, "D3": 5}, {"D1": 8, "D3": 8}),
        agencies,
    )
    assert row(made, "D1").movement.why is NoCourse.NEW_AGENCY
    assert row(made, "D3").movement.course is Course.IMPROVED


def test_a_reduction_improves_where_the_figure_falls(tmp_path: Path) -> None:
    change = """
  - {id: measure, area: TTHC, name: {vi: a, en: b}, kind: change, numerator: [units], targets: [
     {year: 2024, operator: "reduce>=", bound: 10, baseline: {year: 2021},
      cite: {line: 1, place: điểm a, quote: x}}]}
"""
    observed = [
        found
        for year, units in (("2021", 100), ("2023", 95), ("2024", 92))
        for found in figures(year, units={"A": units})
    ]
    moved = row(scorecards(catalogue(tmp_path, change), observed), "A").movement
    assert (moved.course, moved.difference) == (Course.IMPROVED, 3)
    assert moved.pair is not None
    assert moved.pair.counted == -3


def test_a_duty_carried_out_last_year_and_not_this_year_fell(tmp_path: Path) -> None:
    duty = """
  - {id: measure, area: TTHC, name: {vi: a, en: b}, kind: duty, numerator: [connected], targets: [
     {every: period, level: district, cite: {line: 1, place: điểm a, quote: x}}]}
"""
    observed = [
        *figures("2023", connected={"D1": True, "D2": False}),
        *figures("2024", connected={"D1": False, "D2": True}),
    ]
    made = scorecards(catalogue(tmp_path, duty), observed)
    assert row(made, "D1").movement.course is Course.FELL
    assert row(made, "D2").movement.course is Course.IMPROVED
    assert row(made, "D1").movement.difference is None


def test_a_target_to_come_is_no_new_target(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(targets=UNTIL_2030))
    moved = row(scorecards(source, _years({"D1": 5}, {"D1": 6})), "D1").movement
    assert moved.pair is not None
    assert (moved.course, moved.pair.new_target) == (Course.IMPROVED, False)
