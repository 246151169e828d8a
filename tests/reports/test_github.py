"""Annotations as the runner of a workflow reads them."""

import re
from collections.abc import Callable

from cchc_cli.language import Language
from cchc_cli.reports.github import github
from cchc_cli.reports.verdicts_github import verdicts_github
from cchc_cli.run import Run, Verdict

CheckedRun = Callable[[Language], Run]
MakeRun = Callable[..., Run]
MakeVerdict = Callable[..., Verdict]
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


def test_an_evaluation_begins_with_everything_counted(example_run: CheckedRun) -> None:
    name, properties, message = _commands(verdicts_github(example_run(Language.VI), Language.VI))[0]
    assert (name, properties) == ("notice", {"title": "cchc evaluate"})
    assert message.startswith("Năm 2024: Đã đến hạn: 10 mục tiêu; đạt 6, không đạt 4.")
    assert message.endswith("\nLỗi phải sửa: 7; Cần giải trình: 2; Lưu ý: 1")


def test_ten_errors_show_targets_and_findings_the_worst_first(example_run: CheckedRun) -> None:
    run = example_run(Language.VI)
    errors = [each for each in _commands(verdicts_github(run, Language.VI)) if each[0] == "error"]
    assert ["file" in properties for _, properties, _ in errors[:10]] == [False] * 5 + [True] * 5
    assert errors[0][1]["title"] == "Không đạt: Giảm số đơn vị sự nghiệp công lập"
    counted = [verdict for verdict in run.verdicts if verdict.official and not verdict.aspirational]
    missed = sum(verdict.status == "missed" for verdict in counted)
    assert sum("file" not in properties for _, properties, _ in errors) == missed


def test_a_missed_target_says_figure_lead_and_clause(example_run: CheckedRun) -> None:
    commands = _commands(verdicts_github(example_run(Language.VI), Language.VI))
    (message,) = (message for _, _, message in commands if "Cấp huyện" in message)
    assert message.splitlines()[0] == (
        "Tỷ lệ số hóa kết quả giải quyết TTHC còn hiệu lực (Cấp huyện, Năm 2024): 80,00% (chưa đạt: 79,996%)"
        "; mức phải đạt: ≥ 80%; thiếu 4 kết quả so với mức phải đạt"
    )
    assert "Chủ trì: Văn phòng UBND tỉnh." in message
    assert "khoản 2 điểm b, Đến năm 2025, gạch đầu dòng 2 (dòng 35): “cấp tỉnh," in message


def test_what_does_not_count_is_no_annotation(make_run: MakeRun, make_verdict: MakeVerdict) -> None:
    verdicts = [make_verdict(status="missed", aspirational=True), make_verdict(status="met")]
    assert len(_commands(verdicts_github(make_run(verdicts), Language.EN))) == 1


def test_a_run_without_usable_figures_is_an_error(make_run: MakeRun) -> None:
    notice, error = _commands(verdicts_github(make_run([], inputs=[]), Language.EN))
    assert notice[2] == "No figure could be used.\nThere are no verdicts to show.\nNo findings."
    assert error == ("error", {"title": "cchc evaluate"}, "No figure could be used.")
