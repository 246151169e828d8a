"""Where text that came from files goes out: one escaping function for each sink.

Names, file paths and cell contents are data. Nothing in them may act as markup, formula, link, control
sequence or bidirectional override, whatever the format.
"""

import re

# Control characters, line and paragraph separators, bidirectional and other invisible format
# characters, and halves of surrogate pairs (file names that are no valid text).
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_UNSEEN_IN_JSON = re.compile(f"(?!\n){_UNSEEN.pattern}")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_MARKDOWN_LINE_START = re.compile(r"^(\d*)([#+-]|[.)](?=\s|$))")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www)([:.])")
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


def terminal(text: str) -> str:
    r"""One line for a terminal or a log: what cannot be seen is written as its escape.

    >>> print(terminal("Sở\x1b[31m Y tế\u202e"))
    Sở\x1b[31m Y tế\u202e
    """
    return _UNSEEN.sub(_escape, text)


def json_text(document: str) -> str:
    r"""A JSON document whose unseen characters are written as \uXXXX; line ends stay."""
    return _UNSEEN_IN_JSON.sub(_json_escape, document)


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> csv_cell("=HYPERLINK(1)"), csv_cell("Sở Y tế")
    ("'=HYPERLINK(1)", 'Sở Y tế')
    """
    seen = terminal(text)
    return f"'{seen}" if seen.lstrip().startswith(_FORMULA_STARTS) else seen


def markdown(text: str) -> str:
    """A run of plain words within a line or table cell of Markdown.

    >>> markdown("<b>*a*|b</b>")
    '&lt;b&gt;\\\\*a\\\\*\\\\|b&lt;/b&gt;'
    """
    marked = _MARKDOWN.sub(r"\\\1", terminal(text).translate(_HTML))
    unlinked = _ADDRESS.sub(lambda match: f"{match[1]}&#{ord(match[2])};", marked)
    return _MARKDOWN_LINE_START.sub(r"\1\\\2", unlinked)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
