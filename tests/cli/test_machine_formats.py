"""What `cchc evaluate` writes for machines says what its exit code says."""

import os
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from tests.cli.calls import MET, MISSED, OWN_FILES, call, write_matrix

BELOW = [("SNV", "2024", 50, 50, 90, 10, 10), ("SYT", "2024", 35, 50, None, None, None)]
WRONG = [("SNV", "2024", -1, 50, 90, 10, 10), ("SYT", "2024", 40, 50, None, None, None)]
ONE = [("SYT", "2024", 30, 50, None, None, None)]
BY_AGENCY = ["--by", "agency"]


@pytest.mark.parametrize(
    "rows", [MET, MISSED, BELOW, WRONG, ONE], ids=["met", "missed", "below", "wrong", "one"]
)
@pytest.mark.parametrize(
    "options",
    [
        [],
        BY_AGENCY,
        ["--by", "level"],
        ["--agency", "SYT"],
        ["--agency", "SNV"],
        ["--agency", "SYT", "--agency", "SNV"],
        ["--agency", "SYT", *BY_AGENCY],
        ["--status", "missed"],
        ["--area", "CQS"],
    ],
    ids=" ".join,
)
def test_failures_are_there_exactly_where_the_exit_code_says_missed(
    capsys: Any, tmp_path: Path, rows: list[Any], options: list[str]
) -> None:
    data = str(write_matrix(tmp_path / "data.xlsx", rows))
    asked = ["evaluate", data, *OWN_FILES, "-q", *options]
    document = JUnitXml.fromstring(call(capsys, *asked, "-f", "junit").out.encode("utf-8"))
    assert (document.failures > 0) == (call(capsys, *asked, "--fail-on", "missed").code == 1)
    assert (document.errors > 0) == (call(capsys, *asked, "--fail-on", "invalid").code == 3)


def test_the_suffix_chooses_junit(capsys: Any, missed: str, tmp_path: Path) -> None:
    out = tmp_path / "ket-qua.xml"
    ended = call(capsys, "evaluate", missed, *OWN_FILES, "-o", str(out), "-f", "junit")
    assert ended.code == 1
    assert out.read_text(encoding="utf-8") == ended.out.replace(os.linesep, "\n")
