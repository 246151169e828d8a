"""`cchc validate --annotate`: where the marked workbooks go, and what is never touched."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cchc_cli import form_words
from cchc_cli.cli.annotation import marked_names
from tests.cli.calls import MET, OWN_FILES, Call, call, write_matrix

WRONG = [("SNV", "2024", "abc", 50, 90, 10, 10)]


def annotate(capsys: Any, sent: Path, folder: Path, *options: str) -> Call:
    return call(capsys, "validate", str(sent), "--annotate", str(folder), *options, *OWN_FILES)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_workbook_with_something_to_mend_comes_back(capsys: Any, tmp_path: Path) -> None:
    sent, folder = tmp_path / "gửi", tmp_path / "trả" / "lần 1"
    sent.mkdir()
    wrong, right = write_matrix(sent / "sai.xlsx", WRONG), write_matrix(sent / "đúng.xlsx", [MET[0]])
    before = [path.read_bytes() for path in (wrong, right)]
    done = annotate(capsys, sent / "sai.xlsx", folder, "--return-by", "31/01/2025", "--contact", "Phòng CCHC")
    assert done.code == 3
    assert written(folder) == ["sai - cần sửa.xlsx"]
    assert "1 tệp đánh dấu lỗi" in done.err
    book = load_workbook(folder / "sai - cần sửa.xlsx")
    assert book.sheetnames[0] == form_words.RETURN_SHEET
    said = " ".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    assert "31/01/2025" in said
    assert "Phòng CCHC" in said
    assert [path.read_bytes() for path in (wrong, right)] == before


def test_a_folder_that_no_name_can_be_of_is_refused(capsys: Any, tmp_path: Path) -> None:
    done = annotate(capsys, write_matrix(tmp_path / "sai.xlsx", WRONG), tmp_path / ("n" * 300))
    assert (done.code, "không tạo được thư mục" in done.err) == (2, True)


def test_what_has_nothing_to_mend_is_not_written_and_said(capsys: Any, tmp_path: Path) -> None:
    sent = tmp_path / "gửi"
    sent.mkdir()
    write_matrix(sent / "đúng.xlsx", [MET[0]])
    done = annotate(capsys, sent, tmp_path / "trả")
    assert "1 tệp không có gì phải sửa" in done.err
    assert not (tmp_path / "trả").exists()


def test_an_input_is_never_overwritten(capsys: Any, tmp_path: Path) -> None:
    sent = write_matrix(tmp_path / "sai - cần sửa.xlsx", WRONG)
    before = sent.read_bytes()
    done = annotate(capsys, sent, tmp_path)
    assert done.code == 2
    assert "ghi đè" in done.err
    assert sent.read_bytes() == before


def test_a_file_is_no_folder(capsys: Any, tmp_path: Path) -> None:
    sent = write_matrix(tmp_path / "sai.xlsx", WRONG)
    assert annotate(capsys, sent, sent).code == 2


def test_a_marked_copy_that_is_there_is_replaced_whole(capsys: Any, tmp_path: Path) -> None:
    sent, folder = write_matrix(tmp_path / "sai.xlsx", WRONG), tmp_path / "trả"
    folder.mkdir()
    (folder / "sai - cần sửa.xlsx").write_bytes(b"old")
    annotate(capsys, sent, folder)
    first = (folder / "sai - cần sửa.xlsx").read_bytes()
    annotate(capsys, sent, folder)
    assert (folder / "sai - cần sửa.xlsx").read_bytes() == first
    assert written(folder) == ["sai - cần sửa.xlsx"]


def test_a_file_that_cannot_be_opened_is_answered_too(capsys: Any, tmp_path: Path) -> None:
    sent = tmp_path / "hỏng.xlsx"
    sent.write_bytes(b"PK\x03\x04")
    done = annotate(capsys, sent, tmp_path / "trả")
    assert written(tmp_path / "trả") == ["hỏng - cần sửa.xlsx"]
    assert "chỉ có danh sách lỗi" in done.err


@pytest.mark.parametrize(
    ("originals", "names"),
    [
        (["a/x.xlsx", "b/x.xlsx"], ["a - x - cần sửa", "b - x - cần sửa"]),
        (["a/x.xlsx", "a/X.ods"], ["x (xlsx) - cần sửa", "X (ods) - cần sửa"]),
        (["y - cần sửa.xlsx", "z - cần sửa (1).xlsx"], ["y - cần sửa", "z - cần sửa"]),
        (["z - cần sửa(2).xlsx"], ["z - cần sửa"]),
        (["a:b.csv", "CON.xls"], ["a b - cần sửa", "CON_ - cần sửa"]),
    ],
)
def test_names_are_safe_told_apart_and_do_not_grow(originals: list[str], names: list[str]) -> None:
    assert marked_names([Path(name) for name in originals]) == names


def test_only_the_workbooks_that_are_asked_about_come_back_each_with_all_that_is_wrong(
    capsys: Any, tmp_path: Path
) -> None:
    sent, folder = tmp_path / "gửi", tmp_path / "trả"
    sent.mkdir()
    write_matrix(sent / "một.xlsx", [("SNV", "2024", "abc", 50, 90, 10, 10), ("SYT", "2024", "abc", 50)])
    write_matrix(sent / "hai.xlsx", [("SYT", "2023", "xyz", 50)])
    annotate(capsys, sent, folder, "--agency", "SNV")
    assert written(folder) == ["một - cần sửa.xlsx"]
    sheet = load_workbook(folder / "một - cần sửa.xlsx")[form_words.RETURN_SHEET]
    named = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Số liệu!C2", "Số liệu!C3"} <= named


def test_an_old_copy_of_what_is_fine_by_now_is_named(capsys: Any, tmp_path: Path) -> None:
    sent, folder = write_matrix(tmp_path / "a.xlsx", WRONG), tmp_path / "trả"
    annotate(capsys, sent, folder)
    write_matrix(sent, [MET[0]])
    done = annotate(capsys, sent, folder)
    assert "đừng gửi lại: a - cần sửa.xlsx" in done.err
    assert written(folder) == ["a - cần sửa.xlsx"]
