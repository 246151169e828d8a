"""What is read of a small part is kept: forms made from one template share many parts to the byte."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

_MOST_BYTES = 128 * 1024
_MOST_PARTS = 64

_Told = TypeVarTuple("_Told")
_Read = TypeVar("_Read")


def kept_when_small(read: Callable[[bytes, *_Told], _Read]) -> Callable[[bytes, *_Told], _Read]:
    """A reader of bytes that remembers the last few small ones; what it gives must not be changed."""
    kept = lru_cache(maxsize=_MOST_PARTS)(read)

    @wraps(read)
    def reading(part: bytes, *told: *_Told) -> _Read:
        sizes = (len(each) for each in (part, *told) if isinstance(each, bytes))
        return (kept if sum(sizes) <= _MOST_BYTES else read)(part, *told)

    return reading
