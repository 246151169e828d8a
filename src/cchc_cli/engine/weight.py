"""How much of the whole those reporting stand for, measured on the last period's denominators."""

from fractions import Fraction

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.pool import Pooled
from cchc_cli.period import Period


def weight_of_reporting(ledger: Ledger, indicator: Indicator, scope: str, period: Period) -> Fraction | None:
    """Percent of the last period's denominator held by those reporting now.

    The last period is the one of the same kind before (year on year, quarter on quarter). None where any
    expected agency has no denominator there, or the indicator has none.
    """
    if indicator.kind is not IndicatorKind.SHARE or period.previous not in ledger.figures.periods:
        return None
    now = ledger.pooled(indicator, scope, period)
    held = _denominators(ledger, ledger.pooled(indicator, scope, period.previous), period.previous)
    members = ledger.roster(period).members
    expected = [members[member].code for member in now.expected]
    if not expected or not all(code in held for code in expected):
        return None
    total = sum(held[code] for code in expected)
    if total == 0:
        return None
    return 100 * sum((held[members[member].code] for member in now.reporting), Fraction(0)) / total


def _denominators(ledger: Ledger, pooled: Pooled, period: Period) -> dict[str, Fraction]:
    members = ledger.roster(period).members
    return {
        members[member].code: Fraction(denominator)
        for member, (_, denominator) in pooled.contributions.items()
    }
