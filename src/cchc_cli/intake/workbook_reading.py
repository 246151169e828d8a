"""One opened workbook → its observations and findings."""

from collections.abc import Sequence

from cchc_cli import form_words
from cchc_cli.findings.finding import Place
from cchc_cli.findings.of_files import FILE_WITHOUT_VALUES, HEADER_MISSING, SHEET_MISSING
from cchc_cli.findings.of_identity import PERIOD_MIXED
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk, is_period
from cchc_cli.intake.information import AGENCY, PERIOD, Information, labels_above, read_information
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.layouts.choice import LayoutChoice
from cchc_cli.intake.layouts.form import (
    FORM,
    read_form,
    report_missing_columns,
    report_missing_items,
)
from cchc_cli.intake.layouts.mapped_reading import read_mapped
from cchc_cli.intake.layouts.matrix import read_matrix
from cchc_cli.intake.page import Page
from cchc_cli.intake.slots import report_far
from cchc_cli.intake.tables import Tables, find_tables
from cchc_cli.language import Text
from cchc_cli.period import Period

_EXPECTED = Text(
    "dòng tiêu đề có “Mã đơn vị” và các mã số liệu, hoặc biểu mẫu có cột “Mã số liệu”",
    "a header row with 'Mã đơn vị' and item codes, or a form with the column 'Mã số liệu'",
)


class WorkbookReading:
    """What stands in one workbook: `read` fills `gathering`; the rest is known from the start."""

    def __init__(self, path: str, pages: Sequence[Page], brief: Brief, choice: LayoutChoice) -> None:
        self._path = path
        self._pages = pages
        self._choice = choice
        self._clerk = Clerk(brief)
        self.gathering = self._clerk.gathering
        self._tables: Tables = find_tables(pages, brief, choice)
        self.information: Information = read_information(self._tables.rest, self.gathering)
        self._periods: dict[Place, Period | None] = {}

    @property
    def layout(self) -> str | None:
        return self._tables.layout

    @property
    def submitter(self) -> str | None:
        """The code of the agency that sent the workbook, where it says so or is about one agency only."""
        said = self.information.agency
        if said is not None and (agency := self._clerk.match(said.cell).agency) is not None:
            return agency.code
        codes = {observation.agency for observation in self.gathering.observations}
        return codes.pop() if len(codes) == 1 else None

    @property
    def period(self) -> Period | None:
        """The period that the workbook states once for all its figures."""
        stated = {period for period in self._periods.values() if period is not None}
        return stated.pop() if len(stated) == 1 else None

    def read(self) -> None:
        """Reads every table; what nothing could be read from says so once."""
        self._read_forms()
        for page, matrix in self._tables.matrices:
            stated = None
            if matrix.agency_column and not matrix.period_column:
                stated = self._period_above(page, matrix.header_row)
            read_matrix(page, matrix, stated, self._clerk)
        for page, mapped in self._tables.mapped:
            read_mapped(page, mapped, self._clerk)
        for page in self._pages:
            report_far(self.gathering, page)
        self._report_nothing()

    def _read_forms(self) -> None:
        """All sheets with form tables are parts of one form."""
        for page, table in self._tables.forms:
            report_missing_columns(page, table, self._clerk)
        whole = [(page, table) for page, table in self._tables.forms if not table.missing]
        if not whole:
            return
        first, header_row = whole[0][0], whole[0][1].header_row
        period = self._period_above(first, header_row)
        if period is None:
            return
        above = labels_above(first, header_row).get(AGENCY)
        said, page = self._nearest(above, first, self.information.agency)
        agency = self._clerk.stated_agency(said, _place(page, said, header_row), period)
        if agency is None:
            return
        present = [read_form(page, table, agency, period, self._clerk) for page, table in whole]
        report_missing_items(first, set().union(*present), agency, period, self._clerk)

    def _period_above(self, page: Page, header_row: int) -> Period | None:
        """The period above a table, or else of the information sheet; looked up once for each place."""
        above, stated = labels_above(page, header_row).get(PERIOD), self.information.period
        said, where = self._nearest(above, page, stated)
        place = _place(where, said, header_row)
        if place not in self._periods:
            if said is above:
                self._report_mixed(page, above, stated)
            self._periods[place] = self._clerk.stated_period(said, place)
        return self._periods[place]

    def _nearest(
        self, above: Labelled | None, page: Page, stated: Labelled | None
    ) -> tuple[Labelled | None, Page]:
        """What stands above a table, else what the information sheet says, with its page."""
        if above is not None and not above.cell.is_blank:
            return above, page
        if stated is not None and self.information.page is not None:
            return stated, self.information.page
        return None, page

    def _report_mixed(self, page: Page, above: Labelled | None, stated: Labelled | None) -> None:
        if above is None or stated is None or not (is_period(above.cell) and is_period(stated.cell)):
            return
        if Period.parse(above.text) != Period.parse(stated.text):
            place = page.place(above.row, above.column)
            self.gathering.report(PERIOD_MIXED, place, above.cell, other=stated.text)

    def _report_nothing(self) -> None:
        """Why there is no figure, where nothing else has said it."""
        gathering, place = self.gathering, Place(self._path)
        is_blank = not any(any(page.sheet.cells(row)) for page in self._pages for row in _rows(page))
        if self.layout is None and not is_blank:
            self._report_no_table(place)
        if not gathering.observations and not gathering.has_errors:
            gathering.report(FILE_WITHOUT_VALUES, place)

    def _report_no_table(self, place: Place) -> None:
        described = self._choice.described
        if described is not None:
            expected = Text(
                f"bảng có các tiêu đề của “{described.name.vi}”", f"a table headed as '{described.name.en}'"
            )
        else:
            expected = _EXPECTED
        if self.information.is_of_a_form and self._choice.allows(FORM):
            found = ", ".join(f"“{page.sheet.name}”" for page in self._pages)
            self.gathering.report(SHEET_MISSING, place, sheet=form_words.FIGURES_SHEET, found=found)
        else:
            self.gathering.report(HEADER_MISSING, place, expected=expected)


def _place(page: Page, said: Labelled | None, header_row: int) -> Place:
    return page.place(said.row, said.column) if said else page.place(header_row)


def _rows(page: Page) -> range:
    return range(1, page.sheet.height + 1)
