"""A sheet with one table: title, header that stays in view, filter, print setup; and what its cells hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import DAY_FORMAT, Book, colour, write_day, write_text
from cchc_cli.outgoing.row_heights import Wrapped, height_of
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import exact, rounded
from cchc_cli.reports.xlsx import names

LONGEST = 2000
"""Characters of a text that a cell of a report keeps."""
HEADER_ROW, FIRST_ROW = 2, 3
_MOST_PLACES = 6

Kind: TypeAlias = Literal["text", "wrapped", "centred", "number", "input", "day"]


@dataclass(frozen=True, slots=True)
class Live:
    """A formula with the value it has in this run."""

    formula: str
    value: Number | str


@dataclass(frozen=True, slots=True)
class Shown:
    """A number or formula in a number format of its own."""

    value: "Number | Live"
    number_format: str


Value: TypeAlias = str | Number | date | Live | Shown | None


class Column(NamedTuple):
    """One column of a table; `width` in characters."""

    title: Text
    width: float
    kind: Kind = "text"
    printed: bool = True


class Table:
    """Writes one sheet. Rows of the table count from 0, those of the sheet begin at `FIRST_ROW`."""

    def __init__(
        self, book: Book, language: Language, name: Text, title: Text, note: Text, columns: Sequence[Column]
    ) -> None:
        self.name = name.in_language(language)
        self._defined_name = f"cchc_{name.en.lower()}"
        self.columns = columns
        self.sheet: Worksheet = book.sheet(self.name)
        self._book = book
        self._language = language
        self._formats: dict[tuple[Kind, str], Format] = {}
        self._rows = 0
        self._printed = max(number for number, column in enumerate(columns) if column.printed)
        write_text(self.sheet, 0, 0, title.in_language(language), self._title_format())
        self._write_note(note.in_language(language))
        self._write_header()

    @property
    def rows(self) -> int:
        return self._rows

    @property
    def last_row(self) -> int:
        """Of the sheet; the first row where the table is empty, so that ranges have one."""
        return FIRST_ROW + max(self._rows, 1) - 1

    def add(self, values: Iterable[Value], wrap: bool = True) -> int:
        """Writes the next row and gives its position; `wrap`: as high as its printed texts need."""
        row = FIRST_ROW + self._rows
        texts = []
        for column, (value, settings) in enumerate(zip(values, self.columns, strict=True)):
            self._write(
                row, column, value, settings.kind if wrap else _FLAT.get(settings.kind, settings.kind)
            )
            if wrap and settings.printed and settings.kind == "wrapped" and isinstance(value, str):
                texts.append([Wrapped(value[:LONGEST], settings.width - _INDENT)])
        if texts:
            self.sheet.set_row(row, min(height_of(*texts, [Wrapped("", 9)]), _HIGHEST))
        self._rows += 1
        return row

    def finish(self, frozen: int) -> None:
        """Filter, frozen header with so many columns, and how it prints."""
        sheet, last = self.sheet, len(self.columns) - 1
        sheet.autofilter(HEADER_ROW, 0, self.last_row, last)
        sheet.freeze_panes(FIRST_ROW, frozen)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.hide_gridlines(2)
        sheet.set_footer("&L&9&A&C&9&P/&N")
        sheet.print_area(0, 0, self.last_row, self._printed)
        self._name_rows()
        everywhere = f"A1:XFD{self.last_row + 1}"
        sheet.ignore_errors(dict.fromkeys(_NO_ERRORS, everywhere))

    def keep_order(self) -> None:
        """Formulas point at rows: these can be filtered, numbers in `input` columns changed, nothing sorted.

        No password: whoever wants to may take the protection away.
        """
        self.sheet.protect("", _PERMITTED)

    def format(self, kind: Kind, number_format: str = "") -> Format:
        """The format of a cell of this kind."""
        key = (kind, number_format)
        if key not in self._formats:
            self._formats[key] = self._book.cell_format(**_LOOKS[kind], **_numbered(number_format))
        return self._formats[key]

    def _write(self, row: int, column: int, value: Value, kind: Kind) -> None:
        shown = ""
        if isinstance(value, Shown):
            shown, value = value.number_format, value.value
        if isinstance(value, str) or value is None:
            write_text(self.sheet, row, column, value or "", self.format(kind), LONGEST)
        elif isinstance(value, Live):
            chosen = self.format(kind, shown)
            self.sheet.write_formula(row, column, value.formula, chosen, value.value)
        elif isinstance(value, date):
            write_day(self.sheet, row, column, value, self.format("day"))
        else:
            self.sheet.write_number(row, column, value, self.format(kind, shown))

    def _name_rows(self) -> None:
        """A defined name for the table with its header: `cchc_verdicts`."""
        first, last = names.cell(HEADER_ROW, 0, self.name), names.cell(self.last_row, len(self.columns) - 1)
        self._book.workbook.define_name(self._defined_name, f"={first}:{last}")

    def _write_note(self, note: str) -> None:
        """Over as many columns as a screen shows."""
        faint = self._book.format(
            font_size=look.SMALL_SIZE, font_color=colour(look.NOTE), text_wrap=True, valign="top"
        )
        widths = [column.width for column in self.columns[: self._printed + 1]]
        last = next((n for n in range(len(widths)) if sum(widths[: n + 1]) > _SCREEN), len(widths) - 1)
        self.sheet.merge_range(1, 0, 1, last, "", faint)
        write_text(self.sheet, 1, 0, note, faint, LONGEST)
        self.sheet.set_row(1, height_of([Wrapped(note, sum(widths[: last + 1]), look.SMALL_SIZE)]))

    def _write_header(self) -> None:
        heading = self._book.cell_format(
            bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING)
        )
        titles = [column.title.in_language(self._language) for column in self.columns]
        for number, (title, column) in enumerate(zip(titles, self.columns, strict=True)):
            write_text(self.sheet, HEADER_ROW, number, title, heading)
            self.sheet.set_column(number, number, column.width)
        # A filter's button covers the corner of a heading.
        sizes = [[Wrapped(t, c.width - 2)] for t, c in zip(titles, self.columns, strict=True)]
        self.sheet.set_row(HEADER_ROW, height_of(*sizes) + 4)

    def _title_format(self) -> Format:
        return self._book.format(bold=True, font_size=look.TITLE_SIZE)


_INDENT = 1.2
"""Characters that an indented text leaves free."""
_SCREEN = 130
_HIGHEST = 400
_NO_ERRORS = ("number_stored_as_text", "formula_differs", "formula_range")
"""What Excel would mark: codes made of digits, formulas unlike those of the row above."""
_PERMITTED = {
    "autofilter": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "objects": True,
    "scenarios": True,
}
_FLAT: dict[Kind, Kind] = {"wrapped": "text"}
_LOOKS: dict[Kind, dict[str, object]] = {
    "text": {"valign": "top", "align": "left", "indent": 1},
    "wrapped": {"valign": "top", "align": "left", "text_wrap": True, "indent": 1},
    "centred": {"valign": "top", "align": "center"},
    "number": {"valign": "top", "align": "right"},
    "input": {"valign": "top", "align": "right", "bg_color": colour(look.INPUT), "locked": False},
    "day": {"valign": "top", "align": "center", "num_format": DAY_FORMAT},
}


def _numbered(number_format: str) -> dict[str, str]:
    return {"num_format": number_format} if number_format else {}


def places_of(number: Number) -> int:
    """The decimals that a quantity has, six at most."""
    if isinstance(number, int):
        return 0
    value = exact(number)
    return next((n for n in range(_MOST_PLACES) if rounded(value, n) == value), _MOST_PLACES)


def number_format(places: int, unit: str = "") -> str:
    """Thousands and so many decimals; Excel shows the separators of its reader's language.

    >>> number_format(2, "%"), number_format(0)
    ('#,##0.00"%"', '#,##0')
    """
    shown = f"#,##0.{'0' * places}" if places else "#,##0"
    return f'{shown}"%"' if unit == "%" else shown


def quantity(number: Number | None, unit: str = "") -> Value:
    """A number with the decimals that it has."""
    return None if number is None else Shown(number, number_format(places_of(number), unit))
