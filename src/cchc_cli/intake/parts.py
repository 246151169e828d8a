"""What stands around the sheets of a workbook file: their names and order, and its number formats."""

import posixpath
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from typing import NamedTuple

from cchc_cli.intake.archive import Parts

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_SHARED_STRINGS = "xl/sharedstrings.xml"

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BUILT_IN_PERCENTS = {9, 10}
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt(?=\s)([^>]*)>")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs(?=[\s>]).*?</(?:\w+:)?cellXfs>", re.DOTALL)
_CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf(?=[\s/>])([^>]*)>")
_FORMAT_ID = re.compile(rb"""\snumFmtId=["'](\d+)["']""")
_FORMAT_CODE = re.compile(rb"""\sformatCode=(?:"([^"]*)"|'([^']*)')""")
_TEXT = re.compile(rb"</(?:\w+:)?si>")


class SheetPart(NamedTuple):
    """One sheet of the workbook, and the part that holds its cells."""

    name: str
    part: str
    hidden: bool


def sheet_parts(parts: Parts) -> list[SheetPart]:
    """The worksheets in the workbook's order, chart sheets left out.

    Raises ElementTree.ParseError where the workbook's own part is no XML, ValueError where two sheets or two
    relations share a name, so that nobody could say which is which.
    """
    targets = _targets(parts)
    found = []
    for element in ElementTree.fromstring(parts[_WORKBOOK]).iter():
        if _local(element.tag) != "sheet":
            continue
        kind, part = targets.get(_relation_id(element), ("", ""))
        if kind.endswith("/worksheet"):
            hidden = element.get("state", "visible") != "visible"
            found.append(SheetPart(element.get("name", ""), part, hidden))
    _refuse_doubles(sheet.name.casefold() for sheet in found)
    return found


def percent_formats(parts: Parts) -> set[int]:
    """The style numbers of cells that show their value as a percentage."""
    styles = parts.get(_STYLES, b"")
    percents = _BUILT_IN_PERCENTS | {
        int(number[1])
        for attributes in _NUMBER_FORMAT.findall(styles)
        if (number := _FORMAT_ID.search(attributes)) and _shows_percent(attributes)
    }
    block = _CELL_FORMATS.search(styles)
    formats = _CELL_FORMAT.findall(block[0]) if block else []
    numbers = [_FORMAT_ID.search(attributes) for attributes in formats]
    return {style for style, number in enumerate(numbers) if number and int(number[1]) in percents}


def is_percent_format(code: str) -> bool:
    """Whether a number format shows a percentage; a quoted or escaped sign shows itself only.

    >>> is_percent_format("0.0%"), is_percent_format('0"%"')
    (True, False)
    """
    return "%" in _QUOTED.sub("", code)


def shared_texts(parts: Parts) -> bytes:
    """The XML of the texts that cells share; empty where each cell has its own."""
    return parts.get(_SHARED_STRINGS, b"")


def longest_shared_text(parts: Parts) -> int:
    """A length that no shared text of the workbook exceeds, in bytes."""
    return max(map(len, _TEXT.split(shared_texts(parts))))


def _shows_percent(attributes: bytes) -> bool:
    code = _FORMAT_CODE.search(attributes)
    text = (code[1] or code[2] or b"").decode("utf-8", "replace") if code else ""
    return is_percent_format(text.replace("&quot;", '"'))


def _targets(parts: Parts) -> dict[str, tuple[str, str]]:
    """Type and part of each relation of the workbook."""
    relations = list(ElementTree.fromstring(parts.get(_RELATIONS, b"<none/>")))
    _refuse_doubles(element.get("Id", "") for element in relations)
    targets = {}
    for element in relations:
        target = posixpath.normpath(posixpath.join("/xl", element.get("Target", "")))
        targets[element.get("Id", "")] = (element.get("Type", ""), target.lstrip("/").lower())
    return targets


def _refuse_doubles(names: Iterable[str]) -> None:
    listed = list(names)
    if len(set(listed)) != len(listed):
        raise ValueError("two parts of a workbook share a name")


def _relation_id(element: ElementTree.Element) -> str:
    return next((value for name, value in element.items() if name.endswith("}id")), "")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
