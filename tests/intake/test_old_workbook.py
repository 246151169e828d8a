"""Old .xls files: every kind of cell, every lie that kept libraries busy for ever."""

import struct
from datetime import date

import pytest

from cchc_cli.intake.files import limits
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Cell, Range, Sheet
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.intake.files.xls import records as old_records
from tests.intake import old_workbooks as old


def sheets(raw: bytes) -> tuple[Sheet, ...]:
    return read_workbook(raw, ".xls", name="tên tệp").sheets


def cells(records: bytes, before: bytes = b"") -> dict[tuple[int, int], Cell]:
    (sheet,) = sheets(old.old_workbook_bytes({"Bảng": records}, before))
    return {(row, column): cell for row in range(1, sheet.height + 1) for column, cell in sheet.cells(row)}


def code(raw: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        sheets(raw)
    return error.value.kind.code


@pytest.mark.parametrize(
    ("record", "value"),
    [
        (old.number(2, 1, 1.5), 1.5),
        (old.number(2, 1, 45981.0), 45981),
        (old.packed_number(2, 1, 1234 << 2 | 3), 12.34),
        (old.packed_number(2, 1, 0xFFFFFFFF & (-5 << 2) | 2), -5),
        (old.packed_number(2, 1, 0x3FF00000), 1),
        (old.packed_numbers(2, 1, [7 << 2 | 2]), 7),
        (old.shared_text(2, 1, 1), "Sở Nội vụ"),
        (old.label(2, 1, "Mỹ Tho"), "Mỹ Tho"),
        (old.yes_or_no(2, 1, True), True),
        (old.formula(2, 1, struct.pack("<d", 7.5)), 7.5),
        (old.formula(2, 1, old.special(0)) + old.text_result("chữ"), "chữ"),
        (old.formula(2, 1, old.special(0)) + old.record(0x04BC, bytes(12)) + old.text_result("c"), "c"),
        (old.formula(2, 1, old.special(1, 0)), False),
    ],
)
def test_every_kind_of_cell_has_its_value(record: bytes, value: object) -> None:
    assert cells(record, old.shared_texts("a", "Sở Nội vụ")) == {(3, 2): Cell(value)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "record", [old.formula(2, 1, old.special(3)), old.label(2, 1, "  "), old.record(0x0201, bytes(6))]
)
def test_blank_cells_and_empty_results_are_nothing(record: bytes) -> None:
    assert cells(record, old.CALCULATED) == {}


@pytest.mark.parametrize(
    "result", [old.special(3), struct.pack("<d", 0.0), struct.pack("<d", -0.0), old.special(0)]
)
def test_what_a_program_writes_that_calculates_nothing_is_no_result(result: bytes) -> None:
    """Excel and LibreOffice say that they calculated; libraries of the web write a zero or an empty text."""
    assert cells(old.formula(2, 1, result)) == {(3, 2): Cell(uncached=True)}


def test_a_zero_that_was_calculated_is_one() -> None:
    assert cells(old.formula(2, 1, struct.pack("<d", 0.0)), old.CALCULATED) == {(3, 2): Cell(0)}


def test_a_text_that_was_announced_and_does_not_come_is_no_result() -> None:
    two = old.formula(2, 1, old.special(0)) + old.formula(2, 2, old.special(0)) + old.text_result("b")
    assert cells(two, old.CALCULATED) == {(3, 2): Cell(uncached=True), (3, 3): Cell("b")}


@pytest.mark.parametrize("record", [old.error(2, 1, 0x07), old.formula(2, 1, old.special(2, 0x07))])
def test_an_error_is_named(record: bytes) -> None:
    assert cells(record) == {(3, 2): Cell(error="#DIV/0!")}


@pytest.mark.parametrize(
    ("style", "value", "shown"),
    [
        (0, 0.925, Cell(0.925)),
        (1, 0.925, Cell(0.925, percent=True)),
        (2, 0.925, Cell(0.925, percent=True)),
        (3, 45657.0, Cell(date(2024, 12, 31))),
        (4, 45657.0, Cell(date(2024, 12, 31))),
        (3, 0.5, Cell("12:00:00")),
        (3, -1.0, Cell(-1)),
        (3, 1e300, Cell(1e300)),
        (99, 0.925, Cell(0.925)),
    ],
)
def test_the_style_says_what_a_number_is(style: int, value: float, shown: Cell) -> None:
    formats = old.number_format(164, '0.0"x"%') + old.number_format(165, "dd/mm/yyyy")
    styles = old.style(0) + old.style(10) + old.style(164) + old.style(165) + old.style(14)
    assert cells(old.number(0, 0, value, style), formats + styles) == {(1, 1): shown}


def test_days_may_count_from_1904() -> None:
    before = old.record(0x0022, b"\x01\x00") + old.style(14)
    assert cells(old.number(0, 0, 44195.0), before) == {(1, 1): Cell(date(2024, 12, 31))}


def test_a_shared_text_goes_on_in_the_next_piece_with_other_bytes_a_letter() -> None:
    rich = struct.pack("<HBH", 4, 0x08, 1) + "dài".encode("latin-1")
    more = b"\x01" + "ế".encode("utf-16-le") + struct.pack("<HH", 0, 1)
    phonetic = struct.pack("<HBI", 1, 0x04, 3) + b"b" + b"\x01\x02\x03"
    last = struct.pack("<HB", 1, 0) + b"c"
    packed = struct.pack("<II", 3, 3) + rich
    before = old.record(0x00FC, packed) + old.record(0x003C, more + phonetic + last)
    texts = b"".join(old.shared_text(0, column, column) for column in range(3))
    assert [cell.value for cell in cells(texts, before).values()] == ["dàiế", "b", "c"]


def test_what_is_hidden_and_merged_is_known() -> None:
    records = (
        old.columns(0, 1, hidden=False) + old.columns(2, 3, hidden=True) + old.columns(4, 4, hidden=True)
    )
    records += old.hidden_row(1) + old.number(1, 2, 1.0) + old.merged((1, 2, 0, 4), (7, 7, 0, 1))
    first, second = sheets(old.old_workbook_bytes({"Một": records, "Hai": b""}, hidden=["Hai"]))
    assert (first.hidden, second.hidden) == (False, True)
    assert first.hidden_rows == {2}
    assert first.hidden_columns == ((3, 5),)
    assert first.merged == (Range(2, 1, 3, 5), Range(8, 1, 8, 2))


def test_a_chart_inside_a_sheet_is_left_out() -> None:
    chart = old.begin(0x20) + old.number(0, 0, 99.0) + old.END
    assert cells(chart + old.number(0, 1, 1.0)) == {(1, 2): Cell(1)}


def test_a_file_of_before_unicode_is_read_by_its_code_page() -> None:
    records = old.old_label(0, 0, b"S\xf4\xcc") + old.number(0, 1, 3.0)
    before = old.record(0x0042, struct.pack("<H", 1258))
    raw = old.old_workbook_bytes({"Bang": records}, before, version=old.BEFORE_UNICODE)
    (sheet,) = sheets(raw)
    assert sheet.name == "Bang"
    assert [cell.value for _, cell in sheet.cells(1)] == ["S\u1ed3", 3]


@pytest.mark.parametrize("number", [367, 1200, 10000, 32769, 999])
def test_a_code_page_of_another_system_or_of_nobody_stops_nothing(number: int) -> None:
    records = old.old_label(0, 0, b"SNV") + old.number(0, 1, 3.0)
    before = old.record(0x0042, struct.pack("<H", number))
    (sheet,) = sheets(old.old_workbook_bytes({"Bang": records}, before, version=old.BEFORE_UNICODE))
    assert [cell.value for _, cell in sheet.cells(1)] == ["SNV", 3]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_records_without_a_file_around_them_are_read(encoding: str) -> None:
    """As programs of the web write them; Excel names the sheet by the file."""
    records = old.old_label(0, 0, "Số".encode(encoding) if encoding == "utf-8" else b"S\xf4\xec")
    raw = struct.pack("<HHHHHH", 0x0809, 8, 0, 0x10, 0, 0) + records + old.number(0, 1, 2.0) + old.END
    (sheet,) = sheets(raw)
    assert sheet.name == "tên tệp"
    assert [cell.value for _, cell in sheet.cells(1)] == ["Số", 2]


def test_a_password_is_named() -> None:
    assert code(old.old_workbook_bytes({"a": b""}, old.record(old.PASSWORD, bytes(6)))) == "file-encrypted"
    assert code(old.compound({"EncryptionInfo": b"", "EncryptedPackage": b""})) == "file-encrypted"


def test_another_document_in_a_compound_file_is_no_workbook() -> None:
    assert code(old.compound({"WordDocument": b"Workbook"})) == "file-unreadable"


def test_far_cells_are_named_and_many_are_too_large() -> None:
    far = [old.number(row, 0, 1.0) for row in range(limits.MAXIMUM_ROWS, limits.MAXIMUM_ROWS + 21)]
    (sheet,) = sheets(old.old_workbook_bytes({"a": old.number(0, 0, 1.0) + far[0]}))
    assert (sheet.height, sheet.far) == (1, ((limits.MAXIMUM_ROWS + 1, 1),))
    assert code(old.old_workbook_bytes({"a": b"".join(far)})) == "file-too-large"


@pytest.mark.parametrize(
    "before",
    [
        old.record(0x00FC, struct.pack("<II", 1, 0x7FFFFFFF) + struct.pack("<HBi", 2, 4, -16) + b"ab"),
        old.record(0x00FC, struct.pack("<II", 1, 2) + struct.pack("<HB", 9, 0) + b"ab"),
        old.record(0x00FC, struct.pack("<II", 1, 2) + struct.pack("<HBH", 2, 8, 0xFFFF) + b"ab"),
        old.record(0x041E, b"\x01"),
    ],
)
def test_counts_that_lie_end_with_the_bytes(before: bytes) -> None:
    assert code(old.old_workbook_bytes({"a": b""}, before)) == "file-unreadable"


@pytest.mark.parametrize(
    "records",
    [
        old.shared_text(0, 0, 5),
        old.record(0x0203, b"\x00"),
        old.record(0x00E5, b"\xff\xff"),
        old.begin(0x20),
        struct.pack("<HH", 0x0203, 0xFFFF),
    ],
)
def test_records_that_do_not_hold_what_they_should_are_damage(records: bytes) -> None:
    assert code(old.old_workbook_bytes({"a": records})) == "file-unreadable"


def test_sheets_on_the_same_bytes_are_read_no_oftener_than_a_file_may_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MAXIMUM_CELLS", 500)
    head = old.begin(5) + b"".join(
        old.record(0x0085, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + bytes([65 + index])) for index in range(20)
    )
    body = old.begin(0x10) + old.number(0, 0, 1.0) * 40 + old.END
    raw = (head + old.END).replace(
        struct.pack("<I", 0) + b"\x00\x00\x01", struct.pack("<I", len(head) + 4) + b"\x00\x00\x01"
    )
    assert code(old.compound({"Workbook": raw + body})) == "file-too-large"


GOOD = old.old_workbook_bytes({"a": old.number(0, 0, 1.0)})


@pytest.mark.parametrize(
    "raw",
    [
        GOOD[:100],
        GOOD[:3000],
        # The table of chains leads every sector to itself, or to one that is not there.
        GOOD[:512] + b"".join(struct.pack("<I", number) for number in range(128)) + GOOD[1024:],
        GOOD[:512] + b"\x05\xff\x00\x00" * 128 + GOOD[1024:],
        # A sector size nobody has, a directory that is not there.
        GOOD[:30] + b"\x14\x00" + GOOD[32:],
        GOOD[:48] + b"\x99\x99\x00\x00" + GOOD[52:],
        # The table of chains names itself twice.
        GOOD[:76] + bytes(8) + GOOD[84:],
    ],
)
def test_a_container_that_lies_is_damage(raw: bytes) -> None:
    assert code(raw) == "file-unreadable"


def test_a_tree_that_bites_its_tail_is_walked_once() -> None:
    at = GOOD.index("Workbook".encode("utf-16-le"))
    raw = GOOD[: at + 68] + struct.pack("<II", 1, 1) + GOOD[at + 76 :]
    assert len(sheets(raw)) == 1


def test_a_text_across_pieces_needs_no_more_than_its_bytes() -> None:
    cursor = old_records.TextCursor([struct.pack("<HB", 3, 0) + b"ab", b"\x00c"])
    assert cursor.text() == "abc"
    assert cursor.is_at_end
