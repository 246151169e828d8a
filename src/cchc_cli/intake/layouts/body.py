"""The rows below the headers of a described table: which hold figures of their own, which add up others."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cchc_cli.intake.files.sheet import Cell, Sheet
from cchc_cli.intake.item_words import is_counting, is_numbering
from cchc_cli.intake.layouts.mapped import MappedTable
from cchc_cli.intake.layouts.matching import is_ordinal, label, matcher
from cchc_cli.intake.numbers import is_like_a_number
from cchc_cli.plain_text import plain

_LONGEST = 500
"""How long a text may be to be the label of a row."""
_SUM_OF_COLUMNS = re.compile(r"\(?[0-9]{1,2}\)?(?:\s*[=+-]\s*\(?[0-9]{1,2}\)?)+")
_ANSWER = re.compile(r"-|kps|không phát sinh|…|\.{3,}|x|có|không|yes|no")
_FEWEST_NUMBERED = 4

Names = Callable[[int], str | None]
"""The code of the agency that a row names, where the rows below it may belong to it; what it says instead
of one, where it very nearly names one."""


@dataclass(slots=True)
class Section:
    """A row that adds up others, or would, and those others."""

    row: int
    has_figures: bool
    rows: list[int] = field(default_factory=list)
    is_agency: bool = False


@dataclass(slots=True)
class Body:
    """The rows that hold figures, the rows that add them up, and the last of those (0: none)."""

    rows: list[int] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    separators: list[int] = field(default_factory=list)
    """Rows that may name the agency of those below them."""
    total_row: int = 0
    below: list[int] = field(default_factory=list)
    """Rows with figures below the last total, which are no part of the table."""
    is_closed: bool = False
    """Whether the table has said that it ends."""

    @property
    def sums(self) -> list[Section]:
        """Every row with figures that adds up others."""
        whole = [Section(self.total_row, True, self.rows)] if self.total_row else []
        return [section for section in self.sections if section.has_figures] + whole


def find_bodies(
    sheet: Sheet, tables: Iterable[MappedTable], names: Names
) -> Iterator[tuple[MappedTable, Body]]:
    """Each table of a sheet with its rows; one whose headers are repeated on a new page is one table."""
    scan: _Scan | None = None
    for table in tables:
        if scan is not None and table.continues(scan.table) and not scan.body.is_closed:
            scan.take_rows_of(table)
            continue
        if scan is not None:
            yield scan.table, scan.finished()
        scan = _Scan(sheet, table, names)
    if scan is not None:
        yield scan.table, scan.finished()


def label_cell(sheet: Sheet, table: MappedTable, row: int) -> tuple[int, Cell]:
    """The first words of a row beside its figures and its numbering, with their column; 0: it has none."""
    for column, cell in sheet.cells(row):
        if column not in table.columns and isinstance(cell.value, str) and not is_ordinal(plain(cell.value)):
            return column, cell
    return 0, Cell()


class _Scan:
    """One way down the rows of a table, to its end or the first row below it."""

    def __init__(self, sheet: Sheet, table: MappedTable, names: Names) -> None:
        said = table.layout.rows
        self.table = table
        self.body = Body()
        self._sheet = sheet
        self._names = names
        self._is_skip, self._is_section = matcher(said.skip), matcher(said.section)
        self._is_total, self._is_stop = matcher(said.total), matcher(said.stop)
        self._covered: set[int] = set()
        self._agency: str | None = None
        self._of_words: Section | None = None
        self._of_agency: Section | None = None
        self._totals: list[tuple[int, int]] = []
        """Each total with the number of rows above it."""
        self.take_rows_of(table)

    def take_rows_of(self, table: MappedTable) -> None:
        """Goes down the rows of the table, or of its continuation on a new page."""
        self._covered.update(_covered_rows(self._sheet, table))
        for row in range(table.first_row, table.last_row + 1):
            if self._is_numbering(row, is_first=row == table.first_row):
                continue
            words = _row_words(self._sheet, row)
            if self._stops(row, list(words.values())):
                self.body.is_closed = True
                break
            self._take(row, [word for column, word in words.items() if column not in table.columns])
        self.body.is_closed |= any(self._has_something_above(row) for row, _ in self._totals)

    def finished(self) -> Body:
        """The rows, once the whole table has been seen."""
        body = self.body
        if self._totals:
            body.total_row = self._totals[-1][0]
        if self._has_something_above(body.total_row):
            # What stands below the last total is no part of the table.
            body.below = [
                row for row in self._figure_rows() if row > body.total_row and self._has_answers(row)
            ]
            _cut(body, body.total_row)
        else:
            self._drop_trailing_words()
        body.sections += self._feet()
        _settle(body)
        return body

    def _has_something_above(self, row: int) -> bool:
        """Whether a row stands below others with figures; a total may also stand on top of them."""
        return any(first < row for first in self._figure_rows())

    def _figure_rows(self) -> Iterator[int]:
        """The rows with figures that are no totals."""
        yield from self.body.rows
        yield from (section.row for section in self.body.sections if section.has_figures)

    def _stops(self, row: int, words: list[str]) -> bool:
        """Whether a row stands below the table: its first words say so, or any where it has no figures."""
        return any(map(self._is_stop, words if not self._has_figures(row) else words[:1]))

    def _has_figures(self, row: int) -> bool:
        columns = self.table.columns
        return row in self._covered or any(column in columns for column, _ in self._sheet.cells(row))

    def _take(self, row: int, labels: list[str]) -> None:
        has_figures = self._has_figures(row)
        if any(map(self._is_total, labels)):
            if has_figures:
                self._totals.append((row, len(self.body.rows)))
        elif any(map(self._is_skip, labels)):
            return
        elif any(map(self._is_section, labels)):
            self._of_words, self._of_agency = Section(row, has_figures), None
            self.body.sections.append(self._of_words)
        else:
            self._take_row(row, has_figures)

    def _feet(self) -> Iterator[Section]:
        """The totals before the last: each adds up the rows since the one before it."""
        start = 0
        for row, above in self._totals[:-1]:
            if above > start:
                yield Section(row, True, self.body.rows[start:above])
            start = above

    def _take_row(self, row: int, has_figures: bool) -> None:
        agency = self._names(row)
        if agency is not None and not (has_figures and agency == self._agency):
            self._agency = agency
            self._of_agency = Section(row, has_figures, is_agency=True)
            self.body.sections.append(self._of_agency)
            self.body.separators.append(row)
        elif has_figures:
            self.body.rows.append(row)
            for section in (self._of_words, self._of_agency):
                if section is not None:
                    section.rows.append(row)
        elif label_cell(self._sheet, self.table, row)[0]:
            self.body.separators.append(row)
            self._agency = self._of_agency = None

    def _drop_trailing_words(self) -> None:
        """Words in the columns of figures below the last figure are notes and signatures."""
        rows = self.body.rows
        length = len(rows)
        while length and not self._has_answers(rows[length - 1]):
            length -= 1
        if length < len(rows):
            _cut(self.body, rows[length])

    def _has_answers(self, row: int) -> bool:
        return row in self._covered or any(
            _is_answer(cell) for column, cell in self._sheet.cells(row) if column in self.table.columns
        )

    def _is_numbering(self, row: int, *, is_first: bool) -> bool:
        """Whether a row only numbers the columns: (1), (3)=(4)+(5), or 1, 2, 3 right below the headers."""
        cells = dict(self._sheet.cells(row))
        figures = [cell.text for column, cell in cells.items() if column in self.table.columns]
        if figures and all(is_numbering(text) or _SUM_OF_COLUMNS.fullmatch(text) for text in figures):
            return True
        numbered = [cell.text for cell in cells.values()]
        return is_first and len(numbered) >= _FEWEST_NUMBERED and is_counting(numbered)


def _covered_rows(sheet: Sheet, table: MappedTable) -> Iterator[int]:
    """Rows with a label of their own whose figure stands in a block merged from above."""
    inside, left = range(table.first_row, table.last_row + 1), len(table.columns) * sheet.height
    for block in sheet.merged:
        if block.first_column not in table.columns or block.first_row not in inside:
            continue
        rows = range(block.first_row + 1, min(block.last_row, table.last_row) + 1)
        left -= len(rows)
        if left < 0:
            # Blocks that overlap are no table's; there is nothing more to tell of it.
            break
        if rows and _is_answer(sheet.cell(block.first_row, block.first_column)):
            yield from (row for row in rows if _is_labelled(sheet, table, row))


def _is_labelled(sheet: Sheet, table: MappedTable, row: int) -> bool:
    code = sheet.cell(row, table.agency_column)
    return not code.is_blank or label_cell(sheet, table, row)[0] > 0


def _is_answer(cell: Cell) -> bool:
    """Whether a cell holds what an agency would answer, right or wrong; notes and signatures are words."""
    if isinstance(cell.value, str):
        return is_like_a_number(cell) or bool(_ANSWER.fullmatch(plain(cell.value[:_LONGEST])))
    return not cell.is_blank


def _cut(body: Body, end: int) -> None:
    """Leaves what stands above a row."""
    body.rows = [row for row in body.rows if row < end]
    body.sections = [section for section in body.sections if section.row < end]
    for section in body.sections:
        section.rows = [row for row in section.rows if row < end]


def _settle(body: Body) -> None:
    """Sections without rows: of an agency, or where no part has any rows, they hold figures of their own."""
    own: set[int] = set()
    of_words: Section | None = None
    for section in body.sections:
        if not section.is_agency:
            of_words = section
        elif section.has_figures and not section.rows:
            own.add(section.row)
            if of_words is not None:
                of_words.rows.append(section.row)
    if not own and not body.rows:
        own = {section.row for section in body.sections if section.has_figures}
    body.rows = sorted([*body.rows, *own])
    body.sections = [section for section in body.sections if section.row not in own]


def _row_words(sheet: Sheet, row: int) -> dict[int, str]:
    return {
        column: label(plain(cell.value))
        for column, cell in sheet.cells(row)
        if isinstance(cell.value, str) and len(cell.value) <= _LONGEST
    }
