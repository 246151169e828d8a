"""Who must report for a period, and of what."""

from dataclasses import dataclass

from cchc_cli.catalogue.item import Item
from cchc_cli.roster import Member, Roster


@dataclass(frozen=True, slots=True)
class Expected:
    """One agency that must report at least one item; `position` is its place in the roster."""

    position: int
    member: Member
    items: tuple[Item, ...]


def expected_agencies(roster: Roster) -> tuple[Expected, ...]:
    """Everybody who must report something for the roster's period, in the registry's order."""
    asked = (
        Expected(position, member, roster.items_of(position))
        for position, member in enumerate(roster.members)
    )
    return tuple(each for each in asked if each.items)
