"""The sheet of years: what each row reached year by year, beside what it had to."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour
from cchc_cli.reports.requirement import unit_text
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.arithmetic import looked_for
from cchc_cli.reports.xlsx.table import FIRST_ROW, Column, Live, Shown, Table, Value, number_format, quantity
from cchc_cli.reports.xlsx.verdict_columns import KEY, VALUE
from cchc_cli.reports.xlsx.verdicts_sheet import key_of
from cchc_cli.run import ScopeKind, Status, Verdict

_TITLE = Text("Kết quả qua các năm", "Over the years")
_NOTE = Text(
    "Kết quả các năm trước tính từ báo cáo của năm đó; năm báo cáo lấy từ trang Kết quả. Mức phải đạt: chỉ "
    "ghi mức đang áp dụng của năm.",
    "Earlier values are computed from the submissions of their years, the period's own comes from the "
    "sheet Verdicts. Bounds are those in force in the year.",
)
_REACHED = Text("Kết quả {period}", "Value {period}")
_BOUND_OF = Text("Mức phải đạt {period}", "Bound {period}")
_COURSE = Text("Diễn biến kết quả", "Course of the value")
_FIXED = (
    Column(Text("Lĩnh vực", "Area"), 8, "centred"),
    Column(Text("Chỉ tiêu", "Indicator"), 50, "wrapped"),
    Column(Text("Phạm vi", "Scope"), 16, "wrapped"),
    Column(Text("ĐVT", "Unit"), 7, "centred"),
)
_PLACES = 2


@dataclass(frozen=True, slots=True)
class YearRow:
    """A row of the sheet that a chart can be drawn of; `row` counts from 0."""

    row: int
    title: str
    status: Status
    has_bound: bool


class YearsSheet:
    """Rows that are no single agency's, with a value in any year."""

    def __init__(self, book: Book, dossier: Dossier, language: Language) -> None:
        self._book = book
        self._dossier = dossier
        self._language = language
        self._present = [
            verdict
            for verdict in dossier.run.verdicts
            if verdict.period == dossier.period and verdict.scope.kind is not ScopeKind.AGENCY
        ]
        earlier = {each.period: None for row in dossier.history.values() for each in row}
        self.periods = [*earlier, dossier.period] if dossier.period else []
        width = len(self.periods)
        columns = [
            *_FIXED,
            *(Column(_REACHED.filled(period=period), 10, "number") for period in self.periods),
            Column(_COURSE, 22),
            *(Column(_BOUND_OF.filled(period=period), 10, "number") for period in self.periods),
        ]
        self.values = range(len(_FIXED), len(_FIXED) + width)
        self.bounds = range(len(_FIXED) + width + 1, len(_FIXED) + 2 * width + 1)
        self.drawable: list[YearRow] = []
        self.table = Table(book, language, names.YEARS, _TITLE, _NOTE, columns)

    def write(self, verdicts: Table) -> None:
        """One row for each indicator and scope."""
        for verdict in self._present:
            course = [*self._dossier.before(verdict), verdict]
            if any(each.value is not None for each in course):
                self._add(verdict, course, verdicts)
        self.table.finish(frozen=3)

    def _add(self, verdict: Verdict, course: Sequence[Verdict], verdicts: Table) -> None:
        by_period = {each.period: each for each in course}
        earlier = [by_period.get(period) for period in self.periods[:-1]]
        row = self.table.add(
            [
                verdict.area,
                verdict.name.in_language(self._language),
                verdict.scope.name.in_language(self._language),
                unit_text(self._dossier.run, verdict, self._language),
                *(_value(each) for each in earlier),
                _looked_up(verdict, VALUE, verdicts),
                "",
                *(_bound(each) for each in earlier),
                _bound(verdict),
            ]
        )
        self._draw(row)
        if verdict.official and sum(each.value is not None for each in course) > 1:
            scope = verdict.scope.name.in_language(self._language)
            title = f"{verdict.name.in_language(self._language)} ({scope})"
            has_bound = any(each.bound is not None for each in course)
            self.drawable.append(YearRow(row, title, verdict.status, has_bound))

    def span(self, row: int, columns: range) -> str:
        """The cells of one row, as a chart names them."""
        first = names.cell(row, columns.start, self.table.name)
        return f"={first}:{names.cell(row, columns.stop - 1)}"

    def _draw(self, row: int) -> None:
        """The course as a line in a cell."""
        self.table.sheet.add_sparkline(
            row,
            self.values.stop,
            {
                "range": self.span(row, self.values).removeprefix("="),
                "markers": True,
                "weight": 1.25,
                "empty_cells": "connect",
                "series_color": colour(look.LINK),
                "last_point": True,
                "last_color": colour(look.ALERT),
            },
        )


def _value(verdict: Verdict | None) -> Value:
    if verdict is None or verdict.value is None:
        return None
    return Shown(verdict.value, number_format(_PLACES, verdict.unit))


def _bound(verdict: Verdict | None) -> Value:
    return None if verdict is None else quantity(verdict.bound, verdict.unit)


def _looked_up(verdict: Verdict, column: int, verdicts: Table) -> Value:
    """The figure of the sheet of verdicts, wherever its row was sorted to."""
    if verdict.value is None:
        return None
    keys = names.column_range(FIRST_ROW, verdicts.last_row, KEY, verdicts.name)
    figures = names.column_range(FIRST_ROW, verdicts.last_row, column, verdicts.name)
    key, shown = looked_for(key_of(verdict)), number_format(_PLACES, verdict.unit)
    if key is None:
        return Shown(verdict.value, shown)
    return Shown(Live(f"=INDEX({figures},MATCH({key},{keys},0))", verdict.value), shown)
