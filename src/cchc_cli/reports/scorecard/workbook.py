"""A card as a workbook: the card itself on sheets of A4, its findings, and what it was made from."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.language import Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, fitting_height, write_text
from cchc_cli.outgoing.figures import COUNT_FORMAT
from cchc_cli.provenance import MARK
from cchc_cli.record import Number
from cchc_cli.reports.found import CURE, EXPLANATION, NO_FINDINGS
from cchc_cli.reports.requirement import unit_text
from cchc_cli.reports.scorecard import card_words as words
from cchc_cli.reports.scorecard import move_words
from cchc_cli.reports.scorecard.agency_table import TableView, tables_of
from cchc_cli.reports.scorecard.edition import Edition
from cchc_cli.reports.scorecard.head import level_words
from cchc_cli.reports.scorecard.row_view import RowView
from cchc_cli.reports.scorecard.view import CardView, FindingView, PartView
from cchc_cli.reports.wording import FOR_STEERING
from cchc_cli.run import Status

_CARD = Text("Phiếu", "Card")
_FINDINGS = Text("Nội dung cần xử lý", "Findings")
_AGENCIES = Text("Từng đơn vị", "Agencies")
_SOURCES = Text("Nguồn", "Sources")
_WHERE, _WHAT = Text("Ở đâu", "Where"), Text("Nội dung", "What")
_HEADINGS = (
    words.INDICATOR,
    words.REACHED,
    Text("Tử số", "Numerator"),
    Text("Mẫu số", "Denominator"),
    words.ASKED,
    words.VERDICT,
    words.PLACE,
    Text("Trung vị nhóm", "Median of the group"),
    Text("Chênh lệch so với năm trước", "Difference to last year"),
    Text("Ghi chú", "Notes"),
)
_WIDTHS = (36, 11, 12, 12, 22, 24, 24, 11, 12, 40)
_VERDICT = 5
_FINDING_WIDTHS = (16, 44, 60, 44, 30)
_LAST = len(_WIDTHS) - 1
_NAME_WIDTH, _CELL_WIDTH, _SOURCE_WIDTH = 34, 11, 120
_LONGEST_RECORD = 32_000
_WASH = {
    Status.MET: "E3F2E8",
    Status.MISSED: "FBE9E7",
    Status.NOT_DUE: "E7EEF5",
    Status.NO_DATA: "FBF0D9",
    Status.NOT_EVALUABLE: "F2EBF6",
    Status.INCONCLUSIVE: "F2EBF6",
    Status.NOT_APPLICABLE: "ECEEF0",
}


def card_workbook(edition: Edition, view: CardView) -> bytes:
    """One card as a workbook; figures stand in it as numbers."""
    writing = _Writing(edition, view)
    writing.card()
    if view.is_agency:
        writing.findings()
    for number, table in enumerate(tables_of(edition.run, view.card, edition.language), start=1):
        writing.agencies(table, number)
    writing.sources()
    return writing.book.content()


class _Writing:
    """One card on its way into a workbook."""

    def __init__(self, edition: Edition, view: CardView) -> None:
        self._edition = edition
        self._view = view
        self.book = Book(f"{self._say(words.TITLE)}: {view.name}")

    def card(self) -> None:
        """Who, the counts, the three things, and every indicator."""
        sheet = self._sheet(self._say(_CARD), _WIDTHS)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        row = self._head(sheet)
        row = self._counts(sheet, row)
        row = self._moves(sheet, row)
        for part in self._view.parts:
            row = self._part(sheet, row, part)
        self._foot(sheet, row)

    def findings(self) -> None:
        """What is to be mended or explained, and how."""
        sheet = self._sheet(self._say(_FINDINGS), _FINDING_WIDTHS)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        headings = [words.KIND_OF_FINDING, _WHERE, _WHAT, CURE, EXPLANATION]
        self._headings(sheet, 0, [self._say(heading) for heading in headings])
        sheet.freeze_panes(1, 0)
        for row, finding in enumerate(self._view.findings, start=1):
            self._finding(sheet, row, finding)
        if not self._view.findings:
            write_text(sheet, 1, 0, self._say(NO_FINDINGS), self.book.format())

    def agencies(self, table: TableView, number: int) -> None:
        """The agencies of one group against their indicators."""
        sheet = self.book.sheet(f"{self._say(_AGENCIES)} {number}")
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, _NAME_WIDTH)
        sheet.set_column(1, max(1, len(table.indicators)), _CELL_WIDTH)
        write_text(sheet, 0, 0, table.title, self.book.format(bold=True))
        self._headings(sheet, 1, [self._say(words.AGENCY), *table.indicators])
        sheet.set_row(1, 120)
        sheet.freeze_panes(2, 1)
        sheet.repeat_rows(1)
        for row, line in enumerate(table.lines, start=2):
            write_text(sheet, row, 0, line.name, self.book.cell_format(text_wrap=True))
            for column, cell in enumerate(line.cells, start=1):
                wash = colour(_WASH[Status(cell.tone)]) if cell.tone else colour(look.PAPER)
                write_text(sheet, row, column, cell.words, self.book.cell_format(bg_color=wash))
        write_text(
            sheet, len(table.lines) + 3, 0, table.signs, self.book.format(font_color=colour(look.NOTE))
        )

    def sources(self) -> None:
        """Readings, clauses, versions and hashes."""
        sheet = self._sheet(self._say(_SOURCES), (_SOURCE_WIDTH,))
        sheet.fit_to_pages(1, 0)
        lines = [
            *self._view.readings,
            *(f"{clause.place}: “{clause.quote}”" for clause in self._view.clauses),
            *self._edition.made,
        ]
        wrapped = self.book.format(text_wrap=True)
        for row, line in enumerate(lines):
            write_text(sheet, row, 0, line, wrapped)
        write_text(sheet, len(lines) + 1, 0, MARK, self.book.format(font_color=colour(look.FAINT)))
        faint = self.book.format(font_color=colour(look.FAINT), font_size=look.CODE_SIZE)
        write_text(sheet, len(lines) + 2, 0, self._edition.provenance, faint, _LONGEST_RECORD)

    def _sheet(self, name: str, widths: Sequence[int]) -> Worksheet:
        sheet = self.book.sheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def _head(self, sheet: Worksheet) -> int:
        view, language = self._view, self._edition.language
        title = f"{self._say(words.TITLE)}: {view.name}"
        write_text(sheet, 0, 0, title, self.book.format(bold=True, font_size=look.TITLE_SIZE))
        write_text(
            sheet, 1, 0, level_words(view.card, language), self.book.format(font_color=colour(look.NOTE))
        )
        row = 2
        for fact in view.facts:
            write_text(sheet, row, 0, fact.label, self.book.format(font_color=colour(look.NOTE)))
            write_text(sheet, row, 1, fact.words, self.book.format(bold=True))
            row += 1
        return row + 1

    def _counts(self, sheet: Worksheet, row: int) -> int:
        for group in self._view.tiles:
            write_text(sheet, row, 0, group.title, self._section())
            row += 1
            for tile in group.tiles:
                wash = self.book.cell_format(bg_color=colour(_WASH[Status(tile.tone)]))
                write_text(sheet, row, 0, tile.words, wash)
                sheet.write_number(row, 1, tile.number, wash)
                row += 1
        return row + 1

    def _moves(self, sheet: Worksheet, row: int) -> int:
        write_text(sheet, row, 0, self._say(move_words.TITLE), self._section())
        row += 1
        if not self._view.moves:
            write_text(sheet, row, 0, self._view.no_moves, self.book.format())
            return row + 2
        for number, move in enumerate(self._view.moves, start=1):
            row = self._across(sheet, row, f"{number}. {move.title}", bold=True)
            for gain in move.gains:
                for line in (gain.words, *gain.helpers):
                    row = self._across(sheet, row, f"– {line}")
        return row + 1

    def _part(self, sheet: Worksheet, row: int, part: PartView) -> int:
        write_text(sheet, row, 0, part.title, self._section())
        headings = [self._say(heading) for heading in _HEADINGS]
        self._headings(sheet, row + 1, headings)
        sheet.set_row(row + 1, fitting_height(zip(headings, _WIDTHS, strict=True)))
        row += 2
        shade = self.book.cell_format(bold=True, bg_color=colour(look.SECTION))
        for area in part.areas:
            for column in range(_LAST + 1):
                write_text(sheet, row, column, "" if column else area.name, shade)
            for number, each in enumerate(area.rows, start=1):
                self._row(sheet, row + number, each)
            row += len(area.rows) + 1
        return row + 1

    def _row(self, sheet: Worksheet, row: int, view: RowView) -> None:
        verdict, place = view.row.verdict, view.row.place
        name = f"{view.name} ({view.scope})" if view.scope else view.name
        texts = {
            0: name,
            4: " ".join(view.asked),
            5: view.verdict,
            6: "; ".join(view.place[:-1] if place else view.place),
            9: "; ".join([*view.remarks, *view.movement]),
        }
        wrapped = self.book.cell_format(text_wrap=True, indent=1)
        washed = self.book.cell_format(text_wrap=True, indent=1, bg_color=colour(_WASH[verdict.status]))
        for column, text in texts.items():
            write_text(sheet, row, column, text, washed if column == _VERDICT else wrapped)
        texts[1] = self._value(sheet, row, view)
        self._quantity(sheet, row, 2, verdict.numerator)
        self._quantity(sheet, row, 3, verdict.denominator)
        self._decimal(sheet, row, 7, None if place is None else float(place.median), view)
        difference = view.row.movement.difference
        self._decimal(sheet, row, 8, None if difference is None else float(difference), view, signed=True)
        sheet.set_row(row, fitting_height((text, _WIDTHS[column] - 1) for column, text in texts.items()))

    def _value(self, sheet: Worksheet, row: int, view: RowView) -> str:
        """The figure as a number, or as words where these say more than two decimals can; gives the words."""
        verdict = view.row.verdict
        shown = view.reached[0] if view.reached else ""
        if verdict.value is None or verdict.kind == "change" or "(" in shown:
            write_text(sheet, row, 1, shown, self.book.cell_format(text_wrap=True))
            return shown
        self._decimal(sheet, row, 1, verdict.value, view)
        return ""

    def _decimal(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        number: Number | None,
        view: RowView,
        signed: bool = False,
    ) -> None:
        """A number with two decimals; a percentage with its sign, a difference with plus or minus."""
        unit = unit_text(self._edition.run, view.row.verdict, self._edition.language)
        places = '0.00"%"' if unit == "%" and not signed else "0.00"
        chosen = self.book.cell_format(num_format=f"+{places};-{places};{places}" if signed else places)
        if number is None:
            sheet.write_blank(row, column, None, chosen)
        else:
            sheet.write_number(row, column, number, chosen)

    def _quantity(self, sheet: Worksheet, row: int, column: int, number: Number | None) -> None:
        chosen = self.book.cell_format(num_format=COUNT_FORMAT if isinstance(number, int) else "#,##0.######")
        if number is None:
            sheet.write_blank(row, column, None, chosen)
        else:
            sheet.write_number(row, column, number, chosen)

    def _finding(self, sheet: Worksheet, row: int, finding: FindingView) -> None:
        wrapped = self.book.cell_format(text_wrap=True)
        texts = (finding.severity, finding.where, finding.message, finding.cure, finding.explanation)
        for column, text in enumerate(texts):
            write_text(sheet, row, column, text, wrapped)
        sheet.set_row(row, fitting_height(zip(texts, _FINDING_WIDTHS, strict=True)))

    def _foot(self, sheet: Worksheet, row: int) -> None:
        if self._view.is_agency:
            row = self._across(sheet, row, self._edition.rule)
        self._across(sheet, row, f"{self._say(FOR_STEERING)}.", bold=True)

    def _across(self, sheet: Worksheet, row: int, text: str, bold: bool = False) -> int:
        """A line over the whole width; gives the next row."""
        chosen = self.book.format(text_wrap=True, bold=bold, valign="top")
        sheet.merge_range(row, 0, row, _LAST, "", chosen)
        write_text(sheet, row, 0, text, chosen)
        sheet.set_row(row, fitting_height([(text, sum(_WIDTHS))]))
        return row + 1

    def _headings(self, sheet: Worksheet, row: int, headings: Sequence[str]) -> None:
        chosen = self.book.cell_format(
            bold=True, text_wrap=True, align="center", bg_color=colour(look.HEADING)
        )
        for column, heading in enumerate(headings):
            write_text(sheet, row, column, heading, chosen)

    def _section(self) -> Format:
        return self.book.format(bold=True, font_size=look.TEXT_SIZE + 1)

    def _say(self, text: Text) -> str:
        return text.in_language(self._edition.language)
