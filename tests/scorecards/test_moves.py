"""The three things that would move most targets, on cases worked by hand."""

from fractions import Fraction
from pathlib import Path

from cchc_cli.scorecards.scorecard import Move
from tests.engine.province import catalogue, figures, registry
from tests.scorecards.province import (
    AT_LEAST_80,
    DISTRICTS,
    FOR_ALL_80,
    UNTIL_2030,
    card,
    scorecards,
    share,
)


def _said(move: Move) -> list[tuple[str, int | float | None]]:
    return [(gain.verdict.indicator, gain.amount) for gain in move.gains]


def test_one_action_that_moves_two_targets_counts_once_with_both(tmp_path: Path) -> None:
    """Of 100, 50 are done: 80 % takes 30 more; of 70 open ones 56, 6 more. 70 open of 100: 10 more."""
    source = catalogue(
        tmp_path,
        share("of-all") + share("of-open", denominator="open") + share("units", numerator="open"),
    )
    made = scorecards(source, figures("2024", done={"D1": 50}, all={"D1": 100}, open={"D1": 70}))
    first, second = card(made, "D1").moves
    assert (first.items, _said(first)) == (("done",), [("of-open", 6), ("of-all", 30)])
    assert first.effort == Fraction(30, 100)
    assert (second.items, _said(second)) == (("open",), [("units", 10)])


def test_of_as_many_targets_those_missed_stand_before_those_to_come_then_the_smaller_effort(
    tmp_path: Path,
) -> None:
    source = catalogue(
        tmp_path,
        share("to-come", numerator="open", targets=UNTIL_2030)
        + share("far", numerator="done")
        + share("near", numerator="all", denominator="open"),
    )
    made = scorecards(source, figures("2024", done={"D1": 20}, all={"D1": 79}, open={"D1": 100}))
    moves = card(made, "D1").moves
    assert [gain.verdict.indicator for move in moves for gain in move.gains] == ["near", "far"]
    assert [move.effort for move in moves] == [Fraction(1, 100), Fraction(44, 79)]


def test_what_is_met_or_cannot_be_reached_or_is_aspirational_is_no_thing_to_do(tmp_path: Path) -> None:
    aspired = AT_LEAST_80.replace("bound: 80,", "bound: 80, aspirational: true,")
    strict = AT_LEAST_80.replace("bound: 80,", 'operator: ">", bound: 100,')
    source = catalogue(
        tmp_path, share("met") + share("aspired", targets=aspired) + share("beyond", targets=strict)
    )
    made = scorecards(source, figures("2024", done={"D1": 80, "D2": 10}, all={"D1": 100, "D2": 100}))
    assert card(made, "D1").moves == ()
    assert [_said(move) for move in card(made, "D2").moves] == [[("met", 70)]]


def test_a_change_is_no_thing_to_do_before_its_baseline_is_there(tmp_path: Path) -> None:
    """A call that has figures of 2025 too says nothing in 2024 of what is to fall from 2025 on."""
    entry = """
  - {id: falls, area: TTHC, name: {vi: a, en: a}, kind: change, numerator: [done], targets: [
     {year: 2030, level: [province, district, commune], operator: reduce>=, bound: 10,
      baseline: {year: 2025}, cite: {line: 1, place: điểm a, quote: "x"}}]}
"""
    source = catalogue(tmp_path, entry)
    reported = [*figures("2024", done={"D1": 90}), *figures("2025", done={"D1": 80})]
    assert card(scorecards(source, reported), "D1").moves == ()
    (move,) = card(scorecards(source, reported, year="2025"), "D1").moves
    assert _said(move) == [("falls", 8)]


def test_several_items_of_a_numerator_are_named_together(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(numerator="done, open", denominator="all"))
    made = scorecards(source, figures("2024", done={"D1": 10}, open={"D1": 20}, all={"D1": 100}))
    (only,) = card(made, "D1").moves
    assert (only.items, _said(only)) == (("done", "open"), [("measure", 50)])


def test_a_duty_that_was_not_carried_out_is_a_thing_to_do(tmp_path: Path) -> None:
    duty = """
  - {id: duty, area: TTHC, name: {vi: a, en: b}, kind: duty, numerator: [connected], targets: [
     {every: period, level: district, cite: {line: 1, place: điểm a, quote: x}}]}
"""
    answers = {code: code != "D1" for code in DISTRICTS}
    made = scorecards(catalogue(tmp_path, duty), figures("2024", connected=answers))
    (only,) = card(made, "D1").moves
    assert (only.items, _said(only), only.effort) == (("connected",), [("duty", None)], 1)
    assert card(made, "D2").moves == ()
    (of_level,) = card(made, "level:district").moves
    assert [helper.code for helper in of_level.gains[0].helpers] == ["D1"]


def test_a_level_names_the_fewest_agencies_that_would_be_enough(tmp_path: Path) -> None:
    """Of 500, 290 are done and 400 must be: 110 lack. D1 lacks 70, D2 40, D3 20: the first two are enough."""
    done = {"D1": 10, "D2": 40, "D3": 60, "D4": 100, "D5": 80}
    made = scorecards(catalogue(tmp_path, share()), figures("2024", done=done, all=dict.fromkeys(done, 100)))
    (only,) = card(made, "level:district").moves
    (gain,) = only.gains
    assert gain.amount == 110
    assert [(helper.code, helper.amount) for helper in gain.helpers] == [("D1", 70), ("D2", 40)]
    assert gain.others == 1


def test_the_province_counts_everybody_behind_its_target_and_nobody_outside_the_pool(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(targets=FOR_ALL_80))
    done = {"A": 10, "D1": 70, "D2": 90, "C1": 60}
    made = scorecards(
        source,
        figures("2024", done={**done, "V": 0}, all=dict.fromkeys((*done, "V"), 100)),
        registry(),
    )
    (gain,) = card(made, "province:province").moves[0].gains
    assert gain.amount == 90
    assert [(helper.code, helper.amount) for helper in gain.helpers] == [("A", 70), ("C1", 20)]
    assert gain.others == 1
