"""Whose the rows of a matrix are, and for when: the same agencies and periods stand in row after row."""

from functools import cached_property

from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Cell, Value
from cchc_cli.intake.information import answer_on_predecessors
from cchc_cli.intake.item_words import is_counting, is_numbering
from cchc_cli.intake.layouts.matrix_table import MatrixTable, has_figures
from cchc_cli.intake.layouts.owners import Owner
from cchc_cli.intake.page import Page
from cchc_cli.intake.totals import is_total
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency


class RowOwners:
    """Finds the owners of the rows of one table; what is written there is looked up once.

    `stated` is the period that stands elsewhere, for a table without a period column.
    """

    def __init__(self, page: Page, table: MatrixTable, stated: Period | None, clerk: Clerk) -> None:
        self._page = page
        self._sheet = page.sheet
        self._table = table
        self._stated = stated
        self._clerk = clerk
        self._labels: dict[Value, bool] = {}
        self._periods: dict[Value, Period] = {}
        self._agencies: dict[tuple[Value, Value], Agency] = {}

    def of(self, row: int) -> Owner | None:
        """None where a row is no agency's, or its owner is not known."""
        if not self._is_agency_row(row):
            return None
        period = self._period(row)
        agency = self._agency(row, period)
        if period is None or agency is None:
            return None
        gathering, column = self._clerk.gathering, self._table.predecessors_column
        answer = answer_on_predecessors(self._page, row, column, gathering) if column else None
        if answer is not None:
            gathering.on_predecessors[agency.code, period] = answer
        return agency, period

    def _period(self, row: int) -> Period | None:
        column = self._table.period_column
        if not column:
            return self._stated
        written = self._sheet.value(row, column)
        if type(written) is str and written in self._periods:
            return self._periods[written]
        period = self._clerk.period(self._sheet.cell(row, column), self._page.place(row, column))
        if period is not None and type(written) is str:
            self._periods[written] = period
        return period

    def _agency(self, row: int, period: Period | None) -> Agency | None:
        table, sheet = self._table, self._sheet
        written = sheet.value(row, table.agency_column), sheet.value(row, table.name_column)
        known = self._agencies.get(written) if row not in sheet.marked_rows else None
        if known is not None and period is not None and known.exists_during(period):
            return known
        code, name = sheet.cell(row, table.agency_column), sheet.cell(row, table.name_column)
        agency = self._clerk.agency(code, self._page.place(row, table.agency_column), period, name=name)
        if agency is not None and row not in sheet.marked_rows and self._is_the_only(agency, *written):
            self._agencies[written] = agency
        return agency

    def _is_the_only(self, agency: Agency, code: Value, name: Value) -> bool:
        """Whether a code and a name mean an agency in every period in which it exists."""
        brief = self._clerk.brief
        if not isinstance(code, str) or not isinstance(name, str | None):
            return False
        return len(brief.registry.lives_by_code[agency.code]) == len(brief.names.lives(code)) == 1

    def _is_agency_row(self, row: int) -> bool:
        """Whether a row is about an agency, known or not; totals, numbering, notes and signatures are not."""
        sheet, table = self._sheet, self._table
        if self._is_numbering(row) or self._is_total(row):
            return False
        if has_figures(sheet, table, row):
            return True
        code = sheet.cell(row, table.agency_column)
        if code.is_blank or (table.lists_everybody and not self._says_anything(row)):
            return False
        return bool(self._clerk.match(code).agencies)

    def _says_anything(self, row: int) -> bool:
        return not all(self._sheet.is_blank(row, column) for column in self._table.items)

    def _is_numbering(self, row: int) -> bool:
        if is_numbering(self._sheet.cell(row, self._table.agency_column).text):
            return True
        is_first = row == self._table.header_row + 1
        return is_first and is_counting([cell.text for _, cell in self._sheet.cells(row)])

    def _is_total(self, row: int) -> bool:
        """Whether what stands where a row is named says that it adds up others; a remark may say anything."""
        return any(self._says_total(self._sheet.value(row, column)) for column in self._naming)

    @cached_property
    def _naming(self) -> tuple[int, ...]:
        """The columns that may name a row."""
        first = min(self._table.items, default=0)
        return tuple(dict.fromkeys((*range(1, first), self._table.agency_column, self._table.name_column)))

    def _says_total(self, value: Value) -> bool:
        if type(value) is not str:
            return False
        if value not in self._labels:
            self._labels[value] = is_total(Cell(value))
        return self._labels[value]
