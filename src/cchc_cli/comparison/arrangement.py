"""A comparison arranged for reading: the worst first, the biggest first; nothing is left out."""

from collections import Counter
from collections.abc import Iterable

from cchc_cli.comparison.comparison import Comparison, Direction, Pair, Side
from cchc_cli.run import Status


def leading(comparison: Comparison) -> list[Pair]:
    """The pairs that the comparison is about."""
    return [pair for pair in comparison.pairs if comparison.leads(pair.new)]


def for_steering(comparison: Comparison) -> list[Pair]:
    """The pairs that stand beside them."""
    return [pair for pair in comparison.pairs if not comparison.leads(pair.new)]


def flips(pairs: Iterable[Pair], direction: Direction | None = None) -> list[Pair]:
    """The pairs whose status changed (in one direction): the worst first, of these what is missed now."""
    changed = [pair for pair in pairs if pair.flip is not None and direction in (None, pair.flip)]
    return sorted(changed, key=_badness)


def moves(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs whose value changed, the biggest difference first."""
    moved = [(pair, pair.difference) for pair in pairs if pair.difference]
    return [pair for pair, _ in sorted(moved, key=lambda found: -abs(found[1]))]


def new_targets(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs with another target in force than before, or with a first one."""
    return [pair for pair in pairs if pair.new_target]


def status_counts(comparison: Comparison, side: Side) -> Counter[Status]:
    """How the targets of the periods compared stand on one side; aspirational ones are not counted."""
    matched = [pair for pair in comparison.periods if pair.is_matched]
    periods = {pair.old if side is comparison.old else pair.new for pair in matched}
    return Counter(
        verdict.status
        for verdict in side.run.verdicts
        if verdict.period in periods and comparison.leads(verdict) and not verdict.aspirational
    )


def _badness(pair: Pair) -> tuple[int, bool]:
    direction = list(Direction).index(pair.flip) if pair.flip else len(Direction)
    return direction, pair.new.status is not Status.MISSED
