"""Of files that cannot be marked themselves, the cells as they were read make the workbook that goes back."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook

from cchc_cli import form_words
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Range, Sheet, Workbook
from cchc_cli.outgoing import look
from cchc_cli.outgoing.marking.marked_workbook import marked_workbook
from cchc_cli.outgoing.marking.plain_copy import plain_copy
from tests.intake.programme import take_in_small
from tests.libreoffice import saved_by_libreoffice
from tests.outgoing.returning import HEADER, error_list, full_workbook, marked, opened, rows_of, saved, told

LINES = ["SNV;2024;=1+1;-5;3;", "SKHCN;2024;khoảng 10;45,981;@SUM(1);"]
VALUES = (
    some.integers(-(10**14), 10**14)
    | some.decimals(-(10**9), 10**9, places=4).map(float).filter(lambda value: not value.is_integer())
    | some.booleans()
    | some.dates(date(1901, 1, 1), date(2199, 12, 31))
    | some.text(
        some.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30
    ).filter(lambda text: bool(text.strip()) and not text.endswith("</r>"))
)


def write_csv(path: Path) -> Path:
    path.write_text("\n".join([";".join(HEADER), *LINES]), encoding="utf-8-sig")
    return path


def copied(sheet: Sheet) -> Sheet:
    """The sheet as it is read from its copy."""
    return read_workbook(plain_copy(Workbook((sheet,))).content, ".xlsx").sheets[0]


def test_a_text_file_comes_back_as_a_workbook_that_says_so(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "số liệu.csv")
    made = marked(path)
    workbook = opened(made)
    sheet = workbook["số liệu"]
    assert (made.suffix, workbook.sheetnames) == (".xlsx", [form_words.RETURN_SHEET, "số liệu"])
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=1+1", "s")
    assert sheet["D2"].fill.fgColor.rgb == f"FF{look.ERROR}"
    assert any("lập lại từ giá trị các ô" in str(row[0]) for row in workbook.worksheets[0].values)
    again = take_in_small(saved(made, tmp_path / "b" / "số liệu.xlsx"))
    assert told(again.findings) == told(take_in_small(path).findings)


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_old_and_open_workbooks_come_back_as_xlsx(tmp_path: Path, suffix: str) -> None:
    original = full_workbook(tmp_path / "a.xlsx")
    (path,) = saved_by_libreoffice([original], tmp_path, suffix)
    made = marked(path)
    again = take_in_small(saved(made, tmp_path / "b" / "a.xlsx"))
    assert told(again.findings) == told(take_in_small(path).findings)
    assert "công thức" in made.losses
    for kind in ("biểu đồ", "ghi chú", "ràng buộc nhập liệu"):
        assert any(kind in loss for loss in made.losses)


@given(some.lists(some.lists(some.none() | VALUES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_value_stays_what_it_was(rows: list[list[Any]]) -> None:
    copy = copied(Sheet("Trang", rows))
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            assert copy.cell(row, column).value == value


def test_percentages_errors_blocks_and_what_is_hidden_stay() -> None:
    sheet = Sheet(
        "Trang",
        [["đầu", None, "x"], [0.925, None, 3], [1, 2, 3]],
        percents=frozenset({(2, 1)}),
        errors={(2, 2): "#DIV/0!", (3, 2): "Err:502"},
        uncached=frozenset({(4, 2)}),
        merged=(Range(1, 1, 1, 2), Range(1, 2, 2, 2), Range(3, 1, 3, 1)),
        hidden_rows=frozenset({3}),
        hidden_columns=((3, 3),),
    )
    copy = copied(sheet)
    assert (copy.cell(2, 1).percent, copy.cell(2, 1).value) == (True, 0.925)
    assert (copy.cell(2, 2).error, copy.cell(3, 2).error) == ("#DIV/0!", "#VALUE!")
    # A blank would be read as an item left out.
    assert copy.cell(4, 2).error == "#N/A"
    assert copy.merged == (Range(1, 1, 1, 2),)
    assert (copy.hidden_rows, copy.hidden_columns) == (frozenset({3}), ((3, 3),))


def test_names_of_sheets_become_names_that_excel_takes() -> None:
    names = ["a/b", "A:B", "'", "x" * 40, "x" * 40]
    made = plain_copy(Workbook(tuple(Sheet(name, [[name]]) for name in names)))
    found = load_workbook(io.BytesIO(made.content)).sheetnames
    assert found[:3] == ["a b", "A B (2)", "Trang"]
    assert len({name.lower() for name in found}) == len(names)
    assert all(len(name) <= 31 for name in found)


@pytest.mark.parametrize(
    "raw", [b"", b"PK\x03\x04 cut", b"<html><table>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_file_that_cannot_be_opened_gets_its_list_alone(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(raw)
    made = marked_workbook(raw, ".xlsx", error_list(take_in_small(path)))
    workbook = opened(made)
    assert (made.has_content, workbook.sheetnames) == (False, [form_words.RETURN_SHEET])
    (row,) = rows_of(workbook.worksheets[0])
    assert row[1] == "Cả tệp"
    assert any("Chưa tiếp nhận được số liệu nào" in str(each[0]) for each in workbook.worksheets[0].values)
