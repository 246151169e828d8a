"""Runs to report on: the one of `example-run.yaml`, and small ones made to measure."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc_cli.language import Language, Text
from cchc_cli.run import FindingRecord, Glossary, Input, ProgrammeRecord, Run, Status, Summary, Tool, Verdict
from cchc_cli.trace import Trace

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
_PLAIN_SHARE = {"indicator": "share", "area": "TTHC", "name": Text("Tỷ lệ", "Share")}


@pytest.fixture(scope="session")
def data() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "example-run.yaml").read_text(encoding="utf-8")
    )
    return document


@pytest.fixture(scope="session")
def make_verdict(data: dict[str, Any]) -> MakeVerdict:
    """Makes a verdict that differs from a plain share in what is named."""
    names = data["glossary"]["agencies"]

    def make(**changes: Any) -> Verdict:
        facts = {**data["defaults"], **_PLAIN_SHARE, **changes}
        missing = facts["coverage"]["missing"]
        called = [names.get(code, {"vi": code, "en": code}) for code in missing]
        facts["coverage"] = {"missing_names": called, **facts["coverage"]}
        if facts["kind"] == "share" and facts["denominator"]:
            facts["value"] = 100 * facts["numerator"] / facts["denominator"]
            if facts["bound"] is not None:
                facts["gap"] = facts["value"] - facts["bound"]
        return Verdict(**facts)

    return make


@pytest.fixture(scope="session")
def make_run(data: dict[str, Any]) -> MakeRun:
    """Makes a run of verdicts and findings; other parts of it can be named."""

    def make(verdicts: list[Verdict], findings: list[FindingRecord] | None = None, **changes: Any) -> Run:
        facts: dict[str, Any] = {
            "tool": Tool(name="cchc", version="0.0.0"),
            "programme": ProgrammeRecord(
                id="example",
                title=Text(
                    "Chương trình minh họa (số liệu minh họa)", "Example programme (illustrative figures)"
                ),
            ),
            "catalogue_sha256": "0" * 64,
            "agencies_sha256": "1" * 64,
            "inputs": [_input(len(findings or []))],
            "verdicts": verdicts,
            "findings": findings or [],
            "summary": _summary(verdicts),
            "glossary": Glossary(**data["glossary"]),
        }
        return Run(**{**facts, **changes})

    return make


@pytest.fixture(scope="session")
def example_run(
    data: dict[str, Any], make_verdict: MakeVerdict, make_run: MakeRun
) -> Callable[[Language], Run]:
    """The run with everything in it, its findings in a language."""

    def in_language(language: Language) -> Run:
        verdicts = [make_verdict(**verdict) for verdict in data["verdicts"]]
        return make_run(verdicts, [FindingRecord(**found) for found in data["findings"][language.value]])

    return in_language


@pytest.fixture(scope="session")
def checked_run(data: dict[str, Any], make_run: MakeRun) -> Callable[[Language], Run]:
    """A run of `validate`: five files, nothing judged, its findings in a language."""

    def in_language(language: Language) -> Run:
        findings = [FindingRecord(**found) for found in data["checked"]["findings"][language.value]]
        counts = Counter(finding.file for finding in findings)
        inputs = [
            Input(**read, sha256="3" * 64, findings=counts[read["path"]])
            for read in data["checked"]["inputs"]
        ]
        return make_run([], findings, inputs=inputs)

    return in_language


@pytest.fixture(scope="session")
def traced_run(data: dict[str, Any], make_verdict: MakeVerdict, make_run: MakeRun) -> Run:
    """A run of one indicator with the trace of its verdict."""
    traced = data["traced"]
    facts = next(verdict for verdict in data["verdicts"] if verdict["indicator"] == traced["indicator"])
    verdict = make_verdict(**{**facts, **traced["verdict"]}, cells=traced["cells"])
    findings = [FindingRecord(**found) for found in traced["findings"]]
    return make_run([verdict], findings, traces=[Trace(**traced["trace"])])


def _input(findings: int) -> Input:
    return Input(
        path="data.xlsx",
        sha256="2" * 64,
        layout="matrix",
        submitter=None,
        agencies=3,
        period="2024",
        observations=42,
        findings=findings,
    )


def _summary(verdicts: list[Verdict]) -> Summary:
    counted = [verdict for verdict in verdicts if verdict.official and not verdict.aspirational]
    by_status = {status.value: sum(verdict.status is status for verdict in counted) for status in Status}
    return Summary(
        **by_status,
        aspirational=sum(verdict.aspirational for verdict in verdicts),
        provisional=sum(verdict.provisional for verdict in counted),
    )
