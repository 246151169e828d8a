"""Texts as common programs write them, in a cell or among those that all sheets share.

What a text is written in beyond this, the exact reader understands.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from cchc_cli.intake.files.xlsx.excel_xml import BLANKS, unescaped

_MAIN = "http://(?:schemas.openxmlformats.org/spreadsheetml/2006/main|purl.oclc.org/ooxml/spreadsheetml/main)"
ROOT = (
    r"\ufeff?(?:<\?xml version=[\"']1.0[\"'](?i: encoding=[\"']utf-8[\"'])?+"
    r"(?: standalone=[\"']\w++[\"'])?+\s*+\?>\s*+)?+"
    rf'<%s(?= (?:[^<>]* )?xmlns="{_MAIN}")(?:\s++[\w:.]++="[^"<>&]*+")*+\s*+>'
)
"""The beginning of a part, in UTF-8, whose elements have no prefix."""
_SPACED = ' xml:space="preserve"'
_TEXT = rf"<t(?:{_SPACED})?+>[^<]*+</t>"
_LOOK = r"(?:<rPr>(?:<\w++(?: \w++=\"[^\"<>&]*+\")*+ ?+/>)*+</rPr>)?+"
INSIDE = rf"(?:{_TEXT}|(?:<r>{_LOOK}{_TEXT}</r>)++)"
"""What stands in the element of a text: the text, or runs of several looks."""
_RUN = re.compile(rf"<t({_SPACED})?>([^<]*)</t>")
_PLAIN, _PLAIN_SPACED, _PLAIN_END = "<t>", f"<t{_SPACED}>", "</t>"
_SHARED = re.compile(rf"<si(?:>({INSIDE})</si>| ?+/>)")
_HEAD = re.compile(ROOT % "sst")
_TAIL = "</sst>"
_SHORT = 1_000

_NO_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
_NO_CHARACTERS = ("]]>", "\ufffe", "\uffff")

Decode: TypeAlias = Callable[[str], str]


class IrregularError(Exception):
    """The XML is written in a way that the exact reader has to look at."""


def decoded_part(xml: bytes) -> str:
    """XML in UTF-8 as characters, every end of a line as one.

    Raises IrregularError where anything stands in it that XML does not allow in a text.
    """
    try:
        text = xml.decode("utf-8")
    except UnicodeDecodeError:
        raise IrregularError from None
    if len(xml.translate(None, _CONTROLS)) != len(xml) or any(mark in text for mark in _NO_CHARACTERS):
        raise IrregularError
    if _NO_REFERENCE.search(text):
        raise IrregularError
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


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


def text_inside(element: str) -> str:
    """What the element of a text says; `element` is what `INSIDE` found.

    Raises IrregularError for a reference to no character.
    """
    return (_kept_text if len(element) <= _SHORT else _text_inside)(element)


def _text_inside(element: str) -> str:
    if element.startswith(_PLAIN):
        text = element[len(_PLAIN) : -len(_PLAIN_END)]
        text = (with_characters(text) if "&" in text else text).strip(BLANKS)
    elif element.startswith(_PLAIN_SPACED):
        text = element[len(_PLAIN_SPACED) : -len(_PLAIN_END)]
        text = with_characters(text) if "&" in text else text
    else:
        runs = ((is_spaced, with_characters(run)) for is_spaced, run in _RUN.findall(element))
        text = "".join(run if is_spaced else run.strip(BLANKS) for is_spaced, run in runs)
    return unescaped(text) if "_x" in text else text


_kept_text = lru_cache(maxsize=4_096)(_text_inside)
"""Forms made from one template have nearly all their texts in common."""


def shared_texts(xml: bytes) -> list[str]:
    """The texts that the sheets share, by their numbers.

    Raises IrregularError where one is not written as common programs write it.
    """
    head, *pieces = _SHARED.split(decoded_part(xml))
    tail = pieces.pop() if pieces else ""
    if not _HEAD.fullmatch(head) or tail != _TAIL or any(pieces[1::2]):
        raise IrregularError
    return [text_inside(element) if element else "" for element in pieces[::2]]
