"""Measures: sums of items over sums of items, the quantities that are pooled."""

from dataclasses import dataclass
from functools import cached_property

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.item import Term
from cchc_cli.level import Level


@dataclass(frozen=True)
class Measure:
    """What is pooled for an indicator: position 0 is the indicator itself, 1… its second figures."""

    indicator: str
    position: int
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    level: Level | None = None
    """A second figure of one level, whatever the scope of the verdict."""

    @cached_property
    def items(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(term.item for term in (*self.numerator, *self.denominator)))

    def signs(self, code: str) -> tuple[int, int]:
        """With which signs an item enters the numerator and the denominator."""
        above = sum(term.sign for term in self.numerator if term.item == code)
        return above, sum(term.sign for term in self.denominator if term.item == code)


def measures_of(indicator: Indicator) -> tuple[Measure, ...]:
    """The indicator's own measure, then one for each second figure."""
    own = Measure(indicator.id, 0, indicator.numerator, indicator.denominator)
    others = (
        Measure(indicator.id, position, also.numerator, also.denominator, also.level)
        for position, also in enumerate(indicator.also, start=1)
    )
    return (own, *others)
