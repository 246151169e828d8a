"""What the form of one agency asks: who, for when, and its items by area, each with its row number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Check, Item
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Member, Roster


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one area of the programme, in the catalogue's order."""

    area: Text
    items: tuple[Item, ...]

    @property
    def can_be_nil(self) -> bool:
        """Whether something in it arises in a period, so that nothing may have arisen."""
        return any(
            item.measure is Measure.FLOW and item.kind in (ItemKind.COUNT, ItemKind.AMOUNT)
            for item in self.items
        )


@dataclass(frozen=True, slots=True)
class Commune:
    """A row of a district's sheet of communes."""

    agency: Agency
    items: tuple[Item, ...]


@dataclass(frozen=True)
class FormContent:
    """One form; `above` names whom the agency belongs under, `before` holds the last period's figures."""

    agency: Agency
    name: Text
    above: str | None
    period: Period
    sections: tuple[Section, ...]
    communes: tuple[Commune, ...]
    checks: tuple[Check, ...]
    sources: Mapping[str, tuple[str, ...]]
    """Where the decision asks for an item's indicators, by item, as an auditor cites."""
    before: Mapping[str, Decimal]


class FormContents:
    """Makes the forms of one period."""

    def __init__(
        self,
        catalogue: Catalogue,
        registry: Registry,
        period: Period,
        before: Mapping[tuple[str, str], Decimal] | None = None,
    ) -> None:
        """`before` are the figures of the period before, by agency and item."""
        self._catalogue = catalogue
        self._registry = registry
        self._roster = Roster(registry, period, catalogue.items)
        self._before = before or {}
        self._areas = _area_by_item(catalogue)
        self._sources = _sources(catalogue)

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody on the map of the period who must report something, in the registry's order."""
        return tuple(member for member in self._roster.members if self.items_of(member))

    def items_of(self, member: Member) -> tuple[Item, ...]:
        """What a member must report in the period, in the catalogue's order."""
        position = self._roster.position_of(member)
        return () if position is None else self._roster.items_of(position)

    def of(self, member: Member) -> FormContent:
        """The form of a member."""
        agency, items = member.lives[-1], self.items_of(member)
        asked = {item.code for item in items}
        return FormContent(
            agency=agency,
            name=self._registry.full_name(agency),
            above=self._above(agency),
            period=self._roster.period,
            sections=self._sections(items),
            communes=self._communes(agency),
            checks=tuple(check for check in self._catalogue.checks if asked.issuperset(check.items)),
            sources=self._sources,
            before={item: value for (code, item), value in self._before.items() if code == agency.code},
        )

    def _sections(self, items: Sequence[Item]) -> tuple[Section, ...]:
        by_area: dict[str, list[Item]] = {area.id: [] for area in self._catalogue.areas}
        for item in items:
            by_area[self._areas[item.code]].append(item)
        names = self._catalogue.area_by_id
        return tuple(Section(names[area].name, tuple(found)) for area, found in by_area.items() if found)

    def _communes(self, agency: Agency) -> tuple[Commune, ...]:
        """Communes report through their district."""
        if agency.level is not Level.DISTRICT:
            return ()
        below = (
            Commune(member.lives[-1], self.items_of(member))
            for member in self.members
            if member.level is Level.COMMUNE and any(life.parent == agency.code for life in member.lives)
        )
        return tuple(below)

    def _above(self, agency: Agency) -> str | None:
        if not agency.pooled:
            return None
        parent = self._registry.life_in(agency.parent, self._roster.period) if agency.parent else None
        if parent is not None:
            return f"Ủy ban nhân dân {parent.name.vi}"
        province = self._registry.province
        return f"Ủy ban nhân dân tỉnh {province.vi}" if province else None


def _area_by_item(catalogue: Catalogue) -> dict[str, str]:
    """The area that asks for an item first; what only a check uses stands with its neighbour above."""
    asking = {
        code: indicator.area for indicator in reversed(catalogue.indicators) for code in indicator.items
    }
    area = catalogue.areas[0].id
    areas: dict[str, str] = {}
    for item in catalogue.items:
        area = asking.get(item.code, area)
        areas[item.code] = area
    return areas


def _sources(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    places: dict[str, dict[str, None]] = {}
    for indicator in catalogue.indicators:
        for code in indicator.items:
            for target in indicator.targets:
                for citation in target.citations:
                    places.setdefault(code, {})[citation.place] = None
    return {code: tuple(found) for code, found in places.items()}
