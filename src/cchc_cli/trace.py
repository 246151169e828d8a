"""How a verdict came about: what the engine used, from the target down to every cell.

These records are the JSON of `cchc why -f json`. They say what was done and compute nothing.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from cchc_cli.language import Text
from cchc_cli.record import Number, Record


class TracedCell(Record):
    """One cell that speaks of a figure, and the submission it came in."""

    period: str
    """The period that it reports, which may be a part of the one judged."""
    value: Number | None
    """1 and 0 for yes and no; null where it cannot be read as a figure."""
    done_on: date | None = None
    file: str
    sheet: str | None = None
    cell: str | None = None
    """Null where the figure is kept in the catalogue."""
    line: int | None = None
    """The line of the catalogue that keeps it."""
    report: Literal["official", "supplement", "correction", "kept"] = "official"
    number: int | None = None
    """Orders corrections and supplements (`Lần`)."""
    document: str | None = None
    """The number of the letter (`Số, ký hiệu văn bản`), or the source of a figure kept in the catalogue."""
    dated: date | None = None
    submitter: str | None = None
    added: list[str] = Field(default=[])
    """Cells of the same column that are added to it: `value` is the sum of all of them."""
    approximate: bool = False
    """The column it stands in measures nearly the item, not quite."""
    code: str | None = None
    """Set where it is not used: the code of the finding that says why."""
    replaced: list["TracedCell"] = Field(default=[])
    """What it took the place of, by a correction."""


Lack = Literal["not-submitted", "blank", "unusable", "incomplete"]
"""Why there is no figure: the agency sent nothing for the period, left it blank, sent what cannot be used, or
sent shorter periods that do not make it up."""


class TracedFigure(Record):
    """The figure of one agency and item for a period, or why there is none.

    Several `cells` are the shorter periods that it was put together from.
    """

    item: str
    value: Number | None
    cells: list[TracedCell]
    lack: Lack | None = None
    unused: list[TracedCell] = Field(default=[])
    """Cells that speak of it and are not used, with the finding that set them aside, if any."""


class TracedMember(Record):
    """One agency expected in a pool; numerator and denominator are null where it did not enter.

    An agency enters with all its figures or with none of them.
    """

    agency: str
    name: Text
    """At the end of the pool's period; another agency may bear its code later."""
    numerator: Number | None
    denominator: Number | None
    figures: list[TracedFigure]


class TracedSum(Record):
    """One item over all agencies in the pool, and how it enters numerator and denominator (1, 0, -1)."""

    item: str
    numerator: int
    denominator: int
    value: Number


class TracedSplit(Record):
    """An agency whose figures belong to the scope in part, nobody knows how much: it was divided since."""

    agency: str
    name: Text


class TracedPool(Record):
    """The sums of one scope in one period, and who stands behind them."""

    period: str
    numerator: Number | None
    denominator: Number | None
    sums: list[TracedSum]
    members: list[TracedMember]
    divided: list[TracedSplit] = Field(default=[])
    """For the sake of these there is no sum."""


class TracedEnd(Record):
    """What stands at one end of a change, or the one end of any other figure.

    `of`: the figure of one period, of the last year of a window (`end`), or the `sum` or yearly `mean` of the
    years of a window.
    """

    role: Literal["present", "baseline"]
    of: Literal["period", "end", "sum", "mean"]
    window: str | None
    figure: Number | None
    """The total of a change's end; null for other kinds, and where a reporter or a year is missing."""
    pools: list[TracedPool]
    """One for each year used, in order; of a year without any figure nothing but its period."""


class TracedPart(Record):
    """What one agency contributes to a pooled figure."""

    agency: str
    name: Text
    numerator: Number
    denominator: Number
    value: Number | None
    """Its own figure, in the indicator's unit."""
    weight: Number | None
    """Percent of the pool's denominator."""
    without: Number | None
    """What the pooled value would be without this agency; null where nobody else is in the pool."""
    without_meets: bool | None
    """Whether that would meet the bound; null where none is in force."""


class TracedAnswer(Record):
    """What one expected agency has said about a milestone or duty; `counted` is the cell that decides."""

    agency: str
    name: Text
    """What it was called when the answer was asked for."""
    done_on: date | None
    counted: int | None
    """Position in `cells`; null where it never answered."""
    cells: list[TracedCell]
    """Everything it said until then, oldest first."""


class TracedTarget(Record):
    """One target of the line: a rung of the ladder, with what it rises by."""

    due: date | None
    since: date | None
    until: date | None
    operator: str
    bound: Number | None
    upper: Number | None
    points: Number | None
    """Set for a rung: how far it stands above the one before, in points."""
    percent: Number | None
    """The relative growth that the points come from, where it is read so."""
    cap: Number | None
    in_force: bool
    fixed_by: Text | None
    """What fixes the rate elsewhere, for a bound that the decision leaves to it."""
    source: str | None
    line: int
    """The line of the catalogue that declares it."""


class TracedAlso(Record):
    """A second figure that is shown and never judged."""

    reading: str
    name: Text
    value: Number | None
    pool: TracedPool
    """What it is a share of; of the actual step of a ladder, last year's."""


class Trace(Record):
    """How one verdict came about; it is of the verdict with the same indicator, scope and period."""

    indicator: str
    scope_kind: Literal["province", "level", "agency"]
    scope: str
    period: str
    ends: list[TracedEnd]
    """One for shares and scores, two for changes, none for milestones and duties."""
    parts: list[TracedPart]
    """The agencies behind a pooled share or change, in the registry's order."""
    answers: list[TracedAnswer]
    """Of milestones and duties."""
    also: list[TracedAlso]
    targets: list[TracedTarget]
    """The line of targets that the verdict's comes from, in the catalogue's order."""
    rises_from: TracedEnd | None
    """Last year's actual figure, where the bound in force rises from it."""


def agencies_of(trace: Trace) -> Iterator[tuple[str, str]]:
    """Every agency that a trace speaks of, with the period it is named for."""
    ends = [*trace.ends, *([trace.rises_from] if trace.rises_from else [])]
    pools = [pool for end in ends for pool in end.pools]
    for pool in (*pools, *(also.pool for also in trace.also)):
        for member in pool.members:
            yield member.agency, pool.period
    for answer in trace.answers:
        yield answer.agency, trace.period
