"""Exit codes: what a finished evaluation tells the shell. Source: contract, «Exit codes»."""

from collections.abc import Collection, Iterable
from enum import IntEnum

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Text
from cchc_cli.reports.counting import NOTHING_FOR_PERIOD, has_usable_figures, is_counted
from cchc_cli.reports.counting import NOTHING_USABLE as NOTHING_USABLE
from cchc_cli.run import FindingRecord, Run, Status, Verdict

FAIL_ON = ("missed", "new-missed", "invalid", "warning", "no-data", "never")
"""What `--fail-on` may name; `new-missed` needs a baseline."""
DEFAULT_FAIL_ON = frozenset({"missed", "invalid"})
FINDINGS_FAIL_ON = ("invalid", "warning", "never")
"""What `--fail-on` may name where nothing is judged, so that nothing can be missed."""

COMPARE_FAIL_ON = ("new-missed", "never")
"""What `--fail-on` may name where two runs are compared."""


class ExitCode(IntEnum):
    """What the shell gets."""

    FINE = 0
    MISSED = 1
    WRONG_USAGE = 2
    INVALID = 3
    FILE_INVALID = 4
    DEFECT = 70


def exit_code(
    run: Run,
    fail_on: frozenset[str],
    about_one_agency: bool = False,
    has_figures: bool = True,
    new_missed: Collection[Verdict] = (),
) -> ExitCode:
    """The code of an evaluation; 3 wins over 1.

    `about_one_agency`: the rows shown are one agency's own, and count although they are not official.
    `has_figures`: whether any usable figure bears on the periods evaluated. `new_missed`: of those that
    count, what a baseline doesn't know.
    """
    if not has_figures or not has_usable_figures(run) or is_invalid(run, fail_on):
        return ExitCode.INVALID
    statuses = {verdict.status for verdict in counted(run, about_one_agency)}
    failed = {
        "missed": Status.MISSED in statuses,
        "new-missed": bool(new_missed),
        "no-data": Status.NO_DATA in statuses,
    }
    return ExitCode.MISSED if any(failed[kind] for kind in fail_on & failed.keys()) else ExitCode.FINE


def counted(run: Run, about_one_agency: bool = False) -> list[Verdict]:
    """The verdicts that count: shown, not aspirational, and official unless all are one agency's own."""
    return [verdict for verdict in run.verdicts if is_counted(verdict, about_one_agency)]


def is_invalid(run: Run, fail_on: frozenset[str]) -> bool:
    """Whether a finding makes the submissions invalid."""
    return findings_fail(run.findings, fail_on)


def findings_fail(findings: Iterable[FindingRecord], fail_on: frozenset[str]) -> bool:
    """Whether any of the findings counts as a failure."""
    severities = {finding.severity for finding in findings if not finding.is_answered}
    return ("invalid" in fail_on and Severity.ERROR in severities) or (
        "warning" in fail_on and Severity.WARNING in severities
    )


def meaning(run: Run, code: ExitCode, fail_on: frozenset[str]) -> Text:
    """Why the evaluation ends with this code."""
    if code is ExitCode.INVALID:
        return _why_invalid(run, fail_on)
    if code is ExitCode.MISSED and fail_on.isdisjoint({"missed", "no-data"}):
        return _NEWLY_MISSED
    if code is ExitCode.MISSED and not any(verdict.official for verdict in run.verdicts):
        return _BELOW
    if code is ExitCode.MISSED:
        return _MISSED_OR_NO_DATA if "no-data" in fail_on else _MISSED
    if "missed" in fail_on:
        return _FINE
    return _NOTHING_NEWLY_MISSED if "new-missed" in fail_on else NOT_COUNTED


def _why_invalid(run: Run, fail_on: frozenset[str]) -> Text:
    if not has_usable_figures(run):
        return NOTHING_USABLE
    if not is_invalid(run, fail_on):
        return NOTHING_FOR_PERIOD
    errors = any(finding.severity is Severity.ERROR for finding in run.findings)
    return _WITH_FINDINGS if errors and "invalid" in fail_on else _WITH_WARNINGS


_WITH_WARNINGS = Text(
    "có nội dung cần giải trình; số liệu vẫn được dùng", "warnings are to be explained; the figures are used"
)
_BELOW = Text("có dòng dưới mức của cấp", "a row is below its level's bound")
_WITH_FINDINGS = Text(
    "có báo cáo số liệu phải sửa; phần dùng được vẫn được đánh giá",
    "submissions must be mended; what was usable is evaluated all the same",
)
_MISSED = Text("có mục tiêu không đạt", "a target is missed")
_MISSED_OR_NO_DATA = Text("có mục tiêu không đạt hoặc chưa có số liệu", "a target is missed or has no data")
_NEWLY_MISSED = Text(
    "có mục tiêu không đạt mà trong kết quả đã lưu không như vậy",
    "a target is missed that was not in the saved run",
)
_NOTHING_NEWLY_MISSED = Text(
    "không có mục tiêu nào mới không đạt so với kết quả đã lưu", "nothing is missed that was not before"
)
_FINE = Text(
    "không có mục tiêu đã đến hạn nào không đạt trong các kết quả được hiện",
    "no due target shown is missed",
)
NOT_COUNTED = Text("theo --fail-on đã chọn", "as chosen with --fail-on")
