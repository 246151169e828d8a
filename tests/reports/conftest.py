"""Runs to report on: the one of `example-run.yaml`, and small ones made to measure."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc_cli.comparison.matching import pair_of
from cchc_cli.dossier import AgencyName, Dossier, LateReport, Reporting, row_key
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.run import (
    Asked,
    FindingRecord,
    Glossary,
    Input,
    ProgrammeRecord,
    Run,
    Status,
    Summary,
    Tool,
    Verdict,
)
from cchc_cli.trace import Trace

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
MakeDossier = Callable[..., Dossier]
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


@pytest.fixture(scope="session")
def make_dossier() -> MakeDossier:
    """Makes a dossier of a run and nothing beside it, but for what is named; of the run's newest period."""

    def make(run: Run, **changes: Any) -> Dossier:
        periods = {verdict.period for verdict in run.verdicts}
        newest = max(map(Period.parse, periods), key=lambda period: period.newness, default=None)
        facts: dict[str, Any] = {
            "period": str(newest) if newest else None,
            "reporting": (),
            "history": {},
            "previous_period": None,
            "changes": (),
            "traces": {},
        }
        return Dossier(run, **{**facts, **changes})

    return make


@pytest.fixture(scope="session")
def example_dossier(
    data: dict[str, Any],
    make_verdict: MakeVerdict,
    example_run: Callable[[Language], Run],
    make_dossier: MakeDossier,
) -> Callable[[Language], Dossier]:
    """The year 2024 of the run with everything in it, with what stands beside it (`example-dossier.yaml`)."""
    path = Path(__file__).parent / "example-dossier.yaml"
    beside = yaml.safe_load(path.read_text(encoding="utf-8"))
    period, before = beside["period"], beside["previous_period"]
    rows = [verdict for verdict in data["verdicts"] if verdict.get("period", period) == period]
    earlier = [make_verdict(**_earlier(rows, facts)) for facts in beside["history"]]
    traces = [Trace(**facts) for facts in (data["traced"]["trace"], *beside["traces"])]

    def in_language(language: Language) -> Dossier:
        whole = example_run(language)
        verdicts = [verdict for verdict in whole.verdicts if verdict.period == period]
        asked = Asked(language=language, periods=[period], by=["agency"], cutoff=date(2025, 1, 15))
        run = whole.model_copy(update={"verdicts": verdicts, "asked": asked})
        stood = {row_key(verdict): verdict for verdict in earlier if verdict.period == before}
        pairs = [pair_of(stood[row_key(now)], now) for now in verdicts if row_key(now) in stood]
        history = {
            key: tuple(verdict for verdict in earlier if row_key(verdict) == key)
            for key in map(row_key, earlier)
        }
        return make_dossier(
            run,
            reporting=(_reporting(period, beside["reporting"]),),
            history=history,
            previous_period=before,
            changes=tuple(pair for pair in pairs if pair.is_changed),
            traces={(one.indicator, one.scope_kind, one.scope, one.period): one for one in traces},
        )

    return in_language


def _earlier(rows: list[dict[str, Any]], facts: dict[str, Any]) -> dict[str, Any]:
    """A row of the run as it stood in an earlier year."""
    row = next(
        row
        for row in rows
        if row["indicator"] == facts["indicator"]
        and row.get("scope", _WHOLE)["code"] == facts["scope"]
        and row.get("official", True)
    )
    return {**row, "pace": {}, "provisional": False, **facts, "scope": row.get("scope", _WHOLE)}


_WHOLE = {"kind": "province", "code": "province", "name": Text("Toàn tỉnh", "Whole province"), "level": None}


def _reporting(period: str, facts: dict[str, Any]) -> Reporting:
    def named(agency: dict[str, Any]) -> AgencyName:
        return AgencyName(agency["code"], Text(**agency["name"]), Level(agency["level"]))

    return Reporting(
        period=period,
        expected=facts["expected"],
        reporting=facts["reporting"],
        missing=tuple(map(named, facts["missing"])),
        late=tuple(LateReport(named(report["agency"]), report["dated"]) for report in facts["late"]),
    )


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
