"""`cchc status` from workbooks to list and exit code."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from cchc_cli.cli import format_names
from cchc_cli.reports.standing_formats import PRINTED
from tests.cli.calls import HEADER, OWN_FILES, Call, call, python, write_matrix
from tests.intake.workbooks import write_workbook

SNV = ("SNV", "2024", 45, 50, 90, 10, 10)


def status(capsys: Any, *arguments: str) -> Call:
    return call(capsys, "status", *OWN_FILES, *arguments)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder in which one of two departments has reported, on 21 January."""
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    information = [("Mã đơn vị", "SNV"), ("Kỳ báo cáo", "2024"), ("Ngày văn bản", date(2025, 1, 21))]
    table = [("Mã đơn vị", *HEADER[2:]), (SNV[0], *SNV[2:])]
    write_workbook(folder / "snv.xlsx", {"Thông tin": information, "Bảng": table})
    return folder


def test_who_is_missing_and_who_was_late(capsys: Any, sent: Path) -> None:
    ended = status(capsys, str(sent), "--period", "2024", "--deadline", "20/01/2025")
    assert ended.code == 0
    text = " ".join(ended.out.split())
    assert "1/2 đơn vị đã báo cáo; đúng hạn 0, nộp chậm 1, chưa rõ ngày 0, chưa nộp 1" in text
    assert "CẦN NHẮC (2)" in text
    assert "Sở Y tế (SYT) Chưa nộp 0/2" in text
    assert "Mã thoát 0: không có báo cáo nào phải sửa." in ended.err


@pytest.mark.parametrize("deadline", ["2025-01-21", "21/01/2025"])
def test_the_day_itself_is_in_time(capsys: Any, sent: Path, deadline: str) -> None:
    ended = status(capsys, str(sent), "--deadline", deadline, "-f", "json")
    assert [agency["state"] for agency in json.loads(ended.out)["agencies"]] == ["on_time", "missing"]


def test_the_period_is_the_newest_of_the_call(capsys: Any, sent: Path) -> None:
    assert json.loads(status(capsys, str(sent), "-f", "json").out)["period"] == "2024"
    earlier = json.loads(status(capsys, str(sent), "--period", "2023", "-f", "json").out)
    assert {agency["state"] for agency in earlier["agencies"]} == {"missing"}


@pytest.mark.parametrize(
    ("fail_on", "code"), [(None, 0), ("invalid", 0), ("warning", 3), ("never", 0), ("invalid,warning", 3)]
)
def test_what_counts_is_chosen(capsys: Any, sent: Path, fail_on: str | None, code: int) -> None:
    arguments = ["--fail-on", fail_on] if fail_on else []
    ended = status(capsys, str(sent), *arguments)
    assert ended.code == code
    if code:
        assert "chưa nộp, nộp chậm hoặc cần giải trình" in ended.err


def test_a_submission_with_errors_is_3(capsys: Any, tmp_path: Path) -> None:
    path = str(write_matrix(tmp_path / "a.xlsx", [("SNV", "2024", "nhiều", 50, 90, 10, 10)]))
    ended = status(capsys, path)
    assert ended.code == 3
    assert "Có lỗi phải sửa (1)" in ended.out
    assert "Mã thoát 3: có báo cáo số liệu phải sửa." in ended.err
    assert status(capsys, path, "--fail-on", "never").code == 0
    assert status(capsys, path, "--agency", "SYT").code == 0


def test_both_languages(capsys: Any, sent: Path) -> None:
    ended = status(capsys, str(sent), "--lang", "en", "--deadline", "2025-01-20")
    assert "Reported: 1 of 2 agencies" in ended.out
    assert "Exit code 0" in ended.err
    assert "Chưa nộp" not in ended.out


def test_json_fits_the_schema_the_program_prints(capsys: Any, sent: Path) -> None:
    schema = json.loads(call(capsys, "schema", "status").out)
    document = json.loads(status(capsys, str(sent), "-f", "json").out)
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert [found["code"] for found in document["findings"]] == ["submission-missing"]


def test_files_are_written_beside_what_stdout_gets(capsys: Any, sent: Path, tmp_path: Path) -> None:
    names = ("a.xlsx", "a.csv", "a.json", "a.md", "a.txt")
    outputs = [argument for name in names for argument in ("-o", str(tmp_path / name))]
    ended = status(capsys, str(sent), "-f", "json", *outputs)
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == ended.out
    assert len(openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets) == 3
    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert [row["code"] for row in rows] == ["SNV", "SYT"]
    for name in names:
        assert f"Đã ghi: {tmp_path / name}.\n" in ended.err


def test_the_list_beside_the_reports_changes_nothing(capsys: Any, sent: Path) -> None:
    before = status(capsys, str(sent), "-o", str(sent / "tình hình.xlsx"))
    after = status(capsys, str(sent))
    assert (after.code, after.out) == (before.code, before.out)
    assert call(capsys, "evaluate", *OWN_FILES, str(sent), "-f", "json").code in (0, 1)


def test_quiet_silences_the_remarks(capsys: Any, sent: Path) -> None:
    loud, quiet = status(capsys, str(sent)), status(capsys, str(sent), "-q")
    assert loud.out == quiet.out
    assert loud.err
    assert quiet.err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--period", "all"],
        ["--deadline", "32/01/2025"],
        ["--level", "xã"],
        ["--agency", "KHONGCO"],
        ["--fail-on", "missed"],
        ["-f", "xlsx"],
        ["-o", "a.docx"],
    ],
)
def test_what_cannot_be_meant_is_2(capsys: Any, sent: Path, arguments: list[str]) -> None:
    ended = status(capsys, str(sent), *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert arguments[0] in ended.err or "--output" in ended.err or "--format" in ended.err


def test_where_no_workbook_tells_a_period_one_must_be_named(capsys: Any, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    ended = status(capsys, str(tmp_path))
    assert ended.code == 2
    assert "--period" in ended.err
    named = status(capsys, str(tmp_path), "--period", "2024")
    assert named.code == 3
    assert "TỆP CÓ LỖI" in named.out


def test_the_formats_named_in_the_help_are_those_there_are() -> None:
    assert tuple(PRINTED) == format_names.STATUS_FORMAT_NAMES


def test_help_imports_nothing_heavy() -> None:
    for command in ("status", "consolidate"):
        code = (
            "import sys; from cchc_cli.cli.main import run; "
            f"run(['{command}', '--help']); print('|', *sys.modules)"
        )
        loaded = set(python(code).partition("|")[2].split())
        assert loaded.isdisjoint({"pandas", "openpyxl", "xlsxwriter", "yaml", "cchc_cli.run"})
