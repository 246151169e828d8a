"""Indicators: two lists of items, and the targets set for their quotient."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from cchc_cli.catalogue.item import Term
from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.catalogue.target import Target, TargetLevel
from cchc_cli.language import Text
from cchc_cli.level import Level


class Also(NamedTuple):
    """An informative second figure in percent, shown beside the value and never judged.

    `level` makes it the figure of that level, whatever the scope of the verdict.
    """

    reading: str
    name: Text
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    level: Level | None


@dataclass(frozen=True)
class Indicator:
    """One measure: sums of items over sums of items, pooled, and all its targets.

    The denominator is empty for scores, changes, milestones and duties.
    """

    id: str
    area: str
    name: Text
    unit: str
    kind: IndicatorKind
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    also: tuple[Also, ...]
    targets: tuple[Target, ...]
    line: int
    """The line of `targets.yaml` that declares it."""
    smallest_denominator: Decimal | None = None
    """Set where it is not the catalogue's (`Ranking`)."""

    @property
    def items(self) -> tuple[str, ...]:
        """The codes of its items, each once, in the order written."""
        return tuple(dict.fromkeys(term.item for term in (*self.numerator, *self.denominator)))

    @property
    def target_levels(self) -> tuple[TargetLevel, ...]:
        """The levels that some target binds, each once, in the order written."""
        return tuple(self._targets_by_level)

    def targets_of(self, level: TargetLevel) -> tuple[Target, ...]:
        return self._targets_by_level.get(level, ())

    @cached_property
    def _targets_by_level(self) -> dict[TargetLevel, tuple[Target, ...]]:
        levels = dict.fromkeys(target.level for target in self.targets)
        return {level: tuple(each for each in self.targets if each.level == level) for level in levels}

    def targets_binding(self, levels: Iterable[TargetLevel]) -> tuple[Target, ...]:
        """The targets of the first of these levels that has any."""
        return next((found for level in levels if (found := self.targets_of(level))), ())
