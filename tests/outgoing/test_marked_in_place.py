"""A marked workbook is the agency's own: only what is to be mended looks different."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import GradientFill, PatternFill

from cchc_cli import form_words
from cchc_cli.outgoing import look
from cchc_cli.outgoing.marking.losses import comments_left_out
from tests.intake.programme import take_in_small
from tests.intake.workbooks import workbook_bytes
from tests.outgoing.returning import (
    HEADER,
    SHEET,
    full_workbook,
    marked,
    matrix,
    opened,
    rows_of,
    saved,
    told,
)
from tests.zip_parts import parts_of, with_parts

CHANGED = {
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/worksheets/sheet2.xml",
}
"""All that marking a sheet with comments may touch."""
VML, EXCEL = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:excel"
ERROR, WARNING = f"FF{look.ERROR}", f"FF{look.WARNING}"


def test_charts_pictures_macros_and_the_like_are_carried_over_byte_for_byte(tmp_path: Path) -> None:
    original = full_workbook(tmp_path / "a.xlsm")
    made = marked(original)
    before, after = parts_of(original.read_bytes()), parts_of(made.content)
    assert {name for name in before if after.get(name) != before[name]} == CHANGED
    assert after.keys() - before.keys() == {"xl/worksheets/sheet3.xml"}
    other = "xl/worksheets/sheet2.xml"
    assert after[other] == before[other].replace(b' tabSelected="1"', b"")
    kinds = ("charts/", "media/", "vbaProject", "drawings/drawing", "tables/", "chartsheets/", "vmlDrawing2")
    assert all(any(kind in name for name in before) for kind in kinds)
    assert (made.suffix, made.losses) == (".xlsm", ())


def test_macros_are_known_where_the_type_of_the_workbook_is_that_of_its_suffix(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsm")
    raw, name = path.read_bytes(), "[Content_Types].xml"
    (declared,) = re.findall(
        rb'<Override PartName="/xl/workbook.xml" ContentType="([^"]*)"/>', parts_of(raw)[name]
    )
    types = re.sub(rb'<Override PartName="/xl/workbook.xml"[^>]*>', b"", parts_of(raw)[name])
    path.write_bytes(with_parts(raw, {name: types.replace(b"application/xml", declared)}))
    assert marked(path).suffix == ".xlsm"


def test_of_the_marked_sheet_everything_but_formats_and_comments_stays(tmp_path: Path) -> None:
    original = full_workbook(tmp_path / "a.xlsx")
    before, after = (
        parts_of(content)["xl/worksheets/sheet1.xml"].decode()
        for content in (original.read_bytes(), marked(original).content)
    )
    for kept in ("dataValidations", "sheetProtection", "extLst", "mergeCells", "headerFooter", "drawing"):
        pattern = rf"<{kept}[ >/].*?(?:</{kept}>|/>)"
        expected = [re.sub(r'priority="\d+"', "", found) for found in re.findall(pattern, before)]
        assert [re.sub(r'priority="\d+"', "", found) for found in re.findall(pattern, after)] == expected
    assert re.findall(r"<f>.*?</f><v>.*?</v>", after)[:2] == re.findall(r"<f>.*?</f><v>.*?</v>", before)


def test_an_unmended_copy_reads_as_the_original_does(tmp_path: Path) -> None:
    original = full_workbook(tmp_path / "a.xlsx")
    copy = saved(marked(original), tmp_path / "b" / "a.xlsx")
    first, second = take_in_small(original), take_in_small(copy)
    assert told(first.findings) == told(second.findings)
    assert [one[:4] for one in first.observations] == [one[:4] for one in second.observations]
    assert {one.item for one in first.observations} >= {"fees-paid", "satisfaction"}


def test_offending_cells_are_coloured_unlocked_and_say_what_to_do(tmp_path: Path) -> None:
    workbook = opened(marked(full_workbook(tmp_path / "a.xlsx")))
    sheet = workbook[SHEET]
    coloured = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in (ERROR, WARNING)
    }
    assert coloured == {"D2", "C3", "E3", "E4"}
    assert sheet["E4"].fill.fgColor.rgb == WARNING
    assert not any(sheet[cell].protection.locked for cell in coloured)
    assert sheet["C2"].protection.locked
    assert sheet["C3"].comment.author == "cchc"
    assert "Lỗi phải sửa" in sheet["C3"].comment.text
    assert "Cách sửa" in sheet["C3"].comment.text
    assert sheet["E3"].number_format == "0.0%"
    assert (sheet["D2"].value, sheet["C3"].value, sheet["E2"].value) == (-5, "abc", "=SUM(C2,3)")


def test_comments_of_others_are_kept(tmp_path: Path) -> None:
    sheet = opened(marked(full_workbook(tmp_path / "a.xlsx")))[SHEET]
    assert sheet["A1"].comment.text == "Đầu bảng"
    said = sheet["D2"].comment
    assert said.author == "Đơn vị"
    assert said.text.startswith("Ghi chú của đơn vị\n▸ Lỗi phải sửa")


@pytest.mark.parametrize(
    "saved_runs",
    [
        ("{theirs}", "\n{ours}"),
        ("{theirs}\n", "{ours}"),
        ("{theirs}\n▸ ", "Lỗi", " phải sửa: x"),
        ("{both}",),
    ],
)
def test_comments_of_others_stay_as_they_are_however_often_they_come(
    tmp_path: Path, saved_runs: tuple[str, ...]
) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    theirs, ours = (
        "▸ Chờ duyệt\nGhi chú của đơn vị",
        "▸ Lỗi phải sửa: cũ\n▸ Và 2 nội dung khác, xem trang đầu.",
    )
    texts = [text.format(theirs=theirs, ours=ours, both=f"{theirs}\n{ours}") for text in saved_runs]
    runs = "".join(f'<r><t xml:space="preserve">{text}</t></r>' for text in texts).encode()
    raw, name = path.read_bytes(), "xl/comments1.xml"
    changed = re.sub(
        rb'(<comment ref="D2"[^>]*><text>).*?(</text>)',
        lambda match: match[1] + runs + match[2],
        parts_of(raw)[name],
    )
    path.write_bytes(with_parts(raw, {name: changed}))
    said = opened(marked(path))[SHEET]["D2"].comment.text
    assert said.startswith(f"{theirs}\n▸ Lỗi phải sửa: “Tên của received”")
    assert said.count("▸") == 2


def test_a_comment_that_is_no_text_costs_no_more_than_the_marking_in_place(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    raw, name = path.read_bytes(), "xl/comments1.xml"
    odd = _prefixed(parts_of(raw)[name]).replace(b"</x:t>", b"<x:b/></x:t>")
    path.write_bytes(with_parts(raw, {name: odd}))
    assert "định dạng" in marked(path).losses


def test_boxes_of_comments_with_other_prefixes_are_found_and_joined(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    raw, name = path.read_bytes(), "xl/drawings/vmlDrawing1.vml"
    path.write_bytes(with_parts(raw, {name: _with_other_prefixes(parts_of(raw)[name])}))
    root = ElementTree.fromstring(parts_of(marked(path).content)[name])
    cells = [
        tuple(int(shape.findtext(f".//{{{EXCEL}}}{name}") or -1) for name in ("Row", "Column"))
        for shape in root.iter(f"{{{VML}}}shape")
        if (data := shape.find(f"{{{EXCEL}}}ClientData")) is not None and data.get("ObjectType") == "Note"
    ]
    assert sorted(cells) == [(0, 0), (1, 3), (2, 2), (2, 4), (3, 4)]


def test_several_findings_at_a_cell_are_one_comment(tmp_path: Path) -> None:
    rows = [("SNV", "2024", 5, 5, 5), ("SNV", "2024", 6, 5, 5), ("SNV", "2024", -7, 5, 5)]
    path = matrix(tmp_path / "a.xlsx", *rows)
    sheet = opened(marked(path))[SHEET]
    commented = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    listed = rows_of(opened(marked(path)).worksheets[0])
    assert len({row[1] for row in listed}) == len(commented)


def test_our_colours_show_over_those_of_conditions(tmp_path: Path) -> None:
    sheet = opened(marked(full_workbook(tmp_path / "a.xlsx")))[SHEET]
    rules = [(str(block.sqref), rule) for block in sheet.conditional_formatting for rule in block.rules]
    first = min(rules, key=lambda each: each[1].priority)
    assert first[1].formula == ['N("cchc")=0']
    assert rules[0][1] is first[1] or rules[1][1] is first[1]
    assert len({rule.priority for _, rule in rules}) == len(rules)


def test_positions_of_sheets_move_with_the_new_one(tmp_path: Path) -> None:
    workbook = opened(marked(full_workbook(tmp_path / "a.xlsx")))
    assert workbook.sheetnames == [form_words.RETURN_SHEET, SHEET, "Phụ", "Biểu đồ"]
    assert workbook["Phụ"].defined_names["Riêng"].attr_text == "'Phụ'!$A$2"
    assert workbook[SHEET].print_title_rows == "$1:$1"
    assert workbook.worksheets[0].print_title_rows is not None
    assert workbook.active.title == form_words.RETURN_SHEET
    assert [sheet.sheet_view.tabSelected for sheet in workbook.worksheets] == [True, None, None]


def test_links_lead_to_the_cells(tmp_path: Path) -> None:
    sheet = opened(marked(full_workbook(tmp_path / "a.xlsx"))).worksheets[0]
    links = {cell.value: cell.hyperlink.location for (cell,) in sheet["B1:B30"] if cell.hyperlink}
    assert links == {f"{SHEET}!{cell}": f"'{SHEET}'!{cell}" for cell in ("D2", "C3", "E3", "E4")}


def test_the_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    assert marked(path).content == marked(path).content


def test_marking_again_replaces_what_was_marked_before(tmp_path: Path) -> None:
    original = full_workbook(tmp_path / "a.xlsx")
    once = marked(original)
    again = marked(saved(once, tmp_path / "b.xlsx"))
    assert opened(again).sheetnames == opened(once).sheetnames
    for name in (SHEET, "Phụ"):
        for row, other in zip(opened(once)[name].iter_rows(), opened(again)[name].iter_rows(), strict=True):
            for cell, same in zip(row, other, strict=True):
                assert (cell.comment and cell.comment.text) == (same.comment and same.comment.text)
                assert cell.fill.fgColor.rgb == same.fill.fgColor.rgb
    assert len(opened(again).defined_names) == len(opened(once).defined_names)
    assert len(parts_of(again.content)) == len(parts_of(once.content))


def test_what_was_mended_gets_its_own_look_again(tmp_path: Path) -> None:
    copy = saved(marked(full_workbook(tmp_path / "a.xlsx")), tmp_path / "b.xlsx")
    workbook = opened(marked(copy))
    workbook[SHEET]["C3"].value = 12
    workbook[SHEET]["E2"].value = 103
    workbook[SHEET]["D2"].value = 5
    workbook[SHEET]["E3"].value = 5
    workbook[SHEET]["E3"].number_format = "General"
    workbook.save(copy)
    sheet = opened(marked(copy))[SHEET]
    assert [sheet[cell].fill.fgColor.rgb for cell in ("C3", "D2")] == ["00000000", "00000000"]
    assert sheet["C3"].comment is None
    assert sheet["D2"].comment.text == "Ghi chú của đơn vị"
    assert sheet["E4"].fill.fgColor.rgb == WARNING
    blocks = sheet.conditional_formatting
    ours = {str(each.sqref) for each in blocks if any(rule.formula == ['N("cchc")=0'] for rule in each.rules)}
    assert ours == {"E4"}


@pytest.mark.parametrize(
    "colour",
    [
        'theme="0" tint="-4.9989318521683403E-2"',
        'theme="4" tint="0.39997558519241921"',
        'theme="5"',
        'indexed="13"',
        'rgb="FF92D050"',
        'rgb="92D050"',
    ],
)
def test_every_way_to_say_a_colour_comes_back(tmp_path: Path, colour: str) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 2, 1))
    raw, name = path.read_bytes(), "xl/styles.xml"
    fill = f'<fill><patternFill patternType="solid"><fgColor {colour}/></patternFill></fill></fills>'
    styles = (
        parts_of(raw)[name]
        .replace(b"</fills>", fill.encode())
        .replace(b'<fills count="2">', b'<fills count="3">')
    )
    coloured = styles.replace(b'fillId="0" borderId="0" xfId="0"', b'fillId="2" borderId="0" xfId="0"')
    path.write_bytes(with_parts(raw, {name: coloured}))
    copy = saved(marked(path), tmp_path / "b.xlsx")
    sheet = "xl/worksheets/sheet1.xml"
    mended = re.sub(
        rb'<c r="C2" t="s" (s="\d+")><v>\d+</v>',
        rb'<c r="C2" \1><v>3</v>',
        parts_of(copy.read_bytes())[sheet],
    ).replace(b'<c r="D2"><v>2</v>', b'<c r="D2"><v>-2</v>')
    copy.write_bytes(with_parts(copy.read_bytes(), {sheet: mended}))
    again = opened(marked(copy))[SHEET]
    assert again["D2"].fill.fgColor.rgb == ERROR
    assert repr(again["C2"].fill.fgColor) == repr(again["C1"].fill.fgColor)


@pytest.mark.parametrize("name", [SHEET, f" {SHEET} ", "Của Sở's!"])
def test_a_cell_keeps_its_own_colour_under_ours(tmp_path: Path, name: str) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 2, 1))
    workbook = opened(marked(path))
    workbook.remove(workbook.worksheets[0])
    workbook[SHEET].title = name
    cell = workbook[name]["C2"]
    cell.fill, cell.comment = PatternFill("solid", fgColor="FF92D050"), Comment("Của tôi", "Đơn vị")
    workbook.save(path)
    copy = saved(marked(path), tmp_path / "b.xlsx")
    mended = opened(marked(copy))
    assert mended[name]["C2"].fill.fgColor.rgb == ERROR
    mended[name]["C2"].value = 3
    mended[name]["D2"].value = "abc"
    mended.save(copy)
    again = opened(marked(copy))[name]
    assert again["C2"].fill.fgColor.rgb == "FF92D050"
    assert again["C2"].comment.text == "Của tôi"


@pytest.mark.parametrize(
    "fill", [PatternFill("lightGrid", fgColor="FFFF0000"), GradientFill(stop=("FF000000",))]
)
def test_a_pattern_shows_again_when_the_cell_is_mended(tmp_path: Path, fill: PatternFill) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 2, 1))
    workbook = opened(marked(path))
    workbook.remove(workbook.worksheets[0])
    workbook[SHEET]["C2"].fill, workbook[SHEET]["C2"].comment = fill, None
    workbook.save(path)
    copy = saved(marked(path), tmp_path / "b.xlsx")
    mended = opened(marked(copy))
    (block,) = mended[SHEET].conditional_formatting
    assert (str(block.sqref), block.rules[0].dxf.fill.bgColor.rgb) == ("C2", ERROR)
    assert not mended[SHEET]["C2"].protection.locked
    mended[SHEET]["C2"].value, mended[SHEET]["D2"].value = 3, "abc"
    mended.save(copy)
    again = opened(marked(copy))[SHEET]
    assert repr(again["C2"].fill) == repr(workbook[SHEET]["C2"].fill)
    assert not again.conditional_formatting


def test_our_conditions_go_even_without_our_comments_and_our_sheet(tmp_path: Path) -> None:
    copy = saved(marked(full_workbook(tmp_path / "a.xlsx")), tmp_path / "b.xlsx")
    workbook = opened(marked(copy))
    workbook.remove(workbook.worksheets[0])
    for cell, value in (("C3", 12), ("D2", 5), ("E2", 103), ("E3", 5), ("E4", 6)):
        workbook[SHEET][cell].value = value
    for cell in (cell for row in workbook[SHEET].iter_rows() for cell in row):
        cell.comment = None
    workbook[SHEET]["E3"].number_format = "General"
    workbook["Phụ"]["A9"].value = "abc"
    workbook.save(copy)
    blocks = opened(marked(copy))[SHEET].conditional_formatting
    assert not any(rule.formula == ['N("cchc")=0'] for block in blocks for rule in block.rules)


def test_blank_places_and_merged_blocks_are_marked_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = [HEADER[:4], ("SNV", "2024", 5, None), (), ("SKHCN", "2024", 5, 6), ("815", "2024", None, 6)]
    path.write_bytes(workbook_bytes({SHEET: {"rows": rows, "merged": ["C4:C5"]}}))
    sheet = opened(marked(path))[SHEET]
    assert sheet["D2"].fill.fgColor.rgb == WARNING
    assert sheet["C4"].fill.fgColor.rgb == ERROR
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["D2", "C4"]


def test_a_workbook_with_prefixes_in_its_xml_is_marked_as_well(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 2, 1))
    raw = path.read_bytes()
    prefixed = {
        name: _prefixed(content)
        for name, content in parts_of(raw).items()
        if name in ("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml")
    }
    path.write_bytes(with_parts(raw, prefixed))
    made = marked(path)
    assert opened(made)[SHEET]["C2"].fill.fgColor.rgb == ERROR
    assert b"x:c r=" in parts_of(made.content)["xl/worksheets/sheet1.xml"]


def test_somebody_elses_sheet_of_our_name_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = [HEADER[:4], ("SNV", "2024", "abc", 5)]
    path.write_bytes(workbook_bytes({form_words.RETURN_SHEET.upper(): [("ghi chép",)], SHEET: rows}))
    names = opened(marked(path)).sheetnames
    assert names == [f"{form_words.RETURN_SHEET} (2)", form_words.RETURN_SHEET.upper(), SHEET]


def test_a_signature_is_taken_off_and_said(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 2, 1))
    raw = path.read_bytes()
    origin = (
        b'<Relationship Id="rId9" Type="http://x/digital-signature/origin" Target="_xmlsignatures/o.sigs"/>'
    )
    relations = parts_of(raw)["_rels/.rels"].replace(b"</Relationships>", origin + b"</Relationships>")
    signed = {"_rels/.rels": relations, "_xmlsignatures/o.sigs": b"", "_xmlsignatures/sig1.xml": b"<s/>"}
    path.write_bytes(with_parts(raw, signed))
    made = marked(path)
    assert not any("signature" in name for name in parts_of(made.content))
    assert b"signature" not in parts_of(made.content)["_rels/.rels"]
    assert "chữ ký số" in made.losses[0]
    assert any("chữ ký số" in str(row[0]) for row in opened(made).worksheets[0].iter_rows(values_only=True))


def test_a_cell_with_a_conversation_gets_no_comment_and_the_sheet_says_so(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    raw = path.read_bytes()
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    relation = (
        b'<Relationship Id="rId99" Type="http://x/threadedComment" Target="../threadedComments/t.xml"/>'
    )
    thread = b'<ThreadedComments><threadedComment ref="C3" id="{1}"/></ThreadedComments>'
    relations = parts_of(raw)[name].replace(b"</Relationships>", relation + b"</Relationships>")
    path.write_bytes(with_parts(raw, {name: relations, "xl/threadedComments/t.xml": thread}))
    made = marked(path)
    assert opened(made)[SHEET]["C3"].comment is None
    assert opened(made)[SHEET]["C3"].fill.fgColor.rgb == ERROR
    assert made.losses
    assert f"{SHEET}!C3" in made.losses[0]


def test_of_many_cells_with_conversations_some_are_named() -> None:
    said = comments_left_out([f"{SHEET}!A{row}" for row in range(1, 301)])
    assert f"{SHEET}!A10 và 290 ô khác" in said
    assert "khác" not in comments_left_out([f"{SHEET}!A1"])


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("xl/workbook.xml", b"schemas.openxmlformats.org/spreadsheetml/2006/main", b"purl.oclc.org/x"),
        ("xl/styles.xml", b"fills", b"fillz"),
        ("xl/styles.xml", b"borders", b"borderz"),
        ("xl/styles.xml", b'<xf numFmtId="0" fontId="0"', b'<xf numFmtId="0" fontId="0"/>' * 65_490 + b"<xf"),
        ("xl/styles.xml", b'fillId="', b'fillId="x'),
        ("xl/workbook.xml", b'sheetId="', b'sheetId="x'),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"<row/>" * 300_000 + b"</sheetData>"),
    ],
)
def test_what_cannot_be_changed_part_by_part_is_copied(
    tmp_path: Path, part: str, before: bytes, after: bytes
) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", 2, 1))
    raw = path.read_bytes()
    changed = parts_of(raw)[part].replace(before, after)
    path.write_bytes(with_parts(raw, {part: changed}))
    findings = told(take_in_small(path).findings)
    made = marked(path)
    assert "định dạng" in made.losses
    assert opened(made)[SHEET]["C2"].fill.fgColor.rgb == ERROR
    assert told(take_in_small(saved(made, tmp_path / "b.xlsx")).findings) == findings


def _prefixed(xml: bytes) -> bytes:
    named = re.sub(rb"<(/?)([A-Za-z]+)(?=[\s/>])", rb"<\1x:\2", xml)
    return named.replace(b"xmlns=", b"xmlns:x=", 1)


def _with_other_prefixes(drawing: bytes) -> bytes:
    """As openpyxl writes it."""
    return re.sub(rb"(?<=[</: ])([vox])(?=[:=])", rb"ns_\1", drawing)
