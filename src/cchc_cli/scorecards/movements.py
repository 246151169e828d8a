"""What improved and what fell since last year, of agencies that are the same in both."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from cchc_cli.comparison.matching import pair_of
from cchc_cli.measured import value_of
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import ScopeKind, Verdict
from cchc_cli.scorecards.merit import merit
from cchc_cli.scorecards.scorecard import Course, Movement, NoCourse

_Key: TypeAlias = tuple[str, str, str]


class Past:
    """The verdicts of last year, as far as this year's can be held against them."""

    def __init__(self, verdicts: Iterable[Verdict], before: Period | None, registry: Registry) -> None:
        self._verdicts: Mapping[_Key, Verdict] = {_key(verdict): verdict for verdict in verdicts}
        self._before = before
        self._registry = registry

    def movement(self, verdict: Verdict) -> Movement:
        """What became of a figure; whose code is another agency's by now is a new agency."""
        old = self._verdicts.get(_key(verdict))
        why = self._why_not(verdict, old)
        if why is not None or old is None:
            return Movement(Course.UNKNOWN, why=why)
        pair = pair_of(old, verdict)
        was, is_now = merit(old), merit(verdict)
        if was is None or is_now is None:
            missing = NoCourse.NO_FIGURE_BEFORE if was is None else NoCourse.NO_FIGURE_NOW
            return Movement(Course.UNKNOWN, pair=pair, why=missing)
        course = Course.UNCHANGED if was == is_now else Course.IMPROVED if is_now > was else Course.FELL
        before, now = value_of(old), value_of(verdict)
        difference = None if before is None or now is None else now - before
        return Movement(course, pair=pair, difference=difference)

    def _why_not(self, verdict: Verdict, old: Verdict | None) -> NoCourse | None:
        if self._before is None:
            return NoCourse.NO_YEAR
        if verdict.scope.kind is ScopeKind.AGENCY and not self._was_there(verdict):
            return NoCourse.NEW_AGENCY
        return NoCourse.NEW_INDICATOR if old is None else None

    def _was_there(self, verdict: Verdict) -> bool:
        code, now = verdict.scope.code, Period.parse(verdict.period)
        before = self._before
        if before is None or self._registry.life_in(code, before) is None:
            return False
        return self._registry.is_one_agency(code, before, now)


def _key(verdict: Verdict) -> _Key:
    return verdict.indicator, verdict.scope.kind.value, verdict.scope.code
