"""How good a figure is beside another one on the same indicator: the operator decides what is better."""

from fractions import Fraction

from cchc_cli.measured import bound_of, exact, value_of
from cchc_cli.run import Status, Verdict

_ATTESTED = frozenset({"milestone", "duty"})


def merit(verdict: Verdict) -> Fraction | None:
    """A number that is greater for the better figure; None where there is no figure.

    A change counts in the direction asked for already. Of a band nobody gains by going beyond: above its
    upper end `between` counts as that end, and outside a closed band the distance to it counts. Of what is
    done or not done it is the part that is done.
    """
    if verdict.status is Status.NOT_APPLICABLE:
        return None
    if verdict.kind in _ATTESTED:
        return _part_done(verdict)
    value, bound = value_of(verdict), bound_of(verdict)
    if value is None or bound is None:
        return value
    operator, least, most = bound
    if most is None or operator not in ("between", "within"):
        return value
    if operator == "between":
        return min(value, most)
    return -max(least - value, value - most, Fraction(0))


def is_asked(verdict: Verdict) -> bool:
    """Whether a target is in force or to come: without one nothing is better or worse."""
    return verdict.operator is not None or verdict.next is not None


def is_attested(verdict: Verdict) -> bool:
    """Whether it is about something done or not done."""
    return verdict.kind in _ATTESTED


def _part_done(verdict: Verdict) -> Fraction | None:
    if verdict.numerator is None or not verdict.denominator or verdict.status is Status.NO_DATA:
        return None
    return exact(verdict.numerator) / exact(verdict.denominator)
