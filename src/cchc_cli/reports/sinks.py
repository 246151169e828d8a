"""Where text that came from files goes out: one escaping function for each sink.

Names, file paths and cell contents are data. Nothing in them may act as markup, formula, link, control
sequence or bidirectional override, whatever the format.
"""

import json
import re
from html import escape
from typing import Any

from cchc_cli.visible import UNSEEN, visible

_UNSEEN_IN_JSON = re.compile(f"(?!\n){UNSEEN}")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_MARKDOWN_LINE_START = re.compile(r"^(\d*)([#+-]|[.)](?=\s|$))")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www)([:.])")
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_NO_XML = re.compile("[\ufffe\uffff]")
_TEMPLATE_SIGNS = str.maketrans({"{": "&#123;", "}": "&#125;"})
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
# Line ends, which the rules of workflow commands name too, are escapes by then.
_COMMAND_DATA = str.maketrans({"%": "%25"})
_COMMAND_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


def terminal(text: str) -> str:
    r"""One line for a terminal or a log: what cannot be seen is written as its escape.

    >>> print(terminal("Sở\x1b[31m Y tế\u202e"))
    Sở\x1b[31m Y tế\u202e
    """
    return visible(text)


def json_document(document: Any) -> str:
    r"""A JSON document as it is written to a file: unseen characters as \uXXXX, one value a line.

    >>> print(json_document({"name": "Sở\u202e"}), end="")
    {
      "name": "Sở\u202e"
    }
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    return _UNSEEN_IN_JSON.sub(_json_escape, text) + "\n"


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


def xml(text: str) -> str:
    r"""Text for whoever writes XML and escapes its signs: nothing in it that XML 1.0 cannot hold.

    >>> print(xml("a\uffffb"))
    a\uffffb
    """
    return _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", terminal(text))


def word(text: str) -> str:
    """Text within the XML of a Word document that is made from a template: no markup, no field of it.

    >>> word("<w:p>{{ x }}")
    '&lt;w:p&gt;&#123;&#123; x &#125;&#125;'
    """
    return escape(xml(text)).translate(_TEMPLATE_SIGNS)


def html(text: str) -> str:
    """Words within an element or a quoted attribute of a web page.

    >>> html("<b>'a' & b</b>")
    '&lt;b&gt;&#x27;a&#x27; &amp; b&lt;/b&gt;'
    """
    return escape(terminal(text))


def script_json(document: Any) -> str:
    r"""A JSON document inside a script element, which nothing in it can end.

    >>> print(script_json({"name": "</script>\u202e"}))
    {"name":"\u003c/script\u003e\u202e"}
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSEEN_IN_JSON.sub(_json_escape, text).translate(_IN_SCRIPT)


def sarif(text: str) -> str:
    """A plain text message of SARIF: no placeholder, no link (SARIF 2.1.0, 3.11.5 and 3.11.6).

    >>> sarif("{0} [x](http://a)")
    '{{0}} [x\\\\](http://a)'
    """
    return terminal(text).translate(_BRACES).replace("](", "\\](")


def annotation(text: str) -> str:
    """What an annotation of GitHub says: one line of a workflow command.

    >>> annotation("100%")
    '100%25'
    """
    return terminal(text).translate(_COMMAND_DATA)


def annotation_property(text: str) -> str:
    """A property of an annotation, such as its file or title.

    >>> annotation_property("a,b: 5%")
    'a%2Cb%3A 5%25'
    """
    return terminal(text).translate(_COMMAND_PROPERTY)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
