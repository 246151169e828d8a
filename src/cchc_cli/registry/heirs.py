"""Heirs: who carries an agency's work on another day, followed through mergers, renames and splits.

Source: model, «Periods» (each period has its map); `successors` of the registry.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property

from cchc_cli.registry.agency import Agency

_DAY = timedelta(days=1)


class Succession:
    """The lives of a registry, each linked to those that carry its work on from the day after its last.

    Every step goes forward in time, so that no chain of successors is a circle.
    """

    def __init__(self, agencies: Iterable[Agency], lives_by_code: Mapping[str, tuple[Agency, ...]]) -> None:
        self._positions = {agency: number for number, agency in enumerate(agencies)}
        self._lives = lives_by_code
        self._ahead: dict[tuple[Agency, date], tuple[Agency, ...]] = {}
        self._behind: dict[tuple[date, date], dict[Agency, list[Agency]]] = {}

    def heirs(self, agency: Agency, day: date, at: date | None = None) -> tuple[Agency, ...]:
        """The lives that on `day` carry what a life did on its day `at` (its first, if not said).

        One: it existed then, was renamed or merged, and its figures can be added to the heir's. None: its
        work ended, or had not begun. Several, in the registry's order: its figures cannot be divided; it was
        split since, or, where `day` lies before `at`, is made of what were several then.
        """
        known = agency.first_day if at is None else at
        if day >= known:
            return self._forward(agency, day)
        return tuple(self._sources(day, known).get(agency, ()))

    def successors(self, agency: Agency) -> tuple[Agency, ...]:
        """The lives that begin to carry its work on the day after its last."""
        return tuple(
            life
            for code in dict.fromkeys(agency.successors)
            for life in self._lives.get(code, ())
            if life.exists_on(agency.last_day + _DAY)
        )

    def predecessors(self, agency: Agency) -> tuple[Agency, ...]:
        """The lives that went wholly into a new agency when it began; none for one that was only renamed."""
        if agency.first_day == date.min or self.origin(agency) != agency:
            return ()
        eve = agency.first_day - _DAY
        return tuple(
            life for life in self._positions if set(life.successors) == {agency.code} and life.last_day == eve
        )

    def origin(self, agency: Agency) -> Agency:
        """The first life of the agency that a life belongs to.

        Lives of one code are one agency as long as only its name or type changed. Where others were merged
        into the code that day, or a part of its work went elsewhere, the later life is a new agency.
        """
        origin = agency
        for life in reversed(self._lives[agency.code]):
            if self._is_carried_on(life, origin):
                origin = life
        return origin

    def in_order(self, lives: Iterable[Agency]) -> tuple[Agency, ...]:
        """Each of these lives once, in the registry's order."""
        return tuple(sorted(set(lives), key=self._positions.__getitem__))

    def _is_carried_on(self, life: Agency, later: Agency) -> bool:
        """Whether a later life of the code does what this one did, nothing less and nothing more."""
        return (
            set(life.successors) == {later.code}
            and life.last_day < later.first_day
            and later in self.successors(life)
            and self._predecessors[later.code, life.last_day] == 1
        )

    @cached_property
    def _predecessors(self) -> Counter[tuple[str, date]]:
        """By code and last day: how many lives gave it their work, or some of it."""
        return Counter(
            (code, life.last_day) for life in self._positions for code in dict.fromkeys(life.successors)
        )

    def _forward(self, agency: Agency, day: date) -> tuple[Agency, ...]:
        if (agency, day) not in self._ahead:
            carriers = {agency: None}
            while ended := [life for life in carriers if life.last_day < day]:
                for life in ended:
                    del carriers[life]
                    carriers.update(dict.fromkeys(self.successors(life)))
            self._ahead[agency, day] = self.in_order(carriers)
        return self._ahead[agency, day]

    def _sources(self, day: date, at: date) -> dict[Agency, list[Agency]]:
        """For each life of the day `at`, those of an earlier day whose work it carries, or some of it."""
        if (day, at) not in self._behind:
            sources: dict[Agency, list[Agency]] = {}
            for agency in self._positions:
                if agency.exists_on(day):
                    for heir in self._forward(agency, at):
                        sources.setdefault(heir, []).append(agency)
            self._behind[day, at] = sources
        return self._behind[day, at]
