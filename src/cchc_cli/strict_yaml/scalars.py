"""What one value is: an official's `no` or `on` is a word, 017 is not octal and 12:30 not in base sixty."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = str | int | Decimal | bool | None

_FORMS: dict[str, tuple[str, str, Callable[[str], Value]]] = {
    "null": ("~n", r"(?:~|null|)", lambda written: None),
    "bool": ("tf", r"(?:true|false)", lambda written: written == "true"),
    "int": ("-0123456789", r"-?(?:0|[1-9][0-9]{0,29})", int),
    "float": ("-0123456789", r"-?(?:0|[1-9][0-9]{0,29})\.[0-9]{1,30}", Decimal),
}
"""By kind: the letters it may begin with, how it is written, and what it is."""

_READINGS = {kind: (re.compile(form).fullmatch, read) for kind, (_, form, read) in _FORMS.items()}
_BY_FIRST_LETTER = {
    letter: [_READINGS[kind] for kind, (letters, _, _) in _FORMS.items() if letter in letters]
    for letter in "".join(letters for letters, _, _ in _FORMS.values())
}


def plain_value(written: str) -> Value:
    """What a value without quotes and without a tag is.

    >>> [plain_value(written) for written in ("17", "-2.50", "true", "", "no", "017", "12:30")]
    [17, Decimal('-2.50'), True, None, 'no', '017', '12:30']
    """
    if not written:
        return None
    for is_written, read in _BY_FIRST_LETTER.get(written[0], ()):
        if is_written(written):
            return read(written)
    return written


def tagged_value(tag: str, written: str) -> Value:
    """What a value with a tag is. Raises ValueError where the tag means nothing here, or not this."""
    kind = tag.rpartition(":")[2]
    if kind == "str":
        return written
    is_written, read = _READINGS.get(kind, (None, None))
    if is_written is None or read is None or not is_written(written):
        raise ValueError(f"no {kind}: {written}")
    return read(written)
