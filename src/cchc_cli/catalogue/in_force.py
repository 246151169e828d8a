"""Which target of a line is in force in a period, and which comes next.

A line is the targets of one indicator for one level. Source: model, «Indicators and targets».
"""

from datetime import date
from typing import Literal, NamedTuple

from cchc_cli.catalogue.source import Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.period import Period


class Standing(NamedTuple):
    """Where a line of targets stands in a period.

    `state`: `in-force` (then `target` is set), `not-yet` (none in force so far) or `ended` (every target
    binds only earlier periods). `following` is the next target of the line that is not in force yet.
    """

    state: Literal["in-force", "not-yet", "ended"]
    target: Target | None
    following: Target | None

    @property
    def cited(self) -> Target | None:
        """The target whose clause a verdict quotes: the one in force, else the next."""
        return self.target or self.following


def standing(line: tuple[Target, ...], period: Period) -> Standing:
    """Where the targets of one indicator and level stand at the end of a period.

    Of those in force the latest to come due holds: it replaces the ones before it.
    """
    binding = [target for target in line if _is_in_force(target, period)]
    coming = [target for target in line if _is_to_come(target, period)]
    following = min(coming, key=_comes_into_force, default=None)
    if binding:
        return Standing("in-force", max(binding, key=_comes_into_force), following)
    if following is None:
        ended = max(line, key=_comes_into_force, default=None)
        return Standing("ended", ended, None)
    return Standing("not-yet", None, following)


def is_kept_floor(target: Target, period: Period) -> bool:
    """Whether a target was due in an earlier year and now only has to be kept."""
    return target.due is not None and target.due.year < period.end.year


def has_come_due(target: Target, period: Period) -> bool:
    """Whether a target is in force in the period as far as its due day goes.

    A bound due on 31/12 comes into force with the annual period, not with the shorter ones that end with
    it; a milestone with any period that ends on its day or later.
    """
    due = target.due
    if due is None:
        return True
    of_the_year = target.operator is not Operator.DONE and (due.month, due.day) == (12, 31)
    if of_the_year and period.end == due:
        return period.covers(Period.of_year(due.year))
    return period.end >= due


def _is_in_force(target: Target, period: Period) -> bool:
    if target.since is not None and period.end < target.since:
        return False
    if target.until is not None and period.end > target.until:
        return False
    return has_come_due(target, period)


def _is_to_come(target: Target, period: Period) -> bool:
    if target.until is not None and period.end > target.until:
        return False
    if target.since is not None and period.end < target.since:
        return True
    return not has_come_due(target, period)


def _comes_into_force(target: Target) -> date:
    return target.due or target.since or date.min
