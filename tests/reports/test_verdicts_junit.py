"""Verdicts in JUnit XML as a CI server reads them."""

from collections.abc import Callable
from typing import Any

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from cchc_cli.language import Language
from cchc_cli.reports.verdicts_junit import verdicts_junit
from cchc_cli.run import Asked, FindingRecord, Run, Status

ExampleRun = Callable[[Language], Run]
MakeRun = Callable[..., Run]
MakeVerdict = Callable[..., Any]
AGENCY = {"kind": "agency", "code": "SYT", "name": {"vi": "Sở Y tế", "en": "Health"}, "level": "province"}


def _document(run: Run, language: Language = Language.VI) -> JUnitXml:
    return JUnitXml.fromstring(verdicts_junit(run, language).encode("utf-8"))


def _cases(run: Run) -> list[TestCase]:
    return [case for suite in _document(run) for case in suite]


def _outcome(case: TestCase) -> Any:
    return case.result[0] if case.result else None


def _asked(**changes: Any) -> Asked:
    return Asked(language=Language.VI, periods=["2024"], **changes)


@pytest.mark.parametrize("language", Language)
def test_the_totals_are_those_of_the_cases(example_run: ExampleRun, language: Language) -> None:
    document = _document(example_run(language), language)
    said = [(one.tests, one.failures, one.errors, one.skipped) for one in (document, *document)]
    for suite in document:
        suite.update_statistics()
    document.update_statistics()
    assert said == [(one.tests, one.failures, one.errors, one.skipped) for one in (document, *document)]


def test_a_suite_for_each_area_and_a_case_for_each_verdict(example_run: ExampleRun) -> None:
    run = example_run(Language.VI)
    *areas, findings = _document(run)
    codes = list(dict.fromkeys(verdict.area for verdict in run.verdicts))
    assert [suite.name.rpartition("(")[2].rstrip(")") for suite in areas] == codes
    assert sum(suite.tests for suite in areas) == len(run.verdicts)
    assert findings.name == "Nội dung cần xử lý"
    names = [(case.classname, case.name) for case in _cases(run)]
    assert len(set(names)) == len(names)


def test_a_missed_target_says_what_was_asked_reached_and_missing_and_the_clause(
    example_run: ExampleRun,
) -> None:
    (case,) = (
        case
        for case in _cases(example_run(Language.VI))
        if case.classname == "TTHC.results-digitised" and "Cấp huyện" in case.name
    )
    failure = _outcome(case)
    assert isinstance(failure, Failure)
    assert failure.message == (
        "Không đạt; Phải đạt: ≥ 80%, đến 31/12/2024; Kết quả: 80,00% (chưa đạt: 79,996%); 79.996 / 100.000 "
        "kết quả; 11/11 đơn vị đã báo cáo; thiếu 4 kết quả so với mức phải đạt"
    )
    assert "Chủ trì: Văn phòng UBND tỉnh." in failure.text
    assert "Căn cứ: khoản 2 điểm b, Đến năm 2025, gạch đầu dòng 2 (dòng 35): “cấp tỉnh," in failure.text


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (Status.MET, None),
        (Status.MISSED, Failure),
        *((status, Skipped) for status in Status if status not in (Status.MET, Status.MISSED)),
    ],
)
def test_every_status_has_its_outcome(
    make_run: MakeRun, make_verdict: MakeVerdict, status: Status, outcome: Any
) -> None:
    (case,) = _cases(make_run([make_verdict(status=status)]))
    assert type(_outcome(case)) is (outcome or type(None))


def test_what_is_skipped_says_why(make_run: MakeRun, make_verdict: MakeVerdict) -> None:
    verdicts = [
        make_verdict(status="no_data", reason="not-submitted"),
        make_verdict(status="missed", aspirational=True),
        make_verdict(status="missed", official=False, scope=AGENCY),
    ]
    assert [_outcome(case).message for case in _cases(make_run(verdicts))] == [
        "Chưa có số liệu (chưa nộp)",
        "Chỉ tiêu phấn đấu: Không đạt",
        "Dưới mức của cấp (phục vụ điều hành)",
    ]


def test_the_rows_of_one_agency_alone_fail(make_run: MakeRun, make_verdict: MakeVerdict) -> None:
    below = make_verdict(status="missed", official=False, scope=AGENCY)
    for asked, outcome in (
        (None, Failure),
        (_asked(), Failure),
        (_asked(agencies=["SYT"]), Failure),
        (_asked(by=["agency"], agencies=["SYT"]), Skipped),
        (_asked(agencies=["SYT", "SNV"]), Skipped),
    ):
        (case,) = _cases(make_run([below], asked=asked))
        assert isinstance(_outcome(case), outcome), asked


def test_a_finding_to_mend_is_an_error_and_no_other_finding_is(
    example_run: ExampleRun, make_run: MakeRun
) -> None:
    run = example_run(Language.VI)
    errors = [case for case in _cases(run) if isinstance(_outcome(case), Error)]
    assert len(errors) == sum(finding.severity == "error" for finding in run.findings)
    assert all(case.classname.startswith("findings.") for case in errors)
    twice = [*run.findings, *run.findings]
    names = [case.name for case in _cases(make_run([], twice))]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"inputs": []}, "Không có số liệu nào dùng được."),
        ({"has_figures": False}, "Không có số liệu nào của kỳ được đánh giá."),
    ],
)
def test_a_run_with_nothing_to_judge_on_is_an_error(
    make_run: MakeRun, changes: dict[str, Any], words: str
) -> None:
    (case,) = _cases(make_run([], **changes))
    assert isinstance(_outcome(case), Error)
    assert case.name == words


def test_communes_of_one_name_are_told_apart(make_run: MakeRun, make_verdict: MakeVerdict) -> None:
    rows = [
        make_verdict(official=False, scope={**AGENCY, "code": code}, period=period)
        for code in ("X1", "X2")
        for period in ("2023", "2024")
    ]
    assert [case.name for case in _cases(make_run(rows))] == [
        "Tỷ lệ / Sở Y tế (X1) / Năm 2023",
        "Tỷ lệ / Sở Y tế (X1) / Năm 2024",
        "Tỷ lệ / Sở Y tế (X2) / Năm 2023",
        "Tỷ lệ / Sở Y tế (X2) / Năm 2024",
    ]


def test_findings_of_no_file_have_a_case_too(make_run: MakeRun, example_run: ExampleRun) -> None:
    finding = example_run(Language.VI).findings[0]
    lost = FindingRecord(**{**finding.model_dump(), "file": None, "sheet": None, "cell": None})
    errors = [case for case in _cases(make_run([], [lost])) if isinstance(_outcome(case), Error)]
    assert len(errors) == (finding.severity == "error")
