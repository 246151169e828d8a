"""The year of a merger, weights that nobody knows, milestones, one agency alone, and what findings say."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.engine.evaluate import Evaluation
from cchc_cli.findings.finding import Finding
from cchc_cli.language import Language
from cchc_cli.level import Level
from cchc_cli.run import Reason, ScopeKind, Status, Verdict
from tests.engine.province import (
    AGENCIES,
    CITE,
    agency,
    ask,
    catalogue,
    figures,
    judge,
    only,
    registry,
    share,
)

LAST, FIRST = date(2024, 6, 30), date(2024, 7, 1)
CUT = f"{{year: 2025, operator: reduce>=, bound: 10, baseline: {{year: 2021, of: end}}, {CITE}}}"
EVERY_PERIOD = f"      - {{every: period, bound: 50, {CITE}}}"
DISTRICTS = f"      - {{every: period, bound: {{district: 50}}, {CITE}}}"
MERGED = (
    *AGENCIES,
    agency("C3", Level.COMMUNE, valid_until=LAST, successors=("C4",)),
    agency("C4", Level.COMMUNE),
)
"""C3 is merged into C4 in the middle of 2024."""
SPLIT = (
    *AGENCIES,
    agency("C3", Level.COMMUNE, valid_until=LAST, successors=("C4", "C5")),
    agency("C4", Level.COMMUNE),
    agency("C5", Level.COMMUNE, valid_from=FIRST),
)
"""C3 is divided between C4, which was there, and C5, which is new."""


def change(item: str) -> str:
    return f"""
  - id: measure
    area: TTHC
    name: {{vi: Giảm, en: Cut}}
    kind: change
    numerator: [{item}]
    targets:
      - {CUT}
"""


@pytest.mark.parametrize("item", ["open", "done"])
def test_the_baseline_of_a_merged_agency_is_the_sum_of_its_parts(tmp_path: Path, item: str) -> None:
    observations = figures("2021", **{item: {"C3": 40, "C4": 60}}) + figures("2025", **{item: {"C4": 90}})
    question = ask("2025", by=["agency"])
    verdict = only(judge(catalogue(tmp_path, change(item)), observations, question, registry(*MERGED)), "C4")
    assert (verdict.numerator, verdict.denominator, verdict.value) == (90, 100, 10)
    verdict = only(
        judge(catalogue(tmp_path, change(item)), observations[1:], question, registry(*MERGED)), "C4"
    )
    assert (verdict.status, verdict.reason) == (Status.NOT_EVALUABLE, Reason.REPORTER_MISSING)


def test_in_the_year_of_the_merger_what_the_part_reported_counts_at_both_ends(tmp_path: Path) -> None:
    reported = figures("2021", done={"C3": 40, "C4": 60}) + figures("2024", done={"C3": 10, "C4": 70})
    evaluation = judge(
        catalogue(tmp_path, change("done")), reported, ask("2024", by=["agency"]), registry(*MERGED)
    )
    taking, ended = only(evaluation, "C4"), only(evaluation, "C3")
    assert (taking.numerator, taking.denominator, taking.value) == (80, 100, 20)
    assert (ended.numerator, ended.denominator, ended.value) == (10, 40, 75), "its own last days"


def test_the_weight_of_a_merged_agency_is_that_of_its_parts(tmp_path: Path) -> None:
    everybody = {"A": 100, "D1": 100, "D2": 100, "C1": 100, "C2": 100, "C3": 200, "C4": 300}
    reported = figures("2024", done=everybody, all=everybody) + figures("2025", done={"C4": 9}, all={"C4": 9})
    source = catalogue(tmp_path, share(EVERY_PERIOD))
    verdict = only(judge(source, reported, ask("2025"), registry(*MERGED)))
    assert (verdict.coverage.weight, verdict.coverage.missing) == (50, ["A", "D1", "D2", "C1", "C2"])
    verdict = only(judge(source, reported[1:], ask("2025"), registry(*MERGED)))
    assert verdict.coverage.weight is None, "what A held last year is not known"
    verdict = only(judge(source, reported, ask("2025"), registry(*SPLIT)))
    assert verdict.coverage.weight is None, "nor whose share of C3 is whose"


def test_a_map_of_before_brings_no_level_back(tmp_path: Path) -> None:
    reported = figures("2026", done={"C1": 1, "C2": 1}, all={"C1": 1, "C2": 1})
    question = ask("2026", as_of=date(2024, 1, 1))
    verdict = only(judge(catalogue(tmp_path, share(DISTRICTS)), reported, question))
    assert (verdict.status, verdict.reason) == (Status.NOT_APPLICABLE, Reason.LEVEL_ENDED)


def test_a_milestone_of_a_merged_agency_needs_every_part(tmp_path: Path) -> None:
    parts = (
        *AGENCIES,
        agency("D3", Level.DISTRICT, valid_until=date(2023, 12, 31), successors=("D1",)),
    )
    indicator = f"""
  - id: measure
    area: TTHC
    name: {{vi: Kết nối, en: Connected}}
    kind: milestone
    numerator: [connected]
    targets:
      - {{due: 2022-12-31, operator: done, {CITE}}}
"""
    reported = figures("2022", connected={"D1": True, "D2": True, "D3": False})
    question = ask("2022", by=["agency"], as_of=date(2024, 1, 1))
    evaluation = judge(catalogue(tmp_path, indicator), reported, question, registry(*parts))
    merged, alone = only(evaluation, "D1"), only(evaluation, "D2")
    assert (merged.numerator, merged.denominator, merged.status) == (1, 2, Status.MISSED)
    assert (alone.numerator, alone.denominator, alone.status) == (1, 1, Status.MET)


def test_a_split_is_told_once_for_each_period(tmp_path: Path) -> None:
    half = {"done": {"C3": 1, "A": 1}, "all": {"C3": 2, "A": 2}}
    reported = figures("2022", **half) + figures("2023", **half)
    question = ask("2022", "2023", "2025", as_of=date(2025, 1, 1))
    evaluation = judge(catalogue(tmp_path, share(EVERY_PERIOD)), reported, question, registry(*SPLIT))
    assert [(found.code, found.agency, found.period) for found in evaluation.findings] == [
        ("split-not-restated", "C3", "2022"),
        ("split-not-restated", "C3", "2023"),
    ]
    assert _said(evaluation.findings[0]) == (
        "Theo danh mục đơn vị ngày 01/01/2025, số liệu kỳ năm 2022 của Đơn vị C3 (C3) thuộc nhiều đơn vị: "
        "Đơn vị C4 (C4); Đơn vị C5 (C5); không chia được, chỉ tính vào toàn tỉnh và cấp xã."
    )
    assert [verdict.numerator for verdict in evaluation.verdicts] == [2, 2, None]


def test_an_heir_outside_the_official_figures_leaves_the_level(tmp_path: Path) -> None:
    outside = (
        *AGENCIES,
        agency("C3", Level.COMMUNE, valid_until=LAST, successors=("C4",)),
        agency("C4", Level.COMMUNE, valid_from=FIRST, pooled=False),
    )
    reported = figures("2023", done={"C1": 1, "C2": 1, "C3": 1}, all={"C1": 1, "C2": 1, "C3": 1})
    question = ask("2023", by=["level", "agency"], as_of=date(2025, 1, 1))
    evaluation = judge(catalogue(tmp_path, share(EVERY_PERIOD)), reported, question, registry(*outside))
    rows = [_row(evaluation, scope).numerator for scope in ("all", "commune", "C4")]
    assert rows == [3, 2, 1]
    assert "Đơn vị C4 (C4), đơn vị ngoài số liệu chính thức" in _said(evaluation.findings[0])


def test_one_agency_alone_is_shown_under_the_name_it_has_there(tmp_path: Path) -> None:
    reported = figures("2023", done={"C3": 1}, all={"C3": 2})
    source, map_of = catalogue(tmp_path, share(EVERY_PERIOD)), date(2025, 1, 1)
    evaluation = judge(source, reported, ask("2023", as_of=map_of), registry(*MERGED))
    verdict = only(evaluation)
    assert (verdict.scope.code, verdict.numerator, verdict.coverage.missing) == ("C4", 1, ["C4"])


def _row(evaluation: Evaluation, scope: str) -> Verdict:
    """The row of a level or agency; of the whole province for `all`."""
    kinds = {"all": ("province", ScopeKind.PROVINCE)}
    code, kind = kinds.get(scope, (scope, None))
    found = [verdict for verdict in evaluation.verdicts if verdict.scope.code == code]
    (row,) = [verdict for verdict in found if kind in (None, verdict.scope.kind)]
    return row


def _said(finding: Finding) -> str:
    return finding.message(Language.VI)
