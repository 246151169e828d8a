"""Year-end scorecards as they are computed: nothing here is rounded, worded or left out.

One card for each agency, each level and the province. An agency's place is told indicator by indicator;
there is no overall rank. No I/O.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from cchc_cli.comparison.comparison import Pair
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.run import FindingRecord, Run, ScopeKind, Verdict
from cchc_cli.standing.records import AgencyStanding, Counts


@dataclass(frozen=True, slots=True)
class Peers:
    """A group whose agencies are compared with each other.

    They are of one level, pooled alike, of one cluster, and were all there on the year's last day, or all
    ended on one day before it: what began after others had ended was never beside them.
    """

    level: Level
    pooled: bool
    cluster: str | None
    until: date | None
    """Their last day, if that lies before the year's end."""
    size: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a card is about; `code` is `province`, a level, or an agency's code."""

    kind: ScopeKind
    code: str
    name: Text
    level: Level | None = None
    peers: Peers | None = None
    """Of an agency: whom it is compared with."""
    parent: Text | None = None
    """Of an agency: the one above it."""


class Unplaced(StrEnum):
    """Why a row has no place among its peers."""

    ALONE = "alone"
    """Nobody else reports it."""
    NOT_RANKED = "not-ranked"
    """Done or not done: there is nothing to put in order, or nothing that is asked."""
    NO_FIGURE = "no-figure"
    SMALL = "small"
    """Its denominator is below the smallest that is compared."""
    FEW = "few"
    """Fewer agencies can be compared than must be."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands among its peers': 1 is the best, ties share a place and leave the next free."""

    rank: int
    of: int
    """How many are compared, this one among them."""
    tied: int
    """How many others stand on the same place."""
    median: Fraction
    """The middle figure of those compared; of an even number the mean of the two in the middle."""


@dataclass(frozen=True, slots=True)
class Comparability:
    """What was asked of a row before it was compared, and how many met it."""

    smallest: Fraction
    """The smallest denominator."""
    fewest: int
    comparable: int


class Course(StrEnum):
    """What became of a figure since last year."""

    IMPROVED = "improved"
    FELL = "fell"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"


class NoCourse(StrEnum):
    """Why a figure stands against none of last year's."""

    NO_YEAR = "no-year"
    """Nothing was reported for last year at all."""
    NEW_AGENCY = "new-agency"
    NEW_INDICATOR = "new-indicator"
    """It was not asked of the agency last year."""
    NO_FIGURE_BEFORE = "no-figure-before"
    NO_FIGURE_NOW = "no-figure-now"


@dataclass(frozen=True, slots=True)
class Movement:
    """One row against last year's."""

    course: Course
    pair: Pair | None = None
    """Both verdicts, where both are there: with what changed of target and status."""
    difference: Fraction | None = None
    """This year's value less last year's, exactly; None where a side has none."""
    why: NoCourse | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict of a card, with its place and its movement.

    On the card of an agency an official verdict is one that it alone feeds; other rows are for steering.
    """

    verdict: Verdict
    movement: Movement
    place: Place | None = None
    unplaced: Unplaced | None = None
    comparability: Comparability | None = None


@dataclass(frozen=True, slots=True)
class Helper:
    """An agency that reaching its own bound would bring an official target nearer."""

    code: str
    name: Text
    amount: int | float | None
    """In the numerator's unit; None where there is nothing to count."""


@dataclass(frozen=True, slots=True)
class Gain:
    """One target that an action would move, and how much of the action it takes."""

    verdict: Verdict
    amount: int | float | None
    """In the numerator's unit; None where something is to be done at all."""
    effort: Fraction
    """The amount as a part of the whole: of the denominator, or of the baseline."""
    helpers: tuple[Helper, ...] = ()
    """Of a pooled target: the fewest agencies that would be enough, the one that lacks most first."""
    others: int = 0
    """How many agencies more are below the bound."""

    @property
    def is_due(self) -> bool:
        """Whether the target counts already; else it is still to come."""
        return self.verdict.operator is not None


@dataclass(frozen=True, slots=True)
class Move:
    """One action, more (or less) of an item, and every target that it would move; the easiest first."""

    items: tuple[str, ...]
    """Several where each of them would do: all its targets add them up."""
    is_less: bool
    gains: tuple[Gain, ...]

    @property
    def effort(self) -> Fraction:
        """What the hardest of its targets takes."""
        return max(gain.effort for gain in self.gains)


@dataclass(frozen=True, slots=True)
class Table:
    """The agencies of one group of a level against the indicators that they have rows of."""

    peers: Peers
    agencies: tuple[Subject, ...]
    indicators: tuple[str, ...]
    rows: Mapping[tuple[str, str], Row]
    """By code of the agency and indicator; what is not asked of an agency is not there."""


@dataclass(frozen=True, slots=True)
class Card:
    """One scorecard."""

    subject: Subject
    rows: tuple[Row, ...]
    """In the catalogue's order."""
    moves: tuple[Move, ...]
    """All there are, the best first; a card shows the first three."""
    standing: AgencyStanding | None = None
    """Of an agency: what it has sent."""
    late: date | None = None
    """Of an agency: the day of its report, where that lies after the cut-off, so that it does not count."""
    counts: Counts | None = None
    """Of a level or the province: who has reported."""
    absent: tuple[AgencyStanding, ...] = ()
    """Of a level or the province: who has not, or late, or with errors."""
    findings: tuple[FindingRecord, ...] = ()
    tables: tuple[Table, ...] = ()
    """Of a level: its agencies."""


@dataclass(frozen=True, slots=True)
class Rules:
    """When a place is given: data of the catalogue."""

    smallest: Fraction
    """The smallest denominator of indicators that do not name their own."""
    own_smallest: Mapping[str, Fraction]
    """Of those that do, by indicator."""
    fewest: int


@dataclass(frozen=True, slots=True)
class Scorecards:
    """All cards of a year: the province's, the levels', the agencies' in the registry's order."""

    run: Run
    """Everything that the cards were made of."""
    year: str
    before: str | None
    """The year they are held against; None where nothing was reported for it."""
    cards: tuple[Card, ...]
    rules: Rules
