"""`cchc layouts list|lint`."""

import json
from pathlib import Path
from typing import Any

from tests.cli.calls import MET, OWN_FILES, call, write_matrix

TARGETS = OWN_FILES[:2]
LAYOUT = """\
id: own
name: {vi: Của tôi, en: Mine}
source: hệ thống
header_rows: 1
columns:
  - {header: Tiếp nhận, item: received}
"""


def written(folder: Path, text: str, name: str = "layout.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_list_names_every_layout_with_its_source_and_items(capsys: Any) -> None:
    layouts = json.loads(call(capsys, "layouts", "list", "-f", "json").out)["layouts"]
    assert [(layout["id"], layout["kind"]) for layout in layouts] == [
        ("form", "own"),
        ("matrix", "own"),
        ("form-06", "mapped"),
    ]
    form, *_, form_06 = layouts
    assert form["items"] is None
    assert form_06["items"][:2] == ["dossiers-online", "dossiers-direct"]
    assert form_06["source"] == "Thông tư 01/2020/TT-VPCP"
    assert set(form_06["name"]) == {"vi", "en"}


def test_the_list_is_a_table_in_the_readers_language(capsys: Any) -> None:
    vietnamese = call(capsys, "layouts", "list").out
    assert "Biểu số 06/VPCP/KSTT" in vietnamese
    assert "mọi số liệu của danh mục" in vietnamese
    assert "dossiers-pending-overdue" in vietnamese
    english = call(capsys, "layouts", "list", "--lang", "en")
    assert english.code == 0
    assert "every item of the catalogue" in english.out
    assert max(map(len, english.out.splitlines())) <= 80
    assert call(capsys, "layouts", "list", "-f", "csv").code == 2


def test_what_is_shipped_and_what_is_sound_has_nothing_to_mend(capsys: Any, tmp_path: Path) -> None:
    assert call(capsys, "layouts", "lint") == (0, "Không có mâu thuẫn nào.\n", "")
    path = written(tmp_path, LAYOUT)
    assert call(capsys, "layouts", "lint", path, *TARGETS) == (0, "Không có mâu thuẫn nào.\n", "")


def test_every_mistake_of_every_file_is_said(capsys: Any, tmp_path: Path) -> None:
    unknown = written(tmp_path, LAYOUT.replace("received", "receivd"), "a.yaml")
    invalid = written(tmp_path, LAYOUT.replace("header_rows", "header_row"), "b.yaml")
    taken = written(tmp_path, LAYOUT.replace("id: own", "id: matrix"), "c.yaml")
    ended = call(capsys, "layouts", "lint", unknown, invalid, taken, *TARGETS, "--lang", "en")
    assert ended.code == 4
    assert ended.err == ""
    lines = ended.out.splitlines()
    assert lines[0].startswith(f"{unknown}:6:25: there is no item 'receivd'")
    assert lines[0].endswith("did you mean 'received'?")
    assert {line.partition(".yaml:")[0][-1] for line in lines} == {"a", "b", "c"}


def test_a_file_that_is_not_there_is_wrong_usage(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "layouts", "lint", str(tmp_path / "none.yaml"))
    assert (ended.code, ended.out) == (2, "")
    assert "none.yaml" in ended.err


def test_an_invalid_layout_ends_an_evaluation(capsys: Any, tmp_path: Path) -> None:
    write_matrix(tmp_path / "a.xlsx", MET)
    path = written(tmp_path, LAYOUT + 'period: {file_name: "(20"}\n')
    ended = call(capsys, "evaluate", str(tmp_path), *OWN_FILES, "--layout", path)
    assert (ended.code, ended.out) == (4, "")
    assert f"{path}:7:10: file_name: biểu thức chính quy “(20” viết sai" in ended.err
