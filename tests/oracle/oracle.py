"""An oracle: every verdict predicted from two JSON listings and the figures of a workbook.

Written from the model's words alone, it shares nothing with the program but those words: plain Python,
fractions and dates, one verdict at a time.

Where the words leave room, it reads them so: a milestone or duty has a `done_on` once everybody has done it,
and one "no" among its reporters is a proven breach; a duty of a longer period is answered by the last of the
shorter ones, as stocks are; the coverage of a change is that of the period itself; a figure for exactly the
period that cannot be used gives way to the shorter ones; a level row is made where somebody is expected;
items about a level that has ended count in the province where all of them are reported, else none does.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any

from tests.oracle.agencies import Agencies
from tests.oracle.days import Days, parse
from tests.oracle.figures import Figure, Figures
from tests.oracle.in_force import Standing, Target, day_of, line_of, standing
from tests.oracle.measures import Measures, Reached, baseline_of
from tests.oracle.pace import Estimate, Row, estimate
from tests.oracle.scopes import Scope, Scopes

Key = tuple[str, str, str, str]
"""Indicator, kind and code of the scope, period."""


@dataclass(frozen=True)
class Verdict:
    """What the program should say of one indicator, scope and period; `next` is bound, operator and due."""

    status: str
    reason: str | None
    numerator: Fraction | None
    denominator: Fraction | None
    value: Fraction | None
    operator: str | None
    bound: Fraction | None
    next: tuple[Fraction | None, str, date | None] | None
    gap: Fraction | None
    shortfall: Fraction | None
    official: bool
    provisional: bool
    aspirational: bool
    notes: frozenset[str]
    done_on: date | None
    last_known: tuple[str, Fraction, Fraction | None, str] | None
    reporting: int
    expected: int
    missing: tuple[str, ...]
    pace: Estimate | None
    """Of official rows; of an agency's nothing is said here."""


class Oracle:
    """Predicts the verdicts of one call."""

    def __init__(
        self,
        targets: dict[str, Any],
        agencies: dict[str, Any],
        figures: Iterable[Figure],
        min_coverage: int = 0,
        as_of: date | None = None,
    ) -> None:
        """`as_of`: the day on whose map every period is put."""
        self._figures = list(figures)
        self._indicators = targets["indicators"]
        self._items = {item["code"]: item for item in targets["items"]}
        self._agencies = Agencies(agencies)
        self._as_of = as_of
        self._scopes = Scopes(targets, self._agencies, as_of)
        self._usable = Figures(targets, self._agencies, self._figures)
        self._measures = Measures(self._scopes, self._usable)
        self._min_coverage = min_coverage
        self._on_own_maps = Oracle(targets, agencies, self._figures, min_coverage) if as_of else self
        self.periods = sorted({figure.period for figure in self._figures}, key=_by_end)

    def verdicts(self, periods: Iterable[str], by: Iterable[str] = ()) -> dict[Key, Verdict]:
        verdicts = {
            (indicator["id"], scope.kind, scope.code, period): self._verdict(indicator, scope, period)
            for indicator in self._indicators
            for period in periods
            for scope in self._scopes.rows(indicator, parse(period), set(by))
        }
        return {key: verdict for key, verdict in verdicts.items() if not _is_nobodys(verdict)}

    def default_period(self) -> str:
        """The newest with at least half as many reporting agencies as the best covered."""
        reporting = {
            period: len({figure.agency for figure in self._figures if figure.period == period})
            for period in self.periods
        }
        best = max(reporting.values())
        return [period for period in self.periods if 2 * reporting[period] >= best][-1]

    def exit_code(self, verdicts: Iterable[Verdict]) -> int:
        if self._usable.has_errors:
            return 3
        judged = (verdict for verdict in verdicts if verdict.official and not verdict.aspirational)
        return 1 if any(verdict.status == "missed" for verdict in judged) else 0

    def _verdict(self, indicator: dict[str, Any], scope: Scope, period: str) -> Verdict:
        days = parse(period)
        line = line_of(indicator, scope)
        stand = standing(line, indicator["kind"], days)
        measured_to = stand.in_force or stand.next
        reached = self._measures.reached(indicator, scope, days, measured_to)
        ended = scope.level is not None and self._agencies.end_of(scope.level) < self._map_day(days)
        status, reason = self._status(indicator["kind"], stand, reached, days)
        if ended:
            status, reason = "not_applicable", "level-ended"
        elif not line:
            status, reason = "not_applicable", "level-not-bound"
        binding = stand.in_force if status != "not_applicable" else None
        to_come = stand.next if status != "not_applicable" else None
        compared = measured_to if status != "not_applicable" else None
        return Verdict(
            status=status,
            reason=reason,
            numerator=reached.numerator,
            denominator=reached.denominator,
            value=reached.value,
            operator=binding["operator"] if binding else None,
            bound=_bound(binding),
            next=(_bound(to_come), to_come["operator"], day_of(to_come["due"])) if to_come else None,
            gap=_gap(compared, reached),
            shortfall=self._shortfall(indicator, compared, reached),
            official=scope.official,
            provisional=reached.reporting < len(reached.expected)
            and not (status == "missed" and _is_proven_breach(binding, reached)),
            aspirational=bool(line) and (measured_to or line[-1])["aspirational"],
            notes=frozenset(_notes(binding, status, reached, days)),
            done_on=reached.done_on,
            last_known=self._last_known(indicator, scope) if ended else None,
            reporting=reached.reporting,
            expected=len(reached.expected),
            missing=reached.missing,
            pace=None if status == "not_applicable" else self._pace(indicator, scope, days, stand, reached),
        )

    def _map_day(self, days: Days) -> date:
        """The later of the period's last day and the day whose map is asked for."""
        return max(days.last, self._as_of or days.last)

    def _pace(
        self, indicator: dict[str, Any], scope: Scope, days: Days, stand: Standing, reached: Reached
    ) -> Estimate | None:
        """None for a level on its last day, and below the least coverage asked for, half at the least."""
        covered = 100 * reached.reporting >= max(self._min_coverage, 50) * len(reached.expected)
        last_day = scope.level is not None and self._agencies.end_of(scope.level) <= self._map_day(days)
        if reached.value is None or scope.kind == "agency" or not covered or last_day:
            return None
        measured_to = stand.in_force or stand.next

        def value_in(other: Days) -> Fraction | None:
            found = self._measures.reached(indicator, scope, other, measured_to)
            return found.value if len(found.missing) <= len(found.expected) / 2 else None

        row = Row(
            line=line_of(indicator, scope),
            stand=stand,
            days=days,
            value=reached.value,
            value_in=value_in,
            periods=self.periods,
            limits=self._limits(indicator, measured_to),
            meets=lambda target, value: _is_met(target, replace(reached, value=value)),
            bound_of=_bound,
        )
        return estimate(row)

    def _limits(
        self, indicator: dict[str, Any], target: Target | None
    ) -> tuple[Fraction | None, Fraction | None]:
        """The listing does not say the range of a score; those here go from 0 to 100."""
        if indicator["kind"] != "change":
            return Fraction(0), Fraction(100)
        falling = target is not None and target["operator"] == "reduce>="
        return (None, Fraction(100)) if falling else (Fraction(-100), None)

    def _status(self, kind: str, stand: Standing, reached: Reached, days: Days) -> tuple[str, str | None]:
        """The first row of the model's table that holds, from the top; the level is known to be bound."""
        target = stand.in_force
        if stand.lapsed:
            return "not_applicable", "after-until"
        if target is None or (target["judged"] == "year" and not days.is_full_year):
            return "not_due", None
        obstacle = _without_basis(kind, target) or reached.obstacle
        if obstacle:
            return obstacle
        met = _is_met(target, reached)
        covered = 100 * reached.reporting >= self._min_coverage * len(reached.expected)
        if not covered and (met or not _is_proven_breach(target, reached)):
            return "no_data", "below-min-coverage"
        return ("met" if met else "missed"), None

    def _shortfall(
        self, indicator: dict[str, Any], target: Target | None, reached: Reached
    ) -> Fraction | None:
        kind = indicator["kind"]
        if target is None or reached.value is None or _bound(target) is None or kind == "score":
            return None
        if _is_met(target, reached):
            return Fraction(0)
        if kind == "share":
            return _least_to_add(target, reached)
        assert reached.numerator is not None and reached.denominator is not None
        share = (_bound(target) or 0) * reached.denominator / 100
        falling = target["operator"] == "reduce>="
        wanted = reached.denominator - share if falling else reached.denominator + share
        lacking = abs(reached.numerator - wanted)
        is_count = all(self._items[term["item"]]["kind"] == "count" for term in indicator["numerator"])
        return Fraction(ceil(lacking)) if is_count else lacking

    def _last_known(
        self, indicator: dict[str, Any], scope: Scope
    ) -> tuple[str, Fraction, Fraction | None, str] | None:
        """The newest verdict with a value while the level existed, on the map of its own period."""
        end = self._agencies.end_of(scope.level or "")
        for period in reversed(self.periods):
            if parse(period).last <= end:
                verdict = self._on_own_maps._verdict(indicator, scope, period)
                if verdict.value is not None:
                    return period, verdict.value, verdict.bound, verdict.status
        return None


def _is_nobodys(verdict: Verdict) -> bool:
    """No row is made for an agency that a milestone was never asked of, being there only since."""
    return not verdict.official and not verdict.expected and verdict.denominator == 0


def _by_end(period: str) -> tuple[date, int]:
    days = parse(period)
    return days.last, days.length


def _exactly(number: int | float | None) -> Fraction | None:
    return None if number is None else Fraction(str(number))


def _bound(target: Target | None) -> Fraction | None:
    if target is None:
        return None
    if target["external"]:
        return _exactly(target["external"]["bound"])
    return _exactly(target["bound"])


def _without_basis(kind: str, target: Target) -> tuple[str, str] | None:
    """A rate that nobody has set yet, or a baseline that nobody has confirmed."""
    if target["external"] and target["external"]["bound"] is None:
        return "not_evaluable", "external-missing"
    if kind == "change" and not (baseline_of(target) or {}).get("confirmed"):
        return "not_evaluable", "baseline-unconfirmed"
    return None


def _is_met(target: Target, reached: Reached) -> bool:
    operator, bound, value = target["operator"], _bound(target), reached.value
    if operator == "done":
        return reached.numerator == reached.denominator
    if bound is None or value is None:
        return False
    if operator == ">":
        return value > bound
    upper = _exactly(target["upper"])
    return value >= bound and not (operator == "within" and upper is not None and value > upper)


def _is_proven_breach(target: Target | None, reached: Reached) -> bool:
    """100% with one case below it, or one "no" among those who must all have done it: missed for good."""
    if reached.refused:
        return True
    return _bound(target) == 100 and reached.value is not None and reached.value < 100


def _gap(target: Target | None, reached: Reached) -> Fraction | None:
    bound = _bound(target)
    return None if bound is None or reached.value is None else reached.value - bound


def _least_to_add(target: Target, reached: Reached) -> Fraction | None:
    """The least whole number that lifts the share to its bound; None if that is more than the whole."""
    numerator, denominator, bound = reached.numerator, reached.denominator, _bound(target)
    assert numerator is not None and denominator is not None and bound is not None
    lacking = bound * denominator / 100 - numerator
    if lacking < 0:
        return None
    least = floor(lacking) + 1 if target["operator"] == ">" else ceil(lacking)
    return Fraction(least) if numerator + least <= denominator else None


def _notes(target: Target | None, status: str, reached: Reached, days: Days) -> Iterable[str]:
    if 0 < reached.reporting < len(reached.expected):
        yield "partial-coverage"
    if target is None:
        return
    due = day_of(target["due"])
    if due is not None and due.year < days.last.year:
        yield "kept-floor"
    upper = _exactly(target["upper"])
    if target["operator"] == "between" and upper is not None and (reached.value or 0) > upper:
        yield "above-band"
    if status == "met" and due is not None and reached.done_on is not None and reached.done_on > due:
        yield "late"
