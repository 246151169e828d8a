"""Which figure an agency has for a period: reported as such, or put together; and which period is asked."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.source import Measure
from cchc_cli.engine.cover import cover
from cchc_cli.engine.evidence import Evidence, Tracing
from cchc_cli.engine.judged_periods import default_period, periods_of_the_call
from cchc_cli.level import Level
from cchc_cli.observation import Key
from cchc_cli.period import Period
from cchc_cli.run import Reason, Status
from tests.engine.province import (
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

EVERY = f"      - {{every: period, bound: 50, {CITE}}}"
ONE = registry(agency("A", Level.PROVINCE))


def value_of(tmp_path: Path, observations: list, period: str, denominator: str = "all") -> tuple:  # type: ignore[type-arg]
    source = catalogue(tmp_path, share(EVERY, denominator=denominator))
    verdict = only(judge(source, observations, ask(period), agencies=ONE), scope="province")
    return verdict.numerator, verdict.denominator


def quarters(numbers: str, done: int, total: int) -> list:  # type: ignore[type-arg]
    return [
        found
        for number in numbers
        for found in figures(f"2024-Q{number}", done={"A": done}, all={"A": total}, open={"A": int(number)})
    ]


def test_quarters_add_up_to_a_year(tmp_path: Path) -> None:
    assert value_of(tmp_path, quarters("1234", 3, 5), "2024") == (12, 20)
    assert value_of(tmp_path, quarters("123", 3, 5), "2024") == (None, None)
    assert value_of(tmp_path, quarters("123", 3, 5), "2024-9M") == (9, 15)


def test_stocks_take_the_last(tmp_path: Path) -> None:
    assert value_of(tmp_path, quarters("1234", 3, 5), "2024", denominator="open") == (12, 4)


def test_a_stock_stands_on_its_last_cell_alone(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY, denominator="open"))
    evaluation = judge(source, quarters("1234", 3, 5), ask("2024", tracing=Tracing.ALL), agencies=ONE)
    cells = [(cell.item, cell.value) for cell in only(evaluation, scope="province").cells]
    assert cells == [("done", 3)] * 4 + [("open", 4)]


def test_a_figure_for_exactly_the_period_wins(tmp_path: Path) -> None:
    observations = quarters("1234", 3, 5) + figures("2024", done={"A": 100}, all={"A": 200})
    assert value_of(tmp_path, observations, "2024") == (100, 200)


def test_overlapping_periods_are_never_added(tmp_path: Path) -> None:
    half = figures("2024-H1", done={"A": 6}, all={"A": 10})
    assert value_of(tmp_path, quarters("1234", 3, 5) + half, "2024") == (12, 20)
    assert value_of(tmp_path, quarters("14", 3, 5) + half, "2024") == (None, None)


def test_only_the_days_of_its_life_need_covering(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY))
    born = registry(agency("A", Level.PROVINCE, valid_from=date(2024, 7, 1)))
    verdict = only(judge(source, quarters("34", 3, 5), ask("2024"), agencies=born), scope="province")
    assert verdict.denominator == 10


def test_flows_of_an_agency_that_ended_still_count(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY))
    year = figures("2025", done={"A": 1, "C1": 1, "C2": 1}, all={"A": 2, "C1": 2, "C2": 2})
    half = figures("2025-H1", done={"D1": 5, "D2": 5}, all={"D1": 10, "D2": 10})
    verdict = only(judge(source, year + half, ask("2025")))
    assert (verdict.numerator, verdict.denominator, verdict.provisional) == (13, 26, False)


@pytest.mark.parametrize("second", [{"level": Level.COMMUNE}, {"level": Level.DISTRICT, "pooled": False}])
def test_a_code_with_two_lives_of_different_standing_has_one_row(
    tmp_path: Path, second: dict[str, Any]
) -> None:
    lives = (
        agency("D1", Level.DISTRICT, valid_until=date(2024, 6, 30)),
        agency("D1", **second, valid_from=date(2024, 7, 1)),
    )
    observations = (
        figures("2024-H1", done={"D1": 3}, all={"D1": 5})
        + figures("2024-07-01..2024-12-31", done={"D1": 4}, all={"D1": 5})
        + figures("2024", done={"A": 9, "D2": 9}, all={"A": 10, "D2": 10})
    )
    everybody = registry(agency("A", Level.PROVINCE), *lives, agency("D2", Level.DISTRICT))
    source = catalogue(tmp_path, share(EVERY))
    evaluation = judge(source, observations, ask("2024", by=["agency"]), agencies=everybody)
    row = only(evaluation, scope="D1")
    assert (row.numerator, row.denominator, row.coverage.expected) == (4, 5, 1)
    whole = only(evaluation, scope="province")
    pooled = 25 if second["level"] is Level.COMMUNE else 21
    assert (whole.numerator, whole.coverage.missing) == (pooled, [])


def test_asking_for_one_agency_shows_no_other(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY))
    observations = figures("2024", done={"C1": 1}, all={"C1": 2})
    evaluation = judge(source, observations, ask("2024", agencies=frozenset({"C2"})))
    assert [verdict.scope.code for verdict in evaluation.verdicts] == ["C2"]


def test_the_default_period_is_the_newest_well_covered() -> None:
    observations = [
        *figures("2023", done={"A": 1, "D1": 1, "D2": 1, "C1": 1}),
        *figures("2024", done={"A": 1, "D1": 1}),
        *figures("2025-Q1", done={"A": 1}),
    ]
    assert default_period(Evidence(tuple(observations))) == Period.of_year(2024)
    assert default_period(Evidence(())) is None
    ends_together = figures("2024-Q4", done={"A": 1}) + figures("2024", done={"A": 1})
    assert default_period(Evidence(tuple(ends_together))) == Period.of_year(2024)


def test_the_days_of_a_life_within_a_longer_period_are_judged_with_it() -> None:
    ended = registry(agency("A", Level.PROVINCE), agency("C", Level.COMMUNE, valid_until=date(2024, 4, 30)))
    year, days = figures("2024", done={"A": 1}), figures("2024-01-01..2024-04-30", done={"C": 1})
    of_all = Period.of_year(2024)
    assert periods_of_the_call(Evidence((*year, *days)), ended) == (of_all,)
    assert periods_of_the_call(Evidence(tuple(days)), ended) == (Period.parse("2024-01-01..2024-04-30"),)
    others_too = figures("2024-01-01..2024-04-30", done={"A": 1})
    assert len(periods_of_the_call(Evidence((*year, *days, *others_too)), ended)) == 2
    half = figures("2024-H1", done={"C": 1})
    assert len(periods_of_the_call(Evidence((*year, *half)), ended)) == 2


MONTHS = st.integers(1, 12)
PIECES = st.builds(
    lambda first, last: Period.of_months(2024, min(first, last), max(first, last)), MONTHS, MONTHS
)


@given(st.frozensets(PIECES, max_size=12))
def test_a_cover_has_no_overlap_and_no_gap(pieces: frozenset[Period]) -> None:
    year = Period.of_year(2024)
    chosen = cover(pieces, (year,))
    if chosen is None:
        return
    days = [day for piece in chosen for day in range(piece.start.toordinal(), piece.end.toordinal() + 1)]
    assert days == list(range(year.start.toordinal(), year.end.toordinal() + 1))
    assert set(chosen) <= pieces


@given(st.lists(st.integers(1, 11), unique=True), st.frozensets(PIECES, max_size=8))
def test_a_partition_is_always_found(cuts: list[int], noise: frozenset[Period]) -> None:
    starts = [1, *(cut + 1 for cut in sorted(cuts))]
    ends = [*sorted(cuts), 12]
    partition = {Period.of_months(2024, first, last) for first, last in zip(starts, ends, strict=True)}
    assert cover(frozenset(partition) | noise, (Period.of_year(2024),)) is not None
    assert cover(frozenset(partition), (Period.of_year(2024),)) == tuple(sorted(partition))


def test_the_longest_piece_is_taken_first_also_where_an_agency_began_within_it() -> None:
    since_march = (Period.parse("2024-03-01..2024-12-31"),)
    named = ["2024-H1", "2024-03-01..2024-06-30", "2024-07-01..2024-12-31"]
    chosen = cover(frozenset(map(Period.parse, named)), since_march)
    assert [str(piece) for piece in chosen or ()] == ["2024-H1", "2024-07-01..2024-12-31"]


def test_all_periods(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY))
    observations = quarters("12", 3, 5)
    question = ask()
    evaluation = judge(source, observations, question.__class__(periods=None), agencies=ONE)
    assert [verdict.period for verdict in evaluation.verdicts if verdict.official] == ["2024-Q1", "2024-Q2"]
    assert {verdict.status for verdict in evaluation.verdicts} == {Status.MET}


def unusable(code: str, item: str, *periods: str) -> list[Key]:
    return [Key(code, item, Period.parse(period)) for period in periods]


def test_a_reason_is_an_unusable_cell_only_where_mending_it_would_help(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY))
    three = quarters("123", 3, 5)
    broken_last = unusable("A", "all", "2024-Q4") + unusable("A", "done", "2024-Q4")
    one = judge(source, three, ask("2024", by=["province"]), agencies=ONE, unusable=broken_last)
    assert only(one).reason is Reason.UNUSABLE
    two = quarters("12", 3, 5)
    one = judge(source, two, ask("2024", by=["province"]), agencies=ONE, unusable=broken_last)
    assert only(one).reason is Reason.NOT_SUBMITTED, "the third quarter would still be missing"


def test_what_stands_at_the_start_is_that_of_the_first_part(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(EVERY, denominator="open"))
    items = [replace(item, measure=Measure.OPENING) if item.code == "open" else item for item in source.items]
    source = replace(source, items=tuple(items))
    parts = [
        *figures("2023-H1", done={"C1": 30}, open={"C1": 200}),
        *figures("2023-Q3", done={"C1": 10}, open={"C1": 7}),
        *figures("2023-Q4", done={"C1": 10}, open={"C1": 9}),
    ]
    verdict = only(judge(source, parts, ask("2023")))
    assert (verdict.numerator, verdict.denominator) == (50, 200)
