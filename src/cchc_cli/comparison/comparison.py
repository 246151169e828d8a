"""What changed between two runs, as it is computed: nothing here is rounded, worded or left out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.run import FindingRecord, ObservationRecord, Run, Verdict


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two runs: `source` as it was named, `saved` where it was read back from a file."""

    source: str
    run: Run
    saved: bool


class Remark(StrEnum):
    """What a reader must know before believing a difference."""

    OTHER_PERIODS = "other-periods"
    """No period is on both sides: the newest of each stand against each other."""
    OTHER_MAP = "other-map"
    """The sides are not on the map of the same day (`--as-of`)."""
    OTHER_CATALOGUE = "other-catalogue"
    OTHER_AGENCIES = "other-agencies"
    NO_VERDICTS_OLD = "no-verdicts-old"
    NO_VERDICTS_NEW = "no-verdicts-new"
    NO_OBSERVATIONS_OLD = "no-observations-old"
    """A saved run without its figures: corrections cannot be seen."""
    NO_OBSERVATIONS_NEW = "no-observations-new"


class Direction(StrEnum):
    """Where a verdict went, the worst first."""

    WORSE = "worse"
    DUE = "due"
    """The target was not due before and is judged now: neither better nor worse."""
    BETTER = "better"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PeriodPair:
    """The periods that stand against each other; None where a period is on one side only."""

    old: str | None
    new: str | None

    @property
    def is_matched(self) -> bool:
        return self.old is not None and self.new is not None

    @property
    def is_apart(self) -> bool:
        """Whether two periods stand against each other that are not the same."""
        return self.is_matched and self.old != self.new


@dataclass(frozen=True, slots=True)
class Pair:
    """One indicator and scope on both sides."""

    old: Verdict
    new: Verdict
    flip: Direction | None
    """Where its status went; None where it is what it was."""
    difference: Fraction | None
    """New value less old, in points or in the indicator's unit; None where a side has no value."""
    counted: Fraction | None
    """For changes: the present figure less the one before, in the unit of the item."""
    new_target: bool
    """Whether another target is in force than was, or one where none was."""

    @property
    def is_changed(self) -> bool:
        return self.flip is not None or bool(self.difference) or self.new_target


class Reorganisation(StrEnum):
    """What became of some agencies between two days."""

    MERGED = "merged"
    SPLIT = "split"
    REORGANISED = "reorganised"
    """Several became several others: nobody can say which part went where."""
    RENAMED = "renamed"
    APPEARED = "appeared"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Named:
    """An agency under the name it bore on its day."""

    code: str
    name: Text
    level: Level


@dataclass(frozen=True, slots=True)
class AgencyChange:
    """Agencies of the earlier day and those of the later day that carry their work on."""

    kind: Reorganisation
    before: tuple[Named, ...]
    after: tuple[Named, ...]
    since: date | None
    """The first day of the new order; of several days the last; None where no day is known."""


@dataclass(frozen=True, slots=True)
class ReportingChange:
    """An agency whose figures left some pools, or entered them, though it existed in both periods."""

    agency: Named
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure of one agency and period that both sides have, and not alike."""

    old: ObservationRecord
    new: ObservationRecord
    agency: Text
    """What it was called in the period."""


@dataclass(frozen=True, slots=True)
class FindingsChange:
    """What was found on one side only."""

    new: tuple[FindingRecord, ...]
    fixed: tuple[FindingRecord, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs; verdicts are in the order of the new side."""

    old: Side
    new: Side
    about_one_agency: bool
    """Whether the new side is about one agency: then its own rows count although they are not official."""
    periods: tuple[PeriodPair, ...]
    remarks: tuple[Remark, ...]
    pairs: tuple[Pair, ...]
    only_old: tuple[Verdict, ...]
    """Verdicts of the periods compared that the new side has not, of those that lead."""
    only_new: tuple[Verdict, ...]
    new_missed: tuple[Verdict, ...]
    """Missed now, and not missed or not there before: of those that lead and are not aspirational."""
    reorganised: tuple[AgencyChange, ...]
    stopped: tuple[ReportingChange, ...]
    started: tuple[ReportingChange, ...]
    corrections: tuple[Correction, ...] | None
    """None where a side doesn't carry its figures."""
    findings: FindingsChange | None
    """None where the sides have no period in common: what was found is about other figures."""

    def leads(self, verdict: Verdict) -> bool:
        """Whether a verdict is what the comparison is about, and no row for steering beside it."""
        return verdict.official or self.about_one_agency
