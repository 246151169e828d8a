"""Workbook bytes → sheets of cells, safely: one file can neither end the program nor fill the memory."""

import xml.etree.ElementTree as ElementTree
from itertools import islice

from cchc_cli.intake import limits
from cchc_cli.intake.archive import ZIP, Parts, inflated_parts
from cchc_cli.intake.exact_reader import ExactReader
from cchc_cli.intake.fast_reader import FastReader
from cchc_cli.intake.file_type import FileType, file_type, zipped_type
from cchc_cli.intake.grid import Grid
from cchc_cli.intake.limits import (
    MAXIMUM_COLUMNS,
    MAXIMUM_FAR_CELLS,
    MAXIMUM_ROWS,
    Allowance,
    check_sheet_count,
    sheet_too_large,
)
from cchc_cli.intake.parts import SheetPart, common_parts, longest_shared_text, percent_formats, sheet_parts
from cchc_cli.intake.scan import (
    Scan,
    filled_places,
    hidden_columns,
    hidden_rows,
    is_plain,
    merged_ranges,
    scan,
)
from cchc_cli.intake.sheet import Place, Range, Sheet, Workbook
from cchc_cli.intake.unreadable import damaged, megabytes, too_large


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
        from cchc_cli.intake.old_workbook import read_old_workbook

        workbook = read_old_workbook(raw, name)
    else:
        from cchc_cli.intake.separated_text import read_separated_text

        workbook = read_separated_text(raw, name)
    if not workbook.sheets:
        raise damaged()
    return workbook


def _read_zipped(raw: bytes, exact: bool) -> Workbook:
    parts = inflated_parts(raw)
    match zipped_type(parts):
        case FileType.XLSB:
            from cchc_cli.intake.binary_workbook import read_binary_workbook

            return read_binary_workbook(parts)
        case FileType.ODS:
            from cchc_cli.intake.open_document import read_open_document

            return read_open_document(parts)
        case _:
            return _read_excel(raw, parts, exact)


def _read_excel(raw: bytes, parts: Parts, exact: bool) -> Workbook:
    try:
        sheets = sheet_parts(parts)
    except (ElementTree.ParseError, ValueError):
        raise damaged() from None
    check_sheet_count(len(sheets))
    if any(sheet.part not in parts for sheet in sheets):
        raise damaged()
    reading = _Reading(raw, parts, exact)
    return Workbook(tuple(reading.sheet(sheet) for sheet in sheets))


class _Reading:
    """The reading of one workbook file; the slow reader is opened when a sheet needs it."""

    def __init__(self, raw: bytes, parts: Parts, exact: bool) -> None:
        self._raw = raw
        self._parts = parts
        self._allowance = Allowance()
        self._percent_styles = percent_formats(parts)
        self._fast: FastReader | None = None
        if not exact and all(map(is_plain, common_parts(parts))):
            self._fast = FastReader(raw, longest_shared_text(parts), self._allowance)
        self._exact: ExactReader | None = None

    def sheet(self, part: SheetPart) -> Sheet:
        xml = self._parts[part.part]
        found = scan(xml, self._percent_styles)
        grid = self._fast.grid(part.name, found) if self._fast else None
        far: tuple[Place, ...] = ()
        if grid is None:
            grid, far = self._exact_grid(part.name, xml, found)
        return Sheet(
            name=part.name,
            rows=grid.rows,
            percents=grid.percents,
            errors=grid.errors,
            uncached=grid.uncached,
            merged=self._merged(xml),
            hidden=part.hidden,
            hidden_rows=hidden_rows(xml),
            hidden_columns=hidden_columns(xml),
            far=far,
        )

    def _exact_grid(self, name: str, xml: bytes, found: Scan) -> tuple[Grid, tuple[Place, ...]]:
        rows, columns = MAXIMUM_ROWS, MAXIMUM_COLUMNS
        far: tuple[Place, ...] = ()
        if found.regular:
            far = _far(name, xml, found)
            rows = max((row for row in found.rows if row <= rows), default=1)
            columns = max((column for column in found.columns if column <= columns), default=1)
        if self._exact is None:
            self._exact = ExactReader(self._raw, self._parts, self._allowance)
        return self._exact.grid(name, xml, rows, columns), far

    def _merged(self, xml: bytes) -> tuple[Range, ...]:
        blocks = []
        for block in merged_ranges(xml):
            self._allowance.spend(blocks=1)
            blocks.append(block)
        return tuple(blocks)


def _far(name: str, xml: bytes, found: Scan) -> tuple[Place, ...]:
    """The cells with content beyond what is read. Raises UnreadableError where there are too many."""
    if found.height <= MAXIMUM_ROWS and found.width <= MAXIMUM_COLUMNS:
        return ()
    beyond = (place for place in filled_places(xml) if not _is_near(place))
    far = tuple(islice(beyond, MAXIMUM_FAR_CELLS + 1))
    if len(far) > MAXIMUM_FAR_CELLS:
        raise sheet_too_large(name, found.height, found.width)
    return far


def _is_near(place: Place) -> bool:
    return place[0] <= MAXIMUM_ROWS and place[1] <= MAXIMUM_COLUMNS
