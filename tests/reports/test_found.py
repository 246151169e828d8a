"""Findings arranged: grouped by code, the worst first, the rest counted."""

from collections.abc import Callable

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language
from cchc_cli.reports.found import counts_text, grouped, where
from cchc_cli.run import Run

ExampleRun = Callable[[Language], Run]


def test_groups_keep_the_order_and_count_what_is_hidden(example_run: ExampleRun) -> None:
    groups = grouped(example_run(Language.VI).findings, most=5)
    assert [(group.code, group.count, group.hidden) for group in groups] == [
        ("value-not-a-number", 7, 2),
        ("submission-missing", 2, 0),
        ("nil-reported", 1, 0),
    ]
    assert [finding.cell for finding in groups[0].findings] == ["D17", "D18", "D19", "D20", "D21"]


def test_a_cure_is_shared_only_where_it_is_the_same(example_run: ExampleRun) -> None:
    same, different, _ = grouped(example_run(Language.VI).findings, most=5)
    assert same.shared_hint() == "Nhập một số, hoặc để trống nếu chưa có số liệu."
    assert different.shared_hint() == ""


def test_counts_by_severity(example_run: ExampleRun) -> None:
    counts = counts_text(example_run(Language.VI).findings, Language.VI)
    assert counts == "Lỗi phải sửa: 7; Cần giải trình: 2; Lưu ý: 1"
    assert counts_text([], Language.EN) == "No findings."


def test_places_are_cells_or_what_is_known(example_run: ExampleRun) -> None:
    findings = {finding.severity: finding for finding in reversed(example_run(Language.VI).findings)}
    assert where(findings[Severity.ERROR]) == "data.xlsx › Số liệu!D17"
    assert where(findings[Severity.WARNING]) == "SGDDT, 2024"
    whole_file = findings[Severity.ERROR].model_copy(update={"sheet": None, "cell": None})
    assert where(whole_file) == "data.xlsx"
