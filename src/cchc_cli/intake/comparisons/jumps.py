"""One figure against the period before it: changes that are hard to believe, and falls that cannot be.

How far a figure may move, and whether it can fall at all, is declared with its item (`jump`, `only_rises`).
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal
from itertools import pairwise
from typing import NamedTuple

from cchc_cli.catalogue.item import Item, Jump
from cchc_cli.catalogue.source import Measure
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import JUMP_FROM_LAST_PERIOD
from cchc_cli.intake.comparisons.figures import Figures, OfAgency
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.observation import Key, Observation
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry

_EXACTLY = Context(prec=1000)

_NEVER_LESS_THAN_A_PART = Text(
    "kỳ dài không thể có ít hơn kỳ nằm trong nó", "a period cannot have less than a part of it"
)
_NEVER_LESS_THAN_BEFORE = Text("số này không thể giảm", "it cannot fall")


class Change(NamedTuple):
    """A figure and the one it is held against; `jump` says how much was plausible, None: it cannot fall."""

    figure: Observation
    other: Observation
    jump: Jump | None


def jump_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """At most one finding for each figure; that it cannot have fallen goes before that it fell far."""
    found: dict[Key, Change] = {}
    for change in _jumps(figures, pointer.items, pointer.registry):
        found[change.figure.key] = change
    falls = (
        *_falls_of_stocks(figures, pointer.items, pointer.registry),
        *_falls_of_flows(figures, pointer.items, pointer.registry),
    )
    for change in falls:
        found[change.figure.key] = change
    for change in found.values():
        yield pointer.finding(
            JUMP_FROM_LAST_PERIOD,
            change.figure,
            {
                "before": number_text(change.other.value),
                "before_words": change.other.period.words_in_a_sentence,
                "expected": _expected(change, pointer.items),
            },
        )


def _jumps(figures: Figures, items: Mapping[str, Item], registry: Registry) -> Iterator[Change]:
    declared = {code: item.jump for code, item in items.items() if item.jump is not None}
    # Agencies of one kind report the same items: which have a jump to look for is asked once for all of them.
    watched: dict[tuple[tuple[str, ...], ...], list[tuple[str, Jump]]] = {}
    for period in figures.periods:
        before = figures.before(period)
        earlier = figures.in_period(before)
        if before is None or not earlier:
            continue
        for agency, known in figures.in_period(period).items():
            old = earlier.get(agency)
            if old is None:
                continue
            both = tuple(known.numbers), tuple(old.numbers)
            if both not in watched:
                watched[both] = [
                    (code, jump) for code, jump in declared.items() if code in known and code in old
                ]
            jumped = [
                Change(known[code], old[code], jump)
                for code, jump in _jumping(watched[both], known.numbers, old.numbers)
            ]
            if jumped and _is_the_same_throughout(agency, before, period, registry):
                yield from jumped


def _jumping(
    watched: Iterable[tuple[str, Jump]], numbers: Mapping[str, Decimal], before: Mapping[str, Decimal]
) -> list[tuple[str, Jump]]:
    """The items whose figures moved further than is plausible, up or down."""
    found, multiplied = [], _EXACTLY.multiply
    for code, jump in watched:
        (factor, above), value, last = jump, numbers[code], before[code]
        if value > last:
            is_far = value >= above and value >= multiplied(factor, last)
        else:
            is_far = last >= above and last > value and last >= multiplied(factor, value)
        if is_far:
            found.append((code, jump))
    return found


def _is_the_same_throughout(agency: str, first: Period, last: Period, registry: Registry) -> bool:
    """Whether it exists from the first day to the last, and nobody was merged into it: what began or ended in
    between has fewer days, and what took over from others has done their work too."""
    life = registry.life_in(agency, last)
    if life is None or registry.origin(life).first_day > first.start or life.last_day < last.end:
        return False
    return not any(
        agency in other.successors and other.code != agency and first.start <= other.last_day < last.end
        for other in registry.agencies
    )


def _falls_of_flows(figures: Figures, items: Mapping[str, Item], registry: Registry) -> Iterator[Change]:
    """What arose in a whole period is never less than in a part; of several parts, the largest is named."""
    rising = {code for code, item in items.items() if item.only_rises and item.measure is Measure.FLOW}
    parts = _parts(figures)
    for period, inner in parts.items():
        for agency, known in figures.in_period(period).items():
            largest: dict[str, tuple[Decimal, OfAgency]] = {}
            for part in inner:
                if not registry.is_one_agency(agency, part, period):
                    continue
                partial = figures.of(agency, part)
                for code in rising & partial.numbers.keys() & known.numbers.keys():
                    number = partial.numbers[code]
                    if code not in largest or number > largest[code][0]:
                        largest[code] = number, partial
            yield from (
                Change(known[code], partial[code], None)
                for code, (number, partial) in largest.items()
                if known.numbers[code] < number
            )


def _parts(figures: Figures) -> dict[Period, set[Period]]:
    """The named periods inside each period, and the one before it of those that start on the same day."""
    parts: dict[Period, set[Period]] = {
        period: {named for named in figures.named_periods if named != period and period.covers(named)}
        for period in figures.periods
    }
    by_start = sorted(figures.periods, key=lambda period: (period.start, period.end))
    for shorter, longer in pairwise(by_start):
        if shorter.start == longer.start:
            parts[longer].add(shorter)
    return {period: inner for period, inner in parts.items() if inner}


def _falls_of_stocks(figures: Figures, items: Mapping[str, Item], registry: Registry) -> Iterator[Change]:
    """What only gathers is never less at a later day than at an earlier."""
    rising = [code for code, item in items.items() if item.only_rises and item.measure is not Measure.FLOW]
    last: dict[tuple[str, str], tuple[Period, OfAgency]] = {}
    for period in figures.periods if rising else ():
        for agency, known in figures.in_period(period).items():
            for code in rising:
                if code not in known.numbers:
                    continue
                before, old = last.get((agency, code), (period, known))
                is_less = known.numbers[code] < old.numbers[code] and before.end < period.end
                if is_less and registry.is_one_agency(agency, before, period):
                    yield Change(known[code], old[code], None)
                last[agency, code] = period, known


def _expected(change: Change, items: Mapping[str, Item]) -> Text:
    if change.jump is not None:
        factor = number_text(change.jump.factor)
        return Text(
            f"tăng hoặc giảm từ {factor.vi} lần trở lên thì cần giải trình",
            f"a change by a factor of {factor.en} or more is to be explained",
        )
    is_flow = items[change.figure.item].measure is Measure.FLOW
    return _NEVER_LESS_THAN_A_PART if is_flow else _NEVER_LESS_THAN_BEFORE
