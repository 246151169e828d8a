"""Submissions that were checked, summed up by file and by code."""

from collections.abc import Callable
from typing import Any

import pytest

from cchc_cli.language import Language
from cchc_cli.reports.checked import (
    checked_files,
    headline,
    kind_counts,
    more_files,
    shown_files,
    totals,
    whose,
)
from cchc_cli.reports.found import Concern
from cchc_cli.run import Run

CheckedRun = Callable[[Language], Run]


@pytest.fixture
def run(checked_run: CheckedRun) -> Run:
    return checked_run(Language.VI)


def test_every_file_stands_somewhere(run: Run) -> None:
    files = checked_files(run, Language.VI)
    assert [file.path for file in files] == [read.path for read in run.inputs]
    assert sum(len(file.findings) for file in files) == len(run.findings)
    assert [file.worst for file in files] == [
        Concern.MEND,
        Concern.EXPLAIN,
        Concern.NOTE,
        Concern.MEND,
        Concern.NOTE,
    ]


def test_a_file_without_findings_is_said_to_be_fine(run: Run) -> None:
    *_, last = checked_files(run, Language.VI)
    assert last.path == "nộp/so-xay-dung.xlsx"
    assert last.standing(Language.VI) == "Không có nội dung cần xử lý"


def test_agency_and_period_are_said_as_far_as_they_are_known(run: Run) -> None:
    said = [whose(file, run, Language.VI) for file in checked_files(run, Language.VI)]
    assert said == ["Sở Nội vụ, Năm 2024", "Sở Y tế, Năm 2024", "3 đơn vị", "", "Sở Xây dựng, Năm 2024"]


def test_the_headline_counts_files(run: Run) -> None:
    assert headline(checked_files(run, Language.VI), Language.VI) == (
        "Đã kiểm tra 5 tệp: 2 tệp có lỗi phải sửa, 1 tệp cần giải trình, 2 tệp không phải xử lý gì."
    )
    assert headline([], Language.EN) == "No file is about what was chosen."


def test_findings_of_no_file_come_last(run: Run) -> None:
    homeless = run.findings[0].model_copy(update={"file": None})
    *_, last = checked_files(run.model_copy(update={"findings": [homeless]}), Language.EN)
    assert (last.path, last.findings) == ("(of no file)", [homeless])
    assert whose(last, run, Language.EN) == ""


def test_codes_are_counted_the_most_urgent_first(run: Run) -> None:
    assert [(each.concern, each.code, each.count) for each in kind_counts(run)] == [
        (Concern.MEND, "file-unreadable", 1),
        (Concern.MEND, "value-ambiguous", 2),
        (Concern.EXPLAIN, "jump-from-last-period", 1),
        (Concern.ANSWERED, "jump-from-last-period", 1),
        (Concern.NOTE, "extra-column", 1),
    ]


def test_where_not_all_files_fit_those_with_something_to_do_stay(run: Run) -> None:
    files = checked_files(run, Language.VI)
    assert len(shown_files(files)[0]) == 5
    shown, hidden = shown_files(files, most=40, most_fine=4)
    assert [file.worst for file in shown] == [Concern.MEND, Concern.MEND, Concern.EXPLAIN, Concern.NOTE]
    assert [file.path for file in hidden] == ["nộp/so-xay-dung.xlsx"]
    shown, hidden = shown_files(files, most=2, most_fine=1)
    assert {file.worst for file in shown} == {Concern.MEND}
    assert more_files(hidden, Language.VI) == (
        "… và 3 tệp nữa (1 tệp cần giải trình, 2 tệp không phải xử lý gì)"
    )
    assert more_files([], Language.VI) == ""


def test_what_a_baseline_knows_is_not_called_fine(run: Run) -> None:
    facts: dict[str, Any] = {"findings": [run.findings[-1]]}
    only_new = run.model_copy(update=facts)
    files = {file.path: file for file in checked_files(only_new, Language.VI)}
    assert files["nộp/so-noi-vu.xlsx"].standing(Language.VI) == "Đã biết, không nêu lại: 2"
    assert files["nộp/tong-hop.xlsx"].standing(Language.VI) == "Lưu ý: 1"
    assert headline(list(files.values()), Language.VI) == (
        "Đã kiểm tra 5 tệp: 2 tệp không phải xử lý gì, 3 tệp không có gì mới phải xử lý."
    )
    assert totals(only_new, Language.VI) == "Lưu ý: 1; Đã biết, không nêu lại: 5"
    assert totals(run.model_copy(update={"findings": []}), Language.EN) == "Known, not listed: 6"
