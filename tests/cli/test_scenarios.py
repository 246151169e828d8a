"""`cchc test`: scenarios against a catalogue, what differs, and what is wrong in the file itself."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import OWN_FILES, Call, call

GIVEN = """
    given:
      - {agency: SNV, period: 2024, figures: {online: 40, received: 50}}
      - {agency: SYT, period: 2024, figures: {online: 39, received: 50}}
"""
HOLDS = f"""
  - title: Thiếu một hồ sơ
    why: Dòng 38 đòi 80%. (40 + 39)/100 = 79%, thiếu một hồ sơ.
    indicator: online
    period: 2024{GIVEN}    expect:
      - {{status: Không đạt, value: 79, bound: 80, shortfall: 1}}
"""
WRONG = f"""
  - title: Mong đợi sai
    why: Viết sai để thử.
    indicator: online{GIVEN}    expect:
      - {{period: 2024, status: Đạt, value: 79.01}}
"""


def try_out(capsys: Any, folder: Path, text: str, *more: str) -> Call:
    (folder / "thu.yaml").write_text(f"scenarios:{text}", encoding="utf-8")
    return call(capsys, "test", "thu.yaml", *OWN_FILES, *more)


def test_what_holds_and_what_no_scenario_covers(capsys: Any, tmp_path: Path) -> None:
    ended = try_out(capsys, tmp_path, HOLDS)
    assert ended.code == 0
    assert "✓ Thiếu một hồ sơ" in ended.out
    assert "Điều khoản chưa có kịch bản: 2" in ended.out
    assert "dòng 42, điểm b: “tối thiểu 85%” (content)" in ended.out
    assert "1/1 kịch bản đúng." in ended.err


def test_what_differs_is_said_with_its_place_and_in_words(capsys: Any, tmp_path: Path) -> None:
    ended = try_out(capsys, tmp_path, HOLDS + WRONG)
    assert ended.code == 1
    assert "✗ Mong đợi sai" in ended.out
    said = " ".join(ended.out.split())
    assert "thu.yaml:19: online · Toàn tỉnh · 2024" in said
    assert "Kết quả: mong đợi Đạt – có Không đạt" in said
    assert "Giá trị: mong đợi 79,01 – có 79" in said
    assert "1/2 kịch bản đúng." in ended.err


def test_quietly_only_what_is_wrong_is_shown(capsys: Any, tmp_path: Path) -> None:
    out = try_out(capsys, tmp_path, HOLDS + WRONG, "-q").out
    assert "Thiếu một hồ sơ" not in out
    assert "✗ Mong đợi sai" in out


def test_in_english_and_for_machines(capsys: Any, tmp_path: Path) -> None:
    assert "Status: expected Đạt, found Missed" in try_out(capsys, tmp_path, WRONG, "--lang", "en").out
    document = json.loads(try_out(capsys, tmp_path, HOLDS + WRONG, "-f", "json").out)
    assert [entry["passed"] for entry in document["scenarios"]] == [True, False]
    suite = ElementTree.fromstring(try_out(capsys, tmp_path, HOLDS + WRONG, "-f", "junit").out)
    assert len(suite.findall(".//testcase")) == 2
    assert len(suite.findall(".//failure")) == 1


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "place", "said"),
    [
        ("indicator: online\n", "indicator: onlin\n", 4, "không có chỉ tiêu “onlin”; có phải là “online”?"),
        ("agency: SNV", "agency: SVN", 7, "không có đơn vị có mã “SVN”; có phải là “SNV”?"),
        ("{online: 40", "{onlin: 40", 7, "không có số liệu “onlin”; có phải là “online”?"),
        ("status: Không đạt", "status: Không dat", 10, "không có kết quả “Không dat”"),
        ("online: 40", "online: 8.5", 7, "8.5"),
        ("online: 40", "online: 400", 10, ""),
        ("period: 2024\n", "period: năm kia\n", 5, "“năm kia” không phải kỳ báo cáo"),
        ("value: 79, ", "valeu: 79, ", 10, "có phải là “value”?"),
        ("    expect:\n", "    mong_doi: 1\n    expect:\n", 9, "mong_doi"),
        ("title: Thiếu một hồ sơ\n    why", "why", 2, "title"),
        ("period: 2024, figures: {online: 39", "period: 2019, figures: {online: 39", 8, "nằm ngoài các năm"),
    ],
)
def test_what_is_wrong_in_the_file_has_its_line_and_its_cure(
    capsys: Any, tmp_path: Path, before: str, after: str, place: int, said: str
) -> None:
    assert before in HOLDS
    ended = try_out(capsys, tmp_path, HOLDS.replace(before, after, 1))
    if not said:
        assert ended.code == 1, "a part above its whole is set aside, so nothing is as expected"
        return
    assert ended.code == 4
    assert f"thu.yaml:{place}:" in ended.err
    assert said in ended.err


def test_an_expectation_about_a_verdict_that_is_not_there_names_those_that_are(
    capsys: Any, tmp_path: Path
) -> None:
    other = HOLDS.replace("{status: Không đạt", "{scope: Cấp xã, status: Không đạt")
    ended = try_out(capsys, tmp_path, other)
    assert ended.code == 4
    assert "không có kết luận ở phạm vi này; có: Toàn tỉnh" in ended.err


def test_nothing_to_run_and_nothing_there(capsys: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert call(capsys, "test", str(tmp_path / "empty"), *OWN_FILES).code == 2
    assert call(capsys, "test", str(tmp_path / "none.yaml"), *OWN_FILES).code == 2
    assert try_out(capsys, tmp_path, " []").code == 4
    assert try_out(capsys, tmp_path, HOLDS, "-f", "html").code == 2


def test_a_changed_catalogue_for_one_scenario_only(capsys: Any, tmp_path: Path) -> None:
    lower = HOLDS.replace(
        "    period: 2024\n",
        "    period: 2024\n    instead:\n      indicators:\n"
        "        - {id: online, targets: {1: {bound: 79}}}\n",
    )
    lower = lower.replace("Thiếu một hồ sơ", "Mức khác").replace(
        "{status: Không đạt, value: 79, bound: 80, shortfall: 1}", "{status: Đạt, bound: 79}"
    )
    ended = try_out(capsys, tmp_path, HOLDS + lower)
    assert ended.code == 0, ended.out + ended.err
