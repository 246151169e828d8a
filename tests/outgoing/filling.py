"""Filling in forms as an office does: figures into the yellow cells, the rest left as it came."""

import io
from collections.abc import Callable, Mapping
from typing import Any
from zlib import crc32

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind

Figure = Callable[[Item, str], Any]
"""What an agency, by its code, writes for an item; None: nothing."""


def plausible(item: Item, agency: str) -> Any:
    """A figure that breaks no rule: every part is as large as its whole, every balance holds.

    No two agencies have the same figures, and no district has the sum of its communes'.
    """
    if item.kind is ItemKind.YES_NO:
        return "có"
    if item.kind is ItemKind.SCORE:
        return 85.5
    return _BALANCED.get(item.code, 1) * (20 + crc32(agency.encode()) % 9973)


_BALANCED = {"dossiers-online": 2, "dossiers-direct": 2}
"""With one part carried over, five parts received; five times one part settled or in progress."""


def filled(
    form: bytes,
    items: Mapping[str, Item],
    figure: Figure = plausible,
    dated: str = "18/01/2025",
    includes_predecessors: str = "",
) -> bytes:
    """The form with a figure for each of its items, its communes' too."""
    workbook = load_workbook(io.BytesIO(form))
    agency = answer(workbook[form_words.INFORMATION_SHEET], form_words.AGENCY_CODE)
    answer(workbook[form_words.INFORMATION_SHEET], form_words.DATED, dated)
    if includes_predecessors:
        said = workbook[form_words.INFORMATION_SHEET]
        answer(said, form_words.INCLUDES_PREDECESSORS, includes_predecessors)
    figures = workbook[form_words.FIGURES_SHEET]
    for code, row in rows_of(figures).items():
        figures.cell(row, column_of(form_words.VALUE)).value = figure(items[code], agency)
    if form_words.COMMUNES_SHEET in workbook.sheetnames:
        _fill_communes(workbook[form_words.COMMUNES_SHEET], items, figure)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def rows_of(sheet: Worksheet) -> dict[str, int]:
    """The rows of the sheet with the figures by item."""
    column = column_of(form_words.ITEM_CODE)
    rows = range(header_row(sheet, form_words.ROW_NUMBER) + 1, sheet.max_row + 1)
    return {str(sheet.cell(row, column).value): row for row in rows if sheet.cell(row, column).value}


def column_of(head: str) -> int:
    """The column of the sheet with the figures, counted from 1."""
    return form_words.COLUMNS.index(head) + 1


def header_row(sheet: Worksheet, first: str) -> int:
    """The row whose first cell says this."""
    return next(row for row in range(1, 40) if sheet.cell(row, 1).value == first)


def answer(sheet: Worksheet, label: str, value: str | None = None) -> str:
    """What stands beside a label of the first sheet, after `value` was written there."""
    cell = sheet.cell(header_row(sheet, label), 2)
    if value is not None:
        cell.value = value
    return str(cell.value)


def _fill_communes(sheet: Worksheet, items: Mapping[str, Item], figure: Figure) -> None:
    header = header_row(sheet, form_words.AGENCY_CODE)
    for row in range(header + 1, sheet.max_row + 1):
        agency = str(sheet.cell(row, 1).value)
        for column in range(3, sheet.max_column + 1):
            if not sheet.cell(row, column).protection.locked:
                item = items[str(sheet.cell(header, column).value)]
                sheet.cell(row, column).value = figure(item, agency)
