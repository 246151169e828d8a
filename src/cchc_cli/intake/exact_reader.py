"""The slow reader, for sheets that the fast one could choke on: openpyxl, a bounded block of cells."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

from cchc_cli.intake.archive import Parts
from cchc_cli.intake.grid import Grid
from cchc_cli.intake.limits import Allowance
from cchc_cli.intake.number_formats import is_percent_format
from cchc_cli.intake.scan import MAXIMUM_FILLED, cell_count, has_endless_tag
from cchc_cli.intake.sheet import Place, Value, normal
from cchc_cli.intake.unreadable import UnreadableError, damaged, megabytes, too_large
from cchc_cli.language import Text

MAXIMUM_CELLS = 100_000
"""So many cells, be they blank, take some seconds."""
MAXIMUM_BYTES = 4 * 1024 * 1024


class ExactReader:
    """One workbook file, read twice over: as values, and as formulas to know where no value is kept.

    Raises UnreadableError where it is damaged, or would take too long.
    """

    def __init__(self, raw: bytes, parts: Parts, allowance: Allowance) -> None:
        size = sum(map(len, parts.values()))
        if size > MAXIMUM_BYTES:
            raise too_large(megabytes(size), megabytes(MAXIMUM_BYTES))
        if any(map(has_endless_tag, parts.values())):
            raise damaged()
        self._allowance = allowance
        self._cells = 0
        self._values = _open(raw, data_only=True)
        self._formulas = _open(raw, data_only=False)

    def grid(self, name: str, xml: bytes, rows: int, columns: int) -> Grid:
        """The cells of the sheet with this name and XML, down to a row and across to a column.

        Raises UnreadableError where it is not readable, or would take too long.
        """
        self._cells += cell_count(xml)
        if self._cells > MAXIMUM_CELLS:
            raise too_large(
                Text(f"{self._cells} ô", f"{self._cells} cells"),
                Text(
                    f"{MAXIMUM_FILLED} ô, hoặc {MAXIMUM_CELLS} ô ở trang không viết theo cách thường gặp",
                    f"{MAXIMUM_FILLED} cells, or {MAXIMUM_CELLS} where a sheet is written in an unusual way",
                ),
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return self._grid(name, rows, columns)
            except UnreadableError:
                raise
            except Exception:
                # Whatever the XML provokes in a library that trusts it, the file is not whole.
                raise damaged() from None

    def _grid(self, name: str, rows: int, columns: int) -> Grid:
        grid = Grid([], frozenset(), {}, frozenset())
        percents: set[Place] = set()
        for row in _rows(self._values, name, rows, columns):
            values = _values(row, len(grid.rows) + 1, grid.errors, percents)
            self._allowance.spend(len(row), rows=1)
            self._allowance.spend_texts(values)
            grid.rows.append(values)
        formulas = {
            (cell.row, cell.column)
            for row in _rows(self._formulas, name, rows, columns)
            for cell in row
            if cell.data_type == "f"
        }
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


def _rows(workbook: Any, name: str, rows: int, columns: int) -> Iterator[tuple[Any, ...]]:
    """The rows, each only as far as it goes."""
    from openpyxl.cell.read_only import EMPTY_CELL

    sheet = workbook[name]
    # What the sheet says of its own size is often wrong, and would cut off cells.
    sheet.reset_dimensions()
    blank = None
    for row in sheet.iter_rows(max_row=rows, max_col=columns):
        # The rows that are not there are one and the same.
        width = 0 if row is blank else len(row)
        while width and row[width - 1] is EMPTY_CELL:
            width -= 1
        blank = blank if width else row
        yield row[:width]


def _values(row: tuple[Any, ...], number: int, errors: dict[Place, str], percents: set[Place]) -> list[Value]:
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
