"""Data items: the raw quantities that agencies report, and the rules between them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from cchc_cli.catalogue.source import COUNTED, ItemKind, Measure
from cchc_cli.catalogue.window import Window
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period


class Jump(NamedTuple):
    """How far a figure may move from one period to the next: asked about from `factor` times the figure
    before, up or down, where the larger of the two is at least `above`."""

    factor: Decimal
    above: Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """One raw quantity, reported once for an agency and period.

    `reported_by` holds selectors (`level:commune`, `group:department`, `agency:SNV`); any match makes a
    reporter. `level` is the level the figure is about where one agency reports it for a whole level.
    """

    code: str
    name: Text
    unit: str
    kind: ItemKind
    measure: Measure
    lowest: Decimal
    highest: Decimal | None
    level: Level | None
    reported_by: tuple[str, ...]
    territory: Literal["former"] | None = None
    window: Window | None = None
    help: Text | None = None
    jump: Jump | None = None
    """None: any change from one period to the next is plausible."""
    only_rises: bool = False
    """A flow: never more in a part of a period than in the whole. A stock: never less than before."""
    line: int = 0
    """The line of `targets.yaml` that declares it."""

    @property
    def is_counted(self) -> bool:
        """Whether it is a quantity that is added, and can be nil: a count or an amount."""
        return self.kind in COUNTED

    @property
    def arises(self) -> bool:
        """Whether it counts what arose in the days of the period, so that nothing may have arisen."""
        return self.measure is Measure.FLOW and self.is_counted

    def days(self, period: Period) -> Period:
        """The days that its figure of a period covers."""
        return self.window.days(period) if self.window else period


class Term(NamedTuple):
    """An item with the sign it enters a sum with, +1 or -1."""

    item: str
    sign: int

    @classmethod
    def parse(cls, text: str) -> "Term":
        return cls(item=text.removeprefix("-"), sign=-1 if text.startswith("-") else 1)


class Check(NamedTuple):
    """A rule held for each agency and period: left ≤ right (`part`) or left = right (`balance`).

    Where one with severity `error` fails, none of its figures is used; a `warning` only asks why.
    """

    id: str
    kind: Literal["part", "balance"]
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    severity: Literal["error", "warning"]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(term.item for term in (*self.left, *self.right))
