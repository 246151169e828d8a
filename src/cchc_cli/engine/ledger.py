"""The ledger: rosters, pools and answers of every period a call needs, each computed once."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.catalogue.source import Measure as ItemMeasure
from cchc_cli.engine.cover import cover
from cchc_cli.engine.evidence import Evidence
from cchc_cli.engine.frame import Figures
from cchc_cli.engine.measure import Measure, measures_of
from cchc_cli.engine.period_figures import PeriodFigures, period_figures
from cchc_cli.engine.places import Places
from cchc_cli.engine.pool import Pooled, pool
from cchc_cli.observation import Key
from cchc_cli.observations import bundled
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Member, Roster

_Heirs: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
_Asked: TypeAlias = tuple[Period, date | None, str, int, str]
"""A pool: its period, the day of its map, indicator, position of the measure, and scope."""


@dataclass
class Ledger:
    """Catalogue, registry and evidence of a call, with what was computed from them so far.

    `as_of` puts every period on the map of that day; without it each is on its own.
    """

    catalogue: Catalogue
    registry: Registry
    evidence: Evidence
    as_of: date | None = None
    _rosters: dict[Period, Roster] = field(default_factory=dict)
    _period_figures: dict[Period, PeriodFigures] = field(default_factory=dict)
    _places: dict[tuple[Period, date | None], Places] = field(default_factory=dict)
    _pools: dict[_Asked, Pooled] = field(default_factory=dict)
    _heirs: dict[tuple[Period, Period], tuple[_Heirs, ...]] = field(default_factory=dict)
    _reported_in: dict[Period, bool] = field(default_factory=dict)

    def roster(self, period: Period) -> Roster:
        if period not in self._rosters:
            self._rosters[period] = Roster(self.registry, period, self.catalogue.items)
        return self._rosters[period]

    def has_figures(self, period: Period) -> bool:
        """Whether anything was reported for a period or a part of it."""
        if period not in self._reported_in:
            self._reported_in[period] = any(period.covers(reported) for reported in self.figures.periods)
        return self._reported_in[period]

    @cached_property
    def full_years(self) -> tuple[Period, ...]:
        """The years for which, or for parts of which, anything was reported, oldest first."""
        years = {year for period in self.figures.periods for year in (period.start.year, period.end.year)}
        return tuple(year for year in map(Period.of_year, sorted(years)) if self.has_figures(year))

    def periods_of(self, item: str) -> tuple[Period, ...]:
        """The periods for which anybody reported an item, oldest first."""
        return self._periods_by_item.get(item, ())

    @cached_property
    def _periods_by_item(self) -> dict[str, tuple[Period, ...]]:
        items, periods = self.figures.items, self.figures.periods
        pairs = self.figures.frame[["item", "period"]].drop_duplicates().sort_values("period")
        found: dict[str, list[Period]] = {}
        for item, period in zip(pairs["item"].tolist(), pairs["period"].tolist(), strict=True):
            found.setdefault(items[item], []).append(periods[period])
        return {item: tuple(reported) for item, reported in found.items()}

    def map_day(self, period: Period) -> date:
        """The day whose map a period is seen on: that of the call, else the period's last."""
        return self.as_of or period.end

    @cached_property
    def on_own_maps(self) -> "Ledger":
        """The same evidence with each period on its own map."""
        return self if self.as_of is None else replace(self, as_of=None)

    def pooled(
        self,
        indicator: Indicator,
        scope: str,
        period: Period,
        position: int = 0,
        map_day: date | None = None,
    ) -> Pooled:
        """The sums of an indicator (or its second figure at `position`) in one scope of a period.

        `map_day`: with the figures of merged agencies added up as on the map of that day. Not said: the map
        of the call (`as_of`), else the period's own.
        """
        places = self.places(period, map_day)
        asked = (period, places.day, indicator.id, position, scope)
        if asked not in self._pools:
            measure, items = self._measures[indicator.id][position], self.catalogue.item_by_code
            self._pools[asked] = pool(measure, scope, places, items, self.figures_for(period))
        return self._pools[asked]

    @cached_property
    def _measures(self) -> dict[str, tuple[Measure, ...]]:
        return {indicator.id: measures_of(indicator) for indicator in self.catalogue.indicators}

    def places(self, period: Period, map_day: date | None = None) -> Places:
        """Where the members of a period count, on the map of a day, of the call, or of the period itself."""
        day = map_day or self.as_of
        if (period, day) not in self._places:
            places = Places(self.roster(period), day)
            own = day is None or places.are_own
            self._places[period, day] = Places(self.roster(period)) if own else places
        return self._places[period, day]

    def heirs_between(self, earlier: Period, later: Period) -> tuple[_Heirs, ...]:
        """For each member of the earlier roster those of the later that carry its work on.

        As positions in the later roster: who carries it on the first day, then who on the last.
        """
        if (earlier, later) not in self._heirs:
            before, after = self.roster(earlier), self.roster(later)
            self._heirs[earlier, later] = tuple(
                (
                    after.positions_of(before.heirs(position, later.start)),
                    after.positions_of(before.heirs(position, later.end)),
                )
                for position in range(len(before.members))
            )
        return self._heirs[earlier, later]

    def figures_for(self, period: Period) -> PeriodFigures:
        """The figures that members have for a period, in a pool or not."""
        if period not in self._period_figures:
            items = self.catalogue.item_by_code
            self._period_figures[period] = period_figures(self.figures, self.roster(period), items)
        return self._period_figures[period]

    def rows_behind(self, period: Period, position: int, item: str) -> tuple[int, ...]:
        """The observations behind a member's figure for a period; none where it has none."""
        figure = self.figures_for(period).get(item, {}).get(position)
        return figure.rows if figure else ()

    def answers_in(self, period: Period, member: Member, item: str) -> tuple[int, ...]:
        """The observations behind a member's answer to a yes-no item in exactly this period."""
        position = self.roster(period).position_of(member)
        return () if position is None else self.rows_behind(period, position, item)

    def answers_until(self, period: Period, member: Member, item: str) -> tuple[int, ...]:
        """The observations that answer a member's yes-no item up to the end of a period, oldest first.

        Where the item was asked of one agency and went over to the member, that one's answers stand too.
        """
        return tuple(
            row
            for row, key in self._answers.get(item, ())
            if key.period.end <= period.end and self._answers_for(member, item, key)
        )

    def _answers_for(self, member: Member, item: str, key: Key) -> bool:
        """Whether an answer is the member's own, or of whoever the same question was put to before."""
        if key.agency == member.code:
            return self._is_of(member, key.period)
        selectors = self.catalogue.item_by_code[item].reported_by
        return any(
            kind == "agency"
            and self._holds(code, member)
            and f"agency:{key.agency}" in self.registry.reporters((f"agency:{code}",), key.period)
            for kind, _, code in (selector.partition(":") for selector in selectors)
        )

    def _holds(self, code: str, member: Member) -> bool:
        """Whether a member does, by the end of its life, what was once given to a code."""
        holder = self.registry.holder(code, member.lives[-1].last_day)
        return holder is not None and holder == member.lives[-1]

    def is_spoiled(self, member: Member, item: str, period: Period) -> bool:
        """Whether a figure that is missing would be there, but for cells that cannot be used."""
        unusable = self._unusable.get((member.code, item), frozenset())
        if not any(period.covers(found) for found in unusable):
            return False
        reported = self._reported.get((member.code, item), frozenset())
        pieces = frozenset(
            found for found in unusable | reported if period.covers(found) and self._is_of(member, found)
        )
        if self.catalogue.item_by_code[item].measure is ItemMeasure.PUBLISHED:
            return period in unusable
        days = member.days_within(period)
        return cover(pieces & reported, days) is None and cover(pieces, days) is not None

    def _is_of(self, member: Member, period: Period) -> bool:
        """Whether what the member's code reports for a period is its own: codes are given again."""
        life = self.registry.life_in(member.code, period)
        return life is not None and self.registry.origin(life) == self.registry.origin(member.lives[0])

    @cached_property
    def _unusable(self) -> dict[tuple[str, str], frozenset[Period]]:
        return _periods_by_figure(self.evidence.unusable)

    @cached_property
    def _reported(self) -> dict[tuple[str, str], frozenset[Period]]:
        return _periods_by_figure(
            Key(bundle.agency, item, bundle.period)
            for bundle in bundled(self.evidence.observations)
            for item in bundle.items
        )

    @cached_property
    def figures(self) -> Figures:
        return Figures.of(self.evidence.observations)

    @cached_property
    def _answers(self) -> dict[str, list[tuple[int, Key]]]:
        """The observations that answer each yes-no item, and whose they are, oldest first."""
        rows: list[tuple[int, Key]] = []
        start = 0
        for bundle in bundled(self.evidence.observations):
            if not self._yes_no.isdisjoint(bundle.items):
                rows += [
                    (row, Key(bundle.agency, item, bundle.period))
                    for row, item in enumerate(bundle.items, start)
                    if item in self._yes_no
                ]
            start += len(bundle.items)
        answers: dict[str, list[tuple[int, Key]]] = {}
        for row, key in sorted(rows, key=lambda answer: answer[1].period):
            answers.setdefault(key.item, []).append((row, key))
        return answers

    @cached_property
    def _yes_no(self) -> frozenset[str]:
        return frozenset(item.code for item in self.catalogue.items if item.kind is ItemKind.YES_NO)


def _periods_by_figure(keys: Iterable[Key]) -> dict[tuple[str, str], frozenset[Period]]:
    periods: dict[tuple[str, str], set[Period]] = {}
    for key in keys:
        periods.setdefault((key.agency, key.item), set()).add(key.period)
    return {figure: frozenset(found) for figure, found in periods.items()}
