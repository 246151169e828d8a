"""The one figure of each agency and item for a period: reported as such, or put together from shorter ones.

Source: model, «Periods», fourth rule.
"""

from collections.abc import Mapping

import pandas as pd

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import Measure
from cchc_cli.engine.cover import cover
from cchc_cli.engine.exact import Exact
from cchc_cli.engine.frame import Figures
from cchc_cli.period import Period
from cchc_cli.roster import Roster

COLUMNS = ["member", "item", "value", "rows"]


def period_figures(figures: Figures, roster: Roster, items: Mapping[str, Item]) -> pd.DataFrame:
    """One row for each member and item that has a figure for the roster's period.

    Columns: `member` (position in the roster), `item` (code), `value` (exact), `rows` (tuple of positions
    of the observations it stands on).
    """
    period = roster.period
    frame = _with_members(figures, roster)
    reported = [number for number, found in enumerate(figures.periods) if found == period]
    is_reported = frame["period"].isin(reported)
    exactly = frame[is_reported]
    exactly = exactly.assign(
        rows=pd.Series([(row,) for row in exactly.index], index=exactly.index, dtype=object)
    )
    shorter = frame[~is_reported]
    if shorter.empty:
        return exactly[COLUMNS].reset_index(drop=True)
    done = set(zip(exactly["member"], exactly["item"], strict=True))
    composed = _put_together(shorter, done, figures, roster, items)
    return pd.concat([exactly[COLUMNS], composed], ignore_index=True)


def _with_members(figures: Figures, roster: Roster) -> pd.DataFrame:
    """The rows whose period lies within the roster's, each with the member it is about."""
    within = [number for number, found in enumerate(figures.periods) if roster.period.covers(found)]
    frame = figures.frame[figures.frame["period"].isin(within)]
    pairs = frame[["agency", "period"]].drop_duplicates()
    member = {
        (agency, period): roster.member_of(agency, figures.periods[period])
        for agency, period in pairs.itertuples(index=False)
    }
    members = [member[pair] for pair in zip(frame["agency"], frame["period"], strict=True)]
    known = frame.assign(member=pd.Series(members, index=frame.index, dtype="Int64"))
    known = known[known["member"].notna()]
    return known.assign(member=known["member"].astype("int64"))


def _put_together(
    shorter: pd.DataFrame,
    done: set[tuple[int, str]],
    figures: Figures,
    roster: Roster,
    items: Mapping[str, Item],
) -> pd.DataFrame:
    rows: list[tuple[int, str, Exact, tuple[int, ...]]] = []
    for (member, code), pieces in _pieces(shorter, figures).items():
        if (member, code) in done or items[code].measure is Measure.PUBLISHED:
            continue
        chosen = cover(frozenset(pieces), roster.members[member].days_within(roster.period))
        if chosen:
            used = _used(items[code], tuple(pieces[piece] for piece in chosen))
            rows.append((member, code, sum(shorter.loc[list(used), "value"].tolist()), used))
    return pd.DataFrame(
        {
            "member": pd.Series([row[0] for row in rows], dtype="int64"),
            "item": pd.Series([row[1] for row in rows], dtype=object),
            "value": pd.Series([row[2] for row in rows], dtype=object),
            "rows": pd.Series([row[3] for row in rows], dtype=object),
        }
    )


def _pieces(shorter: pd.DataFrame, figures: Figures) -> dict[tuple[int, str], dict[Period, int]]:
    """For each member and item the shorter periods it has figures for, and the rows they stand in."""
    pieces: dict[tuple[int, str], dict[Period, int]] = {}
    columns = (shorter.index, shorter["member"], shorter["item"], shorter["period"])
    for row, member, code, period in zip(*columns, strict=True):
        pieces.setdefault((member, code), {})[figures.periods[period]] = row
    return pieces


def _used(item: Item, rows: tuple[int, ...]) -> tuple[int, ...]:
    """The figures that are added: all of a flow; else one, of what stands at the start the first."""
    if item.measure is Measure.OPENING:
        return rows[:1]
    return rows if item.measure is Measure.FLOW else rows[-1:]
