"""`--as-of`: every period on the map of one day, for evaluate and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import MET, OWN_FILES, call, write_matrix

AGENCIES = """
groups:
  department: {level: province}
agencies:
  - {code: SNV, name: {vi: Sở Nội vụ, en: Department of Home Affairs}, group: department}
  - {code: SYT, name: {vi: Sở Y tế, en: Department of Health}, group: department, valid_until: 2024-12-31,
     successors: [SYM]}
  - {code: SXH, name: {vi: Sở Xã hội, en: Department of Welfare}, group: department, valid_until: 2024-12-31,
     successors: [SYM]}
  - {code: SYM, name: {vi: Sở Y tế mới, en: New Department of Health}, group: department,
     valid_from: 2025-01-01}
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    """What a call about the merged departments is given: the matrix, the catalogue, the registry."""
    path = tmp_path / "agencies.yaml"
    path.write_text(AGENCIES, encoding="utf-8")
    matrix = write_matrix(tmp_path / "a.xlsx", [*MET, ("SXH", "2024", 10, 50, None, None, None)])
    return str(matrix), *OWN_FILES[:2], "--agencies", str(path)


def test_merged_agencies_are_one_row_and_the_report_says_on_which_map(
    capsys: Any, files: tuple[str, ...]
) -> None:
    asked = ("evaluate", *files, "--as-of", "2025-01-01", "--by", "agency")
    document = json.loads(call(capsys, *asked, "-f", "json").out)
    assert document["as_of"] == "2025-01-01"
    rows = {one["scope"]["code"]: one for one in document["verdicts"] if one["indicator"] == "online"}
    assert rows.keys() == {"province", "SNV", "SYM"}
    assert (rows["SYM"]["numerator"], rows["SYM"]["denominator"]) == (50, 100)
    assert (rows["province"]["numerator"], rows["province"]["denominator"]) == (95, 150)
    for form in ("table", "markdown"):
        assert "Quy về danh mục đơn vị ngày 01/01/2025" in call(capsys, *asked, "-f", form).out
    assert "On the map of 01/01/2025" in call(capsys, *asked, "--lang", "en").out
    assert "2025-01-01" in call(capsys, *asked, "-f", "csv").out.splitlines()[1]


def test_without_it_each_period_is_on_its_own_map(capsys: Any, files: tuple[str, ...]) -> None:
    asked = ("evaluate", *files, "--by", "agency")
    document = json.loads(call(capsys, *asked, "-f", "json").out)
    assert document["as_of"] is None
    assert {one["scope"]["code"] for one in document["verdicts"]} == {"province", "SNV", "SYT", "SXH"}
    assert "Quy về" not in call(capsys, *asked).out


def test_why_goes_down_to_the_cells_of_the_merged_agencies(capsys: Any, files: tuple[str, ...]) -> None:
    asked = ("why", "online", *files, "--as-of", "2025-01-01", "--agency", "SYM", "-f", "markdown")
    out = call(capsys, *asked).out
    assert "Sở Y tế mới, Năm 2024. Quy về danh mục đơn vị ngày 01/01/2025" in out
    for part in ("Sở Y tế", "Sở Xã hội", "Số liệu!C3", "Số liệu!C4"):
        assert part in out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as-of", "01-2025"), "--as-of"),
        (("--as-of", "2025-01-01", "--agency", "SYT"), "hãy dùng SYM (Sở Y tế mới)"),
        (("--as-of", "2024-12-31", "--agency", "SYM"), "hãy dùng SYT (Sở Y tế), SXH (Sở Xã hội)"),
    ],
)
def test_a_day_or_an_agency_that_is_not_there_is_a_wrong_call(
    capsys: Any, files: tuple[str, ...], options: tuple[str, ...], said: str
) -> None:
    ended = call(capsys, "evaluate", *files, *options)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
