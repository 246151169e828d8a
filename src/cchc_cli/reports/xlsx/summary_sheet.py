"""The first sheet: what a reader of one page must know, the counts live, and a chart of them."""

from collections.abc import Sequence

from xlsxwriter.format import Format

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.row_heights import Wrapped, height_of
from cchc_cli.reports.counting import is_final, leading, nothing_text
from cchc_cli.reports.headline import headline
from cchc_cli.reports.missed import NONE_MISSED, missed_targets
from cchc_cli.reports.missed import TITLE as MISSED_TITLE
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.reporting_words import CUTOFF, END_OF_DAY, LATE, MISSING, PERIOD, REPORTED, REPORTING
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.wording import (
    FINAL,
    FOR_STEERING,
    NOTHING_TO_SHOW,
    PROVISIONAL,
    lead_name,
    map_words,
    period_words,
    periods_shown,
    status_words,
)
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.counts_block import TITLE as COUNTS_TITLE
from cchc_cli.reports.xlsx.counts_block import CountsBlock
from cchc_cli.reports.xlsx.table import LONGEST, Table
from cchc_cli.reports.xlsx.words import left_out
from cchc_cli.run import Verdict

_TITLE = Text("KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU", "HOW THE TARGETS STAND")
_AND_OTHERS = Text("{names} và {n} đơn vị khác (trang Đơn vị)", "{names} and {n} more (sheet Agencies)")
_MOST_NAMED = 10
_STATE = Text("Tính chất số liệu", "Figures")
_HEADLINE = Text("Kết quả", "Result")
_SHEETS = Text("Các trang", "Sheets")
_MISSED_HEADS = (
    Text("Chỉ tiêu", "Indicator"),
    Text("Phạm vi", "Scope"),
    Text("Yêu cầu", "Asked"),
    Text("Kết quả", "Reached"),
    Text("Còn thiếu", "Missing"),
    Text("Đánh giá", "Verdict"),
    Text("Cơ quan chủ trì", "Lead"),
)
_WIDTHS = (9, 34, 13, 13, 13, 13, 15, 15, 13, 13, 13)
_LAST = len(_WIDTHS) - 1


class SummarySheet:
    """Writes from the top; `_row` is the next free row, counted from 0."""

    def __init__(self, book: Book, dossier: Dossier, language: Language) -> None:
        self._book = book
        self._dossier = dossier
        self._language = language
        self.name = names.SUMMARY.in_language(language)
        self._sheet = book.sheet(self.name)
        self._row = 0

    def write(self, verdicts: Table, sheets: Sequence[str]) -> None:
        """Everything; `sheets` are the names of the others."""
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width)
        self._write_title()
        self._write_facts()
        if self._dossier.run.verdicts:
            self._heading(COUNTS_TITLE)
            block = CountsBlock(self._book, self._sheet, self._dossier, verdicts, self._language)
            self._row = block.write(self._row)
            self._write_missed()
        else:
            self._write_wide(self._say(NOTHING_TO_SHOW), self._book.format(bold=True))
            self._write_wide(nothing_text(self._dossier.run, self._language), self._book.format())
            self._row += 1
        self._write_sheets(sheets)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.hide_gridlines(2)
        self._sheet.activate()
        self._sheet.set_first_sheet()

    def _write_title(self) -> None:
        run = self._dossier.run
        self._write_wide(self._say(_TITLE), self._book.format(bold=True, font_size=look.TITLE_SIZE))
        self._write_wide(run.programme.title.in_language(self._language), self._book.format(text_wrap=True))
        self._row += 1

    def _write_facts(self) -> None:
        run, language = self._dossier.run, self._language
        periods = periods_shown(run)
        if periods:
            self._fact(PERIOD, "; ".join(period_words(period, language) for period in periods))
        for line in map_words(run, language):
            self._fact(None, line)
        if run.asked is not None and run.asked.cutoff is not None:
            self._fact(CUTOFF, self._say(END_OF_DAY).format(day=f"{run.asked.cutoff:%d/%m/%Y}"))
        for reporting in self._dossier.reporting:
            counted = self._say(REPORTED).format(n=reporting.reporting, all=reporting.expected)
            several = len(self._dossier.reporting) > 1
            name = f"{period_words(reporting.period, language)}: " if several else ""
            self._fact(REPORTING, name + counted)
            self._absent(MISSING, [agency.name for agency in reporting.missing])
            self._absent(LATE, [late.agency.name for late in reporting.late])
        if run.verdicts:
            self._fact(_STATE, self._finality())
            for number, line in enumerate(headline(run, language)):
                self._fact(None if number else _HEADLINE, line, bold=True)
        hidden = left_out(run)
        if hidden is not None:
            self._fact(None, self._say(hidden))
        self._row += 1

    def _finality(self) -> str:
        """Of all periods together."""
        final = is_final(self._dossier.reporting, leading(self._dossier.run))
        return self._say(FINAL if final else PROVISIONAL).capitalize()

    def _absent(self, words: Text, agencies: Sequence[Text]) -> None:
        """The first of them by name."""
        if not agencies:
            return
        spoken = "; ".join(self._say(name) for name in agencies[:_MOST_NAMED])
        if len(agencies) > _MOST_NAMED:
            spoken = self._say(_AND_OTHERS).format(names=spoken, n=len(agencies) - _MOST_NAMED)
        self._fact(None, f"{self._say(words)}: {spoken}")

    def _fact(self, label: Text | None, words: str, bold: bool = False) -> None:
        wrapped = self._book.format(text_wrap=True, valign="top", bold=bold)
        faint = self._book.format(valign="top", font_color=colour(look.NOTE))
        label_text = self._say(label) if label else ""
        self._sheet.merge_range(self._row, 0, self._row, 1, "", faint)
        write_text(self._sheet, self._row, 0, label_text, faint)
        self._sheet.merge_range(self._row, 2, self._row, _LAST, "", wrapped)
        write_text(self._sheet, self._row, 2, words, wrapped, LONGEST)
        self._sheet.set_row(self._row, height_of([Wrapped(words, sum(_WIDTHS[2:]) * (0.92 if bold else 1))]))
        self._row += 1

    def _write_missed(self) -> None:
        self._heading(MISSED_TITLE)
        missed = missed_targets(self._dossier.run)
        if not missed:
            self._write_wide(self._say(NONE_MISSED), self._book.format())
            return
        self._missed_row([self._say(head) for head in _MISSED_HEADS], self._heading_format())
        wrapped = self._book.cell_format(text_wrap=True, valign="top")
        for verdict in missed:
            self._missed_row(self._missed(verdict), wrapped)
        self._row += 1

    def _missed(self, verdict: Verdict) -> list[str]:
        run, language = self._dossier.run, self._language
        scope = verdict.scope.name.in_language(language)
        if len(self._dossier.reporting) > 1:
            scope += f", {period_words(verdict.period, language)}"
        return [
            verdict.name.in_language(language),
            scope,
            "; ".join(asked(run, verdict, language)),
            "; ".join(reached(run, verdict, language)[:2]),
            missing(run, verdict, language),
            status_words(verdict, language),
            lead_name(run, verdict, language),
        ]

    def _missed_row(self, texts: Sequence[str], chosen: Format) -> None:
        sizes = []
        for text, (first, last) in zip(texts, _MISSED_SPANS, strict=True):
            if last > first:
                self._sheet.merge_range(self._row, first, self._row, last, "", chosen)
            write_text(self._sheet, self._row, first, text, chosen, LONGEST)
            sizes.append([Wrapped(text, sum(_WIDTHS[first : last + 1]))])
        self._sheet.set_row(self._row, height_of(*sizes))
        self._row += 1

    def _write_sheets(self, sheets: Sequence[str]) -> None:
        self._heading(_SHEETS)
        link = self._book.format(font_color=colour(look.LINK), underline=1)
        for name in sheets:
            self._sheet.write_url(self._row, 0, f"internal:'{name}'!A1", link, name)
            self._row += 1
        if any(not verdict.official for verdict in self._dossier.run.verdicts):
            self._row += 1
            self._write_wide(f"{self._say(FOR_STEERING)}.", self._book.format(italic=True))

    def _heading(self, words: Text) -> None:
        self._write_wide(self._say(words), self._book.format(bold=True, font_size=look.TEXT_SIZE + 1))

    def _write_wide(self, words: str, chosen: Format) -> None:
        self._sheet.merge_range(self._row, 0, self._row, _LAST, "", chosen)
        write_text(self._sheet, self._row, 0, words, chosen, LONGEST)
        self._row += 1

    def _heading_format(self) -> Format:
        return self._book.cell_format(
            bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING)
        )

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)


_MISSED_SPANS = ((0, 1), (2, 2), (3, 4), (5, 6), (7, 8), (9, 9), (10, _LAST))
