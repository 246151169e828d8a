"""The figures that stand, arranged for holding one against another."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from functools import cached_property

from cchc_cli.observation import Observation
from cchc_cli.observations import Bundle, bundled
from cchc_cli.period import Period


class OfAgency(Mapping[str, Observation]):
    """The figures of one agency and period, by item.

    `numbers` are their values, for all that is only computed; an observation is made where there is anything
    to say of it.
    """

    __slots__ = ("_bundles", "numbers")

    def __init__(self) -> None:
        self.numbers: dict[str, Decimal] = {}
        self._bundles: list[Bundle] = []

    def add(self, bundle: Bundle) -> None:
        self.numbers.update(zip(bundle.items, bundle.values, strict=True))
        self._bundles.append(bundle)

    def __getitem__(self, item: str) -> Observation:
        for bundle in reversed(self._bundles):
            if item in bundle.items:
                return bundle.observation(bundle.items.index(item))
        raise KeyError(item)

    def __contains__(self, item: object) -> bool:
        return item in self.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


_NONE = OfAgency()
_ABOUT_AS_LONG = 3
"""Months and half-years are of one kind though a few days longer or shorter."""


class Figures:
    """At most one figure for each agency, item and period; in the order in which they were read."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        self._table: dict[Period, dict[str, OfAgency]] = {}
        for bundle in bundled(observations):
            of_period = self._table.setdefault(bundle.period, {})
            if bundle.agency not in of_period:
                of_period[bundle.agency] = OfAgency()
            of_period[bundle.agency].add(bundle)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        return tuple(sorted(self._table))

    @cached_property
    def named_periods(self) -> tuple[Period, ...]:
        """The years, half-years, quarters and the like among the periods: never more than a few a year."""
        return tuple(period for period in self.periods if period.name is not None)

    def in_period(self, period: Period | None) -> Mapping[str, OfAgency]:
        """The figures of a period by agency."""
        return self._table.get(period, {}) if period is not None else {}

    def of(self, agency: str, period: Period | None) -> OfAgency:
        return self.in_period(period).get(agency, _NONE)

    def before(self, period: Period) -> Period | None:
        """The period of the same kind before it; for an ad hoc one, the last reported of about its length."""
        if period.name is not None:
            return period.previous
        days = _days(period)
        ended = [
            of_length[position - 1]
            for length in range(days - _ABOUT_AS_LONG, days + _ABOUT_AS_LONG + 1)
            if (of_length := self._by_length.get(length))
            and (position := bisect_left(of_length, period.start, key=lambda other: other.end))
        ]
        return max(ended, default=None)

    @cached_property
    def _by_length(self) -> dict[int, list[Period]]:
        lengths: dict[int, list[Period]] = {}
        for period in self.periods:
            lengths.setdefault(_days(period), []).append(period)
        return lengths


def _days(period: Period) -> int:
    return (period.end - period.start + timedelta(days=1)).days
