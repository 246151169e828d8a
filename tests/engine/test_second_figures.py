"""What stands beside a value and is never judged, and the ladder on its other reading."""

from pathlib import Path

from cchc_cli.run import Note, Status
from tests.engine.province import CITE, POOLED, ask, catalogue, figures, judge, only, share

LADDER = f"""
      - {{year: 2021, bound: {{commune: 15}}, {CITE}}}
      - {{rise: {{points: 20, from: 2022, until: 2025}}, reading: [A01, A02], {CITE}}}"""


def communes(year: int, done: int) -> list:  # type: ignore[type-arg]
    return figures(str(year), done={"C1": done, "C2": done}, all={"C1": 100, "C2": 100})


def test_a_ladder_rises_from_its_own_floor(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(LADDER))
    observations = communes(2022, 60) + communes(2023, 62)
    verdict = only(judge(source, observations, ask("2023")), scope="commune")
    assert (verdict.status, verdict.bound) == (Status.MET, 55)
    assert [(also.reading, also.value, also.bound) for also in verdict.also] == [("A02", 2, 20)]


def test_no_more_than_what_is_left_to_the_top_can_be_asked_of_a_year(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(LADDER))
    for before, now, rise, least in ((95, 100, 5, 5), (100, 98, -2, 0), (80, 99, 19, 20)):
        verdict = only(
            judge(source, communes(2022, before) + communes(2023, now), ask("2023")), scope="commune"
        )
        assert [(also.value, also.bound) for also in verdict.also] == [(rise, least)]


def test_relative_growth_on_the_actual_figure_is_a_part_of_that_figure(tmp_path: Path) -> None:
    """Both readings changed: 20% of last year's 60 are 12 points, not 20% of the rung of 15."""
    relative = LADDER.replace("points: 20", "percent: 20")
    observations = communes(2021, 60) + communes(2022, 71)
    for rises_on, bound in (("actual", 72), ("floor", 18)):
        source = catalogue(tmp_path, share(relative.replace("until: 2025", f"until: 2025, on: {rises_on}")))
        verdict = only(judge(source, observations, ask("2022")), scope="commune")
        assert (verdict.bound, [(also.value, also.bound) for also in verdict.also]) == (bound, [(11, 12)])


def test_a_ladder_on_the_actual_figure_rises_from_last_year(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(LADDER.replace("until: 2025", "until: 2025, on: actual")))
    observations = communes(2022, 60) + communes(2023, 62)
    verdict = only(judge(source, observations, ask("2023")), scope="commune")
    assert (verdict.status, verdict.bound, verdict.shortfall) == (Status.MISSED, 80, 36)
    unknown = only(judge(source, communes(2023, 62), ask("2023")), scope="commune")
    assert (unknown.status, unknown.bound) == (Status.NOT_EVALUABLE, None)
    near_the_top = communes(2022, 95) + communes(2023, 100)
    verdict = only(judge(source, near_the_top, ask("2023")), scope="commune")
    assert (verdict.status, verdict.bound) == (Status.MET, 100), "no more than everything can be asked"


def test_a_ladder_that_ends_below_its_aim_says_so(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(LADDER))
    verdict = only(judge(source, communes(2027, 96), ask("2027")), scope="commune")
    assert (verdict.status, verdict.bound) == (Status.MET, 95)
    assert verdict.notes == [Note.KEPT_FLOOR, Note.BELOW_STOP_CONDITION]
    assert only(judge(source, communes(2027, 100), ask("2027")), scope="commune").notes == [Note.KEPT_FLOOR]
    assert only(judge(source, communes(2025, 96), ask("2025")), scope="commune").notes == []


def test_another_basis_stands_beside(tmp_path: Path) -> None:
    also = "also: [{reading: A46, name: {vi: Khác, en: Other}, numerator: [done], denominator: [all, open]}]"
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 50, {CITE}}}", more=also))
    everyone = dict.fromkeys(POOLED, 10)
    verdict = only(judge(source, figures("2024", done=everyone, all=everyone, open=everyone)))
    assert [(found.reading, found.value, found.bound) for found in verdict.also] == [("A46", 50, None)]
    verdict = only(judge(source, figures("2024", done=everyone, all=everyone)))
    assert (verdict.value, verdict.also[0].value) == (100, None)


def test_a_band_is_a_floor_with_a_note_or_closed(tmp_path: Path) -> None:
    band = f"      - {{every: period, operator: between, bound: 25, upper: 35, {CITE}}}"
    everyone = dict.fromkeys(POOLED, 100)
    above = figures("2024", done=dict.fromkeys(POOLED, 36), all=everyone)
    verdict = only(judge(catalogue(tmp_path, share(band)), above))
    assert (verdict.status, verdict.notes) == (Status.MET, [Note.ABOVE_BAND])
    closed = catalogue(tmp_path, share(band.replace("between", "within")))
    verdict = only(judge(closed, above))
    assert (verdict.status, verdict.shortfall) == (Status.MISSED, None)
    at_the_end = figures("2024", done=dict.fromkeys(POOLED, 35), all=everyone)
    assert only(judge(closed, at_the_end)).status is Status.MET


def test_weight_is_measured_on_last_years_denominators(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 50, {CITE}}}"))
    last = figures(
        "2023", done=dict.fromkeys(POOLED, 1), all={"A": 50, "D1": 20, "D2": 10, "C1": 10, "C2": 10}
    )
    now = figures("2024", done={"A": 1, "D1": 1}, all={"A": 1, "D1": 1})
    verdict = only(judge(source, last + now, ask("2024")))
    assert verdict.coverage.weight == 70
    assert only(judge(source, last[1:] + now, ask("2024"))).coverage.weight is None


def test_last_years_denominators_may_have_been_reported_in_parts(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 50, {CITE}}}"))
    half, quarter = dict.fromkeys(POOLED, 4), dict.fromkeys(POOLED, 3)
    parts = {"2023-H1": half, "2023-Q3": quarter, "2023-Q4": quarter}
    last = [found for period, each in parts.items() for found in figures(period, done=each, all=each)]
    now = figures("2024", done={"A": 1, "C1": 1}, all={"A": 1, "C1": 1})
    assert only(judge(source, last + now, ask("2024"))).coverage.weight == 40
    assert only(judge(source, last[10:] + now, ask("2024"))).coverage.weight is None, "half a year is no year"
