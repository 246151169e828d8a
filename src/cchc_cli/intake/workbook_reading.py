"""One opened workbook → its observations and findings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cchc_cli import form_words
from cchc_cli.findings.finding import Place
from cchc_cli.findings.of_files import FILE_WITHOUT_VALUES, FORM_EMPTY, OWN_REPORT, SHEET_MISSING
from cchc_cli.findings.of_tables import HEADER_MISSING
from cchc_cli.findings.of_values import FORM_MISSING
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.headers import HEADER_DEPTH
from cchc_cli.intake.information import WORDS, Information, read_information
from cchc_cli.intake.labels import near_label
from cchc_cli.intake.layouts.choice import LayoutChoice
from cchc_cli.intake.layouts.form import (
    FORM,
    read_form,
    report_columns,
    report_missing_items,
)
from cchc_cli.intake.layouts.form_table import FormTable
from cchc_cli.intake.layouts.mapped import is_named, near_name
from cchc_cli.intake.layouts.mapped_statement import periods_of, submitter_of
from cchc_cli.intake.layouts.matrix import MATRIX, read_matrix
from cchc_cli.intake.legacy_sheets import with_texts_recovered
from cchc_cli.intake.own_report import is_own_report
from cchc_cli.intake.page import Page
from cchc_cli.intake.returned import is_returned, take_consolidated, take_explanations
from cchc_cli.intake.slots import report_far
from cchc_cli.intake.statement import Statement
from cchc_cli.intake.tables import Tables, find_tables
from cchc_cli.intake.wording import NOTHING, did_you_mean, looks_like
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.plain_text import plain

if TYPE_CHECKING:
    from cchc_cli.intake.layouts.owners import Owner

_MOST_SHEETS = 5
"""How many sheets are looked through for a misspelt heading."""
_EXPECTED = Text(
    "dòng tiêu đề có “Mã đơn vị” và các mã số liệu, hoặc biểu mẫu có cột “Mã số liệu”",
    "a header row with 'Mã đơn vị' and item codes, or a form with the column 'Mã số liệu'",
)


class WorkbookReading:
    """What stands in one workbook: `read` fills `gathering`; the rest is known from the start."""

    def __init__(self, path: str, pages: Sequence[Page], brief: Brief, choice: LayoutChoice) -> None:
        self._path = path
        self._is_own_report = is_own_report(page.sheet for page in pages)
        pages = [] if self._is_own_report else pages
        self._returned = [page.sheet for page in pages if is_returned(page.sheet)]
        own = [page for page in pages if not any(page.sheet is sheet for sheet in self._returned)]
        sheets = with_texts_recovered([page.sheet for page in own])
        self._pages = [
            page if sheet is page.sheet else replace(page, sheet=sheet)
            for page, sheet in zip(own, sheets, strict=True)
        ]
        self._choice = choice
        self.gathering = Gathering()
        self._tables: Tables = find_tables(self._pages, brief, choice)
        self.information: Information = read_information(self._tables.rest, self.gathering)
        self._clerk = Clerk(brief, self.gathering, self.information.dated)
        self._statement = Statement(self._pages, self.information, self._clerk)

    @property
    def layout(self) -> str | None:
        return self._tables.layout

    @property
    def submitter(self) -> str | None:
        """The code of the agency that sent the workbook, where it says so or is about one agency only."""
        said = self._clerk.submitter(self.information.agency, self.information.name, self.period)
        if said is not None:
            return said
        if (code := submitter_of(self._tables.mapped, self._clerk)) is not None:
            return code
        codes = {bundle.agency for bundle in self.gathering.observations.bundles()}
        return codes.pop() if len(codes) == 1 else None

    @property
    def period(self) -> Period | None:
        """The period that the workbook states once for all its figures."""
        stated = self._statement.periods | periods_of(self._tables.mapped, self._clerk)
        return stated.pop() if len(stated) == 1 else None

    def _read_mapped(self) -> None:
        """What reads described tables is imported when there is one: forms and matrices are far more."""
        from cchc_cli.intake.layouts.mapped_reading import read_mapped

        for page, mapped in self._tables.mapped:
            read_mapped(page, mapped, self._clerk, self.information)

    def read(self) -> None:
        """Reads every table; what nothing could be read from says so once."""
        is_lost = self._read_forms()
        for page, matrix in self._tables.matrices:
            stated = None
            is_silent = is_lost and not self._statement.says_when(page, matrix)
            if not (matrix.period_column or is_silent):
                stated = self._statement.period(page, matrix)
            is_of_form = bool(self._tables.forms)
            read_matrix(page, matrix, stated, self._clerk, is_of_form=is_of_form)
        if self._tables.mapped:
            self._read_mapped()
        for page in self._pages:
            report_far(self.gathering, page)
        take_explanations(self._returned, self.gathering)
        if self.layout == MATRIX:
            take_consolidated((page.sheet for page in self._tables.rest), self._path, self.gathering)
        self._report_nothing()

    def _read_forms(self) -> bool:
        """Reads every sheet with a form table. True: nothing says whose the form is and for when."""
        for page, table in self._tables.forms:
            report_columns(page, table, self._clerk)
        whole = [(page, table) for page, table in self._tables.forms if table.is_whole]
        if whole and self._statement.is_lost(*whole[0]):
            self._report_no_sheet(form_words.INFORMATION_SHEET, self._statement.sheet_called_information())
            return True
        pages: dict[Owner, Page] = {}
        present: dict[Owner, set[str]] = defaultdict(set)
        for page, table, owner in self._owned(whole):
            pages.setdefault(owner, page)
            present[owner] |= read_form(page, table, *owner, self._clerk)
        for owner, page in pages.items():
            report_missing_items(page, present[owner], *owner, self._clerk)
        return False

    def _owned(self, forms: Sequence[tuple[Page, FormTable]]) -> "Iterator[tuple[Page, FormTable, Owner]]":
        """The tables of a form with their owner: that of the first, except where one has its own above it."""
        statement = self._statement
        for page, table in forms:
            of_period = (page, table) if statement.has_own_period(page, table) else forms[0]
            of_agency = (page, table) if statement.has_own_agency(page, table) else forms[0]
            period = statement.period(*of_period)
            agency = statement.agency(*of_agency, period)
            if period is not None and agency is not None:
                yield page, table, (agency, period)

    def _report_nothing(self) -> None:
        """Why there is no figure, where nothing else has said it."""
        if self._is_own_report:
            self.gathering.report(OWN_REPORT, Place(self._path))
        if self._is_own_report or self._is_our_list():
            return
        gathering, place = self.gathering, Place(self._path)
        is_blank = not any(any(page.sheet.cells(row)) for page in self._pages for row in _rows(page))
        if self.layout is None and not is_blank:
            self._report_no_table(place)
        if not gathering.observations and not gathering.has_errors:
            self._report_no_values(place)

    def _report_no_values(self, place: Place) -> None:
        """That nothing is filled in, of each form where that was seen, or else of the file."""
        findings = self.gathering.findings
        blank = [position for position, finding in enumerate(findings) if finding.kind is FORM_MISSING]
        for position in blank:
            findings[position] = replace(findings[position], kind=FORM_EMPTY, item=None, other_items=())
        if not blank:
            self.gathering.report(FILE_WITHOUT_VALUES, place)

    def _is_our_list(self) -> bool:
        """Whether it is the list of who has reported that `cchc status` makes; it is nobody's submission."""
        names = [page.sheet.name for page in self._pages]
        return self.layout is None and names[:1] == [form_words.STANDING_SHEET]

    def _report_no_table(self, place: Place) -> None:
        described = self._choice.described
        if described is not None:
            expected = Text(
                f"bảng có các tiêu đề của “{described.name.vi}”", f"a table headed as '{described.name.en}'"
            )
        else:
            expected = _EXPECTED
        sheets = [page.sheet for page in self._pages]
        if described is not None and not any(is_named(page, described) for page in self._pages):
            self._report_no_sheet(", ".join(described.sheet or ()), near_name(sheets, described))
        elif self.information.is_of_a_form and self._choice.allows(FORM):
            self._report_no_sheet(form_words.FIGURES_SHEET)
        else:
            self.gathering.report(HEADER_MISSING, place, expected=expected, suggestion=self._near_header())

    def _report_no_sheet(self, name: str, near: str | None = None) -> None:
        found = ", ".join(f"“{page.sheet.name}”" for page in self._pages)
        suggestion = did_you_mean([Text(near, near)] if near else [])
        self.gathering.report(
            SHEET_MISSING, Place(self._path), sheet=name, found=found, suggestion=suggestion
        )

    def _near_header(self) -> Text:
        """What looks like the heading of a table that is ours, where nothing quite is."""
        for page in self._pages[:_MOST_SHEETS]:
            for spelt in (form_words.AGENCY_CODE, form_words.ITEM_CODE):
                near = near_label(page.sheet, plain(spelt), WORDS, HEADER_DEPTH)
                if near is not None:
                    return looks_like(near, spelt)
        return NOTHING


def _rows(page: Page) -> range:
    return range(1, page.sheet.height + 1)
