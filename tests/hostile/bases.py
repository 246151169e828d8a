"""The whole workbooks that mutations start from: every file type, every layout, a little of everything."""

import io
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.intake.workbooks import Content, workbook_bytes

_FORM: dict[str, Content] = {
    "Thông tin": [
        ["Mã đơn vị", "SNV"],
        ["Kỳ báo cáo", "Năm 2024"],
        ["Loại báo cáo", "Chính thức"],
        ["Lần", 1],
        ["Ngày văn bản", "18/01/2025"],
    ],
    "Số liệu": {
        "rows": [
            ["STT", "Nội dung báo cáo", "Số liệu kỳ báo cáo", "Giải trình, ghi chú", "Mã số liệu"],
            [1, "Đã giải quyết", 125, None, "settled"],
            [2, "Đúng hạn", "121", "đã kiểm tra", "settled-in-time"],
            [3, "Phí", 1405.6, None, "fees-paid"],
        ],
        "merged": ["A8:C8"],
    },
}
_ROWS: list[list[Any]] = [
    ["Kỳ báo cáo:", 2024],
    ["Mã đơn vị", "settled", "received", "satisfaction"],
    ["SNV", 1, 2, None],
    ["VPUBND", "=1+1", "45.981", 0.925],
]
_MATRIX: dict[str, Content] = {
    "Bảng": {
        "rows": _ROWS,
        "formats": {"D4": "0.0%"},
        "hidden_rows": [3],
    },
    "Khác": {"rows": [["…", "-", "KPS", True]], "state": "hidden"},
}
_TEXT = 'Kỳ báo cáo:;2024\nMã đơn vị;settled;received\nSNV;1;2\n"VPUBND";45.981;8,5\n'
_FOLDER = Path(__file__).parent / "bases"


def _stored() -> list[tuple[str, bytes]]:
    """What no Python library writes: the two workbooks above, saved by LibreOffice and by SheetJS (.xlsb)."""
    return [(path.suffix, path.read_bytes()) for path in sorted(_FOLDER.iterdir())]


def _with_shared_texts() -> bytes:
    """The matrix as programs write it that keep each text once."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Bảng")
        share = book.add_format({"num_format": "0.0%"})
        for number, row in enumerate(_ROWS):
            sheet.write_row(number, 0, row)
        sheet.write_number("D4", 0.925, share)
        sheet.write_formula("B5", "=B4", None, "")
        sheet.write_rich_string("A6", "Sở ", share, "Nội vụ")
        sheet.merge_range("A7:C8", "ghi chú")
    return file.getvalue()


SOURCES = {"form": workbook_bytes(_FORM), "matrix": workbook_bytes(_MATRIX)}
"""What the stored files were made from, by their names."""
STORED = sorted(_FOLDER.iterdir())

BASES: list[tuple[str, bytes]] = [
    *((".xlsx", raw) for raw in SOURCES.values()),
    (".xlsx", _with_shared_texts()),
    (".csv", _TEXT.encode("utf-8-sig")),
    (".csv", _TEXT.encode("utf-16")),
    *_stored(),
]
"""Suffix and content."""
