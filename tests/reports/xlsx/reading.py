"""Reading a report back: cells, formulas and their cached results, by what the headings say."""

import io
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADER = 3
"""The row of the headings, counted from 1."""


class Cell(NamedTuple):
    """What a cell holds: a formula or None, and the value beside it."""

    formula: str | None
    value: Any


def opened(content: bytes, results: bool = False) -> Workbook:
    """A workbook with its formulas, or with the results that stand beside them."""
    with warnings.catch_warnings():
        # openpyxl has no sparklines; ours are for whoever opens the file.
        warnings.filterwarnings("ignore", message="Sparkline Group extension", category=UserWarning)
        return load_workbook(io.BytesIO(content), data_only=results)


def rows(content: bytes, sheet: str) -> list[dict[str, Cell]]:
    """The rows of a table by heading."""
    formulas, results = opened(content)[sheet], opened(content, results=True)[sheet]
    heads = [cell.value for cell in formulas[HEADER]]
    return [
        {
            str(head): Cell(str(written.value) if written.data_type == "f" else None, found.value)
            for head, written, found in zip(heads, row, values, strict=True)
        }
        for row, values in zip(
            formulas.iter_rows(min_row=HEADER + 1), results.iter_rows(min_row=HEADER + 1), strict=True
        )
    ]


def formulas(content: bytes) -> dict[tuple[str, str], Cell]:
    """Every formula of the workbook with its result, by sheet and cell."""
    written, results = opened(content), opened(content, results=True)
    return {
        (sheet.title, cell.coordinate): Cell(cell.value, results[sheet.title][cell.coordinate].value)
        for sheet in written.worksheets
        for cell in _cells(sheet)
        if cell.data_type == "f"
    }


def texts(content: bytes) -> set[str]:
    """Every text of the workbook."""
    return {
        cell.value
        for sheet in opened(content).worksheets
        for cell in _cells(sheet)
        if isinstance(cell.value, str) and cell.data_type != "f"
    }


def _cells(sheet: Worksheet) -> Iterator[Any]:
    for row in sheet.iter_rows():
        yield from row
