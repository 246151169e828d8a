"""What stands around the sheets of a workbook file: their names and order, and its number formats."""

import posixpath
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.number_formats import BUILT_IN_PERCENTS, is_percent_format
from cchc_cli.intake.files.small_parts import kept_when_small
from cchc_cli.intake.files.unreadable import megabytes, too_large
from cchc_cli.intake.files.xlsx.calculation import Calculation

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
SHARED_STRINGS = "xl/sharedstrings.xml"

# A format may hold a bare ">" between its quotation marks: [>100]0%.
_NUMBER_FORMAT = re.compile(rb"""<(?:\w+:)?numFmt(?=\s)((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>""")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs[\s>]")
_CELL_FORMATS_END = re.compile(rb"</(?:\w+:)?cellXfs>")
_CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf(?=[\s/>])([^<>]*)>")
_FORMAT_ID = re.compile(rb"""\snumFmtId=["'](\d{1,9})["']""")
_FORMAT_CODE = re.compile(rb"""\sformatCode=(?:"([^"]*)"|'([^']*)')""")
_TRUE = ("1", "true")
_MAXIMUM_STYLES = 65_536
"""More than Excel allows."""
_MAXIMUM_LIST_BYTES = 4 * 1024 * 1024
"""A list of sheets is laid out in memory as a whole, many times as large."""


class SheetPart(NamedTuple):
    """One sheet of the workbook, and the part that holds its cells."""

    name: str
    part: str
    hidden: bool


@kept_when_small
def calculation(xml: bytes) -> Calculation:
    """What the workbook's own part says. Raises ElementTree.ParseError where it is no XML."""
    workbook = _parsed(xml)
    said = {_local(element.tag): element.attrib for element in workbook}
    return Calculation(
        from_1904=said.get("workbookPr", {}).get("date1904") in _TRUE,
        on_load=said.get("calcPr", {}).get("fullCalcOnLoad") in _TRUE,
    )


def sheet_parts(parts: Parts) -> tuple[SheetPart, ...]:
    """The worksheets in the workbook's order, chart sheets left out.

    Raises ElementTree.ParseError where the workbook's own part is no XML, ValueError where two sheets or two
    relations share a name or a part, so that nobody could say which is which, UnreadableError where the list
    is far too long.
    """
    listed = parts[WORKBOOK], parts.get(_RELATIONS, b"<none/>")
    for xml in listed:
        _check_size(xml)
    return _listed(*listed)


@kept_when_small
def _listed(workbook: bytes, relations: bytes) -> tuple[SheetPart, ...]:
    targets = relation_targets(relations)
    found = []
    for element in _parsed(workbook).iter():
        if _local(element.tag) != "sheet":
            continue
        kind, part = targets.get(_relation_id(element), ("", ""))
        if kind.endswith("/worksheet"):
            hidden = element.get("state", "visible") != "visible"
            found.append(SheetPart(element.get("name", ""), part, hidden))
    refuse_doubles(sheet.name.casefold() for sheet in found)
    refuse_doubles(sheet.part for sheet in found)
    return tuple(found)


def percent_formats(parts: Parts) -> set[int]:
    """The style numbers of cells that show their value as a percentage."""
    styles = parts.get(STYLES, b"")
    percents = BUILT_IN_PERCENTS | {
        int(number[1])
        for attributes in _NUMBER_FORMAT.findall(styles)
        if (number := _FORMAT_ID.search(attributes)) and _shows_percent(attributes)
    }
    start = _CELL_FORMATS.search(styles)
    end = _CELL_FORMATS_END.search(styles, start.end()) if start else None
    formats = _CELL_FORMAT.finditer(styles, start.end(), end.start()) if start and end else iter(())
    numbers = (_FORMAT_ID.search(attributes[1]) for attributes in islice(formats, _MAXIMUM_STYLES))
    return {style for style, number in enumerate(numbers) if number and int(number[1]) in percents}


def _shows_percent(attributes: bytes) -> bool:
    code = _FORMAT_CODE.search(attributes)
    text = (code[1] or code[2] or b"").decode("utf-8", "replace") if code else ""
    return is_percent_format(text.replace("&quot;", '"'))


def relation_targets(xml: bytes) -> dict[str, tuple[str, str]]:
    """Type and part of each relation of a workbook, by id.

    Raises ElementTree.ParseError where it is no XML, ValueError where two share an id, UnreadableError where
    the list is far too long.
    """
    relations = list(_parsed(xml))
    refuse_doubles(element.get("Id", "") for element in relations)
    targets = {}
    for element in relations:
        target = posixpath.normpath(posixpath.join("/xl", element.get("Target", "")))
        targets[element.get("Id", "")] = (element.get("Type", ""), target.lstrip("/").lower())
    return targets


def refuse_doubles(names: Iterable[str]) -> None:
    """Raises ValueError where a name comes twice."""
    listed = list(names)
    if len(set(listed)) != len(listed):
        raise ValueError("two parts of a workbook share a name")


def _parsed(xml: bytes) -> ElementTree.Element:
    _check_size(xml)
    return ElementTree.fromstring(xml)


def _check_size(xml: bytes) -> None:
    if len(xml) > _MAXIMUM_LIST_BYTES:
        raise too_large(megabytes(len(xml)), megabytes(_MAXIMUM_LIST_BYTES))


def _relation_id(element: ElementTree.Element) -> str:
    return next((value for name, value in element.items() if name.endswith("}id")), "")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
