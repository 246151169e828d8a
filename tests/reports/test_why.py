"""The explanation of a figure: arranged once from the trace, laid out for a terminal and as a document."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cchc_cli.language import Language
from cchc_cli.reports.page import Page
from cchc_cli.reports.why.document import why_markdown
from cchc_cli.reports.why.tree import why_tree
from cchc_cli.run import IndicatorTerms, Run, TermRecord, Verdict
from cchc_cli.trace import Trace, TracedAnswer, TracedCell, TracedMember, TracedPart

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]


def test_cells_documents_sums_bound_and_clause_are_there(traced_run: Run) -> None:
    text = why_markdown(traced_run, Language.VI)
    for part in (
        "18.320 / 43.399 × 100 = 42,212954%",
        "Tử số: 18.320 hồ sơ",
        "hồ sơ nộp trực tuyến (online): 18.320",
        "a.xlsx, văn bản 12/BC ngày 16/12/2024",
        "Số liệu!D17: 8.320 (online)",
        "Mức phải đạt: ≥ 50%, đến 31/12/2025",
        "(dòng 38): “trên tổng số hồ sơ đạt tối thiểu 50%”",
        "A12: mẫu số là hồ sơ tiếp nhận trong kỳ",
        "danh mục, dòng 412",
    ):
        assert part in text


def test_a_corrected_figure_shows_what_it_replaced(traced_run: Run) -> None:
    text = why_markdown(traced_run, Language.VI)
    assert "b2.xlsx, Đính chính lần 2, văn bản 9/BC ngày 16/12/2024" in text
    assert "thay cho 1.000 ← b.xlsx › Số liệu!D17, văn bản 8/BC ngày 16/12/2024" in text


def test_a_figure_put_together_shows_its_pieces(traced_run: Run) -> None:
    assert "direct: 25.079 = 25.000 + 70 + 9, ghép từ các kỳ ngắn hơn" in why_markdown(
        traced_run, Language.VI
    )


def test_who_is_not_in_the_pool_is_named_with_the_reason(traced_run: Run) -> None:
    text = why_markdown(traced_run, Language.VI)
    assert "hồ sơ nộp trực tuyến (online): để trống ← c.xlsx › Số liệu!D17" in text
    assert "đơn vị giải trình: Chưa tổng hợp được." in text
    assert "Sở Xây dựng: chưa nộp" in text
    assert "không dùng: không đọc được (value-ambiguous)" in text


def test_who_holds_the_figure_back_is_said(traced_run: Run) -> None:
    text = why_markdown(traced_run, Language.VI)
    assert "Nếu không có Sở Giáo dục và Đào tạo thì đạt 100,00%; đơn vị này 28,51%" in text
    assert "Nếu không có Sở Y tế" not in text


def test_a_terminal_gets_the_largest_and_is_told_of_the_rest(traced_run: Run) -> None:
    (trace,) = traced_run.traces or []
    ((pool,),) = [end.pools for end in trace.ends]
    member = pool.members[0]
    many = [
        member.model_copy(update={"agency": f"X{number}", "denominator": number}) for number in range(1, 41)
    ]
    crowded = _with_members(trace, many)
    run = traced_run.model_copy(update={"traces": [crowded]})
    tree = why_tree(run, Language.VI, Page())
    assert "├── X40: " in tree
    assert "X1: " not in tree
    assert "đơn vị nữa, xem đủ bằng -f markdown" in tree
    document = why_markdown(run, Language.VI)
    assert all(f"X{number}: " in document for number in range(1, 41))


def test_answers_of_yes_and_no_are_words(
    traced_run: Run, make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    (trace,) = traced_run.traces or []
    place: dict[str, Any] = {"period": "2024", "file": "a.xlsx", "sheet": "Số liệu"}
    said = [
        TracedAnswer(
            agency="SYT",
            done_on=date(2024, 5, 1),
            counted=0,
            cells=[TracedCell(**place, cell="D4", value=1, done_on=date(2024, 5, 1))],
        ),
        TracedAnswer(agency="SNV", done_on=None, counted=0, cells=[TracedCell(**place, cell="D5", value=0)]),
    ]
    asked = {"indicator": "portal-connected", "scope_kind": "province", "scope": "province"}
    verdict = make_verdict(indicator="portal-connected", kind="milestone", operator="done", bound=None)
    of_answers = trace.model_copy(
        update={**asked, "ends": [], "parts": [], "answers": said, "also": [], "targets": []}
    )
    asks = IndicatorTerms(numerator=[TermRecord(item="portal", sign=1)], denominator=[])
    known = traced_run.glossary.model_copy(update={"indicators": {"portal-connected": asks}})
    text = why_markdown(make_run([verdict], traces=[of_answers], glossary=known), Language.VI)
    assert "Sở Y tế" in text and "01/05/2024" in text and "Số liệu!D4" in text
    assert "không" in text and "Số liệu!D5" in text


def test_a_run_without_a_trace_still_says_what_was_decided(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    text = why_tree(make_run([make_verdict(indicator="online-dossiers")]), Language.VI, Page())
    assert "✓ Đạt" in text
    assert "Mức phải đạt: ≥ 50%, đến 31/12/2024" in text


def test_nothing_to_explain_is_said(make_run: MakeRun) -> None:
    assert "Không có kết quả nào để giải thích." in why_tree(make_run([]), Language.VI, Page())
    assert why_markdown(make_run([]), Language.VI) == "Không có kết quả nào để giải thích.\n"


def _with_members(trace: Trace, members: list[TracedMember]) -> Trace:
    (end,) = trace.ends
    (pool,) = end.pools
    wider = end.model_copy(update={"pools": [pool.model_copy(update={"members": members})]})
    parts = [
        TracedPart(
            agency=member.agency,
            numerator=member.numerator or 0,
            denominator=member.denominator or 0,
            value=50,
            weight=member.denominator,
            without=40,
            without_meets=None,
        )
        for member in members
    ]
    return trace.model_copy(update={"ends": [wider], "parts": parts})
