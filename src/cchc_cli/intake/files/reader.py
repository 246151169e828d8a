"""Workbook bytes → sheets of cells, safely: one file can neither end the program nor fill the memory."""

import xml.etree.ElementTree as ElementTree
from functools import cached_property

from cchc_cli.intake.files import limits
from cchc_cli.intake.files.archive import ZIP, Parts, inflated_parts
from cchc_cli.intake.files.file_type import FileType, file_type, zipped_type
from cchc_cli.intake.files.limits import Allowance, check_sheet_count
from cchc_cli.intake.files.parts import (
    SHARED_STRINGS,
    STYLES,
    WORKBOOK,
    SheetPart,
    calculation,
    sheet_parts,
)
from cchc_cli.intake.files.sheet import Sheet, Workbook, normal_text
from cchc_cli.intake.files.unreadable import damaged, megabytes, too_large
from cchc_cli.intake.files.xlsx.exact_reader import ExactReader
from cchc_cli.intake.files.xlsx.excel_texts import cell_styles, exact_texts
from cchc_cli.intake.files.xlsx.regular_sheet import RegularReader
from cchc_cli.intake.files.xlsx.regular_texts import IrregularError, shared_texts


def read_workbook(raw: bytes, suffix: str, *, name: str = "", exact: bool = False) -> Workbook:
    """The sheets of a workbook file of any type that is read.

    `name` is what the one sheet of a .csv file is called; `exact` takes the slow reader for every sheet of
    an .xlsx file. Raises UnreadableError where the file is no workbook, damaged, encrypted or too large.
    """
    if len(raw) > limits.MAXIMUM_FILE_BYTES:
        raise too_large(megabytes(len(raw)), megabytes(limits.MAXIMUM_FILE_BYTES))
    if raw.startswith(ZIP):
        workbook = _read_zipped(raw, exact)
    elif file_type(raw, suffix) is FileType.XLS:
        from cchc_cli.intake.files.xls.workbook import read_old_workbook

        workbook = read_old_workbook(raw, name)
    else:
        from cchc_cli.intake.files.separated_text import read_separated_text

        workbook = read_separated_text(raw, name)
    if not workbook.sheets:
        raise damaged()
    return workbook


def _read_zipped(raw: bytes, exact: bool) -> Workbook:
    parts = inflated_parts(raw)
    match zipped_type(parts):
        case FileType.XLSB:
            from cchc_cli.intake.files.xlsb.workbook import read_binary_workbook

            return read_binary_workbook(parts)
        case FileType.ODS:
            from cchc_cli.intake.files.ods.document import read_open_document

            return read_open_document(parts)
        case _:
            return _read_excel(parts, exact)


def _read_excel(parts: Parts, exact: bool) -> Workbook:
    try:
        sheets = sheet_parts(parts)
    except (ElementTree.ParseError, ValueError):
        raise damaged() from None
    check_sheet_count(len(sheets))
    if any(sheet.part not in parts for sheet in sheets):
        raise damaged()
    return Workbook(tuple(map(_Reading(parts, exact).sheet, sheets)))


class _Reading:
    """The reading of one workbook file; the slow reader is opened when a sheet needs it."""

    def __init__(self, parts: Parts, exact: bool) -> None:
        self._parts = parts
        self._allowance = Allowance()
        self._calculation = calculation(parts[WORKBOOK])
        self._styles = cell_styles(parts.get(STYLES, b""), self._calculation.from_1904)
        self._regular = None if exact else self._regular_reader()

    def _regular_reader(self) -> RegularReader:
        xml = self._parts.get(SHARED_STRINGS)
        try:
            texts = shared_texts(xml) if xml else []
        except IrregularError:
            texts = [normal_text(text) or "" for text in exact_texts(xml, self._allowance)]
        return RegularReader(texts, self._styles, self._calculation, self._allowance)

    @cached_property
    def _exact(self) -> ExactReader:
        return ExactReader(self._parts, self._styles, self._calculation, self._allowance)

    def sheet(self, part: SheetPart) -> Sheet:
        read = self._regular.sheet(part, self._parts[part.part]) if self._regular else None
        return read or self._exact.sheet(part)
