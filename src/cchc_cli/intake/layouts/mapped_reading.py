"""The figures of a described table: whose they are, row by row."""

from collections.abc import Iterator

from cchc_cli.findings.finding import Place
from cchc_cli.findings.of_files import COLUMN_MISSING, EXTRA_COLUMN
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.layouts.mapped import Body, MappedTable, find_body
from cchc_cli.intake.layouts.sums import Column, Group, check_sums, take_column
from cchc_cli.intake.layouts.where import stated
from cchc_cli.intake.page import Page
from cchc_cli.intake.sheet import Cell
from cchc_cli.intake.slots import report_hidden
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency


def read_mapped(page: Page, table: MappedTable, clerk: Clerk) -> None:
    """Reads every figure of a described table."""
    for header in table.missing:
        clerk.gathering.report(COLUMN_MISSING, page.place(table.header_row), column=header)
    _report_unused(page, table, clerk)
    body = find_body(page.sheet, table)
    for group in _groups(page, table, body, clerk):
        for column, source in table.columns.items():
            if source.item is not None and source.item in clerk.brief.items:
                item = clerk.brief.items[source.item]
                take_column(Column(page, group, column, item, source.approximate), clerk.gathering)
        check_sums(page, table, group, clerk)
    used = ((row, column) for row in body.rows for column in table.columns)
    report_hidden(clerk.gathering, page, [place for place in used if not page.sheet.cell(*place).is_blank])


def _groups(page: Page, table: MappedTable, body: Body, clerk: Clerk) -> list[Group]:
    """The rows by their owner, in the order of their first rows; rows without an owner are left out."""
    owners: dict[tuple[Agency, Period], list[int]] = {}
    for row, owner in _Owners(page, table, clerk).of(body):
        owners.setdefault(owner, []).append(row)
    total_row = body.total_row if len(owners) == 1 else 0
    return [
        Group(agency, period, tuple(row for row in rows if row != body.total_row), total_row)
        for (agency, period), rows in owners.items()
    ]


class _Owners:
    """Whose figures the rows of one table hold; what the sheet states once is looked up once."""

    def __init__(self, page: Page, table: MappedTable, clerk: Clerk) -> None:
        self._page = page
        self._table = table
        self._clerk = clerk
        self._above = table.header_row - 1
        self._agencies: dict[Period, Agency | None] = {}

    def of(self, body: Body) -> Iterator[tuple[int, tuple[Agency, Period]]]:
        """Each row with its owner; the total row only where it stands alone."""
        stated_period = None if self._table.period_column else self._stated_period()
        for row in body.rows or (body.total_row,) * bool(body.total_row):
            period = self._period(row) if self._table.period_column else stated_period
            agency = None if period is None else self._agency(row, period)
            if period is not None and agency is not None:
                yield row, (agency, period)

    def _period(self, row: int) -> Period | None:
        column = self._table.period_column
        return self._clerk.period(self._page.sheet.cell(row, column), self._page.place(row, column))

    def _stated_period(self) -> Period | None:
        said = stated(self._page, self._table.layout.period, self._above, whole=True)
        return self._clerk.stated_period(said, _place(self._page, said))

    def _agency(self, row: int, period: Period) -> Agency | None:
        column = self._table.agency_column
        if column:
            return self._clerk.agency(
                self._page.sheet.cell(row, column), self._page.place(row, column), period
            )
        if period not in self._agencies:
            said = stated(self._page, self._table.layout.agency, self._above, whole=False)
            self._agencies[period] = self._clerk.stated_agency(said, _place(self._page, said), period)
        return self._agencies[period]


def _place(page: Page, said: Labelled | None) -> Place:
    return page.place(said.row, said.column) if said else page.place()


def _report_unused(page: Page, table: MappedTable, clerk: Clerk) -> None:
    """Says which columns hold items that the programme does not ask for."""
    for column, source in table.columns.items():
        if source.item is not None and source.item not in clerk.brief.items:
            place = page.place(table.header_row + table.layout.header_rows - 1, column)
            clerk.gathering.report(EXTRA_COLUMN, place, Cell(source.header[0]))
