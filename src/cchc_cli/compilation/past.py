"""What stood before: the whole years before a period, and the period of its kind before it."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_cli.compilation.call import Call
from cchc_cli.engine.evaluate import evaluate
from cchc_cli.engine.evidence import Tracing
from cchc_cli.engine.judged_periods import periods_of_the_call
from cchc_cli.period import Period
from cchc_cli.run import Verdict


def earlier_years(call: Call, newest: Period) -> tuple[Period, ...]:
    """The whole years of the call that end before a period does, oldest first."""
    reported = periods_of_the_call(call.evidence, call.registry)
    return tuple(period for period in reported if period.is_full_year and period.end < newest.end)


def previous_period(call: Call, newest: Period) -> Period | None:
    """The period of the same kind before this one, where anything was reported for it."""
    before = newest.previous
    return before if before in periods_of_the_call(call.evidence, call.registry) else None


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
