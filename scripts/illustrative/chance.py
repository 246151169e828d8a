"""Chance that depends on nothing but names, so that the same province comes out everywhere and always."""

import hashlib
import math
from decimal import ROUND_HALF_UP, Decimal

_SEED = "cchc"
_THOUSAND = 1000


def draw(*names: str | int) -> float:
    """A number from 0 up to 1; the same names always give the same one.

    >>> draw("28249", 2024) == draw("28249", 2024)
    True
    """
    digest = hashlib.sha256("/".join(map(str, (_SEED, *names))).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def between(low: float, high: float, *names: str | int) -> float:
    """A number from `low` up to `high`, all equally likely."""
    return low + (high - low) * draw(*names)


def skewed(low: float, high: float, *names: str | int) -> float:
    """A number from `low` up to `high`, more often small than large."""
    return low + (high - low) * draw(*names) ** 2


def leaning(*names: str | int) -> float:
    """A number from -1 to 1, mostly near 0: how far somebody is from what is usual."""
    return sum(draw(*names, turn) for turn in range(3)) * 2 / 3 - 1


def whole(number: float) -> int:
    """The nearest whole number, but never a round thousand, which nobody would believe.

    >>> whole(2.5), whole(11999.8)
    (3, 12007)
    """
    rounded = int(Decimal(number).to_integral_value(ROUND_HALF_UP))
    return rounded if rounded == 0 or rounded % _THOUSAND else rounded + 7


def part_of(total: int, rate: float) -> int:
    """A part of a whole at about this rate, never more than the whole."""
    return min(whole(total * rate), total)


def split(total: int, rate: float) -> tuple[int, int]:
    """A whole in two at about this rate, neither of them a round thousand.

    >>> split(9000, 2 / 3)
    (6007, 2993)
    """
    part = part_of(total, rate)
    if part and total - part and (total - part) % _THOUSAND == 0:
        part -= 1
    return part, total - part


def shifted(rate: float, by: float) -> float:
    """A rate moved up or down without leaving 0 to 1; `by` counts in steps of the odds.

    >>> round(shifted(0.5, 1), 2), shifted(0.98, 0) == 0.98
    (0.73, True)
    """
    if by == 0 or rate in (0, 1):
        return rate
    return 1 / (1 + (1 - rate) / rate * math.exp(-by))
