"""The codes of the items as one workbook is asked for them, and which of its words are nearly one."""

import re
from collections.abc import Mapping
from functools import lru_cache

from cchc_cli.catalogue.item import Item
from cchc_cli.intake.brief import Brief
from cchc_cli.nearness import close_matches, lengths_alike, nearest
from cchc_cli.plain_text import plain

_CODE_SHAPE = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+")
_VERY_NEAR = 0.85
_MOST_STRANGERS = 1_000
"""Finding out what a misspelt word meant takes its time; a table of strangers is no misspelling."""


class Vocabulary:
    """What is found out about the words of one workbook, each word once."""

    def __init__(self, brief: Brief) -> None:
        self._codes = brief.item_words
        self._by_length = brief.item_words_by_length
        self._like: dict[str, bool] = {}
        self._nearest: dict[str, str | None] = {}
        self.item_by_word: Mapping[str, Item] = brief.item_by_word

    def is_like_an_item(self, text: str) -> bool:
        """Whether a header that is no item was meant for one: it has the shape of a code, or is very near."""
        word = plain(text)
        if _CODE_SHAPE.fullmatch(word):
            return True
        if word not in self._like and len(self._like) < _MOST_STRANGERS:
            lengths = lengths_alike(word, _VERY_NEAR)
            alike = (code for length in lengths for code in self._by_length.get(length, ()))
            self._like[word] = bool(close_matches(word, alike, cutoff=_VERY_NEAR))
        return self._like.get(word, False)

    def nearest(self, text: str) -> str | None:
        """The code that a text which is none most likely meant, if any is near."""
        word = plain(text)
        if word not in self._nearest and len(self._nearest) < _MOST_STRANGERS:
            self._nearest[word] = _nearest(word, self._codes)
        return self._nearest.get(word)


@lru_cache(maxsize=256)
def _nearest(word: str, words: tuple[str, ...]) -> str | None:
    """What is wrong in a form that is out of date is wrong in every form of its kind."""
    return nearest(word, words)
