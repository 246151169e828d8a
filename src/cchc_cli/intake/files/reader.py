"""Workbook bytes → sheets of cells, safely: one file can neither end the program nor fill the memory."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from functools import cached_property

from cchc_cli.intake.files import limits
from cchc_cli.intake.files.archive import ZIP, Parts, inflated_parts
from cchc_cli.intake.files.file_type import FileType, file_type, zipped_type
from cchc_cli.intake.files.limits import Allowance, check_sheet_count
from cchc_cli.intake.files.parts import (
    SheetPart,
    calculation,
    common_parts,
    longest_shared_text,
    percent_formats,
    sheet_parts,
)
from cchc_cli.intake.files.sheet import Range, Sheet, Workbook
from cchc_cli.intake.files.unreadable import damaged, megabytes, too_large
from cchc_cli.intake.files.xlsx.exact_reader import ExactReader
from cchc_cli.intake.files.xlsx.fast_package import fast_package
from cchc_cli.intake.files.xlsx.fast_reader import FastReader
from cchc_cli.intake.files.xlsx.scan import hidden_columns, hidden_rows, is_plain, merged_ranges, scan


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
    reading = _Reading(parts, sheets, exact)
    return Workbook(tuple(map(reading.sheet, range(len(sheets)))))


class _Reading:
    """The reading of one workbook file; the slow reader is opened when a sheet needs it."""

    def __init__(self, parts: Parts, sheets: Sequence[SheetPart], exact: bool) -> None:
        self._parts = parts
        self._sheets = sheets
        self._allowance = Allowance()
        self._calculation = calculation(parts)
        self._percent_styles = percent_formats(parts)
        self._fast: FastReader | None = None
        if not exact and all(map(is_plain, common_parts(parts))):
            self._fast = FastReader(self._package, longest_shared_text(parts), self._allowance)

    def _package(self) -> bytes:
        return fast_package(self._parts, self._sheets, self._calculation)

    @cached_property
    def _exact(self) -> ExactReader:
        return ExactReader(self._parts, self._calculation, self._allowance)

    def sheet(self, index: int) -> Sheet:
        part = self._sheets[index]
        xml = self._parts[part.part]
        found = scan(xml, self._percent_styles, self._calculation)
        rows = self._fast.rows(index, found) if self._fast else None
        if rows is None:
            return self._exact.sheet(part)
        return Sheet(
            name=part.name,
            rows=rows,
            percents=found.percents,
            errors=found.errors,
            uncached=found.uncached,
            merged=self._merged(xml),
            hidden=part.hidden,
            hidden_rows=hidden_rows(xml),
            hidden_columns=hidden_columns(xml),
        )

    def _merged(self, xml: bytes) -> tuple[Range, ...]:
        blocks = []
        for block in merged_ranges(xml):
            self._allowance.spend(blocks=1)
            blocks.append(block)
        return tuple(blocks)
