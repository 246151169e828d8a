"""Whose figures the rows of a described table hold, and for when."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from cchc_cli.findings.finding import Place
from cchc_cli.findings.of_identity import AGENCY_MISSING
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.information import Information
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.layouts.body import Body, label_cell
from cchc_cli.intake.layouts.mapped import MappedTable
from cchc_cli.intake.layouts.where import stated, stated_period
from cchc_cli.intake.page import Page
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency

Owner = tuple[Agency, Period]


class Owners:
    """The owners of the rows of one table; what stands once for many rows is looked up once."""

    def __init__(
        self, page: Page, table: MappedTable, body: Body, clerk: Clerk, information: Information
    ) -> None:
        self._page = page
        self._table = table
        self._body = body
        self._clerk = clerk
        self._information = information
        self._written = _written(page.sheet, table)
        self._corners = _corners(page.sheet, table)
        self._agencies: dict[tuple[int, Period], Agency | None] = {}

    def of(self, rows: Iterable[int]) -> Iterator[tuple[int, Owner]]:
        """Each row with its owner; left out where that cannot be known, and said why."""
        column = self._table.period_column
        stated = None if column else self._stated_period()
        for row in rows:
            period = self._period(row, column) if column else stated
            agency = None if period is None else self._agency(row, period)
            if period is not None and agency is not None:
                yield row, (agency, period)

    def _period(self, row: int, column: int) -> Period | None:
        cell, place = self._page.sheet.cell(row, column), self._page.place(row, column)
        if cell.is_blank and self._clerk.brief.as_period:
            return self._clerk.inside(self._clerk.brief.as_period, place)
        return self._clerk.period(cell, place)

    def _stated_period(self) -> Period | None:
        where = self._table.layout.period
        if where is not None and where.column:
            # The column is not there, which is said; what was given for the file stands in.
            given = self._clerk.brief.as_period
            return self._clerk.inside(given, self._page.place(self._table.header_row)) if given else None
        said = stated_period(self._page, self._table.layout.period, self._table.titles)
        said, page = self._or_of_workbook(said, self._information.period)
        return self._clerk.stated_period(said, _place(page, said))

    def _or_of_workbook(
        self, said: Labelled | None, on_its_first_sheet: Labelled | None
    ) -> tuple[Labelled | None, Page]:
        """What the page says, or else what the workbook says on its information sheet, with the page."""
        page = self._information.page
        if (said is None or said.cell.is_blank) and on_its_first_sheet is not None and page is not None:
            return on_its_first_sheet, page
        return said, self._page

    def _agency(self, row: int, period: Period) -> Agency | None:
        layout, column = self._table.layout, self._table.agency_column
        if column:
            row_of_name = self._corners.get(row, row)
            cell, place = self._page.sheet.cell(row_of_name, column), self._page.place(row_of_name, column)
            return self._clerk.agency(cell, place, period, self._parent(row, cell.text, period))
        if layout.agency is not None and layout.agency.column:
            return None
        source = self._separator(row) if layout.separates_agencies else 0
        if (source, period) not in self._agencies:
            self._agencies[source, period] = (
                self._separated_agency(row, source, period)
                if layout.separates_agencies
                else self._stated_agency(period)
            )
        return self._agencies[source, period]

    def _stated_agency(self, period: Period) -> Agency | None:
        said = stated(self._page, self._table.layout.agency, self._table.titles)
        said, page = self._or_of_workbook(said, self._information.agency)
        parent = self._parent(0, said.text if said else "", period)
        return self._clerk.stated_agency(said, _place(page, said), period, parent)

    def _separated_agency(self, row: int, separator: int, period: Period) -> Agency | None:
        column, cell = label_cell(self._page.sheet, self._table, separator)
        if not separator:
            self._clerk.gathering.report(AGENCY_MISSING, self._page.place(row))
            return None
        parent = self._parent(0, cell.text, period)
        return self._clerk.agency(cell, self._page.place(separator, column), period, parent)

    def _separator(self, row: int) -> int:
        """The nearest row at or above a row that may name its agency; 0 where none does."""
        separators = self._body.separators
        position = bisect_right(separators, row)
        return separators[position - 1] if position else 0

    def _parent(self, row: int, name: str, period: Period) -> str | None:
        """What is written as the agency above, where it helps to tell who is meant."""
        where = self._table.layout.parent
        if where is None or not name:
            return None
        if where.separator:
            position = bisect_left(self._body.separators, row)
            above = self._body.separators[position - 1] if position else 0
            written = label_cell(self._page.sheet, self._table, above)[1].text
        elif self._table.parent_column:
            written = self._written.get(row, "")
        else:
            said = stated(self._page, where, self._table.titles)
            written = said.text if said else ""
        return self._helpful(name, written, period, is_certain=not where.separator)

    def _helpful(self, name: str, written: str, period: Period, *, is_certain: bool) -> str | None:
        """A row about the agency above itself needs no parent, nor does one below words that name nobody."""
        names = self._clerk.brief.names
        above = names.known(written, period=period) if written else ()
        if not above:
            return written if written and is_certain else None
        own = {agency.code for agency in names.known(name, period=period)}
        return None if own.intersection(agency.code for agency in above) else written


def _written(sheet: Sheet, table: MappedTable) -> dict[int, str]:
    """What the column of the agency above says in each row; it may be written once for a block of rows."""
    texts, last = {}, ""
    for row in range(table.first_row, table.last_row + 1) if table.parent_column else ():
        last = sheet.cell(row, table.parent_column).text or last
        texts[row] = last
    return texts


def _corners(sheet: Sheet, table: MappedTable) -> dict[int, int]:
    """The rows whose agency stands in a block merged down from above, with the row where it stands."""
    corners: dict[int, int] = {}
    for block in sheet.merged:
        if block.first_column <= table.agency_column <= block.last_column and len(corners) < sheet.height:
            rows = range(block.first_row + 1, min(block.last_row, table.last_row) + 1)
            corners.update(dict.fromkeys(rows, block.first_row))
    return corners


def _place(page: Page, said: Labelled | None) -> Place:
    return page.place(said.row, said.column) if said else page.place()
