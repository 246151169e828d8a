"""Finds the agency, the period or the submitter where a described layout says it stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.intake.clerk import is_period
from cchc_cli.intake.files.sheet import Cell, Sheet
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.page import Page
from cchc_cli.plain_text import plain

if TYPE_CHECKING:
    from cchc_cli.intake.layouts.description import WhereSource

Rows = Sequence[range]
"""The rows that may say it, the nearest first."""

_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
_BEFORE_WORDS = " (-+*•"
_NOTHING = " .…"
_LONGEST = 2_000
"""How much of a cell is looked at; nobody writes more above a table."""


class _Line(NamedTuple):
    """One line of a cell that begins with words of a layout."""

    row: int
    column: int
    cell: Cell
    text: str
    following: str
    """The next line of the cell."""

    def saying(self, text: str) -> Labelled:
        """A part of the cell as the answer."""
        return Labelled(self.cell._replace(value=text), self.row, self.column)


def says(sheet: Sheet, row: int, where: "WhereSource") -> bool:
    """Whether a row has the words that a layout looks for."""
    return any(_lines(sheet, range(row, row + 1), word) for word in where.words or ())


def stated(page: Page, where: "WhereSource | None", titles: Rows) -> Labelled | None:
    """What a page says once for all rows of a table: an agency or the like; None where it says nothing."""
    return next(_answers(page, where, titles), None) if where is not None else None


def stated_period(page: Page, where: "WhereSource | None", titles: Rows) -> Labelled | None:
    """The same for a period: of all that is said, the first that is one, or else the first.

    Around it there may be words, or days in parentheses: "Kỳ báo cáo: Quý I/2023 (Từ ngày … đến ngày …)".
    """
    if where is None:
        return None
    said = list(_answers(page, where, titles, whole=True))
    readings = (one._replace(cell=cell) for one in said for cell in _readings(one.cell))
    return next((one for one in readings if is_period(one.cell)), next(iter(said), None))


def _answers(page: Page, where: "WhereSource", titles: Rows, *, whole: bool = False) -> Iterator[Labelled]:
    """Everything that is said, in the order in which it counts.

    `whole`: the words belong to the answer ("Từ ngày … đến ngày …") where no colon sets them off.
    """
    if where.cell is not None:
        letters, digits = _ADDRESS.fullmatch(where.cell).groups()  # type: ignore[union-attr]
        row, column = int(digits), column_number(letters.encode("ascii"))
        yield Labelled(page.sheet.cell(row, column), row, column)
    elif where.file_name is not None:
        yield _in_name(PureWindowsPath(page.path).name, where.file_name)
    elif where.sheet_name is not None:
        yield _in_name(page.sheet.title, where.sheet_name)
    else:
        yield from _in_words(page.sheet, where.words or [], titles, whole)


def _in_name(name: str, pattern: str) -> Labelled:
    match = re.search(pattern, unicodedata.normalize("NFC", name))
    return Labelled(Cell(match[1] or None if match else None), 0, 0)


def _in_words(sheet: Sheet, words: Sequence[str], titles: Rows, whole: bool) -> Iterator[Labelled]:
    """What follows the words, in the nearest rows that have any of them; the first of the words first."""
    for rows in titles:
        found = [(line, word) for word in words for line in _lines(sheet, rows, word)]
        if found:
            yield from (_answer(sheet, line, word, rows, whole) for line, word in found)
            return


def _lines(sheet: Sheet, rows: range, word: str) -> list[_Line]:
    beginning = plain(word)
    found = []
    for row in rows:
        for column, cell in sheet.cells(row):
            if not isinstance(cell.value, str):
                continue
            lines = [line.strip().lstrip(_BEFORE_WORDS) for line in cell.value[:_LONGEST].splitlines()]
            for line, following in zip(lines, [*lines[1:], ""], strict=True):
                if plain(line).startswith(beginning):
                    found.append(_Line(row, column, cell, line, following))
    return found


def _answer(sheet: Sheet, line: _Line, word: str, rows: range, whole: bool) -> Labelled:
    """What follows on the line; else the next line, the next cell to the right, or the cell below."""
    text = _behind(line.text, word, whole)
    if text.strip(_NOTHING):
        return line.saying(text)
    if line.following.strip(_NOTHING):
        return line.saying(line.following)
    to_the_right = ((column, cell) for column, cell in sheet.cells(line.row) if column > line.column)
    next_column, cell = next(to_the_right, (line.column, Cell()))
    if not cell.is_blank and not _is_label(cell):
        return Labelled(cell, line.row, next_column)
    below = sheet.cell(line.row + 1, line.column)
    is_answer = line.row + 1 in rows and isinstance(below.value, str) and not _is_label(below)
    return Labelled(below if is_answer else Cell(), line.row + is_answer, line.column)


def _is_label(cell: Cell) -> bool:
    """Whether a cell says what stands beside it, and is no answer itself."""
    return isinstance(cell.value, str) and ":" in cell.value


def _behind(text: str, word: str, whole: bool) -> str:
    """The text behind the words and their colon; `whole`: with the words, where they have no colon."""
    length = len(plain(word).split())
    head, colon, tail = text.partition(":")
    rest = " ".join(head.split()[length:])
    if colon and (not rest or rest.startswith("(")):
        return tail.strip()
    behind = " ".join(text.split()[length:])
    return text if whole and behind else behind


def _readings(cell: Cell) -> Iterator[Cell]:
    """What of a cell may be the period: all of it, what stands before parentheses, what stands in them.

    After "Từ ngày:" only the days are left.
    """
    yield cell
    if isinstance(cell.value, str):
        before, _, behind = cell.value.partition("(")
        parts = (before.strip(), behind.partition(")")[0].strip(), f"từ {cell.value.strip()}")
        yield from (cell._replace(value=part) for part in parts if part)
