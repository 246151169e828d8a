"""The order of verdicts and the rows of agencies that are left out: exact, stable, and said."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from cchc_cli.alphabet import alphabetical
from cchc_cli.language import Language
from cchc_cli.reports.arrangement import Sort, arranged, sorted_verdicts
from cchc_cli.reports.formats import FORMATS
from cchc_cli.reports.headline import headline
from cchc_cli.reports.page import Page
from cchc_cli.run import Asked, Run, Verdict

MakeRun = Callable[..., Run]
MakeVerdict = Callable[..., Verdict]


def _agency(code: str, name: str = "") -> dict[str, Any]:
    called = name or code
    return {"kind": "agency", "code": code, "name": {"vi": called, "en": called}, "level": "province"}


@pytest.fixture
def rows(make_verdict: MakeVerdict) -> Callable[..., list[Verdict]]:
    """One official verdict, and rows of agencies with these numerators over 300."""

    def make(*numerators: int, **changes: Any) -> list[Verdict]:
        facts = {"official": False, "denominator": 300, **changes}
        return [
            make_verdict(numerator=200, denominator=300),
            *(
                make_verdict(
                    **facts,
                    scope=_agency(f"A{number}"),
                    numerator=number,
                    status="met" if number >= 150 else "missed",
                )
                for number in numerators
            ),
        ]

    return make


def _codes(verdicts: list[Verdict]) -> list[str]:
    return [verdict.scope.code for verdict in verdicts]


def _asked(run: Run, sort: str | None, top: int | None) -> Run:
    asked = Asked(language=Language.VI, periods=["2024"], by=["agency"], sort=sort, top=top)
    return arranged(run.model_copy(update={"asked": asked}), Language.VI)


def test_gaps_are_told_apart_where_rounding_would_not(make_verdict: MakeVerdict) -> None:
    close = [
        make_verdict(scope=_agency(code), numerator=number, denominator=10**17, bound=50)
        for code, number in (("B", 5 * 10**16 - 1), ("A", 5 * 10**16 - 2), ("C", 5 * 10**16))
    ]
    assert len({verdict.value for verdict in close}) == 1
    assert _codes(sorted_verdicts(close, Sort.GAP, Language.VI)) == ["A", "B", "C"]
    assert _codes(sorted_verdicts(close, Sort.VALUE, Language.VI)) == ["A", "B", "C"]


def test_what_has_no_figure_comes_last(make_verdict: MakeVerdict) -> None:
    verdicts = [
        make_verdict(scope=_agency("none"), status="no_data"),
        make_verdict(scope=_agency("high"), numerator=9, denominator=10),
        make_verdict(scope=_agency("low"), numerator=1, denominator=10),
    ]
    for sort in (Sort.GAP, Sort.VALUE):
        assert _codes(sorted_verdicts(verdicts, sort, Language.VI)) == ["low", "high", "none"]


def test_what_is_missed_comes_first_then_what_may_still_be_missed(make_verdict: MakeVerdict) -> None:
    verdicts = [
        make_verdict(scope=_agency("off"), status="not_applicable"),
        make_verdict(scope=_agency("met"), status="met"),
        make_verdict(scope=_agency("so-far"), status="met", provisional=True),
        make_verdict(scope=_agency("waiting"), status="not_due"),
        make_verdict(scope=_agency("no-figure"), status="no_data", provisional=True),
        make_verdict(scope=_agency("missed"), status="missed"),
    ]
    assert _codes(sorted_verdicts(verdicts, Sort.STATUS, Language.VI)) == [
        "missed",
        "so-far",
        "no-figure",
        "waiting",
        "met",
        "off",
    ]


@pytest.mark.parametrize("sort", Sort)
def test_an_order_loses_nothing_and_keeps_what_is_alike_in_its_order(
    example_run: Callable[[Language], Run], sort: Sort
) -> None:
    run = example_run(Language.VI)
    verdicts = sorted_verdicts([*run.verdicts, *run.verdicts], sort, Language.VI)
    assert Counter(map(id, verdicts)) == Counter({id(verdict): 2 for verdict in run.verdicts})
    assert sorted_verdicts(verdicts, sort, Language.VI) == verdicts
    if sort is Sort.CATALOGUE:
        assert verdicts == [*run.verdicts, *run.verdicts]


def test_names_follow_the_reader_s_alphabet() -> None:
    names = ["Đạo Thạnh", "Dưỡng Điềm", "Ấp Bắc", "An Hữu", "Ân Hòa", "Ăn", "phường 2", "Phường 10", "Ê", "Y"]
    in_order = [
        "An Hữu",
        "Ăn",
        "Ân Hòa",
        "Ấp Bắc",
        "Dưỡng Điềm",
        "Đạo Thạnh",
        "Ê",
        "phường 2",
        "Phường 10",
        "Y",
    ]
    assert sorted(names, key=lambda name: alphabetical(name, Language.VI)) == in_order
    tones = ["mạ", "má", "mã", "mả", "mà", "ma"]
    assert sorted(tones, key=lambda name: alphabetical(name, Language.VI)) == tones[::-1]
    english = sorted(["Đạo", "Dưỡng", "Ân", "Anh"], key=lambda name: alphabetical(name, Language.EN))
    assert english == ["Ân", "Anh", "Đạo", "Dưỡng"]


def test_both_unicode_forms_of_a_name_stand_together() -> None:
    composed, decomposed = "Th\u1edbi", "Tho\u031b\u0301i"
    keys = [alphabetical(name, Language.VI)[:2] for name in (composed, decomposed)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("name", ["", "\u0301", "12", "Ωmega", "<script>", "٣"])
def test_any_name_has_its_place(name: str) -> None:
    assert sorted([name, "An"], key=lambda each: alphabetical(each, Language.VI))


def test_the_first_rows_of_an_order_stay_and_official_ones_always(make_run: MakeRun, rows: Any) -> None:
    run = _asked(make_run(rows(100, 299, 30, 200)), "value", 2)
    assert _codes(run.verdicts) == ["A30", "A100", "province"]
    (left_out,) = run.left_out
    assert (left_out.indicator, left_out.period, left_out.statuses) == ("share", "2024", {"met": 2})


def test_without_an_order_those_below_their_bound_stay(make_run: MakeRun, rows: Any) -> None:
    run = _asked(make_run(rows(299, 100, 200, 30)), None, 2)
    assert _codes(run.verdicts) == ["province", "A100", "A30"]
    in_catalogue_order = _asked(make_run(rows(299, 100, 200, 30)), "catalogue", 2)
    assert _codes(in_catalogue_order.verdicts) == ["province", "A299", "A100"]


def test_each_indicator_and_period_has_its_own_rows(make_run: MakeRun, rows: Any) -> None:
    run = _asked(make_run([*rows(1, 2), *rows(3, 4, period="2023"), *rows(5, 6, indicator="other")]), None, 1)
    assert [verdict.scope.code for verdict in run.verdicts if not verdict.official] == ["A1", "A3", "A5"]
    assert len(run.left_out) == 3


def test_counts_are_those_of_the_whole_run(make_run: MakeRun, rows: Any) -> None:
    whole = make_run(rows(*range(1, 299)))
    cut = _asked(whole, "gap", 3)
    assert cut.summary == whole.summary
    assert headline(cut, Language.VI) == headline(whole, Language.VI)


def test_reports_say_what_is_left_out(make_run: MakeRun, rows: Any) -> None:
    run = _asked(make_run(rows(*range(1, 299))), "gap", 3)
    for name in ("table", "markdown"):
        text = " ".join(FORMATS[name].write(run, Language.VI, Page()).replace("\\", "").split())
        assert "còn 295 đơn vị không hiện ở đây" in text
        assert "chỉ hiện 3 đơn vị (--top 3); bỏ --top để xem đủ" in text
        assert "Bảng không hiện hết các đơn vị" not in text


def test_a_table_adds_what_it_leaves_out_itself(make_run: MakeRun, rows: Any) -> None:
    run = _asked(make_run(rows(*range(1, 299))), "gap", 100)
    text = " ".join(FORMATS["table"].write(run, Language.VI, Page()).split())
    assert "còn 273 đơn vị không hiện ở đây" in text
    assert "Bảng không hiện hết các đơn vị" in text


def test_periods_keep_their_order_in_the_headline(make_run: MakeRun, make_verdict: MakeVerdict) -> None:
    verdicts = [make_verdict(period="2023"), make_verdict(period="2024")]
    asked = Asked(language=Language.VI, periods=["2023", "2024"])
    run = make_run(verdicts[::-1], asked=asked)
    assert [line[:8] for line in headline(run, Language.VI)] == ["Năm 2023", "Năm 2024"]


def test_a_run_that_was_asked_nothing_stays(make_run: MakeRun, rows: Any) -> None:
    run = make_run(rows(1, 2))
    assert arranged(run, Language.VI) is run
