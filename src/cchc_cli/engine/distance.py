"""How far a figure stands from its bound: the gap in points, and the least that is missing.

Measured to the target in force, else to the next. Source: model, «Operators».
"""

from fractions import Fraction

from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.case import Case
from cchc_cli.engine.exact import Exact
from cchc_cli.engine.judge import change_shortfall, is_met, share_shortfall


def gap(case: Case) -> Fraction | None:
    """Value minus bound, in the indicator's unit."""
    bound, value = _measured_to(case)[1], case.reached.value
    return value - bound if bound is not None and value is not None else None


def shortfall(case: Case) -> Exact | None:
    """The least to add (or, for reductions, to take off) in the numerator's unit; 0 where it is met.

    None for scores, milestones and duties, and where no numerator could reach the bound.
    """
    target, bound = _measured_to(case)
    reached = case.reached
    if target is None or bound is None or reached.value is None:
        return None
    if reached.numerator is None or reached.denominator is None:
        return None
    upper = None if target.upper is None else Fraction(target.upper)
    if is_met(reached.value, target.operator, bound, upper):
        return 0
    if target.operator is Operator.WITHIN and reached.value > bound:
        return None
    if case.indicator.kind is IndicatorKind.CHANGE:
        whole = case.is_counted and (target.present is None or target.present.of == "sum")
        return change_shortfall(reached.numerator, reached.denominator, target.operator, bound, whole)
    return share_shortfall(reached.numerator, reached.denominator, target.operator, bound)


def _measured_to(case: Case) -> tuple[Target | None, Fraction | None]:
    if case.target is not None:
        return case.target, case.bound
    following = case.stand.following
    if following is None or following.stated_bound is None:
        return following, None
    return following, Fraction(following.stated_bound)
