"""Which verdict of one run stands against which of the other."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

from cchc_cli.comparison.comparison import Direction, Pair, PeriodPair
from cchc_cli.period import Period
from cchc_cli.record import Number
from cchc_cli.run import Status, Verdict

_Row: TypeAlias = tuple[str, str, str]
"""Indicator, kind and code of the scope."""
IsSame: TypeAlias = Callable[[Verdict, Verdict], bool]
"""Whether an old and a new verdict with the same codes are about the same."""
_JUDGED = frozenset({Status.MET, Status.MISSED})
_WITHOUT_FIGURES = frozenset({Status.NO_DATA, Status.NOT_EVALUABLE, Status.INCONCLUSIVE})


def match_periods(old: Iterable[Verdict], new: Iterable[Verdict]) -> tuple[PeriodPair, ...]:
    """Each period against itself; where none is on both sides, the newest against the newest.

    The periods without a counterpart stand behind them.
    """
    before = sorted({verdict.period for verdict in old}, key=_newness)
    after = sorted({verdict.period for verdict in new}, key=_newness)
    matched = [PeriodPair(period, period) for period in before if period in after]
    if not matched and before and after:
        matched = [PeriodPair(before[-1], after[-1])]
    alone = [PeriodPair(period, None) for period in before if period not in {pair.old for pair in matched}]
    alone += [PeriodPair(None, period) for period in after if period not in {pair.new for pair in matched}]
    return (*matched, *alone)


def _newness(period: str) -> tuple[int, int]:
    return Period.parse(period).newness


def match_verdicts(
    old: Iterable[Verdict], new: Iterable[Verdict], periods: Iterable[PeriodPair], is_same: IsSame
) -> tuple[list[Pair], list[Verdict], list[Verdict]]:
    """The pairs in the order of the new side, then what only the old and only the new side has."""
    pairs: list[Pair] = []
    only_old: list[Verdict] = []
    only_new: list[Verdict] = []
    before, after = _by_period(old), _by_period(new)
    for matched in periods:
        if matched.old is None or matched.new is None:
            continue
        left = dict(before[matched.old])
        for row, verdict in after[matched.new].items():
            counterpart = left.get(row)
            if counterpart is None or not is_same(counterpart, verdict):
                only_new.append(verdict)
            else:
                pairs.append(pair_of(counterpart, verdict))
                del left[row]
        only_old += left.values()
    return pairs, only_old, only_new


def pair_of(old: Verdict, new: Verdict) -> Pair:
    """What changed between two verdicts on one indicator and scope."""
    return Pair(
        old=old,
        new=new,
        flip=_flip(old.status, new.status),
        difference=_difference(old.value, new.value),
        counted=_difference(old.numerator, new.numerator) if new.kind == "change" else None,
        new_target=_has_new_target(old, new),
    )


def _by_period(verdicts: Iterable[Verdict]) -> dict[str, dict[_Row, Verdict]]:
    found: dict[str, dict[_Row, Verdict]] = {}
    for verdict in verdicts:
        row = (verdict.indicator, verdict.scope.kind, verdict.scope.code)
        found.setdefault(verdict.period, {})[row] = verdict
    return found


def _flip(old: Status, new: Status) -> Direction | None:
    """A judgement that can no longer be made is worse: figures were lost."""
    if old is new:
        return None
    if old is Status.NOT_DUE and new in _JUDGED:
        return Direction.DUE
    if new is Status.MISSED or (old in _JUDGED and new in _WITHOUT_FIGURES):
        return Direction.WORSE
    return Direction.BETTER if new is Status.MET else Direction.OTHER


def _difference(old: Number | None, new: Number | None) -> Fraction | None:
    return None if old is None or new is None else _decimal(new) - _decimal(old)


def _decimal(number: Number) -> Fraction:
    """The decimal that a JSON number stands for, exactly."""
    return Fraction(str(number))


def _has_new_target(old: Verdict, new: Verdict) -> bool:
    if new.operator is None:
        return False
    asked_before = (old.operator, old.bound, old.upper, old.due)
    return asked_before != (new.operator, new.bound, new.upper, new.due)
