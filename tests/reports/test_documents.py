"""JSON, CSV and Markdown: for other programs, for Excel, for minutes."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_cli.language import Language
from cchc_cli.reports.csv_report import csv_report
from cchc_cli.reports.json_report import json_report
from cchc_cli.reports.markdown_report import MOST_FINDINGS, markdown_report
from cchc_cli.run import Run

ExampleRun = Callable[[Language], Run]
MakeRun = Callable[..., Run]
_SCHEMA = Run.model_json_schema(mode="serialization")


def _rows(run: Run, language: Language = Language.VI) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_report(run, language), newline="")))


def test_json_is_the_run_and_nothing_else(example_run: ExampleRun) -> None:
    run = example_run(Language.VI)
    text = json_report(run)
    assert text.endswith("}\n")
    assert Run.model_validate_json(text) == run
    assert json_report(example_run(Language.VI)) == text


def test_json_fits_its_schema(example_run: ExampleRun) -> None:
    Draft202012Validator.check_schema(_SCHEMA)
    document = json.loads(json_report(example_run(Language.EN)))
    assert list(Draft202012Validator(_SCHEMA).iter_errors(document)) == []
    document["verdicts"][0]["status"] = "passed"
    assert list(Draft202012Validator(_SCHEMA).iter_errors(document)) != []


def test_json_lists_observations_and_traces_only_when_asked(traced_run: Run, make_run: MakeRun) -> None:
    assert json.loads(json_report(make_run([]))).keys().isdisjoint({"observations", "traces"})
    assert json.loads(json_report(make_run([], observations=[])))["observations"] == []
    document = json.loads(json_report(traced_run))
    assert [trace["indicator"] for trace in document["traces"]] == ["online-dossiers"]
    assert list(Draft202012Validator(_SCHEMA).iter_errors(document)) == []


def test_json_is_readable_vietnamese(example_run: ExampleRun) -> None:
    assert '"vi": "Toàn tỉnh"' in json_report(example_run(Language.VI))


def test_csv_has_one_row_a_verdict(example_run: ExampleRun) -> None:
    run = example_run(Language.VI)
    rows = _rows(run)
    assert [row["indicator"] for row in rows] == [verdict.indicator for verdict in run.verdicts]
    assert csv_report(run, Language.VI).count("\r\n") == len(run.verdicts) + 1


@pytest.mark.parametrize("language", Language)
def test_csv_numbers_read_the_same_in_every_language(example_run: ExampleRun, language: Language) -> None:
    run = example_run(language)
    for row, verdict in zip(_rows(run, language), run.verdicts, strict=True):
        for column in ("numerator", "denominator", "value", "bound", "gap", "shortfall"):
            figure: Any = getattr(verdict, column)
            assert (float(row[column]) if row[column] else None) == figure


def test_csv_says_the_status_in_words_beside_its_code(example_run: ExampleRun) -> None:
    row = _rows(example_run(Language.VI))[2]
    assert (row["status"], row["status_text"], row["provisional"]) == ("met", "Đạt (tạm tính)", "true")
    assert row["missing"] == "SYT; SGDDT"


def test_markdown_tables_are_whole(example_run: ExampleRun) -> None:
    text = markdown_report(example_run(Language.VI), Language.VI)
    cells = {line.count(" | ") for line in text.splitlines() if line.startswith("| ")}
    assert cells == {4}
    assert text.count("\n| ") == len(example_run(Language.VI).verdicts) + len(
        {verdict.area for verdict in example_run(Language.VI).verdicts}
    )


def test_markdown_counts_the_findings_it_leaves_out(example_run: ExampleRun, make_run: MakeRun) -> None:
    finding = example_run(Language.EN).findings[0]
    findings = [finding.model_copy(update={"cell": f"A{row}"}) for row in range(MOST_FINDINGS + 7)]
    text = markdown_report(make_run([], findings), Language.EN)
    assert f"(value-not-a-number): {MOST_FINDINGS + 7}" in text
    assert text.count("data.xlsx") == MOST_FINDINGS
    assert "… and 7 more of this kind" in text
