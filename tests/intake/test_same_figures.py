"""The same figures of two agencies: said where there is evidence, and where chance is no explanation."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.finding import Finding
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.comparisons.same_figures import FEWEST_DIFFERENT, FEWEST_EQUAL, same_figures_findings
from cchc_cli.language import Language
from cchc_cli.observation import Address, Observation, Submission
from cchc_cli.period import Period
from tests.intake.programme import REGISTRY, item

CODES = [f"item-{letter}" for letter in "abcdefghijkl"]
ITEMS = {code: item(code) for code in CODES} | {"score": item("score", ItemKind.SCORE)}
ENOUGH = [120, 80, 40, 31, 20, 11, 3, 2, 0, 0]

Row = tuple[str, Sequence[int | None]]


def findings(*rows: Row, period: str = "2024") -> list[Finding]:
    """The findings about rows of figures, each in a file of its own."""
    submissions = [Submission(f"{file}.xlsx", "", "form", ("Số liệu",)) for file in range(len(rows))]
    observations = [
        Observation(agency, code, Period.parse(period), Decimal(value), Address(file, 0, row, 4))
        for file, (agency, values) in enumerate(rows)
        for row, (code, value) in enumerate(zip(CODES, values, strict=False), start=9)
        if value is not None
    ]
    return list(same_figures_findings(Figures(observations), Pointer(submissions, ITEMS, REGISTRY)))


def test_the_later_one_is_told_whose_figures_it_has() -> None:
    (finding,) = findings(("28249", ENOUGH), ("00412", ENOUGH))
    assert (finding.agency, finding.period, finding.item) == ("00412", "2024", "item-a")
    assert finding.place is not None
    assert (finding.place.file, finding.place.cell) == ("1.xlsx", "D9")
    assert "Phường 1" in finding.message(Language.VI)
    assert "0.xlsx › Số liệu!D9" in finding.message(Language.VI)


def test_of_many_each_is_told_of_the_first() -> None:
    found = findings(("SNV", ENOUGH), ("SKHCN", ENOUGH), ("VPUBND", ENOUGH))
    assert [finding.agency for finding in found] == ["SKHCN", "VPUBND"]
    assert all("Sở Nội vụ" in finding.message(Language.VI) for finding in found)


@pytest.mark.parametrize("blank", range(len(ENOUGH)))
def test_a_figure_left_blank_hides_nothing(blank: int) -> None:
    more = [*ENOUGH[:8], 17, 5]
    gapped = [None if position == blank else value for position, value in enumerate(more)]
    assert len(findings(("SNV", more), ("SKHCN", gapped))) == 1
    assert len(findings(("SNV", gapped), ("SKHCN", more))) == 1


@pytest.mark.parametrize("changed", range(len(ENOUGH)))
def test_one_figure_of_its_own_is_enough(changed: int) -> None:
    own = [value + (position == changed) for position, value in enumerate(ENOUGH)]
    assert findings(("SNV", ENOUGH), ("SKHCN", own)) == []


def test_small_figures_are_the_same_by_chance() -> None:
    assert findings(("28249", [9, 8, 7, 6, 5, 4, 3, 2, 1]), ("00412", [9, 8, 7, 6, 5, 4, 3, 2, 1])) == []


def test_few_different_figures_are_the_same_by_chance() -> None:
    assert findings(("28249", [40] * 12), ("00412", [40] * 12)) == []
    few = [100 * position for position in range(1, FEWEST_EQUAL)]
    assert findings(("28249", few), ("00412", few)) == []
    alike = [*(10 * position for position in range(1, FEWEST_DIFFERENT)), *[10] * FEWEST_EQUAL][:12]
    assert findings(("28249", alike), ("00412", alike)) == []


def test_other_levels_and_periods_are_not_compared() -> None:
    assert findings(("815", ENOUGH), ("28249", ENOUGH)) == []
    years = [
        Observation(agency, code, Period.parse(period), Decimal(value), Address(0, 0, row, 4))
        for row, (agency, period) in enumerate((("SNV", "2023"), ("SKHCN", "2024")), start=1)
        for code, value in zip(CODES, ENOUGH, strict=False)
    ]
    pointer = Pointer([Submission("a.xlsx", "", "matrix", ("A",))], ITEMS, REGISTRY)
    assert list(same_figures_findings(Figures(years), pointer)) == []


_ROWS = st.lists(st.sampled_from((10, 11, 12, 13, 14, 15, 16, 17)), min_size=12, max_size=12)


@given(st.lists(_ROWS, min_size=3, max_size=3))
def test_whoever_has_a_finding_has_all_its_figures_from_another(rows: list[list[int]]) -> None:
    agencies = ("SNV", "SKHCN", "VPUBND")
    told = {finding.agency for finding in findings(*zip(agencies, rows, strict=True))}
    expected = {
        agency
        for position, agency in enumerate(agencies)
        if rows[position] in rows[:position] and len(set(rows[position])) >= FEWEST_DIFFERENT
    }
    assert told == expected


def test_thousands_that_are_alike_by_chance_are_not_held_in_pairs() -> None:
    """A year of 170 communes, day by day, each figure the same thousand, took two minutes."""
    commune = REGISTRY.lives_by_code["28249"][0]
    codes = [f"{number:05}" for number in range(2_000)]
    registry = replace(REGISTRY, agencies=tuple(replace(commune, code=code) for code in codes))
    period, files = Period.parse("2024"), [Submission("a.xlsx", "", "matrix", ("a",))]
    known = [
        Observation(agency, code, period, Decimal(1_000), Address(0, 0, row, column))
        for row, agency in enumerate(codes, start=2)
        for column, code in enumerate(CODES, start=2)
    ]
    assert list(same_figures_findings(Figures(known), Pointer(files, ITEMS, registry))) == []
    others = [one._replace(value=Decimal(1_000 + one.address.column)) for one in known[-2 * len(CODES) :]]
    told = same_figures_findings(Figures(known[: -2 * len(CODES)] + others), Pointer(files, ITEMS, registry))
    assert [finding.agency for finding in told] == [codes[-1]]
