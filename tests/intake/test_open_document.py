"""OpenDocument spreadsheets: cells that stand for thousands, and texts that stand beside the cells."""

from collections.abc import Mapping
from datetime import date

import pytest

from cchc_cli.intake.files import limits
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Cell, Range, Sheet
from cchc_cli.intake.files.unreadable import UnreadableError
from tests.zip_parts import zipped

_NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ONE = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'


def document(tables: str, styles: str = "", before: str = "", **more: bytes) -> bytes:
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    content = (
        f"{before}<office:document-content {declared}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    parts: Mapping[str, bytes] = {"mimetype": _TYPE.encode(), "content.xml": content.encode(), **more}
    return zipped(parts)


def table(rows: str, name: str = "Bảng", more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


def row(cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{cells}</table:table-row>"


def sheets(raw: bytes) -> tuple[Sheet, ...]:
    return read_workbook(raw, ".ods").sheets


def only(rows: str) -> Sheet:
    (sheet,) = sheets(document(table(rows)))
    return sheet


def code(raw: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        sheets(raw)
    return error.value.kind.code


@pytest.mark.parametrize(
    ("attributes", "text", "cell"),
    [
        ('office:value-type="float" office:value="45981"', "45.981", Cell(45981)),
        ('office:value-type="percentage" office:value="0.925"', "92,5%", Cell(0.925, percent=True)),
        ('office:value-type="currency" office:value="1.5"', "1,5 đ", Cell(1.5)),
        ('office:value-type="boolean" office:boolean-value="true"', "ĐÚNG", Cell(True)),
        ('office:value-type="date" office:date-value="2024-12-31"', "x", Cell(date(2024, 12, 31))),
        ('office:value-type="date" office:date-value="2024-12-31T08:00:00"', "x", Cell(date(2024, 12, 31))),
        ('office:value-type="date" office:date-value="0000-12-31"', "31/12/0000", Cell("31/12/0000")),
        ('office:value-type="time" office:time-value="PT08H00M00S"', "08:00:00", Cell("08:00:00")),
        ('office:value-type="float" office:value="nan"', "?", Cell("?")),
        ('office:value-type="float"', "7", Cell("7")),
        ('office:value-type="string"', "Sở Nội vụ", Cell("Sở Nội vụ")),
        ('office:value-type="string" office:string-value="một"', "hai", Cell("một")),
        ("", "chữ", Cell("chữ")),
        ('table:formula="of:=A1"', "", Cell()),
        ('table:formula="of:=TRUE()" office:value-type="float" office:value="1"', "TRUE", Cell(True)),
        ('table:formula="of:=A1"', "chữ", Cell("chữ")),
        ('table:formula="of:=1" office:value-type="float" office:value="2"', "2", Cell(2)),
        (
            'table:formula="of:=1/0" office:value-type="float" office:value="0"',
            "#DIV/0!",
            Cell(error="#DIV/0!"),
        ),
        (
            'table:formula="of:=x" office:value-type="string" calcext:value-type="error"',
            "#TÊN?",
            Cell(error="#TÊN?"),
        ),
        ('office:value-type="string"', "#DIV/0!", Cell("#DIV/0!")),
    ],
)
def test_every_kind_of_cell_is_read(attributes: str, text: str, cell: Cell) -> None:
    sheet = only(row(f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"))
    assert sheet.cell(1, 1) == cell


def test_a_formula_that_shows_nothing_at_all_was_never_calculated() -> None:
    """LibreOffice writes an empty paragraph where the result is an empty text."""
    assert only(row('<table:table-cell table:formula="of:=A1"/>')).cell(1, 1) == Cell(uncached=True)


def test_texts_keep_their_lines_spaces_and_tabs() -> None:
    text = (
        "<text:p>một  hai\n ba<text:s text:c='2'/>bốn<text:tab/>năm<text:line-break/>"
        "<text:span>sáu</text:span></text:p><text:p>bảy</text:p>"
    )
    sheet = only(row(f'<table:table-cell office:value-type="string">{text}</table:table-cell>'))
    assert sheet.cell(1, 1).value == "một hai ba  bốn\tnăm\nsáu\nbảy"


def test_comments_drawings_and_deleted_cells_are_no_content() -> None:
    beside = (
        "<office:annotation><text:p>ghi chú</text:p></office:annotation>"
        "<draw:frame><draw:text-box><text:p>hình</text:p></draw:text-box></draw:frame>"
    )
    shapes = "<table:shapes><draw:rect><text:p>x</text:p></draw:rect></table:shapes>"
    cell = f'<table:table-cell office:value-type="string">{beside}<text:p>số</text:p></table:table-cell>'
    changes = f"<table:tracked-changes>{row(ONE)}</table:tracked-changes>"
    copies = (
        table(row(ONE), "'file:///a.ods'#$Sheet1")
        + f"<table:dde-links>{table(row(ONE), 'b')}</table:dde-links>"
    )
    (sheet,) = sheets(
        document(
            changes + table(shapes + row(f"<table:table-cell>{beside}</table:table-cell>{cell}")) + copies
        )
    )
    assert [(column, cell.value) for column, cell in sheet.cells(1)] == [(2, "số")]


def test_what_is_repeated_stands_in_each_place() -> None:
    twice = ONE.replace(" office", ' table:number-columns-repeated="2" office', 1)
    blank = '<table:table-cell table:number-columns-repeated="3"/>'
    last = row(
        '<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'
    )
    sheet = only(row(blank + twice, 'table:number-rows-repeated="2"') + row(ONE) + last)
    assert [[column for column, _ in sheet.cells(number)] for number in (1, 2, 3)] == [[4, 5], [4, 5], [1]]
    assert (sheet.height, sheet.far) == (3, ())


@pytest.mark.parametrize(
    ("columns", "rows"), [(16384, 1048576), (1, 1048576), (500, 20000), (600, 1), (2147483647, 99999999999)]
)
def test_content_repeated_without_end_is_a_bomb_or_far_away(columns: int, rows: int) -> None:
    cell = ONE.replace(" office", f' table:number-columns-repeated="{columns}" office', 1)
    raw = document(table(row(cell, f'table:number-rows-repeated="{rows}"')))
    if columns * rows > limits.MAXIMUM_CELLS:
        assert code(raw) == "file-too-large"
    else:
        (sheet,) = sheets(raw)
        assert len(sheet.far) == 1


def test_what_is_hidden_and_merged_is_known() -> None:
    styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    twice = 'table:number-columns-repeated="2" table:visibility="collapse"'
    columns = f"<table:table-column/><table:table-column {twice}/>"
    wide = ONE.replace(" office", ' table:number-columns-spanned="2" table:number-rows-spanned="2" office', 1)
    covered = f"<table:covered-table-cell><text:p>không thấy</text:p></table:covered-table-cell>{ONE}"
    rows = row(wide + covered) + row(ONE, 'table:visibility="filter" table:number-rows-repeated="2"')
    tables = table(columns + rows, "Một") + table(row(ONE), "Hai", 'table:style-name="ta2"')
    first, second = sheets(document(tables, styles))
    assert [(sheet.name, sheet.hidden) for sheet in (first, second)] == [("Một", False), ("Hai", True)]
    assert first.hidden_columns == ((2, 3),)
    assert first.hidden_rows == {2, 3}
    assert first.merged == (Range(1, 1, 2, 2),)
    assert [column for column, _ in first.cells(1)] == [1, 3]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (document(table(row(ONE)), before='<!DOCTYPE x [<!ENTITY a "a">]>'), "file-unreadable"),
        (document(""), "file-unreadable"),
        (
            document(table(row(ONE.replace(" office", ' table:number-columns-repeated="x" office', 1)))),
            "file-unreadable",
        ),
        (document("<a>"), "file-unreadable"),
        (document("", mimetype=b"application/vnd.oasis.opendocument.text"), "file-unreadable"),
        (
            zipped(
                {
                    "mimetype": _TYPE.encode(),
                    "content.xml": b"x",
                    "META-INF/manifest.xml": b"<encryption-data/>",
                }
            ),
            "file-encrypted",
        ),
        (zipped({"mimetype": _TYPE.encode(), "encrypted-package": b"x"}), "file-encrypted"),
        (document("".join(table(row(ONE), str(number)) for number in range(1001))), "file-too-large"),
    ],
)
def test_what_cannot_be_read_is_named(raw: bytes, expected: str) -> None:
    assert code(raw) == expected


def test_entities_in_another_encoding_are_refused_too() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert (
        code(zipped({"mimetype": _TYPE.encode(), "content.xml": xml.encode("utf-16")})) == "file-unreadable"
    )
