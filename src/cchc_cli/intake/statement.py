"""What a workbook says once for all the figures of a table: whose they are, and for when."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_cli import form_words
from cchc_cli.findings.finding import Place
from cchc_cli.findings.of_identity import PERIOD_MIXED
from cchc_cli.intake.clerk import Clerk, is_period
from cchc_cli.intake.information import AGENCY, NAME, PERIOD, WORDS, Information, labels_above
from cchc_cli.intake.labels import Labelled, near_label
from cchc_cli.intake.page import Page
from cchc_cli.intake.wording import NOTHING, looks_like
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.plain_text import without_tones
from cchc_cli.registry.agency import Agency

_SPELT = {AGENCY: form_words.AGENCY_CODE, PERIOD: form_words.PERIOD}
_MOST_SHEETS = 5
"""How many sheets are looked through for a misspelt label."""
_CALLED = without_tones(form_words.INFORMATION_SHEET)


class _Said(NamedTuple):
    """What a label says and where; where no label stands, what looks like it."""

    labelled: Labelled | None
    place: Place
    hint: Text = NOTHING

    @property
    def is_nothing(self) -> bool:
        return self.labelled is None and self.hint == NOTHING


class Statement:
    """Looks above the tables of a workbook and on its information sheet; each place is reported once."""

    def __init__(self, pages: Sequence[Page], information: Information, clerk: Clerk) -> None:
        self._pages = pages
        self._information = information
        self._clerk = clerk
        self._above: dict[tuple[int, int], dict[str, Labelled]] = {}
        self._periods: dict[Place, Period | None] = {}

    @property
    def periods(self) -> set[Period]:
        """The periods that were found so far."""
        return {period for period in self._periods.values() if period is not None}

    def period(self, page: Page, header_row: int) -> Period | None:
        """The period of a table; None, and a finding, where nothing states one."""
        said = self._said(PERIOD, page, header_row)
        if said.place not in self._periods:
            self._report_mixed(page, header_row)
            self._periods[said.place] = self._clerk.stated_period(said.labelled, said.place, said.hint)
        return self._periods[said.place]

    def agency(self, page: Page, header_row: int, period: Period | None) -> Agency | None:
        """The agency of a table; None, and a finding, where nothing states one."""
        said = self._said(AGENCY, page, header_row)
        name, name_page = self._nearest(NAME, page, header_row)
        place = said.place
        if said.is_nothing and name is not None:
            place = name_page.place(name.row, name.column)
        return self._clerk.stated_agency(said.labelled, place, period, name=name, hint=said.hint)

    def is_lost(self, page: Page, header_row: int) -> bool:
        """Whether there is no information sheet, and nothing else says whose a table is and for when."""
        brief = self._clerk.brief
        if self._information.page is not None:
            return False
        says_whose = brief.as_agency or self._says((AGENCY, NAME), page, header_row)
        return not (says_whose and (brief.as_period or self.says_when(page, header_row)))

    def says_when(self, page: Page, header_row: int) -> bool:
        """Whether anything says, or seems to say, for when a table is."""
        return self._says((PERIOD,), page, header_row)

    def _says(self, words: Sequence[str], page: Page, header_row: int) -> bool:
        return not all(self._said(word, page, header_row).is_nothing for word in words)

    def sheet_called_information(self) -> str | None:
        """The name of a sheet that is called like the information sheet, perhaps misspelt."""
        sheets = (page.sheet for page in self._pages)
        return next((sheet.name for sheet in sheets if without_tones(sheet.title) == _CALLED), None)

    def _said(self, word: str, page: Page, header_row: int) -> _Said:
        labelled, where = self._nearest(word, page, header_row)
        if labelled is not None:
            return _Said(labelled, where.place(labelled.row, labelled.column))
        for other, last_row in self._places(page, header_row) if word in _SPELT else ():
            near = near_label(other.sheet, word, WORDS, last_row)
            if near is not None:
                return _Said(None, other.place(near.row, near.column), looks_like(near, _SPELT[word]))
        information = self._information.page
        return _Said(None, information.place() if information else page.place(header_row))

    def _nearest(self, word: str, page: Page, header_row: int) -> tuple[Labelled | None, Page]:
        """What a label says above a table, or else on the information sheet, with its page."""
        if (page.index, header_row) not in self._above:
            self._above[page.index, header_row] = labels_above(page, header_row)
        above = self._above[page.index, header_row].get(word)
        information = self._information
        stated = {AGENCY: information.agency, NAME: information.name, PERIOD: information.period}[word]
        if stated is not None and information.page is not None and (above is None or above.cell.is_blank):
            return stated, information.page
        return above, page

    def _places(self, page: Page, header_row: int) -> Iterator[tuple[Page, int | None]]:
        """Where a misspelt label may stand: sheets, and down to which row."""
        if self._information.page is not None:
            yield self._information.page, None
        yield page, header_row
        yield from ((other, None) for other in self._pages[:_MOST_SHEETS] if other.index != page.index)

    def _report_mixed(self, page: Page, header_row: int) -> None:
        """Says where the information sheet has another period than the table, or one nobody understands."""
        above, stated = self._above[page.index, header_row].get(PERIOD), self._information.period
        if above is None or stated is None or stated.cell.is_blank or not is_period(above.cell):
            return
        if not is_period(stated.cell) or Period.parse(above.text) != Period.parse(stated.text):
            place = page.place(above.row, above.column)
            self._clerk.gathering.report(PERIOD_MIXED, place, above.cell, other=stated.text)
