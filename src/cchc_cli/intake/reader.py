"""Workbook bytes → sheets of cells, safely: one file can neither end the program nor fill the memory."""

import xml.etree.ElementTree as ElementTree

from cchc_cli.intake.archive import Parts, inflated_parts
from cchc_cli.intake.exact_reader import ExactReader
from cchc_cli.intake.fast_reader import FastReader
from cchc_cli.intake.grid import Grid
from cchc_cli.intake.parts import SheetPart, longest_shared_text, percent_formats, shared_texts, sheet_parts
from cchc_cli.intake.scan import (
    Scan,
    has_content,
    hidden_columns,
    hidden_rows,
    is_plain,
    merged_ranges,
    scan,
)
from cchc_cli.intake.sheet import Place, Sheet, Workbook
from cchc_cli.intake.unreadable import damaged, too_large
from cchc_cli.language import Text

MAXIMUM_ROWS = 20_000
MAXIMUM_COLUMNS = 500
MAXIMUM_FAR_CELLS = 20


def read_workbook(raw: bytes, suffix: str, *, exact: bool = False) -> Workbook:
    """The sheets of an .xlsx or .xlsm file; `exact` takes the slow reader for every sheet.

    Raises UnreadableError where the file is no workbook, damaged, encrypted or too large.
    """
    parts = inflated_parts(raw, suffix)
    try:
        sheets = sheet_parts(parts)
    except (ElementTree.ParseError, ValueError):
        raise damaged() from None
    if not sheets or any(sheet.part not in parts for sheet in sheets):
        raise damaged()
    reading = _Reading(raw, parts, exact)
    return Workbook(tuple(reading.sheet(sheet) for sheet in sheets))


class _Reading:
    """The reading of one workbook file; the slow reader is opened when a sheet needs it."""

    def __init__(self, raw: bytes, parts: Parts, exact: bool) -> None:
        self._raw = raw
        self._parts = parts
        self._percent_styles = percent_formats(parts)
        is_odd = bool(texts := shared_texts(parts)) and not is_plain(texts)
        self._fast = None if exact or is_odd else FastReader(raw, longest_shared_text(parts))
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
            merged=merged_ranges(xml),
            hidden=part.hidden,
            hidden_rows=hidden_rows(xml),
            hidden_columns=hidden_columns(xml),
            far=far,
        )

    def _exact_grid(self, name: str, xml: bytes, found: Scan) -> tuple[Grid, tuple[Place, ...]]:
        near = [place for place in found.places if _is_near(place)]
        far = tuple(place for place in found.places if not _is_near(place) and has_content(xml, place))
        if len(far) > MAXIMUM_FAR_CELLS:
            raise _sheet_too_large(name, found)
        rows = max((row for row, _ in near), default=1) if found.regular else MAXIMUM_ROWS
        columns = max((column for _, column in near), default=1) if found.regular else MAXIMUM_COLUMNS
        if self._exact is None:
            self._exact = ExactReader(self._raw)
        return self._exact.grid(name, rows, columns), far


def _is_near(place: Place) -> bool:
    return place[0] <= MAXIMUM_ROWS and place[1] <= MAXIMUM_COLUMNS


def _sheet_too_large(name: str, found: Scan) -> Exception:
    return too_large(
        Text(
            f"trang “{name}” có {found.height} hàng và {found.width} cột",
            f"the sheet '{name}' has {found.height} rows and {found.width} columns",
        ),
        Text(
            f"{MAXIMUM_ROWS} hàng và {MAXIMUM_COLUMNS} cột",
            f"{MAXIMUM_ROWS} rows and {MAXIMUM_COLUMNS} columns",
        ),
    )
