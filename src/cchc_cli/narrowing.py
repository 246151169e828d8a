"""A run narrowed to some agencies and periods: a filter of what is shown, never of what is read."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cchc_cli.period import Period
from cchc_cli.run import FindingRecord, Run


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which agencies and periods are asked about; empty and None: all of them."""

    agencies: frozenset[str] = field(default_factory=frozenset)
    periods: tuple[Period, ...] | None = None

    @property
    def is_everything(self) -> bool:
        return not self.agencies and self.periods is None

    def is_about(self, agency: str | None, period: Period | None) -> bool:
        """Whether something is, or may be, about what is asked; a period is about the parts of it too."""
        return self._is_about_agency(agency) and self._is_about_period(period)

    def _is_about_agency(self, agency: str | None) -> bool:
        return agency is None or not self.agencies or agency in self.agencies

    def _is_about_period(self, period: Period | None) -> bool:
        return period is None or self.periods is None or any(asked.covers(period) for asked in self.periods)


def narrowed(run: Run, wanted: Wanted, spoken_of: Sequence[Collection[tuple[str, Period]]]) -> Run:
    """The files and findings that are about what is asked.

    `spoken_of` has for each input the agencies and periods that its cells are about. Only what is known to be
    about others is left out: a file that nobody can read may be anybody's.
    """
    if wanted.is_everything:
        return run
    inputs = []
    for read, pairs in zip(run.inputs, spoken_of, strict=True):
        stated = wanted.is_about(read.submitter, Period.parse(read.period) if read.period else None)
        if any(wanted.is_about(*pair) for pair in pairs) if pairs else stated:
            inputs.append(read)
    kept = {read.path for read in inputs}
    findings = [
        finding
        for finding in run.findings
        if (finding.agency is not None or finding.file in kept) and _is_asked_for(finding, wanted)
    ]
    counts = Counter(finding.file for finding in findings)
    recounted = [read.model_copy(update={"findings": counts[read.path]}) for read in inputs]
    return run.model_copy(update={"inputs": recounted, "findings": findings})


def _is_asked_for(finding: FindingRecord, wanted: Wanted) -> bool:
    return wanted.is_about(finding.agency, Period.parse(finding.period) if finding.period else None)
