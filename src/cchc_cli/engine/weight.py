"""How much of the whole those reporting stand for, measured on the last period's denominators."""

from fractions import Fraction

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.scopes import ScopeRow
from cchc_cli.period import Period


def weight_of_reporting(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period
) -> Fraction | None:
    """Percent of the last period's denominator held by those reporting now.

    The last period is the one of the same kind before (year on year, quarter on quarter). What an agency
    took over since counts as its own. None where any expected agency has no denominator there, or part of
    one that was split, or the indicator has none.
    """
    previous = period.previous
    if indicator.kind is not IndicatorKind.SHARE or previous is None or not ledger.has_figures(previous):
        return None
    now = ledger.pooled(indicator, row.pool, period)
    held = _held(ledger, indicator, row, period, previous, frozenset(now.expected))
    if not now.expected or not all(member in held for member in now.expected):
        return None
    total = sum(held[member] for member in now.expected)
    if total == 0:
        return None
    return 100 * sum((held[member] for member in now.reporting), Fraction(0)) / total


def _held(
    ledger: Ledger,
    indicator: Indicator,
    row: ScopeRow,
    period: Period,
    previous: Period,
    expected: frozenset[int],
) -> dict[int, Fraction]:
    """The last period's denominators by those expected now; only where all of it is known."""
    before = ledger.pooled(indicator, row.pool, previous, map_day=row.map_day)
    held: dict[int, Fraction] = {}
    unknown: set[int] = set()
    ways = ledger.heirs_between(previous, period)
    for member in before.expected:
        heirs = next((found for found in ways[member] if expected.intersection(found)), ())
        if len(heirs) == 1 and member in before.contributions:
            held[heirs[0]] = held.get(heirs[0], Fraction(0)) + Fraction(before.contributions[member][1])
        else:
            unknown.update(heirs)
    if before.divided:
        unknown.update(expected)
    return {member: denominator for member, denominator in held.items() if member not in unknown}
