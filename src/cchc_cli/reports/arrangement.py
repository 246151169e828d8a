"""In which order verdicts stand, and which rows of single agencies are left out (`--sort`, `--top`).

Orders are exact: by quotients, never by rounded values. Verdicts that are alike stay in the order they had.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any

from cchc_cli.alphabet import alphabetical
from cchc_cli.language import Language
from cchc_cli.reports.numbers_text import bound_of, value_of
from cchc_cli.run import LeftOut, Run, ScopeKind, Status, Verdict


class Sort(StrEnum):
    """What `--sort` may name."""

    CATALOGUE = "catalogue"
    STATUS = "status"
    GAP = "gap"
    VALUE = "value"
    NAME = "name"


_STATUSES = (
    Status.MISSED,
    Status.INCONCLUSIVE,
    Status.NO_DATA,
    Status.NOT_EVALUABLE,
    Status.NOT_DUE,
    Status.MET,
    Status.NOT_APPLICABLE,
)
"""What asks for something to be done comes first."""


def arranged(run: Run, language: Language) -> Run:
    """The run in the order that it was asked for, with so many rows of agencies of an indicator and period.

    Official rows and those of levels stay, and so does everything that counts them. Where no order is asked
    for, agencies below their bound are the last to be left out.
    """
    if run.asked is None or (run.asked.sort is None and run.asked.top is None):
        return run
    sort, top = Sort(run.asked.sort) if run.asked.sort else None, run.asked.top
    verdicts = sorted_verdicts(run.verdicts, sort, language)
    if top is None:
        return run.model_copy(update={"verdicts": verdicts})
    shown, left_out = _topped(verdicts, top, sort is None)
    return run.model_copy(update={"verdicts": shown, "left_out": left_out})


def sorted_verdicts(verdicts: Iterable[Verdict], sort: Sort | None, language: Language) -> list[Verdict]:
    """The verdicts in an order; None and `catalogue` leave them as they stand."""
    keys: dict[Sort, Callable[[Verdict], Any]] = {
        Sort.STATUS: _urgency,
        Sort.GAP: lambda verdict: _known_first(_gap(verdict)),
        Sort.VALUE: lambda verdict: _known_first(value_of(verdict)),
        Sort.NAME: lambda verdict: alphabetical(verdict.scope.name.in_language(language), language),
    }
    key = keys.get(sort) if sort else None
    return sorted(verdicts, key=key) if key else list(verdicts)


def _urgency(verdict: Verdict) -> tuple[int, int]:
    """Behind what is missed stands what is met for the time being and may still be missed."""
    if verdict.status is Status.MET and verdict.provisional:
        return 0, 1
    rank = _STATUSES.index(verdict.status)
    return (0, 0) if rank == 0 else (1, rank)


def _gap(verdict: Verdict) -> Fraction | None:
    """How far above its bound a figure stands; below it, it is negative."""
    value, bound = value_of(verdict), bound_of(verdict)
    return None if value is None or bound is None else value - bound[1]


def _known_first(number: Fraction | None) -> tuple[bool, Fraction]:
    return number is None, number or Fraction(0)


def _topped(verdicts: Sequence[Verdict], top: int, below_first: bool) -> tuple[list[Verdict], list[LeftOut]]:
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.scope.kind is ScopeKind.AGENCY:
            groups.setdefault((verdict.indicator, verdict.period), []).append(verdict)
    hidden: set[int] = set()
    left_out = []
    for (indicator, period), rows in groups.items():
        surplus = (below_bound_first(rows) if below_first else rows)[top:]
        if surplus:
            hidden |= {id(verdict) for verdict in surplus}
            left_out.append(LeftOut(indicator=indicator, period=period, statuses=_counts(surplus)))
    return [verdict for verdict in verdicts if id(verdict) not in hidden], left_out


def below_bound_first(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The rows below their bound, then all others, each in their order."""
    return sorted(verdicts, key=lambda verdict: verdict.status is not Status.MISSED)


def _counts(verdicts: Sequence[Verdict]) -> dict[Status, int]:
    counts: dict[Status, int] = {}
    for verdict in verdicts:
        counts[verdict.status] = counts.get(verdict.status, 0) + 1
    return counts
