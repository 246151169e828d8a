"""A filter hides what is about others, and only that."""

from typing import Any

import pytest

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Text
from cchc_cli.narrowing import Wanted, narrowed
from cchc_cli.period import Period
from cchc_cli.run import (
    FindingRecord,
    Glossary,
    Input,
    ProgrammeRecord,
    Run,
    Status,
    Summary,
    Tool,
)

YEAR, QUARTER, OTHER = (Period.parse(period) for period in ("2024", "2024-Q1", "2023"))


def _input(path: str, submitter: str | None = None, period: str | None = None) -> Input:
    nothing: dict[str, Any] = {"sha256": "", "layout": None, "agencies": 1, "observations": 1, "findings": 1}
    return Input(path=path, submitter=submitter, period=period, **nothing)


def _finding(file: str | None, agency: str | None = None, period: str | None = None) -> FindingRecord:
    nothing: dict[str, Any] = dict.fromkeys(("sheet", "cell", "item", "value"))
    return FindingRecord(
        code="c",
        severity=Severity.ERROR,
        message="m",
        hint="h",
        file=file,
        agency=agency,
        period=period,
        **nothing,
    )


def _run(inputs: list[Input], findings: list[FindingRecord]) -> Run:
    return Run(
        tool=Tool(name="cchc", version="0"),
        programme=ProgrammeRecord(id="p", title=Text("p", "p")),
        catalogue_sha256="",
        agencies_sha256="",
        inputs=inputs,
        verdicts=[],
        findings=findings,
        summary=Summary(**{status.value: 0 for status in Status}, aspirational=0, provisional=0),
        glossary=Glossary(areas={}, indicators={}, items={}, agencies={}, readings={}),
    )


RUN = _run(
    [
        _input("snv.xlsx", "SNV", "2024"),
        _input("all.xlsx"),
        _input("broken.xlsx"),
        _input("syt.xlsx", "SYT", "2023"),
    ],
    [
        _finding("snv.xlsx", "SNV", "2024-Q1"),
        _finding("all.xlsx", "SYT", "2024"),
        _finding("all.xlsx"),
        _finding("broken.xlsx"),
        _finding("syt.xlsx"),
        _finding("syt.xlsx", "SYT", "2023"),
    ],
)
SPOKEN_OF: list[list[tuple[str, Period]]] = [
    [("SNV", QUARTER)],
    [("SYT", YEAR), ("SXD", YEAR)],
    [],
    [("SYT", OTHER)],
]


def _shown(wanted: Wanted) -> tuple[list[str], list[int]]:
    run = narrowed(RUN, wanted, SPOKEN_OF)
    assert [read.findings for read in run.inputs] == [
        sum(finding.file == read.path for finding in run.findings) for read in run.inputs
    ]
    return [read.path for read in run.inputs], [RUN.findings.index(finding) for finding in run.findings]


def test_without_a_filter_nothing_changes() -> None:
    assert narrowed(RUN, Wanted(), SPOKEN_OF) is RUN


@pytest.mark.parametrize(
    ("wanted", "files", "findings"),
    [
        (Wanted(frozenset({"SNV"})), ["snv.xlsx", "broken.xlsx"], [0, 3]),
        (Wanted(frozenset({"SYT"})), ["all.xlsx", "broken.xlsx", "syt.xlsx"], [1, 2, 3, 4, 5]),
        (Wanted(frozenset({"SXD"})), ["all.xlsx", "broken.xlsx"], [2, 3]),
        (Wanted(periods=(YEAR,)), ["snv.xlsx", "all.xlsx", "broken.xlsx"], [0, 1, 2, 3]),
        (Wanted(periods=(QUARTER,)), ["snv.xlsx", "broken.xlsx"], [0, 3]),
        (Wanted(frozenset({"SYT"}), (OTHER,)), ["broken.xlsx", "syt.xlsx"], [3, 4, 5]),
        (Wanted(frozenset({"SYT"}), (YEAR, OTHER)), ["all.xlsx", "broken.xlsx", "syt.xlsx"], [1, 2, 3, 4, 5]),
    ],
)
def test_only_what_is_known_to_be_about_others_is_left_out(
    wanted: Wanted, files: list[str], findings: list[int]
) -> None:
    assert _shown(wanted) == (files, findings)


def test_a_file_without_usable_figures_is_whose_it_says_it_is() -> None:
    empty = _run([_input("a.xlsx", "SNV", "2024")], [_finding("a.xlsx")])
    assert narrowed(empty, Wanted(frozenset({"SNV"})), [[]]).findings == empty.findings
    assert narrowed(empty, Wanted(frozenset({"SYT"})), [[]]).inputs == []
    assert narrowed(empty, Wanted(periods=(OTHER,)), [[]]).findings == []
