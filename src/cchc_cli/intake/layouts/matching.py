"""Words of a layout, held against names and labels as they come."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from cchc_cli.plain_text import plain

Matches = Callable[[str], bool]

_NUMBERED = re.compile(r"(?:[ivxlc]{1,6}|[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-zđ])[.)/-]\s*(?=\S)")


def matcher(words: Iterable[str]) -> Matches:
    """Whether a plain text is one of the words; `*` in a word stands for any text.

    >>> is_total = matcher(["Tổng cộng", "Cộng *"])
    >>> is_total(plain("CỘNG HUYỆN CAI LẬY")), is_total(plain("Cộng Hòa")), is_total(plain("Tổng"))
    (True, True, False)
    """
    wanted = [plain(word) for word in words]
    exact = frozenset(word for word in wanted if "*" not in word)
    patterns = [_pattern(word) for word in wanted if "*" in word]
    if not patterns:
        return exact.__contains__
    return lru_cache(maxsize=4096)(
        lambda text: text in exact or any(pattern.fullmatch(text) for pattern in patterns)
    )


def label(text: str) -> str:
    """A plain text without the numbering in front and the colon behind.

    >>> label(plain("II. Xã, phường, thị trấn:"))
    'xã, phường, thị trấn'
    """
    bare = text.rstrip(" :.")
    return _NUMBERED.sub("", bare, count=1) if _NUMBERED.match(bare) else bare


def is_ordinal(text: str) -> bool:
    """Whether a plain text only numbers a row: 12, I., a), (1).

    >>> [is_ordinal(text) for text in ("ii", "3.", "(4)", "snv")]
    [True, True, True, False]
    """
    return bool(re.fullmatch(r"\(?(?:[ivxlc]{1,6}|[0-9.]{1,7}|[a-zđ])[.)]?", text))


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in re.split(r"\*+", word)), re.DOTALL)
