"""What is said about figures of one agency and item whose periods share days: they are never added."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import PERIODS_OVERLAP
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.gathering import Facts
from cchc_cli.language import Text, joined
from cchc_cli.observation import Observation
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

_MOST_NAMED = 7
"""So many periods are named: those that one year can have."""


def overlap_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """One finding for each agency and set of overlapping periods, naming its items, at the latest figure."""
    for (agency, _), periods in _periods_of_agencies(figures, pointer.registry).items():
        alike: dict[tuple[Period, ...], list[Observation]] = defaultdict(list)
        for reported in _by_item(figures, agency, _overlapping(periods)).values():
            overlapping = _overlapping([figure.period for figure in reported])
            if overlapping:
                alike[overlapping].append(reported[-1])
        for overlapping, latest in alike.items():
            yield _finding(overlapping, latest, pointer)


def _finding(periods: Sequence[Period], latest: Sequence[Observation], pointer: Pointer) -> Finding:
    facts: Facts = {"name": _quantity(latest, pointer.items), "periods": _named(periods)}
    finding = pointer.finding(PERIODS_OVERLAP, latest[0], facts)
    return replace(finding, value=None, item=finding.item if len(latest) == 1 else None)


def _periods_of_agencies(
    figures: Figures, registry: Registry
) -> Mapping[tuple[str, Agency | None], list[Period]]:
    """By code and first life: a code that went to another agency is asked about as two."""
    found: dict[tuple[str, Agency | None], list[Period]] = defaultdict(list)
    for period in figures.periods:
        for code in figures.in_period(period):
            life = registry.life_in(code, period)
            found[code, life and registry.origin(life)].append(period)
    return found


def _by_item(figures: Figures, agency: str, periods: Iterable[Period]) -> Mapping[str, list[Observation]]:
    """The figures of some periods, by item and in the order of the periods."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for period in periods:
        for item, figure in figures.of(agency, period).items():
            found[item].append(figure)
    return found


def _overlapping(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The periods that share days with another, in order; those around whole others among them."""
    found: set[Period] = set()
    furthest: Period | None = None
    for period in sorted(periods, key=lambda each: each.start):
        if furthest is not None and furthest.overlaps(period):
            found.update((furthest, period))
        if furthest is None or period.end > furthest.end:
            furthest = period
    return tuple(sorted(found))


def _named(periods: Sequence[Period]) -> Text:
    named = joined((period.words_in_a_sentence for period in periods[:_MOST_NAMED]), ", ")
    rest = len(periods) - _MOST_NAMED
    if rest <= 0:
        return named
    return Text(f"{named.vi} và {rest} kỳ khác", f"{named.en} and {rest} more periods")


def _quantity(observations: Sequence[Observation], items: Mapping[str, Item]) -> Text:
    if len(observations) == 1:
        return items[observations[0].item].name
    count = len(observations)
    return Text(f"{count} số liệu", f"{count} figures")
