"""What `cchc evaluate` writes for machines says what its exit code says."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from tests.cli.calls import MET, MISSED, OWN_FILES, call, python, write_matrix
from tests.omission import omit

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


def test_the_meaning_of_the_columns_stands_beside_a_csv_and_is_named(
    capsys: Any, missed: str, tmp_path: Path
) -> None:
    out = tmp_path / "rows.CSV"
    ended = call(capsys, "evaluate", missed, *OWN_FILES, "-o", str(out), "-o", f"csv={tmp_path / 'rows.v2'}")
    for name in ("rows.CSV", "rows.columns.json", "rows.v2", "rows.v2.columns.json"):
        assert f"Đã ghi: {tmp_path / name}." in ended.err
        assert (tmp_path / name).is_file()
    assert call(capsys, "schema", "columns").out == (tmp_path / "rows.columns.json").read_text("utf-8")
    assert '"title": "Verdict"' in call(capsys, "schema", "columns", "--lang", "en").out


def test_what_stands_beside_a_csv_overwrites_nothing_that_is_named_or_read(
    capsys: Any, missed: str, tmp_path: Path
) -> None:
    beside = tmp_path / "rows.columns.json"
    saved = tmp_path / "saved.json"
    call(capsys, "evaluate", missed, *OWN_FILES, "-o", str(saved))
    saved.rename(beside)
    before = beside.read_bytes()
    csv = ["evaluate", missed, *OWN_FILES, "-o", str(tmp_path / "rows.csv")]
    for more in (["-o", str(beside)], ["--baseline", str(beside)], ["--targets", str(beside)]):
        ended = call(capsys, *csv, *more)
        assert (ended.code, ended.out) == (2, "")
        assert "rows.columns.json" in ended.err
    assert beside.read_bytes() == before
    assert not (tmp_path / "rows.csv").exists()


def test_on_stdout_a_csv_has_nothing_beside_it(capsys: Any, missed: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    assert call(capsys, "evaluate", missed, *OWN_FILES, "-f", "csv").out.startswith("indicator,")
    assert sorted(tmp_path.iterdir()) == before


def test_parquet_is_for_files_only(capsys: Any, missed: str, tmp_path: Path) -> None:
    asked = ["evaluate", missed, *OWN_FILES]
    ended = call(capsys, *asked, "-f", "parquet")
    assert (ended.code, ended.out) == (2, "")
    assert "dạng parquet ghi vào tệp, không in ra màn hình; hãy dùng -o parquet=TỆP" in ended.err
    out = tmp_path / "rows.parquet"
    if find_spec("pyarrow") is None:
        ended = call(capsys, *asked, "-o", str(out))
        assert 'pip install "cchc-cli[parquet]"' in ended.err
        omit("pyarrow is not installed")
    assert call(capsys, *asked, "-o", str(out)).code == 1
    assert out.read_bytes()[:4] == b"PAR1"


def test_pyarrow_is_loaded_for_parquet_alone(missed: str) -> None:
    """What pandas loads for itself is not ours: only commands that do without it can tell."""
    code = (
        "import sys; from cchc_cli.cli.main import run; import cchc_cli.reports.formats; "
        f"run(['validate', {missed!r}, *{OWN_FILES!r}, '-f', 'csv', '-q']); print('|', *sys.modules)"
    )
    assert "pyarrow" not in python(code).rpartition("|")[2].split()
