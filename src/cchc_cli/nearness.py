"""Which of some words a misspelt one is nearest to."""

import difflib
from collections.abc import Iterable


def close_matches(word: str, words: Iterable[str], *, most: int = 3, cutoff: float) -> list[str]:
    """What `difflib.get_close_matches` finds, without looking at words of a quite different length.

    >>> close_matches("dossier-online", ["dossiers-online", "dossiers"], cutoff=0.85)
    ['dossiers-online']
    """
    # Two texts are alike by at most twice the shorter length, of the sum of both.
    shortest = int(len(word) * cutoff / (2 - cutoff))
    longest = int(len(word) * (2 - cutoff) / cutoff) + 1
    alike = [one for one in words if shortest <= len(one) <= longest]
    return difflib.get_close_matches(word, alike, n=most, cutoff=cutoff) if alike else []
