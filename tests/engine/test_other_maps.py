"""Periods on the map of another day: mergers add up, splits are not divided, the province stays the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.engine.evaluate import Evaluation
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.observation import Observation
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.run import Reason, ScopeKind, Status, Verdict
from tests.engine.history import Commune, History
from tests.engine.province import CITE, agency, ask, catalogue, figures, judge, only, registry, share

TARGETS = f"""
      - {{every: period, bound: 50, {CITE}}}
      - {{every: period, bound: {{commune: 40, district: 40}}, {CITE}}}
"""
LAST = date(2025, 6, 30)
NEW = date(2025, 7, 1)

MERGED = (
    agency("A", Level.PROVINCE),
    agency("D", Level.DISTRICT, valid_until=LAST),
    agency("C1", Level.COMMUNE, valid_until=LAST, successors=("C1",)),
    agency("C2", Level.COMMUNE, valid_until=LAST, successors=("C1",)),
    agency("C1", Level.COMMUNE, valid_from=NEW),
    agency("C3", Level.COMMUNE, valid_until=LAST, successors=("C4", "C5")),
    agency("C4", Level.COMMUNE, valid_from=NEW),
    agency("C5", Level.COMMUNE, valid_from=NEW),
)
DONE = {"A": 90, "D": 30, "C1": 1, "C2": 20, "C3": 40}
ALL = {"A": 100, "D": 50, "C1": 10, "C2": 25, "C3": 80}

TAKEN_OVER = figures("2025-H1", done={"C2": 4}, all={"C2": 8})


@cache
def source_in(folder: Path) -> Catalogue:
    return catalogue(folder, share(TARGETS))


@pytest.fixture
def source(tmp_path: Path) -> Catalogue:
    return source_in(tmp_path)


def restated(source: Catalogue, period: str = "2024", agencies: tuple[Agency, ...] = MERGED) -> Evaluation:
    question = replace(ask(period, by=("level", "agency")), as_of=NEW)
    return judge(source, figures(period, done=DONE, all=ALL), question, registry(*agencies))


def whole(evaluation: Evaluation) -> Verdict:
    """The official verdict on the whole province."""
    (verdict,) = (one for one in evaluation.verdicts if one.scope.kind is ScopeKind.PROVINCE)
    return verdict


def sums(verdict: Verdict) -> tuple[float | None, float | None]:
    return verdict.numerator, verdict.denominator


def test_merged_agencies_add_up_under_their_heir(source: Catalogue) -> None:
    row = only(restated(source), "C1")
    assert sums(row) == (21, 35)
    assert (row.value, row.status) == (60, Status.MET), "60%, and of the two 10% and 80%"
    assert (row.coverage.reporting, row.coverage.expected) == (2, 2)


def test_the_province_has_the_same_total_on_every_map(source: Catalogue) -> None:
    own = judge(source, figures("2024", done=DONE, all=ALL), ask("2024"), registry(*MERGED))
    assert sums(whole(own)) == sums(whole(restated(source))) == (181, 265)


def test_what_was_split_counts_in_its_level_and_in_no_row(source: Catalogue) -> None:
    evaluation = restated(source)
    assert sums(only(evaluation, "commune")) == (61, 115)
    for code in ("C4", "C5"):
        row = only(evaluation, code)
        assert (row.status, row.reason, row.value) == (Status.NOT_EVALUABLE, Reason.MAP_CHANGED, None)
    (finding,) = evaluation.findings
    assert (finding.code, finding.agency, finding.period) == ("split-not-restated", "C3", "2024")


def test_a_level_that_has_ended_there_is_not_applicable_with_what_was_last_known(source: Catalogue) -> None:
    row = only(restated(source), "district")
    assert (row.status, row.reason) == (Status.NOT_APPLICABLE, Reason.LEVEL_ENDED)
    assert row.last_known is not None
    assert (row.last_known.period, row.last_known.value) == ("2024", 60)


@pytest.mark.parametrize("successors", [(), ("OUT",)])
def test_whom_nobody_of_the_official_figures_carries_on_counts_in_the_province_only(
    source: Catalogue, successors: tuple[str, ...]
) -> None:
    agencies = (
        *MERGED[:2],
        agency("C1", Level.COMMUNE, valid_until=LAST, successors=successors),
        agency("C2", Level.COMMUNE),
        agency("C3", Level.COMMUNE),
        agency("OUT", Level.COMMUNE, valid_from=NEW, pooled=False),
    )
    evaluation = restated(source, agencies=agencies)
    assert sums(only(evaluation, "commune")) == (60, 105)
    assert sums(whole(evaluation)) == (181, 265)
    (finding,) = evaluation.findings
    assert (finding.code, finding.agency) == ("ended-not-restated", "C1")


def test_without_another_map_nothing_is_said_about_maps(source: Catalogue) -> None:
    evaluation = judge(source, figures("2024", done=DONE, all=ALL), ask("2024"), registry(*MERGED))
    assert evaluation.findings == ()


def test_a_new_unit_under_an_old_code_reports_its_own_days_and_the_earlier_life_its_own(
    source: Catalogue,
) -> None:
    observations = [
        *figures("2025", done={"A": 9, "C1": 7}, all={"A": 10, "C1": 10}),
        *figures("2025-H1", done={"D": 1, "C1": 2, "C2": 4}, all={"D": 2, "C1": 4, "C2": 8}),
    ]
    agencies = MERGED[:5]
    question = ask("2025", by=("agency",))
    evaluation = judge(source, observations, question, registry(*agencies))
    assert sums(whole(evaluation)) == (23, 34)
    assert sums(only(evaluation, "commune")) == (13, 22)
    assert sums(only(evaluation, "C1")) == (7, 10)
    assert sums(only(evaluation, "C2")) == (4, 8)
    on_the_map = judge(source, observations, replace(question, as_of=NEW), registry(*agencies))
    assert sums(only(on_the_map, "C1")) == (13, 22)
    assert sums(whole(on_the_map)) == (23, 34)


def test_who_is_missing_is_named_as_it_was_called_then(source: Catalogue) -> None:
    before = replace(MERGED[2], name=Text("Xã Tân Lập", "Tan Lap"))
    after = replace(MERGED[4], name=Text("Xã Tân Phước", "Tan Phuoc"))
    agencies = (MERGED[0], before, MERGED[3], after)
    reported = [*figures("2025", done={"A": 9, "C1": 7}, all={"A": 10, "C1": 10}), *TAKEN_OVER]
    coverage = whole(judge(source, reported, ask("2025"), registry(*agencies))).coverage
    assert (coverage.reporting, coverage.expected) == (3, 4)
    assert (coverage.missing, coverage.missing_names) == (["C1"], [before.name]), "the new C1 has reported"


def test_the_baseline_of_a_merged_agency_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    source = catalogue(
        tmp_path,
        f"""
  - id: measure
    area: TTHC
    name: {{vi: Giảm, en: Cut}}
    kind: change
    numerator: [open]
    targets:
      - {{year: 2025, operator: reduce>=, bound: 10, baseline: {{year: 2021, of: end}}, {CITE}}}
""",
    )
    observations = [
        *figures("2021", open={"A": 50, "D": 10, "C1": 60, "C2": 40, "C3": 20}),
        *figures("2025", open={"A": 45, "C1": 85, "C4": 9, "C5": 9}),
    ]
    evaluation = judge(source, observations, ask("2025", by=("agency",)), registry(*MERGED))
    row = only(evaluation, "C1")
    assert (sums(row), row.value, row.status) == ((85, 100), 15, Status.MET)
    assert only(evaluation, "A").value == 10
    assert only(evaluation, "C4").reason is Reason.MAP_CHANGED, "half of what C3 had, nobody knows which"
    total = whole(evaluation)
    assert sums(total) == (148, 180), "the dissolved district is part of the reduction"


def test_what_an_agency_took_over_counts_in_its_weight(source: Catalogue) -> None:
    observations = [
        *figures("2025", done={"A": 9}, all={"A": 100}),
        *figures("2026", done={"C1": 5}, all={"C1": 5}),
        *figures("2025", done={"C2": 9, "C1": 9}, all={"C2": 60, "C1": 40}),
    ]
    agencies = (
        agency("A", Level.PROVINCE),
        agency("C2", Level.COMMUNE, valid_until=date(2025, 12, 31), successors=("C1",)),
        agency("C1", Level.COMMUNE),
    )
    verdict = whole(judge(source, observations, ask("2026"), registry(*agencies)))
    assert verdict.coverage.weight == 50, "what C2 had is C1's now"


def test_units_outside_the_former_province_stand_outside_official_scopes(source: Catalogue) -> None:
    agencies = (
        agency("C1", Level.COMMUNE, valid_from=NEW),
        agency("C2", Level.COMMUNE, valid_from=NEW, pooled=False, territory="other"),
    )
    observations = figures("2026", done={"C1": 6, "C2": 1}, all={"C1": 10, "C2": 90})
    evaluation = judge(source, observations, ask("2026", by=("agency",)), registry(*agencies))
    assert sums(whole(evaluation)) == sums(only(evaluation, "commune")) == (6, 10)
    assert sums(only(evaluation, "C2")) == (1, 90), "shown apart, for reference"


REORGANISED = [date(2024, 7, 1), date(2025, 7, 1)]
MAPS = [date(2023, 12, 31), date(2024, 12, 31), date(2025, 6, 30), date(2026, 1, 1)]
PERIODS = ["2023", "2024", "2025"]


@given(
    seed=st.integers(0, 2**32), day=st.sampled_from(MAPS), period=st.sampled_from(PERIODS).map(Period.parse)
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_histories_are_pooled_as_a_walk_through_them_says(
    tmp_path: Path, seed: int, day: date, period: Period
) -> None:
    random = Random(seed)
    history = History(random, REORGANISED)
    reported = {commune: (random.randint(0, 9), random.randint(10, 99)) for commune in history.during(period)}
    others = figures(str(period), done={"A": 5, "B": 3}, all={"A": 8, "B": 4})
    evaluation = judge(
        source_in(tmp_path),
        [*_observations(reported, period), *others],
        replace(ask(str(period), by=("agency",)), as_of=day),
        registry(agency("A", Level.PROVINCE), agency("B", Level.COMMUNE), *history.agencies()),
    )
    done, everything = _total(reported, list(reported))
    assert sums(whole(evaluation)) == (done + 8, everything + 12)

    heirs = {
        commune: history.on_the_map(commune, min(commune.until or date.max, period.end), day)
        for commune in reported
    }
    done, everything = _total(reported, [commune for commune in reported if heirs[commune]])
    assert sums(only(evaluation, "commune")) == (done + 3, everything + 4)
    rows = {row.scope.code: row for row in evaluation.verdicts if row.scope.kind is ScopeKind.AGENCY}
    assert rows.keys() == {"A", "B", *(heir.code for found in heirs.values() for heir in found)}
    for code in rows.keys() - {"A", "B"}:
        parts = [commune for commune in reported if code in [heir.code for heir in heirs[commune]]]
        if any(len(heirs[commune]) > 1 for commune in parts):
            assert rows[code].reason is Reason.MAP_CHANGED
        else:
            assert sums(rows[code]) == _total(reported, parts)


def _observations(reported: dict[Commune, tuple[int, int]], period: Period) -> Iterator[Observation]:
    for commune, (done, everything) in reported.items():
        days = str(commune.days_within(period))
        yield from figures(days, done={commune.code: done}, all={commune.code: everything})


def _total(reported: dict[Commune, tuple[int, int]], communes: list[Commune]) -> tuple[int, int]:
    return sum(reported[one][0] for one in communes), sum(reported[one][1] for one in communes)
