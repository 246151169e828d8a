"""Exact numbers: whole numbers as they are, others as fractions; doubles only for showing."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Fraction
"""A whole number (of any size: budgets in VND overflow 64 bits once scaled) or a fraction."""


def exact(value: Decimal) -> Exact:
    """The same number, ready to be summed without rounding.

    >>> exact(Decimal("45981")), exact(Decimal("8.5"))
    (45981, Fraction(17, 2))
    """
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def shown(value: Exact | Decimal) -> int | float:
    """The JSON number of an exact one: itself where it is whole, else the nearest double."""
    return int(value) if value == int(value) else float(value)


def shown_or_none(value: Exact | Decimal | None) -> int | float | None:
    """The JSON number of a value that may be absent."""
    return None if value is None else shown(value)
