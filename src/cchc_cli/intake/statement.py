"""What a workbook says once for all the figures of a table: whose they are, and for when."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from cchc_cli import form_words
from cchc_cli.findings.finding import Place
from cchc_cli.findings.of_identity import PERIOD_MIXED, PERIOD_SAID_TWICE
from cchc_cli.intake.clerk import Clerk, is_period
from cchc_cli.intake.headers import HEADER_DEPTH
from cchc_cli.intake.information import AGENCY, NAME, PERIOD, WORDS, Information, labels_above
from cchc_cli.intake.labels import Labelled, find_labels, near_label
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


class Titled(Protocol):
    """A table below the rows that may say whose its figures are and for when."""

    @property
    def header_row(self) -> int: ...

    @property
    def titles(self) -> Sequence[range]:
        """Those rows, the nearest first."""
        ...


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
        self._agencies: dict[tuple[Place, Period | None], Agency | None] = {}

    @property
    def periods(self) -> set[Period]:
        """The periods that were found so far."""
        return {period for period in self._periods.values() if period is not None}

    def period(self, page: Page, table: Titled) -> Period | None:
        """The period of a table; None, and a finding, where nothing states one."""
        said = self._said(PERIOD, page, table)
        if said.place not in self._periods:
            self._report_mixed(page, table)
            self._periods[said.place] = self._clerk.stated_period(said.labelled, said.place, said.hint)
        return self._periods[said.place]

    def agency(self, page: Page, table: Titled, period: Period | None) -> Agency | None:
        """The agency of a table; None, and a finding, where nothing states one."""
        said = self._said(AGENCY, page, table)
        name, name_page = self._nearest(NAME, page, table)
        place = said.place
        if said.is_nothing and name is not None:
            place = name_page.place(name.row, name.column)
        if (place, period) not in self._agencies:
            self._agencies[place, period] = self._clerk.stated_agency(
                said.labelled, place, period, name=name, hint=said.hint
            )
        return self._agencies[place, period]

    def has_own_period(self, page: Page, table: Titled) -> bool:
        """Whether a table has its period right above it."""
        return self._is_said_above((PERIOD,), page, table)

    def has_own_agency(self, page: Page, table: Titled) -> bool:
        """Whether a table has its agency right above it."""
        return self._is_said_above((AGENCY, NAME), page, table)

    def is_lost(self, page: Page, table: Titled) -> bool:
        """Whether there is no information sheet, and nothing else says whose a table is and for when."""
        brief = self._clerk.brief
        if self._information.page is not None:
            return False
        says_whose = brief.as_agency or self._says((AGENCY, NAME), page, table)
        return not (says_whose and (brief.as_period or self.says_when(page, table)))

    def says_when(self, page: Page, table: Titled) -> bool:
        """Whether anything says, or seems to say, for when a table is."""
        return self._says((PERIOD,), page, table)

    def _says(self, words: Sequence[str], page: Page, table: Titled) -> bool:
        return not all(self._said(word, page, table).is_nothing for word in words)

    def _is_said_above(self, words: Sequence[str], page: Page, table: Titled) -> bool:
        labels = self._labels_above(page, table)
        return any(word in labels and not labels[word].cell.is_blank for word in words)

    def sheet_called_information(self) -> str | None:
        """The name of a sheet that is called like the information sheet, perhaps misspelt."""
        sheets = (page.sheet for page in self._pages)
        return next((sheet.name for sheet in sheets if without_tones(sheet.title) == _CALLED), None)

    def _said(self, word: str, page: Page, table: Titled) -> _Said:
        labelled, where = self._nearest(word, page, table)
        if labelled is not None:
            return _Said(labelled, where.place(labelled.row, labelled.column))
        for other, last_row in self._places(page, table) if word in _SPELT else ():
            near = near_label(other.sheet, word, WORDS, last_row)
            if near is not None:
                return _Said(None, other.place(near.row, near.column), looks_like(near, _SPELT[word]))
        information = self._information.page
        return _Said(None, information.place() if information else page.place(table.header_row))

    def _nearest(self, word: str, page: Page, table: Titled) -> tuple[Labelled | None, Page]:
        """What a label says above a table, or else on the information sheet, with its page."""
        above = self._labels_above(page, table).get(word)
        information = self._information
        stated = {AGENCY: information.agency, NAME: information.name, PERIOD: information.period}[word]
        if stated is not None and information.page is not None and (above is None or above.cell.is_blank):
            return stated, information.page
        return above, page

    def _labels_above(self, page: Page, table: Titled) -> dict[str, Labelled]:
        if (page.index, table.header_row) not in self._above:
            self._above[page.index, table.header_row] = labels_above(page, table.titles)
        return self._above[page.index, table.header_row]

    def _places(self, page: Page, table: Titled) -> Iterator[tuple[Page, int | None]]:
        """Where a misspelt label may stand: sheets, and down to which row."""
        if self._information.page is not None:
            yield self._information.page, None
        yield page, table.header_row
        yield from ((other, None) for other in self._pages[:_MOST_SHEETS] if other.index != page.index)

    def _report_mixed(self, page: Page, table: Titled) -> None:
        """Says where the information sheet has another period than the table, or one nobody understands."""
        above, stated = self._labels_above(page, table).get(PERIOD), self._information.period
        if stated is None or stated.cell.is_blank:
            return
        if above is not None and self._differ(above, stated):
            place = page.place(above.row, above.column)
            self._clerk.gathering.report(PERIOD_MIXED, place, above.cell, other=stated.text)
        elif self._information.page is not None:
            self._report_said_twice(self._information.page, stated)

    def _report_said_twice(self, page: Page, stated: Labelled) -> None:
        """Says where the information sheet has a second period further down."""
        below = range(stated.row + 1, min(page.sheet.height, HEADER_DEPTH) + 1)
        again = find_labels(page.sheet, {PERIOD}, below).get(PERIOD)
        if again is not None and self._differ(again, stated):
            place = page.place(again.row, again.column)
            self._clerk.gathering.report(PERIOD_SAID_TWICE, place, again.cell, other=stated.text)

    def _differ(self, one: Labelled, other: Labelled) -> bool:
        """Whether a period is another one than what is said elsewhere, or nobody understands that."""
        if one.text == other.text or not is_period(one.cell):
            return False
        meant = self._clerk.brief.period_meant
        return not is_period(other.cell) or meant(Period.parse(one.text)) != meant(Period.parse(other.text))
