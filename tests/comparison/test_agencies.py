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

    def verdict(period: str, *missing: str) -> Verdict:
        coverage: dict[str, Any] = {"reporting": 1, "expected": 4, "weight": None, "missing": list(missing)}
        return make_verdict(period=period, coverage=coverage)

    pair = pair_of(verdict("2023", "D"), verdict("2024", "A", "B", "Z"))
    stopped, started = reporting_changes(Registry("agencies.yaml", "0" * 64, lives), [pair])
    assert [(change.agency.code, change.indicators) for change in stopped] == [("A", ("share",))]
    assert [change.agency.code for change in started] == ["D"]
