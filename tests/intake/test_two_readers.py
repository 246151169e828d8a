"""The fast and the exact reader of .xlsx files see the same, whatever way a cell is written."""

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Cell, Sheet
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.intake.files.xlsx.exact_reader import ExactReader
from tests.hostile.bases import SOURCES
from tests.intake.test_any_content import ROWS, Grid
from tests.intake.workbooks import first_sheet, with_part, workbook_bytes
from tests.zip_parts import parts_of, zipped

EXAMPLES = Path(__file__).parents[2] / "examples" / "forms"
GOOD = with_part(workbook_bytes({"Bảng": [["Mã đơn vị"]]}), "xl/workbook.xml", (b' fullCalcOnLoad="1"', b""))


LETTERED = first_sheet(
    GOOD,
    ("Mã đơn vị".encode(), "Mã đơn vị".encode("ascii", "xmlcharrefreplace")),
)
"""As openpyxl writes where lxml stands beside it."""


def with_rows(xml: str) -> bytes:
    return first_sheet(GOOD, (b"</sheetData>", xml.encode() + b"</sheetData>"))


def both(raw: bytes) -> tuple[Sheet, Sheet]:
    fast, exact = (read_workbook(raw, ".xlsx", exact=exact).sheets[0] for exact in (False, True))
    return fast, exact


def cells_of(sheet: Sheet) -> list[object]:
    """Everything that is known of the cells that hold anything."""
    rows = [list(sheet.cells(row)) for row in range(1, sheet.height + 1)]
    return [sheet.name, rows, sheet.merged, sheet.hidden_rows, sheet.hidden_columns]


@pytest.mark.parametrize(
    "raw",
    [
        *SOURCES.values(),
        *(path.read_bytes() for path in sorted(EXAMPLES.glob("*.xlsx"))),
        with_part(GOOD, "xl/workbook.xml", (b'name="B', b'name="&lt;B')),
        LETTERED,
    ],
)
def test_what_common_programs_write_is_read_by_the_fast_reader(
    raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = list(map(cells_of, read_workbook(raw, ".xlsx", exact=True).sheets))
    monkeypatch.setattr(ExactReader, "sheet", None)
    assert list(map(cells_of, read_workbook(raw, ".xlsx").sheets)) == exact


@pytest.mark.parametrize(
    ("xml", "cell"),
    [
        # A formula whose result is an empty text was calculated; one without a result was not.
        ('<c r="B9" t="str"><f>A1</f><v></v></c>', Cell()),
        ('<c r="B9" t="str"><f>A1</f><v/></c>', Cell()),
        ('<c r="B9" t="str"><f>A1</f><v> </v></c>', Cell()),
        ('<c r="B9"><f>A1</f></c>', Cell(uncached=True)),
        ('<c r="B9"><f>A1</f><v/></c>', Cell(uncached=True)),
        ('<c r="B9" t="n"><f>A1</f><v></v></c>', Cell(uncached=True)),
        ('<c r="B9"><f t="shared" si="0"/></c>', Cell(uncached=True)),
        ('<c r="B9"><f t="array" ref="B9">A1</f><v>7</v></c>', Cell(7)),
        ('<c r="B9"><f>A1</f><v>0</v></c>', Cell(0)),
        ('<c r="B9" t="str"><f>A1</f><v>a &amp; b</v></c>', Cell("a & b")),
        ('<c r="B9" t="b"><f>A1</f><v>0</v></c>', Cell(False)),
        ('<c r="B9" t="e"><f>A1</f><v>#DIV/0!</v></c>', Cell(error="#DIV/0!")),
        ('<c r="B9" t="e"><f>A1</f></c>', Cell(error="#N/A")),
        ('<c r="B9" t="e"><v>#SPILL!</v></c>', Cell(error="#SPILL!")),
        ('<c r="B9" t="d"><v>2024-12-31T00:00:00</v></c>', Cell(date(2024, 12, 31))),
        # Numbers: more digits than a double holds, or none at all.
        ('<c r="B9"><v>9007199254740993</v></c>', Cell(9007199254740992)),
        ('<c r="B9"><v>0.1</v></c>', Cell(0.1)),
        ('<c r="B9"><v>1.5E3</v></c>', Cell(1500)),
        ('<c r="B9"><v>1,5</v></c>', Cell("1,5")),
        ('<c r="B9"><v>1_000</v></c>', Cell("1_000")),
        ('<c r="B9"><v>١٢</v></c>', Cell("١٢")),
        ('<c r="B9"><v>1&amp;2</v></c>', Cell("1&2")),
        ('<c r="B9"><v>1<?x?>2</v></c>', Cell(12)),
        ('<c r="B9" s="77"><v>5</v></c>', Cell(5)),
        # Texts: runs are put together, what tells the pronunciation is left out.
        (
            '<c r="B9" t="inlineStr"><is><r><t>Mỹ</t></r><r><t xml:space="preserve"> Tho</t></r></is></c>',
            Cell("Mỹ Tho"),
        ),
        ('<c r="B9" t="inlineStr"><is><t> 12\n</t></is></c>', Cell("12")),
        ('<c r="B9" t="inlineStr"><is><t>12\u00a0</t></is></c>', Cell("12\u00a0")),
        ('<c r="B9" t="inlineStr"><is><t>12&#160;</t></is></c>', Cell("12\u00a0")),
        ('<c r="B9" t="inlineStr"><is><t>&#49;2</t></is></c>', Cell("12")),
        ('<c r="B9" t="inlineStr"><is><t>a &amp; &#272;&#7891;ng</t></is></c>', Cell("a & Đồng")),
        ('<c r="B9"><v>1&#1632;2</v></c>', Cell("1٠2")),
        ('<c r="B9" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>', Cell("a")),
        ('<c r="B9" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>', Cell("a\rb_x000D_")),
        ('<c r="B9" t="inlineStr"><is><t>a_x000d_b_X000D_</t></is></c>', Cell("a\rb_X000D_")),
        ('<c r="B9" t="str"><v>a_xD83D_b_X000D_</v></c>', Cell("a_xD83D_b_X000D_")),
        # Digits that are no value, and values in cells of another type.
        ('<c r="B9" t="inlineStr"><v>5</v></c>', Cell()),
        ('<c r="B9" t="inlineStr"><f>A1</f><v>5</v></c>', Cell(uncached=True)),
        ('<c r="B9" t="str"><v>5</v></c>', Cell("5")),
        ('<c r="B9" t="e"><v>5</v></c>', Cell(error="5")),
        ('<c r="B9" t="b"><v>1</v></c>', Cell(True)),
        ('<c r="B9" t="b"><v>7</v></c>', Cell("7")),
        ('<c r="B9"><f>A1<v>5</v></f><v>6</v></c>', Cell(6)),
        ('<c r="B9"><f>A1</f><v>007</v></c>', Cell(7)),
        ('<c r="B9" t="inlineStr"><is><t>a</t><v>5</v></is></c>', Cell("a")),
        ('<c r="A9"/><v>4</v><c r="B9"><v>5</v></c>', Cell(5)),
        ('<c r="A9"><v>4</v></c><c r="B9" foo="1"><v>5</v></c>', Cell(5)),
        ('<c r="A9" foo="1"/><c r="B9"><v>5</v></c>', Cell(5)),
        # Cells stand where their addresses say.
        ('<c r="C9"><v>7</v></c><c r="B9"><v>5</v></c>', Cell(5)),
        ('</row><row r="4"><c r="B9"><v>5</v></c>', Cell(5)),
        ('</row><row r="12"><c r="B12"><v>1</v></c></row><row r="10"><c r="B9"><v>5</v></c>', Cell(5)),
    ],
)
def test_a_cell_is_read_the_same(xml: str, cell: Cell) -> None:
    for sheet in both(with_rows(f'<row r="9">{xml}</row>')):
        assert sheet.cell(9, 2) == cell


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="9"><c r="B9"><v>5</v></c><c r="B9"><v>6</v></c></row>',
        '<row r="9"><c r="B9"><v>5</v></c><c r="B9"/></row>',
        '<row r="9"><c r="B9"><v>5</v></c></row><row r="9"><c r="B9"><v>6</v></c></row>',
        '<row r="9"><c r="B9" t="e"><v>#N/A</v></c><c r="B9"><v>5</v></c></row>',
    ],
)
def test_two_cells_in_one_place_are_damage(xml: str) -> None:
    """Which of the two figures somebody means, nobody can say."""
    for exact in (False, True):
        with pytest.raises(UnreadableError):
            read_workbook(with_rows(xml), ".xlsx", exact=exact)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B9" t="s"><v>-1</v></c>',
        '<c r="B9" t="s"><v>99</v></c>',
        '<c r="B9"><v>1</v><v>2</v></c>',
        '<c r="B9"><v>1<x/>2</v></c>',
        '<c r="XFE1"><v>1</v></c>',
        '<c r="A1048577"><v>1</v></c>',
        '<c r="B9" s="x"><v>1</v></c>',
    ],
)
def test_what_no_sheet_holds_is_damage_to_the_exact_reader(cell: str) -> None:
    with pytest.raises(UnreadableError):
        read_workbook(with_rows(f'<row r="9">{cell}</row>'), ".xlsx", exact=True)


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="B9" s=0/>',
        '<c r="B9" s="0" s="0"/>',
        '<c r="B9"\0/>',
        '<c r="B9">\0</c>',
        '<c r="B9"><v>\0</v></c>',
        '<c r="B9"><f>\0</f><v>1</v></c>',
        '<c r="B9" s="<v>1</v>"/>',
        '<c r="B9"><v>1</v></c>\0',
        '<c r="B9" t="str"><v>\x01</v></c>',
        '<c r="B9" t="str"><v>&a;</v></c>',
        '<c r="B9" t="str"><f>]]></f><v>1</v></c>',
        '<c r="B9"><v>1</v></c></row><row r="10" ht="\x02">',
        '<c r="B9"><v>1</v></c></row><row r="10" ht="<v>1</v>">',
    ],
)
def test_what_is_no_xml_is_damage(xml: str) -> None:
    for exact in (False, True):
        with pytest.raises(UnreadableError):
            read_workbook(with_rows(f'<row r="9">{xml}</row>'), ".xlsx", exact=exact)


@pytest.mark.parametrize("code", ["h:mm", "[h]:mm", "dd/mm/yyyy", "dd/mm/yyyy;@", "0.0%", "General"])
@pytest.mark.parametrize("number", [0.25, 1.0, 59.0, 60.0, 61.0, 45657.0, 45657.99, 2958465.0, 1e10, 1e300])
def test_a_style_means_the_same_to_both(code: str, number: float) -> None:
    raw = workbook_bytes({"a": {"rows": [[number]], "formats": {"A1": code}}})
    fast, exact = both(raw)
    assert fast.cell(1, 1) == exact.cell(1, 1)


def test_days_may_count_from_1904() -> None:
    raw = workbook_bytes({"a": {"rows": [[44195]], "formats": {"A1": "dd/mm/yyyy"}}})
    raw = with_part(raw, "xl/workbook.xml", (b"<workbookPr ", b'<workbookPr date1904="1" '))
    for sheet in both(raw):
        assert sheet.cell(1, 1).value == date(2024, 12, 31)


def test_what_is_hidden_and_merged_is_the_same_in_xml_of_another_encoding() -> None:
    content = {
        "rows": [[1, 2, 3], [4, 5, 6]],
        "merged": ["A1:B2"],
        "hidden_rows": [2],
        "hidden_columns": ["C"],
    }
    raw = workbook_bytes({"a": content})
    seen = {(sheet.merged, sheet.hidden_rows, sheet.hidden_columns) for sheet in both(raw)}
    assert seen == {(((1, 1, 2, 2),), frozenset({2}), ((3, 3),))}


@pytest.mark.parametrize("exact", [False, True])
def test_the_zero_that_a_program_writes_for_a_result_is_none(exact: bool) -> None:
    """XlsxWriter calculates nothing: it writes 0, and asks Excel to calculate the file when it opens it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", [5, 7])
        sheet.write_formula("C1", "=A1+B1")
        sheet.write_formula("D1", "=A1+B1", value=12)
        sheet.write_number("E1", 0)
    (read,) = read_workbook(file.getvalue(), ".xlsx", exact=exact).sheets
    assert [cell for _, cell in read.cells(1)][2:] == [Cell(uncached=True), Cell(12), Cell(0)]


@pytest.mark.parametrize("last", ["=A1", "#DIV/0!"])
def test_a_sheet_ends_with_its_last_cell_whatever_that_holds(last: str) -> None:
    for sheet in both(workbook_bytes({"a": [["x"], [], [None, last]]})):
        assert sheet.height == 3
        assert not sheet.cell(3, 2).is_blank


def _many_rows(cell: str, rows: range) -> str:
    within = cell * 9
    return "".join(
        f'<row r="{row}" hidden="{row % 2}">{within.format(*(f"{c}{row}" for c in "ABCDEFGHI"))}</row>'
        for row in rows
    )


@pytest.mark.parametrize("cell", ['<c r="{}"><v>5</v></c>', '<c r="{}"/>', '<c r="{}" t="e"><v>#N/A</v></c>'])
def test_a_sheet_in_pieces_is_read_as_one(cell: str) -> None:
    """Whatever number of rows is cut at once; a row that comes again much further down is damage."""
    good = _many_rows(cell, range(9, 400))
    fast, exact = both(with_rows(good))
    assert cells_of(fast) == cells_of(exact)
    assert (fast.height, fast.errors) == (exact.height, exact.errors)
    for is_exact in (False, True):
        with pytest.raises(UnreadableError):
            read_workbook(with_rows(good + _many_rows(cell, range(12, 13))), ".xlsx", exact=is_exact)


def test_rows_that_were_seen_with_other_digits_are_read_by_their_own() -> None:
    """A form of the same template, a damaged one between two whole ones, and styles that say otherwise."""
    base = workbook_bytes({"a": {"rows": [[0.5, 45000]], "formats": {"A1": "0%", "B1": "dd/mm/yyyy"}}})
    for style, last in (("0", "7"), ("1", "8"), ("0", "99999999999999999"), ("2", "9"), ("0", "")):
        cells = f'<c r="A9" s="{style}"><v>5</v></c><c r="B9" s="{style}"><v>{last}</v></c>'
        xml = f'<row r="9">{cells}</row></sheetData>'
        fast, exact = both(first_sheet(base, (b"</sheetData>", xml.encode())))
        assert cells_of(fast) == cells_of(exact)
        assert fast.percents == exact.percents


def test_what_waits_to_be_calculated_is_told_from_the_same_rows_of_another_workbook() -> None:
    xml = '<row r="9"><c r="A9"><f>B9</f><v>0</v></c><c r="B9"><v>0</v></c></row>'
    waiting = with_part(with_rows(xml), "xl/workbook.xml", (b"<calcPr ", b'<calcPr fullCalcOnLoad="1" '))
    for raw, cell in ((with_rows(xml), Cell(0)), (waiting, Cell(uncached=True)), (with_rows(xml), Cell(0))):
        for sheet in both(raw):
            assert [sheet.cell(9, 1), sheet.cell(9, 2)] == [cell, Cell(0)]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_whatever_stands_in_the_cells_both_read_the_same(rows: Grid) -> None:
    fast, exact = both(workbook_bytes({"a": rows}))
    assert cells_of(fast) == cells_of(exact)


_STYLES = st.sampled_from(("", ' s="0"', ' s="1"', ' s="2"', ' s="9"'))
_NUMBERS = st.sampled_from(
    ("0", "7", "8.5", "-3", "1E2", "12345678901234567", "1,5", "x", "٣", "45000.5", "")
)
_WORDS = st.sampled_from(
    ("", " ", "a", " a ", "a &amp; b", "&#272;&#x1ED3;ng", "a_x000D_b", "&#10;", "-", "8,5")
)
_FORMULAS = st.sampled_from(
    ("", "", "<f>A1&amp;B1</f>", '<f t="shared" si="0"/>', '<f aca="false">1&lt;2</f>')
)


@st.composite
def _written_cells(draw: st.DrawFn) -> str:
    """What follows the address of a cell: types, styles and contents, as programs write them or mixed."""
    kind = draw(st.sampled_from(("", "n", "s", "str", "b", "e", "d", "inlineStr")))
    typed = f' t="{kind}"' if kind else ""
    start = f"{draw(_STYLES)}{typed}"
    if draw(st.booleans()) and kind != "inlineStr":
        stored = {
            "s": st.sampled_from(("0", "1", "")),
            "str": _WORDS,
            "b": st.sampled_from(("0", "1", "true")),
        }
        value = draw(stored.get(kind, _NUMBERS))
        return f"{start}>{draw(_FORMULAS)}<v>{value}</v></c>"
    word, space = draw(_WORDS), draw(st.sampled_from(("", ' xml:space="preserve"')))
    text = f"<t{space}>{word}</t>"
    inside = draw(st.sampled_from((text, f'<r><rPr><b/><sz val="11" /></rPr>{text}</r><r>{text}</r>')))
    return draw(
        st.sampled_from((f"{start}/>", f"{start} />", f"{start}></c>", f"{start}><is>{inside}</is></c>"))
    )


_BASE = workbook_bytes({"Bảng": {"rows": [[0.5, 45000, 1]], "formats": {"A1": "0%", "B1": "dd/mm/yyyy"}}})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.tuples(st.integers(9, 12), st.sampled_from("ABCZ")), _written_cells(), max_size=12))
def test_however_cells_are_written_both_read_the_same(cells: dict[tuple[int, str], str]) -> None:
    rows = {row: "" for row, _ in sorted(cells)}
    for (row, column), written in sorted(cells.items()):
        rows[row] += f'<c r="{column}{row}"{written}'
    xml = "".join(f'<row r="{row}" hidden="{row % 2}">{within}</row>' for row, within in rows.items())
    raw = with_shared(first_sheet(_BASE, (b"</sheetData>", xml.encode() + b"</sheetData>")))
    fast, exact = both(raw)
    assert cells_of(fast) == cells_of(exact)
    assert (fast.height, fast.percents) == (exact.height, exact.percents)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COLUMN = '<col min="{0}" max="{1}" width="9" hidden="{2}"/>'
_BLOCK = '<mergeCell ref="{0}"/>'
_IN_OTHER_WORDS = (
    ("/>", " />"),
    ('"', "'"),
    ('="', ' = "'),
    ("<", "<x:"),
    (' ref="', ' ref="&#65;1:C9" r="'),
    (' hidden="', ' x:hidden="'),
    (' hidden="1"', ' hidden="&#49;"'),
    (" ", ' y=">" '),
    ("cols", "others"),
    ("mergeCells", "others"),
    ("<cols>", "<cols><!-- <col hidden='1' min='1' max='1'/> -->"),
    ("<mergeCells>", "<?m <mergeCell ref='A1:A2'/>?><mergeCells>"),
    ("<mergeCells>", "<mergeCells/><mergeCells>"),
    ("<mergeCells>", "<mergeCells><![CDATA[<mergeCell ref='A1:A2'/>]]>"),
)
"""What means the same, another thing or nothing, though it looks much like the other."""


@st.composite
def _around_cells(draw: st.DrawFn) -> tuple[str, str]:
    """Columns and merged blocks, as programs write them or in another way that XML allows."""
    columns = "".join(
        _COLUMN.format(first, first + draw(st.integers(0, 2)), draw(st.sampled_from(("0", "1", "true"))))
        for first in draw(st.lists(st.sampled_from((1, 4, 7)), unique=True))
    )
    refs = draw(st.lists(st.sampled_from(("A1:B2", "C1:C9", "A1", "B2:A1", "A3:XFD1048576")), unique=True))
    around = [f"<cols>{columns}</cols>", f"<mergeCells>{''.join(map(_BLOCK.format, refs))}</mergeCells>"]
    for plain, odd in draw(st.lists(st.sampled_from(_IN_OTHER_WORDS), max_size=2, unique=True)):
        which = draw(st.integers(0, 1))
        around[which] = around[which].replace(plain, odd).replace("<x:/", "</x:")
    return around[0], around[1]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_around_cells(), st.sampled_from((_MAIN, "u")))
def test_however_hidden_columns_and_merged_blocks_are_written_both_see_the_same(
    around: tuple[str, str], prefixed: str
) -> None:
    columns, blocks = (xml.encode() for xml in around)
    raw = first_sheet(
        GOOD,
        (b"<worksheet ", b'<worksheet xmlns:x="%b" ' % prefixed.encode()),
        (b"<sheetData>", columns + b"<sheetData>"),
        (b"</sheetData>", b"</sheetData>" + blocks),
    )
    try:
        exact = read_workbook(raw, ".xlsx", exact=True).sheets[0]
    except UnreadableError:
        # Not every change leaves XML behind; what the fast reader lets pass then is not told apart here.
        assume(False)
    fast = read_workbook(raw, ".xlsx").sheets[0]
    assert (fast.hidden_columns, fast.merged) == (exact.hidden_columns, exact.merged)


def with_shared(raw: bytes) -> bytes:
    texts = (
        "<si><t>chung</t></si>"
        '<si><r><t xml:space="preserve">hai </t></r><r><rPr><b/></rPr><t>đoạn</t></r></si>'
    )
    part = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{texts}</sst>'
    return zipped(parts_of(raw) | {"xl/sharedStrings.xml": part.encode()})
