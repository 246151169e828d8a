"""Workbooks that go back: made with everything a workbook may hold, marked, and read again."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from cchc_cli import form_words
from cchc_cli.findings.finding import Finding
from cchc_cli.intake.intake import Intake
from cchc_cli.outgoing.marking.error_list import Correspondence, ErrorList, by_file
from cchc_cli.outgoing.marking.marked_workbook import MarkedWorkbook, marked_workbook
from tests.intake.programme import ITEMS, REGISTRY, take_in_small

HEADER = ("Mã đơn vị", "Kỳ báo cáo", "settled", "received", "fees-paid", "satisfaction")
SHEET = "Bảng"


def error_list(intake: Intake, file: int = 0, **known: Any) -> ErrorList:
    """What is said of one of the files that were read."""
    submission, read = intake.submissions[file], intake.read[file]
    letters = Correspondence(ITEMS, REGISTRY, [each.path for each in intake.submissions], **known)
    return letters.error_list(
        submission,
        by_file(intake.findings)[submission.path],
        sorted({agency for agency, _ in read.figures}),
        sorted({period for _, period in read.figures}),
        is_used=read.observations > 0,
    )


def marked(path: Path, **known: Any) -> MarkedWorkbook:
    """The marked copy of a workbook of the small programme."""
    return marked_workbook(path.read_bytes(), path.suffix, error_list(take_in_small(path), **known))


def saved(made: MarkedWorkbook, path: Path) -> Path:
    """The same as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.content)
    return path


def matrix(path: Path, *rows: Sequence[Any]) -> Path:
    """A plain matrix of the small programme, as XlsxWriter writes it."""
    workbook = Workbook(path)
    sheet = workbook.add_worksheet(SHEET)
    for number, row in enumerate((HEADER, *rows)):
        sheet.write_row(number, 0, row)
    workbook.close()
    return path


def full_workbook(path: Path) -> Path:
    """A matrix with mistakes, in a workbook with what libraries lose: charts, pictures, macros …"""
    workbook = Workbook(path)
    if path.suffix == ".xlsm":
        macros = path.with_name("vbaProject.bin")
        macros.write_bytes(b"not really macros")
        workbook.add_vba_project(str(macros))
    sheet = workbook.add_worksheet(SHEET)
    share = workbook.add_format({"num_format": "0.0%", "bg_color": "#CCFFCC"})
    sheet.write_row(0, 0, HEADER)
    sheet.write_row(1, 0, ("SNV", "2024", 100, -5, 3))
    sheet.write_row(2, 0, ("SKHCN", "2024", "abc", 2, 1))
    sheet.write_row(3, 0, ("VPUBND", "2024", 7, 8))
    sheet.write_formula(1, 4, "=SUM(C2,3)", None, 103)
    sheet.write_formula(2, 4, "=1/0", share, "#DIV/0!")
    sheet.write_number(3, 5, 0.925, share)
    sheet.write_comment("D2", "Ghi chú của đơn vị", {"author": "Đơn vị", "visible": True})
    sheet.write_comment("A1", "Đầu bảng", {"author": "Đơn vị"})
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": f"='{SHEET}'!$C$2:$C$4"})
    sheet.insert_chart("J2", chart)
    sheet.insert_image("J20", "x.png", {"image_data": io.BytesIO(_picture())})
    sheet.insert_textbox("J30", "hộp chữ")
    sheet.insert_button("M1", {"macro": "tinh", "caption": "Tính"})
    sheet.conditional_format("C2:F9", {"type": "data_bar", "data_bar_2010": True})
    white = workbook.add_format({"bg_color": "#FFFFFF"})
    sheet.conditional_format("C2:D9", {"type": "no_blanks", "format": white})
    sheet.data_validation("C2:C9", {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.data_validation("D2:D9", {"validate": "list", "source": "=Phụ!$A$1:$A$3"})
    sheet.add_sparkline("I2", {"range": f"'{SHEET}'!C2:E2"})
    sheet.freeze_panes(1, 1)
    sheet.protect("secret")
    sheet.set_header("&L&G", {"image_left": "x.png", "image_data_left": io.BytesIO(_picture())})
    sheet.repeat_rows(0)
    sheet.print_area("A1:F9")
    other = workbook.add_worksheet("Phụ")
    other.add_table("A1:B4", {"data": [[1, 2], [3, 4], [5, 6]]})
    other.write_url("D1", f"internal:'{SHEET}'!A1")
    other.write_url("D2", "https://example.org")
    other.activate()
    workbook.define_name("'Phụ'!Riêng", "='Phụ'!$A$2")
    workbook.define_name("Chung", f"='{SHEET}'!$C$2")
    line = workbook.add_chart({"type": "line"})
    line.add_series({"values": f"='{SHEET}'!$C$2:$C$4"})
    workbook.add_chartsheet("Biểu đồ").set_chart(line)
    workbook.close()
    return path


def opened(made: MarkedWorkbook) -> Any:
    """The marked copy as openpyxl sees it; it warns of all that it would lose."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(made.content))


def rows_of(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """The rows of the table on our sheet, headings of groups left out."""
    rows = list(sheet.iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if row[0] == form_words.ROW_NUMBER)
    return [row for row in rows[start + 1 :] if isinstance(row[0], int)]


def explain(path: Path, said: dict[str, str]) -> None:
    """Writes explanations on our sheet, by finding code."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows():
        code = str(row[7].value).partition("|")[0]
        if code in said:
            row[6].value = said[code]
    workbook.save(path)


def told(findings: Iterable[Finding]) -> list[tuple[Any, ...]]:
    """What findings say, whatever the file is called and wherever its sheets stand."""
    return [
        (one.code, one.place.sheet, one.place.cell, one.agency, one.item, one.value, one.explanation)
        for one in findings
        if one.place is not None
    ]


def _picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress((b"\0" + b"\xff\x00\x00" * 8) * 8)
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
