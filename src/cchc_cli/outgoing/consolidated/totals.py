"""Rows of totals in the consolidated workbook: live formulas with their exact results."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.intake.numbers import exact_sum
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.consolidated.content import Line
from cchc_cli.outgoing.figures import (
    NO,
    YES,
    decimal_places,
    format_with_places,
    is_exact_number,
    number,
    vietnamese,
)

_YES_FORMAT = f'0" {YES}"'


@dataclass(frozen=True, slots=True)
class Rows:
    """Neighbouring rows of a sheet, both ends counted from 0, with what stands in them."""

    first: int
    last: int
    lines: Sequence[Line]


class Totals:
    """Writes the totals of items into one sheet."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book = book
        self._sheet = sheet
        self._look = {"bold": True, "bg_color": colour(look.SECTION)}
        self._words = book.cell_format(**self._look)

    def write(self, row: int, column: int, item: Item, rows: Sequence[Rows]) -> None:
        """The total of one item over some rows; a blank where nobody in them has to report it."""
        lines = [line for each in rows for line in each.lines]
        if not any(item.code in line.due or item.code in line.figures for line in lines):
            self.blank(row, column)
            return
        spans = [xl_range(each.first, column, each.last, column) for each in rows]
        values = [line.figures[item.code].value for line in lines if item.code in line.figures]
        if item.kind is ItemKind.YES_NO:
            self._count(row, column, spans, values)
        else:
            self._sum(row, column, spans, values)

    def blank(self, row: int, column: int, text: str = "") -> None:
        """A cell without a total, perhaps with words."""
        write_text(self._sheet, row, column, text, self._words)

    def _count(self, row: int, column: int, spans: Sequence[str], values: Sequence[Decimal]) -> None:
        """How many have done it: whatever is not blank and not a no."""
        formula = "+".join(f'COUNTA({span})-COUNTIF({span},"{NO}")' for span in spans)
        done = sum(map(bool, values))
        self._sheet.write_formula(row, column, f"={formula}", self._format(_YES_FORMAT), done)

    def _sum(self, row: int, column: int, spans: Sequence[str], values: Sequence[Decimal]) -> None:
        """Blank where nobody has a figure: that is no zero. Text where a spreadsheet would lose digits."""
        chosen = self._format(format_with_places(max(map(decimal_places, values), default=0)))
        if not all(map(is_exact_number, values)):
            write_text(self._sheet, row, column, vietnamese(exact_sum(values)), chosen)
            return
        listed = ",".join(spans)
        formula = f'=IF(COUNT({listed}),SUM({listed}),"")'
        result = number(exact_sum(values)) if values else ""
        self._sheet.write_formula(row, column, formula, chosen, result)

    def _format(self, number_format: str) -> Format:
        return self._book.cell_format(num_format=number_format, align="right", **self._look)
