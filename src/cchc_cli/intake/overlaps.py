"""What is said about figures of one agency and item whose periods share days: they are never added."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_comparisons import PERIODS_OVERLAP
from cchc_cli.intake.gathering import period_text
from cchc_cli.intake.wording import joined
from cchc_cli.language import Text
from cchc_cli.observation import Observation, Submission
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry


def overlap_findings(
    observations: Iterable[Observation],
    submissions: Sequence[Submission],
    items: Mapping[str, Item],
    registry: Registry,
) -> Iterator[Finding]:
    """One finding for each agency and set of overlapping periods, naming its items, at the latest figure."""
    by_quantity: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for observation in observations:
        by_quantity[observation.agency, observation.item].append(observation)
    alike: dict[tuple[str, tuple[Period, ...]], list[Observation]] = defaultdict(list)
    for (code, _), reported in by_quantity.items():
        overlapping = _overlapping({observation.period for observation in reported})
        if overlapping:
            latest = max(reported, key=lambda observation: observation.period)
            alike[code, overlapping].append(latest)
    for (code, periods), latest_of_items in alike.items():
        first = latest_of_items[0]
        submission = submissions[first.address.file]
        agency = registry.latest(code)
        yield Finding(
            PERIODS_OVERLAP,
            Place(
                submission.path,
                submission.sheets[first.address.sheet],
                first.address.row,
                first.address.column,
            ),
            agency=code,
            period=str(first.period),
            item=first.item if len(latest_of_items) == 1 else None,
            facts={
                "name": _quantity(latest_of_items, items),
                "agency_name": agency.name if agency else Text(code, code),
                "periods": joined(map(period_text, periods), ", "),
            },
        )


def _overlapping(periods: set[Period]) -> tuple[Period, ...]:
    """The periods that share days with another, in order; those around whole others among them."""
    found = {period for pair in combinations(periods, 2) if pair[0].overlaps(pair[1]) for period in pair}
    return tuple(sorted(found))


def _quantity(observations: Sequence[Observation], items: Mapping[str, Item]) -> Text:
    if len(observations) == 1:
        return items[observations[0].item].name
    count = len(observations)
    return Text(f"{count} số liệu", f"{count} figures")
