"""The slow reader, for sheets that the fast one could choke on: openpyxl, a bounded block of cells."""

import io
import warnings
from collections.abc import Iterable
from typing import Any

from cchc_cli.intake.grid import Grid
from cchc_cli.intake.parts import is_percent_format
from cchc_cli.intake.sheet import Place, Value, normal
from cchc_cli.intake.unreadable import damaged


class ExactReader:
    """One workbook file, read twice over: as values, and as formulas to know where no value is kept."""

    def __init__(self, raw: bytes) -> None:
        self._values = _open(raw, data_only=True)
        self._formulas = _open(raw, data_only=False)

    def grid(self, name: str, rows: int, columns: int) -> Grid:
        """The cells of a sheet down to a row and across to a column.

        Raises UnreadableError where the sheet is not readable.
        """
        grid = Grid([], frozenset(), {}, frozenset())
        percents: set[Place] = set()
        try:
            for row in _rows(self._values, name, rows, columns):
                grid.rows.append(_trimmed(row, len(grid.rows) + 1, grid.errors, percents))
            formulas = {
                (cell.row, cell.column)
                for row in _rows(self._formulas, name, rows, columns)
                for cell in row
                if cell.data_type == "f"
            }
        except Exception:
            # Whatever the XML provokes in a library that trusts it, the file is not whole.
            raise damaged() from None
        uncached = {place for place in formulas if not _has_value(grid, place)}
        return grid._replace(percents=frozenset(percents), uncached=frozenset(uncached))


def _open(raw: bytes, data_only: bool) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return openpyxl.load_workbook(
                io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False
            )
        except Exception:
            raise damaged() from None


def _rows(workbook: Any, name: str, rows: int, columns: int) -> Iterable[tuple[Any, ...]]:
    sheet = workbook[name]
    # What the sheet says of its own size is often wrong, and would cut off cells.
    sheet.reset_dimensions()
    found: Iterable[tuple[Any, ...]] = sheet.iter_rows(max_row=rows, max_col=columns)
    return found


def _trimmed(
    row: tuple[Any, ...], number: int, errors: dict[Place, str], percents: set[Place]
) -> list[Value]:
    values: list[Value] = []
    for column, cell in enumerate(row, start=1):
        if cell.number_format and is_percent_format(cell.number_format):
            percents.add((number, column))
        if cell.data_type == "e":
            errors[number, column] = str(cell.value)
        values.append(None if cell.data_type == "e" else normal(cell.value))
    while values and values[-1] is None:
        values.pop()
    return values


def _has_value(grid: Grid, place: Place) -> bool:
    row, column = place
    values = grid.rows[row - 1]
    return place in grid.errors or (column <= len(values) and values[column - 1] is not None)
