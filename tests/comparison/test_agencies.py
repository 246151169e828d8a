"""What became of agencies between two days, read off the registry."""

from datetime import date

from cchc_cli.comparison.agencies import reorganised
from cchc_cli.comparison.comparison import Reorganisation
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

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
