"""One year's material → its scorecards."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.run import FindingRecord, ScopeKind, Verdict
from cchc_cli.scorecards.material import Material
from cchc_cli.scorecards.movements import Past
from cchc_cli.scorecards.moves import moves
from cchc_cli.scorecards.places import Placed, by_indicator, places, smallest_denominator
from cchc_cli.scorecards.pooled import Pools
from cchc_cli.scorecards.scorecard import Card, Peers, Row, Rules, Scorecards, Subject, Table, Unplaced
from cchc_cli.standing.records import AgencyStanding, Counts, State

_ABSENT = frozenset({State.MISSING, State.LATE})
_PlaceKey: TypeAlias = tuple[str, str]
"""Indicator, and code of the agency."""
_WHOLE_PROVINCE = Text("Toàn tỉnh", "Whole province")


def make_scorecards(material: Material) -> Scorecards:
    """The province's card, one for each of its levels, and one for each agency that must report."""
    maker = _Maker(material)
    cards = (maker.of_province(), *maker.of_levels(), *maker.of_agencies())
    before = str(material.before) if material.before else None
    return Scorecards(material.run, str(material.year), before, cards, _rules(material.catalogue))


def _rules(catalogue: Catalogue) -> Rules:
    own = {
        indicator.id: Fraction(indicator.smallest_denominator)
        for indicator in catalogue.indicators
        if indicator.smallest_denominator is not None
    }
    return Rules(Fraction(catalogue.ranking.smallest_denominator), own, catalogue.ranking.fewest_peers)


class _Maker:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._past = Past(material.past, material.before, material.registry)
        self._own: dict[str, list[Verdict]] = {}
        for verdict in material.run.verdicts:
            if verdict.scope.kind is ScopeKind.AGENCY:
                self._own.setdefault(verdict.scope.code, []).append(verdict)
        self._places = self._all_places()
        self._rows = {code: self._agency_rows(code) for code in material.subjects}
        self._pools = Pools(material)

    def of_province(self) -> Card:
        subject = Subject(ScopeKind.PROVINCE, "province", _WHOLE_PROVINCE)
        official = [verdict for verdict in self._material.run.verdicts if verdict.official]
        return self._pooled_card(subject, official, self._material.standing.total, ())

    def of_levels(self) -> Iterator[Card]:
        for level in Level:
            groups = [group for group in self._material.standing.groups if group.level is level]
            rows = [
                verdict
                for verdict in self._material.run.verdicts
                if verdict.scope.kind is ScopeKind.LEVEL and verdict.scope.level is level
            ]
            if not groups or not rows:
                continue
            group = next((group for group in groups if group.pooled), groups[0])
            subject = Subject(ScopeKind.LEVEL, level.value, rows[0].scope.name, level)
            yield self._pooled_card(subject, rows, group.counts, tuple(self._tables(level)), group.pooled)

    def of_agencies(self) -> Iterator[Card]:
        for code, subject in self._material.subjects.items():
            rows = self._rows[code]
            standing = self._material.agencies[code]
            yield Card(
                subject=subject,
                rows=rows,
                moves=moves(self._begun(rows), self._raised),
                standing=standing,
                late=self._material.late.get(code),
                findings=tuple(self._findings(standing)),
            )

    def _pooled_card(
        self,
        subject: Subject,
        verdicts: Iterable[Verdict],
        counts: Counts,
        tables: tuple[Table, ...],
        pooled: bool | None = None,
    ) -> Card:
        """`pooled`: of which agencies of a level it is told who is absent."""
        rows = tuple(Row(verdict, self._past.movement(verdict)) for verdict in verdicts)
        return Card(
            subject=subject,
            rows=rows,
            moves=moves(self._begun(rows), self._raised, self._pools.helpers),
            counts=counts,
            absent=tuple(
                agency
                for agency in self._material.standing.agencies
                if subject.level in (None, agency.level)
                and pooled in (None, agency.pooled)
                and (agency.state in _ABSENT or agency.errors)
            ),
            tables=tables,
        )

    def _begun(self, rows: Iterable[Row]) -> Iterator[Verdict]:
        """Without changes whose baseline is still to come: what such a figure lacks, nobody can know yet."""
        terms = self._material.run.glossary.indicators
        for row in rows:
            baseline = terms[row.verdict.indicator].baseline
            if baseline is None or Period.parse(baseline).end <= self._material.year.end:
                yield row.verdict

    def _raised(self, verdict: Verdict) -> tuple[str, ...]:
        """The items that add up to a verdict's numerator in its scope."""
        terms = self._material.run.glossary.indicators[verdict.indicator].numerator
        items = (term.item for term in terms if term.sign > 0)
        return tuple(item for item in items if self._material.counts_in(item, verdict.scope))

    def _agency_rows(self, code: str) -> tuple[Row, ...]:
        """Its own rows, and the official verdicts that nobody else feeds, in the catalogue's order."""
        return tuple(
            self._row(verdict)
            for verdict in self._material.run.verdicts
            if (verdict.scope.code == code and verdict.scope.kind is ScopeKind.AGENCY)
            or (verdict.official and self._material.alone.get(verdict.indicator) == code)
        )

    def _row(self, verdict: Verdict) -> Row:
        movement = self._past.movement(verdict)
        placed = self._places.get((verdict.indicator, verdict.scope.code))
        if verdict.official or placed is None:
            return Row(verdict, movement, unplaced=Unplaced.ALONE)
        return Row(verdict, movement, placed.place, placed.unplaced, placed.comparability)

    def _all_places(self) -> Mapping[_PlaceKey, Placed]:
        catalogue, found = self._material.catalogue, dict[_PlaceKey, Placed]()
        for codes in self._groups().values():
            together = by_indicator(verdict for code in codes for verdict in self._own.get(code, ()))
            for indicator, rows in together.items():
                smallest = smallest_denominator(catalogue, indicator)
                placed = places(rows, smallest, catalogue.ranking.fewest_peers)
                found.update({(indicator, code): each for code, each in placed.items()})
        return found

    def _groups(self) -> Mapping[Peers, list[str]]:
        groups: dict[Peers, list[str]] = {}
        for code, subject in self._material.subjects.items():
            if subject.peers is not None:
                groups.setdefault(subject.peers, []).append(code)
        return groups

    def _tables(self, level: Level) -> Iterator[Table]:
        order = [indicator.id for indicator in self._material.catalogue.indicators]
        for peers, codes in self._groups().items():
            if peers.level is not level:
                continue
            rows = {
                (code, row.verdict.indicator): row
                for code in codes
                for row in self._rows[code]
                if row.verdict.scope.kind is ScopeKind.AGENCY
            }
            asked = {indicator for _, indicator in rows}
            yield Table(
                peers=peers,
                agencies=tuple(self._material.subjects[code] for code in codes),
                indicators=tuple(indicator for indicator in order if indicator in asked),
                rows=rows,
            )

    def _findings(self, agency: AgencyStanding) -> Iterator[FindingRecord]:
        """About the agency, and about workbooks that it sent where nobody is named."""
        own = {sent.file for sent in agency.sent if sent.own}
        for finding in self._material.standing.findings:
            if finding.agency == agency.code or (finding.agency is None and finding.file in own):
                yield finding
