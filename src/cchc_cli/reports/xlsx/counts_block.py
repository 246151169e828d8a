"""The counts of the first sheet as live formulas over the sheet of verdicts, and a chart of them."""

from collections.abc import Iterable

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.row_heights import Wrapped, height_of
from cchc_cli.reports.wording import ASPIRATIONAL
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.arithmetic import quoted
from cchc_cli.reports.xlsx.counted import Counted
from cchc_cli.reports.xlsx.table import FIRST_ROW, Table
from cchc_cli.reports.xlsx.verdict_columns import AREA, KIND, PERIOD, STATUS
from cchc_cli.run import Status

TITLE = Text("Số mục tiêu theo lĩnh vực", "Targets by area")
_AREA = Text("Lĩnh vực", "Area")
_TOTAL = Text("Tổng số", "Total")
_ALL_AREAS = Text("Cộng", "All areas")
_PERIOD = Text("Kỳ báo cáo:", "Period:")
_CHOOSE = Text("Kỳ (chọn để đếm lại):", "Period (choose to count again):")
_FILLS = {
    Status.MET: look.AGREED,
    Status.MISSED: look.ALERT,
    Status.NOT_DUE: look.GRID,
    Status.NO_DATA: look.WARNING,
    Status.NOT_EVALUABLE: look.ERROR,
    Status.INCONCLUSIVE: look.FAINT,
    Status.NOT_APPLICABLE: look.SECTION,
}
_FAINT_LINES = {"visible": True, "line": {"color": colour(look.GRID), "width": 0.5}}
_CHART_ROWS = 15
_CHART_WIDTH = 1100
_LONGEST_LIST = 255
"""Characters that a list to choose from may have."""
_FIRST_COUNT = 2
"""Code and name of the area stand before the counts."""
_NAME_WIDTH, _COUNT_WIDTH = 34, 11


class CountsBlock:
    """Writes from a row on; rows count from 0."""

    def __init__(
        self, book: Book, sheet: Worksheet, dossier: Dossier, verdicts: Table, language: Language
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._dossier = dossier
        self._verdicts = verdicts
        self._language = language
        self._counted = Counted(dossier)

    def write(self, row: int) -> int:
        """The choice of the period, the table and the chart; gives the next free row."""
        self._write_choice(row)
        self._write_heads(row + 1)
        first = row + 2
        for number, area in enumerate(self._counted.areas):
            self._write_area(first + number, area, choice=row)
        last = first + len(self._counted.areas) - 1
        self._write_totals(first, last)
        self._draw(first, last)
        return last + 3 + _CHART_ROWS + 1

    def _write_choice(self, row: int) -> None:
        """The period that is counted; another one where the run has several."""
        periods = self._counted.periods
        several = len(periods) > 1
        faint = self._book.format(font_color=colour(look.NOTE))
        write_text(self._sheet, row, 0, self._say(_CHOOSE if several else _PERIOD), faint)
        fill = {"bg_color": colour(look.INPUT)} if several else {}
        chosen = self._book.cell_format(align="center", **fill)
        write_text(self._sheet, row, _FIRST_COUNT, self._dossier.period or "", chosen)
        if several and len(",".join(periods)) <= _LONGEST_LIST:
            options = {"validate": "list", "source": periods}
            self._sheet.data_validation(row, _FIRST_COUNT, row, _FIRST_COUNT, options)

    def _write_heads(self, row: int) -> None:
        heading = self._book.cell_format(
            bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING)
        )
        self._sheet.merge_range(row, 0, row, _FIRST_COUNT - 1, "", heading)
        write_text(self._sheet, row, 0, self._say(_AREA), heading)
        words = [self._say(self._counted.words[status]) for status in self._counted.statuses]
        words += [self._say(_TOTAL)]
        words += [self._say(ASPIRATIONAL)] if self._counted.has_aspirational else []
        for column, word in enumerate(words, start=_FIRST_COUNT):
            write_text(self._sheet, row, column, word, heading)
        self._sheet.set_row(row, height_of(*([Wrapped(word, _COUNT_WIDTH)] for word in words)))

    def _write_area(self, row: int, area: str, choice: int) -> None:
        counted, name = self._counted, self._dossier.run.glossary.areas.get(area)
        words = name.in_language(self._language) if name else ""
        write_text(self._sheet, row, 0, area, self._book.cell_format(align="center"))
        write_text(self._sheet, row, 1, words, self._book.cell_format(text_wrap=True))
        self._sheet.set_row(row, height_of([Wrapped(words, _NAME_WIDTH)]))
        where = (
            f"{self._range(AREA)},{names.own_row(row, 0)},"
            f"{self._range(PERIOD)},{names.cell(choice, _FIRST_COUNT)},{self._range(KIND)}"
        )
        kind = quoted(self._say(counted.kind))
        plain, bold = self._number_format(), self._number_format(bold=True)
        for column, status in enumerate(counted.statuses, start=_FIRST_COUNT):
            word = quoted(self._say(counted.words[status]))
            formula = f"=COUNTIFS({where},{kind},{self._range(STATUS)},{word})"
            self._sheet.write_formula(row, column, formula, plain, counted.number(area, status))
        column = _FIRST_COUNT + len(counted.statuses)
        total = sum(counted.number(area, status) for status in counted.statuses)
        self._sheet.write_formula(row, column, f"=COUNTIFS({where},{kind})", bold, total)
        if counted.has_aspirational:
            formula = f"=COUNTIFS({where},{quoted(self._say(counted.aspirational_kind))})"
            self._sheet.write_formula(row, column + 1, formula, plain, counted.aspirational[area])

    def _write_totals(self, first: int, last: int) -> None:
        shade = colour(look.SECTION)
        label = self._book.cell_format(bold=True, bg_color=shade)
        write_text(self._sheet, last + 1, 0, self._say(_ALL_AREAS), label)
        write_text(self._sheet, last + 1, 1, "", label)
        chosen = self._number_format(bold=True, bg_color=shade)
        for column, number in enumerate(self._sums(), start=_FIRST_COUNT):
            span = names.column_range(first, last, column)
            self._sheet.write_formula(last + 1, column, f"=SUM({span})", chosen, number)

    def _sums(self) -> Iterable[int]:
        counted = self._counted
        sums = [sum(counted.number(area, status) for area in counted.areas) for status in counted.statuses]
        yield from sums
        yield sum(sums)
        if counted.has_aspirational:
            yield sum(counted.aspirational.values())

    def _draw(self, first: int, last: int) -> None:
        """Stacked bars, one for each area."""
        name = self._sheet.get_name()
        chart = self._book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
        for column, status in enumerate(self._counted.statuses, start=_FIRST_COUNT):
            chart.add_series(
                {
                    "name": [name, first - 1, column],
                    "categories": [name, first, 1, last, 1],
                    "values": [name, first, column, last, column],
                    "fill": {"color": colour(_FILLS[status])},
                    "border": {"none": True},
                    "gap": 40,
                }
            )
        face = {"name": look.FACE, "size": look.SMALL_SIZE}
        chart.set_title({"name": self._say(TITLE), "name_font": {**face, "size": look.TEXT_SIZE}})
        chart.set_legend({"position": "bottom", "font": face})
        chart.set_y_axis({"reverse": True, "num_font": face})
        chart.set_x_axis({"num_font": face, "major_gridlines": _FAINT_LINES, "num_format": "0"})
        chart.set_size({"width": _CHART_WIDTH, "height": _CHART_ROWS * 20 - 6})
        if self._counted.statuses:
            self._sheet.insert_chart(last + 3, 0, chart, {"description": self._say(TITLE)})

    def _number_format(self, **wanted: object) -> Format:
        return self._book.cell_format(num_format="#,##0", align="right", **wanted)

    def _range(self, column: int) -> str:
        """One column of the sheet of verdicts."""
        return names.column_range(FIRST_ROW, self._verdicts.last_row, column, self._verdicts.name)

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)
