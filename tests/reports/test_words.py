"""Every code has its words; agency rows never say that a target is met."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cchc_cli.comparison.matching import pair_of
from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.reports.comparison_words import difference_lines
from cchc_cli.reports.outcome import also_texts, missing, reached
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.wording import KEPT, NOTE, REASON, SEVERITY, SIGN, STATUS, note_words, status_words
from cchc_cli.run import Note, Reason, Run, Status, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
AGENCY = {"kind": "agency", "code": "SYT", "name": {"vi": "Sở Y tế", "en": "Health"}, "level": "province"}


def test_no_code_is_without_words() -> None:
    assert set(STATUS) == set(SIGN) == set(Status)
    assert set(REASON) == set(Reason)
    assert set(NOTE) == set(Note) - {Note.KEPT_FLOOR, Note.PARTIAL_COVERAGE}
    assert set(SEVERITY) == set(Severity)
    assert len(set(SIGN.values())) == len(Status)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"status": Status.MET}, "Đạt"),
        ({"status": Status.MET, "provisional": True}, "Đạt (tạm tính)"),
        ({"status": Status.NOT_DUE, "provisional": True}, "Chưa đến hạn"),
        ({"status": Status.NO_DATA, "reason": Reason.NOT_SUBMITTED}, "Chưa có số liệu (chưa nộp)"),
        ({"status": Status.MET, "official": False}, "Bằng hoặc trên mức của cấp"),
        ({"status": Status.MISSED, "official": False}, "Dưới mức của cấp"),
        ({"status": Status.MET, "notes": [Note.KEPT_FLOOR]}, "Duy trì mức năm 2024: đạt"),
        ({"status": Status.MISSED, "notes": [Note.KEPT_FLOOR]}, "Duy trì mức năm 2024: không đạt"),
    ],
)
def test_the_verdict_in_words(make_verdict: MakeVerdict, facts: dict[str, Any], words: str) -> None:
    assert status_words(make_verdict(**facts), Language.VI) == words


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("language", Language)
def test_an_agency_row_says_neither_met_nor_missed(
    make_verdict: MakeVerdict, status: Status, language: Language
) -> None:
    verdict = make_verdict(status=status, official=False, scope=AGENCY, notes=[Note.KEPT_FLOOR])
    words = status_words(verdict, language).lower()
    official = {STATUS[Status.MET], STATUS[Status.MISSED], *KEPT.values()}
    assert words not in {text.in_language(language).lower() for text in official}


def test_notes_are_spoken(make_verdict: MakeVerdict) -> None:
    verdict = make_verdict(notes=[Note.KEPT_FLOOR, Note.LATE, Note.ABOVE_BAND])
    assert note_words(verdict, Language.VI) == ["hoàn thành sau thời hạn", "cao hơn khung mục tiêu"]


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({"operator": ">=", "bound": 80}, ["≥ 80%", "đến 31/12/2024"]),
        ({"operator": ">", "bound": 98}, ["> 98%", "đến 31/12/2024"]),
        ({"operator": "between", "bound": 25, "upper": 35}, ["25%–35%", "đến 31/12/2024"]),
        ({"operator": "within", "bound": 25, "upper": 35}, ["trong khoảng 25%–35%", "đến 31/12/2024"]),
        (
            {"indicator": "public-units-reduced", "kind": "change", "operator": "reduce>=", "bound": 10},
            ["giảm ≥ 10% so với năm 2021", "đến 31/12/2024"],
        ),
        ({"operator": "reduce>=", "bound": None}, ["theo tỷ lệ quy định riêng", "đến 31/12/2024"]),
        ({"operator": ">=", "bound": 22.5, "due": None}, ["≥ 22,5%", "mọi kỳ báo cáo"]),
        ({"operator": ">", "bound": 90, "due": None, "judged": "year"}, ["> 90%", "hằng năm"]),
        ({"kind": "milestone", "operator": "done", "bound": None}, ["hoàn thành", "đến 31/12/2024"]),
        (
            {"kind": "duty", "operator": "done", "bound": None, "due": None},
            ["thực hiện", "mọi kỳ báo cáo"],
        ),
        (
            {
                "bound": 70,
                "notes": [Note.KEPT_FLOOR],
                "next": {"bound": 100, "operator": ">=", "due": date(2030, 12, 31)},
            },
            ["≥ 70%", "duy trì từ 31/12/2024", "sau đó ≥ 100% đến 31/12/2030"],
        ),
        (
            {"operator": None, "next": {"bound": 25, "operator": "between", "due": date(2030, 12, 31)}},
            ["≥ 25%", "đến 31/12/2030"],
        ),
        (
            {
                "operator": None,
                "next": {"bound": 25, "operator": "within", "due": date(2030, 12, 31), "upper": 35},
            },
            ["trong khoảng 25%–35%", "đến 31/12/2030"],
        ),
        (
            {
                "operator": "between",
                "bound": 10,
                "upper": 20,
                "notes": [Note.KEPT_FLOOR],
                "next": {"bound": 25, "operator": "between", "due": date(2030, 12, 31), "upper": 35},
            },
            ["10%–20%", "duy trì từ 31/12/2024", "sau đó 25%–35% đến 31/12/2030"],
        ),
        ({"operator": None}, []),
    ],
)
def test_what_is_asked(
    make_verdict: MakeVerdict, make_run: MakeRun, facts: dict[str, Any], lines: list[str]
) -> None:
    verdict = make_verdict(**facts)
    assert asked(make_run([verdict]), verdict, Language.VI) == lines


_ONLINE = {"indicator": "online-dossiers", "numerator": 40, "denominator": 100}
_HALF = {"indicator": "online-dossiers", "numerator": 50, "denominator": 100, "value": 50}
_NEXT = {"operator": None, "bound": None, "next": {"bound": 50, "operator": ">=", "due": None}}
_UNITS = {
    "indicator": "public-units-reduced",
    "kind": "change",
    "operator": "reduce>=",
    "bound": 10,
    "numerator": 690,
    "denominator": 750,
    "value": 8.0,
}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({**_ONLINE, "status": Status.MISSED, "shortfall": 10}, "thiếu 10 hồ sơ so với mức phải đạt"),
        ({**_ONLINE, **_NEXT, "status": Status.NOT_DUE, "shortfall": 10}, "cần thêm 10 hồ sơ"),
        (
            {**_UNITS, "status": Status.MISSED, "shortfall": 15},
            "thiếu mức giảm 15 đơn vị so với mức phải đạt",
        ),
        ({**_UNITS, "status": Status.NOT_DUE, "shortfall": 15}, "cần giảm thêm 15 đơn vị"),
        (
            {"kind": "score", "unit": "điểm", "value": 84.996, "gap": -0.004, "status": Status.MISSED},
            "thiếu 0,004 điểm so với mức phải đạt",
        ),
        (
            {**_ONLINE, "status": Status.MISSED, "shortfall": None},
            "thiếu 10,00 điểm phần trăm so với mức phải đạt",
        ),
        ({**_ONLINE, "status": Status.MET, "shortfall": 0}, ""),
        ({**_HALF, **_NEXT, "status": Status.NOT_DUE, "shortfall": 0}, "hiện bằng hoặc trên mức này"),
        (
            {**_HALF, "operator": ">", "bound": 50, "status": Status.NOT_DUE, "gap": 0, "shortfall": 1},
            "cần thêm 1 hồ sơ",
        ),
        ({"status": Status.NO_DATA}, ""),
    ],
)
def test_what_is_missing_follows_the_status(
    make_verdict: MakeVerdict, make_run: MakeRun, facts: dict[str, Any], words: str
) -> None:
    verdict = make_verdict(**facts)
    assert missing(make_run([verdict]), verdict, Language.VI) == words


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        (_ONLINE, ["40,00%", "40 / 100 hồ sơ"]),
        (_UNITS, ["giảm 8,00%", "từ 750 còn 690 đơn vị"]),
        ({**_UNITS, "numerator": 780, "value": -4.0}, ["tăng 4,00%", "từ 750 lên 780 đơn vị"]),
        (
            {**_UNITS, "operator": "increase>=", "numerator": 780, "value": 4.0},
            ["tăng 4,00%", "từ 750 lên 780 đơn vị"],
        ),
        (
            {
                "kind": "milestone",
                "operator": "done",
                "numerator": 1,
                "denominator": 1,
                "done_on": date(2022, 12, 1),
            },
            ["đã hoàn thành 1/1, ngày 01/12/2022"],
        ),
        (
            {"coverage": {"reporting": 17, "expected": 19, "weight": None, "missing": ["SYT", "SGDDT"]}},
            ["mới có 17/19 đơn vị", "chờ: Sở Y tế; Sở Giáo dục và Đào tạo"],
        ),
        (
            {"coverage": {"reporting": 1, "expected": 5, "weight": None, "missing": ["A", "B", "C", "D"]}},
            ["mới có 1/5 đơn vị", "chờ: A; B; C và 1 đơn vị khác"],
        ),
        (
            {
                "coverage": {
                    "reporting": 4,
                    "expected": 5,
                    "weight": None,
                    "missing": ["SYT"],
                    "missing_names": [Text("Sở Y tế cũ", "")],
                }
            },
            ["mới có 4/5 đơn vị", "chờ: Sở Y tế cũ"],
        ),
        (
            {
                "coverage": {
                    "reporting": 4,
                    "expected": 5,
                    "weight": None,
                    "missing": ["SYT"],
                    "missing_names": [Text("Sở Y tế cũ", "")],
                }
            },
            ["mới có 4/5 đơn vị", "chờ: Sở Y tế cũ"],
        ),
        (
            {
                "scope": AGENCY,
                "official": False,
                "coverage": {"reporting": 0, "expected": 1, "weight": None, "missing": ["SYT"]},
            },
            [],
        ),
        (
            {"last_known": {"period": "2025-H1", "value": 78.5, "bound": 80, "status": "not_due"}},
            ["gần nhất: 6 tháng đầu năm 2025: 78,50% (≥ 80%), Chưa đến hạn"],
        ),
    ],
)
def test_what_is_reached(
    make_verdict: MakeVerdict, make_run: MakeRun, facts: dict[str, Any], lines: list[str]
) -> None:
    verdict = make_verdict(**facts)
    assert reached(make_run([verdict]), verdict, Language.VI) == lines


def test_what_a_second_figure_should_come_to_is_rounded_like_the_figure(make_verdict: MakeVerdict) -> None:
    step = {"reading": "A02", "name": {"vi": "Tăng", "en": "Rise"}, "unit": {"vi": "điểm", "en": "points"}}
    verdict = make_verdict(
        also=[{**step, "value": 20 / 3, "bound": 20 / 3}, {**step, "value": 5, "bound": 20}]
    )
    assert also_texts(verdict, Language.VI) == [
        "Tăng: 6,67 điểm (≥ 6,67 điểm) (A02)",
        "Tăng: 5,00 điểm (≥ 20 điểm) (A02)",
    ]


def test_nothing_has_risen_or_fallen_before_the_baseline(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    """750 units in 2020 against 690 in 2021 are no rise from 690 to 750."""
    facts = {**_UNITS, "status": Status.NOT_DUE, "numerator": 750, "denominator": 690, "value": -60 / 6.9}
    for period, words in (
        ("2020", ["cao hơn số liệu gốc 8,70%", "750, số liệu gốc 690 đơn vị"]),
        ("2021", ["tăng 8,70%", "từ 690 lên 750 đơn vị"]),
    ):
        verdict = make_verdict(**facts, period=period)
        assert reached(make_run([verdict]), verdict, Language.VI)[:2] == words
    verdict = make_verdict(**{**_UNITS, "period": "2020", "status": Status.NOT_DUE})
    assert reached(make_run([verdict]), verdict, Language.EN)[0] == "8.00% below the baseline"


@pytest.mark.parametrize(
    ("facts", "known", "words"),
    [
        ({}, {"value": 79.996, "bound": 80}, "Năm 2024: 79,996% (≥ 80%), Không đạt"),
        ({}, {"value": 90, "bound": 90, "operator": ">"}, "Năm 2024: 90,00% (> 90%), Không đạt"),
        ({"official": False}, {"value": 70, "bound": 80}, "Năm 2024: 70,00% (≥ 80%), Dưới mức của cấp"),
        ({}, {"value": None, "bound": None}, "Năm 2024: –, Không đạt"),
    ],
)
def test_the_last_known_verdict_of_a_level_that_has_ended(
    make_verdict: MakeVerdict, make_run: MakeRun, facts: dict[str, Any], known: dict[str, Any], words: str
) -> None:
    known = {"period": "2024", "status": Status.MISSED, **known}
    verdict = make_verdict(**facts, status=Status.NOT_APPLICABLE, last_known=known)
    assert f"gần nhất: {words}" in reached(make_run([verdict]), verdict, Language.VI)


def test_a_verdict_that_turned_while_its_value_stood_still_says_nothing_of_points(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    now = make_verdict(numerator=40, denominator=50, status="missed")
    pair = pair_of(now.model_copy(update={"status": Status.NOT_DUE}), now)
    assert pair.flip is not None
    assert difference_lines(make_run([now]), pair, Language.VI) == []
