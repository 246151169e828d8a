"""Pace in words: an estimate wherever it stands, and never a verdict."""

from collections.abc import Callable
from typing import Any

import pytest

from cchc_cli.language import Language
from cchc_cli.pace import PaceState
from cchc_cli.reports.pace_text import PACE, pace_brief, pace_counts, pace_explained, pace_sentence
from cchc_cli.run import Run, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]

NOT_DUE: dict[str, Any] = {"status": "not_due", "operator": None, "bound": None, "due": None}
PROJECTED = {
    "value": 79.996,
    "due": "2025-12-31",
    "bound": 80,
    "meets": False,
    "years": 2,
    "per_year": 9.998,
    "values": [
        {"day": "2021-12-31", "value": 40.004, "period": "2021"},
        {"day": "2023-12-31", "value": 60, "period": "2023"},
    ],
}


def pace(**changes: Any) -> dict[str, Any]:
    return {
        "to": {"bound": 80, "operator": ">=", "due": "2025-12-31"},
        "method": "line",
        "start": {"day": "2021-12-31", "value": 40.004, "period": "2021"},
        "expected": 60.002,
        "floor": None,
        "actual": 60,
        "difference": -0.002,
        "state": "on-track",
        "needed_per_year": 10,
        "reached_early": False,
        "projected": PROJECTED,
        "ladder_end": None,
        **changes,
    }


Say = Callable[..., str]


@pytest.fixture
def said(make_verdict: MakeVerdict, make_run: MakeRun) -> Say:
    def say(words: Say, language: Language = Language.VI, facts: Any = None, **changes: Any) -> str:
        verdict = make_verdict(**{"period": "2023", **NOT_DUE, **(facts or {})}, pace=pace(**changes))
        found = words(make_run([verdict]), verdict, language)
        return found if isinstance(found, str) else "\n".join(found)

    return say


def test_every_state_has_its_words_and_says_that_it_is_an_estimate() -> None:
    assert set(PACE) == set(PaceState)
    assert all("ước tính" in words.vi and "estimate" in words.en for words in PACE.values())


@pytest.mark.parametrize("words", [pace_brief, pace_sentence, pace_explained])
@pytest.mark.parametrize("state", [*PaceState, None])
@pytest.mark.parametrize("status", ["not_due", "met", "missed"])
def test_an_estimate_wherever_it_stands(said: Say, words: Say, state: str | None, status: str) -> None:
    facts = {**NOT_DUE, "status": status} if status == "not_due" else {"status": status, "operator": ">="}
    assert "ước tính" in said(words, Language.VI, facts, state=state)
    text = said(words, Language.EN, facts, state=state).lower()
    assert "estimate" in text
    assert not {"met", "missed"} & set(text.replace(",", " ").split()), "never in the words of a verdict"


def test_what_is_expected_needed_and_projected(said: Say) -> None:
    assert said(pace_sentence) == (
        "Đúng tiến độ (ước tính): nay cần 60,00%; cần thêm 10,00 điểm phần trăm mỗi năm; "
        "dự báo 31/12/2025: 79,996%, chưa tới mức 80%"
    ), "rounding never tells another outcome"
    assert said(pace_brief, Language.EN) == (
        "On track (estimate): 60.00% expected by now; 79.996% projected when due"
    )


def test_the_target_is_named_where_the_row_is_about_another_one(said: Say) -> None:
    text = said(pace_sentence, facts={"status": "missed", "operator": ">=", "bound": 50}, state="behind")
    assert text.startswith("Chậm tiến độ (ước tính), mục tiêu ≥ 80% đến 31/12/2025: nay cần 60,00%")


def test_in_the_last_year_a_rate_a_year_says_nothing(said: Say) -> None:
    assert "mỗi năm" not in said(pace_sentence, facts={"period": "2025-H1"})


def test_where_there_is_nothing_to_compare_with(said: Say) -> None:
    alone = {"start": None, "expected": None, "difference": None, "state": None, "projected": None}
    assert said(pace_brief, **alone) == "Tiến độ (ước tính): cần thêm 10,00 điểm phần trăm mỗi năm"
    assert "Chưa có giá trị trước đó để so sánh" in said(pace_explained, **alone)


def test_the_method_and_all_its_parts_are_named(said: Say) -> None:
    text = said(pace_explained, floor=60.002)
    for part in (
        "Cách tính: đường thẳng từ 40,00% (Năm 2021) đến ≥ 80% (31/12/2025)",
        "Đến 31/12/2023 cần 60,00%; thực tế 60,00%; chênh lệch -0,002 điểm phần trăm",
        "thay đổi bình quân mỗi năm +10,00 điểm phần trăm: 40,00% (Năm 2021); 60,00% (Năm 2023)",
        "Mức đang áp dụng 60,00%",
        "không phải kết quả đánh giá",
    ):
        assert part in text
    for method, words in (("ladder", "theo lộ trình"), ("rate", "tiến độ ghi trong danh mục")):
        assert words in said(pace_explained, method=method)


def test_a_bound_reached_early_is_told_where_the_row_is_about_another_target(said: Say) -> None:
    early = {"state": "ahead", "actual": 85, "reached_early": True, "needed_per_year": 0}
    facts = {"status": "met", "operator": ">=", "bound": 50}
    for words in (pace_brief, pace_sentence, pace_explained):
        assert "hiện bằng hoặc trên mức này" in said(words, facts=facts, **early)
        assert "hiện bằng hoặc trên mức này" not in said(words, **early), "the row says it already"


def test_a_closed_band_has_two_ends(said: Say) -> None:
    band = {"bound": 25, "operator": "within", "due": "2025-12-31", "upper": 35}
    for value, words in (
        (20, "chưa tới mức 25%"),
        (30, "trong khung 25%–35%"),
        (35.004, "vượt khung 25%–35%"),
    ):
        leads = {**PROJECTED, "value": value, "bound": 25, "meets": value == 30}
        assert words in said(pace_sentence, to=band, projected=leads)
    assert "35,004%, vượt khung" in said(pace_sentence, to=band, projected=leads)
    assert "đến trong khoảng 25%–35%" in said(pace_explained, to=band)


def test_a_projection_that_was_kept_within_its_limits_says_so(said: Say) -> None:
    kept = {**PROJECTED, "value": 100, "meets": True, "limit": 100}
    assert "40,00% (Năm 2021); 60,00% (Năm 2023); tính ra vượt giới hạn nên lấy 100,00%" in said(
        pace_explained, projected=kept
    )
    assert "giới hạn" not in said(pace_explained)


def test_a_value_just_below_what_is_expected_is_not_rounded_up_to_it(said: Say) -> None:
    text = said(pace_explained, expected=80, actual=79.996, difference=-0.004, state="behind")
    assert "cần 80,00%; thực tế 79,996%; chênh lệch -0,004 điểm phần trăm" in text


def test_why_a_small_difference_may_still_be_behind_or_ahead_is_told(said: Say) -> None:
    text = said(pace_explained, expected=80, actual=79.996, difference=-0.004, state="behind")
    assert "dưới mức đang áp dụng, hoặc đến hạn mà chưa tới, là chậm" in text
    assert "at the target's bound already is ahead" in said(pace_explained, Language.EN)


def test_a_fall_is_called_a_fall_and_a_rise_a_rise(said: Say) -> None:
    facts = {"kind": "change"}
    changes = {
        "to": {"bound": 10, "operator": "reduce>=", "due": "2025-12-31"},
        "expected": 5,
        "actual": -3,
        "difference": -8,
        "state": "behind",
        "projected": None,
        "start": {"day": "2021-12-31", "value": 0, "period": None},
    }
    text = said(pace_explained, facts=facts, **changes)
    assert "từ 0,00% (31/12/2021) đến giảm ≥ 10% (31/12/2025)" in text
    assert "cần giảm 5,00%; thực tế tăng 3,00%; chênh lệch -8,00 điểm phần trăm" in text


def test_counted_apart_from_the_verdicts(make_verdict: MakeVerdict) -> None:
    states: list[str | None] = ["ahead", "behind", "behind", "on-track", None]
    verdicts = [make_verdict(**NOT_DUE, pace=pace(state=state)) for state in states]
    counted = "Tiến độ đến mục tiêu kế tiếp (ước tính): vượt 1, đúng 1, chậm 2. Chưa so sánh được 1."
    assert pace_counts(verdicts, Language.VI) == (f"{counted} Dự báo khi đến hạn: tới mức 0, chưa tới mức 5.")
    verdicts = [make_verdict(**NOT_DUE, pace=pace(state=state, projected=None)) for state in states]
    assert pace_counts(verdicts, Language.VI) == counted
    assert pace_counts([make_verdict()], Language.VI) == ""
