"""A district's figure that is the sum of its communes': it is to hold only what is the district's own."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import INCLUDES_SUBORDINATES
from cchc_cli.intake.comparisons.figures import Figures, OfAgency
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.numbers import exact_sum
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.observation import Observation
from cchc_cli.registry.registry import Registry

FEWEST_SUBORDINATES: Final = 2
"""So many of them must have something to add."""
NO_CHANCE: Final = Decimal(100)
"""Figures of this size are hardly equal by chance; of smaller ones more than half must be."""


class Sum(NamedTuple):
    """A figure that may hold those of `adding` subordinates; `before` is its own last, if that is in it."""

    figure: Observation
    total: Decimal
    adding: int
    before: Observation | None = None

    @property
    def is_equal(self) -> bool:
        own = self.before.value if self.before else Decimal(0)
        return self.figure.value == exact_sum((own, self.total))


def sums_of_subordinates(
    figures: Figures, items: Mapping[str, Item], registry: Registry
) -> Iterator[list[Sum]]:
    """The figures of one agency and period that are the sum of its subordinates', or that and its last."""
    below = _subordinates(registry)
    counted = [code for code, item in items.items() if item.is_counted]
    for period in figures.periods:
        reported = figures.in_period(period)
        for superior in below.keys() & reported.keys():
            others = [reported[code] for code in below[superior] if code in reported]
            known, last = reported[superior], figures.of(superior, figures.before(period))
            sums = [found for code in counted if code in known and (found := _sum(known[code], others))]
            equal = [found for each in sums if (found := _equal(each, last))]
            if any(each.figure.value >= NO_CHANCE for each in equal) or 2 * len(equal) > len(sums):
                yield sorted(equal, key=lambda each: each.figure.address)


def subordinate_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """One finding for each agency and period, at the first of the figures."""
    for first, *others in sums_of_subordinates(figures, pointer.items, pointer.registry):
        yield pointer.finding(
            INCLUDES_SUBORDINATES,
            first.figure,
            {"equals": _equals(first), "others": _others(len(others))},
            other_items=tuple(each.figure.item for each in others),
        )


def _subordinates(registry: Registry) -> dict[str, set[str]]:
    below: dict[str, set[str]] = {}
    for agency in registry.agencies:
        if agency.parent is not None:
            below.setdefault(agency.parent, set()).add(agency.code)
    return below


def _sum(figure: Observation, others: list[OfAgency]) -> Sum | None:
    """What the subordinates have of the same item; None where too few have anything."""
    values = [other.numbers[figure.item] for other in others if figure.item in other.numbers]
    count = sum(1 for value in values if value)
    if count < FEWEST_SUBORDINATES:
        return None
    return Sum(figure, exact_sum(values), count)


def _equal(found: Sum, last: OfAgency) -> Sum | None:
    if found.is_equal:
        return found
    with_last = found._replace(before=last.get(found.figure.item))
    return with_last if with_last.is_equal else None


def _equals(found: Sum) -> Text:
    total = number_text(found.total)
    if found.before is None:
        return Text(
            f"bằng tổng của {found.adding} đơn vị trực thuộc", f"the sum of its {found.adding} subordinates"
        )
    own = number_text(found.before.value)
    return Text(
        f"bằng số kỳ trước của chính đơn vị ({own.vi}) cộng tổng của {found.adding} đơn vị trực thuộc"
        f" ({total.vi})",
        f"its own figure of the period before ({own.en}) and the sum of its {found.adding} subordinates"
        f" ({total.en})",
    )


def _others(count: int) -> Text:
    if not count:
        return Text("", "")
    return Text(f" (và {count} số liệu khác cũng vậy)", f" (and so for {count} more)")
