"""Text for a console or pipe whose code page lacks some of our letters and signs.

On code page 1258 a Vietnamese letter is a base letter followed by its tone; on 1252 many have no form at
all and lose their marks, which Vietnamese readers are used to ("Khong dat"). Nothing becomes "?".
"""

import unicodedata

_SPELLED = {
    "đ": "d",
    "Đ": "D",
    "≥": ">=",
    "≤": "<=",
    "✓": "+",
    "✗": "x",
    "○": "o",
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "›": ">",
    "→": "->",
    "←": "<-",
    "·": "-",
    "•": "*",
    "§": "#",
    "─": "-",
    "━": "=",
    "│": "|",
    "├": "|",
    "└": "`",
    "\u00a0": " ",
}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def legible(text: str, encoding: str) -> str:
    """The text with what the encoding lacks written in signs that it has.

    >>> legible("Không đạt: ≥ 80%", "cp1252")
    'Không dat: >= 80%'
    >>> legible("đạt", "cp1258") == "đa\\u0323t"
    True
    """
    if can_carry(text, encoding):
        return text
    return "".join(_spell(character, encoding) for character in unicodedata.normalize("NFC", text))


def can_carry(text: str, encoding: str) -> bool:
    """Whether every character of the text exists in the encoding."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _spell(character: str, encoding: str) -> str:
    if can_carry(character, encoding):
        return character
    spelled = _SPELLED.get(character) or _toned(character, encoding) or _without_marks(character)
    return spelled if can_carry(spelled, encoding) else _escape(character)


def _toned(character: str, encoding: str) -> str | None:
    parts = unicodedata.normalize("NFD", character)
    tone = next((part for part in parts if part in _TONES), None)
    if tone is None:
        return None
    toned = unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
    return toned if can_carry(toned, encoding) else None


def _without_marks(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _escape(character: str) -> str:
    return character.encode("ascii", "backslashreplace").decode("ascii")
