"""What became of agencies between two days, read off the registry."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cchc_cli.comparison.agencies import reorganised, reporting_changes
from cchc_cli.comparison.comparison import Reorganisation
from cchc_cli.comparison.matching import pair_of
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Verdict

BEFORE, AFTER = date(2024, 12, 31), date(2025, 12, 31)


def life(code: str, since: str = "", until: str = "", into: tuple[str, ...] = (), name: str = "") -> Agency:
    return Agency(
        code,
        Text(name or f"Xã {code}", name or f"Commune {code}"),
        group="commune",
        level=Level.COMMUNE,
        valid_from=date.fromisoformat(since) if since else None,
        valid_until=date.fromisoformat(until) if until else None,
        successors=into,
    )


def changes(*lives: Agency) -> list[tuple[Reorganisation, list[str], list[str]]]:
    """Kind and codes of what changed between the two days."""
    registry = Registry("agencies.yaml", "0" * 64, lives)
    return [
        (change.kind, [each.code for each in change.before], [each.code for each in change.after])
        for change in reorganised(registry, BEFORE, AFTER)
    ]


def test_agencies_that_went_into_one_are_merged() -> None:
    found = changes(life("A", until="2025-06-30", into=("B",)), life("B"), life("C"))
    assert found == [(Reorganisation.MERGED, ["A", "B"], ["B"])]


def test_a_merger_is_followed_through_every_step() -> None:
    found = changes(
        life("A", until="2025-02-28", into=("B",)),
        life("B", since="2025-03-01", until="2025-06-30", into=("C",)),
        life("C", since="2025-07-01"),
        life("D", until="2025-06-30", into=("C",)),
    )
    assert found == [(Reorganisation.MERGED, ["A", "D"], ["C"])]


def test_one_that_went_to_several_is_split() -> None:
    found = changes(
        life("A", until="2025-06-30", into=("B", "C")),
        life("B", since="2025-07-01"),
        life("C", since="2025-07-01"),
    )
    assert found == [(Reorganisation.SPLIT, ["A"], ["B", "C"])]


def test_several_that_became_several_are_only_reorganised() -> None:
    found = changes(life("A", until="2025-06-30", into=("B", "C")), life("B"), life("C"))
    assert found == [(Reorganisation.REORGANISED, ["A", "B", "C"], ["B", "C"])]


def test_a_new_name_an_end_and_a_beginning() -> None:
    found = changes(
        life("A", until="2025-04-30", into=("A",)),
        life("A", since="2025-05-01", name="Phường A"),
        life("B", until="2025-06-30"),
        life("C", since="2025-07-01"),
    )
    assert found == [
        (Reorganisation.RENAMED, ["A"], ["A"]),
        (Reorganisation.ENDED, ["B"], []),
        (Reorganisation.APPEARED, [], ["C"]),
    ]


def test_nothing_is_said_of_agencies_that_stay_what_they_were() -> None:
    assert changes(life("A"), life("B", since="2020-01-01")) == []


def reporting(
    make_verdict: Callable[..., Verdict], missing: dict[str, list[str]], *lives: Agency, **facts: Any
) -> tuple[list[str], list[str]]:
    """The codes that stopped and started, of one indicator in two periods with the agencies missing."""
    old, new = (
        make_verdict(
            period=period,
            coverage={"reporting": 1, "expected": 4, "weight": None, "missing": codes},
            **facts,
        )
        for period, codes in missing.items()
    )
    found = reporting_changes(Registry("agencies.yaml", "0" * 64, lives), [pair_of(old, new)])
    for change in (*found[0], *found[1]):
        assert change.indicators == ("share",)
    stopped, started = ([change.agency.code for change in side] for side in found)
    return stopped, started


def test_whose_figures_came_and_whose_stayed_away(make_verdict: Callable[..., Verdict]) -> None:
    """Z began later, and the code B went to a merged agency: neither stopped reporting."""
    lives = (
        life("A"),
        life("B", until="2024-06-30", into=("C",)),
        life("C", until="2024-06-30", into=("B",)),
        life("B", since="2024-07-01"),
        life("D"),
        life("Z", since="2024-03-01"),
    )
    missing = {"2023": ["D"], "2024": ["A", "B", "Z"]}
    assert reporting(make_verdict, missing, *lives) == (["A"], ["D"])


def test_who_ended_has_not_come_though_it_is_missing_no_longer(make_verdict: Callable[..., Verdict]) -> None:
    """What stands at the end of a period is not asked of who ended within it."""
    ended = life("A", until="2025-06-30")
    assert reporting(make_verdict, {"2024": ["A"], "2025": []}, ended) == ([], [])
    assert reporting(make_verdict, {"2024": [], "2025": ["A"]}, ended) == (["A"], [])


def test_nothing_is_missing_where_a_target_binds_no_more(make_verdict: Callable[..., Verdict]) -> None:
    missing = {"2024": [], "2025": ["A"]}
    facts = {"status": "not_applicable", "reason": "level-ended"}
    assert reporting(make_verdict, missing, life("A"), **facts) == ([], [])
