"""A text file that does not say its encoding: what makes words of its letters is what it is in."""

import re
from itertools import islice

from cchc_cli.intake.files.code_page import UNKNOWN, decoded
from cchc_cli.legacy_text import ENCODINGS
from cchc_cli.syllable import is_syllable

_WESTERN = "cp1252"
"""What text of the fonts before Unicode is saved in: its letters are Western ones to the computer."""
_CELL = re.compile('[^;,\t\r\n"]+')
_WORD = re.compile(r"[^\W\d_]+[\u0300-\u036f]*")
_LONGEST_WORD = 12
"""No syllable is longer, with its marks apart."""
_LOOKED_AT = 500


def unmarked_text(raw: bytes) -> str:
    """UTF-8 where it can be; else the code page of Vietnamese, or text of the fonts before Unicode.

    Raises UnicodeDecodeError where it is none of these.
    """
    text = decoded(raw, UNKNOWN)
    if text.isascii() or _is_utf_8(raw):
        return text
    try:
        western = raw.decode(_WESTERN)
    except UnicodeDecodeError:
        return text
    return western if _sense(western) > _sense(text) else text


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sense(text: str) -> int:
    """How many of the first cells that are more than ASCII say something."""
    cells = islice((cell[0] for cell in _CELL.finditer(text) if not cell[0].isascii()), _LOOKED_AT)
    return sum(_is_legacy(cell) or _is_vietnamese(cell) for cell in cells)


def _is_legacy(cell: str) -> bool:
    return any(encoding.recovered(cell) is not None for encoding in ENCODINGS)


def _is_vietnamese(cell: str) -> bool:
    words = (word for word in _WORD.findall(cell) if not word.isascii())
    return all(len(word) <= _LONGEST_WORD and is_syllable(word) for word in words)
