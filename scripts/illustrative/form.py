"""The form as an agency sends it back: one agency, one period, a row for each data item."""

from collections.abc import Sequence
from datetime import date, timedelta

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.language import Language
from illustrative import look
from illustrative.chance import draw
from illustrative.matrix import MARK, write_matrix
from illustrative.province import Province, Row

_CONTENT_WIDTH = 62
_COLUMNS = (
    ("STT", 6),
    ("Nội dung báo cáo", _CONTENT_WIDTH),
    ("Đơn vị tính", 14),
    ("Số liệu kỳ báo cáo", 16),
    ("Kỳ trước", 16),
    ("Kiểm tra", 12),
    ("Giải trình, ghi chú", 34),
    ("Tài liệu kiểm chứng", 24),
    ("Mã số liệu", 22),
)
_HEADER_ROW = 5
_RULE = "Chỉ nhập số, không nhập tỷ lệ %. Không phát sinh: ghi 0. Chưa có số liệu: để trống và ghi lý do."
_NOTES = {
    "service-payroll": "Theo quyết định giao biên chế của năm (minh họa)",
    "administrative-payroll": "Theo quyết định giao biên chế của năm (minh họa)",
    "satisfaction-procedures": "Khảo sát của tỉnh, đã công bố (minh họa)",
    "satisfaction-land-construction-investment": "Khảo sát của tỉnh, đã công bố (minh họa)",
    "satisfaction-state-bodies": "Khảo sát của Bộ Nội vụ, đã công bố (minh họa)",
}


def form_workbook(province: Province, row: Row, communes: Sequence[Row] = ()) -> Workbook:
    """The form of one agency; of a district with the sheet of its communes."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _write_information(workbook.create_sheet("Thông tin"), row)
    _write_figures(workbook.create_sheet("Số liệu"), province, row)
    if communes:
        sheet = workbook.create_sheet("Cấp xã trực thuộc")
        look.write(sheet, 1, 1, MARK, look.WARNING)
        look.write(sheet, 2, 1, f"SỐ LIỆU CẤP XÃ TRỰC THUỘC {row.of.agency.name.vi.upper()}", look.TITLE)
        write_matrix(sheet, communes, province.catalogue.items, province.registry)
    return workbook


def _write_information(sheet: Worksheet, row: Row) -> None:
    of = row.of
    sent = _sent_on(row)
    lines: list[tuple[str, str | int | date | None]] = [
        ("Mã đơn vị", of.code),
        ("Tên đơn vị", of.agency.name.vi),
        ("Kỳ báo cáo", of.period.in_words(Language.VI)),
        ("Loại báo cáo", "Chính thức"),
        ("Lần", 1),
        ("Số, ký hiệu văn bản", f"{int(40 + 900 * draw(of.code, of.year, 'number'))}/BC (minh họa)"),
        ("Ngày văn bản", sent),
        ("Người lập biểu", None),
        ("Điện thoại", None),
    ]
    look.write(sheet, 1, 1, MARK, look.WARNING)
    look.write(sheet, 2, 1, "BIỂU SỐ LIỆU CẢI CÁCH HÀNH CHÍNH", look.TITLE)
    for number, (label, value) in enumerate(lines, start=4):
        look.write(sheet, number, 1, label, look.BOLD, look.SECTION, border=look.GRID)
        cell = look.write(sheet, number, 2, value, alignment=look.LEFT, border=look.GRID)
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 52
    look.print_across_one_page(sheet, landscape=False)


def _write_figures(sheet: Worksheet, province: Province, row: Row) -> None:
    look.write(sheet, 1, 1, MARK, look.WARNING)
    look.write(sheet, 2, 1, f"SỐ LIỆU BÁO CÁO - {row.of.agency.name.vi.upper()}", look.TITLE)
    look.write(sheet, 3, 1, _RULE, look.PLAIN)
    for column, (head, width) in enumerate(_COLUMNS, start=1):
        look.write(sheet, _HEADER_ROW, column, head, look.BOLD, look.HEADING, look.CENTRED, look.GRID)
        sheet.column_dimensions["ABCDEFGHI"[column - 1]].width = width
    line, number = _HEADER_ROW, 0
    for section, items in _sections(province, row):
        line += 1
        for column in range(1, len(_COLUMNS) + 1):
            text = section if column == 2 else None
            look.write(sheet, line, column, text, look.BOLD, look.SECTION, look.WRAPPED, look.GRID)
        for item in items:
            line, number = line + 1, number + 1
            _write_item(sheet, line, number, item, province, row)
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    look.print_across_one_page(sheet, landscape=True)


def _write_item(sheet: Worksheet, line: int, number: int, item: Item, province: Province, row: Row) -> None:
    before = province.row(row.of.code, row.of.year - 1)
    note = _NOTES.get(item.code) if item.code in row.figures else _why_empty(item)
    look.write(sheet, line, 1, number, alignment=look.CENTRED, border=look.GRID)
    content = f"{item.name.vi} ({item.window.vi})" if item.window else item.name.vi
    look.write(sheet, line, 2, content, alignment=look.WRAPPED, border=look.GRID)
    look.fit_height(sheet, line, content, _CONTENT_WIDTH)
    unit = "có/không hoặc ngày" if item.kind is ItemKind.YES_NO else item.unit
    look.write(sheet, line, 3, unit, alignment=look.CENTRED, border=look.GRID)
    for column, figures in ((4, row.figures), (5, before.figures if before else {})):
        look.write(sheet, line, column, None, border=look.GRID)
        if item.code in figures:
            look.write_figure(sheet, line, column, figures[item.code], item)
    for column, text in ((6, None), (7, note), (8, None)):
        look.write(sheet, line, column, text, alignment=look.WRAPPED, border=look.GRID)
    look.write(sheet, line, 9, item.code, look.FAINT, border=look.GRID)


def _why_empty(item: Item) -> str:
    return "Chưa công bố" if item.kind is ItemKind.SCORE else "Chưa tổng hợp được, sẽ báo cáo bổ sung"


def _sections(province: Province, row: Row) -> list[tuple[str, list[Item]]]:
    """What the agency is asked, by the area of the programme that asks first."""
    catalogue = province.catalogue
    sections: dict[str, list[Item]] = {area.id: [] for area in catalogue.areas}
    of_indicator = {
        code: indicator.area for indicator in reversed(catalogue.indicators) for code in indicator.items
    }
    area = catalogue.areas[0].id
    for item in catalogue.items:
        # What only a check or a second figure uses stands with its neighbours in the catalogue.
        area = of_indicator.get(item.code, area)
        if row.of.reports(item):
            sections[area].append(item)
    return [(catalogue.area_by_id[code].name.vi, items) for code, items in sections.items() if items]


def _sent_on(row: Row) -> date:
    """A working day before the period is over, as the ministry's calendar asks."""
    day = row.of.period.end - timedelta(days=13 + int(6 * draw(row.of.code, row.of.year, "sent")))
    return day - timedelta(days=max(0, day.weekday() - 4))
