"""The binary workbook (.xlsb), record by record.

A reader that lays out the whole block of cells could be made to fill the memory by one far cell.
"""

import struct
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import Allowance, check_sheet_count
from cchc_cli.intake.files.number_formats import built_in_format
from cchc_cli.intake.files.parts import refuse_doubles, relation_targets
from cchc_cli.intake.files.sheet import Workbook
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.unreadable import damaged
from cchc_cli.intake.files.xlsb.records import Record, records
from cchc_cli.intake.files.xlsb.sheet import BinarySheet

_WORKBOOK = "xl/workbook.bin"
_RELATIONS = "xl/_rels/workbook.bin.rels"
_STYLES = "xl/styles.bin"
_SHARED_TEXTS = "xl/sharedstrings.bin"

# Kinds of records. Source: [MS-XLSB], 2.3.2 «Record Enumeration».
_SHARED_TEXT, _FORMAT, _CELL_STYLE = 19, 44, 47
_WORKBOOK_FLAGS, _SHEET = 153, 156
_STYLES_BEGIN, _STYLES_END = 617, 618
_A_TEXT = 8
"""A text takes the memory of so many cells."""


class _Listed(NamedTuple):
    """A worksheet in the workbook's list, and the part that holds its cells."""

    name: str
    part: str
    hidden: bool


def read_binary_workbook(parts: Parts) -> Workbook:
    """The sheets of an .xlsb file. Raises UnreadableError where it is damaged or too large."""
    try:
        return _read(parts)
    except (struct.error, IndexError, KeyError, ValueError, ElementTree.ParseError):
        raise damaged() from None


def _read(parts: Parts) -> Workbook:
    allowance = Allowance()
    targets = relation_targets(parts[_RELATIONS])
    declared = list(records(parts[_WORKBOOK], allowance))
    flags = next((record.number(0) for record in declared if record.kind == _WORKBOOK_FLAGS), 0)
    texts = _texts(parts, allowance)
    styles = CellStyles(_codes(records(parts.get(_STYLES, b""), allowance)), from_1904=bool(flags & 1))
    found = []
    sheets = list(_listed(declared, targets))
    check_sheet_count(len(sheets))
    refuse_doubles(listed.part for listed in sheets)
    for listed in sheets:
        sheet = SparseSheet(listed.name, allowance, hidden=listed.hidden)
        BinarySheet(sheet, texts, styles).read(records(parts[listed.part], allowance))
        found.append(sheet.finished())
    return Workbook(tuple(found))


def _listed(declared: Iterable[Record], targets: dict[str, tuple[str, str]]) -> Iterator[_Listed]:
    for record in declared:
        if record.kind == _SHEET:
            relation, after = record.text(8)
            name, _ = record.text(after)
            kind, part = targets.get(relation, ("", ""))
            if kind.endswith("/worksheet"):
                yield _Listed(name, part, record.number(0) != 0)


def _texts(parts: Parts, allowance: Allowance) -> list[str]:
    texts = []
    for record in records(parts.get(_SHARED_TEXTS, b""), allowance):
        if record.kind == _SHARED_TEXT:
            allowance.spend(_A_TEXT)
            texts.append(record.text(1)[0])
    return texts


def _codes(declared: Iterable[Record]) -> Iterator[str]:
    """The format codes of the cells' styles, in their order."""
    codes: dict[int, str] = {}
    is_of_cells = False
    for record in declared:
        if record.kind == _FORMAT:
            codes[record.short(0)] = record.text(2)[0]
        elif record.kind in (_STYLES_BEGIN, _STYLES_END):
            is_of_cells = record.kind == _STYLES_BEGIN
        elif record.kind == _CELL_STYLE and is_of_cells:
            number = record.short(2)
            yield codes.get(number) or built_in_format(number)
