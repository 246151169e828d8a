"""Who reports in which year, for which period, and how much of the year it existed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from illustrative.descent import Descent, Handover

YEARS = range(2021, 2026)


@dataclass(frozen=True, slots=True)
class Part:
    """The work that an agency of 2021 did: for what share of the year it is done here, 0 to 1."""

    agency: Agency
    share: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """One agency in one year, under the name it bore last in the year; `origin` is its first life.

    `stands_at_end`: whether it still existed on the last day of `period`, so that it has stocks then.
    `parts`: whose work it does, the most of it first. `taken_over`: what came over to it within the year.
    """

    agency: Agency
    origin: Agency
    year: int
    period: Period
    stands_at_end: bool
    parts: tuple[Part, ...]
    taken_over: tuple[Handover, ...]

    @property
    def code(self) -> str:
        return self.agency.code

    @property
    def level(self) -> Level:
        return self.agency.level

    @property
    def share(self) -> float:
        """For what share of the year it existed, 0 to 1."""
        return self.parts[0].share


def all_stretches(registry: Registry) -> Iterator[Stretch]:
    """Every agency of every year, once a year, in the registry's order."""
    descent = Descent(registry)
    for year in YEARS:
        latest: dict[Agency, Agency] = {}
        for life in registry.during(Period.of_year(year)):
            latest[registry.origin(life)] = life
        for origin, life in latest.items():
            yield _stretch(registry, descent, origin, life, year)


def _stretch(registry: Registry, descent: Descent, origin: Agency, life: Agency, year: int) -> Stretch:
    whole_year = Period.of_year(year)
    period = _period(registry, life, whole_year)
    until = min(life.last_day, whole_year.end)
    parts = [
        Part(_last_life(registry, root.origin, year), _share(root.since, until, year) * root.weight)
        for root in descent.roots(origin)
        if root.since <= until
    ]
    return Stretch(
        agency=life,
        origin=origin,
        year=year,
        period=period,
        stands_at_end=life.exists_on(period.end),
        parts=tuple(parts),
        taken_over=tuple(taken for taken in descent.takings(origin) if taken.last_day.year == year),
    )


def _period(registry: Registry, life: Agency, whole_year: Period) -> Period:
    """The year; up to its last day for whoever ended when its level did or with the districts, or before
    another agency took its code."""
    ended = life.last_day in (registry.last_day_of(life.level), registry.last_day_of(Level.DISTRICT))
    if ended or registry.life_in(life.code, whole_year) != life:
        return Period.between(whole_year.start, min(life.last_day, whole_year.end))
    return whole_year


def _last_life(registry: Registry, origin: Agency, year: int) -> Agency:
    """What an agency was called last, by the end of the year."""
    lives = [life for life in registry.lives_by_code[origin.code] if life.first_day <= date(year, 12, 31)]
    return [life for life in lives if registry.origin(life) == origin][-1]


def _share(since: date, until: date, year: int) -> float:
    whole_year = Period.of_year(year)
    days = (until - max(since, whole_year.start)).days + 1
    return days / ((whole_year.end - whole_year.start).days + 1)
