"""Everything that was sent, held against everybody who must report: the standing of one period."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cchc_cli import __version__
from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.engine.assemble import finding_record
from cchc_cli.engine.frame import Figures
from cchc_cli.engine.period_figures import period_figures
from cchc_cli.findings.finding import Finding, Severity
from cchc_cli.intake.intake import Intake
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.reception import reminders
from cchc_cli.reception.arrivals import (
    Arrival,
    arrivals,
    counting,
    in_order,
    periods_of,
    times,
    whole_periods,
)
from cchc_cli.reception.expected import Expected, expected_agencies
from cchc_cli.reception.faults import Faults, faults
from cchc_cli.reception.tally import districts, groups, tally
from cchc_cli.reception.timeliness import judged
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Roster
from cchc_cli.run import ProgrammeRecord, Tool
from cchc_cli.standing.records import AgencyStanding, Sent, Standing, State, Unplaced


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the reception. Empty sets show everybody."""

    period: Period
    deadline: date | None = None
    cutoff: date | None = None
    levels: frozenset[Level] = field(default_factory=frozenset)
    agencies: frozenset[str] = field(default_factory=frozenset)

    def shows(self, expected: Expected) -> bool:
        member = expected.member
        return (not self.levels or member.level in self.levels) and (
            not self.agencies or member.code in self.agencies
        )


def take_stock(
    catalogue: Catalogue, registry: Registry, intake: Intake, asked: Asked, language: Language
) -> Standing:
    """Who has sent what for the period asked about; the sentences of the findings are in a language."""
    stocktaking = _Stocktaking(catalogue, registry, intake, asked)
    shown = [each for each in stocktaking.expected if asked.shows(each)]
    agencies = [stocktaking.standing(each) for each in shown]
    found = [*stocktaking.findings_about(shown), *stocktaking.reminders]
    return Standing(
        tool=Tool(name="cchc", version=__version__),
        programme=ProgrammeRecord(id=catalogue.programme.id, title=catalogue.programme.title),
        catalogue_sha256=catalogue.sha256,
        agencies_sha256=registry.sha256,
        period=str(asked.period),
        deadline=asked.deadline,
        cutoff=asked.cutoff,
        total=tally(agencies),
        groups=groups(agencies),
        districts=districts(agencies),
        agencies=agencies,
        unplaced=stocktaking.unplaced(language),
        findings=[finding_record(finding, language) for finding in found],
    )


class _Stocktaking:
    """One period, one call; `reminders` fills while the agencies are gone through."""

    def __init__(self, catalogue: Catalogue, registry: Registry, intake: Intake, asked: Asked) -> None:
        self._asked = asked
        self._registry = registry
        self._intake = intake
        self._roster = Roster(registry, asked.period, catalogue.items)
        self.expected = expected_agencies(self._roster)
        self._came = arrivals(intake, self._roster, asked.cutoff)
        self._chosen = {position: self._counting(position) for position in self._came}
        self._faults: Faults = faults(intake, self._roster, self._chosen)
        self._present = _present(catalogue, intake, self._roster)
        self.reminders: list[Finding] = []
        self._undated: set[int] = set()

    def standing(self, expected: Expected) -> AgencyStanding:
        life, name = expected.member.lives[-1], self._roster.name_of(expected.member)
        position = expected.position
        present = self._present.get(position, {})
        came, chosen = self._came.get(position, []), self._chosen.get(position, [])
        whole = whole_periods(expected.member, self._asked.period)
        parts = [period for period in periods_of(chosen) if period not in whole]
        items_in = sum(item.code in present for item in expected.items)
        state, deciding = self._state(chosen, bool(parts) and not items_in)
        used = sorted({period for periods in present.values() for period in periods} - whole)
        self._remind(expected.member.code, name, state, deciding)
        severities = [(each.severity, each.is_answered) for each in self._faults.of_agencies[position]]
        return AgencyStanding(
            code=life.code,
            name=name,
            level=life.level,
            group=life.group,
            pooled=life.pooled,
            parent=life.parent,
            parent_name=self._name_of(life.parent),
            until=life.valid_until if life.last_day < self._asked.period.end else None,
            state=state,
            dated=deciding.submission.dated if deciding else None,
            times=0 if state is State.MISSING else times(chosen),
            shorter_periods=[str(period) for period in (used or parts)],
            items_in=items_in,
            items_due=len(expected.items),
            errors=severities.count((Severity.ERROR, False)),
            to_explain=severities.count((Severity.WARNING, False)),
            answered=severities.count((Severity.WARNING, True)),
            sent=[self._sent(arrival, arrival in chosen) for arrival in sorted(came, key=in_order)],
        )

    def findings_about(self, shown: Sequence[Expected]) -> list[Finding]:
        """What was found with these agencies, and with workbooks that are nobody's, as in the files."""
        kept = {id(one) for each in shown for one in self._faults.of_agencies[each.position]}
        kept |= {id(one) for found in self._faults.of_files.values() for one in found}
        return [finding for finding in self._intake.findings if id(finding) in kept]

    def unplaced(self, language: Language) -> list[Unplaced]:
        submitters = {submission.path: submission.submitter for submission in self._intake.submissions}
        return [
            Unplaced(
                file=path,
                submitter=submitters.get(path),
                submitter_name=self._name_of(submitters.get(path)),
                errors=len(found),
                message=found[0].message(language),
            )
            for path, found in self._faults.unplaced().items()
        ]

    def _counting(self, position: int) -> list[Arrival]:
        member = self._roster.members[position]
        whole = whole_periods(member, self._asked.period)
        return counting(self._came[position], whole, member.lives[-1].parent)

    def _state(self, chosen: Sequence[Arrival], only_gaps: bool) -> tuple[State, Arrival | None]:
        """`only_gaps`: nothing but shorter periods came, and they do not cover the whole for any item."""
        if not chosen or only_gaps:
            return State.MISSING, None
        return judged(chosen, self._asked.deadline)

    def _remind(self, code: str, name: Text, state: State, deciding: Arrival | None) -> None:
        period, deadline = self._asked.period, self._asked.deadline
        if deciding is None:
            self.reminders.append(reminders.missing(code, name, period))
        elif state is State.LATE and deadline is not None:
            self.reminders.append(reminders.late(code, name, period, deciding, deadline))
        elif state is State.UNDATED and deadline is not None and deciding.file not in self._undated:
            self._undated.add(deciding.file)
            self.reminders.append(reminders.undated(period, deciding, deadline))

    def _sent(self, arrival: Arrival, counts: bool) -> Sent:
        submission = arrival.submission
        through = None if arrival.is_own else submission.submitter
        return Sent(
            file=submission.path,
            layout=submission.layout,
            kind=submission.kind,
            number=submission.number,
            period=str(arrival.period),
            document=submission.document,
            dated=submission.dated,
            prepared_by=submission.prepared_by,
            phone=submission.phone,
            own=arrival.is_own,
            through=through,
            through_name=self._name_of(through),
            figures=arrival.figures,
            counts=counts,
        )

    def _name_of(self, code: str | None) -> Text | None:
        if code is None:
            return None
        life = self._registry.life_in(code, self._asked.period) or self._registry.latest(code)
        return self._registry.full_name(life) if life else None


def _present(catalogue: Catalogue, intake: Intake, roster: Roster) -> dict[int, dict[str, list[Period]]]:
    """By position and item the periods of the figures that stand for the roster's period.

    The engine's own rule decides, so that status and evaluation agree on who has reported what.
    """
    figures = Figures.of(intake.observations)
    present: dict[int, dict[str, list[Period]]] = {}
    for code, of_members in period_figures(figures, roster, catalogue.item_by_code).items():
        for position, figure in of_members.items():
            present.setdefault(position, {})[code] = figures.periods_of(figure.rows)
    return present
