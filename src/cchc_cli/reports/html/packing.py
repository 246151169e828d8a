"""Much said once: the texts of long tables numbered, so that a page of many rows stays small."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

Packed = TypeVar("Packed", bound=Hashable)


class Numbered(Generic[Packed]):
    """Things in the order in which they were first named.

    >>> names = Numbered[str]()
    >>> names.number("a"), names.number("b"), names.number("a"), names.listed
    (0, 1, 0, ['a', 'b'])
    """

    def __init__(self) -> None:
        self._numbers: dict[Packed, int] = {}
        self._listed: list[Packed] = []

    def number(self, thing: Packed) -> int:
        """The number of a thing; a thing not named before gets the next one."""
        number = self._numbers.setdefault(thing, len(self._listed))
        if number == len(self._listed):
            self._listed.append(thing)
        return number

    @property
    def listed(self) -> Sequence[Packed]:
        return self._listed
