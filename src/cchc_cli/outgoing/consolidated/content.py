"""Everything that can be used, agencies × items, arranged as the consolidated workbook shows it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.finding import Severity
from cchc_cli.intake.intake import Intake
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.observation import Observation, Submission
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Roster
from cchc_cli.standing.records import AgencyStanding, Standing, State
from cchc_cli.standing.words import fault_words, state_words


@dataclass(frozen=True, slots=True)
class Line:
    """One agency in one period."""

    code: str
    name: Text
    parent: Text | None
    state: str
    """In Vietnamese: whether its report is there, through whom, with which faults."""
    is_missing: bool
    figures: Mapping[str, Observation]
    """The usable figures by item."""
    due: frozenset[str]
    """The items it must report."""
    unusable: frozenset[str]
    """The items that were reported and cannot be used."""
    doubtful: frozenset[str]
    """The items with a figure that waits for an explanation."""
    sources: tuple[Submission, ...]
    """The workbooks that the figures stand in."""
    holds_predecessors: bool | None
    """Whether any of them says that the figures hold those of the agencies before; None where all are
    silent."""

    @property
    def approximate(self) -> list[str]:
        """The items whose figures measure nearly them, not quite."""
        return [code for code, figure in self.figures.items() if figure.approximate]


@dataclass(frozen=True, slots=True)
class Part:
    """The agencies of one level in one period; those outside the official pools are a part of their own."""

    level: Level
    pooled: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One period."""

    period: Period
    parts: tuple[Part, ...]
    shared: frozenset[str]
    """The items that several agencies report for themselves."""

    def has_total(self, item: Item, of_level: bool) -> bool:
        """Whether the figures of an item are added: of a level, or of everybody.

        Scores never are. What one agency reports, perhaps for a whole level, is in no level's total; its
        answer of yes or no is in none at all.
        """
        if item.kind is ItemKind.SCORE:
            return False
        return item.code in self.shared or not (of_level or item.kind is ItemKind.YES_NO)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What the workbook holds; `items` are its columns, each with the area that asks for it first."""

    blocks: tuple[Block, ...]
    items: tuple[tuple[Item, Text], ...]

    @property
    def figures(self) -> int:
        return sum(len(line.figures) for block in self.blocks for part in block.parts for line in part.lines)


def selected(
    observations: Iterable[Observation], periods: Sequence[Period] | None, registry: Registry
) -> list[Observation]:
    """The figures of some periods, all where None: also those of shorter ones that may stand for a whole.

    A figure of a part of a period is left out where the agency, and not another one that came to bear its
    code, has one for the period itself.
    """
    listed = list(observations)
    if periods is None:
        return listed
    whole = {(one.agency, one.item, one.period) for one in listed}
    return [
        one
        for one in listed
        if any(
            one.period == period
            or (
                period.covers(one.period)
                and not (
                    (one.agency, one.item, period) in whole
                    and registry.is_one_agency(one.agency, one.period, period)
                )
            )
            for period in periods
        )
    ]


def well_covered(observations: Iterable[Observation]) -> tuple[Period, ...]:
    """The periods that at least half as many agencies reported as the best covered: of these a gap counts."""
    reporting: dict[Period, set[str]] = defaultdict(set)
    for one in observations:
        reporting[one.period].add(one.agency)
    most = max(map(len, reporting.values()), default=0)
    return tuple(sorted(period for period, agencies in reporting.items() if 2 * len(agencies) >= most))


def consolidate(
    catalogue: Catalogue,
    registry: Registry,
    intake: Intake,
    observations: Sequence[Observation],
    standings: Mapping[Period, Standing],
    listed: Sequence[Period],
) -> Consolidation:
    """Arranges the observations by period and level.

    Every agency that must report has a line in the periods `listed`; in the others only who has figures.
    `standings` has one for each period of `observations` and `listed`.
    """
    arranging = _Arranging(catalogue, registry, intake, observations)
    periods = sorted({one.period for one in observations} | set(listed))
    blocks = tuple(arranging.block(period, standings[period], period in listed) for period in periods)
    shown = [line for block in blocks for part in block.parts for line in part.lines]
    codes = {code for line in shown for code in (*line.due, *line.figures)}
    return Consolidation(blocks, tuple(_with_areas(catalogue, codes)))


class _Arranging:
    def __init__(
        self,
        catalogue: Catalogue,
        registry: Registry,
        intake: Intake,
        observations: Sequence[Observation],
    ) -> None:
        self._catalogue = catalogue
        self._registry = registry
        self._submissions = intake.submissions
        self._figures: dict[tuple[str, Period], dict[str, Observation]] = defaultdict(dict)
        for one in observations:
            self._figures[one.agency, one.period][one.item] = one
        self._unusable: dict[tuple[str, Period], set[str]] = defaultdict(set)
        for key in intake.unusable:
            self._unusable[key.agency, key.period].add(key.item)
        self._doubtful = {
            (finding.agency, finding.period, item)
            for finding in intake.findings
            if finding.severity is Severity.WARNING and not finding.is_answered
            for item in (finding.item, *finding.other_items)
        }

    def block(self, period: Period, standing: Standing, everybody: bool) -> Block:
        roster = Roster(self._registry, period, self._catalogue.items)
        due, written = _due(roster, self._catalogue.items), str(period)
        agencies = sorted(standing.agencies, key=_last_day)
        known = {(each.code, each.level, each.pooled): each for each in agencies}
        lines: dict[tuple[bool, Level], list[Line]] = defaultdict(list)
        for position, member in enumerate(roster.members):
            if not roster.is_last_of_code(member):
                continue  # What its code reports for the period is another agency's.
            stands = known.get((member.code, member.level, member.pooled))
            figures = self._figures.get((member.code, period), {})
            if figures or (everybody and stands is not None):
                doubtful = frozenset(
                    code for code in figures if (member.code, written, code) in self._doubtful
                )
                line = self._line(roster, position, stands, figures, due[position], doubtful)
                lines[member.pooled, member.level].append(line)
        parts = tuple(
            Part(level, pooled, tuple(lines[pooled, level]))
            for pooled in (True, False)
            for level in Level
            if lines[pooled, level]
        )
        return Block(period, parts, _shared(roster, self._catalogue.items))

    def _line(
        self,
        roster: Roster,
        position: int,
        stands: AgencyStanding | None,
        figures: Mapping[str, Observation],
        due: frozenset[str],
        doubtful: frozenset[str],
    ) -> Line:
        member, period = roster.members[position], roster.period
        files = sorted({one.address.file for one in figures.values()})
        sources = tuple(self._submissions[file] for file in files)
        said = {source.holds_predecessors(member.code, period) for source in sources} - {None}
        return Line(
            code=member.code,
            name=roster.name_of(member),
            parent=stands.parent_name if stands else None,
            state=_state(stands, figures),
            is_missing=stands is not None and stands.state is State.MISSING,
            figures=figures,
            due=due,
            unusable=frozenset(self._unusable.get((member.code, period), ())),
            doubtful=doubtful,
            sources=sources,
            holds_predecessors=any(said) if said else None,
        )


def _last_day(agency: AgencyStanding) -> date:
    return agency.until or date.max


def _state(stands: AgencyStanding | None, figures: Mapping[str, Observation]) -> str:
    if stands is None:
        return ""
    words = [state_words(stands, Language.VI), fault_words(stands, Language.VI)]
    if any(one.approximate for one in figures.values()):
        words.append("có số liệu gần đúng")
    return "; ".join(word for word in words if word)


def _due(roster: Roster, items: Iterable[Item]) -> dict[int, frozenset[str]]:
    """What each member of a roster must report: `Roster.items_of` for everybody at once."""
    due: dict[int, set[str]] = defaultdict(set)
    for item in items:
        if not roster.is_about_ended_level(item.code):
            for position in roster.reporters(item.code):
                due[position].add(item.code)
    return {position: frozenset(due[position]) for position in range(len(roster.members))}


def _shared(roster: Roster, items: Iterable[Item]) -> frozenset[str]:
    return frozenset(
        item.code
        for item in items
        if item.level is None
        and len({roster.members[position].code for position in roster.reporters(item.code)}) > 1
    )


def _with_areas(catalogue: Catalogue, codes: Iterable[str]) -> list[tuple[Item, Text]]:
    """The items in the catalogue's order, those of an area together."""
    wanted, areas = set(codes), catalogue.area_by_item
    return [
        (item, area.name)
        for area in catalogue.areas
        for item in catalogue.items
        if item.code in wanted and areas[item.code] == area.id
    ]
