"""The report for the terminal: readable at 80 columns, complete or saying what it leaves out."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from rich.cells import cell_len

from cchc_cli.language import Language, Text
from cchc_cli.reports.page import Page
from cchc_cli.reports.sections import window_lines
from cchc_cli.reports.table import MOST_AGENCIES, table
from cchc_cli.run import FindingRecord, Run, Status, Verdict, WindowDays

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", Language)
def test_no_line_is_wider_than_the_page(
    example_run: Callable[[Language], Run], width: int, language: Language
) -> None:
    text = table(example_run(language), language, Page(width=width))
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_every_verdict_and_quote_is_there(example_run: Callable[[Language], Run]) -> None:
    run = example_run(Language.VI)
    text = _words(table(run, Language.VI, Page(width=80)))
    for verdict in run.verdicts:
        assert verdict.name.vi in text
        for citation in verdict.citations:
            assert f"{citation.place} (dòng {citation.line}): “{_words(citation.quote)}”" in text


def test_without_colour_there_are_no_control_codes(example_run: Callable[[Language], Run]) -> None:
    assert "\x1b" not in table(example_run(Language.VI), Language.VI, Page(width=80))


def test_colour_changes_no_word(example_run: Callable[[Language], Run]) -> None:
    run = example_run(Language.VI)
    coloured = table(run, Language.VI, Page(width=80, colour=True))
    assert "\x1b[" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == table(
        run, Language.VI, Page(width=80)
    ).splitlines()


def _agency_rows(make_verdict: MakeVerdict, met: int, missed: int) -> list[Verdict]:
    statuses = [Status.MET] * met + [Status.MISSED] * missed
    rows = []
    for number, status in enumerate(statuses):
        scope: dict[str, Any] = {
            "kind": "agency",
            "code": f"X{number}",
            "name": Text(f"Xã {number:03d}", f"Commune {number:03d}"),
            "level": "commune",
        }
        rows.append(make_verdict(scope=scope, official=False, status=status))
    return rows


def test_surplus_agency_rows_are_counted_and_those_below_kept(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    rows = _agency_rows(make_verdict, met=100, missed=3)
    text = _words(table(make_run([make_verdict(), *rows]), Language.VI, Page(width=100)))
    shown = re.findall(r"Xã \d{3}", text)
    assert len(shown) == MOST_AGENCIES
    assert {"Xã 100", "Xã 101", "Xã 102"} <= set(shown)
    left_out = 103 - MOST_AGENCIES
    assert f"còn {left_out} đơn vị không hiện ở đây (bằng hoặc trên mức của cấp: {left_out})" in text
    assert "Bảng không hiện hết các đơn vị" in text


def test_nothing_is_said_to_be_left_out_where_nothing_is(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    rows = _agency_rows(make_verdict, met=MOST_AGENCIES, missed=0)
    text = table(make_run([make_verdict(), *rows]), Language.VI, Page(width=100))
    assert len(re.findall(r"Xã \d{3}", text)) == MOST_AGENCIES
    assert "không hiện" not in text


def test_rows_of_agencies_alone_are_counted_in_their_own_words(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    text = table(make_run(_agency_rows(make_verdict, met=1, missed=1)), Language.VI, Page(width=100))
    assert "✓ bằng hoặc trên mức của cấp, ✗ dưới mức của cấp" in text
    assert "Tài liệu phục vụ điều hành" in text


def test_a_run_without_verdicts_says_so_and_shows_its_findings(
    example_run: Callable[[Language], Run], make_run: MakeRun
) -> None:
    findings: list[FindingRecord] = example_run(Language.VI).findings
    text = table(make_run([], findings), Language.VI, Page(width=80))
    assert "Không có kết quả nào để hiện." in text
    assert "… và 2 nội dung nữa cùng loại" in text


def test_findings_come_worst_first(example_run: Callable[[Language], Run]) -> None:
    text = table(example_run(Language.VI), Language.VI, Page(width=80))
    positions = [text.index(f"{word}: ") for word in ("Lỗi phải sửa", "Cần giải trình", "Lưu ý")]
    assert positions == sorted(positions)


def test_aspirational_targets_are_not_among_the_counts_of_their_area(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    verdicts = [make_verdict(), make_verdict(status=Status.MISSED, aspirational=True)]
    lines = table(make_run(verdicts), Language.VI, Page(width=80)).splitlines()
    assert next(line for line in lines if line.startswith("Lĩnh vực")).split() == ["Lĩnh", "vực", "✓"]


def test_days_that_are_not_the_calendars_are_said(example_run: Callable[[Language], Run]) -> None:
    run = example_run(Language.VI)
    verdict = run.verdicts[0]
    days = WindowDays(
        period=verdict.period,
        first_day=date(2023, 12, 15),
        last_day=date(2024, 12, 14),
        name=Text("biểu 06", "form 06"),
    )
    glossary = run.glossary.model_copy(update={"windows": {verdict.indicator: [days]}})
    said = window_lines(run.model_copy(update={"glossary": glossary}), [verdict], Language.VI)
    assert said == ["Số liệu tính từ 15/12/2023 đến 14/12/2024 (biểu 06)."]
    assert window_lines(run, run.verdicts, Language.VI) == []
