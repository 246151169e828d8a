"""Second figures shown beside a value, never judged: other bases, literal readings, the actual step (A02)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.exact import shown_or_none
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.places import scope_of_level
from cchc_cli.engine.pool import Pooled
from cchc_cli.engine.reached import reach, share
from cchc_cli.engine.scopes import ScopeRow
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.run import AlsoFigure, ScopeKind

_ACTUAL_STEP = Text("Tăng so với kết quả thực tế năm trước", "Rise over last year's actual figure")
_PERCENT = Text("%", "%")
_POINTS = Text("điểm phần trăm", "percentage points")


class SecondFigure(NamedTuple):
    """One second figure, exactly, and the pool it stands on: of the measure at `position` in a period.

    The actual step stands on last year's pool, beside that of the verdict.
    """

    reading: str
    name: Text
    unit: Text
    value: Fraction | None
    bound: Fraction | None
    position: int
    period: Period
    pooled: Pooled


def also_figures(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, target: Target | None
) -> list[AlsoFigure]:
    """The second figures as records."""
    return [
        AlsoFigure(
            reading=second.reading,
            name=second.name,
            unit=second.unit,
            value=shown_or_none(second.value),
            bound=shown_or_none(second.bound),
        )
        for second in second_figures(ledger, indicator, row, period, target)
    ]


def second_figures(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, target: Target | None
) -> Iterator[SecondFigure]:
    """The declared second figures of a scope, and the actual step of a ladder in its annual period."""
    for position, also in enumerate(indicator.also, start=1):
        if also.level and row.scope.kind is ScopeKind.AGENCY:
            continue
        pool = scope_of_level(also.level) if also.level else row.pool
        pooled = ledger.pooled(indicator, pool, period, position)
        yield SecondFigure(also.reading, also.name, _PERCENT, share(pooled), None, position, period, pooled)
    step = _actual_step(ledger, indicator, row, period, target)
    if step is not None:
        yield step


def _actual_step(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, target: Target | None
) -> SecondFigure | None:
    if target is None or target.step is None or indicator.kind is not IndicatorKind.SHARE:
        return None
    last_year = period.previous
    if target.due != period.end or last_year is None or not period.is_full_year:
        return None
    rise, least, pooled = None, Fraction(target.step.points), Pooled()
    if ledger.has_figures(last_year):
        now = reach(ledger, indicator, row.pool, period, target).value
        before = reach(ledger, indicator, row.pool, last_year, target, row.map_day)
        ((_, pooled),) = before.ends[0].pools
        if before.value is not None:
            rise = now - before.value if now is not None else None
            least = max(target.step.bound_above(before.value) - before.value, Fraction(0))
    return SecondFigure("A02", _ACTUAL_STEP, _POINTS, rise, least, 0, last_year, pooled)
