"""A district whose figures hold those of its communes."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.finding import Finding
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.comparisons.subordinates import subordinate_findings
from cchc_cli.language import Language
from cchc_cli.observation import Address, Observation, Submission
from cchc_cli.period import Period
from tests.intake.programme import REGISTRY, item

ITEMS = {code: item(code) for code in "abcdef"} | {"score": item("score", ItemKind.SCORE)}
SUBMISSIONS = [Submission("a.xlsx", "", "matrix", ("Bảng",))]

Row = tuple[str, str, Mapping[str, int | Decimal]]


def findings(*rows: Row) -> list[Finding]:
    """The findings about rows of agency, period and figures by item."""
    observations = [
        Observation(agency, code, Period.parse(period), Decimal(value), Address(0, 0, row, column))
        for row, (agency, period, values) in enumerate(rows, start=1)
        for column, (code, value) in enumerate(values.items(), start=3)
    ]
    return list(subordinate_findings(Figures(observations), Pointer(SUBMISSIONS, ITEMS, REGISTRY)))


def test_the_first_of_the_figures_is_named_and_the_others_counted() -> None:
    (finding,) = findings(
        ("820", "2024", {"a": 9, "b": 5400, "c": 700}),
        ("00412", "2024", {"a": 4, "b": 3000, "c": 300}),
        ("28501", "2024", {"a": 6, "b": 2400, "c": 400}),
    )
    assert (finding.agency, finding.item, finding.other_items) == ("820", "b", ("c",))
    assert "5.400" in finding.message(Language.VI)
    assert "2 đơn vị trực thuộc" in finding.message(Language.VI)


def test_its_own_last_figure_may_be_in_it() -> None:
    (finding,) = findings(
        ("820", "2023", {"a": 1000}),
        ("820", "2024", {"a": 6400}),
        ("00412", "2024", {"a": 3000}),
        ("28501", "2024", {"a": 2400}),
    )
    assert finding.period == "2024"
    assert "1.000" in finding.message(Language.VI)
    assert "5.400" in finding.message(Language.VI)


def test_one_commune_and_communes_with_nothing_prove_nothing() -> None:
    assert findings(("820", "2024", {"a": 5400}), ("00412", "2024", {"a": 5400})) == []
    assert (
        findings(("820", "2024", {"a": 5400}), ("00412", "2024", {"a": 5400}), ("28501", "2024", {"a": 0}))
        == []
    )


def test_a_small_figure_is_a_sum_by_chance_where_the_others_are_not() -> None:
    one_of_three = (
        ("820", "2024", {"a": 7, "b": 60, "c": 4}),
        ("00412", "2024", {"a": 3, "b": 30, "c": 4}),
        ("28501", "2024", {"a": 4, "b": 20, "c": 4}),
    )
    assert findings(*one_of_three) == []
    all_of_them = [(agency, period, {"a": values["a"]}) for agency, period, values in one_of_three]
    assert len(findings(*all_of_them)) == 1


def test_only_its_own_communes_of_the_same_period_count() -> None:
    assert (
        findings(("815", "2024", {"a": 5400}), ("00412", "2024", {"a": 3000}), ("28501", "2024", {"a": 2400}))
        == []
    )
    assert (
        findings(("820", "2024", {"a": 5400}), ("00412", "2024", {"a": 3000}), ("28501", "2023", {"a": 2400}))
        == []
    )


def test_scores_are_never_sums() -> None:
    assert (
        findings(
            ("820", "2024", {"score": 100}),
            ("00412", "2024", {"score": 50}),
            ("28501", "2024", {"score": 50}),
        )
        == []
    )


@given(st.lists(st.integers(1, 10**12), min_size=2, max_size=2), st.integers(-1, 1), st.integers(0, 6))
def test_a_sum_is_told_exactly(parts: list[int], off: int, places: int) -> None:
    first, second = (Decimal(part).scaleb(-places) for part in parts)
    found = findings(
        ("820", "2024", {"a": first + second + Decimal(off).scaleb(-places)}),
        ("00412", "2024", {"a": first}),
        ("28501", "2024", {"a": second}),
    )
    assert bool(found) == (off == 0)
