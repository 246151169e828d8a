"""The exact figures behind a verdict, and what they are held against: decided before any rounding."""

from fractions import Fraction

from cchc_cli.record import Number
from cchc_cli.run import Verdict

Bound = tuple[str, Fraction, Fraction | None]
"""Operator, bound and upper end that a figure is held against."""


def exact(number: Number) -> Fraction:
    """The decimal that a JSON number stands for, exactly."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def value_of(verdict: Verdict) -> Fraction | None:
    """The value of a verdict, from the quotient itself where the verdict carries it."""
    if verdict.value is None:
        return None
    value, quotient = exact(verdict.value), _quotient(verdict)
    return quotient if quotient is not None and float(quotient) == float(value) else value


def _quotient(verdict: Verdict) -> Fraction | None:
    if verdict.numerator is None or not verdict.denominator:
        return None
    part, whole = exact(verdict.numerator), exact(verdict.denominator)
    if verdict.kind == "change":
        operator = verdict.operator or (verdict.next.operator if verdict.next else "")
        part = part - whole if operator.startswith("increase") else whole - part
    return 100 * part / whole


def bound_of(verdict: Verdict) -> Bound | None:
    """What the value is held against: the target in force, else the next one."""
    if verdict.operator is not None and verdict.bound is not None:
        return held_to(verdict.operator, verdict.bound, verdict.upper)
    following = verdict.next
    if verdict.operator is None and following is not None and following.bound is not None:
        return held_to(following.operator, following.bound, following.upper)
    return None


def held_to(operator: str, bound: Number, upper: Number | None) -> Bound:
    """A bound as the records have it, exactly."""
    return operator, exact(bound), None if upper is None else exact(upper)


def meets(value: Fraction, bound: Bound) -> bool:
    """Whether a figure stands on the good side of a bound."""
    operator, least, most = bound
    if operator == ">":
        return value > least
    return value >= least and (operator != "within" or most is None or value <= most)
