"""The order of the Vietnamese alphabet: đ stands behind d, ă and â behind a; tones decide last."""

import re
import unicodedata
from typing import TypeAlias

from cchc_cli.language import Language

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONES = {tone: rank for rank, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
"""Huyền, hỏi, ngã, sắc, nặng, as dictionaries have them; behind a syllable without a tone."""
_NUMBERS = re.compile(r"([0-9]+)")
_BESIDE = len(_LETTERS)

Order: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]
"""Letters and numbers, then tones, then the text itself, so that no two texts are alike."""


def alphabetical(text: str, language: Language) -> Order:
    """By what a name is sorted: numbers by their size, letters by the reader's alphabet.

    >>> names = ["Xã Đa", "Xã Dương", "Xã Ân", "Xã An", "Phường 10", "Phường 9"]
    >>> sorted(names, key=lambda name: alphabetical(name, Language.VI))
    ['Phường 9', 'Phường 10', 'Xã An', 'Xã Ân', 'Xã Dương', 'Xã Đa']
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for position, part in enumerate(_NUMBERS.split(text.casefold())):
        if position % 2:
            letters.append((_AMONG_NUMBERS, int(part)))
            continue
        for letter in unicodedata.normalize("NFC", _without_tones(part, tones)):
            letters.append(_rank(letter, language))
    return tuple(letters), tuple(tones), text


_AMONG_SPACES, _AMONG_NUMBERS, _AMONG_LETTERS = range(3)


def _rank(letter: str, language: Language) -> tuple[int, int]:
    if not letter.isalpha():
        return _AMONG_SPACES, ord(letter)
    if language is Language.EN:
        letter = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
    return _AMONG_LETTERS, _RANK.get(letter, _BESIDE + ord(letter))


def _without_tones(text: str, tones: list[int]) -> str:
    """The letters alone; how each is toned is put down beside them."""
    kept = []
    for sign in unicodedata.normalize("NFD", text):
        if sign in _TONES:
            tones[-1:] = [_TONES[sign]]
            continue
        kept.append(sign)
        if not unicodedata.combining(sign):
            tones.append(0)
    return "".join(kept)
