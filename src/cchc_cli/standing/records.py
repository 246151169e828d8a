"""Who has sent what for one period: what `cchc status` computed, as versioned records.

These models are the JSON of `cchc status -f json`. No I/O and no arithmetic.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.observation import SubmissionKind
from cchc_cli.record import Record
from cchc_cli.run import FindingRecord, ProgrammeRecord, Tool

STANDING_VERSION = "1"


class State(StrEnum):
    """Whether the report of an agency is there, and in time."""

    MISSING = "missing"
    LATE = "late"
    UNDATED = "undated"
    """It is there; without a date nobody can tell whether it came in time."""
    ON_TIME = "on_time"
    RECEIVED = "received"
    """It is there; no deadline was asked about."""


class Sent(Record):
    """One workbook that speaks of an agency in the period or a part of it."""

    file: str
    layout: str | None
    kind: SubmissionKind
    number: int
    """`Lần`: orders corrections and supplements; 0 where it is not said."""
    period: str
    document: str | None
    dated: date | None
    """The day of the letter; never the date of the file."""
    prepared_by: str | None
    phone: str | None
    own: bool
    """Whether the agency sent it itself."""
    through: str | None
    """Code of the agency in whose workbook the figures came; null for its own, and where nobody signed."""
    through_name: Text | None
    figures: int
    """How many figures of the agency it has, usable or not."""
    counts: bool
    """Whether the agency's state is judged by it; a copy and what others carry beside its own are not."""


class AgencyStanding(Record):
    """One agency that must report for the period, and what has come of it."""

    code: str
    name: Text
    level: Level
    group: str
    pooled: bool
    parent: str | None
    parent_name: Text | None
    until: date | None
    """Its last day, if that lies before the period's end; its code may be another agency's from then on."""
    state: State
    dated: date | None
    """The day it was judged by."""
    times: int
    """How many times it reported: the official report, corrections and supplements, copies not counted."""
    shorter_periods: list[str]
    """The shorter periods that its figures come from, or that are all there is, where it is missing."""
    items_in: int
    items_due: int
    errors: int
    to_explain: int
    """Warnings without an explanation."""
    answered: int
    """Warnings that the agency has explained."""
    sent: list[Sent]

    @property
    def is_resent(self) -> bool:
        return self.times > 1

    @property
    def is_complete(self) -> bool:
        return self.items_in == self.items_due


class Counts(Record):
    """How many agencies of a group must report, and how many of them did what."""

    expected: int
    reported: int
    on_time: int
    late: int
    undated: int
    missing: int
    resent: int
    with_errors: int
    to_explain: int
    """Agencies with warnings that wait for an explanation."""
    complete: int
    """Agencies of which every item is in."""


class Group(Record):
    """The agencies of one level, pooled or not, or the communes of one district."""

    name: Text
    level: Level
    pooled: bool
    parent: str | None
    counts: Counts


class Unplaced(Record):
    """A workbook with errors that are no known agency's: look at it before reminding anybody."""

    file: str
    submitter: str | None
    submitter_name: Text | None
    errors: int
    message: str
    """The first of the errors."""


class Standing(Record):
    """Who has sent what for one period."""

    schema_version: Annotated[str, Field(pattern="^1$")] = STANDING_VERSION
    tool: Tool
    programme: ProgrammeRecord
    catalogue_sha256: str
    agencies_sha256: str
    period: str
    deadline: date | None
    """The last day that is in time."""
    cutoff: date | None
    total: Counts
    groups: list[Group]
    """By level; agencies outside the official pools are a group of their own."""
    districts: list[Group]
    """The communes by the district they belong to."""
    agencies: list[AgencyStanding]
    """In the registry's order."""
    unplaced: list[Unplaced]
    findings: list[FindingRecord]
