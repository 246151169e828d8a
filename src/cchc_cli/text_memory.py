"""Answers about texts, kept by the text: the same headers, names and codes stand in every form."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

_Answer = TypeVar("_Answer")
_LONGEST = 200
_MOST = 16_384


class TextMemory(dict[str, _Answer], Generic[_Answer]):
    """`memory[text]` is what `answer` says of the text.

    Long texts are never kept, and when there are many all are forgotten: what is asked again is soon known
    again. Unlike an `lru_cache` it is asked about many texts without a call for each.

    >>> lengths = TextMemory(len)
    >>> lengths["Xã"], lengths.of(["Xã", "Huyện"]), dict(lengths)
    (2, [2, 5], {'Xã': 2, 'Huyện': 5})
    """

    def __init__(self, answer: Callable[[str], _Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, text: str) -> _Answer:
        answer = self._answer(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = answer
        return answer

    def of(self, texts: Iterable[str]) -> list[_Answer]:
        """The answers about several texts, in their order."""
        return list(map(self.__getitem__, texts))
