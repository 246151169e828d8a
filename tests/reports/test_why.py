"""One figure explained: from the verdict down to its cells and up to its clause."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cchc_cli.language import Language, Text
from cchc_cli.reports.page import Page
from cchc_cli.reports.why.document import why_markdown
from cchc_cli.reports.why.tree import TERMINAL, why_tree
from cchc_cli.run import FindingRecord, Glossary, Run, Verdict, WindowDays
from cchc_cli.trace import Trace, TracedAnswer, TracedCell, TracedEnd, TracedFigure, TracedMember, TracedPool

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
NAMELESS: dict[str, Any] = {"parts": [], "answers": [], "also": [], "targets": [], "rises_from": None}


@pytest.mark.parametrize(
    "part",
    [
        "Giá trị: 18.320 / 43.399 × 100 = 42,212954%",
        "Tử số: 18.320 hồ sơ",
        "hồ sơ nộp trực tuyến (online): 18.320",
        "Sở Y tế: 8.320 / 8.320 = 100,00%; chiếm 19,17% mẫu số",
        "a.xlsx, văn bản 12/BC ngày 16/12/2024",
        "Số liệu!D17: 8.320 (online)",
        "b2.xlsx, Đính chính lần 2, văn bản 9/BC ngày 16/12/2024",
        "thay cho 1.000 ← b.xlsx › Số liệu!D17, văn bản 8/BC ngày 16/12/2024",
        "direct: 25.079 = 25.000 + 70 + 9, ghép từ các kỳ ngắn hơn",
        "Số liệu!C9: 25.000 (direct, 6 tháng đầu năm 2024); cộng C9, C10",
        "s.xlsx, không ghi số văn bản, do Văn phòng UBND tỉnh gửi",
        "hồ sơ nộp trực tuyến (online): để trống ← c.xlsx › Số liệu!D17",
        "đơn vị giải trình: Chưa tổng hợp được.",
        "Sở Xây dựng: chưa nộp",
        "Số liệu!D17: không đọc được (online), không dùng: value-ambiguous",
        "Nếu không có Sở Giáo dục và Đào tạo thì đạt 100,00%; đơn vị này 28,51%",
        "Mức phải đạt: ≥ 50%, đến 31/12/2025",
        "đến 31/12/2030: ≥ 80% (danh mục, dòng 419)",
        "(dòng 38): “trên tổng số hồ sơ đạt tối thiểu 50%”",
        "A12: mẫu số là hồ sơ tiếp nhận trong kỳ",
    ],
)
def test_everything_behind_a_figure_is_there(traced_run: Run, part: str) -> None:
    assert part in why_markdown(traced_run, Language.VI)


def test_days_that_are_not_the_calendars_are_said_of_the_period_explained(traced_run: Run) -> None:
    verdict = traced_run.verdicts[0]
    name = Text("biểu 06", "form 06")
    days = [
        WindowDays(period=str(year), first_day=date(year - 1, 12, 15), last_day=date(year, 12, 14), name=name)
        for year in (2023, 2024)
    ]
    glossary = traced_run.glossary.model_copy(update={"windows": {verdict.indicator: days}})
    explained = why_markdown(traced_run.model_copy(update={"glossary": glossary}), Language.VI)
    assert explained.count("Số liệu tính từ 15/12/2023 đến 14/12/2024 (biểu 06)") == 1
    assert "15/12/2022" not in explained


def _cell(value: float | None, cell: str, period: str = "2024", **facts: Any) -> TracedCell:
    return TracedCell(period=period, value=value, file="a.xlsx", sheet="Số liệu", cell=cell, **facts)


def _pool(value: int, cell: str, period: str) -> TracedPool:
    figure = TracedFigure(item="units", value=value, cells=[_cell(value, cell, period)])
    member = TracedMember(
        agency="SNV", name=Text("Sở Nội vụ", "Home Affairs"), numerator=value, denominator=0, figures=[figure]
    )
    return TracedPool(period=period, numerator=value, denominator=0, sums=[], members=[member])


def _end(**facts: Any) -> TracedEnd:
    return TracedEnd(**{"role": "baseline", "of": "mean", "window": "2021-01-01..2022-12-31", **facts})


def _trace(indicator: str, **facts: Any) -> Trace:
    whole: dict[str, Any] = {"scope_kind": "province", "scope": "province", "period": "2024", "ends": []}
    return Trace(**{"indicator": indicator, **whole, **NAMELESS, **facts})


def _change(make_verdict: MakeVerdict) -> Verdict:
    return make_verdict(
        indicator="public-units-reduced",
        kind="change",
        operator="reduce>=",
        bound=10,
        numerator=690,
        denominator=750,
        value=8.0,
    )


def test_both_ends_of_a_change_and_the_years_of_a_mean(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    present = _end(role="present", of="period", window=None, figure=690, pools=[_pool(690, "D4", "2024")])
    years = [_pool(740, "E4", "2021"), _pool(760, "F4", "2022")]
    trace = _trace("public-units-reduced", ends=[present, _end(figure=750, pools=years)])
    text = why_markdown(make_run([_change(make_verdict)], traces=[trace]), Language.VI)
    for part in (
        "Giá trị: (750 - 690) / 750 × 100 = 8,000000%",
        "Số liệu hiện tại: Năm 2024: 690 đơn vị",
        "Số liệu gốc: bình quân mỗi năm của giai đoạn 2021 - 2022: (740 + 760) / 2 = 750 đơn vị",
        "Năm 2022: 760",
        "Số liệu!F4: 760 (units)",
    ):
        assert part in text


def test_a_year_without_a_figure_is_named(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    empty = TracedPool(period="2022", numerator=None, denominator=None, sums=[], members=[])
    ends = [
        _end(figure=None, pools=[_pool(740, "E4", "2021"), empty]),
        _end(window=None, figure=None, pools=[]),
    ]
    run = make_run([_change(make_verdict)], traces=[_trace("public-units-reduced", ends=ends)])
    text = why_markdown(run, Language.VI)
    assert "giai đoạn 2021 - 2022: chưa tính được" in text
    assert "Năm 2022: chưa có số liệu" in text
    assert "Số liệu gốc: chưa quy định" in text


def _milestone(make_verdict: MakeVerdict, make_run: MakeRun) -> Run:
    yes = [
        _cell(1, cell, period, done_on=date(2022, 5, 1)) for cell, period in (("D4", "2022"), ("D5", "2023"))
    ]
    answers = [
        TracedAnswer(
            agency="SYT",
            name=Text("Sở Y tế", "Department of Health"),
            done_on=date(2022, 5, 1),
            counted=1,
            cells=[_cell(0, "D3", "2021"), *yes],
        ),
        TracedAnswer(
            agency="SXD",
            name=Text("Sở Xây dựng", "Department of Construction"),
            done_on=None,
            counted=None,
            cells=[],
        ),
        TracedAnswer(
            agency="SNV",
            name=Text("Sở Nội vụ", "Department of Home Affairs"),
            done_on=None,
            counted=0,
            cells=[_cell(0, "D9")],
        ),
    ]
    verdict = make_verdict(indicator="public-units-reduced", kind="milestone", operator="done", bound=None)
    return make_run([verdict], traces=[_trace("public-units-reduced", answers=answers)])


def test_who_said_yes_or_no_and_in_which_cell(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    text = why_markdown(_milestone(make_verdict, make_run), Language.VI)
    no, silent, yes = (
        text.index(words)
        for words in (
            "Sở Nội vụ: không (Năm 2024)",
            "Sở Xây dựng: chưa trả lời",
            "Sở Y tế: có, ngày 01/05/2022",
        )
    )
    assert no < silent < yes, "what is still to be done comes first"
    for part in ("Số liệu!D3: không (năm 2021)", "Số liệu!D4: có, 01/05/2022 (năm 2022)", "Số liệu!D5: có"):
        assert part in text


def test_a_terminal_leaves_out_what_was_only_said_again(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    text = why_tree(_milestone(make_verdict, make_run), Language.VI, Page())
    assert "Số liệu!D3" in text
    assert "Số liệu!D4" in text
    assert "Số liệu!D5" not in text
    assert "báo như vậy trong 1 báo cáo khác" in text


def test_a_terminal_gets_the_largest_and_is_told_of_the_rest(traced_run: Run) -> None:
    ((trace,), most) = (traced_run.traces or [], TERMINAL.agencies or 0)
    (end,) = trace.ends
    (pool,) = end.pools
    members = [
        pool.members[0].model_copy(update={"name": Text(f"X{number}", ""), "denominator": 100 + number})
        for number in range(most + 5)
    ]
    ends = [end.model_copy(update={"pools": [pool.model_copy(update={"members": members})]})]
    run = traced_run.model_copy(update={"traces": [trace.model_copy(update={"ends": ends})]})
    text = why_tree(run, Language.VI, Page())
    assert f"X{most + 4}: 8.320 / {100 + most + 4}" in text
    assert "X4:" not in text
    assert "… và 5 đơn vị nữa, xem đủ bằng -f markdown" in text
    for whole in (why_markdown(run, Language.VI), why_tree(run, Language.VI, Page(whole=True))):
        assert "X0: " in whole
        assert "nữa" not in whole


def test_a_figure_near_its_bound_is_not_rounded_onto_it(make_verdict: MakeVerdict, traced_run: Run) -> None:
    (trace,) = traced_run.traces or []
    parts = [trace.parts[0].model_copy(update={"without": 49.9996})]
    run = traced_run.model_copy(update={"traces": [trace.model_copy(update={"parts": parts})]})
    assert "Nếu không có Sở Y tế thì đạt 49,9996%" in why_markdown(run, Language.VI)


def test_a_figure_that_nobody_reported_says_so(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    pool = TracedPool(period="2024", numerator=None, denominator=None, sums=[], members=[])
    end = _end(role="present", of="period", window=None, figure=None, pools=[pool])
    run = make_run([make_verdict(indicator="share")], traces=[_trace("share", ends=[end])])
    assert "Không có ô số liệu nào được dùng" in why_tree(run, Language.VI, Page())


def test_of_what_cannot_be_used_only_its_own_findings_are_told(
    data: dict[str, Any], make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    """An agency that bears the code since has findings of its own, about the whole period."""
    finding = FindingRecord(**data["findings"]["vi"][0])
    until_june, since = (
        finding.model_copy(update={"agency": "SNV", "item": "units", "period": period, "message": period})
        for period in ("2024-H1", "2024")
    )
    cell = _cell(None, "D17", "2024-H1", code=finding.code)
    lacks = TracedFigure(item="units", value=None, cells=[], lack="unusable", unused=[cell])
    nothing: dict[str, Any] = {"numerator": None, "denominator": None}
    member = TracedMember(agency="SNV", name=Text("Cũ", "Old"), figures=[lacks], **nothing)
    pool = TracedPool(period="2024", sums=[], members=[member], **nothing)
    end = _end(role="present", of="period", window=None, figure=None, pools=[pool])
    run = make_run(
        [make_verdict(indicator="share")], [until_june, since], traces=[_trace("share", ends=[end])]
    )
    explained = why_tree(run, Language.VI, Page())
    assert f"{finding.code}: 2024-H1" in explained
    assert f"{finding.code}: 2024\n" not in explained


def test_the_line_of_the_catalogue_is_named(traced_run: Run, data: dict[str, Any], make_run: MakeRun) -> None:
    glossary = Glossary(**data["glossary"])
    terms = glossary.indicators["online-dossiers"].model_copy(update={"line": 412})
    named = glossary.model_copy(update={"indicators": {"online-dossiers": terms}})
    run = make_run(traced_run.verdicts, glossary=named)
    assert "online-dossiers, dòng 412" in why_markdown(run, Language.VI)


@pytest.mark.parametrize("language", Language)
def test_the_tree_keeps_to_its_width(traced_run: Run, language: Language) -> None:
    assert max(map(len, why_tree(traced_run, language, Page(width=80)).splitlines())) <= 80


def test_nothing_to_explain_is_said(make_run: MakeRun) -> None:
    assert "Không có kết quả nào để giải thích." in why_tree(make_run([]), Language.VI, Page())
    assert why_markdown(make_run([]), Language.VI) == "Không có kết quả nào để giải thích.\n"


def test_only_who_lowers_the_figure_holds_it_back(traced_run: Run) -> None:
    assert "Nếu không có Sở Y tế" not in why_markdown(traced_run, Language.VI)


def test_a_run_without_a_trace_still_says_what_was_decided(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    text = why_tree(make_run([make_verdict(indicator="online-dossiers")]), Language.VI, Page())
    assert "✓ Đạt" in text
    assert "Mức phải đạt: ≥ 50%, đến 31/12/2024" in text
