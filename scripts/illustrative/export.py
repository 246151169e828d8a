"""A table as the province's one-stop system might export it: a row for each commune, by district.

The system knows of all communes, also of those that sent nothing themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli.level import Level
from illustrative import look
from illustrative.matrix import MARK
from illustrative.province import Province, Row

_TITLE = "TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH CỦA CẤP XÃ"
_HEADER_ROW = 6
_FIRST_FIGURE = 3


@dataclass(frozen=True, slots=True)
class _Block:
    """A group of columns under one heading: first their sum, then the parts by item."""

    heading: str
    parts: dict[str, str]


_BLOCKS = (
    _Block(
        "Tiếp nhận",
        {
            "dossiers-online": "Trực tuyến",
            "dossiers-direct": "Trực tiếp, bưu chính",
            "dossiers-carried-over": "Kỳ trước chuyển sang",
        },
    ),
    _Block(
        "Đã giải quyết",
        {
            "dossiers-settled-early": "Trước hạn",
            "dossiers-settled-on-time": "Đúng hạn",
            "dossiers-settled-late": "Quá hạn",
        },
    ),
    _Block(
        "Đang giải quyết",
        {"dossiers-pending-in-time": "Trong hạn", "dossiers-pending-overdue": "Quá hạn"},
    ),
)

Figures = list[int | None]


def export_workbook(province: Province, year: int) -> Workbook:
    """One sheet: districts as separator rows with their sums, communes below them, a total at the end."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Kết xuất"
    for number, (text, font) in enumerate(_above(year), start=1):
        look.write(sheet, number, 1, text, font)
    width = _write_header(sheet)
    row, everything = _HEADER_ROW + 2, list[Figures]()
    for name, communes in _by_district(province, year):
        figures = [_figures(commune) for commune in communes]
        _write_row(sheet, row, "", name, _sum(figures), is_sum=True)
        for number, commune in enumerate(communes, start=1):
            _write_row(sheet, row + number, number, commune.of.agency.name.vi, figures[number - 1])
        row += len(communes) + 1
        everything += figures
    _write_row(sheet, row, "", "TỔNG CỘNG", _sum(everything), is_sum=True)
    _arrange(sheet, width)
    return workbook


def _above(year: int) -> Iterator[tuple[str, Font]]:
    yield MARK, look.WARNING
    yield _TITLE, look.TITLE
    yield "Đơn vị kết xuất: Văn phòng UBND tỉnh", look.PLAIN
    yield f"Từ ngày 01/01/{year} đến ngày 31/12/{year}", look.PLAIN


def _by_district(province: Province, year: int) -> Iterator[tuple[str, Sequence[Row]]]:
    communes = [
        life
        for life in province.registry.agencies
        if life.level is Level.COMMUNE and life.exists_on(date(year, 12, 31))
    ]
    rows = [row for commune in communes if (row := province.row(commune, year)) is not None]
    for parent in dict.fromkeys(row.of.agency.parent for row in rows):
        assert parent is not None, "every commune of these years has a district"
        district = province.registry.latest(parent)
        assert district is not None
        yield district.name.vi, [row for row in rows if row.of.agency.parent == parent]


def _figures(row: Row) -> Figures:
    """What stands in the columns of one commune: of each block the sum, then the parts."""
    figures: Figures = []
    for block in _BLOCKS:
        parts = [row.figures.get(item) for item in block.parts]
        known = [part for part in parts if isinstance(part, int)]
        figures += [
            sum(known) if known else None,
            *(part if isinstance(part, int) else None for part in parts),
        ]
    return figures


def _sum(rows: Sequence[Figures]) -> Figures:
    return [sum(figure or 0 for figure in column) for column in zip(*rows, strict=True)]


def _write_header(sheet: Worksheet) -> int:
    """Both header rows; returns the last column."""
    heads = [("STT", 1), ("Đơn vị", 2)]
    for text, column in heads:
        _write_head(sheet, _HEADER_ROW, column, text)
        _write_head(sheet, _HEADER_ROW + 1, column, None)
        sheet.merge_cells(
            start_row=_HEADER_ROW, end_row=_HEADER_ROW + 1, start_column=column, end_column=column
        )
    column = _FIRST_FIGURE
    for block in _BLOCKS:
        texts = ["Tổng số", *block.parts.values()]
        for offset, text in enumerate(texts):
            _write_head(sheet, _HEADER_ROW, column + offset, None if offset else block.heading)
            _write_head(sheet, _HEADER_ROW + 1, column + offset, text)
        last = column + len(texts) - 1
        sheet.merge_cells(start_row=_HEADER_ROW, end_row=_HEADER_ROW, start_column=column, end_column=last)
        column = last + 1
    return column - 1


def _write_head(sheet: Worksheet, row: int, column: int, text: str | None) -> None:
    look.write(sheet, row, column, text, look.BOLD, look.HEADING, look.CENTRED, look.GRID)


def _write_row(
    sheet: Worksheet, row: int, number: int | str, name: str, figures: Figures, *, is_sum: bool = False
) -> None:
    font, fill = (look.BOLD, look.SECTION) if is_sum else (look.PLAIN, None)
    for column, value in enumerate((number or None, name, *figures), start=1):
        cell = look.write(sheet, row, column, value, font, fill, border=look.GRID)
        if column >= _FIRST_FIGURE:
            cell.number_format = "#,##0"


def _arrange(sheet: Worksheet, width: int) -> None:
    sheet.column_dimensions["A"].width = 6
    sheet.column_dimensions["B"].width = 30
    for column in range(_FIRST_FIGURE, width + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 11
    sheet.row_dimensions[_HEADER_ROW + 1].height = 48
    sheet.freeze_panes = sheet.cell(_HEADER_ROW + 2, _FIRST_FIGURE).coordinate
    look.print_across_one_page(sheet, landscape=True)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW + 1}"
