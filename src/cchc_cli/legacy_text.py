"""Text typed for the fonts of before Unicode: TCVN3 (.VnTime, .VnTimeH) and VNI (VNI-Times).

Such text is stored as Latin letters that only its font shows as Vietnamese. It is told by its letters, not
by its font: every word must turn into a Vietnamese syllable, and at least one must not have been one before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cchc_cli.syllable import is_syllable
from cchc_cli.text_memory import TextMemory

_LONGEST = 1_000
"""Names, headings, periods and what agencies explain are shorter."""
_LONGEST_WORD = 12
"""No syllable is longer, however many marks stand behind its letters."""
_NO_LEGACY_LETTER = re.compile("[^\x00-\xff\u2010-\u205e]")
_OTHER_CHARACTERS = "\x00-@\\[-`{-\x7f\xa0\u2010-\u205e"
"""Digits, spaces and punctuation, the same in every encoding."""
_ABBREVIATION = re.compile("[A-ZĂÂĐÊÔƠƯ]{1,8}|[bcdđghklmnpqrstvx]{1,4}")
_FEWEST_LETTERS = 2
_UNITS = frozenset({"µm"})
"""What reads as a word of TCVN3 and is none."""


class Recovered(NamedTuple):
    """What a text says, and the encoding it was typed in."""

    text: str
    encoding: str


class Stored(NamedTuple):
    """A text as it stands in a file, and the encoding it was typed in."""

    text: str
    encoding: str


@dataclass(frozen=True)
class LegacyEncoding:
    """An encoding of before Unicode; `letters` are its spellings by the Vietnamese letter, none twice."""

    name: str
    letters: dict[str, str]

    def encoded(self, text: str) -> str:
        """The text as it was stored then; characters that the encoding lacks stay as they are.

        TCVN3 has no capitals with a tone: its fonts of capitals (.VnTimeH) show the small letters as such.

        >>> TCVN3.encoded("Mã đơn vị"), VNI.encoded("Mã đơn vị"), TCVN3.encoded("VỊ")
        ('M· ®¬n vÞ', 'Maõ ñôn vò', 'VÞ')
        """
        return "".join(self.letters.get(letter, letter) for letter in text)

    def recovered(self, text: str) -> str | None:
        """The Unicode text of which this is the stored form; None where it is not, or not for certain.

        >>> TCVN3.recovered("Së Néi vô"), TCVN3.recovered("Sở Nội vụ"), TCVN3.recovered("Café")
        ('Sở Nội vụ', None, None)
        """
        meant = self.read_as(text)
        return meant if meant is not None and self._is_proven(text) else None

    def read_as(self, text: str) -> str | None:
        """What the text says if it is of this encoding, which nothing in it may prove; None if it cannot be.

        Where all letters that have capitals are capitals, the others are made capitals too if they may be.

        >>> TCVN3.recovered("Cã"), TCVN3.read_as("Cã"), TCVN3.read_as("TæNG CéNG"), VNI.read_as("A Gô")
        (None, 'Có', 'TỔNG CỘNG', 'A Gơ')
        """
        if text.isascii() or len(text) > _LONGEST or not self._spelling.fullmatch(text):
            return None
        words = self._words.findall(text)
        if any(len(word) > _LONGEST_WORD and not word.isascii() for word in words):
            return None
        meant = self._decoded(text)
        if _is_in_capitals(text) and self.encoded(meant.upper()) == text:
            meant = meant.upper()
        if meant == text or self.encoded(meant) != text:
            return None
        return meant if all(map(_is_possible, map(self._decoded, words))) else None

    def _is_proven(self, text: str) -> bool:
        """Whether some word is of this encoding for certain: as it stands it is no syllable, and no unit."""
        for match in self._words.finditer(text):
            word, meant = match[0], self._decoded(match[0])
            is_long = len(meant) >= _FEWEST_LETTERS and word not in _UNITS
            behind_number = text[: match.start()][-1:].isdigit()
            if is_long and not behind_number and is_syllable(meant) and not is_syllable(word):
                return True
        return False

    def _decoded(self, text: str) -> str:
        return self._spelt.sub(lambda match: self._meanings[match[0]], text)

    @cached_property
    def _meanings(self) -> dict[str, str]:
        """Where a capital is spelt like its small letter, the small one is meant."""
        return {spelling: letter for letter, spelling in reversed(self.letters.items())}

    @cached_property
    def _spelt(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(self._meanings, key=len, reverse=True)))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        own = "".join(sorted({character for spelling in self._meanings for character in spelling}))
        return re.compile(f"[A-Za-z{re.escape(own)}]+")

    @cached_property
    def _spelling(self) -> re.Pattern[str]:
        """A text of nothing but this encoding's letters, each mark behind a letter that takes it."""
        return re.compile(f"(?:{self._spelt.pattern}|[A-Za-z{_OTHER_CHARACTERS}])*")


def _is_in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isascii() and letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and all(map(str.isupper, letters))


def _is_possible(word: str) -> bool:
    return word.isascii() or is_syllable(word) or bool(_ABBREVIATION.fullmatch(word))


def in_doubt(texts: Iterable[str]) -> set[str]:
    """Those of the texts that may be of a legacy encoding: neither plain ASCII nor certainly Unicode.

    >>> sorted(in_doubt(["Mã đơn vị", "M· ®¬n vÞ", "SNV", "Xã"]))
    ['M· ®¬n vÞ', 'Xã']
    """
    return {text for text in texts if _in_doubt[text]}


def _is_in_doubt(text: str) -> bool:
    return not (text.isascii() or _NO_LEGACY_LETTER.search(text))


_in_doubt = TextMemory(_is_in_doubt)


def readings(text: str) -> tuple[Recovered, ...]:
    """Everything that the text may have been typed for: nothing at all, where it is Unicode text.

    A short word may be read in two encodings:

    >>> [one.text for one in readings("Bæ sung")], [one.text for one in readings("Bổ sung")]
    (['Bổ sung', 'Bỉ sung'], [])
    """
    return _known_readings[text]


def _readings(text: str) -> tuple[Recovered, ...]:
    if not _in_doubt[text]:
        return ()
    return tuple(
        Recovered(meant, encoding.name)
        for encoding in ENCODINGS
        if (meant := encoding.recovered(text)) is not None
    )


_known_readings = TextMemory(_readings)


def in_unicode(text: str) -> str:
    """What the text says, if it is of one legacy encoding for certain; else the text itself.

    >>> in_unicode("Sè liÖu"), in_unicode("Số liệu"), in_unicode("Bæ sung")
    ('Số liệu', 'Số liệu', 'Bæ sung')
    """
    found = readings(text)
    return found[0].text if len(found) == 1 else text


def _with_capitals(letters: dict[str, str]) -> dict[str, str]:
    return letters | {letter.upper(): spelling.upper() for letter, spelling in letters.items()}


_TCVN3_SMALL = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ",
        strict=True,
    )
)
TCVN3 = LegacyEncoding(
    "TCVN3",
    _TCVN3_SMALL
    | {letter.upper(): spelling for letter, spelling in _TCVN3_SMALL.items()}
    | dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)),
)
"""One character a letter. Source: TCVN 5712:1993, character set VN3."""

_TONES, _WITH_CIRCUMFLEX, _WITH_BREVE = "ùøûõï", "âáàåãä", "êéèúüë"
_VNI_MARKED = (
    ("a", _TONES, "áàảãạ"),
    ("a", _WITH_BREVE, "ăắằẳẵặ"),
    ("a", _WITH_CIRCUMFLEX, "âấầẩẫậ"),
    ("e", _TONES, "éèẻẽẹ"),
    ("e", _WITH_CIRCUMFLEX, "êếềểễệ"),
    ("o", _TONES, "óòỏõọ"),
    ("o", _WITH_CIRCUMFLEX, "ôốồổỗộ"),
    ("ô", _TONES, "ớờởỡợ"),
    ("u", _TONES, "úùủũụ"),
    ("ö", _TONES, "ứừửữự"),
    ("y", _TONES[:4], "ýỳỷỹ"),
)
_VNI_ALONE = dict(zip("íìỉĩịơưđỵ", "íìæóòôöñî", strict=True))
VNI = LegacyEncoding(
    "VNI",
    _with_capitals(
        _VNI_ALONE
        | {
            letter: f"{base}{mark}"
            for base, marks, letters in _VNI_MARKED
            for mark, letter in zip(marks, letters, strict=True)
        }
    ),
)
"""A letter, and a mark behind it, as the Windows fonts of VNI show them."""

ENCODINGS = (TCVN3, VNI)
