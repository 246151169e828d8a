"""Binary workbooks: every kind of cell, and one far cell that ended a library's process."""

import struct
from datetime import date

import pytest

from cchc_cli.intake.files import limits
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Cell, Range, Sheet
from cchc_cli.intake.files.unreadable import UnreadableError
from tests.intake import binary_workbooks as binary
from tests.intake.workbooks import with_part


def sheets(raw: bytes) -> tuple[Sheet, ...]:
    return read_workbook(raw, ".xlsb").sheets


def cells(records: bytes, **more: object) -> dict[tuple[int, int], Cell]:
    raw = binary.binary_workbook_bytes({"Bảng": records}, **more)  # type: ignore[arg-type]
    (sheet,) = sheets(raw)
    return {(row, column): cell for row in range(1, sheet.height + 1) for column, cell in sheet.cells(row)}


def code(raw: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        sheets(raw)
    return error.value.kind.code


@pytest.mark.parametrize(
    ("record", "cell"),
    [
        (binary.packed_number(1, 1234 << 2 | 3), Cell(12.34)),
        (binary.real(1, 45981.0), Cell(45981)),
        (binary.own_text(1, "Sở Nội vụ"), Cell("Sở Nội vụ")),
        (binary.shared_text(1, 1), Cell("ế")),
        (binary.rich_text(1, "giàu"), Cell("giàu")),
        (binary.yes_or_no(1, True), Cell(True)),
        (binary.error(1, 0x07), Cell(error="#DIV/0!")),
        (binary.formula(9, 1, struct.pack("<d", 7.5)), Cell(7.5)),
        (binary.formula(8, 1, binary.text("chữ")), Cell("chữ")),
        (binary.formula(10, 1, b"\x00"), Cell(False)),
        (binary.formula(11, 1, b"\x2a"), Cell(error="#N/A")),
        (binary.real(1, 0.925, 1), Cell(0.925, percent=True)),
        (binary.real(1, 45657.0, 2), Cell(date(2024, 12, 31))),
        (binary.real(1, 45657.0, 77), Cell(45657)),
    ],
)
def test_every_kind_of_cell_is_read(record: bytes, cell: Cell) -> None:
    found = cells(binary.row(2) + record, codes=["0.0%", "[$-42A]dd/mm/yyyy"], texts=["a", "ế"])
    assert found == {(3, 2): cell}


def test_short_cells_follow_the_one_before_on_its_right() -> None:
    short = binary.record(13, struct.pack("<II", 0, 7 << 2 | 2))
    assert cells(binary.row(0) + binary.real(3, 1.0) + short + short) == {
        (1, 4): Cell(1),
        (1, 5): Cell(7),
        (1, 6): Cell(7),
    }


def test_blank_cells_and_empty_texts_are_nothing() -> None:
    records = binary.row(0) + binary.cell(1, 0, b"") + binary.formula(8, 1, binary.text(""))
    assert cells(records) == {}


def test_days_may_count_from_1904() -> None:
    records = binary.row(0) + binary.real(0, 44195.0, 1)
    assert cells(records, codes=["d/m/yyyy"], from_1904=True) == {(1, 1): Cell(date(2024, 12, 31))}


def test_what_is_hidden_and_merged_is_known() -> None:
    records = binary.columns(2, 3, hidden=True) + binary.columns(4, 4, hidden=False)
    records += binary.row(1, hidden=True) + binary.real(0, 1.0) + binary.merged(1, 2, 0, 4)
    raw = binary.binary_workbook_bytes({"Một": records, "Hai": b""}, hidden=["Hai"])
    first, second = sheets(raw)
    assert [(sheet.name, sheet.hidden) for sheet in (first, second)] == [("Một", False), ("Hai", True)]
    assert first.hidden_rows == {2}
    assert first.hidden_columns == ((3, 4),)
    assert first.merged == (Range(2, 1, 3, 5),)


def test_one_value_in_the_last_cell_is_named_and_fills_nothing() -> None:
    records = binary.row(0) + binary.real(0, 1.0) + binary.row(1_048_575) + binary.real(16_383, 1.0)
    (sheet,) = sheets(binary.binary_workbook_bytes({"a": records}))
    assert (sheet.height, sheet.width, sheet.far) == (1, 1, ((1_048_576, 16_384),))


def test_many_far_cells_or_many_cells_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    far = binary.row(limits.MAXIMUM_ROWS) + b"".join(binary.real(column, 1.0) for column in range(21))
    assert code(binary.binary_workbook_bytes({"a": far})) == "file-too-large"
    monkeypatch.setattr(limits, "MAXIMUM_CELLS", 1_000)
    wide = b"".join(binary.row(row) + binary.real(49, 1.0) for row in range(30))
    assert code(binary.binary_workbook_bytes({"a": wide})) == "file-too-large"


@pytest.mark.parametrize(
    "records",
    [
        binary.real(0, 1.0),
        binary.row(0) + binary.shared_text(0, 3),
        binary.row(0) + binary.cell(5, 0, b"\x00"),
        binary.row(0) + binary.cell(6, 0, struct.pack("<I", 0x7FFFFFFF)),
        binary.record(0, b"\x00"),
    ],
)
def test_records_that_do_not_hold_what_they_should_are_damage(records: bytes) -> None:
    assert code(binary.binary_workbook_bytes({"a": records})) == "file-unreadable"


def test_two_sheets_that_share_a_part_are_damage() -> None:
    raw = binary.binary_workbook_bytes({"a": b"", "b": b""})
    shared = with_part(raw, "xl/_rels/workbook.bin.rels", (b"sheet2.bin", b"sheet1.bin"))
    assert code(shared) == "file-unreadable"


def test_a_record_longer_than_its_part_is_damage() -> None:
    raw = binary.binary_workbook_bytes({"a": binary.row(0) + binary.real(0, 2.0)})
    cut = with_part(raw, "xl/worksheets/sheet1.bin", (binary.record(146) + binary.record(130), b"\x05\x7f"))
    assert code(cut) == "file-unreadable"
