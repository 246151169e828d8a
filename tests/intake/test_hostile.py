"""Files that are not what they seem: a finding each, and the others are still read."""

import io
import struct
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from cchc_cli.findings.finding import Finding
from cchc_cli.intake import vocabulary
from cchc_cli.intake.files import archive, limits, parts, sparse_sheet
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.intake.files.xlsx import regular_sheet
from cchc_cli.language import Language
from tests.intake.old_workbooks import compound
from tests.intake.programme import CHECKS, take_in_small
from tests.intake.workbooks import first_sheet, with_part, workbook_bytes
from tests.zip_parts import zipped

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
        ("cũ.xls", OLE + bytes(1024), "file-unreadable", "hỏng"),
        ("cũ.xlsx", OLE + bytes(1024), "file-unreadable", "hỏng"),
        ("nhị phân.csv", b"a;b\x00\x01\n", "file-unreadable", "hỏng"),
        ("bảng mã lạ.csv", b"a;b\n\xd2\xff;\x81\n", "file-unreadable", "bảng mã"),
        ("mật khẩu.xlsx", compound({"EncryptedPackage": b""}), "file-encrypted", "mật khẩu"),
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
    monkeypatch.setattr(limits, "MAXIMUM_FILE_BYTES", len(GOOD))
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
    for room in (regular_sheet, sparse_sheet):
        monkeypatch.setattr(room, "MAXIMUM_ROWS", 5)
    for rows, far in ((25, 20), (26, None)):
        raw = workbook_bytes({"Dài": [[number] for number in range(rows)]})
        if far is None:
            assert code(raw) == "file-too-large"
        else:
            (sheet,) = read_workbook(raw, ".xlsx").sheets
            assert (sheet.height, len(sheet.far)) == (5, far)


def code(raw: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        read_workbook(raw, ".xlsx")
    return error.value.kind.code


def test_a_tag_without_end_is_damage_and_one_of_many_attributes_is_read() -> None:
    many = b" ".join(b'a%d="1"' % number for number in range(2_000))
    (sheet,) = read_workbook(
        first_sheet(GOOD, (b"<sheetData>", b"<x " + many + b"/><sheetData>")), ".xlsx"
    ).sheets
    assert sheet.cell(3, 2).value == 1
    assert code(first_sheet(GOOD, (b"</sheetData>", b"<row " + b' hidden="1"' * 40_000))) == "file-unreadable"


@pytest.mark.parametrize(
    ("room", "name", "most"),
    [
        (limits, "MAXIMUM_CELLS", 20),
        (limits, "MAXIMUM_SHEETS", 0),
        (parts, "_MAXIMUM_LIST_BYTES", 100),
    ],
)
def test_what_would_take_too_long_or_too_much_is_too_large(
    monkeypatch: pytest.MonkeyPatch, room: ModuleType, name: str, most: int
) -> None:
    monkeypatch.setattr(room, name, most)
    assert code(first_sheet(GOOD, (b'<c r="B3"', b'<c  r="B3"'))) == "file-too-large"


@pytest.mark.parametrize(
    "cells",
    [
        b'<c r="A4" t="e">' * 50_000,
        b"</c>" * 50_000 + b'<c r="A4" t="e">' * 50_000,
        b'<c r="A4"><f>' * 50_000,
        b"<mergeCell " * 50_000,
        b"<row " * 50_000,
        b"<col " * 50_000,
    ],
    ids=lambda cells: cells[:20].decode(),
)
def test_what_is_never_closed_is_searched_once(cells: bytes) -> None:
    """Each of these would take minutes where a search went to the end of the sheet from every place."""
    assert code(first_sheet(GOOD, (b"</sheetData>", cells + b"</sheetData>"))) in (
        "file-unreadable",
        "file-too-large",
    )


def test_two_sheets_that_share_a_part_are_damage() -> None:
    raw = workbook_bytes({"a": [[1]], "b": [[2]]})
    shared = with_part(raw, "xl/_rels/workbook.xml.rels", (b"sheet2.xml", b"sheet1.xml"))
    assert code(shared) == "file-unreadable"


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FAR = b'<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>'


def _relation(identity: str, target: str, kind: str = "worksheet") -> bytes:
    return f'<Relationship Id="{identity}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'.encode()


@pytest.mark.parametrize(
    ("workbook", "relations", "extra"),
    [
        # The list of relations, read as deep as it goes, has two of one name.
        ((), (b"</Rel", b"<x>" + _relation("rId1", "worksheets/far.xml") + b"</x></Rel"), ()),
        # The sheet has two relations; only one is in the right namespace.
        (
            (b'r:id="rId1"', b'xmlns:q="u" q:id="rId1" r:id="far"'),
            (b"</Rel", _relation("far", "worksheets/far.xml") + b"</Rel"),
            (),
        ),
        # A chart sheet of the same name, which is not read.
        (
            (b"<sheets>", '<sheets><sheet name="Bảng" sheetId="9" r:id="far"/>'.encode()),
            (b"</Rel", _relation("far", "worksheets/far.xml", "chartsheet") + b"</Rel"),
            (),
        ),
        # A part whose name is a path that leads to another one.
        (
            (),
            (b"/xl/worksheets/sheet1.xml", b"worksheets/../worksheets/sheet1.xml"),
            ("xl/worksheets/../worksheets/sheet1.xml",),
        ),
    ],
)
def test_no_list_of_two_meanings_leads_the_fast_reader_to_a_part_that_nobody_measured(
    workbook: tuple[bytes, bytes] | tuple[()], relations: tuple[bytes, bytes], extra: tuple[str, ...]
) -> None:
    """It ended the process: a cell in the last corner was on no sheet that we had looked at."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    far = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", _FAR)
    parts |= dict.fromkeys(("xl/worksheets/far.xml", *extra), far)
    for name, change in (("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", relations)):
        if change:
            assert change[0] in parts[name]
            parts[name] = parts[name].replace(*change, 1)
    (sheet,) = read_workbook(zipped(parts), ".xlsx").sheets
    assert sheet.cell(3, 2).value == 1


def test_a_percent_format_is_found_however_the_styles_are_written() -> None:
    raw = workbook_bytes({"a": {"rows": [[0.925, 1]], "formats": {"A1": "[>100]0.0%;0%"}}})
    styles = "xl/styles.xml"
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        xml = file.read(styles).decode()
    assert "[&gt;100]" in xml
    other = ('<?xml version="1.0" encoding="UTF-16"?>' + xml).encode("utf-16")
    for changed in (xml.replace("&gt;", ">").encode(), other, b"<!-- <cellXfs> -->" + xml.encode()):
        (sheet,) = read_workbook(with_part(raw, styles, (xml.encode(), changed)), ".xlsx").sheets
        assert (sheet.cell(1, 1).percent, sheet.cell(1, 2).percent) == (True, False)


def test_a_doctype_is_refused_in_every_encoding() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    for encoding in ("utf-16-le", "utf-16-be"):
        with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
            app = file.read("docProps/app.xml")
        assert code(with_part(GOOD, "docProps/app.xml", (app, xml.encode(encoding)))) == "file-unreadable"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_file_packed_as_no_program_packs_a_workbook_is_named(method: int) -> None:
    """What is wrong inside LZMA is an exception of its own, and ended the program."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(packed, "w", method) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part))
    raw = packed.getvalue()
    for each in (raw, raw[:100] + bytes(20) + raw[120:]):
        assert code(each) == "file-unreadable"


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (0, b"PK\x05\x06"),
        (26, b"\x00\x00"),
        (28, b"\xff\xff"),
        (30, b"X"),
    ],
)
def test_a_part_that_says_something_else_than_the_directory_is_not_read(place: int, written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        start = file.getinfo("xl/workbook.xml").header_offset + place
    assert code(GOOD[:start] + written + GOOD[start + len(written) :]) == "file-unreadable"


def test_a_zip_file_of_many_parts_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAXIMUM_ENTRIES", 3)
    assert code(GOOD) == "file-too-large"


def test_many_merged_blocks_on_one_row_are_looked_at_once() -> None:
    blocks = b'<mergeCell ref="A1:XFD1048576"/>' * 5_000
    raw = first_sheet(GOOD, (b"<pageMargins", b"<mergeCells>" + blocks + b"</mergeCells><pageMargins"))
    (sheet,) = read_workbook(raw, ".xlsx").sheets
    assert sheet.merge_at(3, 2) == (1, 1, 1_048_576, 16_384)
    assert all(sheet.merge_at(row, 20_000) is None for row in range(1, 1_000))


@pytest.mark.parametrize(
    ("name", "value"),
    [("MAXIMUM_FINDINGS", "x"), ("MAXIMUM_FIGURES", "x"), ("MAXIMUM_FIGURES", 1)],
)
def test_a_file_with_more_to_say_than_anybody_reads_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    """A text file of 3 MB made millions of findings, each a thousand bytes in memory."""
    rows = [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], *(["SKHCN", value] for _ in range(50))]
    path = tmp_path / "nhiều.xlsx"
    path.write_bytes(workbook_bytes({"Bảng": rows}))
    assert "file-too-large" not in {one.code for one in take_in_small(path).findings}
    monkeypatch.setattr(limits, name, 49)
    (finding,) = read_beside_a_good_one(tmp_path, path.name, path.read_bytes())
    assert finding.code == "file-too-large"
    assert "49" in finding.message(Language.VI)


def test_so_it_is_where_that_shows_only_when_figures_are_held_against_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A matrix with 400,000 parts larger than their wholes made as many findings, in 4 GB."""
    monkeypatch.setattr(limits, "MAXIMUM_FINDINGS", 4)
    head = ["Mã đơn vị", "settled", "settled-in-time", "received"]
    (tmp_path / "tốt.xlsx").write_bytes(GOOD)
    for name, agencies in (("đủ.xlsx", ("815", "820", "28249", "00412")), ("quá.xlsx", _FIVE)):
        rows = [["Kỳ báo cáo:", 2023], head, *([agency, 5, 6, 7] for agency in agencies)]
        (tmp_path / name).write_bytes(workbook_bytes({"Bảng": rows}))
        intake = take_in_small(tmp_path, checks=CHECKS)
        said = {finding.code for finding in intake.findings}
        assert said == {"part-exceeds-whole"} if name == "đủ.xlsx" else said >= {"file-too-large"}
    assert [(str(one.period), one.value) for one in intake.observations if one.agency == "SNV"] == [
        ("2024", 1)
    ]
    assert not {key for key in intake.unusable if key.agency == "28502"}


_FIVE = ("SKHCN", "SLDTBXH", "VPUBND", "28502", "28249")


def test_a_table_copied_within_a_file_is_said_once(tmp_path: Path) -> None:
    rows = [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], *(["SKHCN", 1] for _ in range(102))]
    path = tmp_path / "chép.xlsx"
    path.write_bytes(workbook_bytes({"Bảng": rows}))
    (finding,) = take_in_small(path, items=["settled"]).findings
    assert finding.code == "duplicate-observation"
    assert "101 số liệu" in finding.message(Language.VI)


def test_a_sheet_of_very_many_tables_is_read_to_its_end(tmp_path: Path) -> None:
    tables = [["Mã đơn vị", "settled", "received"], ["SKHCN", "x", 2]] * 1_500
    raw = workbook_bytes({"Bảng": [["Kỳ báo cáo:", 2024], *tables]})
    findings = read_beside_a_good_one(tmp_path, "nhiều bảng.xlsx", raw)
    assert sum(one.code == "value-ambiguous" for one in findings) == 1_500


def test_many_tables_of_no_period_are_asked_once_what_looks_like_one(tmp_path: Path) -> None:
    """Each went through the first thousands of cells again: 60,000 headings took two minutes."""
    words = [[f"Số {row}{column}" for column in range(400)] for row in range(5)]
    tables = [["Mã đơn vị", "settled"], ["SKHCN", 1]] * 5_000
    raw = workbook_bytes({"Bảng": [*words[:4], [*words[4][:-1], "Ky bao cao"], *tables]})
    findings = read_beside_a_good_one(tmp_path, "nhiều bảng.xlsx", raw)
    assert [one.code for one in findings] == ["period-missing"]
    assert "Ky bao cao" in findings[0].message(Language.VI) + findings[0].hint(Language.VI)


def test_a_table_of_strangers_is_not_asked_word_by_word_what_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """60,000 codes that are nearly one took two minutes."""
    monkeypatch.setattr(vocabulary, "_MOST_STRANGERS", 10)
    rows = [["Nội dung báo cáo", "Số liệu", "Mã số liệu"], *(["x", 1, f"setled{n}"] for n in range(30))]
    raw = workbook_bytes({"Bảng": [["Mã đơn vị", "SKHCN"], ["Kỳ báo cáo", 2024], *rows]})
    findings = [
        finding
        for finding in read_beside_a_good_one(tmp_path, "mã lạ.xlsx", raw)
        if finding.code == "item-unknown"
    ]
    suggested = [" mean " in finding.message(Language.EN) for finding in findings]
    assert suggested == [True] * 10 + [False] * 20


def test_headings_beside_many_merged_blocks_look_at_those_of_their_own_rows(tmp_path: Path) -> None:
    """60,000 headings beside as many blocks took hours: each looked at every block."""
    tables = [["Mã đơn vị", "settled"], ["SNV", 1]] * 3_000
    blocks = b"".join(b'<mergeCell ref="E%d:F%d"/>' % (row, row) for row in range(1, 40_000))
    raw = first_sheet(
        workbook_bytes({"Bảng": [["Kỳ báo cáo:", 2024], *tables]}),
        (b"<pageMargins", b"<mergeCells>" + blocks + b"</mergeCells><pageMargins"),
    )
    findings = read_beside_a_good_one(tmp_path, "nhiều ô gộp.xlsx", raw)
    assert {one.code for one in findings} <= {"duplicate-observation"}


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
