"""Pooling: sums of numerators and denominators over the agencies with all their figures usable.

Source: model, «Pooling and coverage» and «Scopes». One measure in one scope at a time, and only what is
asked for; nothing is averaged.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.engine.exact import Exact
from cchc_cli.engine.measure import Measure
from cchc_cli.engine.period_figures import Figure, PeriodFigures
from cchc_cli.engine.places import PROVINCE, Places
from cchc_cli.roster import Roster

_NOTHING: Mapping[int, Figure] = {}
_NO_CONTRIBUTIONS: Mapping[int, tuple[Exact, Exact]] = {}


class Pooled(NamedTuple):
    """One measure in one scope: its sums, and who stands behind them.

    `numerator` and `denominator` are None where nobody is in the pool, or where something is `divided`.
    `contributions` holds numerator and denominator of each reporting member; `rows` the observations that
    went in.
    """

    numerator: Exact | None = None
    denominator: Exact | None = None
    expected: tuple[int, ...] = ()
    contributions: Mapping[int, tuple[Exact, Exact]] = _NO_CONTRIBUTIONS
    rows: tuple[int, ...] = ()
    divided: tuple[int, ...] = ()
    """Members whose figures belong to this agency in part, nobody knows to which: a split on another map."""

    @property
    def reporting(self) -> tuple[int, ...]:
        return tuple(member for member in self.expected if member in self.contributions)

    @property
    def missing(self) -> tuple[int, ...]:
        return tuple(member for member in self.expected if member not in self.contributions)


def pool(
    measure: Measure, scope: str, places: Places, items: Mapping[str, Item], figures: PeriodFigures
) -> Pooled:
    """The sums of a measure in a scope, on the map of `places`; empty where nobody is expected."""
    own_rows = _has_own_rows(measure, places.roster, items)
    asked = [
        (code, member)
        for code in measure.items
        for member in _reporters(items[code], scope, places, own_rows)
    ]
    expected = tuple(dict.fromkeys(member for _, member in asked))
    divided = _divided(measure, scope, places) if own_rows else ()
    entered = _entered(asked, scope, places.roster, figures)
    contributions = _contributions(measure, entered)
    if not contributions or divided:
        return Pooled(expected=expected, contributions=contributions, divided=divided)
    return Pooled(
        numerator=sum(numerator for numerator, _ in contributions.values()),
        denominator=sum(denominator for _, denominator in contributions.values()),
        expected=expected,
        contributions=contributions,
        rows=tuple(dict.fromkeys(row for _, _, figure in entered for row in figure.rows)),
    )


def _has_own_rows(measure: Measure, roster: Roster, items: Mapping[str, Item]) -> bool:
    """Whether agencies get rows of their own: no item is about a level, and more than one agency reports."""
    about_a_level = any(items[code].level for code in measure.items)
    return not about_a_level and any(len(roster.reporters(code)) > 1 for code in measure.items)


def _reporters(item: Item, scope: str, places: Places, own_rows: bool) -> list[int]:
    """Who must report an item for a scope."""
    counted = places.counted_in(scope, item)
    if own_rows:
        counted = (*counted, *places.wholly_in(scope))
    asked = places.roster.reporter_set(item.code)
    return [member for member in counted if member in asked]


def _divided(measure: Measure, scope: str, places: Places) -> tuple[int, ...]:
    asked = [places.roster.reporter_set(code) for code in measure.items]
    return tuple(member for member in places.divided_in(scope) if any(member in each for each in asked))


_Asked = tuple[str, int]
"""An item and a member that must report it."""
_Entry = tuple[str, int, Figure]


def _entered(asked: list[_Asked], scope: str, roster: Roster, figures: PeriodFigures) -> list[_Entry]:
    """The figures of those members that have all of theirs."""
    if scope == PROVINCE:
        asked = _without_ended_levels(asked, roster, figures)
    found = [(code, member, figures.get(code, _NOTHING).get(member)) for code, member in asked]
    incomplete = {member for _, member, figure in found if figure is None}
    return [
        (code, member, figure)
        for code, member, figure in found
        if figure is not None and member not in incomplete
    ]


def _without_ended_levels(asked: list[_Asked], roster: Roster, figures: PeriodFigures) -> list[_Asked]:
    """Items about a level that has ended are no longer asked for: the province is pooled without them.

    Where they are all reported none the less they count.
    """
    ended = {code for code in {code for code, _ in asked} if roster.is_about_ended_level(code)}
    excused = {
        member for code, member in asked if code in ended and member not in figures.get(code, _NOTHING)
    }
    return [(code, member) for code, member in asked if not (member in excused and code in ended)]


def _contributions(measure: Measure, entered: list[_Entry]) -> dict[int, tuple[Exact, Exact]]:
    """Numerator and denominator of each member."""
    signs = {code: measure.signs(code) for code in measure.items}
    sums: dict[int, tuple[Exact, Exact]] = {}
    for code, member, figure in entered:
        above, below = signs[code]
        numerator, denominator = sums.get(member, (0, 0))
        sums[member] = (numerator + above * figure.value, denominator + below * figure.value)
    return sums
