"""Every status and reason of the model's table, each from the smallest figures that make it."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.level import Level
from cchc_cli.observation import Key
from cchc_cli.period import Period
from cchc_cli.run import Note, Reason, Status
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
EVERY_PERIOD_ALL = f"      - {{every: period, bound: 100, {CITE}}}"
BY_LEVEL = f"      - {{year: 2021, bound: {{province: 30, district: 20, commune: 15}}, {CITE}}}"


def everyone(value: int) -> dict[str, object]:
    return dict.fromkeys(POOLED, value)


def test_figures_are_pooled_never_averaged(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(BY_2025))
    done = {"A": 1, "D1": 99, "D2": 0, "C1": 0, "C2": 0}
    total = {"A": 1, "D1": 900, "D2": 10, "C1": 0, "C2": 89}
    verdict = only(judge(source, figures("2025-H1", done=done, all=total)))
    assert (verdict.numerator, verdict.denominator, verdict.value) == (100, 1000, 10)


@pytest.mark.parametrize(
    ("period", "status", "bound"),
    [
        ("2024", Status.NOT_DUE, None),
        ("2025-9M", Status.NOT_DUE, None),
        ("2025", Status.MISSED, 80),
        ("2026-Q1", Status.MISSED, 80),
    ],
)
def test_a_target_of_2025_comes_into_force_with_the_annual_period(
    tmp_path: Path, period: str, status: Status, bound: int | None
) -> None:
    source = catalogue(tmp_path, share(BY_2025))
    verdict = only(judge(source, figures(period, done=everyone(7), all=everyone(10)), ask(period)))
    assert (verdict.status, verdict.bound, verdict.value) == (status, bound, 70)
    assert verdict.gap == -10
    assert (Note.KEPT_FLOOR in verdict.notes) is (period == "2026-Q1")


def test_the_target_in_force_stays_until_the_next(tmp_path: Path) -> None:
    rungs = f"""
      - {{year: 2025, bound: 80, {CITE}}}
      - {{year: 2030, bound: 90, {CITE}}}"""
    source = catalogue(tmp_path, share(rungs))
    verdict = only(judge(source, figures("2028", done=everyone(85), all=everyone(100))))
    assert verdict.status is Status.MET
    assert verdict.bound == 80
    assert verdict.next is not None and (verdict.next.bound, verdict.next.due) == (90, date(2030, 12, 31))
    assert verdict.notes == [Note.KEPT_FLOOR]


def test_missing_agencies_make_a_verdict_provisional(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 80, {CITE}}}"))
    verdict = only(judge(source, figures("2024", done={"A": 9, "D1": 9}, all={"A": 10, "D1": 10, "D2": 5})))
    assert verdict.status is Status.MET
    assert verdict.provisional
    assert verdict.coverage.reporting == 2
    assert verdict.coverage.missing == ["D2", "C1", "C2"]
    assert verdict.notes == [Note.PARTIAL_COVERAGE]
    assert verdict.denominator == 20, "an agency with half of its items stays out with all of them"


def test_one_proven_breach_of_a_hundred_percent_is_final(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    observations = figures("2024", done={"A": 9}, all={"A": 10}) + figures("2023", done={"C1": 1})
    verdict = only(judge(source, observations, ask("2024", min_coverage=90)))
    assert (verdict.status, verdict.provisional) == (Status.MISSED, False)


def test_below_min_coverage_there_is_no_verdict(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 80, {CITE}}}"))
    observations = figures("2024", done={"A": 1, "D1": 1}, all={"A": 10, "D1": 5})
    verdict = only(judge(source, observations, ask("2024", min_coverage=50)))
    assert (verdict.status, verdict.reason) == (Status.NO_DATA, Reason.BELOW_MIN_COVERAGE)
    assert only(judge(source, observations, ask("2024", min_coverage=40))).status is Status.MISSED


def test_an_empty_denominator_is_not_evaluable(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    verdict = only(judge(source, figures("2024", done=everyone(0), all=everyone(0))))
    assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, Reason.NIL)
    assert verdict.value is None


def test_nobody_reported(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    observations = figures("2024", open={"A": 1, "D1": 1})
    verdict = only(judge(source, observations))
    assert (verdict.status, verdict.reason) == (Status.NO_DATA, Reason.NOT_SUBMITTED)
    unusable = [Key("A", "done", Period.parse("2024"))]
    verdict = only(judge(source, observations, unusable=unusable))
    assert (verdict.status, verdict.reason) == (Status.NO_DATA, Reason.UNUSABLE)


def test_district_targets_end_with_the_districts(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(BY_LEVEL))
    before = figures("2024", done=everyone(4), all=everyone(10))
    for period in ("2025", "2025-Q3", "2026"):
        verdict = only(judge(source, before, ask(period)), scope="district")
        assert (verdict.status, verdict.reason) == (Status.NOT_APPLICABLE, Reason.LEVEL_ENDED)
        assert verdict.last_known is not None
        assert (verdict.last_known.period, verdict.last_known.value) == ("2024", 40)
        assert (verdict.last_known.status, verdict.last_known.bound) == (Status.MET, 20)
    half = figures("2025-H1", done=everyone(3), all=everyone(10))
    quarters = [
        one for part in ("2025-Q1", "2025-Q2") for one in figures(part, done=everyone(1), all=everyone(10))
    ]
    verdict = only(judge(source, [*before, *half, *quarters], ask("2025")), scope="district")
    assert verdict.last_known is not None
    assert (verdict.last_known.period, verdict.last_known.value) == ("2025-H1", 30), "not its last quarter"
    still = judge(source, figures("2025-H1", done=everyone(4), all=everyone(10)))
    assert only(still, scope="district").status is Status.MET


def test_level_targets_have_no_province_verdict(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(BY_LEVEL))
    evaluation = judge(source, figures("2024", done=everyone(4), all=everyone(10)))
    assert [verdict.scope.code for verdict in evaluation.verdicts] == ["province", "district", "commune"]
    assert all(verdict.scope.kind.value == "level" for verdict in evaluation.verdicts)


def test_vertical_agencies_stay_outside_official_scopes(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    values = {**everyone(10), "V": 1000}
    evaluation = judge(source, figures("2024", done=everyone(10), all=values), ask("2024", by=["agency"]))
    assert only(evaluation, scope="province").denominator == 50
    row = only(evaluation, scope="V")
    assert (row.official, row.coverage.expected, row.status) == (False, 1, Status.NO_DATA)


def test_agency_rows_use_the_bound_of_their_level_or_of_all(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(BY_LEVEL))
    observations = figures("2024", done=everyone(4), all=everyone(10))
    row = only(judge(source, observations, ask("2024", by=["agency"])), scope="C1")
    assert (row.bound, row.status, row.official) == (15, Status.MET, False)
    assert [(cell.item, cell.value, cell.cell) for cell in row.cells] == [
        ("done", 4, "C2"),
        ("all", 10, "C2"),
    ]
    without = share(f"      - {{year: 2021, bound: {{province: 30}}, {CITE}}}")
    row = only(judge(catalogue(tmp_path, without), observations, ask("2024", by=["agency"])), scope="C1")
    assert (row.status, row.reason) == (Status.NOT_APPLICABLE, Reason.LEVEL_NOT_BOUND)


def test_level_rows_are_added_and_never_replace(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    observations = figures("2024", done=everyone(4), all=everyone(10))
    evaluation = judge(source, observations, ask("2024", by=["level"]))
    rows = [
        (verdict.scope.kind.value, verdict.scope.code, verdict.official) for verdict in evaluation.verdicts
    ]
    assert rows == [
        ("province", "province", True),
        ("level", "province", False),
        ("level", "district", False),
        ("level", "commune", False),
    ]


def test_rows_about_one_agency_show_its_own(tmp_path: Path) -> None:
    both = (
        share(EVERY_PERIOD_ALL)
        + f"""
  - id: disbursed
    area: TTHC
    name: {{vi: Giải ngân, en: Disbursed}}
    kind: share
    numerator: [spent]
    denominator: [plan]
    targets:
      - {{every: period, operator: ">", bound: 90, judged: year, {CITE}}}
"""
    )
    source = catalogue(tmp_path, both)
    evaluation = judge(source, figures("2024", done={"D1": 4}, all={"D1": 10}))
    assert [(v.scope.code, v.status) for v in evaluation.verdicts] == [("D1", Status.MISSED)]
    lead = judge(source, figures("2024", done={"A": 4}, all={"A": 10}, spent={"A": 91}, plan={"A": "100.5"}))
    assert [(v.indicator, v.scope.code) for v in lead.verdicts] == [
        ("measure", "A"),
        ("disbursed", "province"),
    ]


def test_judged_by_year_is_not_due_in_shorter_periods(tmp_path: Path) -> None:
    target = f"      - {{every: period, operator: '>', bound: 90, judged: year, {CITE}}}"
    source = catalogue(tmp_path, share(target, "spent", "plan"))
    verdict = only(judge(source, figures("2024-9M", spent={"A": "50.5"}, plan={"A": 100})))
    assert (verdict.status, verdict.bound, verdict.value, verdict.shortfall) == (
        Status.NOT_DUE,
        90,
        50.5,
        40,
    )
    verdict = only(judge(source, figures("2024", spent={"A": 90}, plan={"A": 100})))
    assert (verdict.status, verdict.gap) == (Status.MISSED, 0)


def test_windows_of_validity(tmp_path: Path) -> None:
    target = f"      - {{every: period, bound: 90, from: 2023-01-01, until: 2024-12-31, {CITE}}}"
    source = catalogue(tmp_path, share(target))
    found = {}
    for period in ("2022", "2023-Q1", "2025"):
        verdict = only(judge(source, figures(period, done=everyone(9), all=everyone(10))))
        found[period] = (verdict.status, verdict.reason)
    assert found == {
        "2022": (Status.NOT_DUE, None),
        "2023-Q1": (Status.MET, None),
        "2025": (Status.NOT_APPLICABLE, Reason.AFTER_UNTIL),
    }


def test_items_about_a_level_count_there_and_in_the_province_only(tmp_path: Path) -> None:
    target = f"      - {{every: period, bound: {{province: 100, district: 100}}, {CITE}}}"
    text = share(target, "right-province, right-district", "bodies-province, bodies-district")
    source = catalogue(tmp_path, text)
    values = {"right_province": 10, "bodies_province": 10, "right_district": 4, "bodies_district": 5}
    observations = figures("2024", **{item: {"A": value} for item, value in values.items()})
    evaluation = judge(source, observations, ask("2024", by=["level", "agency"]))
    found = {v.scope.code: (v.value, v.status, v.coverage.expected) for v in evaluation.verdicts}
    assert found == {"province": (100, Status.MET, 1), "district": (80, Status.MISSED, 1)}


def test_a_score_not_published_yet(tmp_path: Path) -> None:
    text = f"""
  - id: satisfaction
    area: TTHC
    name: {{vi: Hài lòng, en: Satisfaction}}
    kind: score
    numerator: [content]
    targets: [{{year: 2023, bound: 90, {CITE}}}]
"""
    source = catalogue(tmp_path, text)
    verdict = only(judge(source, figures("2024", done={"A": 1, "D1": 2})))
    assert (verdict.status, verdict.reason) == (Status.NO_DATA, Reason.NOT_PUBLISHED_YET)
    verdict = only(judge(source, figures("2024", done={"D1": 2}, content={"A": "89.99"})))
    assert (verdict.status, verdict.value, verdict.numerator, verdict.shortfall) == (
        Status.MISSED,
        89.99,
        None,
        None,
    )


def test_an_external_rate_is_never_passed_before_it_is_entered(tmp_path: Path) -> None:
    target = f"      - {{every: period, external: {{name: {{vi: Tỷ lệ, en: Rate}}}}, {CITE}}}"
    source = catalogue(tmp_path, share(target))
    observations = figures("2024", done=everyone(10), all=everyone(10))
    verdict = only(judge(source, observations))
    assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, Reason.EXTERNAL_MISSING)
    entered = target.replace("}}, cite", "}, bound: 50, source: 9/QĐ}, cite")
    verdict = only(judge(catalogue(tmp_path, share(entered)), observations))
    assert (verdict.status, verdict.bound) == (Status.MET, 50)


def test_a_code_that_only_changed_its_name_is_one_agency(tmp_path: Path) -> None:
    town = agency("D1", Level.DISTRICT, valid_until=date(2024, 4, 30), successors=("D1",))
    city = agency("D1", Level.DISTRICT, valid_from=date(2024, 5, 1), valid_until=date(2025, 6, 30))
    others = tuple(found for found in AGENCIES if found.code != "D1")
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    evaluation = judge(
        source,
        figures("2024", done=everyone(10), all=everyone(10)),
        agencies=registry(town, city, *others),
    )
    verdict = only(evaluation)
    assert (verdict.coverage.expected, verdict.coverage.missing, verdict.status) == (5, [], Status.MET)


def test_a_code_given_to_another_unit_is_another_agency(tmp_path: Path) -> None:
    former = agency("C1", Level.COMMUNE, valid_until=date(2024, 6, 30), successors=("C2",))
    other = agency("C1", Level.COMMUNE, valid_from=date(2024, 7, 1))
    others = tuple(found for found in AGENCIES if found.code != "C1")
    source = catalogue(tmp_path, share(EVERY_PERIOD_ALL))
    year = figures("2024", done=everyone(10), all=everyone(10))
    question = ask("2024", by=["agency"])
    evaluation = judge(source, year, question, registry(former, other, *others))
    assert only(evaluation, "province").coverage.missing == ["C1"], "of the former nothing was reported"
    half = figures("2024-H1", done={"C1": 1}, all={"C1": 2})
    evaluation = judge(source, year + half, question, registry(former, other, *others))
    verdict = only(evaluation, "province")
    assert (verdict.coverage.expected, verdict.coverage.missing, verdict.numerator) == (6, [], 51)
    assert only(evaluation, "C1").numerator == 10, "an agency's row is of its last life"
