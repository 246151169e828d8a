"""Which target of a line is in force in a period, and which comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.oracle.days import Days
from tests.oracle.scopes import Scope

Target = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """`lapsed`: the line bound earlier periods and no target of it will bind again."""

    in_force: Target | None
    next: Target | None
    lapsed: bool


def line_of(indicator: dict[str, Any], scope: Scope) -> list[Target]:
    """The targets of the scope's own level, else those of the whole province."""
    own = [target for target in indicator["targets"] if target["level"] == scope.level]
    return own or [target for target in indicator["targets"] if target["level"] == "all"]


def standing(line: list[Target], kind: str, days: Days) -> Standing:
    in_force = [target for target in line if _binds(target, days) and _has_come(target, kind, days)]
    to_come = [target for target in line if _is_to_come(target, kind, days)]
    return Standing(
        in_force=max(in_force, key=_start, default=None),
        next=min(to_come, key=_start, default=None),
        lapsed=bool(line) and not in_force and not to_come,
    )


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _binds(target: Target, days: Days) -> bool:
    first, last = day_of(target["from"]), day_of(target["until"])
    return (first or date.min) <= days.last <= (last or date.max)


def _is_to_come(target: Target, kind: str, days: Days) -> bool:
    first = day_of(target["from"])
    return not _has_come(target, kind, days) or (first is not None and days.last < first)


def _has_come(target: Target, kind: str, days: Days) -> bool:
    """The end of a year comes with the annual period, not with a shorter one that ends with it."""
    due = day_of(target["due"])
    if due is None:
        return True
    waits_for_the_year = kind != "milestone" and (due.month, due.day) == (12, 31)
    if waits_for_the_year and days.last == due:
        return days.first <= date(due.year, 1, 1)
    return due <= days.last


def _start(target: Target) -> date:
    return day_of(target["due"]) or day_of(target["from"]) or date.min
