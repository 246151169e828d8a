"""What one command computed: verdicts with their evidence, and what was found wrong on the way.

These models are the JSON of `-f json`; `cchc schema run` is made from them. No I/O and no arithmetic.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.pace import Next, NoPace, Pace
from cchc_cli.record import Number, Record
from cchc_cli.trace import Trace

SCHEMA_VERSION = "1"


class Status(StrEnum):
    """What a verdict says; the first row of the model's table that holds."""

    MET = "met"
    MISSED = "missed"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"
    NOT_EVALUABLE = "not_evaluable"
    INCONCLUSIVE = "inconclusive"


class Reason(StrEnum):
    """Why there is no verdict of met or missed."""

    LEVEL_ENDED = "level-ended"
    LEVEL_NOT_BOUND = "level-not-bound"
    AFTER_UNTIL = "after-until"
    EXTERNAL_MISSING = "external-missing"
    BASELINE_UNCONFIRMED = "baseline-unconfirmed"
    TERRITORY_CHANGED = "territory-changed"
    MAP_CHANGED = "map-changed"
    NOT_SUBMITTED = "not-submitted"
    NOT_PUBLISHED_YET = "not-published-yet"
    UNUSABLE = "unusable"
    BELOW_MIN_COVERAGE = "below-min-coverage"
    NIL = "nil"
    BASELINE_MISSING = "baseline-missing"
    REPORTER_MISSING = "reporter-missing"


class Note(StrEnum):
    """What a reader must know beside the verdict."""

    KEPT_FLOOR = "kept-floor"
    ABOVE_BAND = "above-band"
    BELOW_STOP_CONDITION = "below-stop-condition"
    LATE = "late"
    PARTIAL_COVERAGE = "partial-coverage"
    TERRITORY_CHANGED = "territory-changed"
    ESTIMATE = "estimate"
    APPROXIMATION = "approximation"


class Tool(Record):
    """The program that computed the run."""

    name: str
    version: str


class ProgrammeRecord(Record):
    """The programme whose targets were judged."""

    id: str
    title: Text


class Input(Record):
    """One workbook of the call."""

    path: str
    sha256: str
    layout: str | None
    submitter: str | None
    agencies: int
    """How many agencies it has figures about."""
    period: str | None
    """The period of its figures, or the one it states where none is used; null where it holds several."""
    observations: int
    findings: int
    """How many were found in it; those that a baseline knows are counted here and not listed."""


class ScopeKind(StrEnum):
    """Whom a verdict is about."""

    PROVINCE = "province"
    LEVEL = "level"
    AGENCY = "agency"


class Scope(Record):
    """Whom a verdict is about; `code` is `province`, a level, or an agency's code."""

    kind: ScopeKind
    code: str
    name: Text
    level: Level | None
    """The level of a level or agency scope; null for the whole province."""


class AlsoFigure(Record):
    """An informative second figure; never judged."""

    reading: str
    name: Text
    unit: Text
    value: Number | None
    bound: Number | None


class LastKnown(Record):
    """The last verdict of a level that has ended."""

    period: str
    value: Number | None
    bound: Number | None
    status: Status
    operator: str | None = None


class Coverage(Record):
    """Who has reported, of those expected."""

    reporting: int
    expected: int
    weight: Number | None
    """Percent of the last period's denominator held by those reporting; null if unknown."""
    missing: list[str]
    """Codes of the agencies that did not report, in the registry's order; twice where two of them bore one
    code after each other."""
    missing_names: list[Text] = Field(default=[])
    """What each of them was called in the period: its code may have gone to another agency since."""


class LeadRecord(Record):
    """The agency that answers for the target, and the line of the decision that names it."""

    agency: str
    line: int | None


class CitationRecord(Record):
    """Where the decision says it, verbatim."""

    document: str
    place: str
    line: int
    quote: str


class Replaced(Record):
    """A figure that a correction took the place of, and where it stands."""

    file: str
    sheet: str | None
    cell: str | None
    value: Number


class Cell(Record):
    """One figure that went in, and where it stands; with what it corrected, if anything."""

    item: str
    file: str
    sheet: str | None
    cell: str | None
    value: Number
    replaced: list[Replaced] = Field(default=[])


class Verdict(Record):
    """One indicator, one scope, one period: what was asked, what was reached, what follows.

    `value`, `bound`, `upper` and `gap` are in `unit`; for changes the numerator is the present figure and
    the denominator the baseline; for milestones and duties they count the done and the expected.
    """

    indicator: str
    area: str
    name: Text
    kind: str
    scope: Scope
    period: str
    numerator: Number | None
    denominator: Number | None
    value: Number | None
    unit: str
    operator: str | None
    bound: Number | None
    upper: Number | None
    due: date | None
    judged: Literal["period", "year"]
    next: Next | None
    status: Status
    reason: Reason | None
    official: bool
    provisional: bool
    aspirational: bool
    notes: list[Note]
    gap: Number | None
    shortfall: Number | None
    """The least that is missing, in the numerator's unit; 0 when met."""
    done_on: date | None
    pace: Pace | NoPace
    """Empty where no dated target is to come, or nothing is reached yet."""
    also: list[AlsoFigure]
    last_known: LastKnown | None
    coverage: Coverage
    reading: str | None
    lead: LeadRecord | None
    citations: list[CitationRecord]
    cells: list[Cell]


class FindingRecord(Record):
    """One finding in the language of the run."""

    code: str
    severity: Severity
    message: str
    hint: str
    file: str | None
    sheet: str | None
    cell: str | None
    agency: str | None
    period: str | None
    item: str | None
    value: str | None
    explanation: str | None = None
    """What the agency says about it; a warning that has one is answered."""

    @property
    def is_answered(self) -> bool:
        """Whether it asked for an explanation and has one."""
        return self.severity is Severity.WARNING and self.explanation is not None


class ObservationRecord(Record):
    """One figure that was read, with its address (`--with observations`)."""

    agency: str
    item: str
    period: str
    value: Number
    done_on: date | None
    file: str
    sheet: str | None
    cell: str | None


class Summary(Record):
    """Verdicts shown, counted by status: official ones, or agency rows when only those are shown.

    Aspirational verdicts count in `aspirational` only; `provisional` counts across the statuses.
    """

    met: int
    missed: int
    not_due: int
    no_data: int
    not_applicable: int
    not_evaluable: int
    inconclusive: int
    aspirational: int
    provisional: int


class TermRecord(Record):
    """An item with the sign it enters a sum with."""

    item: str
    sign: int


class ItemName(Record):
    """What an item is called, and its unit."""

    name: Text
    unit: Text


class IndicatorTerms(Record):
    """What an indicator divides by what; the denominator is empty where nothing is divided."""

    numerator: list[TermRecord]
    denominator: list[TermRecord]
    baseline: str | None = None
    """The period that a change is measured against; null for every other kind."""
    line: int | None = None
    """The line of the catalogue file that declares it."""


class WindowDays(Record):
    """Which days the figures of a period cover, where they are not the calendar's."""

    period: str
    first_day: date
    last_day: date
    name: Text
    """What the window is called."""


class Glossary(Record):
    """The names behind the codes of a run, so that a report can write words."""

    areas: dict[str, Text]
    indicators: dict[str, IndicatorTerms]
    items: dict[str, ItemName]
    agencies: dict[str, Text]
    readings: dict[str, Text]
    """How the ambiguous words of the clauses cited are understood."""
    windows: dict[str, list[WindowDays]] = Field(default={})
    """By indicator: the data windows of its items in the periods judged, where they differ from these."""


class Asked(Record):
    """What the call asked for, so that it can be asked again (`cchc verify`); empty lists: everything."""

    language: Language
    periods: list[str]
    """The periods that were judged, also where none was named."""
    by: list[str] = Field(default=[])
    levels: list[str] = Field(default=[])
    agencies: list[str] = Field(default=[])
    areas: list[str] = Field(default=[])
    indicators: list[str] = Field(default=[])
    statuses: list[str] = Field(default=[])
    min_coverage: str = "0"
    """In percent, exactly."""
    cutoff: date | None = None
    targets: str | None = None
    """The name of the file that the catalogue was read from; null: that of the program."""
    layout: str | None = None
    """The name of a layout, or the name of the file that describes one."""
    layout_sha256: str | None = None
    """Of the file that describes the layout."""
    as_agency: str | None = None
    as_period: str | None = None
    today: date | None = None
    """The day of the call, where a finding depends on it: a period that has not begun by then."""
    sort: str | None = None
    """How the verdicts are ordered; null: as in the catalogue."""
    top: int | None = None
    """How many rows of single agencies are shown of one indicator and period; null: all."""
    baseline_sha256: str | None = None
    """Of the saved run whose findings are left out."""


class LeftOut(Record):
    """Rows of single agencies that `--top` leaves out, of one indicator and period, by their statuses."""

    indicator: str
    period: str
    statuses: dict[Status, int]


class Run(Record):
    """Everything one evaluation computed."""

    schema_version: Annotated[str, Field(pattern="^1$")] = SCHEMA_VERSION
    tool: Tool
    programme: ProgrammeRecord
    catalogue_sha256: str
    agencies_sha256: str
    as_of: date | None = None
    """The day on whose map every period was put (`--as-of`): the figures of merged agencies added up; null:
    each period on its own map."""
    asked: Asked | None = None
    """What the evaluation was asked; null for calls that judge nothing."""
    inputs: list[Input]
    verdicts: list[Verdict]
    left_out: list[LeftOut] = Field(default=[])
    """What stands beside the verdicts and is not shown; `summary` counts it where it counts such rows."""
    has_figures: bool = True
    """Whether any usable figure bears on the periods judged; where none does, the exit code is 3."""
    findings: list[FindingRecord]
    summary: Summary
    glossary: Glossary
    observations: list[ObservationRecord] | None = None
    traces: list[Trace] | None = None
    """How each verdict came about, one for each in their order (`cchc why`)."""
