"""Observations at the border to the engine: of their types, finite, and the same objects."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from cchc_cli.intake.validation import validated
from cchc_cli.observation import Address, Observation
from cchc_cli.observations import Line, Observations
from cchc_cli.period import Period

FIGURE = Observation("SNV", "settled", Period.parse("2024"), Decimal(12), Address(0, 0, 3, 4))


def test_good_ones_come_back_as_they_are() -> None:
    figures = Observations([FIGURE, FIGURE._replace(item="pending", value=Decimal("8.5"))])
    found = validated(figures)
    assert all(one is other for one, other in zip(found, figures, strict=True))
    assert validated(Observations()) == []


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_a_value_is_a_finite_number(value: str) -> None:
    with pytest.raises(ValidationError):
        validated(Observations([FIGURE, FIGURE._replace(value=Decimal(value))]))


@pytest.mark.parametrize(
    "wrong",
    [{"agency": None}, {"item": 3}, {"period": "2024"}, {"value": "12"}, {"address": (0, 0, 3, 4)}],
)
def test_each_field_is_of_its_type(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        validated(Observations([Observation(**{**FIGURE._asdict(), **wrong})]))


@pytest.mark.parametrize(
    "wrong",
    [
        {"agency": None},
        {"items": ("settled", 3)},
        {"values": (Decimal(1), Decimal("NaN"))},
        {"rows": ("3", "3")},
    ],
)
def test_so_is_each_of_a_line(wrong: dict[str, object]) -> None:
    line = Line(
        "SNV", Period.parse("2024"), ("settled", "pending"), (Decimal(1), Decimal(2)), 0, 0, (3, 3), (4, 5)
    )
    assert len(validated(Observations.of([line]))) == 2
    with pytest.raises(ValidationError):
        validated(Observations.of([Line(**{**line._asdict(), **wrong})]))
