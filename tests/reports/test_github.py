"""Annotations as the runner of a workflow reads them."""

import re
from collections.abc import Callable

from cchc_cli.language import Language
from cchc_cli.reports.github import github
from cchc_cli.run import Run

CheckedRun = Callable[[Language], Run]
_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^,:\r\n]*,?)*)::(.*)")


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Every line by the rules of the runner."""
    commands = []
    for line in text.splitlines():
        found = _COMMAND.fullmatch(line)
        assert found is not None, line
        properties = dict(each.split("=", 1) for each in found[2].split(","))
        commands.append((found[1], {key: _read(value) for key, value in properties.items()}, _read(found[3])))
    return commands


def _read(text: str) -> str:
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_each_finding_is_a_command_the_most_urgent_first(checked_run: CheckedRun) -> None:
    run = checked_run(Language.VI)
    commands = _commands(github(run, Language.VI))
    assert [name for name, _, _ in commands] == [
        "notice",
        "error",
        "error",
        "error",
        "warning",
        "notice",
        "notice",
    ]
    assert {properties["file"] for _, properties, _ in commands[1:]} == {
        finding.file for finding in run.findings
    }


def test_the_first_one_counts_what_the_page_may_not_show(checked_run: CheckedRun) -> None:
    _, properties, message = _commands(github(checked_run(Language.VI), Language.VI))[0]
    assert properties == {"title": "cchc validate"}
    assert message.endswith("\nLỗi phải sửa: 3; Cần giải trình: 1; Đã giải trình: 1; Lưu ý: 1")


def test_cell_message_and_cure_arrive_whole(checked_run: CheckedRun) -> None:
    run = checked_run(Language.VI)
    _, unreadable, ambiguous, *_ = _commands(github(run, Language.VI))
    assert unreadable[1] == {"file": "nộp/hỏng, 50%.xlsx", "title": "Không đọc được tệp (file-unreadable)"}
    assert ambiguous[1]["title"] == "Số liệu!D17: Giá trị hiểu được nhiều cách (value-ambiguous)"
    assert ambiguous[2] == f"{run.findings[1].message}\nCách xử lý: {run.findings[1].hint}"


def test_what_was_explained_is_a_notice_with_the_explanation(checked_run: CheckedRun) -> None:
    commands = _commands(github(checked_run(Language.VI), Language.VI))
    said = [message for name, _, message in commands if "Đơn vị giải trình" in message and name == "notice"]
    assert len(said) == 1
    assert "Cách xử lý" not in said[0]


def test_folders_of_windows_are_found_by_the_runner(checked_run: CheckedRun) -> None:
    run = checked_run(Language.VI)
    finding = run.findings[1].model_copy(update={"file": "nộp\\a.xlsx"})
    commands = _commands(github(run.model_copy(update={"findings": [finding]}), Language.VI))
    assert commands[1][1]["file"] == "nộp/a.xlsx"
