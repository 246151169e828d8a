"""Findings arranged: by what they ask for, then by code, the most urgent first, the rest counted."""

from collections.abc import Callable

import pytest

from cchc_cli.findings.finding import Severity
from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language
from cchc_cli.reports.found import (
    Concern,
    arranged,
    concern_of,
    counts_text,
    explanation_text,
    kind_title,
    shortened,
    where,
)
from cchc_cli.run import FindingRecord, Run

ExampleRun = Callable[[Language], Run]


def test_groups_keep_the_order_and_count_what_is_hidden(example_run: ExampleRun) -> None:
    parts = arranged(example_run(Language.VI).findings, most=5)
    assert [
        (part.concern, group.code, group.count, group.hidden) for part in parts for group in part.groups
    ] == [
        (Concern.MEND, "value-not-a-number", 7, 2),
        (Concern.EXPLAIN, "submission-missing", 2, 0),
        (Concern.NOTE, "nil-reported", 1, 0),
    ]
    assert [finding.cell for finding in parts[0].groups[0].findings] == ["D17", "D18", "D19", "D20", "D21"]


def test_everything_is_shown_where_there_is_no_limit(example_run: ExampleRun) -> None:
    run = example_run(Language.VI)
    groups = [group for part in arranged(run.findings) for group in part.groups]
    assert sum(len(group.findings) for group in groups) == len(run.findings)
    assert not any(group.hidden for group in groups)


def test_a_cure_is_shared_only_where_it_is_the_same(example_run: ExampleRun) -> None:
    same, different, _ = arranged(example_run(Language.VI).findings, most=5)
    assert same.groups[0].shared_hint() == "Nhập một số, hoặc để trống nếu chưa có số liệu."
    assert different.groups[0].shared_hint() == ""


def test_what_was_explained_is_not_among_what_is_to_be_explained(checked_run: ExampleRun) -> None:
    run = checked_run(Language.VI)
    cells = {
        part.concern: [finding.cell for group in part.groups for finding in group.findings]
        for part in arranged(run.findings)
    }
    assert cells[Concern.EXPLAIN] == ["D4"]
    assert cells[Concern.ANSWERED] == ["D5"]


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.INFO])
def test_only_warnings_can_be_answered(checked_run: ExampleRun, severity: Severity) -> None:
    explained = next(one for one in checked_run(Language.VI).findings if one.explanation)
    assert concern_of(explained) is Concern.ANSWERED
    assert concern_of(explained.model_copy(update={"severity": severity})).value == severity.value


def test_counts_by_concern(example_run: ExampleRun, checked_run: ExampleRun) -> None:
    counts = counts_text(example_run(Language.VI).findings, Language.VI)
    assert counts == "Lỗi phải sửa: 7; Cần giải trình: 2; Lưu ý: 1"
    counts = counts_text(checked_run(Language.VI).findings, Language.VI)
    assert counts == "Lỗi phải sửa: 3; Cần giải trình: 1; Đã giải trình: 1; Lưu ý: 1"
    assert counts_text([], Language.EN) == "No findings."


def test_a_code_nobody_knows_is_its_own_title() -> None:
    assert kind_title("cell-error", Language.VI) == KINDS["cell-error"].title.vi
    assert kind_title("cell-eror", Language.VI) == "cell-eror"


def test_places_are_cells_or_what_is_known(example_run: ExampleRun) -> None:
    findings = {finding.severity: finding for finding in reversed(example_run(Language.VI).findings)}
    assert where(findings[Severity.ERROR]) == "data.xlsx › Số liệu!D17"
    assert where(findings[Severity.WARNING]) == "SGDDT, 2024"
    whole_file = findings[Severity.ERROR].model_copy(update={"sheet": None, "cell": None})
    assert where(whole_file) == "data.xlsx"


def test_explanations_are_quoted(checked_run: ExampleRun) -> None:
    said = [explanation_text(finding, Language.EN) for finding in checked_run(Language.EN).findings]
    assert [text for text in said if text] == [
        "The agency explains: “Since 01/2024 with the dossiers of the testing centre.”"
    ]


def test_both_ends_of_a_long_text_stay(checked_run: ExampleRun) -> None:
    first: FindingRecord = checked_run(Language.VI).findings[0]
    assert shortened(first.message) == first.message
    text = shortened("start " + "x" * 40_000 + " end")
    assert len(text) < 700
    assert text.startswith("start xxx")
    assert text.endswith("xxx end")
