"""A run with what a report on paper says beside its verdicts: who has reported, what was before, and how
the figures came about.

What HTML, workbook, document and scorecards are made from. No I/O and no arithmetic.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from cchc_cli.comparison.comparison import Pair
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.run import Run, Verdict
from cchc_cli.trace import Trace

RowKey: TypeAlias = tuple[str, str, str]
"""Indicator, kind and code of the scope: one row over the years."""
VerdictKey: TypeAlias = tuple[str, str, str, str]
"""The same and the period: one verdict."""


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency under the name it bore in the period; `pooled`: its figures count in the official ones."""

    code: str
    name: Text
    level: Level
    pooled: bool = True


@dataclass(frozen=True, slots=True)
class LateReport:
    """An agency whose report is dated after the cut-off, and is not counted for that reason."""

    agency: AgencyName
    dated: date


@dataclass(frozen=True, slots=True)
class Reporting:
    """Who has reported for one period, of those who must; late ones are not among the missing."""

    period: str
    expected: int
    reporting: int
    missing: tuple[AgencyName, ...]
    late: tuple[LateReport, ...]

    @property
    def is_complete(self) -> bool:
        return self.reporting >= self.expected


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a report on paper shows; `run` has the verdicts shown, in their order."""

    run: Run
    period: str | None
    """The newest period judged: the one that a first page speaks of; None where nothing is judged."""
    reporting: tuple[Reporting, ...]
    """One for each period judged, oldest first."""
    history: Mapping[RowKey, tuple[Verdict, ...]]
    """The verdicts of the whole years before `period`, oldest first, on rows that are no single agency's."""
    previous_period: str | None
    """The period of the same kind before `period`; None where the call has no figures of it."""
    changes: tuple[Pair, ...]
    """The rows of `history`'s kind that stand otherwise in `period` than in `previous_period`."""
    traces: Mapping[VerdictKey, Trace]
    """How the verdicts on the rows of `history`'s kind came about: pools, agencies, cells, rungs."""

    def before(self, verdict: Verdict) -> tuple[Verdict, ...]:
        """The earlier verdicts on the same row, oldest first."""
        return self.history.get(row_key(verdict), ())

    def trace(self, verdict: Verdict) -> Trace | None:
        """How a verdict came about; None for the row of a single agency, whose cells it has itself."""
        return self.traces.get((*row_key(verdict), verdict.period))


def row_key(verdict: Verdict) -> RowKey:
    """What a verdict is about, whatever the period."""
    return verdict.indicator, verdict.scope.kind.value, verdict.scope.code
