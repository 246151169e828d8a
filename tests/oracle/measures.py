"""What was reached: pooled shares and scores, changes between two ends, things done."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.agencies import Unit, codes
from tests.oracle.days import Days, year
from tests.oracle.figures import Answer, Figures, exact
from tests.oracle.in_force import Target
from tests.oracle.scopes import Scope, Scopes

Indicator = dict[str, Any]


@dataclass(frozen=True)
class Reached:
    """`obstacle`: the status and reason that stand in the way of a verdict, once a target is in force.

    `refused`: somebody attests that it is not done.
    """

    expected: tuple[str, ...]
    missing: tuple[str, ...]
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    obstacle: tuple[str, str] | None = None
    done_on: date | None = None
    refused: bool = False

    @property
    def reporting(self) -> int:
        return len(self.expected) - len(self.missing)


@dataclass(frozen=True)
class Pool:
    """The agencies expected, those not in the pool, and the sums over those that are.

    `is_divided`: something belongs to the row's agency in part, nobody knows how much.
    """

    expected: tuple[Unit, ...]
    missing: tuple[Unit, ...]
    numerator: Fraction
    denominator: Fraction
    is_divided: bool = False

    @property
    def is_empty(self) -> bool:
        return len(self.missing) == len(self.expected)


class Measures:
    """Measures any indicator, in any scope and period."""

    def __init__(self, scopes: Scopes, figures: Figures) -> None:
        self._scopes = scopes
        self._figures = figures

    def reached(self, indicator: Indicator, scope: Scope, days: Days, target: Target | None) -> Reached:
        """`target` is the one in force, else the next; changes and milestones are measured against it."""
        kind = indicator["kind"]
        if kind == "share":
            return self._share(indicator, scope, days)
        if kind == "score":
            return self._score(indicator, scope, days)
        if kind == "change":
            return self._change(indicator, scope, days, target)
        item = indicator["numerator"][0]["item"]
        if kind == "milestone" and target is not None:
            due = date.fromisoformat(target["due"])
            return self._attested(
                indicator, scope, days, Days(due, due), lambda unit: self._standing_answer(unit, item, days)
            )
        return self._attested(
            indicator, scope, days, days, lambda unit: _dated(self._figures.value(unit, item, days), days)
        )

    def _pool(self, indicator: Indicator, scope: Scope, days: Days, map_day: date | None = None) -> Pool:
        owed = self._scopes.owed(indicator, scope, days, map_day)
        missing, numerator, denominator = [], Fraction(0), Fraction(0)
        for code, items in owed.items():
            values = {item: self._figures.value(code, item, days) for item in items}
            excused = self._scopes.excused(scope, items, days)
            if any(values[item] is None for item in excused):
                values = {item: value for item, value in values.items() if item not in excused}
            if None in values.values():
                missing.append(code)
                continue
            known = {item: exact(value) for item, value in values.items() if value is not None}
            numerator += _signed_sum(indicator["numerator"], known)
            denominator += _signed_sum(indicator["denominator"], known)
        divided = self._figures.has_any(days) and self._scopes.is_divided(indicator, scope, days, map_day)
        return Pool(tuple(owed), tuple(missing), numerator, denominator, divided)

    def _share(self, indicator: Indicator, scope: Scope, days: Days) -> Reached:
        pool = self._pool(indicator, scope, days)
        if pool.is_divided:
            return _divided(pool)
        if pool.is_empty:
            return self._nobody(indicator, days, pool)
        reached = Reached(codes(pool.expected), codes(pool.missing), pool.numerator, pool.denominator)
        if pool.denominator == 0:
            return replace(reached, obstacle=("not_evaluable", "nil"))
        return replace(reached, value=100 * pool.numerator / pool.denominator)

    def _score(self, indicator: Indicator, scope: Scope, days: Days) -> Reached:
        pool = self._pool(indicator, scope, days)
        if pool.is_divided:
            return _divided(pool)
        if pool.is_empty:
            return self._nobody(indicator, days, pool)
        return Reached(codes(pool.expected), codes(pool.missing), value=pool.numerator)

    def _nobody(self, indicator: Indicator, days: Days, pool: Pool) -> Reached:
        expected, items = pool.expected, self._scopes.items_of(indicator)
        reason = "not-submitted"
        if all(item["measure"] == "published" for item in items):
            reason = "not-published-yet"
        if any(self._figures.is_unusable(unit, item["code"], days) for unit in expected for item in items):
            reason = "unusable"
        return Reached(codes(expected), codes(pool.missing), obstacle=("no_data", reason))

    def _change(self, indicator: Indicator, scope: Scope, days: Days, target: Target | None) -> Reached:
        present = self._end(indicator, scope, _present_periods(target, days))
        baseline = self._end(indicator, scope, _baseline_periods(target))
        (now,) = self._end(indicator, scope, [days])
        figure = _total(present, ((target or {}).get("present") or {}).get("of", "end"))
        base = _total(baseline, (baseline_of(target) or {}).get("of", "end"))
        reached = Reached(codes(now.expected), codes(now.missing), numerator=figure, denominator=base)
        if any(pool.is_divided for pool in (*present, *baseline)):
            return replace(reached, obstacle=("not_evaluable", "map-changed"))
        if all(pool.is_empty for pool in present):
            return replace(self._nobody(indicator, days, now), denominator=base)
        if not baseline or any(pool.is_empty for pool in baseline):
            return replace(reached, obstacle=("not_evaluable", "baseline-missing"))
        if figure is None or base is None:
            return replace(reached, obstacle=("not_evaluable", "reporter-missing"))
        if base == 0:
            return replace(reached, obstacle=("not_evaluable", "nil"))
        fall = 100 * (base - figure) / base
        falling = target is not None and target["operator"] == "reduce>="
        return replace(reached, value=fall if falling else -fall)

    def _end(self, indicator: Indicator, scope: Scope, periods: list[Days]) -> list[Pool]:
        """Each period on its own map, in an agency's row with all that the agency had taken over by then."""

        def map_day(days: Days) -> date | None:
            return (
                scope.until if scope.until and not self._scopes.as_of and days.last <= scope.until else None
            )

        return [self._pool(indicator, scope, days, map_day(days)) for days in periods]

    def _attested(
        self,
        indicator: Indicator,
        scope: Scope,
        days: Days,
        map_of: Days,
        answer_of: Callable[[Unit], date | bool | None],
    ) -> Reached:
        """`answer_of` says on which day an agency did it, False where it says no, None where it is silent."""
        if self._scopes.is_divided(indicator, scope, map_of):
            return Reached((), (), obstacle=("not_evaluable", "map-changed"))
        owed = self._scopes.owed(indicator, scope, map_of)
        if scope.kind == "agency" and not self._scopes.as_of:
            owed = {unit: items for unit, items in owed.items() if self._scopes.is_about(scope, unit, days)}
        answers = {unit: answer_of(unit) for unit in owed}
        silent = [unit for unit, answer in answers.items() if answer is None]
        done = [answer for answer in answers.values() if isinstance(answer, date)]
        reached = Reached(
            expected=codes(owed),
            missing=codes(silent),
            numerator=Fraction(len(done)),
            denominator=Fraction(len(owed)),
            done_on=max(done) if done and len(done) == len(owed) else None,
            refused=any(answer is False for answer in answers.values()),
        )
        if owed and (not reached.missing or reached.refused):
            return reached
        item = indicator["numerator"][0]["item"]
        spoiled = any(self._figures.is_unusable(unit, item, days) for unit in silent)
        return replace(reached, obstacle=("no_data", "unusable" if spoiled else "not-submitted"))

    def _standing_answer(self, unit: Unit, item: str, days: Days) -> date | bool | None:
        """What was done once stays done, dated by its first yes; else the latest answer."""
        answers = self._figures.answers_until(unit, item, days.last)
        dates = [day for at, answer in answers if (day := _dated(answer, at))]
        if dates:
            return dates[0]
        return False if answers else None


def _divided(pool: Pool) -> Reached:
    return Reached(codes(pool.expected), codes(pool.missing), obstacle=("not_evaluable", "map-changed"))


def baseline_of(target: Target | None) -> dict[str, Any] | None:
    """The baseline of a rate fixed elsewhere belongs to that rate."""
    if target is None:
        return None
    external = target["external"] or {}
    found: dict[str, Any] | None = target["baseline"] or external.get("baseline")
    return found


def _baseline_periods(target: Target | None) -> list[Days]:
    baseline = baseline_of(target)
    if baseline is None:
        return []
    years = _years(baseline)
    return years[-1:] if baseline["of"] == "end" else years


def _present_periods(target: Target | None, days: Days) -> list[Days]:
    """The period itself; for an average or sum over years, those that have ended by then."""
    if target is None or target["present"] is None:
        return [days]
    return [of_year for of_year in _years(target["present"]) if of_year.last <= days.last]


def _years(window: dict[str, Any]) -> list[Days]:
    first, last = date.fromisoformat(window["from"]).year, date.fromisoformat(window["until"]).year
    return [year(number) for number in range(first, last + 1)]


def _total(pools: list[Pool], of: str) -> Fraction | None:
    """The end, the sum or the mean; None unless every expected reporter is in every pool, undivided."""
    if not pools or any(pool.missing or not pool.expected or pool.is_divided for pool in pools):
        return None
    figures = [pool.numerator for pool in pools]
    if of == "end":
        return figures[-1]
    return sum(figures, Fraction(0)) / (len(figures) if of == "mean" else 1)


def _signed_sum(terms: list[dict[str, Any]], known: dict[str, Fraction]) -> Fraction:
    return sum((term["sign"] * known.get(term["item"], Fraction(0)) for term in terms), Fraction(0))


def _dated(answer: Answer | None, days: Days) -> date | bool | None:
    """A plain yes is done on the period's last day."""
    if answer is True:
        return days.last
    if isinstance(answer, date) or answer is False:
        return answer
    return None
