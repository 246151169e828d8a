"""`cchc evaluate --baseline run.json --fail-on new-missed`: a scheduled job fails on what is new only."""

import json
from pathlib import Path
from typing import Any

from tests.cli.calls import MET, OWN_FILES, Call, call, write_matrix

NEXT_YEAR = [("SNV", "2025", 39, 50, 90, 10, 10), ("SYT", "2025", 40, 50, None, None, None)]


def evaluate(capsys: Any, path: str | Path, *more: str) -> Call:
    return call(capsys, "evaluate", str(path), *OWN_FILES, *more)


def saved(capsys: Any, path: str, into: Path) -> str:
    evaluate(capsys, path, "-q", "-o", str(into))
    return str(into)


def test_what_was_missed_before_is_no_failure(capsys: Any, missed: str, tmp_path: Path) -> None:
    known = saved(capsys, missed, tmp_path / "known.json")
    ended = evaluate(capsys, missed, "--baseline", known, "--fail-on", "new-missed")
    assert ended.code == 0
    assert "đã không đạt từ trước: 1" in ended.err
    assert evaluate(capsys, missed, "--baseline", known).code == 1, "missed counts unless said otherwise"


def test_what_is_newly_missed_fails_and_is_named(capsys: Any, met: str, missed: str, tmp_path: Path) -> None:
    known = saved(capsys, met, tmp_path / "known.json")
    ended = evaluate(capsys, missed, "--baseline", known, "--fail-on", "new-missed")
    assert ended.code == 1
    assert "✗ Tỷ lệ hồ sơ trực tuyến (Toàn tỉnh): 79,00%" in ended.err


def test_another_period_is_another_verdict(capsys: Any, missed: str, tmp_path: Path) -> None:
    known = saved(capsys, missed, tmp_path / "known.json")
    later = write_matrix(tmp_path / "later.xlsx", NEXT_YEAR)
    ended = evaluate(capsys, later, "--baseline", known, "--fail-on", "new-missed")
    assert ended.code == 1
    assert "không có kết quả của năm 2025" in ended.err


def test_another_map_is_told(capsys: Any, missed: str, tmp_path: Path) -> None:
    known = saved(capsys, missed, tmp_path / "known.json")
    asked = ("--baseline", known, "--fail-on", "new-missed")
    ended = evaluate(capsys, missed, *asked, "--as-of", "2025-07-01")
    assert "quy về danh mục đơn vị của hai ngày khác nhau" in ended.err
    assert "--as-of" not in evaluate(capsys, missed, *asked).err


def test_findings_that_are_known_neither_show_nor_count(capsys: Any, tmp_path: Path) -> None:
    wrong = write_matrix(tmp_path / "wrong.xlsx", [("SNV", "2024", -1, 50, 90, 10, 10), *MET[1:]])
    assert evaluate(capsys, wrong).code == 3
    known = saved(capsys, str(wrong), tmp_path / "known.json")
    ended = evaluate(capsys, wrong, "--baseline", known, "--fail-on", "new-missed,invalid", "-f", "json")
    assert ended.code == 0
    assert json.loads(ended.out)["findings"] == []


def test_new_missed_needs_a_baseline_with_verdicts_of_this_programme(
    capsys: Any, missed: str, tmp_path: Path
) -> None:
    ended = evaluate(capsys, missed, "--fail-on", "new-missed")
    assert (ended.code, ended.out) == (2, "")
    assert "cần --baseline TỆP.json" in ended.err
    known = Path(saved(capsys, missed, tmp_path / "known.json"))
    document = json.loads(known.read_bytes())
    document["programme"]["id"] = "another"
    known.write_text(json.dumps(document), encoding="utf-8")
    other = evaluate(capsys, missed, "--baseline", str(known), "--fail-on", "new-missed")
    assert other.code == 2
    assert "chương trình khác" in other.err


def test_a_run_of_validate_has_no_verdicts_and_says_so(capsys: Any, missed: str, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    call(capsys, "validate", missed, *OWN_FILES, "-o", str(known))
    ended = evaluate(capsys, missed, "--baseline", str(known), "--fail-on", "new-missed")
    assert ended.code == 1
    assert "không có kết quả đánh giá" in ended.err
