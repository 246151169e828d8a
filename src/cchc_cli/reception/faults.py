"""Whose the findings are: of which agency in this period, or of a workbook that nobody can be asked about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cchc_cli.findings.finding import Finding, Severity
from cchc_cli.intake.intake import Intake
from cchc_cli.observation import Submission
from cchc_cli.period import Period
from cchc_cli.reception.arrivals import Arrival, periods_of
from cchc_cli.roster import Roster


@dataclass
class Faults:
    """Findings by position in the roster; those that are no agency's by file."""

    of_agencies: dict[int, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    of_files: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))

    def unplaced(self) -> dict[str, list[Finding]]:
        """The errors of workbooks that are no agency's."""
        errors = {
            path: [finding for finding in found if finding.severity is Severity.ERROR]
            for path, found in self.of_files.items()
        }
        return {path: found for path, found in errors.items() if found}


def faults(intake: Intake, roster: Roster, chosen: Mapping[int, Sequence[Arrival]]) -> Faults:
    """Sorts the findings of a call; those about other periods are left out.

    A finding about a figure is its agency's; one about a workbook is the sender's.
    """
    sorting = _Sorting(intake, roster, chosen)
    for finding in intake.findings:
        sorting.take(finding)
    return sorting.result


class _Sorting:
    def __init__(self, intake: Intake, roster: Roster, chosen: Mapping[int, Sequence[Arrival]]) -> None:
        self.result = Faults()
        self._roster = roster
        self._periods = {
            position: {roster.period, *periods_of(arrivals)} for position, arrivals in chosen.items()
        }
        self._owners = {
            arrival.submission.path: position
            for position, arrivals in chosen.items()
            for arrival in arrivals
            if arrival.is_own
        }
        self._elsewhere = {
            submission.path
            for file, submission in enumerate(intake.submissions)
            if _is_elsewhere(submission, intake.read[file].figures, roster.period)
        }

    def take(self, finding: Finding) -> None:
        period = Period.parse(finding.period) if finding.period else None
        if finding.agency is None:
            self._take_of_file(finding)
        elif period is None or self._roster.period.covers(period):
            self._take_of_agency(finding, finding.agency, period or self._roster.period)

    def _take_of_agency(self, finding: Finding, code: str, period: Period) -> None:
        position = self._roster.member_of(code, period)
        if position is None:
            self._take_of_file(finding)
        elif period in self._periods.get(position, {self._roster.period}):
            self.result.of_agencies[position].append(finding)

    def _take_of_file(self, finding: Finding) -> None:
        path = finding.place.file if finding.place else ""
        if path in self._owners:
            self.result.of_agencies[self._owners[path]].append(finding)
        elif path not in self._elsewhere:
            self.result.of_files[path].append(finding)


def _is_elsewhere(submission: Submission, figures: Mapping[tuple[str, Period], int], period: Period) -> bool:
    """Whether a workbook is known to be about other periods only."""
    periods = {found for _, found in figures} | ({submission.period} if submission.period else set())
    return bool(periods) and not any(period.covers(found) for found in periods)
