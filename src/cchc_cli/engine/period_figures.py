"""The one figure of each agency and item for a period: reported as such, or put together from shorter ones.

Source: model, «Periods», fourth rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import pandas as pd

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import Measure
from cchc_cli.engine.cover import cover
from cchc_cli.engine.exact import Exact, exact
from cchc_cli.engine.frame import Figures
from cchc_cli.period import Period
from cchc_cli.roster import Roster


class Figure(NamedTuple):
    """What a member has of an item, and the positions of the observations it stands on."""

    value: Exact
    rows: tuple[int, ...]


PeriodFigures: TypeAlias = Mapping[str, Mapping[int, Figure]]
"""By item, then by position of the member in the roster."""


def period_figures(figures: Figures, roster: Roster, items: Mapping[str, Item]) -> PeriodFigures:
    """Every figure that there is for the roster's period."""
    frame = _with_members(figures, roster)
    is_reported = frame["period"].isin(
        [number for number, found in enumerate(figures.periods) if found == roster.period]
    )
    known: dict[str, dict[int, Figure]] = {}
    for row, member, code, _ in _entries(frame[is_reported], figures):
        known.setdefault(code, {})[member] = Figure(exact(figures.values[row]), (row,))
    days = [member.days_within(roster.period) for member in roster.members]
    covers = _Covers(figures.periods)
    for member, code, pieces in _pieces(frame[~is_reported], figures):
        of_item = known.setdefault(code, {})
        if member in of_item or items[code].measure is Measure.PUBLISHED:
            continue
        chosen = covers.of(tuple(pieces), days[member])
        if chosen:
            rows = _used(items[code], tuple(map(pieces.__getitem__, chosen)))
            values = map(exact, map(figures.values.__getitem__, rows))
            of_item[member] = Figure(sum(values), rows)
    return known


class _Covers:
    """How numbered periods are put together, asked once for all who report for the same ones."""

    def __init__(self, periods: Sequence[Period]) -> None:
        self._periods = periods
        self._number = {period: number for number, period in enumerate(periods)}
        self._known: dict[tuple[tuple[int, ...], tuple[Period, ...]], tuple[int, ...] | None] = {}

    def of(self, pieces: tuple[int, ...], days: tuple[Period, ...]) -> tuple[int, ...] | None:
        """The numbers of the pieces that cover the days, in time order; None where none do."""
        asked = pieces, days
        if asked not in self._known:
            chosen = cover(frozenset(map(self._periods.__getitem__, pieces)), days)
            self._known[asked] = tuple(map(self._number.__getitem__, chosen)) if chosen else None
        return self._known[asked]


def _with_members(figures: Figures, roster: Roster) -> pd.DataFrame:
    """The rows whose period lies within the roster's, each with the member it is about."""
    within = [number for number, found in enumerate(figures.periods) if roster.period.covers(found)]
    frame = figures.frame[figures.frame["period"].isin(within)]
    pairs = frame[["agency", "period"]].drop_duplicates()
    members = [
        roster.member_of(figures.agencies[agency], figures.periods[period])
        for agency, period in zip(pairs["agency"].tolist(), pairs["period"].tolist(), strict=True)
    ]
    known = pairs.assign(member=pd.Series(members, index=pairs.index, dtype="Int64")).dropna().astype("int64")
    return frame.merge(known, on=["agency", "period"], how="inner")


def _entries(frame: pd.DataFrame, figures: Figures) -> Iterator[tuple[int, int, str, Period]]:
    """The position of each observation, its member, item and period."""
    columns = (frame[name].tolist() for name in ("row", "member", "item", "period"))
    for row, member, item, period in zip(*columns, strict=True):
        yield row, member, figures.items[item], figures.periods[period]


def _pieces(shorter: pd.DataFrame, figures: Figures) -> Iterator[tuple[int, str, dict[int, int]]]:
    """For each member and item the shorter periods it has figures for, and the rows they stand in."""
    number = shorter.groupby(["member", "item"], sort=False).ngroup()
    ordered = shorter.iloc[number.argsort(kind="stable")]
    row, member, item, period = (ordered[name].tolist() for name in ("row", "member", "item", "period"))
    start = 0
    for size in number.value_counts(sort=False).sort_index().tolist():
        end = start + size
        pieces = dict(zip(period[start:end], row[start:end], strict=True))
        yield member[start], figures.items[item[start]], pieces
        start = end


def _used(item: Item, rows: tuple[int, ...]) -> tuple[int, ...]:
    """The figures that are added: all of a flow; else one, of what stands at the start the first."""
    if item.measure is Measure.OPENING:
        return rows[:1]
    return rows if item.measure is Measure.FLOW else rows[-1:]
