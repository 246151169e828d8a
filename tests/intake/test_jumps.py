"""Changes from period to period that are hard to believe, and falls that cannot be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.item import Jump
from cchc_cli.catalogue.source import Measure
from cchc_cli.findings.finding import Finding
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.jumps import jump_findings
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.language import Language
from cchc_cli.observation import Address, Observation, Submission
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from tests.intake.programme import REGISTRY, item

SUBMISSIONS = [Submission("a.xlsx", "", "matrix", ("Bảng",))]


def findings(
    said: Mapping[str, int | Decimal],
    *,
    agency: str = "SNV",
    factor: Decimal = Decimal(5),
    above: Decimal = Decimal(100),
    measure: Measure = Measure.FLOW,
    only_rises: bool = False,
    registry: Registry = REGISTRY,
) -> list[Finding]:
    """The findings about one item with these values by period."""
    visits = item("visits", measure=measure, jump=Jump(factor, above), only_rises=only_rises)
    observations = [
        Observation(agency, "visits", Period.parse(period), Decimal(value), Address(0, 0, row, 1))
        for row, (period, value) in enumerate(said.items(), start=1)
    ]
    pointer = Pointer(SUBMISSIONS, {"visits": visits}, registry)
    return list(jump_findings(Figures(observations), pointer))


def about(said: Mapping[str, int | Decimal], **how: object) -> list[str | None]:
    """The periods whose figure is asked about."""
    return [finding.period for finding in findings(said, **how)]  # type: ignore[arg-type]


_VALUES = st.decimals(min_value=0, max_value=10**15, places=6)


@given(_VALUES, _VALUES, st.decimals("1.1", 100, places=1), st.integers(0, 10**6))
def test_a_jump_is_told_exactly(before: Decimal, value: Decimal, factor: Decimal, above: int) -> None:
    found = about({"2023": before, "2024": value}, factor=factor, above=Decimal(above))
    smaller, larger = sorted((Fraction(before), Fraction(value)))
    jumps = larger > smaller and larger >= above and larger >= smaller * Fraction(factor)
    assert found == (["2024"] if jumps else [])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023-Q4", "2024-Q1"),
        ("2023-H1", "2024-H1"),
        ("2023-9M", "2024-9M"),
        ("2024-01-01..2024-01-31", "2024-02-01..2024-02-29"),
        ("2023-01-01..2023-06-07", "2024-01-01..2024-06-07"),
    ],
)
def test_each_period_is_held_against_the_one_before_it_of_its_kind(first: str, second: str) -> None:
    assert about({first: 100, second: 900}) == [second]
    assert about({second: 100, first: 900}) == [second]


@pytest.mark.parametrize(
    ("first", "second"),
    [("2022", "2024"), ("2023-Q4", "2024"), ("2023-H1", "2024-Q2"), ("2024-Q1", "2024-02-01..2024-02-29")],
)
def test_other_periods_are_not_compared(first: str, second: str) -> None:
    assert about({first: 100, second: 900}) == []


def test_what_began_or_ended_in_between_is_not_compared() -> None:
    assert about({"2024": 100, "2025": 900}, agency="28502") == []
    assert about({"2023": 900, "2024": 100}, agency="28501") == []
    assert about({"2025": 100, "2026": 900}, agency="28502") == ["2026"]


def test_what_took_over_from_others_in_between_is_not_compared() -> None:
    merged = tuple(
        replace(each, valid_until=date(2024, 2, 29), successors=("SNV",)) if each.code == "SKHCN" else each
        for each in REGISTRY.agencies
    )
    registry = replace(REGISTRY, agencies=merged)
    assert about({"2023": 100, "2024": 900}, registry=registry) == []
    assert about({"2022": 100, "2023": 900}, registry=registry) == ["2023"]
    assert about({"2025": 100, "2026": 900}, registry=registry) == ["2026"]


def test_a_figure_is_held_against_its_own_agency_only() -> None:
    observations = [
        Observation(agency, "visits", Period.parse(period), Decimal(value), Address(0, 0, 1, 1))
        for agency, period, value in (("SNV", "2023", 100), ("SKHCN", "2024", 900))
    ]
    items = {"visits": item("visits", jump=Jump(Decimal(5), Decimal(0)))}
    assert list(jump_findings(Figures(observations), Pointer(SUBMISSIONS, items, REGISTRY))) == []


def test_the_sentence_names_both_figures_and_what_was_expected() -> None:
    (finding,) = findings({"2023": 1200, "2024": 12000})
    said = finding.message(Language.VI)
    for words in ("12.000", "năm 2024", "1.200", "năm 2023", "5 lần", "Sở Nội vụ"):
        assert words in said


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("2024-Q1", "2024-H1"),
        ("2024-Q2", "2024-H1"),
        ("2024-Q3", "2024-9M"),
        ("2024-9M", "2024"),
        ("2024-01-01..2024-02-29", "2024-01-01..2024-04-30"),
        ("2024-Q1", "2024-01-01..2024-06-07"),
    ],
)
def test_a_period_never_has_less_than_a_part_of_it(part: str, whole: str) -> None:
    assert about({part: 50, whole: 49}, only_rises=True) == [whole]
    assert about({part: 50, whole: 50}, only_rises=True) == []
    assert about({part: 50, whole: 49}) == []


def test_of_several_parts_the_largest_is_named() -> None:
    (finding,) = findings({"2024-Q1": 60, "2024-Q2": 70, "2024": 50}, only_rises=True)
    assert "70" in finding.message(Language.VI)
    assert "quý II/2024" in finding.message(Language.VI)


def test_periods_that_only_share_days_tell_nothing() -> None:
    assert about({"2024-Q1": 50, "2024-02-01..2024-04-30": 9}, only_rises=True) == []


def test_a_code_that_went_to_another_agency_is_held_against_nothing_of_the_earlier() -> None:
    earlier, later = REGISTRY.lives_by_code["28501"][0], REGISTRY.lives_by_code["28502"][0]
    lives = (replace(earlier, successors=("00412",)), replace(later, code="28501"))
    others = (each for each in REGISTRY.agencies if each.code not in ("28501", "28502"))
    registry = replace(REGISTRY, agencies=(*others, *lives))
    said = {"2023": 90, "2024-9M": 900, "2024": 600}
    assert findings(said, agency="28501", only_rises=True, registry=registry) == []
    renamed = replace(registry, agencies=(*others, replace(lives[0], successors=("28501",)), lives[1]))
    assert findings(said, agency="28501", only_rises=True, registry=renamed) != []


def test_what_only_gathers_never_falls() -> None:
    gathering = {"measure": Measure.STOCK, "only_rises": True}
    assert about({"2022": 9, "2023": 9, "2024-Q1": 8, "2024": 8}, **gathering) == ["2024-Q1"]
    assert about({"2024-Q4": 9, "2024": 8}, **gathering) == []
    assert about({"2022": 9, "2023": 8}, measure=Measure.STOCK) == []


def test_a_figure_that_fell_far_where_it_cannot_fall_is_said_once() -> None:
    (finding,) = findings({"2023": 5000, "2024": 10}, measure=Measure.STOCK, only_rises=True)
    assert "không thể giảm" in finding.message(Language.VI)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400)), min_size=1, max_size=6))
def test_any_periods_can_be_compared(spans: list[tuple[int, int]]) -> None:
    first = date(2022, 1, 1)
    periods = [
        Period.between(first + timedelta(days=start), first + timedelta(days=start + length))
        for start, length in spans
    ]
    figures = Figures(
        Observation("SNV", "visits", period, Decimal(row * 100), Address(0, 0, row, 1))
        for row, period in enumerate(periods, start=1)
    )
    for period in periods:
        before = figures.before(period)
        if before is not None and period.name is None:
            assert before in periods
            assert before.end < period.start
