"""Observations at the border to the engine: of their types, finite, and the same objects."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from cchc_cli.intake.validation import validated
from cchc_cli.observation import Address, Observation
from cchc_cli.period import Period

FIGURE = Observation("SNV", "settled", Period.parse("2024"), Decimal(12), Address(0, 0, 3, 4))


def test_good_ones_come_back_as_they_are() -> None:
    figures = [FIGURE, FIGURE._replace(item="pending", value=Decimal("8.5"))]
    found = validated(figures)
    assert all(one is other for one, other in zip(found, figures, strict=True))
    assert validated([]) == []


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_a_value_is_a_finite_number(value: str) -> None:
    with pytest.raises(ValidationError):
        validated([FIGURE, FIGURE._replace(value=Decimal(value))])


@pytest.mark.parametrize(
    "wrong",
    [{"agency": None}, {"item": 3}, {"period": "2024"}, {"value": "12"}, {"address": (0, 0, 3, 4)}],
)
def test_each_field_is_of_its_type(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        validated([Observation(**{**FIGURE._asdict(), **wrong})])
