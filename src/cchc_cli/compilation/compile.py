"""One call, read and judged → the dossier that reports on paper are made from."""

from collections.abc import Iterable, Sequence, Set

from cchc_cli.comparison.comparison import Pair
from cchc_cli.comparison.matching import pair_of
from cchc_cli.compilation.call import Call
from cchc_cli.compilation.past import earlier_verdicts, earlier_years, previous_period, told
from cchc_cli.compilation.reporting import reporting_of
from cchc_cli.dossier import Dossier, RowKey, row_key
from cchc_cli.period import Period
from cchc_cli.run import Run, ScopeKind, Verdict
from cchc_cli.trace import Trace


def compile_dossier(call: Call, run: Run, traces: Iterable[Trace], judged: Sequence[Period]) -> Dossier:
    """The dossier of a run; `judged` are its periods, `traces` those of its pooled rows."""
    newest = max(judged, key=lambda period: period.newness, default=None)
    years = earlier_years(call, newest) if newest else ()
    previous = previous_period(call, newest) if newest else None
    wanted = dict.fromkeys((*years, *([previous] if previous else [])))
    past = earlier_verdicts(call, tuple(sorted(wanted)))
    with_figures = told(call, past)
    previous = previous if str(previous) in with_figures else None
    return Dossier(
        run=run,
        period=str(newest) if newest else None,
        reporting=tuple(reporting_of(call, period) for period in sorted(judged)),
        history=_history(past, with_figures.intersection(map(str, years))),
        previous_period=str(previous) if previous else None,
        changes=_changes(past, run.verdicts, previous, newest),
        traces={(trace.indicator, trace.scope_kind, trace.scope, trace.period): trace for trace in traces},
    )


def _history(past: Iterable[Verdict], years: Set[str]) -> dict[RowKey, tuple[Verdict, ...]]:
    history: dict[RowKey, tuple[Verdict, ...]] = {}
    for verdict in past:
        if verdict.period in years:
            key = row_key(verdict)
            history[key] = (*history.get(key, ()), verdict)
    return history


def _changes(
    past: Iterable[Verdict], present: Iterable[Verdict], previous: Period | None, newest: Period | None
) -> tuple[Pair, ...]:
    """Rows of single agencies are left out: their codes may mean other agencies by now."""
    before = {row_key(verdict): verdict for verdict in past if verdict.period == str(previous)}
    pairs = (
        pair_of(before[row_key(verdict)], verdict)
        for verdict in present
        if verdict.period == str(newest)
        and verdict.scope.kind is not ScopeKind.AGENCY
        and row_key(verdict) in before
    )
    return tuple(pair for pair in pairs if pair.is_changed)
