"""What the form of one agency asks: who, for when, and its items by area."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Check, Item
from cchc_cli.catalogue.target import Citation, Target
from cchc_cli.language import Text
from cchc_cli.level import ALL_LEVELS, Level
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
        """Whether anything in it arises in a period."""
        return any(item.arises for item in self.items)


@dataclass(frozen=True, slots=True)
class Asked:
    """Items by area, with the checks between them, and where the decision asks for them by item."""

    sections: tuple[Section, ...]
    checks: tuple[Check, ...]
    citations: Mapping[str, tuple[Citation, ...]]

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them, in the order of the areas."""
        return tuple(item for section in self.sections for item in section.items)


@dataclass(frozen=True, slots=True)
class Commune:
    """A row of a district's sheet of communes; `days` are those of the period on which it existed."""

    agency: Agency
    days: Period
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class FormContent:
    """One form. `above` stands over the agency's name, `before` holds the last period's figures by item.

    `predecessors` are those in whose place the agency began within the period.
    """

    agency: Agency
    name: Text
    above: str | None
    period: Period
    days: Period
    """From the agency's first to its last day in the period."""
    life: Period
    """From its first to its last day, whatever it was called."""
    predecessors: tuple[Text, ...]
    asked: Asked
    before: Mapping[str, Decimal]
    communes: tuple[Commune, ...]
    asked_of_communes: Asked


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
        self._targets = _targets_by_item(catalogue)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Everybody who must report something, in the registry's order.

        Of a code with two lives in the period only the later: what the code sends is the later one's.
        """
        return tuple(member for member in self._asked_members if self._roster.is_last_of_code(member))

    @cached_property
    def earlier_of_code(self) -> tuple[tuple[Member, Period], ...]:
        """Who must report something and has no form here, with the days: its code is another's by the end."""
        return tuple(
            (member, self._days(member))
            for member in self._asked_members
            if not self._roster.is_last_of_code(member)
        )

    @cached_property
    def _asked_members(self) -> tuple[Member, ...]:
        return tuple(member for member in self._roster.members if self.items_of(member))

    @cached_property
    def without_items(self) -> tuple[Member, ...]:
        """Who is on the map of the period and has nothing to report."""
        return tuple(member for member in self._roster.members if not self.items_of(member))

    def items_of(self, member: Member) -> tuple[Item, ...]:
        """What a member must report in the period, in the catalogue's order."""
        if member not in self._items:
            position = self._roster.position_of(member)
            self._items[member] = () if position is None else self._roster.items_of(position)
        return self._items[member]

    @cached_property
    def _items(self) -> dict[Member, tuple[Item, ...]]:
        return {}

    def of(self, member: Member) -> FormContent:
        """The form of a member."""
        agency = member.lives[-1]
        communes = self._communes(agency)
        of_communes = frozenset[str]().union(*(commune.items for commune in communes))
        return FormContent(
            agency=agency,
            name=self._registry.full_name(agency),
            above=self._above(agency),
            period=self._roster.period,
            days=self._days(member),
            life=self._life(member),
            predecessors=self._predecessors(member),
            asked=self._asked(frozenset(item.code for item in self.items_of(member)), agency.level),
            before=self.figures_before(agency),
            communes=communes,
            asked_of_communes=self._asked(of_communes, Level.COMMUNE),
        )

    def figures_before(self, agency: Agency) -> dict[str, Decimal]:
        """What the agency itself reported last; a code may have been another agency's then."""
        period = self._roster.period
        if period.previous and not self._registry.is_one_agency(agency.code, period.previous, period):
            return {}
        return {item: value for (code, item), value in self._before.items() if code == agency.code}

    def _asked(self, codes: frozenset[str], level: Level) -> Asked:
        by_area: dict[str, list[Item]] = {area.id: [] for area in self._catalogue.areas}
        for item in self._catalogue.items:
            if item.code in codes:
                by_area[self._catalogue.area_by_item[item.code]].append(item)
        names = self._catalogue.area_by_id
        return Asked(
            sections=tuple(
                Section(names[area].name, tuple(items)) for area, items in by_area.items() if items
            ),
            checks=tuple(
                check
                for check in self._catalogue.checks
                if codes.issuperset(check.items) and not _always_holds(check)
            ),
            citations={code: self._citations(code, level) for code in codes},
        )

    def _citations(self, code: str, level: Level) -> tuple[Citation, ...]:
        """Where an item is asked for: what binds the agency's level and is not long over comes first."""
        about = self._catalogue.item_by_code[code].level or level

        def relevance(target: Target) -> tuple[bool, bool]:
            past = target.due is not None and target.due < self._roster.period.start
            return target.level not in (ALL_LEVELS, about), past

        targets = sorted(self._targets.get(code, ()), key=relevance)
        cited = (citation for target in targets for citation in target.citations)
        return tuple({(one.document, one.place): one for one in cited}.values())

    def _communes(self, agency: Agency) -> tuple[Commune, ...]:
        """Communes report through the district they belong to, or belonged to last."""
        if agency.level is not Level.DISTRICT:
            return ()
        return tuple(
            Commune(
                agency=member.lives[-1],
                days=self._days(member),
                items=frozenset(item.code for item in self.items_of(member)),
            )
            for member in self.members
            if member.level is Level.COMMUNE and member.lives[-1].parent == agency.code
        )

    def _days(self, member: Member) -> Period:
        stretches = member.days_within(self._roster.period)
        return Period.between(stretches[0].start, stretches[-1].end)

    def _life(self, member: Member) -> Period:
        origin = self._registry.origin(member.lives[0])
        lives = self._registry.lives_by_code[member.code]
        own = [life for life in lives if self._registry.origin(life) == origin]
        return Period.between(own[0].first_day, own[-1].last_day)

    def _predecessors(self, member: Member) -> tuple[Text, ...]:
        """Whose work it took over when it began, if that was within the period."""
        began = member.lives[0]
        if began.first_day <= self._roster.period.start:
            return ()
        return tuple(self._registry.full_name(life) for life in self._registry.predecessors(began))

    def _above(self, agency: Agency) -> str | None:
        """What a letter of the agency bears over its name; nothing where it is of no body of the province."""
        if agency.level is not Level.PROVINCE:
            return "Ủy ban nhân dân"
        province = self._registry.province_on(min(agency.last_day, self._roster.period.end))
        return f"Ủy ban nhân dân tỉnh {province.vi}" if province and agency.pooled else None


def _always_holds(check: Check) -> bool:
    """Whether the part is itself among the terms of its whole, which no figures can break."""
    rest = [term for term in check.right if term not in check.left]
    whole = set(check.left) <= set(check.right) and all(term.sign > 0 for term in rest)
    return check.kind == "part" and whole


def _targets_by_item(catalogue: Catalogue) -> dict[str, list[Target]]:
    targets: dict[str, list[Target]] = {}
    for indicator in catalogue.indicators:
        for code in dict.fromkeys(indicator.items):
            targets.setdefault(code, []).extend(indicator.targets)
    return targets
