"""What stands against what, and in which direction it went."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from cchc_cli.comparison.arrangement import flips, moves
from cchc_cli.comparison.compare import compare
from cchc_cli.comparison.comparison import Direction, PeriodPair, Side
from cchc_cli.comparison.matching import match_periods, match_verdicts, pair_of
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Run, Status, Verdict

MakeVerdict = Callable[..., Verdict]


def always(old: Verdict, new: Verdict) -> bool:
    return True


def test_periods_on_both_sides_stand_against_themselves(make_verdict: MakeVerdict) -> None:
    old = [make_verdict(period=period) for period in ("2022", "2023", "2023-H1")]
    new = [make_verdict(period=period) for period in ("2024", "2023")]
    assert match_periods(old, new) == (
        PeriodPair("2023", "2023"),
        PeriodPair("2022", None),
        PeriodPair("2023-H1", None),
        PeriodPair(None, "2024"),
    )


def test_without_a_common_period_the_newest_stand_against_each_other(make_verdict: MakeVerdict) -> None:
    old = [make_verdict(period=period) for period in ("2022", "2021")]
    new = [make_verdict(period=period) for period in ("2023", "2024")]
    found = match_periods(old, new)
    assert found == (PeriodPair("2022", "2024"), PeriodPair("2021", None), PeriodPair(None, "2023"))
    pairs, only_old, only_new = match_verdicts(old, new, found, always)
    assert [(pair.old.period, pair.new.period) for pair in pairs] == [("2022", "2024")]
    assert (only_old, only_new) == ([], [])
    assert match_periods([], new) == (PeriodPair(None, "2023"), PeriodPair(None, "2024"))


def test_of_two_periods_that_end_together_the_longer_is_the_newest(make_verdict: MakeVerdict) -> None:
    old = [make_verdict(period="2023"), make_verdict(period="2023-Q4")]
    apart, _ = match_periods(old, [make_verdict(period="2024")])
    assert apart == PeriodPair("2023", "2024")


def test_what_one_side_lacks_is_kept(make_verdict: MakeVerdict) -> None:
    one, other = make_verdict(indicator="one"), make_verdict(indicator="other")
    assert match_verdicts([one], [other], match_periods([one], [other]), always) == ([], [one], [other])


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("met", "missed", Direction.WORSE),
        ("not_due", "missed", Direction.DUE),
        ("not_due", "met", Direction.DUE),
        ("not_due", "no_data", Direction.OTHER),
        ("met", "no_data", Direction.WORSE),
        ("missed", "no_data", Direction.WORSE),
        ("missed", "not_evaluable", Direction.WORSE),
        ("missed", "met", Direction.BETTER),
        ("no_data", "met", Direction.BETTER),
        ("no_data", "not_due", Direction.OTHER),
        ("met", "not_applicable", Direction.OTHER),
        ("met", "met", None),
    ],
)
def test_a_judgement_that_is_lost_is_no_improvement_and_one_that_fell_due_no_decline(
    make_verdict: MakeVerdict, old: str, new: str, direction: Direction | None
) -> None:
    pair = pair_of(make_verdict(status=Status(old)), make_verdict(status=Status(new)))
    assert pair.flip is direction


def test_differences_are_those_of_the_decimals(make_verdict: MakeVerdict) -> None:
    facts: dict[str, Any] = {"kind": "score", "numerator": None, "denominator": None}
    pair = pair_of(make_verdict(value=82.1, **facts), make_verdict(value=79.3, **facts))
    assert pair.difference == Fraction("-2.8")
    assert pair_of(make_verdict(value=None, **facts), make_verdict(value=1, **facts)).difference is None


def test_the_worst_and_the_biggest_come_first(make_verdict: MakeVerdict) -> None:
    def pair(name: str, old: str, new: str, before: int, after: int) -> Any:
        facts: dict[str, Any] = {"indicator": name, "denominator": 100}
        return pair_of(
            make_verdict(status=Status(old), numerator=before, **facts),
            make_verdict(status=Status(new), numerator=after, **facts),
        )

    pairs = [
        pair("better", "missed", "met", 50, 90),
        pair("lost", "met", "no_data", 90, 90),
        pair("same", "met", "met", 90, 91),
        pair("missed", "met", "missed", 90, 20),
    ]
    assert [each.new.indicator for each in flips(pairs)] == ["missed", "lost", "better"]
    assert [each.new.indicator for each in moves(pairs)] == ["missed", "better", "same"]


def test_a_code_that_went_to_another_agency_is_another_row(
    make_verdict: MakeVerdict, make_run: Callable[..., Run]
) -> None:
    """Unless both sides are on one map, where it is one agency whose parts are added up."""
    ends, begins = date(2025, 6, 30), date(2025, 7, 1)
    lives = (
        Agency("A", Text("Xã A", "A"), "commune", Level.COMMUNE, valid_until=ends, successors=("A",)),
        Agency("B", Text("Xã B", "B"), "commune", Level.COMMUNE, valid_until=ends, successors=("A",)),
        Agency("A", Text("Xã A", "A"), "commune", Level.COMMUNE, valid_from=begins),
        Agency("C", Text("Xã C", "C"), "commune", Level.COMMUNE),
    )
    registry = Registry("agencies.yaml", "0" * 64, lives)

    def rows(period: str, as_of: date | None) -> Run:
        names = {"kind": "agency", "name": {"vi": "Xã", "en": "C"}, "level": "commune"}
        scopes = [{**names, "code": code} for code in ("A", "C")]
        verdicts = [make_verdict(period=period, scope=scope, official=False) for scope in scopes]
        return make_run(verdicts, [], as_of=as_of)

    for old, new, compared in (
        (None, None, ["C"]),
        (begins, begins, ["A", "C"]),
        (None, begins, ["C"]),
        (begins, None, ["A", "C"]),
    ):
        sides = (Side("a", rows("2024", old), saved=True), Side("b", rows("2025", new), saved=True))
        found = compare(*sides, registry)
        assert [pair.new.scope.code for pair in found.pairs] == compared
        assert (found.only_old, found.only_new) == ((), ()), "rows for steering stand in no list of their own"
