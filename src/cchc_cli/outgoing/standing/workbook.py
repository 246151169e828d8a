"""Who has sent what, as a workbook to filter, print and call through."""

from collections.abc import Callable, Sequence
from datetime import date

from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import DAY_FORMAT, Book, colour, fitting_height, write_day, write_text
from cchc_cli.outgoing.standing.columns import EVERYBODY, TO_REMIND, Column, Value, count_columns
from cchc_cli.standing.arrangement import Shortcoming, reminders, shortcoming_of
from cchc_cli.standing.records import AgencyStanding, Counts, Group, Standing, State
from cchc_cli.standing.words import DISTRICT, GROUP, TITLE, UNPLACED, period_line

_REMIND_SHEET = Text("Cần nhắc", "To remind")
_ALL_SHEET = Text("Tất cả đơn vị", "All agencies")
_NOBODY = Text("Không có đơn vị nào cần nhắc.", "Nobody has to be reminded.")
_NUMBER = Text("STT", "No.")
_ALL = Text("Cộng", "All")
_HEADER_ROW = 3
_NUMBER_WIDTH = 5
_FROZEN = 3
"""Columns that stay in view: number, code and name."""
_FIRST_WIDTH, _COUNT_WIDTH = 50, 11
_UNPLACED_HEADINGS = (
    (Text("Tệp", "Workbook"), _FIRST_WIDTH),
    (Text("Số lỗi", "Errors"), _COUNT_WIDTH),
)
_UNPLACED_WORDS = Text("Người gửi ghi trong tệp; lỗi đầu tiên", "Sender named in it; the first error")
_STATE_COLOUR = {State.MISSING: look.ERROR, State.LATE: look.WARNING, State.UNDATED: look.INPUT}
_SHORTCOMING_COLOUR = {
    Shortcoming.MISSING: look.ERROR,
    Shortcoming.ERRORS: look.ERROR,
    Shortcoming.LATE: look.WARNING,
    Shortcoming.INCOMPLETE: look.INPUT,
    Shortcoming.UNEXPLAINED: look.INPUT,
}


def standing_workbook(standing: Standing, language: Language) -> bytes:
    """Three sheets: the counts, whom to remind, and everybody with a filter on each column."""
    writing = _Writing(standing, language)
    writing.counts()
    writing.to_remind()
    writing.everybody()
    return writing.book.content()


class _Writing:
    """One standing on its way into a workbook."""

    def __init__(self, standing: Standing, language: Language) -> None:
        self.book = Book(TITLE.in_language(language))
        self._standing = standing
        self._language = language

    def counts(self) -> None:
        """How many of each group did what; then the workbooks that are nobody's."""
        sheet = self._sheet(form_words.STANDING_SHEET)
        standing = self._standing
        sheet.set_column(0, 0, _FIRST_WIDTH)
        sheet.set_column(1, len(count_columns(standing)), _COUNT_WIDTH)
        row = self._count_rows(sheet, _HEADER_ROW, GROUP, standing.groups, standing.total)
        if standing.districts:
            row = self._count_rows(sheet, row + 1, DISTRICT, standing.districts, None)
        if standing.unplaced:
            self._unplaced_rows(sheet, row + 1)

    def to_remind(self) -> None:
        """Agencies by reason, with whom to call and room for what they say."""
        sheet = self._sheet(self._say(_REMIND_SHEET))
        listed = [agency for found in reminders(self._standing.agencies) for agency in found.agencies]
        if listed:
            self._list(sheet, TO_REMIND, listed, _shortcoming_colour)
        else:
            write_text(sheet, _HEADER_ROW, 0, self._say(_NOBODY), self.book.format())

    def everybody(self) -> None:
        """One row an agency, in the registry's order."""
        self._list(self._sheet(self._say(_ALL_SHEET)), EVERYBODY, self._standing.agencies, _state_colour)

    def _sheet(self, name: str) -> Worksheet:
        sheet = self.book.sheet(name)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        title = self.book.format(bold=True, font_size=look.TITLE_SIZE)
        write_text(sheet, 0, 0, self._say(TITLE).upper(), title)
        write_text(sheet, 1, 0, period_line(self._standing, self._language), self.book.format())
        return sheet

    def _count_rows(
        self, sheet: Worksheet, row: int, heading: Text, groups: Sequence[Group], total: Counts | None
    ) -> int:
        """Writes a table of counts; gives the row below it."""
        shown = count_columns(self._standing)
        headings = [(heading, _FIRST_WIDTH), *((column.heading, _COUNT_WIDTH) for column in shown)]
        self._headings(sheet, row, headings)
        lines = [(self._say(group.name), group.counts) for group in groups]
        if total is not None and len(lines) > 1:
            lines.append((self._say(_ALL), total))
        for name, counts in lines:
            row += 1
            wanted = {"bold": True, "bg_color": colour(look.SECTION)} if counts is total else {}
            write_text(sheet, row, 0, name, self.book.cell_format(text_wrap=True, **wanted))
            for number, column in enumerate(shown, start=1):
                chosen = self.book.cell_format(align="center", **wanted)
                sheet.write_number(row, number, column.count(counts), chosen)
        return row + 1

    def _unplaced_rows(self, sheet: Worksheet, row: int) -> None:
        write_text(sheet, row, 0, self._say(UNPLACED), self.book.format(bold=True))
        self._headings(sheet, row + 1, _UNPLACED_HEADINGS)
        write_text(sheet, row + 1, 2, self._say(_UNPLACED_WORDS), self.book.format(bold=True))
        for line, file in enumerate(self._standing.unplaced, start=row + 2):
            sheet.set_row(line, fitting_height([(file.file, _FIRST_WIDTH)]))
            sender = f"{self._say(file.submitter_name)}: " if file.submitter_name else ""
            write_text(sheet, line, 0, file.file, self.book.cell_format(text_wrap=True))
            sheet.write_number(line, 1, file.errors, self.book.cell_format(align="center"))
            write_text(sheet, line, 2, f"{sender}{file.message}", self.book.format())

    def _list(
        self,
        sheet: Worksheet,
        columns: Sequence[Column],
        agencies: Sequence[AgencyStanding],
        colour_of: Callable[[AgencyStanding], str | None],
    ) -> None:
        """A header that stays in view and repeats on each page, a filter, one row an agency."""
        headings = [(_NUMBER, _NUMBER_WIDTH), *((column.heading, column.width) for column in columns)]
        self._headings(sheet, _HEADER_ROW, headings)
        sheet.set_column(0, 0, _NUMBER_WIDTH)
        for number, column in enumerate(columns, start=1):
            sheet.set_column(number, number, column.width)
        for row, agency in enumerate(agencies, start=_HEADER_ROW + 1):
            sheet.write_number(row, 0, row - _HEADER_ROW, self.book.cell_format(align="center"))
            values = [column.value(agency, self._language) for column in columns]
            for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
                self._write(sheet, row, number, value, colour_of(agency) if column.is_state else None)
            texts = zip(map(str, values), (column.width for column in columns), strict=True)
            sheet.set_row(row, fitting_height(texts))
        last = _HEADER_ROW + max(len(agencies), 1)
        sheet.autofilter(_HEADER_ROW, 0, last, len(columns))
        sheet.freeze_panes(_HEADER_ROW + 1, _FROZEN)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})

    def _write(self, sheet: Worksheet, row: int, column: int, value: Value, fill: str | None) -> None:
        wanted = {"bg_color": colour(fill)} if fill else {}
        if isinstance(value, date):
            chosen = self.book.cell_format(num_format=DAY_FORMAT, align="center", **wanted)
            write_day(sheet, row, column, value, chosen)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.book.cell_format(align="center", **wanted))
        else:
            write_text(sheet, row, column, value or "", self.book.cell_format(text_wrap=True, **wanted))

    def _headings(self, sheet: Worksheet, row: int, headings: Sequence[tuple[Text, int]]) -> None:
        """The head of a table; each heading comes with the width of its column."""
        chosen = self.book.cell_format(
            bold=True, text_wrap=True, align="center", bg_color=colour(look.HEADING)
        )
        for column, (heading, _) in enumerate(headings):
            write_text(sheet, row, column, self._say(heading), chosen)
        sheet.set_row(row, fitting_height((self._say(heading), width) for heading, width in headings))

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)


def _state_colour(agency: AgencyStanding) -> str | None:
    return look.ERROR if agency.errors else _STATE_COLOUR.get(agency.state)


def _shortcoming_colour(agency: AgencyStanding) -> str | None:
    shortcoming = shortcoming_of(agency)
    return _SHORTCOMING_COLOUR[shortcoming] if shortcoming else None
