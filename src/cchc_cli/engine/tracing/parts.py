"""What each agency contributes to a pooled figure, and what the figure would be without it."""

from collections.abc import Iterator
from fractions import Fraction

from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.engine.case import Case
from cchc_cli.engine.exact import Exact, shown, shown_or_none
from cchc_cli.engine.judge import is_met
from cchc_cli.engine.pool import Pooled
from cchc_cli.engine.reached import End, change, percent
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.run import ScopeKind
from cchc_cli.trace import TracedPart


def parts_of(case: Case) -> list[TracedPart]:
    """The parts of a pooled share or change, in the registry's order; none for an agency's own figure.

    Of a change, numerator and denominator are what the agency adds to its present end and to its baseline.
    """
    reached = case.reached
    parts: list[TracedPart] = []
    if reached.value is not None and case.indicator.kind is IndicatorKind.SHARE:
        ((period, pooled),) = reached.ends[0].pools
        parts = list(_of_share(case, period, pooled))
    elif reached.value is not None and case.indicator.kind is IndicatorKind.CHANGE:
        parts = list(_of_change(case, *reached.ends))
    own_figure = case.row.scope.kind is ScopeKind.AGENCY and len(parts) == 1
    return [] if own_figure else parts


def _of_share(case: Case, period: Period, pooled: Pooled) -> Iterator[TracedPart]:
    roster = case.ledger.roster(period)
    for number, (part, whole) in pooled.contributions.items():
        member = roster.members[number]
        rest = percent((pooled.numerator or 0) - part, (pooled.denominator or 0) - whole)
        weight = percent(whole, pooled.denominator)
        named = (member.code, roster.name_of(member))
        yield _part(case, named, (part, whole), percent(part, whole), weight, rest)


def _of_change(case: Case, present: End, baseline: End) -> Iterator[TracedPart]:
    """Only agencies with figures at both ends, each with what it has taken over since the baseline.

    Nothing can be compared without one that was dissolved or divided.
    """
    now, before = _amounts(case, present), _amounts(case, baseline)
    operator = case.stand.cited.operator if case.stand.cited else Operator.REDUCE
    if present.figure is None or baseline.figure is None:
        return
    for agency, amount in now.items():
        if agency in before:
            base, named = before[agency], (agency.code, case.ledger.registry.full_name(agency))
            rest = change(present.figure - amount, baseline.figure - base, operator)
            weight = percent(base, baseline.figure)
            yield _part(case, named, (amount, base), change(amount, base, operator), weight, rest)


def _amounts(case: Case, end: End) -> dict[Agency, Exact]:
    """What each agency of the case's map adds to one end of a change, as its own row counts it."""
    ledger, years = case.ledger, end.years if end.of == "mean" else 1
    amounts: dict[Agency, Exact] = {}
    for period, pooled in end.pools:
        places = ledger.places(period, ledger.map_day(case.period))
        for number, (amount, _) in pooled.contributions.items():
            agencies = places.of(number).agencies
            if len(agencies) == 1:
                amounts[agencies[0]] = amounts.get(agencies[0], 0) + Fraction(amount) / years
    return amounts


def _part(
    case: Case,
    agency: tuple[str, Text],
    amounts: tuple[Exact, Exact],
    own: Fraction | None,
    weight: Fraction | None,
    without: Fraction | None,
) -> TracedPart:
    meets = None
    if without is not None and case.target is not None and case.bound is not None:
        meets = is_met(without, case.target.operator, case.bound, case.upper)
    return TracedPart(
        agency=agency[0],
        name=agency[1],
        numerator=shown(amounts[0]),
        denominator=shown(amounts[1]),
        value=shown_or_none(own),
        weight=shown_or_none(weight),
        without=shown_or_none(without),
        without_meets=meets,
    )
