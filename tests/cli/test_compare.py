"""`cchc compare`: what changed between two sets of submissions or two saved runs."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_cli.comparison.records import ComparisonRecord
from tests.cli.calls import MET, OWN_FILES, Call, call, write_matrix
from tests.intake.workbooks import write_workbook

LAST_YEAR = [("SNV", "2023", 30, 50, 80, 10, 9), ("SYT", "2023", 30, 50, None, None, None)]


def compare(capsys: Any, old: Path | str, new: Path | str, *more: str) -> Call:
    return call(capsys, "compare", str(old), str(new), *OWN_FILES, *more)


def changed(capsys: Any, old: Path | str, new: Path | str, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(compare(capsys, old, new, *more, "-f", "json").out)
    Draft202012Validator(ComparisonRecord.model_json_schema()).validate(found)
    return found


def save(capsys: Any, path: str, into: Path, *more: str) -> Path:
    call(capsys, "evaluate", path, *OWN_FILES, "-q", "-o", str(into), *more)
    return into


def corrected(folder: Path, met: str, *, online: int) -> Path:
    """A folder with the workbook and a correction of one figure."""
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(Path(met).read_bytes())
    information = [("Mã đơn vị", "SNV"), ("Kỳ báo cáo", "2024"), ("Loại báo cáo", "Đính chính"), ("Lần", 1)]
    head = ("Nội dung báo cáo", "Số liệu kỳ báo cáo", "Mã số liệu")
    figures = [head, ("Hồ sơ trực tuyến", online, "online")]
    write_workbook(folder / "b.xlsx", {"Thông tin": information, "Số liệu": figures})
    return folder


def test_a_verdict_that_flipped_is_said_first(capsys: Any, met: str, missed: str) -> None:
    ended = compare(capsys, met, missed)
    assert ended.code == 0
    assert "KÉM HƠN TRƯỚC (1)" in ended.out
    assert "✓ Đạt" in ended.out and "✗ Không đạt" in ended.out
    assert "-6,00 điểm" in ended.out
    assert "Mã thoát 0: đã so sánh." in ended.err
    found = changed(capsys, met, missed)
    (change,) = found["changes"]
    assert (change["indicator"], change["flip"], change["difference"]) == ("online", "worse", -6)
    assert [row["indicator"] for row in found["new_missed"]] == ["online"]


def test_a_scheduled_job_fails_on_what_is_newly_missed(capsys: Any, met: str, missed: str) -> None:
    assert compare(capsys, met, missed, "--fail-on", "new-missed").code == 1
    assert compare(capsys, missed, met, "--fail-on", "new-missed").code == 0
    assert compare(capsys, met, missed, "--fail-on", "missed").code == 2, "only what is new can count"


def test_a_corrected_figure_is_named_with_both_values(capsys: Any, met: str, tmp_path: Path) -> None:
    found = changed(capsys, met, corrected(tmp_path / "new", met, online=50))
    (correction,) = found["corrections"]
    assert (correction["old"]["value"], correction["new"]["value"]) == (45, 50)
    assert (correction["old"]["cell"], correction["new"]["file"].endswith("b.xlsx")) == ("C2", True)


def test_findings_that_are_new_and_that_were_mended(capsys: Any, met: str, tmp_path: Path) -> None:
    wrong = [("SNV", "2024", -45, 50, 90, 10, 10), *MET[1:]]
    broken = str(write_matrix(tmp_path / "broken.xlsx", wrong))
    new = changed(capsys, met, broken)["findings"]
    assert [found["code"] for found in new["new"]] == ["value-negative"]
    assert changed(capsys, broken, met)["findings"]["fixed"][0]["code"] == "value-negative"


def test_periods_without_a_counterpart_stand_newest_against_newest(
    capsys: Any, met: str, tmp_path: Path
) -> None:
    before = write_matrix(tmp_path / "2023.xlsx", LAST_YEAR)
    ended = compare(capsys, before, met)
    assert "Kỳ: năm 2024 so với năm 2023." in ended.out
    assert "MỤC TIÊU MỚI CÓ HIỆU LỰC" in ended.out
    assert changed(capsys, before, met)["findings"] is None


def test_saved_runs_and_workbooks_say_the_same(capsys: Any, met: str, missed: str, tmp_path: Path) -> None:
    old = save(capsys, met, tmp_path / "old.json", "--with", "observations")
    new = save(capsys, missed, tmp_path / "new.json", "--with", "observations", "--lang", "en")
    of_workbooks, of_runs = changed(capsys, met, missed), changed(capsys, old, new)
    for name in ("changes", "new_missed", "periods", "stopped", "started"):
        assert of_workbooks[name] == of_runs[name]
    assert changed(capsys, old, missed)["changes"] == of_runs["changes"]


def test_a_saved_run_without_its_figures_cannot_show_corrections(
    capsys: Any, met: str, missed: str, tmp_path: Path
) -> None:
    old = save(capsys, met, tmp_path / "old.json")
    assert changed(capsys, old, missed)["corrections"] is None
    assert "không thấy được số liệu đính chính" in " ".join(compare(capsys, old, missed).out.split())


def test_an_agency_that_no_longer_reports_is_named(capsys: Any, met: str, tmp_path: Path) -> None:
    fewer = write_matrix(tmp_path / "fewer.xlsx", [MET[0], ("SYT", "2024", None, 50, None, None, None)])
    (stopped,) = changed(capsys, met, fewer)["stopped"]
    assert (stopped["agency"]["code"], stopped["indicators"]) == ("SYT", ["online"])
    assert "Sở Y tế" in compare(capsys, met, fewer).out


def test_nothing_changed_is_said(capsys: Any, met: str, tmp_path: Path) -> None:
    again = write_matrix(tmp_path / "again.xlsx", MET)
    assert "Không có gì thay đổi." in compare(capsys, met, again).out


def test_markdown_and_english(capsys: Any, met: str, missed: str) -> None:
    out = compare(capsys, met, missed, "-f", "markdown", "--lang", "en").out
    assert "| Dossiers online" in out
    assert "✗ Missed" in out


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("x", "không phải tệp JSON"),
        ("{}", "không phải kết quả đã lưu"),
        ('{"schema_version": "7", "findings": [], "verdicts": []}', "phiên bản cchc khác"),
    ],
)
def test_what_is_no_saved_run_is_wrong_usage(
    capsys: Any, met: str, tmp_path: Path, content: str, why: str
) -> None:
    (tmp_path / "old.json").write_text(content, encoding="utf-8")
    ended = compare(capsys, tmp_path / "old.json", met)
    assert (ended.code, ended.out) == (2, "")
    assert why in ended.err


def test_one_set_against_itself_an_empty_folder_and_a_wrong_path(
    capsys: Any, met: str, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert compare(capsys, met, met).code == 2
    assert compare(capsys, tmp_path / "empty", met).code == 2
    for old, new in ((tmp_path / "nowhere", met), (tmp_path / "nowhere", tmp_path / "nowhere")):
        ended = compare(capsys, old, new)
        assert (ended.code, ended.out) == (2, "")
        assert "OLD: không thấy tệp hoặc thư mục" in ended.err


def test_nothing_usable_on_a_side_is_3(capsys: Any, met: str, tmp_path: Path) -> None:
    blank = write_matrix(tmp_path / "blank.xlsx", [])
    assert compare(capsys, met, blank).code == 3


def test_the_sides_are_not_overwritten(capsys: Any, met: str, missed: str, tmp_path: Path) -> None:
    old = save(capsys, met, tmp_path / "old.json")
    before = old.read_bytes()
    assert compare(capsys, old, missed, "-o", str(old)).code == 2
    assert old.read_bytes() == before


def test_a_saved_run_cannot_be_put_on_another_map(capsys: Any, met: str, missed: str, tmp_path: Path) -> None:
    old = save(capsys, met, tmp_path / "old.json")
    ended = compare(capsys, old, missed, "--as-of", "2025-07-01")
    assert (ended.code, ended.out) == (2, "")
    assert "không quy về danh mục đơn vị ngày 01/07/2025" in ended.err
    same = save(capsys, met, tmp_path / "same.json", "--as-of", "2025-07-01")
    assert changed(capsys, same, missed)["new"]["as_of"] == "2025-07-01", "workbooks follow the saved run"
