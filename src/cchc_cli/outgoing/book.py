"""A workbook being written: text that stays text, one look, the same bytes for the same content."""

import io
import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.outgoing import look
from cchc_cli.visible import visible

LONGEST_TEXT = 400
"""Characters of a text that a cell keeps: what files say may be of any length, and so would our rows be."""
DAY_FORMAT = "dd/mm/yyyy"
_MADE = datetime(2021, 10, 18)
"""Stands for the moment of saving, which must not change the bytes."""
_A4, A3 = 9, 8
_MARGIN = 0.4
_LINE = 1.4
"""How much higher a line is than its letters."""

Look = dict[str, Any]


class Book:
    """Writes one workbook into memory; `content` ends it."""

    def __init__(self, title: str) -> None:
        self._file = io.BytesIO()
        self.workbook = Workbook(self._file, {"in_memory": True})
        self.workbook.set_properties({"title": visible(title), "author": "cchc", "created": _MADE})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, the last one; its empty cells have our face too."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, 2 * _MARGIN)
        sheet.set_footer("&C&9&P/&N")
        return sheet

    def format(self, **wanted: Any) -> Format:
        """The format with these properties of XlsxWriter; each is made once."""
        facts: Look = {"font_name": look.FACE, "font_size": look.TEXT_SIZE, "valign": "vcenter", **wanted}
        key = tuple(sorted(facts.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(facts)
        return self._formats[key]

    def cell_format(self, **wanted: Any) -> Format:
        """A format with the thin grid of our tables."""
        return self.format(border=1, border_color=colour(look.GRID), **wanted)

    def content(self) -> bytes:
        """The whole file."""
        self.workbook.close()
        return self._file.getvalue()


def write_text(
    sheet: Worksheet,
    row: int,
    column: int,
    text: str,
    chosen: Format | None = None,
    longest: int = LONGEST_TEXT,
) -> None:
    """A text that is never a formula, a link or markup; blank where there is none. Both count from 0."""
    if text:
        sheet.write_string(row, column, cell_text(text, longest), chosen)
    else:
        sheet.write_blank(row, column, None, chosen)


def write_day(sheet: Worksheet, row: int, column: int, day: date | None, chosen: Format) -> None:
    """A real date in a format for dates; blank where there is none."""
    if day is None:
        sheet.write_blank(row, column, None, chosen)
    else:
        sheet.write_datetime(row, column, datetime(day.year, day.month, day.day), chosen)


def cell_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text as a cell can hold it: nothing unseen, not too long, and nothing XlsxWriter takes for XML."""
    shown = visible(text)
    if len(shown) > longest:
        shown = f"{shown[: longest - 1]}…"
    return f"{shown} " if shown.endswith("</r>") else shown


def fitting_height(texts: Iterable[tuple[str, int]], size: int = look.TEXT_SIZE) -> float:
    """The height of a row, in points, in which wrapped texts can be read; each comes with its column's width.

    Programs that open the file do not all work it out themselves.
    """
    # A column is as many characters wide as it holds at the usual size.
    lines = [math.ceil(len(cell_text(text)) * size / (look.TEXT_SIZE * (width - 1))) for text, width in texts]
    return max([1, *lines]) * size * _LINE


def colour(rgb: str) -> str:
    """A colour of our look as XlsxWriter writes it."""
    return f"#{rgb}"
