"""What changed between two runs, as versioned records: the JSON of `cchc compare -f json`.

No I/O and no arithmetic.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from cchc_cli.comparison.comparison import Direction, Remark, Reorganisation
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.record import Number, Record
from cchc_cli.run import (
    FindingRecord,
    Note,
    ObservationRecord,
    ProgrammeRecord,
    Reason,
    Scope,
    Status,
    Tool,
)

COMPARISON_VERSION = "1"


class SideRecord(Record):
    """One of the two runs."""

    source: str
    """As it was named on the command line."""
    saved: bool
    """Whether it was read back from a saved run; else its workbooks were read by this call."""
    tool: Tool
    catalogue_sha256: str
    agencies_sha256: str
    as_of: date | None
    """The day on whose map every period stands; null: each on its own."""
    files: int
    periods: list[str]
    statuses: dict[Status, int]
    """The verdicts compared, counted: official ones (or one agency's own) that are not aspirational."""


class PeriodPairRecord(Record):
    """The periods that stand against each other; null where a period is on one side only."""

    old: str | None
    new: str | None


class RowRecord(Record):
    """One verdict, briefly."""

    indicator: str
    name: Text
    scope: Scope
    period: str
    status: Status


class StandRecord(Record):
    """Where an indicator stood on one side."""

    period: str
    status: Status
    reason: Reason | None
    provisional: bool
    notes: list[Note]
    numerator: Number | None
    denominator: Number | None
    value: Number | None
    operator: str | None
    bound: Number | None
    upper: Number | None
    due: date | None
    reporting: int
    expected: int


class ChangeRecord(Record):
    """One indicator and scope that stands differently on the two sides."""

    indicator: str
    area: str
    name: Text
    kind: str
    scope: Scope
    unit: str
    official: bool
    aspirational: bool
    flip: Direction | None
    """Where its status went; null where it is what it was."""
    difference: Number | None
    """New value less old, in points or in the unit; null where a side has no value."""
    counted: Number | None
    """For changes: the present figure less the one before, in the unit of the item."""
    new_target: bool
    """Whether another target is in force than was, or one where none was."""
    old: StandRecord
    new: StandRecord


class AgencyRecord(Record):
    """An agency under the name it bore on its day."""

    code: str
    name: Text
    level: Level


class AgencyChangeRecord(Record):
    """What became of some agencies between the last days of the periods compared."""

    kind: Reorganisation
    before: list[AgencyRecord]
    after: list[AgencyRecord]
    since: date | None


class ReportingChangeRecord(Record):
    """An agency that existed in both periods and whose figures left some indicators, or entered them."""

    agency: AgencyRecord
    indicators: list[str]


class CorrectionRecord(Record):
    """One figure of one agency and period that both sides have, and not alike."""

    old: ObservationRecord
    new: ObservationRecord


class FindingsChangeRecord(Record):
    """What was found on one side only, in the language of its run."""

    new: list[FindingRecord]
    fixed: list[FindingRecord]


class ComparisonRecord(Record):
    """Everything that differs between two runs."""

    schema_version: Annotated[str, Field(pattern="^1$")] = COMPARISON_VERSION
    tool: Tool
    programme: ProgrammeRecord
    old: SideRecord
    new: SideRecord
    periods: list[PeriodPairRecord]
    remarks: list[Remark]
    changes: list[ChangeRecord]
    """In the order of the new side; rows that stand as they stood are not listed."""
    compared: int
    """How many verdicts stand on both sides."""
    new_missed: list[RowRecord]
    """What `--fail-on new-missed` counts."""
    only_old: list[RowRecord]
    only_new: list[RowRecord]
    reorganised: list[AgencyChangeRecord]
    stopped: list[ReportingChangeRecord]
    started: list[ReportingChangeRecord]
    corrections: list[CorrectionRecord] | None
    """Null where a side doesn't carry its figures (`--with observations`)."""
    findings: FindingsChangeRecord | None
    """Null where the sides have no period in common."""
