"""The fast reader: calamine for values, one scan of the XML for what it does not tell."""

import io
from collections.abc import Callable
from itertools import chain
from typing import Any

from cchc_cli.intake.files.limits import MAXIMUM_COLUMNS, MAXIMUM_ROWS, Allowance
from cchc_cli.intake.files.sheet import Value, normal
from cchc_cli.intake.files.xlsx.fast_package import sheet_name
from cchc_cli.intake.files.xlsx.scan import Scan

MAXIMUM_BLOCK = 2_000_000
_SMALL = 200_000
_THINNEST = 20
"""A larger block has to hold something in at least one cell of so many."""
_MUCH_TEXT = 1024 * 1024
"""Fewer bytes need not be counted letter by letter."""
MAXIMUM_TEXT_BYTES = 64 * 1024 * 1024


class FastReader:
    """The sheets of a package; `longest_text` is a length that no shared text of it exceeds."""

    def __init__(self, package: Callable[[], bytes], longest_text: int, allowance: Allowance) -> None:
        self._package = package
        self._allowance = allowance
        self._longest_text = longest_text
        self._workbook: Any = None

    def rows(self, index: int, scan: Scan) -> list[list[Value]] | None:
        """The values of a sheet, from row 1 and column A; None where this reader cannot or must not read it.

        Raises UnreadableError where the sheets of the file become too large together.
        """
        if not self._is_safe(scan):
            return None
        self._allowance.spend(scan.height * scan.width, rows=scan.height)
        rows = self._values(index)
        if rows is None:
            return None
        if scan.size + scan.shared_texts * self._longest_text > _MUCH_TEXT:
            self._allowance.spend_texts(value for row in rows for value in row)
        # The block ends with the last value; an error or a formula may stand below it.
        last = max((row for row, _ in chain(scan.errors, scan.uncached)), default=0)
        rows.extend([] for _ in range(len(rows), last))
        for row, column in scan.uncached:
            if column <= len(rows[row - 1]):
                rows[row - 1][column - 1] = None
        return rows

    def _is_safe(self, scan: Scan) -> bool:
        """Whether the whole block of cells is read, and memory holds it with a copy of a text for each cell.

        Where it does not, calamine would not raise but end the process.
        """
        return (
            scan.regular
            and scan.height <= MAXIMUM_ROWS
            and scan.width <= MAXIMUM_COLUMNS
            and scan.height * scan.width <= min(MAXIMUM_BLOCK, max(_SMALL, _THINNEST * scan.filled))
            and scan.shared_texts * self._longest_text <= MAXIMUM_TEXT_BYTES
        )

    def _values(self, index: int) -> list[list[Value]] | None:
        import python_calamine

        try:
            if self._workbook is None:
                self._workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(self._package()))
            rows = self._workbook.get_sheet_by_name(sheet_name(index)).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OverflowError):
            # Beyond what Python counts as a time, the number itself is what the cell holds.
            return None
        except BaseException as error:
            # A panic inside the reader arrives as a BaseException of its own kind.
            if type(error).__name__ != "PanicException":
                raise
            return None
        return [[normal(value) for value in row] for row in rows]
