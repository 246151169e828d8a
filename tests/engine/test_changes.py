"""Reductions and increases against a baseline, and averages of several years."""

from pathlib import Path

import pytest

from cchc_cli.engine.evidence import Tracing
from cchc_cli.observation import Observation
from cchc_cli.run import Reason, Status
from tests.engine.province import CITE, ask, catalogue, figures, judge, only


def change(target: str, item: str = "units") -> str:
    return f"""
  - id: measure
    area: TTHC
    name: {{vi: Giảm, en: Cut}}
    kind: change
    numerator: [{item}]
    targets:
      - {target}
"""


CUT = f"{{year: 2025, operator: reduce>=, bound: 10, baseline: {{year: 2021, of: end}}, {CITE}}}"
GROWTH = f"{{year: 2025, operator: increase>=, bound: 30, baseline: {{year: 2021}}, {CITE}}}"


@pytest.mark.parametrize(
    ("units", "status", "value", "shortfall"),
    [(900, Status.MET, 10, 0), (901, Status.MISSED, 9.9, 1), (1000, Status.MISSED, 0, 100)],
)
def test_a_reduction(tmp_path: Path, units: int, status: Status, value: float, shortfall: int) -> None:
    observations = figures("2021", units={"A": 1000}) + figures("2025", units={"A": units})
    verdict = only(judge(catalogue(tmp_path, change(CUT)), observations, ask("2025")))
    assert (verdict.status, verdict.value, verdict.shortfall) == (status, value, shortfall)
    assert (verdict.numerator, verdict.denominator) == (units, 1000)


def test_the_least_to_take_off_is_whole(tmp_path: Path) -> None:
    observations = figures("2021", units={"A": 655}) + figures("2024", units={"A": 600})
    verdict = only(judge(catalogue(tmp_path, change(CUT)), observations, ask("2024")))
    assert verdict.status is Status.NOT_DUE
    assert verdict.shortfall == 11, "600 - 11 = 589 is 10,08% below 655; 590 would be 9,92%"


def test_an_increase(tmp_path: Path) -> None:
    observations = figures("2021", units={"A": 10}) + figures("2025", units={"A": 12})
    verdict = only(judge(catalogue(tmp_path, change(GROWTH)), observations, ask("2025")))
    assert (verdict.status, verdict.value, verdict.shortfall) == (Status.MISSED, 20, 1)


def test_no_baseline_no_verdict(tmp_path: Path) -> None:
    source = catalogue(tmp_path, change(CUT))
    verdict = only(judge(source, figures("2025", units={"A": 5}), ask("2025")))
    assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, Reason.BASELINE_MISSING)
    assert (verdict.numerator, verdict.denominator, verdict.value) == (5, None, None)
    verdict = only(judge(source, figures("2021", units={"A": 5}), ask("2025")))
    assert (verdict.status, verdict.reason) == (Status.NO_DATA, Reason.NOT_SUBMITTED)
    verdict = only(
        judge(source, figures("2021", units={"A": 0}) + figures("2025", units={"A": 5}), ask("2025"))
    )
    assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, Reason.NIL)


def test_a_baseline_kept_in_the_catalogue(tmp_path: Path) -> None:
    kept = 'baselines: [{item: units, agency: A, period: "2021", value: 100, source: Quyết định 9/QĐ}]'
    source = catalogue(tmp_path, change(CUT), kept)
    verdict = only(judge(source, figures("2025", units={"A": 90}), ask("2025", tracing=Tracing.ALL)))
    assert (verdict.status, verdict.denominator) == (Status.MET, 100)
    assert [cell.cell for cell in verdict.cells] == ["C2", None]
    assert verdict.cells[1].file.endswith("targets.yaml")
    reported = figures("2021", units={"A": 200}) + figures("2025", units={"A": 90})
    assert only(judge(source, reported, ask("2025"))).denominator == 200, "what was submitted comes first"


def test_a_kept_baseline_gives_way_to_parts_that_make_up_its_year(tmp_path: Path) -> None:
    kept = 'baselines: [{item: spent, agency: A, period: "2021", value: 100, source: Quyết định 9/QĐ}]'
    source = catalogue(tmp_path, change(CUT, item="spent"), kept)
    half, other = figures("2021-H1", spent={"A": 70}), figures("2021-07-01..2021-12-31", spent={"A": 50})
    now = figures("2025", spent={"A": 90})
    assert only(judge(source, [*half, *other, *now], ask("2025"))).denominator == 120
    assert only(judge(source, [*half, *now], ask("2025"))).denominator == 100, "half a year is no year"


def test_a_baseline_the_text_leaves_open_gives_no_verdict(tmp_path: Path) -> None:
    open_baseline = CUT.replace("of: end", "of: end, confirmed: false")
    observations = figures("2021", units={"A": 10}) + figures("2025", units={"A": 5})
    verdict = only(judge(catalogue(tmp_path, change(open_baseline)), observations, ask("2025")))
    assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, Reason.BASELINE_UNCONFIRMED)
    assert verdict.value == 50


def test_every_reporter_is_needed_at_both_ends(tmp_path: Path) -> None:
    source = catalogue(tmp_path, change(CUT, item="open"))
    everyone = dict.fromkeys(("A", "D1", "D2", "C1", "C2"), 10)
    some = {"A": 1, "D1": 1}
    cases = {
        Reason.REPORTER_MISSING: figures("2021", open=everyone) + figures("2025-H1", open=some),
        Reason.BASELINE_MISSING: figures("2025-H1", open=everyone),
    }
    target_now = CUT.replace("year: 2025, operator", "every: period, operator")
    source = catalogue(tmp_path, change(target_now, item="open"))
    for reason, observations in cases.items():
        verdict = only(judge(source, observations, ask("2025-H1")), scope="province")
        assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, reason)
    half_baseline = figures("2021", open=some) + figures("2025-H1", open=everyone)
    verdict = only(judge(source, half_baseline, ask("2025-H1")), scope="province")
    assert verdict.reason is Reason.REPORTER_MISSING


def test_a_dissolved_unit_is_the_reduction(tmp_path: Path) -> None:
    source = catalogue(
        tmp_path, change(CUT.replace("year: 2025, operator", "every: period, operator"), item="open")
    )
    before = figures("2021", open=dict.fromkeys(("A", "D1", "D2", "C1", "C2"), 10))
    after = figures("2025", open=dict.fromkeys(("A", "C1", "C2"), 10))
    verdict = only(judge(source, before + after, ask("2025")), scope="province")
    assert (verdict.numerator, verdict.denominator, verdict.value) == (30, 50, 40)


AVERAGE = (
    "{year: 2030, operator: reduce>=, bound: 15, baseline: {from: 2021, until: 2025, of: mean}, "
    f"present: {{from: 2026, until: 2030, of: mean}}, judged: year, {CITE}}}"
)


def spending(years: range, value: int) -> list[Observation]:
    return [found for year in years for found in figures(str(year), spent={"A": value})]


def test_an_average_of_years_against_an_average_of_years(tmp_path: Path) -> None:
    source = catalogue(tmp_path, change(AVERAGE, item="spent"))
    base = spending(range(2021, 2026), 100)
    running = only(judge(source, [*base, *spending(range(2026, 2028), 90)], ask("2027")))
    assert (running.status, running.value, running.numerator) == (Status.NOT_DUE, 10, 90)
    full = only(judge(source, [*base, *spending(range(2026, 2031), 85)], ask("2030")))
    assert (full.status, full.value) == (Status.MET, 15)
    gap = only(judge(source, [*base, *spending(range(2027, 2031), 85)], ask("2030")))
    assert (gap.status, gap.reason) == (Status.NOT_EVALUABLE, Reason.REPORTER_MISSING)
    none = only(judge(source, base, ask("2030")))
    assert (none.status, none.reason) == (Status.NO_DATA, Reason.NOT_SUBMITTED)
    short_base = only(judge(source, [*base[1:], *spending(range(2026, 2031), 85)], ask("2030")))
    assert (short_base.status, short_base.reason) == (Status.NOT_EVALUABLE, Reason.BASELINE_MISSING)
