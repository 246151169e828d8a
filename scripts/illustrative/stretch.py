"""Who reports in which year, for which period, and how much of the year it existed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import BEGINNING
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

YEARS = range(2021, 2026)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One agency in one year. `share` is the part of the year on which it existed, 0 to 1.

    `stands_at_end`: whether it still existed on the last day of `period`, so that it has stocks then.
    `taken_over`: the codes whose work it took over within the year, each with the share of the year left.
    """

    agency: Agency
    year: int
    period: Period
    share: float
    stands_at_end: bool
    taken_over: tuple[tuple[str, float], ...]

    @property
    def code(self) -> str:
        return self.agency.code

    @property
    def level(self) -> Level:
        return self.agency.level

    def reports(self, item: Item) -> bool:
        """Whether the agency gives the item: a stock only who is there on the last day."""
        asked = self.agency.matches(item.reported_by)
        return asked and (self.stands_at_end or item.measure in BEGINNING)


def stretches(registry: Registry, year: int) -> list[Stretch]:
    """Every agency of a year, once, in the registry's order, under the name it bore last in the year."""
    latest: dict[str, Agency] = {}
    for life in registry.during(Period.of_year(year)):
        latest[life.code] = life
    return [_stretch(registry, agency, year) for agency in latest.values()]


def _stretch(registry: Registry, agency: Agency, year: int) -> Stretch:
    whole_year = Period.of_year(year)
    lives = [life for life in registry.lives_by_code[agency.code] if life.exists_during(whole_year)]
    days = sum(_days(life.life_within(whole_year)) for life in lives)
    ends_with_its_level = registry.last_day_of(agency.level) == agency.last_day
    period = agency.life_within(whole_year) if ends_with_its_level else whole_year
    return Stretch(
        agency=agency,
        year=year,
        period=Period.between(whole_year.start, period.end),
        share=days / _days(whole_year),
        stands_at_end=agency.exists_on(period.end),
        taken_over=tuple(_taken_over(registry, agency.code, year)),
    )


def _taken_over(registry: Registry, code: str, year: int) -> Iterator[tuple[str, float]]:
    """The others that ended into this code by the end of the year, and for how much of it they were gone."""
    whole_year = Period.of_year(year)
    for other in registry.agencies:
        if code not in other.successors or other.code == code or other.last_day >= whole_year.end:
            continue
        last_day = max(other.last_day, date(year - 1, 12, 31))
        yield other.code, (whole_year.end - last_day).days / _days(whole_year)


def _days(period: Period) -> int:
    return (period.end - period.start).days + 1
