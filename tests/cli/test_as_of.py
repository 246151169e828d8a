"""`--as-of`: every period on the map of one day, from the option to every format."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_cli.run import Run
from tests.cli.calls import OWN_FILES, Call, call, write_matrix

ROWS = [("SNV", "2024", 39, 50, 90, 10, 10), ("SYT", "2024", 40, 50, None, None, None)]
AGENCIES = """
groups: {department: {level: province}}
agencies:
  - {code: SNV, name: {vi: Sở Nội vụ, en: Department of Home Affairs}, group: department}
  - {code: SYT, name: {vi: Sở Y tế, en: Department of Health}, group: department, MORE}
  - {code: STP, name: {vi: Sở Tư pháp, en: Department of Justice}, group: department}
"""
MERGED = "valid_until: 2025-02-28, successors: [SNV]"
SPLIT = "valid_until: 2025-02-28, successors: [SNV, STP]"
ENDED = "valid_until: 2025-02-28"


@pytest.fixture
def asked(capsys: Any, tmp_path: Path) -> Any:
    """Evaluates 2024 with a registry in which the Department of Health ends in one of these ways."""
    workbook = str(write_matrix(tmp_path / "a.xlsx", ROWS))

    def ask(ending: str, *arguments: str, command: str = "evaluate") -> Call:
        agencies = tmp_path / "agencies.yaml"
        agencies.write_text(AGENCIES.replace("MORE", ending), encoding="utf-8")
        what = ("online",) if command == "why" else ()
        files = (*OWN_FILES[:2], "--agencies", str(agencies))
        return call(capsys, command, *what, workbook, *files, *arguments)

    return ask


def _rows(ended: Call) -> dict[str, tuple[Any, ...]]:
    return {
        verdict["scope"]["code"]: (verdict["numerator"], verdict["denominator"], verdict["reason"])
        for verdict in json.loads(ended.out)["verdicts"]
        if verdict["indicator"] == "online"
    }


def test_merged_agencies_are_added_up_and_the_run_says_on_which_map(asked: Any) -> None:
    own = asked(MERGED, "--by", "agency", "-f", "json")
    restated = asked(MERGED, "--by", "agency", "-f", "json", "--as-of", "2025-07-01")
    assert json.loads(own.out)["as_of"] is None
    run = json.loads(restated.out)
    assert run["as_of"] == "2025-07-01"
    Draft202012Validator(Run.model_json_schema()).validate(run)
    assert _rows(own)["SYT"] == (40, 50, None)
    assert _rows(own)["province"] == _rows(restated)["province"] == (79, 100, None)
    assert _rows(restated)["SNV"] == (79, 100, None)
    assert "SYT" not in _rows(restated)


def test_what_was_split_is_left_out_with_a_finding(asked: Any) -> None:
    ended = asked(SPLIT, "--by", "agency", "-f", "json", "--as-of", "01/07/2025")
    rows = _rows(ended)
    assert rows["SNV"] == rows["STP"] == (None, None, "map-changed")
    assert rows["province"] == (79, 100, None)
    (finding,) = [one for one in json.loads(ended.out)["findings"] if one["code"] == "split-not-restated"]
    assert (finding["agency"], finding["period"], finding["severity"]) == ("SYT", "2024", "info")
    assert "Sở Nội vụ (SNV); Sở Tư pháp (STP)" in finding["message"]


def test_it_changes_no_exit_code_of_its_own(asked: Any) -> None:
    codes = [asked(ending, "--as-of", "2025-07-01").code for ending in (MERGED, SPLIT, ENDED)]
    assert codes == [asked(MERGED).code] * 3


@pytest.mark.parametrize("format_name", ["table", "markdown"])
def test_reports_say_it_in_their_heading(asked: Any, format_name: str) -> None:
    ended = asked(MERGED, "-f", format_name, "--as-of", "2025-07-01")
    assert "Quy về danh mục đơn vị ngày 01/07/2025" in ended.out
    assert "Quy về" not in asked(MERGED, "-f", format_name).out
    english = asked(MERGED, "-f", format_name, "--as-of", "2025-07-01", "--lang", "en")
    assert "On the map of 01/07/2025" in english.out


def test_every_row_of_the_csv_says_it(asked: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(asked(MERGED, "-f", "csv", "--as-of", "2025-07-01").out)))
    assert {row["as_of"] for row in rows} == {"2025-07-01"}
    own = list(csv.DictReader(io.StringIO(asked(MERGED, "-f", "csv").out)))
    assert {row["as_of"] for row in own} == {""}


def test_why_explains_on_the_same_map(asked: Any) -> None:
    arguments = ("--agency", "SNV", "--as-of", "2025-07-01")
    ended = asked(MERGED, *arguments, command="why")
    assert "Quy về danh mục đơn vị ngày 01/07/2025" in " ".join(ended.out.split())
    run = json.loads(asked(MERGED, *arguments, "-f", "json", command="why").out)
    assert {cell["value"] for cell in run["verdicts"][0]["cells"]} == {39, 40, 50}


def test_why_names_whose_figures_a_withheld_row_would_need(asked: Any) -> None:
    said = " ".join(asked(SPLIT, "--agency", "SNV", "--as-of", "2025-07-01", command="why").out.split())
    assert "Sở Nội vụ: 39 / 50" in said
    assert "một phần, không rõ bao nhiêu, của Sở Y tế" in said
    assert "Số liệu!C2: 39 (online)" in said


@pytest.mark.parametrize(
    ("ending", "arguments", "message"),
    [
        (MERGED, ("--as-of", "2025-02-30"), "--as-of: “2025-02-30” không phải ngày"),
        (MERGED, ("--as-of", "9999-12-31"), "--as-of: “9999-12-31” không phải ngày của báo cáo nào"),
        (MERGED, ("--as-of", "2025-07-01", "--agency", "SYT"), "hãy dùng SNV (Sở Nội vụ)"),
        (SPLIT, ("--as-of", "2025-07-01", "--agency", "SYT"), "hãy dùng SNV (Sở Nội vụ), STP (Sở Tư pháp)"),
        (
            ENDED,
            ("--as-of", "2025-07-01", "--agency", "SYT"),
            "danh mục ngày 01/07/2025 không có đơn vị “SYT”",
        ),
    ],
)
def test_what_cannot_be_meant_is_said(
    asked: Any, ending: str, arguments: tuple[str, ...], message: str
) -> None:
    ended = asked(ending, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
