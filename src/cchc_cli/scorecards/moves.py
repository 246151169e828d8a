"""What would move most targets: one action for each item that the numerators share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from cchc_cli.measured import exact
from cchc_cli.record import Number
from cchc_cli.run import Status, Verdict
from cchc_cli.scorecards.merit import is_asked, is_attested
from cchc_cli.scorecards.scorecard import Gain, Helper, Move

ItemsOf: TypeAlias = Callable[[Verdict], tuple[str, ...]]
"""The items that add up to a verdict's numerator."""
HelpersOf: TypeAlias = Callable[[Verdict], tuple[tuple[Helper, ...], int]]
"""Who would be enough to move a pooled target, and how many more lack something."""

_OPEN = frozenset({Status.MISSED, Status.NOT_DUE})


def moves(
    verdicts: Iterable[Verdict], raised: ItemsOf, helpers_of: HelpersOf | None = None
) -> tuple[Move, ...]:
    """Every action that would move a target, the best first; each target counts with one action only.

    Better is what moves more targets; of these what moves more that are missed already; then what takes the
    smaller part of its whole. The numbers are the verdicts' shortfalls, with the denominators as they are.
    """
    waiting = [gain for verdict in verdicts if (gain := _gain(verdict, helpers_of)) is not None]
    found: list[Move] = []
    while waiting:
        best = min(_candidates(waiting, raised), key=_order, default=None)
        if best is None:
            break
        found.append(best)
        taken = {id(gain) for gain in best.gains}
        waiting = [gain for gain in waiting if id(gain) not in taken]
    return tuple(found)


def _gain(verdict: Verdict, helpers_of: HelpersOf | None) -> Gain | None:
    """None where nothing is missing, or nobody can say how much."""
    if verdict.status not in _OPEN or verdict.aspirational or not is_asked(verdict):
        return None
    amount = None if is_attested(verdict) else verdict.shortfall
    whole = verdict.denominator
    if not whole or (amount is None and not _is_undone(verdict)) or amount == 0:
        return None
    lacking = exact(whole) - exact(verdict.numerator or 0) if amount is None else exact(amount)
    helpers, others = helpers_of(verdict) if helpers_of else ((), 0)
    return Gain(verdict, amount, lacking / exact(whole), helpers, others)


def _is_undone(verdict: Verdict) -> bool:
    if not is_attested(verdict) or verdict.numerator is None or verdict.denominator is None:
        return False
    return exact(verdict.numerator) < exact(verdict.denominator)


def _candidates(gains: Sequence[Gain], raised: ItemsOf) -> Iterator[Move]:
    by_action: dict[tuple[str, bool], list[Gain]] = {}
    for gain in gains:
        for item in raised(gain.verdict):
            by_action.setdefault((item, _is_reduction(gain.verdict)), []).append(gain)
    for (_, is_less), together in by_action.items():
        shared = [raised(gain.verdict) for gain in together]
        items = tuple(item for item in shared[0] if all(item in others for others in shared))
        yield Move(items, is_less, tuple(sorted(together, key=lambda gain: gain.effort)))


def _is_reduction(verdict: Verdict) -> bool:
    operator = verdict.operator or (verdict.next.operator if verdict.next else "")
    return operator.startswith("reduce")


def _order(move: Move) -> tuple[int, int, Fraction]:
    missed = sum(gain.is_due for gain in move.gains)
    return -len(move.gains), -missed, move.effort


def enough(shortfall: Number | None, lacking: Sequence[Helper]) -> tuple[tuple[Helper, ...], int]:
    """The fewest of these agencies whose own shortfalls make up that of the whole, and how many are left.

    Where nothing can be counted all of them are needed.
    """
    ordered = sorted(lacking, key=lambda helper: -exact(helper.amount or 0))
    if shortfall is None:
        return tuple(ordered), 0
    needed, gathered = exact(shortfall), Fraction(0)
    for number, helper in enumerate(ordered, start=1):
        gathered += exact(helper.amount or 0)
        if gathered >= needed:
            return tuple(ordered[:number]), len(ordered) - number
    return tuple(ordered), 0
