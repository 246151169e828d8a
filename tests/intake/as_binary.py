"""An .xlsx file made an .xlsb file, cell by cell: no program here writes one.

Source: [MS-XLSB]. A formula has a result of some type in every such file; where there is none, #N/A.
"""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake import binary_workbooks as binary

_ERRORS = {
    "#NULL!": 0x00,
    "#DIV/0!": 0x07,
    "#VALUE!": 0x0F,
    "#REF!": 0x17,
    "#NAME?": 0x1D,
    "#NUM!": 0x24,
    "#N/A": 0x2A,
}
_TEXT, _REAL, _YES_OR_NO, _ERROR = 6, 5, 4, 3
_RESULTS = {_TEXT: 8, _REAL: 9, _YES_OR_NO: 10, _ERROR: 11}
_LARGEST_PACKED = 1 << 29
_GENERAL = "General"


def as_binary(raw: bytes) -> bytes:
    """The same cells, formats, blocks and hidden things."""
    formulas = load_workbook(io.BytesIO(raw))
    values = load_workbook(io.BytesIO(raw), data_only=True)
    codes: dict[str, int] = {}
    texts: dict[str, int] = {}
    sheets = {
        sheet.title: b"".join(_records(sheet, values[sheet.title], codes, texts))
        for sheet in formulas.worksheets
    }
    hidden = [sheet.title for sheet in formulas.worksheets if sheet.sheet_state != "visible"]
    return binary.binary_workbook_bytes(sheets, codes=list(codes), texts=list(texts), hidden=hidden)


def _records(
    sheet: Worksheet, values: Worksheet, codes: dict[str, int], texts: dict[str, int]
) -> Iterator[bytes]:
    for dimension in sheet.column_dimensions.values():
        first, last = dimension.min or 1, dimension.max or 1
        yield binary.columns(first - 1, last - 1, hidden=dimension.hidden)
    cells: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet._cells.items()):
        if not isinstance(cell, MergedCell):
            cells.setdefault(row, []).append(cell)
    for row in sorted({*cells, *(row for row, each in sheet.row_dimensions.items() if each.hidden)}):
        yield binary.row(row - 1, hidden=sheet.row_dimensions[row].hidden)
        for cell in cells.get(row, []):
            style = 0
            if cell.number_format != _GENERAL:
                style = codes.setdefault(cell.number_format, len(codes)) + 1
            yield _record(cell, values.cell(cell.row, cell.column).value, style, texts)
    for block in sheet.merged_cells.ranges:
        yield binary.merged(block.min_row - 1, block.max_row - 1, block.min_col - 1, block.max_col - 1)


def _record(cell: Cell, value: Any, style: int, texts: dict[str, int]) -> bytes:
    """One cell; every other text is one of those that the sheets share."""
    column = cell.column - 1
    is_formula = cell.data_type == "f"
    if is_formula and value is None:
        value = "#N/A"
    if value is None:
        return binary.cell(1, column, b"", style)
    kind, content = _content(value, is_error=value in _ERRORS and cell.data_type in ("e", "f"))
    if is_formula:
        return binary.formula(_RESULTS[kind], column, content)
    if type(value) is int and abs(value) < _LARGEST_PACKED:
        return binary.packed_number(column, value << 2 & 0xFFFFFFFF | 2, style)
    if kind == _TEXT and column % 2:
        return binary.shared_text(column, texts.setdefault(value, len(texts)))
    return binary.cell(kind, column, content, style)


def _content(value: Any, *, is_error: bool) -> tuple[int, bytes]:
    if is_error:
        return _ERROR, bytes([_ERRORS[value]])
    if isinstance(value, bool):
        return _YES_OR_NO, bytes([value])
    if isinstance(value, date | datetime | time):
        value = to_excel(value)
    if isinstance(value, int | float):
        return _REAL, binary.double(value)
    return _TEXT, binary.text(value)
