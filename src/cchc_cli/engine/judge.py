"""Holding an exact value against a bound: met or not, by how much, and what is missing.

Everything is decided on whole numbers and fractions, before any rounding. Source: model, «Operators».
"""

import math
from fractions import Fraction

from cchc_cli.catalogue.source import Operator
from cchc_cli.engine.exact import Exact

_WHOLE = Fraction(100)


def is_met(value: Fraction, operator: Operator, bound: Fraction, upper: Fraction | None = None) -> bool:
    """Whether a value satisfies a bound; `upper` closes a `within` band and is only noted for `between`.

    >>> is_met(Fraction(29 * 100, 50), Operator.AT_LEAST, Fraction(58))
    True
    >>> is_met(Fraction(49 * 100, 50), Operator.ABOVE, Fraction(98))
    False
    """
    if operator is Operator.ABOVE:
        return value > bound
    if operator is Operator.WITHIN and upper is not None:
        return bound <= value <= upper
    return value >= bound


def share_shortfall(numerator: Exact, denominator: Exact, operator: Operator, bound: Fraction) -> int | None:
    """The least whole number to add to the numerator so that the share meets the bound.

    The denominator is held; None where the numerator would exceed it.
    """
    needed = bound * Fraction(denominator) / _WHOLE - Fraction(numerator)
    strict = operator is Operator.ABOVE
    missing = max(math.floor(needed) + 1 if strict else math.ceil(needed), 0)
    return missing if numerator + missing <= denominator else None


def change_shortfall(
    present: Exact, baseline: Exact, operator: Operator, bound: Fraction, whole: bool
) -> Exact:
    """The least to take off the present figure (reduce) or to add to it (increase) to meet the bound."""
    rate = bound / _WHOLE
    if operator is Operator.REDUCE:
        needed = Fraction(present) - Fraction(baseline) * (1 - rate)
    else:
        needed = Fraction(baseline) * (1 + rate) - Fraction(present)
    return max(math.ceil(needed) if whole else needed, 0)
