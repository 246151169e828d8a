"""The form as an agency sends it back: the real template, filled in with illustrative figures."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.outgoing.form.content import FormContent, FormContents
from cchc_cli.outgoing.form.workbook import form_workbook as empty_form
from illustrative import look
from illustrative.chance import draw
from illustrative.matrix import MARK
from illustrative.province import Province, Row, Value

_MARK_ROW, _MARK_HEIGHT = 3, 18
_NOTES = {
    "service-payroll": "Theo quyết định giao biên chế của năm (minh họa)",
    "administrative-payroll": "Theo quyết định giao biên chế của năm (minh họa)",
    "satisfaction-procedures": "Khảo sát của tỉnh, đã công bố (minh họa)",
    "satisfaction-land-construction-investment": "Khảo sát của tỉnh, đã công bố (minh họa)",
    "satisfaction-state-bodies": "Khảo sát của Bộ Nội vụ, đã công bố (minh họa)",
}


def form_workbook(province: Province, row: Row, communes: Sequence[Row] = ()) -> Workbook:
    """The form of one agency; of a district with the sheet of its communes."""
    workbook = load_workbook(io.BytesIO(empty_form(_content(province, row, communes))), rich_text=True)
    for sheet in workbook.worksheets:
        look.write(sheet, _MARK_ROW, 1, MARK, look.WARNING)
        sheet.row_dimensions[_MARK_ROW].height = _MARK_HEIGHT
    _fill_information(workbook[form_words.INFORMATION_SHEET], row)
    _fill_figures(workbook[form_words.FIGURES_SHEET], province, row)
    if communes:
        _fill_communes(workbook[form_words.COMMUNES_SHEET], communes)
    return workbook


def _content(province: Province, row: Row, communes: Sequence[Row]) -> FormContent:
    before = province.row(row.of.agency, row.of.year - 1)
    known = {
        (row.of.code, code): Decimal(value)
        for code, value in (before.figures if before else {}).items()
        if isinstance(value, int | Decimal)
    }
    contents = FormContents(province.catalogue, province.registry, row.of.period, known)
    content = contents.of(next(each for each in contents.members if row.of.agency in each.lives))
    return content if communes else replace(content, communes=())


def _fill_information(sheet: Worksheet, row: Row) -> None:
    answers: Mapping[str, str | date] = {
        form_words.DOCUMENT: letter_of(row),
        form_words.DATED: sent_on(row),
        form_words.INCLUDES_PREDECESSORS: "Không",
    }
    for number in range(1, sheet.max_row + 1):
        answer = answers.get(str(sheet.cell(number, 1).value))
        if answer is not None:
            sheet.cell(number, 2).value = answer


def _fill_figures(sheet: Worksheet, province: Province, row: Row) -> None:
    columns = {name: column for column, name in enumerate(form_words.COLUMNS, start=1)}
    for number in range(1, sheet.max_row + 1):
        code = sheet.cell(number, columns[form_words.ITEM_CODE]).value
        item = province.catalogue.item_by_code.get(str(code))
        if item is None:
            continue
        figure = row.figures.get(item.code)
        if figure is not None:
            sheet.cell(number, columns[form_words.VALUE]).value = _written(figure)
        note = _NOTES.get(item.code) if figure is not None else _why_empty(item)
        sheet.cell(number, columns[form_words.EXPLANATION]).value = note


def _fill_communes(sheet: Worksheet, communes: Sequence[Row]) -> None:
    header = next(row for row in range(1, 20) if sheet.cell(row, 1).value == form_words.AGENCY_CODE)
    sent = {row.of.code: row.figures for row in communes}
    for number in range(header + 1, sheet.max_row + 1):
        figures = sent.get(str(sheet.cell(number, 1).value), {})
        for column in range(3, sheet.max_column + 1):
            figure = figures.get(str(sheet.cell(header, column).value))
            if figure is not None:
                sheet.cell(number, column).value = _written(figure)


def _written(figure: Value) -> int | Decimal | str:
    """A day is typed, as the cell takes it."""
    return f"{figure:%d/%m/%Y}" if isinstance(figure, date) else figure


def _why_empty(item: Item) -> str:
    return "Chưa công bố" if item.kind is ItemKind.SCORE else "Chưa tổng hợp được, sẽ báo cáo bổ sung"


def letter_of(row: Row) -> str:
    """The number of the letter that comes with the form."""
    return f"{int(40 + 900 * draw(row.of.code, row.of.year, 'number'))}/BC (minh họa)"


def sent_on(row: Row) -> date:
    """A working day before the period is over, as the ministry's calendar asks; never before it began."""
    day = row.of.period.end - timedelta(days=13 + int(6 * draw(row.of.code, row.of.year, "sent")))
    return max(row.of.period.start, day - timedelta(days=max(0, day.weekday() - 4)))
