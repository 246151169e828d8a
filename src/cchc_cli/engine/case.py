"""A case: everything one verdict is decided on, gathered before anything is decided."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cchc_cli.catalogue.in_force import Standing, standing
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind, ItemKind
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.attested import attest
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.reached import Reached, reach, value_in
from cchc_cli.engine.scopes import ScopeRow
from cchc_cli.period import Period


class Case(NamedTuple):
    """One indicator in one scope and period: where its targets stand, and what was reached.

    `bound` is the bound of the target in force, exact; None where there is none or it is not known.
    `rises_from` is last year's figure where the bound rises from that (the other reading of A02).
    """

    ledger: Ledger
    indicator: Indicator
    row: ScopeRow
    period: Period
    stand: Standing
    reached: Reached
    bound: Fraction | None
    min_coverage: int | Fraction
    level_has_ended: bool
    """Whether the row's level is no more at the end of the period, or on the map it is put on."""
    rises_from: Reached | None = None

    @property
    def line(self) -> tuple[Target, ...]:
        """The targets that may bind the row."""
        return self.indicator.targets_binding(self.row.levels)

    @property
    def target(self) -> Target | None:
        """The target in force, if any; none binds a level that has ended."""
        binds = self.stand.state == "in-force" and not self.level_has_ended
        return self.stand.target if binds else None

    @property
    def upper(self) -> Fraction | None:
        """The upper end of the band in force."""
        target = self.target
        return None if target is None or target.upper is None else Fraction(target.upper)

    @property
    def is_attested(self) -> bool:
        return self.indicator.kind in (IndicatorKind.MILESTONE, IndicatorKind.DUTY)

    @property
    def is_counted(self) -> bool:
        """Whether what is missing can only be a whole number."""
        items = self.ledger.catalogue.item_by_code
        return all(items[term.item].kind is ItemKind.COUNT for term in self.indicator.numerator)

    @property
    def is_below_min_coverage(self) -> bool:
        """Whether fewer of the expected agencies reported than a verdict may stand on."""
        return 100 * self.reached.reporting < self.min_coverage * len(self.reached.expected)

    @property
    def covers_more_territory(self) -> bool:
        """Whether a change is fed by an agency that covers more than the former province (A44)."""
        if self.indicator.kind is not IndicatorKind.CHANGE:
            return False
        items = self.ledger.catalogue.item_by_code
        if not any(items[code].territory for code in self.indicator.items):
            return False
        return any(life.territory != "former" for member in self.reached.expected for life in member.lives)

    def value_in(self, period: Period) -> Fraction | None:
        """The value of the same row in an earlier period, with what an agency took over since."""
        row = self.row
        return value_in(self.ledger, self.indicator, row.pool, period, self.stand.cited, row.map_day)

    @property
    def is_proven_breach(self) -> bool:
        """A demand for all of them that one breach settles for good, whoever is still to report."""
        if self.target is None:
            return False
        if self.is_attested:
            return self.reached.refused > 0
        if self.indicator.kind is not IndicatorKind.SHARE or self.bound != 100:
            return False
        return self.reached.value is not None and self.reached.value < 100


def make_case(
    ledger: Ledger, indicator: Indicator, row: ScopeRow, period: Period, min_coverage: int | Fraction
) -> Case:
    """Gathers where the targets of a row stand in a period and what was reached."""
    stand = standing(indicator.targets_binding(row.levels), period)
    attested = indicator.kind in (IndicatorKind.MILESTONE, IndicatorKind.DUTY)
    if attested:
        reached = attest(ledger, indicator, row.pool, period, stand.cited)
    else:
        reached = reach(ledger, indicator, row.pool, period, stand.cited, _map_day(indicator, row))
    rises_from = _rises_from(ledger, indicator, row, stand.target)
    bound = _bound(stand.target, rises_from)
    level_has_ended = _level_has_ended(ledger, row, period)
    return Case(
        ledger, indicator, row, period, stand, reached, bound, min_coverage, level_has_ended, rises_from
    )


def _level_has_ended(ledger: Ledger, row: ScopeRow, period: Period) -> bool:
    level, day = row.scope.level, max(period.end, ledger.map_day(period))
    return level is not None and ledger.registry.level_has_ended(level, Period.between(day, day))


def _map_day(indicator: Indicator, row: ScopeRow) -> date | None:
    """The two ends of an agency's change are on one map; any other figure of a period is on its own."""
    return row.map_day if indicator.kind is IndicatorKind.CHANGE else None


def _rises_from(ledger: Ledger, indicator: Indicator, row: ScopeRow, target: Target | None) -> Reached | None:
    if target is None or target.step is None or not target.step.on_actual or target.due is None:
        return None
    year_before = Period.of_year(target.due.year - 1)
    return reach(ledger, indicator, row.pool, year_before, target, row.map_day)


def _bound(target: Target | None, rises_from: Reached | None) -> Fraction | None:
    """The bound in force; on the other reading of A02, the step above last year's actual figure."""
    if target is None or target.bound is None:
        return None
    if rises_from is None or target.step is None:
        return Fraction(target.bound)
    if rises_from.value is None:
        return None
    return target.step.bound_above(rises_from.value)
