"""The catalogue: a programme with its indicators, items and checks, ready to evaluate."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.item import Check, Item
from cchc_cli.catalogue.target import Lead
from cchc_cli.catalogue.window import Window
from cchc_cli.language import Language, Text
from cchc_cli.period import Period


class Programme(NamedTuple):
    """The decision that sets the targets, and the years it covers."""

    id: str
    title: Text
    document: str
    issued: date
    years: Period


class Area(NamedTuple):
    """One area of the programme, with the agency that leads it."""

    id: str
    name: Text
    lead: Lead | None


class BaselineFigure(NamedTuple):
    """A figure of an earlier period kept in the catalogue with its source."""

    item: str
    agency: str
    period: Period
    value: Decimal
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """When an agency is given a place among its peers; ours to set, the decision asks for none of it."""

    smallest_denominator: Decimal = Decimal(30)
    """Below it a share says little about an agency."""
    fewest_peers: int = 3
    """How many agencies, itself among them, must be comparable."""


@dataclass(frozen=True)
class Catalogue:
    """Everything `targets.yaml` declares; `file` is where it was read, `sha256` the hash of its bytes."""

    file: str
    sha256: str
    programme: Programme
    areas: tuple[Area, ...]
    indicators: tuple[Indicator, ...]
    items: tuple[Item, ...]
    checks: tuple[Check, ...]
    baselines: tuple[BaselineFigure, ...]
    units: tuple[tuple[str, str], ...]
    readings: tuple[tuple[str, Text], ...]
    windows: tuple[Window, ...] = ()
    ranking: Ranking = Ranking()

    @cached_property
    def item_by_code(self) -> dict[str, Item]:
        return {item.code: item for item in self.items}

    @cached_property
    def indicator_by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        return {area.id: area for area in self.areas}

    @cached_property
    def area_by_item(self) -> dict[str, str]:
        """The area that asks for an item first; what only a check uses stands with its neighbour above."""
        asking = {code: indicator.area for indicator in reversed(self.indicators) for code in indicator.items}
        area = self.areas[0].id
        areas: dict[str, str] = {}
        for item in self.items:
            area = asking.get(item.code, area)
            areas[item.code] = area
        return areas

    @cached_property
    def reading_by_id(self) -> dict[str, Text]:
        return dict(self.readings)

    @cached_property
    def _english_units(self) -> dict[str, str]:
        return dict(self.units)

    def unit_in(self, language: Language, unit: str) -> str:
        """A unit in the reader's language; as written where the catalogue has no English word for it."""
        return unit if language is Language.VI else self._english_units.get(unit, unit)
