"""A new agency and the one it came from, both reporting what arose in the same days.

An agency that began within a period reports for its own days only. Where its figures of that period are
nowhere smaller than what its predecessors report for the days before, it may have counted those as well.
An agency that was there before, and only took another over, tells nothing: its own days are in its figures.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import Measure
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import OVERLAP_WITH_PREDECESSOR
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.numbers import exact_sum
from cchc_cli.language import Text, joined
from cchc_cli.observation import Observation
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry


class Overlap(NamedTuple):
    """Figures of a successor for a period that began before it, and the predecessors they may hold."""

    figures: tuple[Observation, ...]
    since: date
    predecessors: tuple[Agency, ...]


def overlaps_with_predecessors(
    figures: Figures, items: Mapping[str, Item], registry: Registry
) -> Iterator[Overlap]:
    """One for each successor and period, its figures in the order of their cells."""
    flows = {code for code, item in items.items() if item.is_counted and item.measure is Measure.FLOW}
    for code, predecessors in _taken_over(registry).items():
        since = registry.lives_by_code[code][0].first_day
        for period in figures.periods:
            known = figures.of(code, period)
            if not known or not period.start < since <= period.end:
                continue
            reporting: dict[str, Agency] = {}
            held: dict[str, list[Decimal]] = {}
            for predecessor in predecessors:
                for item, value in _until_its_end(predecessor, period, figures).items():
                    if item in flows and item in known:
                        reporting[predecessor.code] = predecessor
                        held.setdefault(item, []).append(value)
            sums = {item: exact_sum(values) for item, values in held.items()}
            if any(sums.values()) and all(known[item].value >= total for item, total in sums.items()):
                holding = sorted((known[item] for item in sums if sums[item]), key=lambda one: one.address)
                yield Overlap(tuple(holding), since, tuple(reporting.values()))


def predecessor_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """One finding for each successor and period, at the first of its figures."""
    for overlap in overlaps_with_predecessors(figures, pointer.items, pointer.registry):
        first, *others = overlap.figures
        names = (pointer.registry.full_name(agency) for agency in overlap.predecessors)
        yield pointer.finding(
            OVERLAP_WITH_PREDECESSOR,
            first,
            {
                "since": f"{overlap.since:%d/%m/%Y}",
                "other": joined(names, ", "),
                "others": _others(len(others)),
            },
            other_items=tuple(figure.item for figure in others),
        )


def _taken_over(registry: Registry) -> dict[str, list[Agency]]:
    """The lives that went over wholly into one new code, by that code."""
    found: dict[str, list[Agency]] = {}
    for agency in registry.agencies:
        for code in agency.successors:
            lives = registry.lives_by_code.get(code, ())
            is_new = bool(lives) and code != agency.code and agency.last_day < lives[0].first_day
            if is_new and len(agency.successors) == 1:
                found.setdefault(code, []).append(agency)
    return found


def _until_its_end(agency: Agency, period: Period, figures: Figures) -> dict[str, Decimal]:
    """The most that a predecessor reports of each item for days which all lie in the period."""
    most: dict[str, Decimal] = {}
    for reported in dict.fromkeys((*figures.named_periods, period)):
        known = figures.of(agency.code, reported)
        if known and agency.exists_during(reported) and period.covers(agency.life_within(reported)):
            for item, figure in known.items():
                most[item] = max(figure.value, most.get(item, figure.value))
    return most


def _others(count: int) -> Text:
    if not count:
        return Text("", "")
    return Text(f" và {count} số liệu khác", f" (and {count} more)")
