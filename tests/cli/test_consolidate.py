"""`cchc consolidate`: every usable figure in one workbook that evaluates like the reports."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.calls import MET, MISSED, OWN_FILES, Call, call, write_matrix
from tests.intake.workbooks import write_workbook


def consolidate(capsys: Any, *arguments: str) -> Call:
    return call(capsys, "consolidate", *OWN_FILES, *arguments)


def verdicts(capsys: Any, *paths: str) -> list[dict[str, Any]]:
    ended = call(capsys, "evaluate", *OWN_FILES, *paths, "-f", "json", "--period", "all", "--by", "agency")
    found: list[dict[str, Any]] = json.loads(ended.out)["verdicts"]
    return [{**verdict, "cells": []} for verdict in found]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder with two years of reports."""
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    write_matrix(folder / "2024.xlsx", MISSED)
    write_matrix(folder / "2023.xlsx", [(code, "2023", *figures) for code, _, *figures in MET])
    return folder


def test_the_workbook_is_evaluated_like_the_reports(capsys: Any, sent: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "tổng hợp.xlsx")
    ended = consolidate(capsys, str(sent), "-o", path)
    assert (ended.code, ended.out) == (0, "")
    assert "Đã tổng hợp 14 số liệu." in ended.err
    assert "Các kỳ trong tệp: Năm 2023, Năm 2024." in ended.err
    assert f"Đã ghi: {path}." in ended.err
    assert verdicts(capsys, path) == verdicts(capsys, str(sent))
    assert verdicts(capsys, str(sent), path) == verdicts(capsys, str(sent))


def test_periods_are_chosen(capsys: Any, sent: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert consolidate(capsys, str(sent), "-o", str(path), "--period", "2024").code == 0
    sheet = openpyxl.load_workbook(path)["Số liệu"]
    assert sheet["A2"].value == "Kỳ báo cáo: Năm 2024"
    assert {row[1] for row in sheet.iter_rows(min_row=6, values_only=True)} == {"SNV", "SYT", None}


def test_who_has_sent_nothing_has_a_row_and_a_finding(capsys: Any, tmp_path: Path) -> None:
    source, path = write_matrix(tmp_path / "a.xlsx", MET[:1]), tmp_path / "b.xlsx"
    ended = consolidate(capsys, str(source), "-o", str(path))
    workbook = openpyxl.load_workbook(path)
    rows = {row[1]: row[5] for row in workbook["Số liệu"].iter_rows(min_row=6, values_only=True)}
    assert rows["SYT"] == "Chưa nộp"
    assert "submission-missing" in ended.err
    assert consolidate(capsys, str(source), "-o", str(path), "--fail-on", "warning").code == 3


def test_errors_are_3_and_what_was_usable_is_written(capsys: Any, tmp_path: Path) -> None:
    rows = [("SNV", "2024", 39, 50, "cao", 10, 10), MET[1]]
    source, path = write_matrix(tmp_path / "a.xlsx", rows), tmp_path / "b.xlsx"
    ended = consolidate(capsys, str(source), "-o", str(path))
    assert ended.code == 3
    assert "Mã thoát 3: có báo cáo số liệu phải sửa." in ended.err
    sheet = openpyxl.load_workbook(path)["Số liệu"]
    header = [cell.value for cell in sheet[5]]
    first = {head: cell.value for head, cell in zip(header, sheet[6], strict=True)}
    assert (first["online"], first["content"]) == (39, None)
    assert consolidate(capsys, str(source), "-o", str(path), "--fail-on", "never").code == 0


def test_nothing_usable_is_3_whatever_counts(capsys: Any, tmp_path: Path) -> None:
    source = write_matrix(tmp_path / "a.xlsx", [])
    ended = consolidate(capsys, str(source), "-o", str(tmp_path / "b.xlsx"), "--fail-on", "never")
    assert ended.code == 3
    assert "không có số liệu nào dùng được" in ended.err


def test_an_input_is_never_overwritten(capsys: Any, sent: Path) -> None:
    path = sent / "2024.xlsx"
    before = path.read_bytes()
    ended = consolidate(capsys, str(sent), "-o", str(path))
    assert ended.code == 2
    assert "đây là tệp số liệu đầu vào" in ended.err
    assert path.read_bytes() == before


def test_it_is_written_whole_or_not_at_all(
    capsys: Any, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert consolidate(capsys, str(sent), "-o", str(path)).code == 2
    assert path.read_bytes() == b"old"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.xlsx", "báo cáo"]


@pytest.mark.parametrize(
    "arguments", [[], ["-o", "a.csv"], ["-o", "a"], ["-o", "a.xlsx", "--fail-on", "missed"]]
)
def test_what_cannot_be_meant_is_2(capsys: Any, sent: Path, arguments: list[str]) -> None:
    ended = consolidate(capsys, str(sent), *arguments)
    assert (ended.code, ended.out) == (2, "")


def test_quiet_and_english(capsys: Any, sent: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "a.xlsx")
    assert consolidate(capsys, str(sent), "-o", path, "-q").err == ""
    first = Path(path).read_bytes()
    ended = consolidate(capsys, str(sent), "-o", path, "--lang", "en")
    assert "Figures in it: 14." in ended.err
    assert Path(path).read_bytes() == first, "without findings nothing in it depends on the language"


@pytest.mark.parametrize(
    ("answer", "figure", "codes"),
    [
        ("Có", 3, ["overlap-with-predecessor"]),
        (None, 3, []),
        ("Không", 7, []),
        (None, 7, ["overlap-with-predecessor"]),
        ("Chưa rõ", 7, ["overlap-with-predecessor", "value-ambiguous"]),
    ],
)
def test_what_is_said_of_predecessors_is_kept(
    capsys: Any, tmp_path: Path, answer: str | None, figure: int, codes: list[str]
) -> None:
    asked = "Số liệu gồm cả đơn vị cũ"
    rows = [
        ["Mã đơn vị", "Kỳ báo cáo", asked, "payments", "payments-online"],
        ["28249", "2025-H1", None, 5, 5],
        ["28249", "2025", answer, figure, figure],
    ]
    sent = write_workbook(tmp_path / "bảng.xlsx", {"Bảng": rows})
    path = str(tmp_path / "tổng hợp.xlsx")
    call(capsys, "consolidate", str(sent), "-o", path)
    for each, left in ((str(sent), codes), (path, codes[:1])):
        found = json.loads(call(capsys, "validate", each, "-f", "json").out)["findings"]
        assert sorted(one["code"] for one in found if one["code"] != "value-missing") == left
    cells = (cell for row in openpyxl.load_workbook(path)["Số liệu"].iter_rows(max_row=5) for cell in row)
    assert (asked in {cell.value for cell in cells}) is (answer in ("Có", "Không"))
