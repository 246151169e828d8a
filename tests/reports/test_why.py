"""One figure explained: from the verdict down to its cells and up to its clause."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cchc_cli.language import Language
from cchc_cli.reports.page import Page
from cchc_cli.reports.why import MOST_CELLS, why_markdown, why_tree
from cchc_cli.run import Cell, Glossary, ObservationRecord, Replaced, Run, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]


def test_cells_items_sums_bound_and_clause_are_there(traced_run: Run) -> None:
    text = why_markdown(traced_run, Language.VI)
    for part in (
        "8.320 ← a.xlsx › Số liệu!D17",
        "10.000 ← b.xlsx › Số liệu!D17",
        "hồ sơ nộp trực tuyến (online): 18.320",
        "Tử số: 18.320 hồ sơ",
        "Mẫu số: 43.399 hồ sơ",
        "18.320 / 43.399 × 100 = 42,212954%",
        "Mức phải đạt: ≥ 50%, đến 31/12/2025",
        "(dòng 38): “trên tổng số hồ sơ đạt tối thiểu 50%”",
        "A12: mẫu số là hồ sơ tiếp nhận trong kỳ",
    ):
        assert part in text


def _observation(**facts: Any) -> ObservationRecord:
    place = {"file": "a.xlsx", "sheet": "Số liệu", "done_on": None, "period": "2024", "agency": "SYT"}
    return ObservationRecord(**{**place, **facts})


def test_agencies_are_named_where_the_run_knows_them(traced_run: Run) -> None:
    seen = _observation(item="online", cell="D17", value=8320)
    run = traced_run.model_copy(update={"observations": [seen]})
    assert "Sở Y tế: 8.320 ← a.xlsx › Số liệu!D17" in why_markdown(run, Language.VI)


def test_both_ends_of_a_change_say_their_period(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    cells = [
        Cell(item="units", file="a.xlsx", sheet="Số liệu", cell=cell, value=value)
        for cell, value in (("D4", 690), ("E4", 750))
    ]
    verdict = make_verdict(
        indicator="public-units-reduced",
        kind="change",
        operator="reduce>=",
        bound=10,
        numerator=690,
        denominator=750,
        value=8.0,
        cells=cells,
    )
    seen = [
        _observation(item="units", cell="D4", value=690),
        _observation(item="units", cell="E4", value=750, period="2021"),
    ]
    text = why_markdown(make_run([verdict], observations=seen), Language.VI)
    assert "Sở Y tế: 690 ← a.xlsx › Số liệu!D4" in text
    assert "Sở Y tế, Năm 2021: 750 ← a.xlsx › Số liệu!E4" in text
    assert "Giá trị: (750 - 690) / 750 × 100 = 8,000000%" in text


def test_a_corrected_figure_shows_what_it_replaced(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    old = Replaced(file="a.xlsx", sheet="Số liệu", cell="D4", value=5302)
    cell = Cell(item="units", file="b.xlsx", sheet="Số liệu", cell="D9", value=6000, replaced=[old])
    verdict = make_verdict(indicator="public-units-reduced", kind="change", cells=[cell])
    text = why_markdown(make_run([verdict]), Language.VI)
    assert "6.000 ← b.xlsx › Số liệu!D9 (đính chính, trước là 5.302 ← a.xlsx › Số liệu!D4)" in text


def test_answers_of_yes_and_no_are_words(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    cells = [
        Cell(item="portal", file="a.xlsx", sheet="Số liệu", cell=cell, value=value)
        for cell, value in (("D4", 1), ("D5", 0))
    ]
    verdict = make_verdict(kind="milestone", operator="done", bound=None, cells=cells)
    seen = [_observation(item="portal", cell="D4", value=1, done_on=date(2022, 5, 1))]
    text = why_markdown(make_run([verdict], observations=seen), Language.VI)
    assert "Sở Y tế: có, 01/05/2022 ← a.xlsx › Số liệu!D4" in text
    assert "không ← a.xlsx › Số liệu!D5" in text


def test_a_terminal_gets_so_many_cells_and_is_told_of_the_rest(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    cells = [
        Cell(item="online", file="a.xlsx", sheet="Số liệu", cell=f"D{row}", value=1)
        for row in range(1, MOST_CELLS + 6)
    ]
    run = make_run([make_verdict(indicator="online-dossiers", cells=cells)])
    assert f"… và {len(cells) - MOST_CELLS} ô nữa" in why_tree(run, Language.VI, Page())
    assert why_markdown(run, Language.VI).count("a.xlsx") == len(cells)


def test_a_figure_that_nobody_reported_says_so(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    text = why_tree(make_run([make_verdict(indicator="online-dossiers")]), Language.VI, Page())
    assert text.count("Không có ô số liệu nào được dùng") == 3


def test_the_line_of_the_catalogue_is_named(traced_run: Run, data: dict[str, Any], make_run: MakeRun) -> None:
    glossary = Glossary(**data["glossary"])
    terms = glossary.indicators["online-dossiers"].model_copy(update={"line": 412})
    named = glossary.model_copy(update={"indicators": {"online-dossiers": terms}})
    run = make_run(traced_run.verdicts, glossary=named)
    assert "online-dossiers, dòng 412" in why_markdown(run, Language.VI)


def test_nothing_to_explain_is_said(make_run: MakeRun) -> None:
    assert "Không có kết quả nào để giải thích." in why_tree(make_run([]), Language.VI, Page())
    assert why_markdown(make_run([]), Language.VI) == "Không có kết quả nào để giải thích.\n"
