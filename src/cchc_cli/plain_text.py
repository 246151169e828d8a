"""Text as people compare it: letters and words, whatever keyboard, font or system wrote them."""

import re
import unicodedata
from collections.abc import Iterable

from cchc_cli.text_memory import TextMemory

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
# The capitals Ð and Ɖ of these two look like Đ, and old keyboards typed them for it.
_LOOKALIKES = {"ð": "đ", "ɖ": "đ"}
_SAME_CHARACTER = str.maketrans(_DASHES | _LOOKALIKES)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_TONES = "[\u0300\u0301\u0303\u0309\u0323]"
_TONE_ON_FIRST_VOWEL = re.compile(f"(?:(?<=o)({_TONES})(?=[ae])|(?<=u)({_TONES})(?=y))(.)")
_SPACED_HYPHEN = re.compile(" ?- ?")


def plain(text: str) -> str:
    """The text for comparing with another; never for showing.

    Case, Unicode form (NFC, NFD), tone placement (òa, oà), kinds of spaces and dashes, spaces around a
    hyphen, and invisible characters make no difference; tones and letters do. The result is NFC, and
    the same when made plain again. A word to be compared with it must be made plain too, for its own
    tones may move.

    >>> plain("Sở Lao động –\\u00a0Thương binh") == plain("sở lao động-thương binh")
    True
    >>> plain("Khánh Hoà") == plain("KHÁNH HÒA")
    True
    >>> plain("Quý") == plain("Quy")
    False
    """
    return _known[text]


def all_plain(texts: Iterable[str]) -> list[str]:
    """The same of many texts."""
    return _known.of(texts)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", _INVISIBLE.sub("", text)).casefold()
    letters = unicodedata.normalize("NFD", letters).translate(_SAME_CHARACTER)
    letters = _TONE_ON_FIRST_VOWEL.sub(_tone_on_second_vowel, letters)
    return unicodedata.normalize("NFC", _SPACED_HYPHEN.sub("-", " ".join(letters.split())))


_known = TextMemory(_plain)


def without_tones(text: str) -> str:
    """Plain text in bare letters, for finding what a misspelt word most likely meant.

    >>> without_tones("Huyện Cái Bè, Đồng Tháp")
    'huyen cai be, dong thap'
    """
    letters = unicodedata.normalize("NFD", plain(text)).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _tone_on_second_vowel(match: re.Match[str]) -> str:
    return f"{match[3]}{match[1] or match[2]}"
