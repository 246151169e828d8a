"""What became of agencies between two days, and whose figures came or stayed away.

Source: model, «Periods» (each period has its own map).
"""

from collections.abc import Iterable
from datetime import date, timedelta

from cchc_cli.comparison.comparison import AgencyChange, Named, Pair, Reorganisation, ReportingChange
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Status

_Group = tuple[list[Agency], list[Agency]]


def reorganised(registry: Registry, first: date, second: date) -> tuple[AgencyChange, ...]:
    """What the map of the later day has in the place of what was there on the earlier.

    Agencies that share an heir, or heirs, stand together; in the registry's order.
    """
    earlier, later = sorted((first, second))
    changed = (_change(registry, *group) for group in _groups(registry, earlier, later))
    return tuple(change for change in changed if change is not None)


def reporting_changes(
    registry: Registry, pairs: Iterable[Pair]
) -> tuple[tuple[ReportingChange, ...], tuple[ReportingChange, ...]]:
    """Whose figures are missing now and were not, and the reverse.

    Only agencies that existed in both periods: what a reorganisation brings is told elsewhere, also where a
    code went to another agency. Where targets bind nobody any more, nothing is missing.
    """
    stopped: dict[str, set[str]] = {}
    started: dict[str, set[str]] = {}
    last: dict[str, Period] = {}
    for pair in pairs:
        if Status.NOT_APPLICABLE in (pair.old.status, pair.new.status):
            continue
        before, after = Period.parse(pair.old.period), Period.parse(pair.new.period)
        missing_before, missing_after = set(pair.old.coverage.missing), set(pair.new.coverage.missing)
        for code in missing_before ^ missing_after:
            came = code in missing_before
            if _is_asked_in_both(registry, code, *((before, after) if came else (after, before))):
                found = started if came else stopped
                found.setdefault(code, set()).add(pair.new.indicator)
                last[code] = max(last.get(code, after), after)
    return _listed(registry, stopped, last), _listed(registry, started, last)


def _is_asked_in_both(registry: Registry, code: str, missing_in: Period, not_missing_in: Period) -> bool:
    """Whether the figures of the second period are there: of who ended within it some are not asked for."""
    absent, present = registry.life_in(code, missing_in), registry.life_in(code, not_missing_in)
    if absent is None or present is None or not registry.is_one_agency(code, missing_in, not_missing_in):
        return False
    return missing_in == not_missing_in or present.exists_on(not_missing_in.end)


def _listed(
    registry: Registry, found: dict[str, set[str]], last: dict[str, Period]
) -> tuple[ReportingChange, ...]:
    """In the registry's order."""
    lives = {code: registry.life_in(code, last[code]) for code in registry.lives_by_code if code in found}
    return tuple(
        ReportingChange(_named(registry, life), tuple(sorted(found[code])))
        for code, life in lives.items()
        if life is not None
    )


def _groups(registry: Registry, earlier: date, later: date) -> list[_Group]:
    """The lives of both days, together where one carries on the work of the other."""
    heirs = {
        life: registry.heirs(life, later, at=earlier) for life in registry.agencies if life.exists_on(earlier)
    }
    groups: dict[Agency, _Group] = {life: ([], [life]) for life in registry.agencies if life.exists_on(later)}
    for life, found in heirs.items():
        together: _Group = ([life], [])
        for group in {id(groups[heir]): groups[heir] for heir in found}.values():
            together = (group[0] + together[0], together[1] + group[1])
        for heir in together[1]:
            groups[heir] = together
        if not found:
            groups[life] = together
    distinct = {id(group): group for group in groups.values()}.values()
    place = {life: number for number, life in enumerate(registry.agencies)}
    return sorted(distinct, key=lambda group: min(place[life] for side in group for life in side))


def _change(registry: Registry, before: list[Agency], after: list[Agency]) -> AgencyChange | None:
    kind = _kind(before, after)
    if kind is None:
        return None
    old, new = (tuple(_named(registry, life) for life in side) for side in (before, after))
    return AgencyChange(kind, old, new, _since(before, after))


def _kind(before: list[Agency], after: list[Agency]) -> Reorganisation | None:
    if not before:
        return Reorganisation.APPEARED
    if not after:
        return Reorganisation.ENDED
    if len(before) > 1:
        return Reorganisation.MERGED if len(after) == 1 else Reorganisation.REORGANISED
    if len(after) > 1:
        return Reorganisation.SPLIT
    same = (before[0].code, before[0].name) == (after[0].code, after[0].name)
    return None if same else Reorganisation.RENAMED


def _since(before: list[Agency], after: list[Agency]) -> date | None:
    """The last of the days on which something in the group changed."""
    days = [life.valid_until + timedelta(days=1) for life in before if life.valid_until is not None]
    days += [life.valid_from for life in after if life.valid_from is not None] if not before else []
    return max(days, default=None)


def _named(registry: Registry, life: Agency) -> Named:
    return Named(life.code, registry.full_name(life), life.level)
