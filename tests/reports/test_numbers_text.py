"""Displayed figures: rounded half up, and never at odds with the verdict."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.language import Language
from cchc_cli.reports.numbers_text import (
    decimal_text,
    exact,
    gap_text,
    meets,
    quantity_text,
    rounded,
    value_text,
)
from cchc_cli.run import Status, Verdict

MakeVerdict = Callable[..., Verdict]

_decimals = st.decimals(min_value=-10_000, max_value=10_000, places=6)


def _read(text: str, language: Language) -> Fraction:
    plain = text.replace(".", "").replace(",", ".") if language is Language.VI else text.replace(",", "")
    return Fraction(plain)


@given(_decimals)
def test_rounds_half_up_as_people_do(number: Decimal) -> None:
    expected = number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert rounded(Fraction(number)) == Fraction(expected)


@given(_decimals, st.sampled_from(Language))
def test_what_is_written_reads_back(number: Decimal, language: Language) -> None:
    assert _read(decimal_text(Fraction(number), 6, language), language) == Fraction(number)


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (Fraction("1234567.895"), "1.234.567,90", "1,234,567.90"),
        (Fraction("-0.004"), "0,00", "0.00"),
        (Fraction("-12.345"), "-12,35", "-12.35"),
        (Fraction(0), "0,00", "0.00"),
    ],
)
def test_decimal_signs_follow_the_language(number: Fraction, vi: str, en: str) -> None:
    assert decimal_text(number, 2, Language.VI) == vi
    assert decimal_text(number, 2, Language.EN) == en


@given(st.fractions(min_value=-1000, max_value=1000).filter(bool))
def test_no_quantity_that_is_there_is_written_as_zero(amount: Fraction) -> None:
    assert re.search("[1-9]", quantity_text(amount, Language.VI))


@given(st.floats(min_value=-100, max_value=100, allow_nan=False).filter(bool))
def test_no_gap_that_is_there_is_written_as_zero(gap: float) -> None:
    assert re.search("[1-9]", gap_text(gap, Language.VI))


def test_quantities_keep_the_decimals_they_have() -> None:
    assert quantity_text(45981, Language.VI) == "45.981"
    assert quantity_text(22.5, Language.VI) == "22,5"
    assert quantity_text(5_400_000_000_000, Language.EN) == "5,400,000,000,000"


def test_a_double_stands_for_the_decimal_it_prints_as() -> None:
    assert exact(0.1) == Fraction(1, 10)


def _shown(text: str, language: Language) -> list[Fraction]:
    return [_read(figure, language) for figure in re.findall(r"(-?[\d.,]+)%", text)]


@given(
    numerator=st.integers(0, 10**9),
    denominator=st.integers(1, 10**9),
    bound=st.sampled_from([15, 30, 50, 58, 80, 90, 98, 100, 22.5, 33.333]),
    operator=st.sampled_from([">=", ">"]),
    language=st.sampled_from(Language),
)
def test_a_displayed_share_tells_the_same_verdict_as_the_exact_one(
    make_verdict: MakeVerdict,
    numerator: int,
    denominator: int,
    bound: float,
    operator: str,
    language: Language,
) -> None:
    held = (operator, exact(bound), None)
    met = meets(Fraction(100 * numerator, denominator), held)
    verdict = make_verdict(
        numerator=numerator,
        denominator=denominator,
        bound=bound,
        operator=operator,
        status=Status.MET if met else Status.MISSED,
    )
    figures = _shown(value_text(verdict, "%", language) or "", language)
    assert abs(figures[0] - Fraction(100 * numerator, denominator)) <= Fraction(1, 200)
    assert meets(figures[-1], held) is met


@given(st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_share_beside_its_bound_gets_the_figure_that_tells(
    make_verdict: MakeVerdict, denominator: int, distance: int
) -> None:
    whole = 100_000 * denominator + 1
    verdict = make_verdict(
        numerator=4 * whole - distance, denominator=5 * whole, bound=80, status=Status.MISSED
    )
    text = value_text(verdict, "%", Language.VI) or ""
    assert meets(_shown(text, Language.VI)[-1], (">=", Fraction(80), None)) is False


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"numerator": 79996, "denominator": 100000, "bound": 80}, "80,00% (chưa đạt: 79,996%)"),
        ({"numerator": 29, "denominator": 50, "bound": 58}, "58,00%"),
        ({"numerator": 49, "denominator": 50, "bound": 98, "operator": ">"}, "98,00%"),
        ({"numerator": 98001, "denominator": 100000, "bound": 98, "operator": ">"}, "98,00% (đạt: 98,001%)"),
        ({"numerator": 2, "denominator": 3, "bound": 66.67}, "66,67% (chưa đạt: 66,667%)"),
        (
            {"numerator": 35001, "denominator": 100000, "bound": 25, "upper": 35, "operator": "between"},
            "35,00% (đạt: 35,001%)",
        ),
        (
            {"numerator": 35001, "denominator": 100000, "bound": 25, "upper": 35, "operator": "within"},
            "35,00% (chưa đạt: 35,001%)",
        ),
        (
            {"numerator": 79996, "denominator": 100000, "bound": 80, "official": False},
            "80,00% (dưới mức: 79,996%)",
        ),
        (
            {
                "numerator": 79996,
                "denominator": 100000,
                "bound": None,
                "operator": None,
                "next": {"bound": 80, "operator": ">=", "due": None},
            },
            "80,00% (chưa đạt: 79,996%)",
        ),
    ],
)
def test_where_rounding_would_touch_the_bound_the_exact_figure_is_added(
    make_verdict: MakeVerdict, facts: dict[str, object], expected: str
) -> None:
    assert value_text(make_verdict(**facts), "%", Language.VI) == expected


@pytest.mark.parametrize(
    ("numerator", "expected"),
    [(675, "10,00%"), (676, "9,87%"), (751, "-0,13%")],
)
def test_a_change_is_worked_out_from_present_and_baseline(
    make_verdict: MakeVerdict, numerator: int, expected: str
) -> None:
    verdict = make_verdict(
        kind="change",
        operator="reduce>=",
        bound=10,
        numerator=numerator,
        denominator=750,
        value=100 * (750 - numerator) / 750,
    )
    assert value_text(verdict, "%", Language.VI) == expected


def test_a_score_near_its_bound_is_told_from_it(make_verdict: MakeVerdict) -> None:
    verdict = make_verdict(kind="score", unit="điểm", bound=85, value=84.996, status=Status.MISSED)
    assert value_text(verdict, "điểm", Language.VI) == "85,00 điểm (chưa đạt: 84,996 điểm)"


def test_no_value_no_figure(make_verdict: MakeVerdict) -> None:
    assert value_text(make_verdict(), "%", Language.VI) is None
