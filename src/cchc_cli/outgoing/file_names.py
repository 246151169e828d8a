"""File names that every system takes, made from codes and names that may hold anything."""

import re
import unicodedata
from collections.abc import Iterable

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)")
_LONGEST = 100
_NOTHING_LEFT = "khong-ten"


def safe_name(text: str) -> str:
    """The text as a file's name without its suffix: readable, in one folder, the same on every system.

    >>> safe_name("815 - TP. Mỹ Tho")
    '815 - TP. Mỹ Tho'
    >>> safe_name("../../etc/passwd"), safe_name("CON"), safe_name(" . ")
    ('etc passwd', 'CON_', 'khong-ten')
    """
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(letter for letter in composed if _is_visible(letter))
    words = [word for word in _UNSAFE.sub(" ", visible).split() if word.strip(".")]
    name = " ".join(words)[:_LONGEST].strip(" .") or _NOTHING_LEFT
    return f"{name}_" if _RESERVED.match(name) else name


def unique_names(texts: Iterable[str]) -> list[str]:
    """A safe name for each text, in their order; no two alike where letter case makes no difference.

    >>> unique_names(["a/b", "A b", "c"])
    ['a b', 'A b (2)', 'c']
    """
    taken: set[str] = set()
    names: list[str] = []
    for text in texts:
        base = name = safe_name(text)
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{base} ({count})"
        taken.add(name.casefold())
        names.append(name)
    return names


def _is_visible(letter: str) -> bool:
    """Neither a control character nor one that steers the direction or joining of text."""
    return unicodedata.category(letter) not in {"Cf", "Co", "Cn", "Cs"}
