"""Second figures shown beside a value, never judged: other bases, literal readings, the actual step (A02)."""

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.exact import shown_or_none
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.places import scope_of_level
from cchc_cli.engine.reached import reach, share
from cchc_cli.engine.scopes import ScopeRow
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.run import AlsoFigure, ScopeKind

_ACTUAL_STEP = Text("Tăng so với kết quả thực tế năm trước", "Rise over last year's actual figure")
_PERCENT = Text("%", "%")
_POINTS = Text("điểm phần trăm", "percentage points")


def also_figures(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, target: Target | None
) -> list[AlsoFigure]:
    """The declared second figures of a scope, and the actual step of a ladder in its annual period."""
    found = []
    for position, also in enumerate(indicator.also, start=1):
        if also.level and row.scope.kind is ScopeKind.AGENCY:
            continue
        pool = scope_of_level(also.level) if also.level else row.pool
        value = share(ledger.pooled(indicator, pool, period, position))
        found.append(
            AlsoFigure(
                reading=also.reading, name=also.name, unit=_PERCENT, value=shown_or_none(value), bound=None
            )
        )
    step = _actual_step(ledger, indicator, row, period, target)
    return [*found, step] if step else found


def _actual_step(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, target: Target | None
) -> AlsoFigure | None:
    if target is None or target.step is None or indicator.kind is not IndicatorKind.SHARE:
        return None
    if target.due != period.end or period.previous is None or not period.is_full_year:
        return None
    rise = None
    if ledger.has_figures(period.previous):
        now = reach(ledger, indicator, row.pool, period, target).value
        before = reach(ledger, indicator, row.pool, period.previous, target, row.map_day).value
        rise = now - before if now is not None and before is not None else None
    return AlsoFigure(
        reading="A02",
        name=_ACTUAL_STEP,
        unit=_POINTS,
        value=shown_or_none(rise),
        bound=shown_or_none(target.step.points),
    )
