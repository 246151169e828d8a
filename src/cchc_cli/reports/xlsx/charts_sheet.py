"""The sheet of charts: value and bound over the years, of the rows that matter most."""

from collections.abc import Sequence

from xlsxwriter.chart_line import ChartLine

from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, cell_text, colour, write_text
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.years_sheet import YearRow, YearsSheet
from cchc_cli.run import Status

_TITLE = Text("Kết quả và mức phải đạt qua các năm", "Values and bounds over the years")
_NOTE = Text(
    "{n} chỉ tiêu có số liệu ít nhất hai năm, chỉ tiêu không đạt trước; đủ các chỉ tiêu ở trang Theo năm.",
    "{n} rows with values of two years or more, the missed first; all of them stand on the sheet Years.",
)
_NONE = Text("Chưa có chỉ tiêu nào có số liệu của hai năm.", "No indicator has values of two years.")
_VALUE = Text("Kết quả", "Value")
_BOUND = Text("Mức phải đạt", "Bound")
MOST = 24
_PERIODS_ROW, _FIRST = 2, 4
_ACROSS = 2
_WIDTH, _HEIGHT = 560, 240
_ROWS, _COLUMNS = 13, 9
"""Cells of the usual size that one chart covers, with a margin."""
_RANK = {Status.MISSED: 0, Status.MET: 1}


class ChartsSheet:
    """Native charts that follow the sheet of years, the missed rows first."""

    def __init__(self, book: Book, years: YearsSheet, language: Language) -> None:
        self._book = book
        self._years = years
        self._language = language
        self._sheet = book.sheet(names.CHARTS.in_language(language))

    def write(self) -> None:
        """As many as a reader looks at."""
        sheet, book = self._sheet, self._book
        drawn = sorted(self._years.drawable, key=lambda row: _RANK.get(row.status, 2))[:MOST]
        title = _TITLE.in_language(self._language)
        write_text(sheet, 0, 0, title, book.format(bold=True, font_size=look.TITLE_SIZE))
        note = (_NOTE if drawn else _NONE).in_language(self._language).format(n=len(drawn))
        faint = book.format(font_size=look.SMALL_SIZE, font_color=colour(look.NOTE))
        write_text(sheet, 1, 0, note, faint)
        for column, period in enumerate(self._years.periods):
            write_text(sheet, _PERIODS_ROW, column, period, faint)
        for number, row in enumerate(drawn):
            down, across = divmod(number, _ACROSS)
            chart = self._chart(row)
            options = {"description": cell_text(row.title)}
            sheet.insert_chart(_FIRST + down * _ROWS, across * _COLUMNS, chart, options)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_h_pagebreaks(_breaks(drawn))

    def _chart(self, row: YearRow) -> ChartLine:
        years, language = self._years, self._language
        chart = self._book.workbook.add_chart({"type": "line"})
        periods = [self._sheet.name, _PERIODS_ROW, 0, _PERIODS_ROW, len(years.periods) - 1]
        for words, columns, shade, dash in (
            (_VALUE, years.values, look.LINK, "solid"),
            (_BOUND, years.bounds, look.ALERT, "dash"),
        ):
            if columns is years.bounds and not row.has_bound:
                continue
            chart.add_series(
                {
                    "name": words.in_language(language),
                    "categories": periods,
                    "values": years.span(row.row, columns),
                    "line": {"color": colour(shade), "width": 2, "dash_type": dash},
                    "marker": {"type": "circle", "size": 5, "fill": {"color": colour(shade)}},
                }
            )
        face = {"name": look.FACE, "size": look.SMALL_SIZE}
        chart.set_title(
            {"name": cell_text(row.title, 120), "name_font": {**face, "size": look.TEXT_SIZE - 1}}
        )
        chart.set_legend({"position": "bottom", "font": face})
        chart.set_x_axis({"num_font": face})
        faint = {"visible": True, "line": {"color": colour(look.GRID), "width": 0.5}}
        chart.set_y_axis({"num_font": face, "major_gridlines": faint, "num_format": "#,##0.##"})
        chart.show_blanks_as("span")
        chart.set_size({"width": _WIDTH, "height": _HEIGHT})
        return chart


def _breaks(drawn: Sequence[YearRow]) -> list[int]:
    """Three charts, one below the other, on a page."""
    rows = -(-len(drawn) // _ACROSS)
    return [_FIRST - 1 + number * _ROWS for number in range(3, rows, 3)]
