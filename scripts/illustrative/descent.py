"""What each agency is made of: those of 2021 whose work it does, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Handover:
    """One agency's work going over, or a part of it: to one of so many `heirs`."""

    giver: Agency
    last_day: date
    heirs: int


@dataclass(frozen=True, slots=True)
class Root:
    """The work that an agency without predecessors did, or a part of it, and since when another does it."""

    origin: Agency
    since: date
    weight: float


class Descent:
    """Agencies, each named by its first life, and what went over from whom to whom."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def takings(self, origin: Agency) -> list[Handover]:
        """What went over to an agency from others; what was under its own code first."""
        return sorted(self._takings.get(origin, ()), key=lambda one: one.giver.code != origin.code)

    def roots(self, origin: Agency) -> list[Root]:
        """Of whose work an agency's is made; its own first, unless it began with what others did before."""
        takings = self.takings(origin)
        began_with_others = any(taking.last_day + _DAY == origin.valid_from for taking in takings)
        own = [] if began_with_others else [Root(origin, origin.first_day, 1.0)]
        return own + [
            Root(root.origin, taking.last_day + _DAY, root.weight / taking.heirs)
            for taking in takings
            for root in self.roots(taking.giver)
        ]

    @cached_property
    def _takings(self) -> dict[Agency, list[Handover]]:
        pairs = sorted(self._handovers(), key=lambda pair: self._position(pair[0]))
        return {
            origin: [handover for _, handover in group]
            for origin, group in groupby(pairs, key=lambda pair: pair[0])
        }

    def _handovers(self) -> Iterator[tuple[Agency, Handover]]:
        for life in self._registry.agencies:
            if not life.successors:
                continue
            heirs = self._registry.heirs(life, life.last_day + _DAY)
            giver = self._registry.origin(life)
            for heir in heirs:
                origin = self._registry.origin(heir)
                if origin != giver:
                    yield origin, Handover(giver, life.last_day, len(heirs))

    def _position(self, agency: Agency) -> int:
        return self._registry.agencies.index(agency)
