"""How many agencies of a level or a district did what."""

from collections.abc import Iterable, Sequence

from cchc_cli.level import Level
from cchc_cli.standing.records import AgencyStanding, Counts, Group, State
from cchc_cli.standing.words import group_name


def tally(agencies: Sequence[AgencyStanding]) -> Counts:
    """Counts over some agencies."""
    states = [agency.state for agency in agencies]
    return Counts(
        expected=len(agencies),
        reported=len(agencies) - states.count(State.MISSING),
        on_time=states.count(State.ON_TIME),
        late=states.count(State.LATE),
        undated=states.count(State.UNDATED),
        missing=states.count(State.MISSING),
        resent=sum(agency.is_resent for agency in agencies),
        with_errors=sum(bool(agency.errors) for agency in agencies),
        to_explain=sum(bool(agency.to_explain) for agency in agencies),
        complete=sum(agency.is_complete for agency in agencies),
    )


def groups(agencies: Iterable[AgencyStanding]) -> list[Group]:
    """By level; agencies outside the official pools come last, each level of them a group of its own."""
    by_group: dict[tuple[bool, Level], list[AgencyStanding]] = {
        (pooled, level): [] for pooled in (True, False) for level in Level
    }
    for agency in agencies:
        by_group[agency.pooled, agency.level].append(agency)
    return [
        Group(name=group_name(level, pooled), level=level, pooled=pooled, parent=None, counts=tally(members))
        for (pooled, level), members in by_group.items()
        if members
    ]


def districts(agencies: Iterable[AgencyStanding]) -> list[Group]:
    """The agencies below each parent, in the order of their first."""
    by_parent: dict[str, list[AgencyStanding]] = {}
    for agency in agencies:
        if agency.parent is not None:
            by_parent.setdefault(agency.parent, []).append(agency)
    return [
        Group(
            name=members[0].parent_name or group_name(members[0].level, members[0].pooled),
            level=members[0].level,
            pooled=members[0].pooled,
            parent=parent,
            counts=tally(members),
        )
        for parent, members in by_parent.items()
    ]
