"""One command turns the illustrative province into every report, and all of them tell the same figures."""

import csv
import io
import shutil
import warnings
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import docx
import lxml.html
import pyarrow.parquet
import pytest
from openpyxl import Workbook, load_workbook

from cchc_cli.cli.main import run
from cchc_cli.language import Language
from cchc_cli.reports.outcome import reached
from cchc_cli.reports.wording import SIGN, status_words
from cchc_cli.run import Run, Status, Verdict
from tests.cli.calls import call
from tests.libreoffice import saved_by_libreoffice

YEARS = Path(__file__).parents[2] / "examples" / "years"
VI = Language.VI
FILES = ("run.json", "rows.csv", "rows.parquet", "page.html", "book.xlsx", "report.docx", "report.md")
JUNIT = "cases.xml"

Row: TypeAlias = tuple[str, str]
"""Name of the indicator and of the scope: how a reader finds a verdict on any report."""
Told: TypeAlias = Mapping[Row, tuple[str, str]]
"""Figure and verdict as a reader sees them."""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The year that is judged and the one before."""
    folder = tmp_path_factory.mktemp("years")
    for name in ("2023.xlsx", "2024.xlsx"):
        shutil.copy(YEARS / name, folder)
    return folder


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, years: Path) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    outputs = [f"--output={folder / name}" for name in (*FILES, JUNIT)]
    assert run(["evaluate", str(years), "--period", "2024", "-q", *outputs]) == 1
    return folder


@pytest.fixture(scope="module")
def judged(reports: Path) -> Run:
    return Run.model_validate_json((reports / "run.json").read_bytes())


def row_of(verdict: Verdict) -> Row:
    return verdict.name.vi, verdict.scope.name.vi


def figure(run: Run, verdict: Verdict) -> str:
    """The value in words; what has none is told by its verdict alone."""
    return reached(run, verdict, VI)[0] if verdict.value is not None else ""


def words(verdict: Verdict) -> str:
    return status_words(verdict, VI)


def valued(run: Run, told: Told) -> Told:
    """What is told in the place of a value that there isn't differs from report to report."""
    with_value = {row_of(verdict) for verdict in run.verdicts if verdict.value is not None}
    return {row: (shown if row in with_value else "", verdict) for row, (shown, verdict) in told.items()}


def as_told(run: Run) -> Told:
    return {row_of(verdict): (figure(run, verdict), words(verdict)) for verdict in run.verdicts}


def numbers(run: Run) -> dict[Row, tuple[Any, ...]]:
    return {
        row_of(verdict): (verdict.numerator, verdict.denominator, verdict.value, verdict.gap, verdict.status)
        for verdict in run.verdicts
    }


def number(text: str) -> float | None:
    return float(text) if text else None


def test_rows_of_data_have_the_figures_of_the_run(reports: Path, judged: Run) -> None:
    expected = numbers(judged)
    with (reports / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    columns = pyarrow.parquet.read_table(reports / "rows.parquet").to_pylist()
    fields = ("numerator", "denominator", "value", "gap")
    assert {
        (row["name"], row["scope_name"]): (*(number(row[name]) for name in fields), row["status"])
        for row in written
    } == expected
    assert {
        (row["name"], row["scope_name"]): (*(row[name] for name in fields), row["status"]) for row in columns
    } == expected


def test_the_page_tells_the_figures_of_the_run(reports: Path, judged: Run) -> None:
    page = lxml.html.fromstring((reports / "page.html").read_text(encoding="utf-8"))
    told: dict[Row, tuple[str, str]] = {}
    for card in page.find_class("card"):
        for target in card.find_class("target"):
            scope = target.find(".//h4").text_content().split(", Năm")[0]
            shown = target.find_class("figure")
            badge = target.find_class("badge")[0].text_content()
            told[card.get("data-name"), scope] = (shown[0].text_content() if shown else "", badge)
    assert valued(judged, told) == {
        row_of(verdict): (figure(judged, verdict), f"{SIGN[verdict.status]} {words(verdict)}")
        for verdict in judged.verdicts
    }


def test_the_annex_of_the_document_tells_the_figures_of_the_run(reports: Path, judged: Run) -> None:
    tables = docx.Document(str(reports / "report.docx")).tables
    annex = next(table for table in tables if table.rows[0].cells[0].text == "STT")
    told = {}
    for row in annex.rows[1:]:
        cells = [cell.text for cell in row.cells]
        if not cells[0][0].isdigit():
            continue
        name, scope = cells[1].split("\n")[:2]
        told[name, scope] = (cells[6].split("\n")[0], cells[8].split("\n")[0])
    assert valued(judged, told) == as_told(judged)


def test_the_workbook_recalculated_has_the_figures_of_the_run(
    reports: Path, judged: Run, tmp_path: Path
) -> None:
    (saved,) = saved_by_libreoffice([reports / "book.xlsx"], tmp_path, recalculated=True)
    sheet = opened(saved)["Kết quả"]
    heads = [cell.value for cell in sheet[3]]
    rows = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=4, values_only=True)]
    found = {(row["Chỉ tiêu"], row["Phạm vi"]): row for row in rows if row["STT"]}
    assert found.keys() == {row_of(verdict) for verdict in judged.verdicts}
    for verdict in judged.verdicts:
        row = found[row_of(verdict)]
        assert row["Đánh giá"] == words(verdict)
        for value, head in (
            (verdict.numerator, "Tử số"),
            (verdict.denominator, "Mẫu số"),
            (verdict.value, "Kết quả"),
        ):
            if value is not None:
                assert row[head] == pytest.approx(value, rel=1e-12), (row_of(verdict), head)


def opened(workbook: Path) -> Workbook:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Sparkline Group extension")
        return load_workbook(io.BytesIO(workbook.read_bytes()), data_only=True)


def test_the_cases_fail_where_the_run_has_missed_targets(reports: Path, judged: Run) -> None:
    root = ElementTree.parse(reports / JUNIT).getroot()
    failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    missed = [
        verdict for verdict in judged.verdicts if verdict.status is Status.MISSED and not verdict.aspirational
    ]
    assert len(failed) == len(missed) == int(root.get("failures", ""))
    for verdict, name in zip(missed, failed, strict=True):
        assert verdict.name.vi in str(name) and verdict.scope.name.vi in str(name)


def test_markdown_tells_the_figures_of_the_run(reports: Path, judged: Run) -> None:
    text = (reports / "report.md").read_text(encoding="utf-8")
    for name, verdict in as_told(judged).values():
        assert name in text and verdict in text


@pytest.mark.parametrize("name", ["run.json", "page.html", "book.xlsx", "report.docx"])
def test_every_report_is_verified(
    capsys: pytest.CaptureFixture[str], reports: Path, years: Path, name: str
) -> None:
    ended = call(capsys, "verify", str(reports / name), str(years))
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True), ended.out
