"""How much of a file is read."""

from collections.abc import Iterable

from cchc_cli.intake.files.unreadable import UnreadableError, too_large
from cchc_cli.language import Text

MAXIMUM_FILE_BYTES = 64 * 1024 * 1024
MAXIMUM_SHEETS = 1_000
MAXIMUM_ROWS = 60_000
MAXIMUM_COLUMNS = 500
MAXIMUM_FAR_CELLS = 20
"""So many cells with content may stand beyond, to be named and not read; more are another table."""
MAXIMUM_CELLS = 8_000_000
MAXIMUM_FINDINGS = 50_000
"""So many of one file are no longer mended one by one."""
MAXIMUM_FIGURES = 1_500_000
"""A history of everybody, month by month, is half of it."""
A_RECORD = 4
"""A record of a binary file takes the time of so many cells."""
A_PACKED_NUMBER = 2
"""One of many in a record takes the time of so many cells."""
_A_ROW = 8
"""A row takes the memory of so many cells, be it ever so short."""
_A_BLOCK = 40
"""Blocks of merged cells are looked at again and again."""
MAXIMUM_BLOCKS = MAXIMUM_CELLS // _A_BLOCK + 1
"""More than can be paid for."""
_A_TEXT = 6
"""A text is compared with many others; digits are not."""
_SHORT_TEXT = 32
"""Every letter beyond takes the time of a cell."""


class Allowance:
    """The cells that may still be taken from one file, over all its sheets, blank ones between included."""

    def __init__(self) -> None:
        self.left = MAXIMUM_CELLS

    def spend(self, cells: int = 0, *, rows: int = 0, blocks: int = 0) -> None:
        """Raises UnreadableError where the file holds more than is read."""
        self.left -= cells + _A_ROW * rows + _A_BLOCK * blocks
        if self.left < 0:
            limit = MAXIMUM_CELLS // 1_000_000
            raise too_large(
                Text(
                    f"hơn {limit} triệu ô hoặc chữ, kể cả ô trống",
                    f"over {limit} million cells or letters, blank cells too",
                ),
                Text(f"{limit} triệu", f"{limit} million"),
            )

    def spend_text(self, text: str, times: int = 1) -> None:
        """Raises UnreadableError where the file holds more text than is read."""
        self.spend(times * _price(text))

    def spend_texts(self, values: Iterable[object]) -> None:
        """The texts among the values. Raises UnreadableError where the file holds more than is read."""
        self.spend(sum([_price(value) for value in values if type(value) is str]))


def _price(text: str) -> int:
    if len(text) < _SHORT_TEXT:
        return 0 if text.isdecimal() else _A_TEXT
    return _A_TEXT + len(text) - _SHORT_TEXT


def check_sheet_count(count: int) -> None:
    """Raises UnreadableError where a file has more sheets than are read."""
    if count > MAXIMUM_SHEETS:
        raise too_large(
            Text(f"{count} trang tính", f"{count} sheets"),
            Text(f"{MAXIMUM_SHEETS} trang tính", f"{MAXIMUM_SHEETS} sheets"),
        )


def check_finding_count(count: int) -> None:
    """Raises UnreadableError where more is wrong with a file than anybody would mend."""
    if count > MAXIMUM_FINDINGS:
        raise too_many_findings()


def too_many_findings() -> UnreadableError:
    """More is wrong with a file than anybody would mend."""
    return too_large(
        Text(
            f"hơn {MAXIMUM_FINDINGS} chỗ phải sửa hoặc giải trình",
            f"over {MAXIMUM_FINDINGS} places to be mended or explained",
        ),
        Text(f"{MAXIMUM_FINDINGS} chỗ", f"{MAXIMUM_FINDINGS}"),
    )


def check_figure_count(count: int) -> None:
    """Raises UnreadableError where a file has more figures than are read."""
    if count > MAXIMUM_FIGURES:
        raise too_large(
            Text(f"hơn {MAXIMUM_FIGURES} số liệu", f"over {MAXIMUM_FIGURES} figures"),
            Text(f"{MAXIMUM_FIGURES} số liệu", f"{MAXIMUM_FIGURES}"),
        )


def sheet_too_large(name: str, rows: int, columns: int) -> UnreadableError:
    """A sheet reaches further than is read."""
    return too_large(
        Text(
            f"trang “{name}” có {rows} hàng và {columns} cột",
            f"the sheet '{name}' has {rows} rows and {columns} columns",
        ),
        Text(
            f"{MAXIMUM_ROWS} hàng và {MAXIMUM_COLUMNS} cột",
            f"{MAXIMUM_ROWS} rows and {MAXIMUM_COLUMNS} columns",
        ),
    )
