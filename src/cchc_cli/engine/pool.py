"""Pooling: sums of numerators and denominators over the agencies with all their figures usable.

Source: model, «Pooling and coverage» and «Scopes». Everything is computed for all measures and scopes of a
period at once; nothing is averaged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from cchc_cli.catalogue.item import Item
from cchc_cli.engine.exact import Exact
from cchc_cli.engine.measure import Measure
from cchc_cli.engine.places import PROVINCE, Place, Places
from cchc_cli.roster import Roster


@dataclass(frozen=True, slots=True)
class Pooled:
    """One measure in one scope: its sums, and who stands behind them.

    `numerator` and `denominator` are None where nobody is in the pool, or where something is `divided`.
    `contributions` holds numerator and denominator of each reporting member; `rows` the observations that
    went in.
    """

    numerator: Exact | None = None
    denominator: Exact | None = None
    expected: tuple[int, ...] = ()
    contributions: Mapping[int, tuple[Exact, Exact]] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    divided: tuple[int, ...] = ()
    """Members whose figures belong to this agency in part, nobody knows to which: a split on another map."""

    @property
    def reporting(self) -> tuple[int, ...]:
        return tuple(member for member in self.expected if member in self.contributions)

    @property
    def missing(self) -> tuple[int, ...]:
        return tuple(member for member in self.expected if member not in self.contributions)


Pools = dict[tuple[str, int, str], Pooled]
"""By indicator, position of the measure, and scope."""


def pool(
    measures: Iterable[Measure], places: Places, items: Mapping[str, Item], figures: pd.DataFrame
) -> Pools:
    """The sums of every measure in every scope of a period, on the map of `places`.

    `figures` is what `period_figures` makes. A scope with nobody expected is absent.
    """
    roster = places.roster
    measures = tuple(measures)
    required = _required(measures, places, items)
    keys = ["indicator", "position", "scope", "member"]
    joined = _without_ended_levels(required.merge(figures, on=["member", "item"], how="left"), roster, keys)
    usable = joined["value"].notna().groupby([joined[key] for key in keys], sort=False).transform("all")
    complete = joined[usable]
    sums = _sums(complete, keys)
    expected = _gather(required[keys].drop_duplicates(), keys[:3], "member")
    rows = _gather(complete, keys[:3], "rows")
    divided = _divided(measures, places, items)
    return {
        key: _pooled(expected.get(key, ()), sums.get(key, {}), rows.get(key, ()), divided.get(key, ()))
        for key in dict.fromkeys((*expected, *divided))
    }


def _without_ended_levels(joined: pd.DataFrame, roster: Roster, keys: list[str]) -> pd.DataFrame:
    """Items about a level that has ended are no longer asked for: the province is pooled without them.

    Where they are all reported none the less they count.
    """
    about_ended = joined["item"].map(
        {code: roster.is_about_ended_level(code) for code in set(joined["item"])}
    )
    excused = joined[about_ended.astype(bool) & (joined["scope"] == PROVINCE)]
    if excused.empty:
        return joined
    incomplete = excused["value"].isna().groupby([excused[key] for key in keys], sort=False).transform("any")
    return joined.drop(index=excused.index[incomplete])


def _required(measures: tuple[Measure, ...], places: Places, items: Mapping[str, Item]) -> pd.DataFrame:
    """Who must report what for which scope, and with which signs it enters the two sums."""
    columns: dict[str, list[object]] = {name: [] for name in _REQUIRED}
    for measure in measures:
        own_rows = _has_own_rows(measure, places.roster, items)
        for code in measure.items:
            numerator = sum(term.sign for term in measure.numerator if term.item == code)
            denominator = sum(term.sign for term in measure.denominator if term.item == code)
            for member in places.roster.reporters(code):
                for scope in _scopes(places.of(member), items[code], own_rows):
                    entry = (measure.indicator, measure.position, scope, member, code, numerator, denominator)
                    for name, value in zip(_REQUIRED, entry, strict=True):
                        columns[name].append(value)
    return pd.DataFrame({name: pd.Series(columns[name], dtype=kind) for name, kind in _REQUIRED.items()})


_REQUIRED = {
    "indicator": "object",
    "position": "int64",
    "scope": "object",
    "member": "int64",
    "item": "object",
    "numerator_sign": "int64",
    "denominator_sign": "int64",
}


def _has_own_rows(measure: Measure, roster: Roster, items: Mapping[str, Item]) -> bool:
    """Whether agencies get rows of their own: no item is about a level, and more than one agency reports."""
    about_a_level = any(items[code].level for code in measure.items)
    return not about_a_level and any(len(roster.reporters(code)) > 1 for code in measure.items)


def _scopes(place: Place, item: Item, own_rows: bool) -> list[str]:
    rows = place.rows if own_rows and not place.is_divided else ()
    return [*rows, *place.scopes(item)]


def _divided(
    measures: tuple[Measure, ...], places: Places, items: Mapping[str, Item]
) -> dict[tuple[str, int, str], tuple[int, ...]]:
    """By agency row the members that belong to it in part, nobody knows to which."""
    divided: dict[tuple[str, int, str], list[int]] = {}
    for measure in measures:
        if not _has_own_rows(measure, places.roster, items):
            continue
        for member in sorted({one for code in measure.items for one in places.roster.reporters(code)}):
            place = places.of(member)
            for scope in place.rows if place.is_divided else ():
                divided.setdefault((measure.indicator, measure.position, scope), []).append(member)
    return {key: tuple(members) for key, members in divided.items()}


def _sums(
    complete: pd.DataFrame, keys: list[str]
) -> dict[tuple[str, int, str], dict[int, tuple[Exact, Exact]]]:
    """Numerator and denominator of each member of each pool."""
    signed = complete.assign(
        numerator=complete["value"] * complete["numerator_sign"],
        denominator=complete["value"] * complete["denominator_sign"],
    )
    by_member = signed.groupby(keys, sort=False)[["numerator", "denominator"]].sum()
    sums: dict[tuple[str, int, str], dict[int, tuple[Exact, Exact]]] = {}
    for indicator, position, scope, member, numerator, denominator in by_member.reset_index().itertuples(
        index=False
    ):
        sums.setdefault((indicator, position, scope), {})[member] = (numerator, denominator)
    return sums


def _gather(
    frame: pd.DataFrame, keys: list[str], column: str
) -> dict[tuple[str, int, str], tuple[object, ...]]:
    gathered: dict[tuple[str, int, str], list[object]] = {}
    for indicator, position, scope, value in frame[[*keys, column]].itertuples(index=False):
        gathered.setdefault((indicator, position, scope), []).append(value)
    return {key: tuple(values) for key, values in gathered.items()}


def _pooled(
    members: tuple[object, ...],
    contributions: Mapping[int, tuple[Exact, Exact]],
    rows: tuple[object, ...],
    divided: tuple[int, ...],
) -> Pooled:
    known = Pooled(
        expected=tuple(member for member in members if isinstance(member, int)),
        contributions=contributions,
        divided=divided,
    )
    if not contributions or divided:
        return known
    return replace(
        known,
        numerator=sum(numerator for numerator, _ in contributions.values()),
        denominator=sum(denominator for _, denominator in contributions.values()),
        rows=tuple(dict.fromkeys(row for found in rows if isinstance(found, tuple) for row in found)),
    )
