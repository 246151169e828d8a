"""What each agency reports for each period: the illustrative figures of its year, a little more each time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from benchmarks.corpora import ROOT
from cchc_cli.catalogue.item import Check, Item, Term
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.period import Period
from cchc_cli.registry.load import load_registry
from cchc_cli.roster import Roster
from illustrative.province import Province, Row, Value

_PERCENT = 100


@cache
def province() -> Province:
    """The illustrative province; it is made once a process."""
    return Province(load_catalogue(ROOT / "targets.yaml"), load_registry(ROOT / "agencies.yaml"))


def reports(periods: Sequence[Period]) -> Iterator[Row]:
    """One row for each period and agency that existed on all its days, period by period.

    Who does not know a quantity of the year is left out: none is missing here. Figures grow from period to
    period, by one percent of the year's figure, so that no two periods of an agency look like copies.
    """
    whole = province()
    for step, period in enumerate(periods):
        roster = Roster(whole.registry, period, whole.catalogue.items)
        for row in whole.rows(period.start.year):
            life = row.of.agency
            is_there = life.first_day <= period.start and period.end <= life.last_day
            if row.left_out or not is_there or whole.registry.life_in(life.code, period) != life:
                continue
            (position,) = roster.positions_of([life])
            asked = roster.items_of(position)
            if all(item.code in row.figures for item in asked if item.is_counted):
                yield _report(row, period, asked, step)


def _report(row: Row, period: Period, asked: tuple[Item, ...], step: int) -> Row:
    figures = {
        item.code: _grown(row.figures[item.code], item, step) for item in asked if item.code in row.figures
    }
    of = replace(row.of, period=period, stands_at_end=True)
    return Row(of, asked, _balanced(figures, province().catalogue.checks))


def _grown(figure: Value, item: Item, step: int) -> Value:
    """A quantity grows; scores stay, and days become a plain yes, which is true of every later period."""
    if isinstance(figure, date):
        return "có"
    if isinstance(figure, str) or item.kind is ItemKind.SCORE:
        return figure
    grown = figure * (_PERCENT + step)
    return grown // _PERCENT if isinstance(grown, int) else grown / _PERCENT


def _balanced(figures: Mapping[str, Value], checks: Sequence[Check]) -> dict[str, Value]:
    """Rounding down keeps parts within their wholes; what a balance lost by it goes to its first figures."""
    balanced = dict(figures)
    for check in checks:
        if check.kind != "balance" or not balanced.keys() >= set(check.items):
            continue
        lost = _sum(balanced, check.right) - _sum(balanced, check.left)
        side = check.left if lost > 0 else check.right
        first = side[0].item
        value = balanced[first]
        assert isinstance(value, int)
        balanced[first] = value + int(abs(lost))
    return balanced


def _sum(figures: Mapping[str, Value], terms: Sequence[Term]) -> Decimal:
    return sum((Decimal(str(figures[term.item])) * term.sign for term in terms), Decimal(0))
