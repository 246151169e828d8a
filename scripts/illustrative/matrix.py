"""The consolidated workbook: a row for each agency, a column for each data item."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli.catalogue.item import Item
from cchc_cli.language import Language
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from illustrative import look
from illustrative.province import Row

MARK = "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT"
_TITLE = "TỔNG HỢP SỐ LIỆU BÁO CÁO CỦA CÁC ĐƠN VỊ"
_HEADER_ROW = 6
_READ_FIRST_WIDTH = 110
_NAMES_ROW = _HEADER_ROW - 1


def matrix_workbook(
    rows: Sequence[Row], items: Sequence[Item], registry: Registry, read_first: Sequence[str]
) -> Workbook:
    """A workbook with a matrix; a period column only where the rows are of several periods.

    `read_first` are the lines of the sheet that says what this is.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _write_read_first(workbook.create_sheet("Đọc trước"), read_first)
    sheet = workbook.create_sheet("Số liệu")
    look.write(sheet, 1, 1, MARK, look.WARNING)
    look.write(sheet, 2, 1, _TITLE, look.TITLE)
    write_matrix(sheet, rows, items, registry)
    workbook.active = 1
    return workbook


def write_matrix(sheet: Worksheet, rows: Sequence[Row], items: Sequence[Item], registry: Registry) -> None:
    """The table with what stands right above it; rows 1 and 2 are left to the caller."""
    periods = {row.of.period for row in rows}
    asked = [item for item in items if any(item in row.asked for row in rows)]
    heads = ["Mã đơn vị", "Tên đơn vị", *(["Kỳ báo cáo"] if len(periods) > 1 else [])]
    if len(periods) == 1:
        look.write(sheet, 3, 1, "Kỳ báo cáo:", look.BOLD)
        look.write(sheet, 3, 2, next(iter(periods)).in_words(Language.VI), look.BOLD)
    _write_header(sheet, heads, asked)
    for number, row in enumerate(rows, start=_HEADER_ROW + 1):
        about = [row.of.code, _name(row, registry), *([_period(row.of.period)] if len(periods) > 1 else [])]
        for column, text in enumerate(about, start=1):
            look.write(sheet, number, column, text, border=look.GRID)
        for column, item in enumerate(asked, start=len(heads) + 1):
            if item.code in row.figures:
                look.write_figure(sheet, number, column, row.figures[item.code], item)
    _arrange(sheet, len(heads), len(heads) + len(asked), _HEADER_ROW + len(rows))


def _write_read_first(sheet: Worksheet, lines: Sequence[str]) -> None:
    look.write(sheet, 1, 1, MARK, look.WARNING)
    for number, line in enumerate(lines, start=3):
        look.write(sheet, number, 1, line, alignment=look.WRAPPED)
        look.fit_height(sheet, number, line, _READ_FIRST_WIDTH)
    sheet.column_dimensions["A"].width = _READ_FIRST_WIDTH
    look.print_across_one_page(sheet, landscape=False)


def _write_header(sheet: Worksheet, heads: Sequence[str], asked: Sequence[Item]) -> None:
    for column, text in enumerate(heads, start=1):
        look.write(sheet, _HEADER_ROW, column, text, look.BOLD, look.HEADING, look.CENTRED, look.GRID)
    for column, item in enumerate(asked, start=len(heads) + 1):
        name = f"{item.name.vi} ({item.unit})" if item.unit else item.name.vi
        look.write(sheet, _NAMES_ROW, column, name, look.SMALL, look.SECTION, look.CENTRED, look.GRID)
        look.write(sheet, _HEADER_ROW, column, item.code, look.SMALL, look.HEADING, look.CENTRED, look.GRID)
    sheet.row_dimensions[_NAMES_ROW].height = 118
    sheet.row_dimensions[_HEADER_ROW].height = 52


def _arrange(sheet: Worksheet, heads: int, columns: int, last_row: int) -> None:
    """Widths, frozen header and filter."""
    for column, width in zip(range(1, heads + 1), (11, 44, 24), strict=False):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for column in range(heads + 1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 15
    sheet.freeze_panes = sheet.cell(_HEADER_ROW + 1, heads + 1).coordinate
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{get_column_letter(columns)}{last_row}"


def _name(row: Row, registry: Registry) -> str:
    """The agency's name, with its district where it is a commune: several share a name."""
    agency = row.of.agency
    above = registry.latest(agency.parent) if agency.parent else None
    return f"{agency.name.vi}, {above.name.vi}" if above else agency.name.vi


def _period(period: Period) -> str:
    return period.in_words(Language.VI)
