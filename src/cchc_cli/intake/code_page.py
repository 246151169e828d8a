"""Texts in the one-byte code pages of Windows."""

import unicodedata

VIETNAMESE = "cp1258"
UNKNOWN = ""


def decoded(raw: bytes, encoding: str) -> str:
    """A text in its encoding; in an unknown one, UTF-8 where it can be, else that of Vietnamese Windows.

    The code page of Vietnamese has tones apart from their vowels; they are put together. Raises
    UnicodeDecodeError where the bytes are no text in that encoding, LookupError where nobody knows it.

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
