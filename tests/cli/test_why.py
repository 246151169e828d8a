"""`cchc why`: from a figure down to its cells and up to its clause."""

import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.cli.calls import MISSED, OWN_FILES, call, write_matrix


def test_cells_sums_bound_and_clause(capsys: Any, missed: str) -> None:
    ended = call(capsys, "why", "online", missed, *OWN_FILES, "-f", "markdown")
    assert ended.code == 0
    for part in (
        "Tử số: 79 hồ sơ",
        "Sở Nội vụ: 39 / 50 = 78,00%; chiếm 50,00% mẫu số",
        "Số liệu!C2: 39 (online)",
        "Nếu không có Sở Nội vụ thì đạt 80,00%; bằng hoặc trên mức phải đạt; đơn vị này 78,00%",
        "Giá trị: 79 / 100 × 100 = 79,000000%",
        "Mức phải đạt: ≥ 80%",
        "(dòng 38): “tối thiểu 80%”",
        "online, dòng ",
    ):
        assert part in ended.out


def test_a_tree_for_the_terminal_in_english(capsys: Any, missed: str) -> None:
    ended = call(capsys, "why", "online", missed, *OWN_FILES, "--lang", "en")
    assert "├── ✗ Missed" in ended.out
    assert "Department of Health: 40 / 50 = 80.00%" in ended.out


def test_the_cells_of_one_agency_only(capsys: Any, missed: str) -> None:
    out = call(capsys, "why", "online", missed, *OWN_FILES, "--agency", "SYT", "-f", "markdown").out
    assert "Số liệu!C3" in out
    assert "Số liệu!C2" not in out


def test_json_carries_the_cells_of_pooled_figures(capsys: Any, missed: str) -> None:
    document = json.loads(call(capsys, "why", "online", missed, *OWN_FILES, "-f", "json").out)
    (verdict,) = document["verdicts"]
    assert sorted(cell["cell"] for cell in verdict["cells"]) == ["C2", "C3", "D2", "D3"]


def test_an_indicator_that_is_not_there(capsys: Any, missed: str) -> None:
    ended = call(capsys, "why", "onlne", missed, *OWN_FILES)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("INDICATOR: không có “onlne”; có phải là “online”?")


def test_nothing_usable_is_3_and_says_what_is_wrong(capsys: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"no workbook")
    ended = call(capsys, "why", "online", str(path), *OWN_FILES)
    assert ended.code == 3
    assert "Không đọc được tệp (file-unreadable): 1" in ended.err
    assert "Cách xử lý: Mở tệp gốc" in ended.err
    assert ended.err.rstrip().endswith("Mã thoát 3: không có số liệu nào dùng được.")


def test_what_was_read_and_which_periods_are_explained(capsys: Any, missed: str) -> None:
    ended = call(capsys, "why", "online", missed, *OWN_FILES, "--lang", "en")
    assert "Files read: 1;" in ended.err
    assert "Periods evaluated: year 2024." in ended.err
    assert ended.err.rstrip().endswith("Exit code 0: explained.")


def test_who_wants_quiet_gets_the_explanation_only(capsys: Any, missed: str) -> None:
    told, quiet = (call(capsys, "why", "online", missed, *OWN_FILES, *more) for more in ((), ("-q",)))
    assert (quiet.code, quiet.out, quiet.err) == (told.code, told.out, "")


def test_every_cell_named_holds_its_figure(capsys: Any, missed: str) -> None:
    document = json.loads(call(capsys, "why", "online", missed, *OWN_FILES, "-f", "json").out)
    (trace,) = document["traces"]
    members = [member for end in trace["ends"] for pool in end["pools"] for member in pool["members"]]
    cells = [cell for member in members for figure in member["figures"] for cell in figure["cells"]]
    workbook = load_workbook(missed)
    assert [workbook[cell["sheet"]][cell["cell"]].value for cell in cells] == [
        cell["value"] for cell in cells
    ]
    assert len(cells) == 4
    assert "observations" not in document


def test_a_contradiction_is_shown_with_both_cells(capsys: Any, tmp_path: Path) -> None:
    first = str(write_matrix(tmp_path / "a.xlsx", MISSED))
    second = str(write_matrix(tmp_path / "b.xlsx", [("SNV", "2024", 38)]))
    out = call(capsys, "why", "online", first, second, *OWN_FILES, "-f", "markdown").out
    assert "Số liệu!C2: 39 (online), không dùng: conflicting-observation" in out
    assert "Số liệu!C2: 38 (online), không dùng: conflicting-observation" in out
    assert "Sở Y tế: 40 / 50 = 80,00%" in out
