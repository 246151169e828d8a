"""`cchc test`: what it prints, in which formats, and how it ends."""

import json
from pathlib import Path
from typing import Any

from junitparser import JUnitXml

from tests.cli.calls import OWN_FILES, call

SCENARIOS = """\
about: Hai kịch bản
scenarios:
  - title: Đủ mức là đạt
    why: Dòng 1.
    period: 2024
    indicator: online
    given:
      - {agency: SNV, figures: {online: 45, received: 50}}
      - {figures: {online: 40, received: 50}}
    expect:
      - {status: Đạt, value: 85, numerator: 85}
  - title: Viết sai mong đợi
    why: Dòng 1.
    period: 2024
    indicator: online
    given:
      - {figures: {online: 39, received: 50}}
    expect:
      - {status: Đạt, value: 80, shortfall: null}
"""


def written(folder: Path, text: str = SCENARIOS, name: str = "a.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_differs_is_told_beside_what_was_expected(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "test", written(tmp_path), *OWN_FILES)
    lines = [line.strip() for line in ended.out.splitlines()]
    assert ended.code == 1
    assert "✓ Đủ mức là đạt" in lines
    assert "✗ Viết sai mong đợi" in lines
    assert "Kết quả: mong đợi Đạt – có Không đạt" in lines
    assert "Giá trị: mong đợi 80 – có 78" in lines
    assert "Còn thiếu: mong đợi không có – có 2" in lines
    assert "a.yaml:19: online · Toàn tỉnh · 2024" in lines
    assert ended.err.splitlines() == ["1/2 kịch bản đúng."]


def test_a_zero_or_a_no_that_was_expected_is_told(capsys: Any, tmp_path: Path) -> None:
    expected = "{pace: {reached_early: false}, last_known: {value: 0}}"
    text = SCENARIOS.replace("{status: Đạt, value: 80, shortfall: null}", expected)
    lines = [
        line.strip() for line in call(capsys, "test", written(tmp_path, text), *OWN_FILES).out.splitlines()
    ]
    assert "Tiến độ (ước tính): mong đợi đạt sớm không – có không có" in lines
    assert "Kết quả gần nhất: mong đợi giá trị 0 – có không có" in lines


def test_quiet_leaves_out_what_holds(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "test", written(tmp_path), *OWN_FILES, "-q", "--lang", "en")
    assert ended.code == 1
    assert "Đủ mức là đạt" not in ended.out
    assert "Status: expected Met, found Missed" in ended.out
    assert ended.err == "1 of 2 scenarios hold.\n"


def test_the_clauses_that_no_scenario_covers_are_listed(capsys: Any, tmp_path: Path) -> None:
    holding = SCENARIOS.partition("  - title: Viết sai")[0]
    ended = call(capsys, "test", written(tmp_path, holding), *OWN_FILES)
    assert ended.code == 0
    assert "Điều khoản chưa có kịch bản: 2" in ended.out
    assert ended.err == "1/1 kịch bản đúng.\n"
    listed = json.loads(call(capsys, "test", written(tmp_path, holding), *OWN_FILES, "-f", "json").out)
    assert [clause["indicator"] for clause in listed["uncovered"]] == ["content", "meetings"]
    assert set(listed["uncovered"][0]) == {"indicator", "document", "place", "line", "quote"}


def test_json_says_everything_in_both_languages(capsys: Any, tmp_path: Path) -> None:
    document = json.loads(call(capsys, "test", written(tmp_path), *OWN_FILES, "-f", "json").out)
    assert document["summary"] == {"scenarios": 2, "passed": 1, "failed": 1}
    right, wrong = document["scenarios"]
    assert (right["passed"], right["line"], wrong["passed"], wrong["line"]) == (True, 3, False, 12)
    (expectation,) = wrong["expectations"]
    assert expectation["scope"] == {"kind": "province", "code": "province"}
    assert expectation["differences"][0] == {
        "key": "status",
        "expected": {"vi": "Đạt", "en": "Met"},
        "found": {"vi": "Không đạt", "en": "Missed"},
    }


def test_junit_has_a_case_for_each_scenario(capsys: Any, tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, SCENARIOS.replace("{status: Đạt, value: 80, shortfall: null}", "{value: 78}"), "b.yaml")
    ended = call(capsys, "test", str(tmp_path), *OWN_FILES, "-f", "junit")
    report = JUnitXml.fromstring(ended.out.encode())
    assert (ended.code, report.tests, report.failures) == (1, 4, 1)
    assert [(suite.name, suite.tests, suite.failures) for suite in report] == [
        (str(tmp_path / "a.yaml"), 2, 1),
        (str(tmp_path / "b.yaml"), 2, 0),
    ]


def test_every_fault_of_every_file_is_said_and_nothing_is_run(capsys: Any, tmp_path: Path) -> None:
    written(tmp_path, SCENARIOS.replace("45", '"45 hồ sơ"'))
    written(tmp_path, SCENARIOS.replace("indicator: online", "indicator: onlin"), "b.yaml")
    written(tmp_path, "scenarios: [", "c.yml")
    ended = call(capsys, "test", str(tmp_path), *OWN_FILES)
    assert (ended.code, ended.out) == (4, "")
    assert {line.partition(":")[0].rpartition("/")[2] for line in ended.err.splitlines()} == {
        "a.yaml",
        "b.yaml",
        "c.yml",
    }


def test_what_is_no_scenario_file_is_told(capsys: Any, tmp_path: Path) -> None:
    assert call(capsys, "test", str(tmp_path / "none.yaml")).code == 2
    assert call(capsys, "test", str(tmp_path)).code == 2
    assert call(capsys, "test", written(tmp_path, "programme: {}")).code == 4
    assert call(capsys, "test", written(tmp_path, ""), *OWN_FILES).code == 4
    assert call(capsys, "test", written(tmp_path), "-f", "csv").code == 2
    missing = call(capsys, "test", written(tmp_path), "--targets", str(tmp_path / "none.yaml"))
    assert missing.code == 2
    assert "--targets" in missing.err


def test_a_file_reached_twice_is_run_once(capsys: Any, tmp_path: Path) -> None:
    path = written(tmp_path)
    document = json.loads(call(capsys, "test", path, str(tmp_path), path, *OWN_FILES, "-f", "json").out)
    assert document["summary"]["scenarios"] == 2


def test_text_of_a_file_cannot_steer_the_terminal(capsys: Any, tmp_path: Path) -> None:
    text = SCENARIOS.replace("Đủ mức là đạt", '"\\e[31mĐỏ"')
    assert "\x1b" not in call(capsys, "test", written(tmp_path, text), *OWN_FILES).out


def test_a_part_above_its_whole_is_set_aside_as_it_is_in_a_workbook(capsys: Any, tmp_path: Path) -> None:
    ended = call(
        capsys, "test", written(tmp_path, SCENARIOS.replace("online: 45", "online: 450")), *OWN_FILES
    )
    assert ended.code == 1
    assert "Tử số: mong đợi 85 – có 40" in ended.out


def test_a_changed_catalogue_is_there_for_one_scenario_only(capsys: Any, tmp_path: Path) -> None:
    changed = "    instead: {indicators: [{id: online, targets: {1: {bound: 78}}}]}\n    given:\n"
    first, second = SCENARIOS.split("    given:\n      - {figures: {online: 39")
    text = f"{first}{changed}      - {{figures: {{online: 39{second}"
    text = text.replace("{status: Đạt, value: 80, shortfall: null}", "{status: Đạt, bound: 78}")
    ended = call(capsys, "test", written(tmp_path, text), *OWN_FILES)
    assert ended.code == 0, ended.out
