"""A new agency and those it came from, both reporting what arose in the same days.

An agency that began within a period reports for its own days only. Where its figures of that period are
nowhere smaller than what its predecessors report for the days before, it may have counted those as well;
where it says so itself (`Số liệu gồm cả đơn vị cũ`), it has, and where it says that they are not in it,
nobody asks. An agency that was there before, and only took another over, tells nothing: its own days are in
its figures.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.source import Measure
from cchc_cli.findings.finding import Finding, FindingKind
from cchc_cli.findings.of_comparisons import (
    COUNTED_WITH_PREDECESSORS,
    HOLDS_PREDECESSORS,
    OVERLAP_WITH_PREDECESSOR,
)
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.numbers import exact_sum
from cchc_cli.language import Text, joined
from cchc_cli.observation import Observation
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry


class Overlap(NamedTuple):
    """Figures of a new agency for a period that began before it, and the predecessors they may hold.

    `kind` says how sure that is.
    """

    kind: FindingKind
    figures: tuple[Observation, ...]
    agency: Agency
    predecessors: tuple[Agency, ...]
    fits: bool = True
    """Whether none of the figures is too small to hold the others."""


def predecessor_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """One finding for each new agency and period, at the first of its figures."""
    for overlap in overlaps_with_predecessors(figures, pointer):
        first, *others = overlap.figures
        names = (pointer.registry.full_name(agency) for agency in overlap.predecessors)
        yield pointer.finding(
            overlap.kind,
            first,
            {
                "since": f"{overlap.agency.first_day:%d/%m/%Y}",
                "other": joined(names, "; "),
                "others": _others(len(others)),
            },
            other_items=tuple(figure.item for figure in others),
        )


def overlaps_with_predecessors(figures: Figures, pointer: Pointer) -> Iterator[Overlap]:
    """One for each new agency and period, its figures in the order of their cells."""
    registry = pointer.registry
    flows = {code for code, item in pointer.items.items() if item.is_counted and item.measure is Measure.FLOW}
    for agency in registry.agencies:
        periods = figures.periods if agency.valid_from is not None else ()
        first = agency.first_day
        began_within = [
            period
            for period in periods
            if period.start < first <= period.end and _reports(agency, period, registry)
        ]
        predecessors = registry.predecessors(agency) if began_within else ()
        for period in began_within if predecessors else ():
            known = {
                item: figure for item, figure in figures.of(agency.code, period).items() if item in flows
            }
            if not known:
                continue
            overlap = _overlap(agency, predecessors, known, _held(predecessors, period, figures, registry))
            files = {one.address.file for one in known.values()}
            said = {pointer.submissions[file].holds_predecessors(agency.code, period) for file in files}
            if True in said:
                yield _said(agency, predecessors, known, overlap)
            elif None in said and overlap is not None and overlap.fits:
                yield overlap


def _reports(agency: Agency, period: Period, registry: Registry) -> bool:
    """Whether what the code of an agency reports for a period is the agency's own."""
    reporting = registry.life_in(agency.code, period)
    return reporting is not None and registry.origin(reporting) == agency


def _overlap(
    agency: Agency,
    predecessors: tuple[Agency, ...],
    known: Mapping[str, Observation],
    held: Mapping[Agency, Mapping[str, Decimal]],
) -> Overlap | None:
    """The figures of what the predecessors report too; None where they report nothing of it."""
    sums = {
        item: exact_sum(values)
        for item in known
        if (values := [figures[item] for figures in held.values() if item in figures])
    }
    if not any(sums.values()):
        return None
    fits = all(known[item].value >= total for item, total in sums.items())
    holding = _by_place(known[item] for item, total in sums.items() if total)
    reporting = tuple(one for one in predecessors if known.keys() & held.get(one, {}).keys())
    return Overlap(OVERLAP_WITH_PREDECESSOR, holding, agency, reporting, fits)


def _said(
    agency: Agency,
    predecessors: tuple[Agency, ...],
    known: Mapping[str, Observation],
    overlap: Overlap | None,
) -> Overlap:
    """What an agency says of itself: its figures hold the predecessors', who report them too or do not."""
    if overlap is not None:
        return overlap._replace(kind=COUNTED_WITH_PREDECESSORS)
    return Overlap(HOLDS_PREDECESSORS, _by_place(known.values()), agency, predecessors)


def _by_place(figures: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.address))


def _held(
    predecessors: tuple[Agency, ...], period: Period, figures: Figures, registry: Registry
) -> dict[Agency, dict[str, Decimal]]:
    return {agency: _until_its_end(agency, period, figures, registry) for agency in predecessors}


def _until_its_end(
    agency: Agency, period: Period, figures: Figures, registry: Registry
) -> dict[str, Decimal]:
    """The most that a predecessor reports of each item for days which all lie in the period."""
    most: dict[str, Decimal] = {}
    for reported in dict.fromkeys((*figures.named_periods, period, agency.life_within(period))):
        known = figures.of(agency.code, reported)
        is_its_own = known and registry.life_in(agency.code, reported) == agency
        if is_its_own and period.covers(agency.life_within(reported)):
            for item, number in known.numbers.items():
                most[item] = max(number, most.get(item, number))
    return most


def _others(count: int) -> Text:
    if not count:
        return Text("", "")
    return Text(f" và {count} số liệu khác", f" (and {count} more)")
