"""Files that are not what they seem: a finding each, and the others are still read."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from cchc_cli.findings.finding import Finding
from cchc_cli.intake import archive, exact_reader, fast_reader, reader
from cchc_cli.intake.reader import read_workbook
from cchc_cli.intake.unreadable import UnreadableError
from cchc_cli.language import Language
from tests.intake.programme import take_in_small
from tests.intake.workbooks import first_sheet, with_part, workbook_bytes

GOOD = workbook_bytes({"Bảng": [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], ["SNV", 1]]})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_beside_a_good_one(tmp_path: Path, name: str, raw: bytes) -> list[Finding]:
    (tmp_path / "tốt.xlsx").write_bytes(GOOD)
    (tmp_path / name).write_bytes(raw)
    intake = take_in_small(tmp_path, items=["settled"])
    (used,) = intake.observations
    assert (used.agency, int(used.value)) == ("SNV", 1)
    return [finding for finding in intake.findings if finding.place and Path(finding.place.file).name == name]


def claiming(raw: bytes, size: int) -> bytes:
    """The same zip file whose directory claims another size for its first sheet."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        entry = file.getinfo("xl/worksheets/sheet1.xml")
        start = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"xl/worksheets/sheet1.xml"))
    assert struct.unpack_from("<I", raw, start + 24)[0] == entry.file_size
    return raw[: start + 24] + struct.pack("<I", size) + raw[start + 28 :]


@pytest.mark.parametrize(
    ("name", "raw", "code", "words"),
    [
        ("rỗng.xlsx", b"", "file-unreadable", "rỗng"),
        ("số không.xlsx", bytes(4096), "file-unreadable", "rỗng"),
        ("cụt.xlsx", GOOD[: len(GOOD) // 2], "file-unreadable", "hỏng"),
        ("hỏng.xlsx", GOOD.replace(b"PK\x01\x02", b"PK\x09\x09"), "file-unreadable", "hỏng"),
        ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file-unreadable", "không phải bảng tính"),
        (
            "web.xls",
            b"<html><body><table><tr><td>1</td></tr></table></body></html>",
            "file-unreadable",
            "HTML",
        ),
        ("web.xlsx", b"\xef\xbb\xbf\r\n<TABLE border=1><tr><td>1", "file-unreadable", "HTML"),
        ("cũ.xls", OLE + bytes(1024), "file-unreadable", ".xls"),
        ("cũ.xlsx", OLE + bytes(1024), "file-unreadable", ".xls"),
        ("dữ liệu.csv", "Mã đơn vị;settled\nSNV;1\n".encode(), "file-unreadable", "CSV"),
        ("mật khẩu.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "file-encrypted", "mật khẩu"),
        (
            "không trang.xlsx",
            with_part(GOOD, "xl/workbook.xml", (b"<sheet ", b"<shoot ")),
            "file-unreadable",
            "hỏng",
        ),
        (
            "xml hỏng.xlsx",
            with_part(GOOD, "xl/workbook.xml", (b"</workbook>", b"")),
            "file-unreadable",
            "hỏng",
        ),
        ("trang hỏng.xlsx", first_sheet(GOOD, (b"</sheetData>", b"</sheetDat>")), "file-unreadable", "hỏng"),
        (
            "thực thể.xlsx",
            first_sheet(GOOD, (b"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet ')),
            "file-unreadable",
            "hỏng",
        ),
        ("nói dối.xlsx", claiming(GOOD, 10), "file-unreadable", "hỏng"),
        ("bom.xlsx", claiming(GOOD, 3 * 1024**3), "file-too-large", "3073 MB"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_and_passed_over(
    tmp_path: Path, name: str, raw: bytes, code: str, words: str
) -> None:
    (finding,) = read_beside_a_good_one(tmp_path, name, raw)
    assert finding.code == code
    assert words in finding.message(Language.VI)
    assert finding.message(Language.EN)
    assert finding.hint(Language.VI)


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "mất.xlsx").symlink_to(tmp_path / "không có.xlsx")
    (tmp_path / "tốt.xlsx").write_bytes(GOOD)
    intake = take_in_small(tmp_path, items=["settled"])
    assert [finding.code for finding in intake.findings] == ["file-unreadable"]
    assert len(intake.observations) == 1


def test_a_file_larger_than_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAXIMUM_FILE_BYTES", len(GOOD))
    assert [one.code for one in read_beside_a_good_one(tmp_path, "to.xlsx", GOOD + b"0")] == [
        "file-too-large"
    ]


def test_a_workbook_under_the_wrong_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "thật ra là xlsx.xls").write_bytes(GOOD)
    assert len(take_in_small(tmp_path, items=["settled"]).observations) == 1


@pytest.mark.parametrize("value", [" ", "x", 1])
def test_a_value_in_the_last_cell_neither_stops_nor_fills_the_memory(tmp_path: Path, value: object) -> None:
    sheet = {
        "rows": [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], ["SNV", 1]],
        "cells": {"XFD1048576": value},
    }
    findings = read_beside_a_good_one(tmp_path, "xa.xlsx", workbook_bytes({"Bảng": sheet}))
    said = {finding.code: finding for finding in findings}
    assert said.keys() - {"duplicate-observation"} <= {"hidden-content"}
    if value != " ":
        assert "XFD1048576" in said["hidden-content"].message(Language.VI)


def test_a_style_in_the_last_cell_and_a_merge_of_everything_are_nothing(tmp_path: Path) -> None:
    styled = first_sheet(
        GOOD,
        (b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
        (b"<pageMargins", b'<mergeCells><mergeCell ref="E1:XFD1048576"/></mergeCells><pageMargins'),
    )
    findings = read_beside_a_good_one(tmp_path, "kẻ khung.xlsx", styled)
    assert {finding.code for finding in findings} <= {"duplicate-observation"}


@pytest.mark.parametrize(
    "change",
    [
        (b'<c r="B3" t="n">', b"<c r='B3' t='n'>"),
        (b'<c r="B3" t="n">', b'<c t="n" r="B3">'),
        (b'<c r="B3" t="n">', b'<c t="n">'),
        (b'<c r="B3" t="n">', b'<c r="B3" n="XFD1048576" t="n">'),
        (b'<c r="B3" t="n">', b'<c x=" > " r="B3" t="n">'),
        (b'<c r="B3" t="n">', b'<!-- <c r="ZZ9"> --><c r="B3" t="n">'),
        (b'<c r="B3" t="n">', b'<c\n r="B3" t="n"\n>'),
        (b"<v>1</v>", b"<v><![CDATA[1]]></v>"),
        (b"<v>1</v>", b"<v>&#49;</v>"),
        (b"<v>1</v>", b"<v><!-- 0 -->1</v>"),
        ("<t>Mã đơn vị".encode(), "<t>M&#227; đ&#x1A1;n vị".encode()),
        (b'<dimension ref="A1:B3"', b'<dimension ref="A1"'),
    ],
    ids=str,
)
def test_xml_written_in_an_unusual_way_is_read_all_the_same(change: tuple[bytes, bytes]) -> None:
    raw = first_sheet(GOOD, change)
    for exact in (False, True):
        (sheet,) = read_workbook(raw, ".xlsx", exact=exact).sheets
        assert sheet.cell(3, 2).value == 1
        assert sheet.cell(2, 1).value == "Mã đơn vị"


def test_xml_in_another_encoding_is_read_all_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        xml = file.read("xl/worksheets/sheet1.xml").decode("utf-8")
    other = ('<?xml version="1.0" encoding="UTF-16"?>' + xml).encode("utf-16")
    (sheet,) = read_workbook(first_sheet(GOOD, (xml.encode("utf-8"), other)), ".xlsx").sheets
    assert sheet.cell(2, 1).value == "Mã đơn vị"


def test_a_sheet_of_too_many_far_cells_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_reader, "MAXIMUM_CELLS", 10)
    monkeypatch.setattr(reader, "MAXIMUM_ROWS", 5)
    raw = workbook_bytes({"Dài": [[number] for number in range(40)]})
    with pytest.raises(UnreadableError) as error:
        read_workbook(raw, ".xlsx")
    assert error.value.kind.code == "file-too-large"


def test_many_copies_of_a_long_text_go_to_the_reader_that_shares_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fast_reader, "MAXIMUM_TEXT_BYTES", 0)
    monkeypatch.setattr(fast_reader.FastReader, "_rows", None)
    shared = first_sheet(GOOD, (b'<c r="B3" t="n"><v>1</v>', b'<c r="B3" t="s"><v>0</v>'))
    part = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>abc</t></si></sst>'
    types = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    with_strings = io.BytesIO(with_part(shared, "[Content_Types].xml", (b"</Types>", types)))
    with zipfile.ZipFile(with_strings, "a") as file:
        file.writestr("xl/sharedStrings.xml", part)
    (sheet,) = read_workbook(with_strings.getvalue(), ".xlsx").sheets
    assert sheet.cell(3, 2).value == "abc"


def test_whatever_the_exact_reader_stumbles_over_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = first_sheet(GOOD, (b'<c r="B3" t="n"><v>1</v>', b'<c r="B3" t="n"><v>abc</v>'))
    with pytest.raises(UnreadableError):
        read_workbook(raw, ".xlsx", exact=True)
    assert exact_reader.ExactReader(GOOD).grid("Bảng", 3, 2).rows[2] == ["SNV", 1]


def test_markup_and_control_characters_in_names_stay_text(tmp_path: Path) -> None:
    name = "<b>[red]x[/red]</b> {value} %s"
    raw = workbook_bytes({"<i>": [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], [name, 1]]})
    (finding,) = read_beside_a_good_one(tmp_path, "{agency}.xlsx", raw)
    assert finding.code == "agency-unknown"
    assert name in finding.message(Language.VI)


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="A4" r="XFD1048576"><v>1</v></c>',
        b'<c r="A4" x=">" r="XFD1048576"><v>1</v></c>',
        b"<c r='XFD1048576'><v>1</v></c>",
        b'<c t="n" r="XFD1048576"><v>1</v></c>',
        b'<c r="xfd1048576"><v>1</v></c>',
        b'<x:c r="XFD1048576"><v>1</v></x:c>',
        b'<c\tr="XFD1048576"><v>1</v></c>',
        b'<c r="A0"><v>1</v></c>',
        b'<c r="ZZZ9999999"><v>1</v></c>',
    ],
    ids=repr,
)
def test_no_spelling_of_a_far_cell_reaches_the_reader_that_would_abort(tmp_path: Path, cell: bytes) -> None:
    raw = first_sheet(GOOD, (b"</sheetData>", b"<row>" + cell + b"</row></sheetData>"))
    findings = read_beside_a_good_one(tmp_path, "xa.xlsx", raw)
    assert {one.code for one in findings} <= {"hidden-content", "duplicate-observation", "file-unreadable"}
