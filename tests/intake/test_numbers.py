"""One cell, one exact number: the model's page on numbers, case by case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.finding import Severity
from cchc_cli.intake.files.sheet import Cell, Value
from cchc_cli.intake.numbers import Figure, exact_decimal, exact_sum, read_figure, whole_number, whole_numbers
from tests.intake.programme import item

COUNT, AMOUNT, SCORE, YES_NO = (item("thing", kind) for kind in ItemKind)
PERCENTAGE = replace(SCORE, highest=Decimal(100))


def said(figure: Figure) -> Decimal | str | None:
    """The value, or the code of what is wrong, or None for a figure that is missing."""
    return figure.problem.code if figure.problem and figure.value is None else figure.value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (45981, 45981),
        ("45981", 45981),
        ("007", 7),
        ("45.981", 45981),
        ("1.045.981", 1045981),
        ("45\u00a0981", 45981),
        ("45\u202f981", 45981),
        (" 12 ", 12),
        ("8,5", "value-not-whole"),
        ("92.5", "value-not-whole"),
        ("1.405,6", "value-not-whole"),
        (8.5, "value-not-whole"),
        ("45,981", "value-ambiguous"),
        ("1,045,981", "value-ambiguous"),
        ("0.981", "value-ambiguous"),
        ("1234.567", "value-ambiguous"),
        ("92,5%", "value-ambiguous"),
        ("x", "value-ambiguous"),
        (-5, "value-negative"),
        ("-5", "value-negative"),
        ("\u22125", "value-negative"),
        ("120 hồ sơ", "value-not-a-number"),
        ("có", "value-not-a-number"),
        ("1 234", "value-not-a-number"),
        ("1e3", "value-not-a-number"),
        ("١٢", "value-not-a-number"),
        (True, "value-not-a-number"),
        (date(2024, 1, 2), "value-not-a-number"),
        (float("nan"), "value-not-a-number"),
        (float("inf"), "value-not-a-number"),
        ("…", None),
        ("...", None),
        ("\u2060", None),
        (None, None),
    ],
)
def test_a_count(value: Value, expected: int | str | None) -> None:
    assert said(read_figure(Cell(value), COUNT)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("8,5", "8.5"),
        ("1.405,6", "1405.6"),
        ("1.405,678", "1405.678"),
        ("92.5", "92.5"),
        ("92.5000", "92.5"),
        ("1.234.567", "1234567"),
        ("12", "12"),
        (0.1 + 0.2, "0.3"),
        (1234567890123456789, "1234567890123460000"),
        ("1.234", "value-ambiguous"),
        ("1,234", "value-ambiguous"),
        ("1,234.5", "value-ambiguous"),
        ("1,2,3", "value-ambiguous"),
        ("-8,5", "value-negative"),
        ("8,5 tỷ", "value-not-a-number"),
        ("8,5%", "value-ambiguous"),
    ],
)
def test_an_amount(value: Value, expected: str) -> None:
    found = said(read_figure(Cell(value), AMOUNT))
    assert found == (expected if "-" in expected[1:] else Decimal(expected))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell(92.5), "92.5"),
        (Cell(102.5), "102.5"),
        (Cell("92,5%"), "92.5"),
        (Cell("0,9%"), "0.9"),
        (Cell(0.925, percent=True), "92.5"),
        (Cell(0.07, percent=True), "7"),
        (Cell(0), "0"),
        (Cell(0.925), "percent-ambiguous"),
        (Cell(1), "percent-ambiguous"),
        (Cell("0,9"), "percent-ambiguous"),
        (Cell("1,234"), "value-ambiguous"),
    ],
)
def test_a_score(cell: Cell, expected: str) -> None:
    found = said(read_figure(cell, SCORE))
    assert found == (expected if "-" in expected else Decimal(expected))


@pytest.mark.parametrize(
    ("value", "is_inside"), [(100, True), (100.01, False), (-1, False), ("100,5", False)]
)
def test_a_score_keeps_to_the_range_of_its_item(value: Value, is_inside: bool) -> None:
    figure = read_figure(Cell(value), PERCENTAGE)
    assert said(figure) == (value if is_inside else "value-out-of-range")


@pytest.mark.parametrize("value", ["9" * 22, "9" * 5_000, 1e21, 1e300, "1" + ".000" * 7])
def test_a_number_longer_than_any_report_can_say_is_out_of_range(value: Value) -> None:
    """Five thousand digits made the program end with a defect of its own."""
    for kind in (COUNT, AMOUNT, SCORE):
        assert said(read_figure(Cell(value), kind)) in ("value-out-of-range", "value-ambiguous")
    assert said(read_figure(Cell(value), COUNT)) == "value-out-of-range"


def test_a_number_of_very_many_decimals_is_out_of_range() -> None:
    assert said(read_figure(Cell("8," + "1" * 5_000), AMOUNT)) == "value-out-of-range"
    assert said(read_figure(Cell("9" * 21), COUNT)) == Decimal("9" * 21)


@pytest.mark.parametrize("text", ["-", " – ", "KPS", "kps", "Không phát sinh", "KHÔNG\u00a0PHÁT SINH"])
def test_a_confirmed_nil_is_0_and_is_told(text: str) -> None:
    for kind in (COUNT, AMOUNT, SCORE):
        figure = read_figure(Cell(text), kind)
        assert figure.value == 0
        assert figure.problem is not None
        assert figure.problem.severity is Severity.INFO


@pytest.mark.parametrize(
    ("value", "expected", "done_on"),
    [
        ("có", 1, None),
        ("CÓ", 1, None),
        ("x", 1, None),
        ("X", 1, None),
        (1, 1, None),
        ("yes", 1, None),
        (True, 1, None),
        ("không", 0, None),
        (0, 0, None),
        ("No", 0, None),
        (False, 0, None),
        (date(2024, 3, 5), 1, date(2024, 3, 5)),
        ("05/03/2024", 1, date(2024, 3, 5)),
        ("ngày 5/3/2024", 1, date(2024, 3, 5)),
        ("2024-03-05", 1, date(2024, 3, 5)),
        ("31/02/2024", "value-ambiguous", None),
        ("co", "value-ambiguous", None),
        ("đang làm", "value-ambiguous", None),
        (2, "value-ambiguous", None),
        ("", None, None),
        ("…", None, None),
    ],
)
def test_yes_or_no(value: Value, expected: int | str | None, done_on: date | None) -> None:
    figure = read_figure(Cell(value), YES_NO)
    assert (said(figure), figure.done_on) == (expected, done_on)


@pytest.mark.parametrize("kind", [COUNT, AMOUNT, SCORE, YES_NO])
def test_an_error_and_a_formula_without_result_are_never_blank(kind: Item) -> None:
    assert said(read_figure(Cell(error="#DIV/0!"), kind)) == "cell-error"
    assert said(read_figure(Cell(uncached=True), kind)) == "formula-without-value"


def test_a_percent_format_is_no_count() -> None:
    assert said(read_figure(Cell(0.5, percent=True), COUNT)) == "value-ambiguous"
    assert said(read_figure(Cell(0, percent=True), COUNT)) == 0


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_count_is_the_same_as_number_as_digits_and_with_thousands_points(count: int) -> None:
    points = f"{count:,}".replace(",", ".")
    for value in (count, float(count), str(count), points):
        assert said(read_figure(Cell(value), COUNT)) == count


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_typed_with_a_decimal_comma_is_exact(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    vietnamese = english.replace(",", " ").replace(".", ",").replace(" ", ".")
    figure = read_figure(Cell(vietnamese), AMOUNT)
    assert figure.value == amount


@given(st.decimals(min_value=0, max_value=10**6, places=3))
def test_what_could_be_two_numbers_is_neither(amount: Decimal) -> None:
    text = f"{amount:f}"
    for written in (text, text.replace(".", ",")):
        assert said(read_figure(Cell(written), AMOUNT)) == "value-ambiguous"


@given(st.decimals(min_value=Decimal("0.0001"), max_value=1, places=4))
def test_a_score_formatted_as_a_percentage_is_a_hundred_times_the_cell(share: Decimal) -> None:
    assert read_figure(Cell(float(share), percent=True), SCORE).value == share * 100


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_its_decimal_at_15_digits(number: float) -> None:
    value = exact_decimal(number)
    assert float(value) == float(f"{number:.15g}")
    digits = "".join(map(str, value.as_tuple().digits))
    assert len(digits.strip("0")) <= 15


@given(st.text())
def test_no_text_raises(text: str) -> None:
    for kind in (COUNT, AMOUNT, SCORE, YES_NO):
        figure = read_figure(Cell(text), kind)
        assert figure.value is None or figure.value >= 0


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**30)))
def test_a_sum_is_exact(values: list[Decimal]) -> None:
    assert Fraction(exact_sum(values)) == sum(map(Fraction, values))


@given(
    st.one_of(st.integers(), st.integers(-5, 200), st.floats(), st.booleans(), st.none(), st.text(max_size=5))
)
def test_what_is_taken_as_a_whole_number_at_once_is_what_a_closer_look_finds(value: Value) -> None:
    for asked in (COUNT, AMOUNT, SCORE, YES_NO, PERCENTAGE, replace(COUNT, highest=Decimal(100))):
        number = whole_number(value, asked)
        assert number is None or read_figure(Cell(value), asked) == Figure(number)


DIGITS = st.one_of(st.integers(0, 10**17).map(str), st.from_regex("[0-9٣]{1,17}", fullmatch=True))


@given(st.one_of(st.lists(st.integers(-5, 10**16), min_size=1), st.lists(DIGITS, min_size=1)))
def test_what_is_taken_as_a_row_at_once_is_what_a_closer_look_finds(values: list[Value]) -> None:
    for asked in (COUNT, AMOUNT):
        numbers = whole_numbers(values)
        found = [read_figure(Cell(value), asked) for value in values]
        assert numbers is None or found == list(map(Figure, numbers))
