"""Text from files made visible: what cannot be seen is written as its escape.

Every sink begins with it, whatever it does besides (`reports/sinks`, our workbooks).
"""

import re

# Control characters, line and paragraph separators, bidirectional and other invisible format
# characters, and halves of surrogate pairs (file names that are no valid text).
UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_UNSEEN = re.compile(UNSEEN)


def visible(text: str) -> str:
    r"""The text on one line, with nothing in it that steers whoever shows it.

    >>> print(visible("Sở\x1b[31m Y tế\u202e"))
    Sở\x1b[31m Y tế\u202e
    """
    return _UNSEEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
