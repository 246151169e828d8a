"""Which of some words a misspelt one is nearest to."""

import difflib
from collections.abc import Iterable


def close_matches(word: str, words: Iterable[str], *, most: int = 3, cutoff: float) -> list[str]:
    """What `difflib.get_close_matches` finds, without looking at words of a quite different length.

    >>> close_matches("dossier-online", ["dossiers-online", "dossiers"], cutoff=0.85)
    ['dossiers-online']
    """
    length = len(word)
    alike = [one for one in words if 2 * min(length, len(one)) >= cutoff * (length + len(one))]
    return difflib.get_close_matches(word, alike, n=most, cutoff=cutoff) if alike else []
