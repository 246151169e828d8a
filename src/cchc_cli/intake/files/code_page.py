"""Texts in the one-byte code pages of Windows."""

import codecs
import unicodedata

VIETNAMESE = "cp1258"
UNKNOWN = ""
# ASCII, which no text with a letter of Vietnamese is in.
_OTHERWISE_NAMED = {367: UNKNOWN, 10000: "mac_roman", 32768: "mac_roman", 32769: "cp1252"}


def encoding_of(number: int) -> str:
    """The encoding that an old Excel file names by a number; the unknown one where nobody knows it.

    >>> encoding_of(1258), encoding_of(10000), encoding_of(1200), encoding_of(367)
    ('cp1258', 'mac_roman', '', '')
    """
    name = _OTHERWISE_NAMED.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return UNKNOWN
    return name


def decoded(raw: bytes, encoding: str) -> str:
    """A text in its encoding; in an unknown one, UTF-8 where it can be, else that of Vietnamese Windows.

    The code page of Vietnamese has tones apart from their vowels; they are put together. Raises
    UnicodeDecodeError where the bytes are no text in that encoding.

    >>> decoded(b"S\\xf4\\xcc", VIETNAMESE) == unicodedata.normalize("NFC", "S\\u00f4\\u0300")
    True
    """
    if encoding == UNKNOWN:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            encoding = VIETNAMESE
    text = raw.decode(encoding)
    return unicodedata.normalize("NFC", text) if encoding == VIETNAMESE else text
