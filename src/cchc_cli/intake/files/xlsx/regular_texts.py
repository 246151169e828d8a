"""Texts as common programs write them, in a cell or among those that all sheets share.

What a text is written in beyond this, the exact reader understands.
"""

import re
from functools import lru_cache

from cchc_cli.intake.files.sheet import normal_text
from cchc_cli.intake.files.xlsx.excel_xml import BLANKS, unescaped

_MAIN = (
    rb"http://(?:schemas.openxmlformats.org/spreadsheetml/2006/main|purl.oclc.org/ooxml/spreadsheetml/main)"
)
ROOT = (
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=[\"']1.0[\"'](?i: encoding=[\"']utf-8[\"'])?+"
    rb"(?: standalone=[\"']\w++[\"'])?+\s*+\?>\s*+)?+"
    rb'<%%s(?= (?:[^<>]* )?xmlns="%b")(?:\s++[\w:.]++="[^"<>&]*+")*+\s*+>'
) % _MAIN
"""The beginning of a part, in UTF-8, whose elements have no prefix."""
_SPACED = b' xml:space="preserve"'
_TEXT = rb"<t(?:%b)?+>[^<]*+</t>" % _SPACED
_LOOK = rb"(?:<rPr>(?:<\w++(?: \w++=\"[^\"<>&]*+\")*+ ?+/>)*+</rPr>)?+"
INSIDE = rb"(?:%b|(?:<r>%b%b</r>)++)" % (_TEXT, _LOOK, _TEXT)
"""What stands in the element of a text: the text, or runs of several looks."""
_INSIDE = re.compile(INSIDE)
_RUN = re.compile(rb"<t(%b)?>([^<]*)</t>" % _SPACED)
_PLAIN, _PLAIN_SPACED, _PLAIN_END = b"<t>", b"<t%b>" % _SPACED, b"</t>"
_HEAD = re.compile(ROOT % b"sst")
_ELEMENT, _ELEMENT_END, _BLANK_ELEMENT = b"<si>", b"</si>", b"<si/>"
_END = _ELEMENT_END + b"</sst>"
_BETWEEN = _ELEMENT_END + _ELEMENT
_MOST_TEXTS = 1_000_000
"""More are refused, which the exact reader does."""
_SHORT = 2_000
"""Bytes of an element that is remembered."""

_NO_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
_NO_CHARACTERS = (b"]]>", "\ufffe".encode(), "\uffff".encode())
_RARE_BYTES = (b"]", "\ufffe".encode()[:1])
"""One byte is looked for much faster than several: where neither occurs, none of these does."""


class IrregularError(Exception):
    """The XML is written in a way that the exact reader has to look at."""


def check_characters(xml: bytes) -> None:
    """Raises IrregularError unless it is UTF-8 that XML allows in a text."""
    try:
        xml.decode("utf-8")
    except UnicodeDecodeError:
        raise IrregularError from None
    if len(xml.translate(None, _CONTROLS)) < len(xml) or _NO_REFERENCE.search(xml):
        raise IrregularError
    if any(byte in xml for byte in _RARE_BYTES) and any(mark in xml for mark in _NO_CHARACTERS):
        raise IrregularError


def with_plain_lines(xml: bytes) -> bytes:
    """The same with every end of a line as one character."""
    return xml.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in xml else xml


def with_characters(text: str) -> str:
    """A text with the characters that its references stand for.

    Raises IrregularError where one stands for none.

    >>> with_characters("a &lt; &#272;&#x1ED3;ng")
    'a < Đồng'
    """
    if "&" not in text:
        return text
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    name = reference[3]
    if name:
        return _NAMED[name]
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF:
        return chr(code)
    raise IrregularError


def text_inside(element: bytes) -> str:
    """What the element of a text says; `element` is what `INSIDE` found in a part that was checked.

    Raises IrregularError for a reference to no character.
    """
    return (_kept_text if len(element) <= _SHORT else _text_inside)(element)


def _text_inside(element: bytes) -> str:
    if element.startswith(_PLAIN):
        text = with_characters(element[len(_PLAIN) : -len(_PLAIN_END)].decode()).strip(BLANKS)
    elif element.startswith(_PLAIN_SPACED):
        text = with_characters(element[len(_PLAIN_SPACED) : -len(_PLAIN_END)].decode())
    else:
        runs = ((is_spaced, with_characters(run.decode())) for is_spaced, run in _RUN.findall(element))
        text = "".join(run if is_spaced else run.strip(BLANKS) for is_spaced, run in runs)
    return unescaped(text) if "_x" in text else text


_kept_text = lru_cache(maxsize=4_096)(_text_inside)


def shared_texts(xml: bytes) -> list[str]:
    """The texts that the sheets share, by their numbers, as cells hold them: '' for a blank one.

    Raises IrregularError where one is not written as common programs write it.
    """
    start = xml.find(b"<si")
    head, elements = xml[:start], with_plain_lines(xml[start:])
    if _BLANK_ELEMENT in elements:
        elements = elements.replace(_BLANK_ELEMENT, _ELEMENT + _ELEMENT_END)
    if not (_is_head(head) and elements.startswith(_ELEMENT) and elements.endswith(_END)):
        raise IrregularError
    found = elements[len(_ELEMENT) : -len(_END)].split(_BETWEEN)
    if len(found) > _MOST_TEXTS:
        raise IrregularError
    return list(map(_kept_shared_text if max(map(len, found)) <= _SHORT else _shared_text, found))


def _is_head(head: bytes) -> bool:
    check_characters(head)
    return _HEAD.fullmatch(head) is not None


def _shared_text(element: bytes) -> str:
    if not element:
        return ""
    check_characters(element)
    if not _INSIDE.fullmatch(element):
        raise IrregularError
    return normal_text(_text_inside(element)) or ""


_kept_shared_text = lru_cache(maxsize=4_096)(_shared_text)
"""Forms made from one template have nearly all their texts in common."""
