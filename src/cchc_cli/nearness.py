"""Which of some words a misspelt one is nearest to."""

import difflib
from collections.abc import Iterable
from typing import Final

NEAR: Final = 0.6
"""From so much on (`difflib`'s ratio) one word may have meant the other."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that a misspelt one most likely meant, if any is near.

    >>> nearest("dossier-onlin", ["dossiers-online", "dossiers"]), nearest("letters", ["dossiers"])
    ('dossiers-online', None)
    """
    return next(iter(close_matches(word, words, most=1)), None)


def lengths_alike(word: str, cutoff: float) -> range:
    """How long a word may be that is near to another: two are alike by at most twice the shorter length, of
    the sum of both."""
    return range(int(len(word) * cutoff / (2 - cutoff)), int(len(word) * (2 - cutoff) / cutoff) + 2)


def close_matches(word: str, words: Iterable[str], *, most: int = 3, cutoff: float = NEAR) -> list[str]:
    """What `difflib.get_close_matches` finds, without looking at words of a quite different length.

    >>> close_matches("dossier-online", ["dossiers-online", "dossiers"], cutoff=0.85)
    ['dossiers-online']
    """
    lengths = lengths_alike(word, cutoff)
    alike = [one for one in words if len(one) in lengths]
    return difflib.get_close_matches(word, alike, n=most, cutoff=cutoff) if alike else []
