"""What stood before: the whole years before a period, and the period of its kind before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cchc_cli.compilation.call import Call
from cchc_cli.engine.evaluate import evaluate
from cchc_cli.engine.evidence import Tracing
from cchc_cli.engine.judged_periods import periods_of_the_call
from cchc_cli.period import Period
from cchc_cli.run import Verdict


def earlier_years(call: Call, newest: Period) -> tuple[Period, ...]:
    """The whole years that end before a period does and that anything was reported for, oldest first."""
    years = {Period.of_year(period.end.year) for _, period in call.evidence.reporting}
    return tuple(sorted(year for year in years if year.end < newest.end and _is_touched(call, year)))


def previous_period(call: Call, newest: Period) -> Period | None:
    """The period of the same kind before this one, where anything was reported for it or a part of it."""
    before = newest.previous
    return before if before is not None and _is_touched(call, before) else None


def told(call: Call, verdicts: Iterable[Verdict]) -> frozenset[str]:
    """The periods with figures: reported as they are, or put together from shorter ones."""
    reported = periods_of_the_call(call.evidence, call.registry)
    together = (verdict.period for verdict in verdicts if verdict.value is not None)
    return frozenset((*map(str, reported), *together))


def _is_touched(call: Call, period: Period) -> bool:
    return any(period.covers(reported) for _, reported in call.evidence.reporting)


def earlier_verdicts(call: Call, periods: Sequence[Period]) -> tuple[Verdict, ...]:
    """The verdicts of some periods on the rows that are no single agency's, whatever their status."""
    if not periods:
        return ()
    question = replace(
        call.question,
        periods=tuple(periods),
        by=call.question.by - {"agency"},
        statuses=frozenset(),
        tracing=Tracing.NONE,
    )
    return evaluate(call.catalogue, call.registry, call.evidence, question).verdicts
