"""Many observations: a list that keeps the lines in which figures stand.

A table of a million figures is some ten thousand rows of one agency and period each, a form is one column of
them. Whoever counts, adds or compares figures goes through these (`bundled`); an observation of its own is
made of a figure when somebody asks for it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, groupby, repeat
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeAlias, overload

from cchc_cli.observation import Address, Observation
from cchc_cli.period import Period

_place = attrgetter("address")


class Line(NamedTuple):
    """Figures of one agency and period that stand in one row or column, in the order of their cells; nothing
    else is known of them. Lines of one table have `items` and their columns or rows in common.
    """

    agency: str
    period: Period
    items: tuple[str, ...]
    values: tuple[Decimal, ...]
    file: int
    sheet: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def addresses(self) -> Iterator[Address]:
        return map(Address, repeat(self.file), repeat(self.sheet), self.rows, self.columns)

    @property
    def observations(self) -> list[Observation]:
        one, another = repeat(self.agency), repeat(self.period)
        return list(map(Observation, one, self.items, another, self.values, self.addresses))

    @property
    def ends(self) -> tuple[Address, Address]:
        """Its first cell and its last."""
        _, _, _, _, file, sheet, rows, columns = self
        return Address(file, sheet, rows[0], columns[0]), Address(file, sheet, rows[-1], columns[-1])

    def observation(self, position: int) -> Observation:
        """One of them, counting from 0."""
        agency, period, items, values, file, sheet, rows, columns = self
        address = Address(file, sheet, rows[position], columns[position])
        return Observation(agency, items[position], period, values[position], address)


class Several(NamedTuple):
    """Figures of one agency and period from one file, wherever they stand."""

    agency: str
    period: Period
    file: int
    observations: list[Observation]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(one.item for one in self.observations)

    @property
    def values(self) -> tuple[Decimal, ...]:
        return tuple(one.value for one in self.observations)

    @property
    def ends(self) -> tuple[Address, Address]:
        """Its first cell and its last."""
        addresses = [one.address for one in self.observations]
        return min(addresses), max(addresses)

    def observation(self, position: int) -> Observation:
        """One of them, counting from 0."""
        return self.observations[position]


Bundle: TypeAlias = Line | Several
"""Figures of one agency, period and file that stand together."""


class Observations(Sequence[Observation]):
    """A list of observations, equal to any other sequence of the same."""

    __slots__ = ("_count", "_parts", "_starts")

    def __init__(self, observations: Iterable[Observation] = ()) -> None:
        self._parts: list[Line | list[Observation]] = []
        self._count = 0
        self._starts: list[int] = []
        self.extend(observations)

    @classmethod
    def of(cls, bundles: Iterable[Bundle]) -> "Observations":
        """Those of the bundles, one after the other."""
        made = cls()
        for bundle in bundles:
            made.put(bundle)
        return made

    def append(self, observation: Observation) -> None:
        self._count += 1
        if self._parts and type(self._parts[-1]) is list:
            self._parts[-1].append(observation)
        else:
            self._parts.append([observation])

    def extend(self, observations: Iterable[Observation]) -> None:
        """Takes over the lines of others as they stand."""
        if isinstance(observations, Observations):
            for part in observations._parts:
                if isinstance(part, Line):
                    self.put(part)
                else:
                    self._extend(part)
        else:
            self._extend(list(observations))

    def put(self, bundle: Bundle) -> None:
        """Figures that stand together."""
        if isinstance(bundle, Line):
            self._parts.append(bundle)
            self._count += len(bundle.items)
        else:
            self._extend(bundle.observations)

    def bundles(self) -> Iterator[Bundle]:
        """All of them, in their order."""
        for part in self._parts:
            if isinstance(part, Line):
                yield part
            else:
                yield from _severals(part)

    @property
    def lines(self) -> list[Line]:
        """The lines among them."""
        return [part for part in self._parts if isinstance(part, Line)]

    @property
    def others(self) -> list[Observation]:
        """Those that stand in none of the lines."""
        return [one for part in self._parts if not isinstance(part, Line) for one in part]

    def _extend(self, observations: list[Observation]) -> None:
        if not observations:
            return
        self._count += len(observations)
        last = self._parts[-1] if self._parts else None
        if isinstance(last, list):
            last.extend(observations)
        else:
            self._parts.append(list(observations))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Observation]:
        for part in self._parts:
            yield from part.observations if isinstance(part, Line) else part

    @overload
    def __getitem__(self, position: int) -> Observation: ...

    @overload
    def __getitem__(self, position: slice) -> list[Observation]: ...

    def __getitem__(self, position: int | slice) -> Observation | list[Observation]:
        if isinstance(position, slice):
            return [self[each] for each in range(*position.indices(self._count))]
        number = position + self._count if position < 0 else position
        if not 0 <= number < self._count:
            raise IndexError(position)
        if not self._starts or self._starts[-1] != self._count:
            self._starts = list(accumulate(map(_size, self._parts), initial=0))
        found = bisect_right(self._starts, number) - 1
        part, within = self._parts[found], number - self._starts[found]
        return part.observation(within) if isinstance(part, Line) else part[within]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Observations | list | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"Observations({list(self)!r})"


def bundled(observations: Iterable[Observation]) -> Iterator[Bundle]:
    """The observations in their order, those of one agency, period and file that stand together as one."""
    if isinstance(observations, Observations):
        return observations.bundles()
    return _severals(observations)


def in_order_of_cells(bundles: Iterable[Bundle]) -> Observations:
    """All of them by their addresses, those of one cell as they came; a line that no other reaches into stays
    one."""
    placed = sorted((bundle.ends, number, bundle) for number, bundle in enumerate(bundles))
    ordered = Observations()
    overlapping: list[tuple[int, Bundle]] = []
    reach: Address | None = None
    for (first, last), number, bundle in placed:
        if reach is not None and first > reach:
            _put_sorted(ordered, overlapping)
            overlapping, reach = [], None
        overlapping.append((number, bundle))
        reach = last if reach is None else max(reach, last)
    _put_sorted(ordered, overlapping)
    return ordered


def _put_sorted(ordered: Observations, numbered: Sequence[tuple[int, Bundle]]) -> None:
    """Bundles that overlap, with their numbers in the order in which they came."""
    bundles = [bundle for _, bundle in sorted(numbered, key=itemgetter(0))]
    if len(bundles) == 1 and isinstance(bundles[0], Line):
        ordered.put(bundles[0])
    else:
        ordered.extend(sorted((one for bundle in bundles for one in bundle.observations), key=_place))


def _severals(observations: Iterable[Observation]) -> Iterator[Several]:
    for (agency, period, file), run in groupby(observations, _whose):
        yield Several(agency, period, file, list(run))


def _whose(observation: Observation) -> tuple[str, Period, int]:
    return observation.agency, observation.period, observation.address.file


def _length(bundle: Bundle) -> int:
    return len(bundle.items) if isinstance(bundle, Line) else len(bundle.observations)


def _size(part: Line | list[Observation]) -> int:
    return len(part.items) if isinstance(part, Line) else len(part)
