"""The figures of one described table by their cells: read once, through merged cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.of_tables import MERGED_DATA_CELLS
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Place, Range, Sheet
from cchc_cli.intake.layouts.body import Body, Section
from cchc_cli.intake.layouts.mapped import MappedTable
from cchc_cli.intake.numbers import Figure, read_figure
from cchc_cli.intake.page import Page
from cchc_cli.observation import a1

_MERGED = Figure(problem=MERGED_DATA_CELLS)


class TableFigures:
    """What the cells of one table say. `items` are the items that the programme asks for, by column."""

    def __init__(self, page: Page, table: MappedTable, body: Body, clerk: Clerk) -> None:
        self.page = page
        self.table = table
        self.body = body
        self.brief = clerk.brief
        known = clerk.brief.items
        self.items: dict[int, Item] = {
            column: known[source.item]
            for column, source in table.columns.items()
            if source.item is not None and source.item in known
        }
        rows = sorted({*body.rows, *(one.row for one in body.sums)})
        self._merged = merged_figures(page.sheet, rows, sorted(table.columns))
        self._read: dict[Place, Figure] = {}

    def names_owner(self, section: Section) -> bool:
        """Whether a row that adds up others names their agency."""
        return section.is_agency and self.table.layout.separates_agencies

    @cached_property
    def sums_over(self) -> dict[int, list[Section]]:
        """The rows with figures that name the agency of those below them, by each of these."""
        over: dict[int, list[Section]] = {}
        for section in filter(self.names_owner, self.body.sums):
            for row in section.rows:
                over.setdefault(row, []).append(section)
        return over

    def figure(self, row: int, column: int, item: Item) -> Figure:
        """The figure in a cell, of the item of its column; a problem where it is merged with others."""
        place = (row, column)
        found = self._read.get(place)
        if found is None:
            is_merged = place in self._merged
            found = _MERGED if is_merged else read_figure(self.page.sheet.cell(row, column), item)
            self._read[place] = found
        return found

    def is_merged(self, row: int, column: int) -> bool:
        return (row, column) in self._merged

    def report_merged(self, clerk: Clerk) -> None:
        """Says once of each merged block that its figure belongs to nobody."""
        for block in dict.fromkeys(self._merged.values()):
            corner = self.page.sheet.cell(block.first_row, block.first_column)
            place = self.page.place(block.first_row, block.first_column)
            cells = f"{a1(block.first_row, block.first_column)}:{a1(block.last_row, block.last_column)}"
            clerk.gathering.report(MERGED_DATA_CELLS, place, corner, range=cells)


def merged_figures(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> dict[Place, Range]:
    """The blocks that make one cell of several figures, by the places they cover; both lists are in order."""
    found: dict[Place, Range] = {}
    left = len(rows) * len(columns)
    for block in sheet.merged:
        covered_rows = _between(rows, block.first_row, block.last_row)
        covered_columns = _between(columns, block.first_column, block.last_column)
        size = len(covered_rows) * len(covered_columns)
        if size <= 1 or block.first_column not in covered_columns or not _says(sheet, block):
            continue
        left -= size
        if left < 0:
            # Blocks that overlap are no table's; there is nothing more to tell of it.
            break
        found.update(_places(covered_rows, covered_columns, block))
    return found


def _says(sheet: Sheet, block: Range) -> bool:
    return not sheet.cell(block.first_row, block.first_column).is_blank


def _between(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _places(rows: Iterable[int], columns: Sequence[int], block: Range) -> Iterable[tuple[Place, Range]]:
    return (((row, column), block) for row in rows for column in columns)
