"""`cchc scorecard`: a set of cards that is whole or not there, and nobody else's files lost."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cchc_cli.reports.scorecard import files
from tests.cli.calls import MET, MISSED, OWN_FILES, Call, call, write_matrix

NAMES = {
    "cchc-scorecards.json",
    "index.html",
    "toan-tinh.html",
    "cap-tinh.html",
    "SNV-so-noi-vu.html",
    "SYT-so-y-te.html",
}
_FOOTER = "Tài liệu phục vụ điều hành, không thay thế kết quả chấm Chỉ số cải cách hành chính"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    write_matrix(folder / "figures.xlsx", MISSED)
    return folder


def made(capsys: Any, data: Path, folder: Path, *more: str) -> Call:
    return call(capsys, "scorecard", str(data), "-o", str(folder), *OWN_FILES, *more)


def _bytes(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _neighbours(folder: Path) -> set[str]:
    return {path.name for path in folder.parent.iterdir()}


def test_a_card_for_each_agency_and_level_with_an_index(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    ended = made(capsys, data, folder)
    assert (ended.code, ended.out) == (1, "")
    assert "Đã lập 4 phiếu (năm 2024)" in ended.err
    assert set(_bytes(folder)) == NAMES
    for name in NAMES - {"cchc-scorecards.json"}:
        assert _FOOTER in (folder / name).read_text(encoding="utf-8")


def test_no_card_with_figures_says_that_there_are_none(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder)
    for page in folder.glob("*.html"):
        assert "Không có số liệu nào dùng được" not in page.read_text(encoding="utf-8"), page.name


def test_a_missed_target_is_told_by_the_exit_code(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    assert made(capsys, data, folder, "--fail-on", "never").code == 0
    write_matrix(data / "figures.xlsx", MET)
    assert made(capsys, data, folder).code == 0


def test_of_one_agency_its_own_rows_decide(capsys: Any, data: Path, tmp_path: Path) -> None:
    """SYT stands at the bound; SNV below it."""
    assert made(capsys, data, tmp_path / "a", "--agency", "SYT").code == 0
    assert made(capsys, data, tmp_path / "b", "--agency", "SNV").code == 1
    assert set(_bytes(tmp_path / "a")) == {"cchc-scorecards.json", "index.html", "SYT-so-y-te.html"}


def test_a_year_without_any_figure_is_3_and_says_so(capsys: Any, data: Path, tmp_path: Path) -> None:
    ended = made(capsys, data, tmp_path / "cards", "--year", "2023")
    assert ended.code == 3
    assert "không có số liệu nào của kỳ được đánh giá" in ended.err
    page = (tmp_path / "cards" / "toan-tinh.html").read_text(encoding="utf-8")
    assert "Không có số liệu nào của kỳ được đánh giá." in page


def test_a_quiet_call_says_why_nothing_could_be_judged(capsys: Any, data: Path, tmp_path: Path) -> None:
    ended = made(capsys, data, tmp_path / "cards", "--year", "2023", "-q")
    assert (ended.code, ended.err.strip()) == (3, "không có số liệu nào của kỳ được đánh giá")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "-o"),
        (("-o", "{there}", "-f", "docx"), "html, xlsx, pdf"),
        (("-o", "{there}", "--year", "2024-Q1"), "không phải năm"),
        (("-o", "{there}", "--year", "abc"), "không phải năm"),
        (("-o", "{there}", "--year", "1987"), "2021-2030"),
        (("-o", "{there}", "--agency", "SNX"), "SNV"),
        (("-o", "{there}", "--jobs", "0"), "--jobs"),
        (("-o", "{there}", "--fail-on", "new-missed"), "--fail-on"),
        (("-o", "{data}/figures.xlsx"), "thư mục"),
        (("-o", "{data}"), "figures.xlsx"),
        (("-o", "{data}/cards", "-f", "xlsx"), "đọc như báo cáo"),
        (("-o", "{there}", "--level", "commune"), "không có phiếu nào"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(
    capsys: Any, data: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    before = set(tmp_path.rglob("*"))
    filled = [option.format(data=data, there=tmp_path / "cards") for option in options]
    ended = call(capsys, "scorecard", str(data), *OWN_FILES, *filled)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert set(tmp_path.rglob("*")) == before


def test_pages_may_lie_where_submissions_are_read(capsys: Any, data: Path) -> None:
    assert made(capsys, data, data / "cards").code == 1
    assert made(capsys, data, data / "cards").code == 1


def test_the_same_bytes_again_and_with_several_processes(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder, "-f", "xlsx")
    first = _bytes(folder)
    made(capsys, data, folder, "-f", "xlsx", "-j", "1")
    assert _bytes(folder) == first
    made(capsys, data, folder, "-f", "html", "-f", "xlsx", "-j", "2")
    assert _bytes(folder) == first


def test_a_set_replaces_the_one_before_it_whole(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder, "-f", "xlsx")
    (folder / "Thumbs.db").write_bytes(b"by the file manager")
    made(capsys, data, folder, "--agency", "SNV")
    there = {"cchc-scorecards.json", "index.html", "SNV-so-noi-vu.html", "Thumbs.db"}
    assert set(_bytes(folder)) == there
    assert _neighbours(folder) == {"cards", "data"}


def test_a_foreign_file_and_a_changed_card_are_never_lost(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder)
    note = folder / "ghi chú.txt"
    note.write_text("của tôi", encoding="utf-8")
    ended = made(capsys, data, folder)
    assert (ended.code, "ghi chú.txt" in ended.err) == (2, True)
    note.unlink()
    card = folder / "SNV-so-noi-vu.html"
    card.write_text("đã sửa", encoding="utf-8")
    ended = made(capsys, data, folder)
    assert (ended.code, "SNV-so-noi-vu.html" in ended.err) == (2, True)
    assert card.read_text(encoding="utf-8") == "đã sửa"


def test_the_folder_one_works_in_is_not_replaced(
    capsys: Any, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "below")
    for named in (".", ".."):
        ended = made(capsys, data, Path(named))
        assert (ended.code, "đang làm việc" in ended.err) == (2, True)


def test_an_empty_folder_is_filled(capsys: Any, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    assert made(capsys, data, folder).code == 1
    assert "index.html" in _bytes(folder)


@pytest.fixture(params=[OSError(errno.ENOSPC, "no space"), KeyboardInterrupt(), ValueError("a defect")])
def interrupted(request: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on the second card cannot be made."""
    calls: list[Any] = []

    def contents(*arguments: Any) -> Mapping[str, bytes]:
        calls.append(arguments)
        if len(calls) == 2:
            raise request.param
        return files.contents(*arguments)

    return lambda: monkeypatch.setattr("cchc_cli.cli.scorecard_files.contents", contents)


def test_on_any_failure_the_folder_is_as_it_was(
    capsys: Any, data: Path, tmp_path: Path, interrupted: Callable[[], None]
) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder)
    interrupted()
    first = _bytes(folder)
    write_matrix(data / "figures.xlsx", MET)
    assert made(capsys, data, folder).code not in (0, 1)
    assert _bytes(folder) == first
    assert _neighbours(folder) == {"cards", "data"}


_ENDED_MIDWAY = """
import os, signal
from cchc_cli.cli import main, scorecard_files

def contents(*arguments):
    os.kill(os.getpid(), signal.SIGTERM)

scorecard_files.contents = contents
main.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without telling it")
def test_a_program_that_is_told_to_end_leaves_nothing_half_written(
    capsys: Any, data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder)
    first = _bytes(folder)
    arguments = ["scorecard", str(data), "-o", str(folder), *OWN_FILES]
    ended = subprocess.run(
        [sys.executable, "-c", _ENDED_MIDWAY, *arguments], capture_output=True, check=False
    )
    assert (ended.returncode, b"Traceback" in ended.stderr) == (143, False)
    assert _bytes(folder) == first
    assert _neighbours(folder) == {"cards", "data"}


def test_a_file_that_is_put_in_while_cards_are_made_is_not_lost(
    capsys: Any, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder)
    first = _bytes(folder)

    def contents(*arguments: Any) -> Mapping[str, bytes]:
        (folder / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
        return files.contents(*arguments)

    monkeypatch.setattr("cchc_cli.cli.scorecard_files.contents", contents)
    ended = made(capsys, data, folder)
    assert (ended.code, "ghi chú.txt" in ended.err) == (2, True)
    assert _bytes(folder) == {**first, "ghi chú.txt": "của tôi".encode()}
    assert _neighbours(folder) == {"cards", "data"}


@pytest.mark.parametrize("content", ["[" * 100_000, '{"files": {"ours.html": 3}}', "{}", '{"files": []}'])
def test_a_list_that_is_none_of_ours_is_a_foreign_file(
    capsys: Any, data: Path, tmp_path: Path, content: str
) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "ours.html").write_text("x", encoding="utf-8")
    (folder / "cchc-scorecards.json").write_text(content, encoding="utf-8")
    assert made(capsys, data, folder).code == 2
    assert len(_bytes(folder)) == 2


_HOSTILE = ("<script>alert(1)</script>", '=HYPERLINK("http://a.example")', "Sở \u202e\x07 Y tế", "../../x")


def test_hostile_names_stay_text_and_lead_nowhere(capsys: Any, data: Path, tmp_path: Path) -> None:
    agencies = tmp_path / "agencies.yaml"
    entries = "\n".join(
        f"  - {{code: {code}, name: {{vi: {json.dumps(name)}, en: {json.dumps(name)}}}, group: department}}"
        for code, name in zip(("SNV", "SYT", "X1", "X2"), _HOSTILE, strict=True)
    )
    head = "province: {vi: Nhỏ, en: Small}\ngroups: {department: {level: province}}\nagencies:\n"
    agencies.write_text(f"{head}{entries}\n", encoding="utf-8")
    folder = tmp_path / "cards"
    ended = made(capsys, data, folder, "--agencies", str(agencies), "-f", "xlsx")
    assert ended.code == 1
    pages = [path.read_text(encoding="utf-8") for path in folder.glob("*.html")]
    assert not any("<script>alert" in page or "\u202e" in page for page in pages)
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)
    for path in folder.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path).worksheets:
            assert not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line)
    assert {path.parent for path in tmp_path.rglob("*.html")} == {folder}


def test_every_card_says_what_it_was_made_from_and_the_index_every_input(
    capsys: Any, data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "cards"
    made(capsys, data, folder)
    records = {path.name: _record(path) for path in folder.glob("*.html")}
    assert {record["format"] for record in records.values()} == {"scorecard"}
    assert len({record["inputs_sha256"] for record in records.values()}) == 1
    listed = {name for name, record in records.items() if record["inputs"] is not None}
    assert listed == {"index.html"}


def _record(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(text.partition('id="cchc-provenance">')[2].partition("</script>")[0])
