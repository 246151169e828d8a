"""The one figure of each agency and item for a period: reported as such, or put together from shorter ones.

Source: model, «Periods», fourth rule.
"""

from collections.abc import Iterator, Mapping
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
    for (member, code), pieces in _pieces(frame[~is_reported], figures).items():
        of_item = known.setdefault(code, {})
        if member in of_item or items[code].measure is Measure.PUBLISHED:
            continue
        chosen = cover(frozenset(pieces), roster.members[member].days_within(roster.period))
        if chosen:
            rows = _used(items[code], tuple(pieces[piece] for piece in chosen))
            values = (exact(figures.values[row]) for row in rows)
            of_item[member] = Figure(sum(values), rows)
    return known


def _with_members(figures: Figures, roster: Roster) -> pd.DataFrame:
    """The rows whose period lies within the roster's, each with the member it is about."""
    within = [number for number, found in enumerate(figures.periods) if roster.period.covers(found)]
    frame = figures.frame[figures.frame["period"].isin(within)]
    pairs = frame[["agency", "period"]].drop_duplicates()
    members = [
        roster.member_of(figures.agencies[agency], figures.periods[period])
        for agency, period in zip(pairs["agency"].tolist(), pairs["period"].tolist(), strict=True)
    ]
    known = pairs.assign(member=pd.Series(members, index=pairs.index, dtype="Int64")).dropna()
    return frame.merge(known, on=["agency", "period"], how="inner")


def _entries(frame: pd.DataFrame, figures: Figures) -> Iterator[tuple[int, int, str, Period]]:
    """The position of each observation, its member, item and period."""
    columns = (frame[name].tolist() for name in ("row", "member", "item", "period"))
    for row, member, item, period in zip(*columns, strict=True):
        yield row, member, figures.items[item], figures.periods[period]


def _pieces(shorter: pd.DataFrame, figures: Figures) -> dict[tuple[int, str], dict[Period, int]]:
    """For each member and item the shorter periods it has figures for, and the rows they stand in."""
    pieces: dict[tuple[int, str], dict[Period, int]] = {}
    for row, member, code, period in _entries(shorter, figures):
        pieces.setdefault((member, code), {})[period] = row
    return pieces


def _used(item: Item, rows: tuple[int, ...]) -> tuple[int, ...]:
    """The figures that are added: all of a flow; else one, of what stands at the start the first."""
    if item.measure is Measure.OPENING:
        return rows[:1]
    return rows if item.measure is Measure.FLOW else rows[-1:]
