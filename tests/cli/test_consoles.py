"""Consoles and pipes in whatever code page, `python -m`, and readers that go away."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.cli.calls import OWN_FILES, start
from tests.omission import omit


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii", "cp437", "utf-8"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_code_page_stops_the_report(missed: str, encoding: str, language: str) -> None:
    ended = start("evaluate", missed, *OWN_FILES, "--lang", language, PYTHONIOENCODING=encoding)
    assert ended.returncode == 1
    out, err = ended.stdout.decode(encoding), ended.stderr.decode(encoding)
    assert "Traceback" not in err
    assert "?" not in out
    assert "79,00%" in out or "79.00%" in out


def test_vietnamese_is_whole_on_its_own_code_page(missed: str) -> None:
    ended = start("evaluate", missed, *OWN_FILES, PYTHONIOENCODING="cp1258")
    assert "x Không đạt" in unicodedata.normalize("NFC", ended.stdout.decode("cp1258"))


def test_json_is_utf8_whatever_the_console(missed: str) -> None:
    ended = start("evaluate", missed, *OWN_FILES, "-f", "json", PYTHONIOENCODING="cp1252")
    assert json.loads(ended.stdout.decode("utf-8"))["programme"]["title"]["vi"] == "Chương trình nhỏ"


def test_help_and_complaints_survive_code_pages() -> None:
    assert start("--help", PYTHONIOENCODING="cp1252").returncode == 0
    ended = start("evaluate", "không có.xlsx", PYTHONIOENCODING="ascii")
    assert ended.returncode == 2
    assert ended.stderr.decode("ascii").startswith("khong thay tep hoac thu muc: khong co.xlsx")


def test_complaints_are_whole_on_the_code_page_of_vietnamese() -> None:
    ended = start("evaluate", "tìm gì ở đâu.xlsx", PYTHONIOENCODING="cp1258")
    said = unicodedata.normalize("NFC", ended.stderr.decode("cp1258"))
    assert said.startswith("không thấy tệp hoặc thư mục: tìm gì ở đâu.xlsx")


def test_a_narrow_terminal_is_not_overrun(missed: str) -> None:
    for columns in ("60", "80", "120"):
        ended = start("evaluate", missed, *OWN_FILES, COLUMNS=columns, PYTHONIOENCODING="utf-8")
        assert max(map(len, ended.stdout.decode("utf-8").splitlines())) <= int(columns)


@pytest.mark.parametrize("format_name", ["table", "json"])
def test_a_reader_that_goes_away_changes_nothing(missed: str, format_name: str) -> None:
    if not _FULL.exists():
        omit("there is no device that is always full")
    command = [sys.executable, "-m", "cchc_cli", "evaluate", missed, *OWN_FILES, "-f", format_name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read().decode("utf-8", "replace")
        assert process.wait() == 1
    assert "BrokenPipe" not in complaints
    assert "Traceback" not in complaints


_FULL = Path("/dev/full")


@pytest.mark.parametrize("format_name", ["table", "json"])
def test_output_that_a_full_disk_cannot_take_is_said_and_no_defect(missed: str, format_name: str) -> None:
    if not _FULL.exists():
        omit("there is no device that is always full")
    command = [sys.executable, "-m", "cchc_cli", "evaluate", missed, *OWN_FILES, "-f", format_name]
    with _FULL.open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert subprocess.run(command, stdout=subprocess.PIPE, stderr=full, check=False).returncode == 1
    assert ended.returncode == 2
    assert "đĩa đã đầy" in ended.stderr.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="closed by a shell of Unix")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_changes_nothing(missed: str, tmp_path: Path, closed: str) -> None:
    report = tmp_path / "run.json"
    command = [sys.executable, "-m", "cchc_cli", "evaluate", missed, *OWN_FILES, "-o", str(report)]
    ended = subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", *command], capture_output=True, check=False)
    assert ended.returncode == 1
    assert json.loads(report.read_bytes())["verdicts"]
    assert b"Traceback" not in ended.stderr


def test_the_version_is_printed() -> None:
    assert start("--version").stdout.decode().startswith("cchc ")
