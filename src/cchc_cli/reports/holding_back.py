"""Who holds a pooled figure back, and who has not done what was asked: those that matter most first."""

from cchc_cli.reports.numbers_text import exact, value_of
from cchc_cli.run import Verdict
from cchc_cli.trace import Trace, TracedAnswer, TracedPart


def held_back_by(verdict: Verdict, trace: Trace) -> list[TracedPart]:
    """The agencies without which the figure would be better; the one that costs most is the first."""
    value = value_of(verdict)
    if value is None:
        return []
    better = [
        (exact(part.without), part)
        for part in trace.parts
        if part.without is not None and exact(part.without) > value
    ]
    return [part for _, part in sorted(better, key=lambda pair: pair[0], reverse=True)]


def by_urgency(trace: Trace) -> list[TracedAnswer]:
    """The answers to a milestone or duty: no, no answer, yes; of those that have done it the last first."""
    return sorted(trace.answers, key=_urgency)


def not_done(trace: Trace) -> list[TracedAnswer]:
    """The answers that say no; who never answered has not said that it is not done."""
    return [answer for answer in trace.answers if answer.counted is not None and answer.done_on is None]


def _urgency(answer: TracedAnswer) -> tuple[int, int]:
    if answer.done_on is not None:
        return 2, -answer.done_on.toordinal()
    return (1, 0) if answer.counted is None else (0, 0)
