"""Two agencies of one level with the same figures: most likely one was filled in over a copy of the other.

Small figures are often the same by chance (a commune has no inspection, or one), so it takes many equal
figures, and several different ones of some size, before anything is said.
"""

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from itertools import combinations
from operator import itemgetter
from typing import Final, NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import SAME_FIGURES_AS_ANOTHER
from cchc_cli.intake.comparisons.figures import Figures, OfAgency
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.level import Level
from cchc_cli.observation import Observation
from cchc_cli.registry.registry import Registry

FEWEST_EQUAL: Final = 8
"""So many figures that are not 0 must be there on both sides, all of them equal."""
FEWEST_DIFFERENT: Final = 6
"""So many different values of some size must be among them."""
OF_SOME_SIZE: Final = Decimal(10)
_LARGEST = 3


class Same(NamedTuple):
    """The figures of one agency that are those of another as well, in the order of its cells."""

    figures: tuple[Observation, ...]
    other: tuple[Observation, ...]


def same_figures(figures: Figures, items: Mapping[str, Item], registry: Registry) -> Iterator[Same]:
    """Every agency whose figures of a period are those of one read before it, with the first such."""
    counted = {code for code, item in items.items() if item.is_counted}
    for period in figures.periods:
        seen: dict[_Sign, list[OfAgency]] = {}
        for agency, known in figures.in_period(period).items():
            life = registry.life_in(agency, period)
            signs = _signs(life.level, known, counted) if life else []
            candidates = {id(other): other for sign in signs for other in seen.get(sign, ())}.values()
            same = next(filter(None, (_compare(known, other, counted) for other in candidates)), None)
            if same:
                yield same
                continue
            if any(known.numbers == other.numbers for other in candidates):
                # Whoever comes is held against the other; thousands that are alike are not held in pairs.
                continue
            for sign in signs:
                seen.setdefault(sign, []).append(known)


def same_figures_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """One finding for each agency, at its first figure that is not 0."""
    for same in same_figures(figures, pointer.items, pointer.registry):
        first, *others = same.figures
        other = same.other[0]
        yield pointer.finding(
            SAME_FIGURES_AS_ANOTHER,
            first,
            {
                "other": pointer.agency_name(other.agency, other.period),
                "where": pointer.where(other.address),
                "count": str(len(same.figures)),
            },
            other_items=tuple(figure.item for figure in others),
        )


_Sign = tuple[Level, tuple[str, Decimal], tuple[str, Decimal]]
"""Two of an agency's largest figures: who shares none of these has not the same figures."""


def _signs(level: Level, known: OfAgency, counted: Set[str]) -> list[_Sign]:
    """Two of the three largest, in each way, so that one figure left blank hides nothing."""
    sized = [
        (code, value) for code, value in known.numbers.items() if value >= OF_SOME_SIZE and code in counted
    ]
    if len(sized) < FEWEST_DIFFERENT:
        return []
    least = sorted([value for _, value in sized])[-_LARGEST]
    largest = sorted(sorted([one for one in sized if one[1] >= least]), key=itemgetter(1), reverse=True)
    return [(level, one, other) for one, other in combinations(largest[:_LARGEST], 2)]


def _compare(known: OfAgency, other: OfAgency, counted: Set[str]) -> Same | None:
    numbers, others = known.numbers, other.numbers
    if any(others.get(code, value) != value for code, value in numbers.items() if code in counted):
        return None
    common = numbers.keys() & others.keys() & counted
    equal = sorted((known[code] for code in common if numbers[code]), key=_place)
    sized = {figure.value for figure in equal if figure.value >= OF_SOME_SIZE}
    if len(equal) < FEWEST_EQUAL or len(sized) < FEWEST_DIFFERENT:
        return None
    return Same(tuple(equal), tuple(other[figure.item] for figure in equal))


def _place(figure: Observation) -> tuple[int, ...]:
    return figure.address
