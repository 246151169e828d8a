"""`targets.yaml` as its author writes it: one pydantic model for each kind of entry.

These models say what may be written, not what it means: `expand` turns them into items, indicators
and targets, year by year and level by level. `cchc schema targets` is made from here.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticKnownError

from cchc_cli.language import Text
from cchc_cli.level import ALL_LEVELS, Level
from cchc_cli.strict_yaml import Day, ExactNumber, OneOrMany, Strict, StrictBool

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""An identifier in lower-case ASCII words joined by hyphens."""

Term = Annotated[str, Field(pattern=r"^-?[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""An item to add, or with a leading minus to take away."""

Selector = Annotated[str, Field(pattern=r"^(level:(province|district|commune)|(group|agency):\S+)$")]
"""Who reports an item: `level:commune`, `group:department` or `agency:SNV`."""

ReadingId = Annotated[str, Field(pattern=r"^[A-Z][0-9]{2}$")]
Year = Annotated[StrictInt, Field(ge=1990, le=2100)]


def _bound_by_level(value: Any) -> Any:
    return value if isinstance(value, dict) or value is None else {ALL_LEVELS: value}


def _whom(value: Any) -> Any:
    if value not in _WHOM:
        raise PydanticKnownError("literal_error", {"expected": ", ".join(_WHOM)})
    return value


_WHOM = (ALL_LEVELS, *Level)


class IndicatorKind(StrEnum):
    """How an indicator is measured."""

    SHARE = "share"
    SCORE = "score"
    CHANGE = "change"
    MILESTONE = "milestone"
    DUTY = "duty"


class Operator(StrEnum):
    """How a value is held against a bound."""

    AT_LEAST = ">="
    ABOVE = ">"
    BETWEEN = "between"
    WITHIN = "within"
    REDUCE = "reduce>="
    INCREASE = "increase>="
    DONE = "done"


class ItemKind(StrEnum):
    """What kind of quantity an item is."""

    COUNT = "count"
    AMOUNT = "amount"
    SCORE = "score"
    YES_NO = "yes-no"


COUNTED: Final = frozenset({ItemKind.COUNT, ItemKind.AMOUNT})
"""Kinds of quantities that are added, and that can be nil."""


class Measure(StrEnum):
    """What of an item is reported: what arose, what stands at the end or at the start, what was published."""

    FLOW = "flow"
    STOCK = "stock"
    OPENING = "opening"
    PUBLISHED = "published"


BEGINNING: Final = frozenset({Measure.FLOW, Measure.OPENING})
"""What is still to report for a period when its level ends within it."""


class CitationSource(Strict):
    """Where the decision says it."""

    line: StrictInt
    """The line of the decision's text (seed file)."""
    place: str
    """How an auditor cites it: khoản, điểm, heading, bullet."""
    quote: str
    """The shortest verbatim fragment that carries the number."""
    document: str | None = None
    """Another document than the programme's own."""


class LeadSource(Strict):
    """Who answers for a target, and the line that names it."""

    agency: str
    line: StrictInt | None = None


class BaselineSource(Strict):
    """The years a change is measured against."""

    year: Year | None = None
    since: Year | None = Field(None, alias="from")
    until: Year | None = None
    of: Literal["end", "sum", "mean"] = "end"
    confirmed: StrictBool = True
    """false: the text leaves the baseline open, no verdict until this says true."""


class PresentSource(Strict):
    """The years whose figure is held against the baseline, where it is not the period itself."""

    since: Year = Field(alias="from")
    until: Year
    of: Literal["sum", "mean"]


class ExternalSource(Strict):
    """A rate that another document fixes; empty until somebody enters it."""

    name: Text
    source: str | None = None
    bound: ExactNumber | None = None
    baseline: BaselineSource | None = None


class RiseSource(Strict):
    """Rungs of a ladder after the target written just above."""

    points: ExactNumber | None = None
    """Percentage points added each year."""
    percent: ExactNumber | None = None
    """Relative growth each year, in percent (the other reading of A01)."""
    since: Year = Field(alias="from")
    until: Year
    cap: ExactNumber = Decimal(100)
    on: Literal["floor", "actual"] = "floor"
    """What a rung rises from: the rung before it, or what was really reached (A02)."""


class PaceSource(Strict):
    """How fast a target is to be reached; what its pace is held against instead of a straight line."""

    points: Annotated[ExactNumber, Field(gt=0)]
    """Points of the unit a year; for reductions and increases points of the rate."""
    since: Year | None = Field(None, alias="from")
    """The first year in which it rises. Absent where every year is judged by itself: from 0 each year."""
    start: ExactNumber | None = None
    """Where it stands at the end of the year before. Absent: 0 for changes, else that year's value."""


Bound = Annotated[
    dict[Annotated[Level | Literal["all"], BeforeValidator(_whom)], ExactNumber],
    Field(min_length=1),
    BeforeValidator(_bound_by_level),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {
                    "type": "object",
                    "properties": {level: {"type": "number"} for level in _WHOM},
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ]
        }
    ),
]


class TargetSource(Strict):
    """One clause that asks for something: how much, by when, of whom."""

    year: Year | None = None
    """Due on 31/12 of this year."""
    due: Day | None = None
    """Due on another day."""
    every: Literal["period"] | None = None
    """No due date: binds every period."""
    level: Annotated[list[Level], Field(min_length=1), OneOrMany()] | None = None
    """Whom it binds, where the bound does not say so; absent: the whole province."""
    bound: Bound | None = None
    """One number, or one for each level."""
    operator: Operator | None = None
    """Absent: `>=`, or `done` for milestones and duties."""
    upper: ExactNumber | None = None
    rise: RiseSource | None = None
    baseline: BaselineSource | None = None
    present: PresentSource | None = None
    external: ExternalSource | None = None
    pace: PaceSource | None = None
    judged: Literal["period", "year"] = "period"
    since: Day | None = Field(None, alias="from")
    """Binds no period that ends before this day."""
    until: Day | None = None
    """Binds no period that ends after this day."""
    aspirational: StrictBool = False
    reading: Annotated[list[ReadingId], OneOrMany()] = Field(default=[])
    """The rows of the readings that say how the words are understood."""
    lead: LeadSource | None = None
    cite: Annotated[list[CitationSource], Field(min_length=1), OneOrMany()]


class AlsoSource(Strict):
    """An informative second figure, shown beside the value and never judged."""

    reading: ReadingId
    name: Text
    numerator: list[Term]
    denominator: list[Term]
    level: Level | None = None
    """The figure of this level, whatever the scope of the verdict."""


class IndicatorSource(Strict):
    """One measure, its items and all its targets."""

    id: Code
    area: str
    name: Text
    kind: IndicatorKind
    unit: str | None = None
    """Absent: `%` for shares and changes, `điểm` for scores."""
    numerator: list[Term] = Field(min_length=1)
    denominator: list[Term] = Field(default=[])
    also: list[AlsoSource] = Field(default=[])
    lead: LeadSource | None = None
    smallest_denominator: Annotated[ExactNumber, Field(ge=1)] | None = None
    """Where it differs from that of `scorecards`."""
    targets: list[TargetSource] = Field(min_length=1)


class ScorecardsSource(Strict):
    """What must hold before an agency is given a place among its peers on a scorecard."""

    smallest_denominator: Annotated[ExactNumber, Field(ge=1)] = Decimal(30)
    """Below it a share says little about an agency, and no place is given."""
    fewest_peers: Annotated[StrictInt, Field(ge=2)] = 3
    """So many agencies, itself among them, must be comparable."""


class JumpSource(Strict):
    """How far a figure may move from one period to the next before its agency is asked why."""

    factor: Annotated[ExactNumber, Field(gt=1)] | None = None
    """Asked from so many times the figure before, or from so small a part of it."""
    above: Annotated[ExactNumber, Field(ge=0)] | None = None
    """Asked only where the larger of the two figures is at least this."""


def _is_word(value: Any) -> str:
    return "word" if isinstance(value, str) else "keys"


JumpOrNone = Annotated[
    Annotated[JumpSource, Tag("keys")] | Annotated[Literal["none"], Tag("word")], Discriminator(_is_word)
]


class ItemSource(Strict):
    """One raw quantity that is reported once."""

    code: Code
    name: Text
    unit: str | None = None
    kind: ItemKind
    measure: Measure
    range: Annotated[list[ExactNumber], Field(min_length=2, max_length=2)] | None = None
    """Lowest and highest possible value; for scores."""
    level: Level | None = None
    """The level the figure is about, where one agency reports it for a whole level."""
    reported_by: Annotated[list[Selector], Field(min_length=1), OneOrMany()]
    territory: Literal["former"] | None = None
    """former: from 01/07/2025 the part on the former province's territory."""
    window: Code | None = None
    """Which days of a period the figure covers, where they are not the calendar's."""
    help: Text | None = None
    """What counts and what doesn't, for the person who fills it in."""
    jump: JumpOrNone | None = None
    """Where it differs from the programme's; none: any change is plausible."""
    only_rises: StrictBool | None = None
    """Whether a longer period never has less than one inside it (flow), or a later one never less than an
    earlier (stock). Absent: flows yes, stocks no."""


class EdgeSource(Strict):
    """A day counted from a month of the period."""

    month: Annotated[StrictInt, Field(ge=-12, le=12)]
    """0: the period's own first (`from`) or last (`until`) month; -1 the one before, 1 the next."""
    day: Annotated[StrictInt, Field(ge=1, le=31)]
    """A day that the month doesn't have is its last."""


class WindowSource(Strict):
    """Which days the figures of a period cover; being due and the map always follow the calendar."""

    id: Code
    name: Text
    since: EdgeSource | None = Field(None, alias="from")
    """Absent: the period's first day."""
    until: EdgeSource | None = None
    """Absent: the period's last day."""
    periods: Literal["named", "year"] = "named"
    """year: only of full years; quarters and halves follow the calendar."""


class CheckSource(Strict):
    """A rule between items of one agency and period."""

    id: Code
    kind: Literal["part", "balance"]
    left: Annotated[list[Term], Field(min_length=1), OneOrMany()]
    right: Annotated[list[Term], Field(min_length=1), OneOrMany()]
    severity: Literal["error", "warning"]


class BaselineFigureSource(Strict):
    """A figure of an earlier year entered here because no workbook of the call carries it."""

    item: Code
    agency: str
    period: str
    value: ExactNumber
    source: str
    """The document the figure comes from."""


class AreaSource(Strict):
    """One area of the programme."""

    id: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    name: Text
    lead: LeadSource | None = None


class YearsSource(Strict):
    """First and last year of the programme."""

    since: Year = Field(alias="from")
    until: Year


class ProgrammeSource(Strict):
    """The decision that sets the targets."""

    id: Code
    title: Text
    document: str
    issued: Day
    years: YearsSource


class CatalogueSource(Strict):
    """The whole of `targets.yaml`."""

    programme: ProgrammeSource
    areas: list[AreaSource] = Field(min_length=1)
    units: dict[str, str] = Field(default={})
    """English words for the units of items and indicators."""
    readings: dict[ReadingId, Text] = Field(default={})
    """How ambiguous words are understood, in words; where given, for every reading that is used."""
    windows: list[WindowSource] = Field(default=[])
    """Days that figures cover where they are not the calendar's; items name them."""
    indicators: list[IndicatorSource] = Field(min_length=1)
    items: list[ItemSource] = Field(min_length=1)
    checks: list[CheckSource] = Field(default=[])
    jump: JumpSource | None = None
    """What is asked about every count and amount that does not say otherwise; absent: nothing."""
    baselines: list[BaselineFigureSource] = Field(default=[])
    scorecards: ScorecardsSource = Field(default=ScorecardsSource())
    """When agencies are given places among their peers (`cchc scorecard`)."""
