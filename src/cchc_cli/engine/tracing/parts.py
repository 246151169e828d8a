"""What each agency contributes to a pooled figure, and what the figure would be without it."""

from collections.abc import Iterator
from fractions import Fraction

from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.engine.case import Case
from cchc_cli.engine.exact import Exact, shown, shown_or_none
from cchc_cli.engine.judge import is_met
from cchc_cli.engine.pool import Pooled
from cchc_cli.engine.reached import End, change, percent
from cchc_cli.period import Period
from cchc_cli.run import ScopeKind
from cchc_cli.trace import TracedPart


def parts_of(case: Case) -> list[TracedPart]:
    """The parts of a pooled share or change, in the registry's order; none for an agency's own row.

    Of a change, numerator and denominator are what the agency adds to its present end and to its baseline.
    """
    reached = case.reached
    if case.row.scope.kind is ScopeKind.AGENCY or reached.value is None:
        return []
    if case.indicator.kind is IndicatorKind.SHARE:
        ((period, pooled),) = reached.ends[0].pools
        return list(_of_share(case, period, pooled))
    if case.indicator.kind is IndicatorKind.CHANGE:
        return list(_of_change(case, *reached.ends))
    return []


def _of_share(case: Case, period: Period, pooled: Pooled) -> Iterator[TracedPart]:
    members = case.ledger.roster(period).members
    for number, (part, whole) in pooled.contributions.items():
        rest = percent((pooled.numerator or 0) - part, (pooled.denominator or 0) - whole)
        weight = percent(whole, pooled.denominator)
        yield _part(case, members[number].code, (part, whole), percent(part, whole), weight, rest)


def _of_change(case: Case, present: End, baseline: End) -> Iterator[TracedPart]:
    """Only agencies of both ends: without a unit that was dissolved or merged nothing can be compared."""
    now, before = _amounts(case, present), _amounts(case, baseline)
    operator = case.stand.cited.operator if case.stand.cited else Operator.REDUCE
    if present.figure is None or baseline.figure is None:
        return
    for agency, amount in now.items():
        if agency in before:
            base = before[agency]
            rest = change(present.figure - amount, baseline.figure - base, operator)
            weight = percent(base, baseline.figure)
            yield _part(case, agency, (amount, base), change(amount, base, operator), weight, rest)


def _amounts(case: Case, end: End) -> dict[str, Exact]:
    """What each agency adds to one end of a change."""
    amounts: dict[str, Exact] = {}
    for period, pooled in end.pools:
        members = case.ledger.roster(period).members
        for number, (amount, _) in pooled.contributions.items():
            code = members[number].code
            amounts[code] = amounts.get(code, 0) + amount
    if end.of != "mean":
        return amounts
    return {code: Fraction(amount) / end.years for code, amount in amounts.items()}


def _part(
    case: Case,
    agency: str,
    amounts: tuple[Exact, Exact],
    own: Fraction | None,
    weight: Fraction | None,
    without: Fraction | None,
) -> TracedPart:
    meets = None
    if without is not None and case.target is not None and case.bound is not None:
        meets = is_met(without, case.target.operator, case.bound, case.upper)
    return TracedPart(
        agency=agency,
        numerator=shown(amounts[0]),
        denominator=shown(amounts[1]),
        value=shown_or_none(own),
        weight=shown_or_none(weight),
        without=shown_or_none(without),
        without_meets=meets,
    )
