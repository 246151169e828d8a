"""JUnit XML as a CI server reads it."""

from collections.abc import Callable

import pytest
from junitparser import Error, Failure, JUnitXml, TestSuite

from cchc_cli.language import Language
from cchc_cli.reports.junit import junit
from cchc_cli.run import Run

CheckedRun = Callable[[Language], Run]
MakeRun = Callable[..., Run]


def _suites(run: Run) -> list[TestSuite]:
    return list(JUnitXml.fromstring(junit(run, Language.VI).encode("utf-8")))


@pytest.mark.parametrize("language", Language)
def test_the_totals_are_those_of_the_cases(checked_run: CheckedRun, language: Language) -> None:
    document = JUnitXml.fromstring(junit(checked_run(language), language).encode("utf-8"))
    said = [(one.tests, one.failures, one.errors, one.skipped) for one in (document, *document)]
    for suite in document:
        suite.update_statistics()
    document.update_statistics()
    assert said == [(one.tests, one.failures, one.errors, one.skipped) for one in (document, *document)]


def test_a_suite_for_each_file_and_a_case_for_each_finding(checked_run: CheckedRun) -> None:
    run = checked_run(Language.VI)
    suites = {suite.name: list(suite) for suite in _suites(run)}
    assert list(suites) == [read.path for read in run.inputs]
    assert [len(cases) for cases in suites.values()] == [2, 2, 1, 1, 1]
    assert [case.name for case in suites["nộp/so-noi-vu.xlsx"]] == [
        "value-ambiguous Số liệu!D17",
        "value-ambiguous Số liệu!AB9",
    ]


def test_errors_fail_and_a_file_nobody_can_read_is_an_error(checked_run: CheckedRun) -> None:
    outcomes = {
        case.name: [type(result) for result in case.result]
        for suite in _suites(checked_run(Language.VI))
        for case in suite
    }
    assert outcomes["value-ambiguous Số liệu!D17"] == [Failure]
    assert outcomes["file-unreadable"] == [Error]
    assert outcomes["Không có nội dung cần xử lý"] == []


def test_warnings_pass_and_say_what_they_say(checked_run: CheckedRun) -> None:
    cases = {case.name: case for suite in _suites(checked_run(Language.VI)) for case in suite}
    open_one, answered = (cases[f"jump-from-last-period Số liệu!{cell}"] for cell in ("D4", "D5"))
    assert open_one.is_passed
    assert open_one.system_out.startswith("Cần giải trình\n")
    assert "Cách xử lý: Kiểm tra lại số liệu" in open_one.system_out
    assert answered.is_passed
    assert answered.system_out.startswith("Đã giải trình\n")
    assert "Từ 01/2024 nhận cả hồ sơ của Trung tâm Kiểm nghiệm." in answered.system_out
    assert "Cách xử lý" not in answered.system_out


def test_cases_of_one_suite_have_names_of_their_own(checked_run: CheckedRun) -> None:
    run = checked_run(Language.VI)
    twice = run.model_copy(update={"findings": [*run.findings, *run.findings]})
    for suite in _suites(twice):
        names = [case.name for case in suite]
        assert len(set(names)) == len(names)


def test_a_run_without_files_is_a_document_too(make_run: MakeRun) -> None:
    document = JUnitXml.fromstring(junit(make_run([], inputs=[]), Language.EN).encode("utf-8"))
    assert (document.tests, len(list(document))) == (0, 0)
