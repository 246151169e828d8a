"""Exit codes, as the contract has them."""

from collections.abc import Iterable
from typing import Any

import pytest

from cchc_cli.cli.exit_codes import DEFAULT_FAIL_ON, ExitCode, exit_code, meaning
from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language
from cchc_cli.run import Run, Status

MISSED_ROW = {"status": Status.MISSED, "official": True, "aspirational": False, "agency": None}
AGENCY_ROW = {**MISSED_ROW, "official": False, "agency": "SYT"}
NEVER: frozenset[str] = frozenset()


def _verdict(row: dict[str, Any]) -> dict[str, Any]:
    code = row["agency"]
    scope = {"kind": "agency" if code else "province", "code": code or "province", "level": None}
    name = {"vi": "a", "en": "a"}
    nothing = dict.fromkeys(
        ("numerator", "denominator", "value", "operator", "bound", "upper", "due", "next", "reason", "gap")
    )
    nothing |= dict.fromkeys(("shortfall", "done_on", "last_known", "reading", "lead"))
    return {
        **nothing,
        "indicator": "online",
        "area": "TTHC",
        "name": name,
        "kind": "share",
        "scope": {**scope, "name": name},
        "period": "2024",
        "unit": "%",
        "judged": "period",
        "status": row["status"],
        "official": row["official"],
        "provisional": False,
        "aspirational": row["aspirational"],
        "notes": [],
        "pace": {},
        "also": [],
        "coverage": {"reporting": 1, "expected": 1, "weight": None, "missing": []},
        "citations": [],
        "cells": [],
    }


def _finding(severity: Severity) -> dict[str, Any]:
    nothing = dict.fromkeys(("file", "sheet", "cell", "agency", "period", "item", "value"))
    return {**nothing, "code": "a", "severity": severity, "message": "a", "hint": "a"}


def _run(
    rows: Iterable[dict[str, Any]] = (), severities: Iterable[Severity] = (), observations: int = 7
) -> Run:
    read = {"path": "a.xlsx", "sha256": "", "layout": None, "submitter": None, "agencies": 1, "period": None}
    statuses = {status.value: 0 for status in Status}
    return Run.model_validate(
        {
            "tool": {"name": "cchc", "version": "0"},
            "programme": {"id": "a", "title": {"vi": "a", "en": "a"}},
            "catalogue_sha256": "",
            "agencies_sha256": "",
            "inputs": [{**read, "observations": observations, "findings": 0}],
            "verdicts": [_verdict(row) for row in rows],
            "findings": [_finding(severity) for severity in severities],
            "summary": {**statuses, "aspirational": 0, "provisional": 0},
            "glossary": {"areas": {}, "indicators": {}, "items": {}, "agencies": {}, "readings": {}},
        }
    )


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (_run(), 0),
        (_run([{**MISSED_ROW, "status": Status.MET}]), 0),
        (_run([MISSED_ROW]), 1),
        (_run([{**MISSED_ROW, "aspirational": True}]), 0),
        (_run([{**MISSED_ROW, "status": Status.NO_DATA}]), 0),
        (_run([{**MISSED_ROW, "status": Status.NOT_DUE}]), 0),
        (_run([MISSED_ROW], [Severity.ERROR]), 3),
        (_run([], [Severity.ERROR]), 3),
        (_run([], [Severity.WARNING, Severity.INFO]), 0),
        (_run(observations=0), 3),
        (_run([MISSED_ROW], observations=0), 3),
    ],
)
def test_the_code_as_a_rule(run: Run, expected: int) -> None:
    assert exit_code(run, DEFAULT_FAIL_ON) == expected


@pytest.mark.parametrize(
    ("fail_on", "run", "expected"),
    [
        ({"missed"}, _run([MISSED_ROW], [Severity.ERROR]), 1),
        ({"invalid"}, _run([MISSED_ROW]), 0),
        ({"invalid"}, _run([], [Severity.ERROR]), 3),
        ({"invalid"}, _run([], [Severity.WARNING]), 0),
        ({"warning"}, _run([], [Severity.WARNING]), 3),
        ({"warning"}, _run([], [Severity.INFO]), 0),
        ({"no-data"}, _run([{**MISSED_ROW, "status": Status.NO_DATA}]), 1),
        ({"no-data"}, _run([{**MISSED_ROW, "status": Status.NO_DATA, "aspirational": True}]), 0),
        ({"no-data"}, _run([MISSED_ROW]), 0),
        (NEVER, _run([MISSED_ROW], [Severity.ERROR]), 0),
        (NEVER, _run(observations=0), 3),
    ],
)
def test_what_counts_can_be_chosen(fail_on: set[str], run: Run, expected: int) -> None:
    assert exit_code(run, frozenset(fail_on)) == expected


def test_agency_rows_count_only_where_all_are_about_one_agency() -> None:
    met = {**MISSED_ROW, "status": Status.MET}
    assert exit_code(_run([met, AGENCY_ROW]), DEFAULT_FAIL_ON) == ExitCode.FINE
    assert exit_code(_run([met, AGENCY_ROW]), DEFAULT_FAIL_ON, about_one_agency=True) == ExitCode.MISSED
    assert exit_code(_run([AGENCY_ROW]), DEFAULT_FAIL_ON) == ExitCode.FINE


@pytest.mark.parametrize(
    ("run", "fail_on", "words"),
    [
        (_run([MISSED_ROW]), DEFAULT_FAIL_ON, "có mục tiêu không đạt"),
        (_run([], [Severity.ERROR]), DEFAULT_FAIL_ON, "có báo cáo số liệu phải sửa"),
        (_run(observations=0), DEFAULT_FAIL_ON, "không có số liệu nào dùng được"),
        (_run([MISSED_ROW]), NEVER, "theo --fail-on đã chọn"),
        (_run(), DEFAULT_FAIL_ON, "không có mục tiêu đã đến hạn nào không đạt"),
    ],
)
def test_the_reader_is_told_why(run: Run, fail_on: frozenset[str], words: str) -> None:
    said = meaning(run, exit_code(run, fail_on), fail_on)
    assert words in said.in_language(Language.VI)
