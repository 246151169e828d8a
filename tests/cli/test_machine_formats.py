"""What `cchc evaluate` writes for machines says what its exit code says."""

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from cchc_cli.reports.arrangement import Sort
from cchc_cli.reports.formats import FORMATS
from tests.cli.calls import MET, MISSED, OWN_FILES, call, python, write_matrix
from tests.omission import omit

BELOW = [("SNV", "2024", 50, 50, 90, 10, 10), ("SYT", "2024", 35, 50, None, None, None)]
WRONG = [("SNV", "2024", -1, 50, 90, 10, 10), ("SYT", "2024", 40, 50, None, None, None)]
ONE = [("SYT", "2024", 30, 50, None, None, None)]
DATA = {"met": MET, "missed": MISSED, "below": BELOW, "wrong": WRONG, "one": ONE}
BY_AGENCY = ["--by", "agency"]


@pytest.mark.parametrize("rows", DATA.values(), ids=DATA.keys())
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


@pytest.mark.parametrize("rows", DATA.values(), ids=DATA.keys())
@pytest.mark.parametrize("order", [["--sort", sort, "--top", "1"] for sort in Sort], ids=" ".join)
def test_order_and_choice_of_rows_change_neither_summary_nor_exit_code(
    capsys: Any, tmp_path: Path, rows: list[Any], order: list[str]
) -> None:
    data = str(write_matrix(tmp_path / "data.xlsx", rows))
    asked = ["evaluate", data, *OWN_FILES, *BY_AGENCY, "-q", "-f", "json"]
    whole, cut = call(capsys, *asked), call(capsys, *asked, *order)
    assert cut.code == whole.code
    before, after = json.loads(whole.out), json.loads(cut.out)
    assert after["summary"] == before["summary"]
    assert (after["asked"]["sort"], after["asked"]["top"]) == (order[1], 1)
    left_out = sum(sum(rows["statuses"].values()) for rows in after["left_out"])
    assert len(after["verdicts"]) + left_out == len(before["verdicts"])


def test_the_closing_summary_says_that_rows_are_left_out(capsys: Any, missed: str) -> None:
    asked = ["evaluate", missed, *OWN_FILES, *BY_AGENCY, "-f", "csv"]
    assert "(--top 1)" in call(capsys, *asked, "--top", "1").err
    assert "--top" not in call(capsys, *asked, "--top", "100").err


def test_rows_come_in_the_order_asked_for(capsys: Any, missed: str) -> None:
    asked = ["evaluate", missed, *OWN_FILES, *BY_AGENCY, "--indicator", "online", "-f", "json"]
    orders = {}
    for sort in ("catalogue", "value", "name"):
        verdicts = json.loads(call(capsys, *asked, "--sort", sort).out)["verdicts"]
        orders[sort] = [verdict["scope"]["code"] for verdict in verdicts]
    assert orders == {
        "catalogue": ["province", "SNV", "SYT"],
        "value": ["SNV", "province", "SYT"],
        "name": ["SNV", "SYT", "province"],
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--sort", "gaps"], "có phải là “gap”?"),
        (["--sort", "điểm"], "có thể dùng: catalogue, status, gap, value, name"),
        (["--top", "0"], "--top: “0” không phải số nguyên từ 1 trở lên"),
        (["--top", "2,5"], "không phải số nguyên"),
        (["--top", "-3"], "không phải số nguyên"),
        (["--top", "٣"], "không phải số nguyên"),
    ],
)
def test_orders_and_numbers_that_mean_nothing(
    capsys: Any, missed: str, arguments: list[str], words: str
) -> None:
    ended = call(capsys, "evaluate", missed, *OWN_FILES, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err


NOTHING = {
    "no table": ([], [], "Không có số liệu nào dùng được."),
    "no figure of the period": (MET, ["--period", "2025"], "Không có số liệu nào của kỳ được đánh giá."),
}


@pytest.mark.parametrize(("rows", "options", "words"), NOTHING.values(), ids=NOTHING.keys())
@pytest.mark.parametrize("format_name", FORMATS)
def test_an_evaluation_with_nothing_to_judge_on_is_a_report_that_says_so(
    capsys: Any, tmp_path: Path, rows: list[Any], options: list[str], words: str, format_name: str
) -> None:
    data = str(write_matrix(tmp_path / "data.xlsx", rows))
    out = tmp_path / "report"
    ended = call(
        capsys, "evaluate", data, *OWN_FILES, *options, "-f", format_name, "-o", f"{format_name}={out}"
    )
    assert ended.code == 3
    assert out.stat().st_size
    if format_name in ("table", "markdown", "junit", "github", "sarif"):
        assert words in ended.out
    if format_name == "json":
        document = json.loads(ended.out)
        assert document["has_figures"] is False
        assert {verdict["status"] for verdict in document["verdicts"]} <= {"no_data"}
    if format_name == "junit":
        assert JUnitXml.fromstring(ended.out.encode("utf-8")).errors >= 1
    if format_name == "csv":
        assert ended.out.startswith("indicator,")
