"""A file of scenarios as its author writes it: one pydantic model for each kind of entry.

`cchc schema scenarios` is made from here; `loading` turns the entries into scenarios that can be run.
"""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt
from pydantic.json_schema import WithJsonSchema

from cchc_cli.catalogue.source import Code, ReadingId
from cchc_cli.language import Text
from cchc_cli.registry.source import RegistrySource
from cchc_cli.strict_yaml import Day, ExactNumber, OneOrMany, Strict, StrictBool, objection


def _as_written(value: Any) -> Any:
    return str(value) if type(value) is int else value


_WRITTEN = WithJsonSchema({"type": ["string", "integer"]})
Word = Annotated[str, BeforeValidator(_as_written), _WRITTEN]
"""A word, or a year or code made of digits."""

_Words = Annotated[list[Word], Field(min_length=1), OneOrMany()]


def _figure(value: Any) -> Any:
    if type(value) in (int, str, Decimal):
        return value
    if isinstance(value, bool):
        raise objection(Text("hãy ghi có hoặc không", "write có or không (yes or no)"))
    raise objection(
        Text(
            "cần một số, “có”, “không” hoặc ngày hoàn thành; chưa có số liệu thì bỏ dòng này",
            "a number, yes, no or the day it was done is needed; leave the line out where there is no figure",
        )
    )


Figure = Annotated[
    Any, BeforeValidator(_figure), WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})
]
"""What stands in the cell: a number, yes or no, or the day it was done."""


class RowSource(Strict):
    """Figures that one agency reports, or each of several."""

    agency: _Words | None = None
    """Codes, `level:commune` or `group:department`; absent: whoever must report it and has no figure for the
    period or a part of it."""
    period: _Words | None = None
    """Absent: the scenario's."""
    figures: dict[Code, Figure] = Field(default={})
    """By the code of the item."""
    unusable: Annotated[list[Code], OneOrMany()] = Field(default=[])
    """Items whose cells were filled with something that cannot be used."""
    approximate: StrictBool = False
    """true: the figures come from a table that measures nearly the items (form 06)."""


class NextSource(Strict):
    """The next target of the same line."""

    bound: ExactNumber | None = None
    operator: str | None = None
    due: Day | None = None


class AlsoSource(Strict):
    """An informative second figure."""

    reading: ReadingId
    value: ExactNumber | None = None
    bound: ExactNumber | None = None


class LastKnownSource(Strict):
    """The last verdict of a level that has ended."""

    period: Word | None = None
    value: ExactNumber | None = None
    bound: ExactNumber | None = None
    status: str | None = None


class CoverageSource(Strict):
    """Who has reported, of those expected."""

    reporting: StrictInt | None = None
    expected: StrictInt | None = None
    weight: ExactNumber | None = None
    missing: list[Word] | None = None


class DatedValueSource(Strict):
    """A value and the day it stood on."""

    day: Day | None = None
    value: ExactNumber | None = None
    period: Word | None = None


class ProjectionSource(Strict):
    """Where the last years lead."""

    value: ExactNumber | None = None
    bound: ExactNumber | None = None
    due: Day | None = None
    meets: StrictBool | None = None
    years: ExactNumber | None = None
    per_year: ExactNumber | None = None


class PaceSource(Strict):
    """How far a target that is not due yet is on its way; an estimate."""

    state: str | None = None
    method: str | None = None
    start: DatedValueSource | None = None
    expected: ExactNumber | None = None
    floor: ExactNumber | None = None
    actual: ExactNumber | None = None
    difference: ExactNumber | None = None
    needed_per_year: ExactNumber | None = None
    reached_early: StrictBool | None = None
    projected: ProjectionSource | None = None
    ladder_end: ProjectionSource | None = None


def _coverage(value: Any) -> Any:
    """`2/3` is short for two reporting of three expected."""
    if not isinstance(value, str):
        return value
    reporting, slash, expected = (part.strip() for part in value.partition("/"))
    if not (slash and reporting.isdecimal() and expected.isdecimal()):
        raise objection(Text("hãy ghi như 2/3", "write it like 2/3"))
    return {"reporting": int(reporting), "expected": int(expected)}


class ExpectSource(Strict):
    """What one verdict must say. Only what is written is checked; null asks that there be nothing."""

    indicator: Code | None = None
    """Absent: the scenario's."""
    scope: Word | None = None
    """Toàn tỉnh, Cấp tỉnh, Cấp huyện, Cấp xã, or an agency's code; absent: the only official one."""
    period: Word | None = None
    """Absent: the scenario's."""
    status: str | None = None
    reason: str | None = None
    value: ExactNumber | None = None
    numerator: ExactNumber | None = None
    denominator: ExactNumber | None = None
    operator: str | None = None
    bound: ExactNumber | None = None
    upper: ExactNumber | None = None
    due: Day | None = None
    gap: ExactNumber | None = None
    shortfall: ExactNumber | None = None
    done_on: Day | None = None
    notes: Annotated[list[str], OneOrMany()] | None = None
    official: StrictBool | None = None
    provisional: StrictBool | None = None
    aspirational: StrictBool | None = None
    coverage: Annotated[
        CoverageSource | None,
        BeforeValidator(_coverage, json_schema_input_type=str | CoverageSource | None),
    ] = None
    next: NextSource | None = None
    pace: PaceSource | None = None
    also: list[AlsoSource] | None = None
    last_known: LastKnownSource | None = None
    lines: Annotated[list[StrictInt], OneOrMany()] | None = None
    """The lines of the decision that the verdict cites."""


_Entries = list[dict[str, Any]]


class InsteadSource(Strict):
    """Another catalogue or registry for one scenario: pieces as they stand in the two files.

    An entry is found by its `id` or `code` and only the keys written here are replaced. In place of a list
    of targets there may be numbered ones (`targets: {1: {until: 2025-12-31}}`): then the first target keeps
    what is not written.
    """

    indicators: _Entries = Field(default=[])
    items: _Entries = Field(default=[])
    checks: _Entries = Field(default=[])
    baselines: _Entries = Field(default=[])
    """Added to those there are."""
    agencies: _Entries = Field(default=[])
    """Every life of the code."""


class ScenarioSource(Strict):
    """One case worked by hand: what is reported, and what must come of it."""

    title: str
    why: str
    """The clause, its line, and how the figures were worked."""
    reading: Annotated[list[ReadingId], OneOrMany()] = Field(default=[])
    """The rows of the readings that it shows."""
    period: Word | None = None
    indicator: Code | None = None
    min_coverage: Annotated[ExactNumber, Field(ge=0, le=100)] | None = None
    """Least percentage of agencies reporting for a verdict, as with --min-coverage."""
    as_of: Day | None = None
    """The day on whose map every period is put, as with --as-of."""
    agencies: RegistrySource | None = None
    """A small province of its own instead of the registry."""
    instead: InsteadSource | None = None
    given: list[RowSource]
    expect: Annotated[list[ExpectSource], Field(min_length=1)]


class ScenarioFileSource(Strict):
    """A whole file of scenarios."""

    about: str | None = None
    """What the scenarios of this file are about."""
    agencies: RegistrySource | None = None
    """A small province for all scenarios of this file instead of the registry."""
    scenarios: Annotated[list[ScenarioSource], Field(min_length=1)]
