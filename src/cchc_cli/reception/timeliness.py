"""In time or late: told by the day of the letter, never by the date of a file."""

from collections.abc import Iterable, Sequence
from datetime import date

from cchc_cli.observation import SubmissionKind
from cchc_cli.period import Period
from cchc_cli.reception.arrivals import Arrival, periods_of
from cchc_cli.standing.records import State

_WORST_FIRST = (State.LATE, State.UNDATED, State.ON_TIME, State.RECEIVED)


def judged(chosen: Sequence[Arrival], deadline: date | None) -> tuple[State, Arrival]:
    """The state of an agency by what came, and the arrival that decides it.

    A deadline means until the end of that day. The official report decides; a correction or supplement
    after the deadline makes nobody late. Where shorter periods stand for the whole, the worst of them
    decides. `chosen` holds at least one.
    """
    verdicts = [
        _of_one_period([arrival for arrival in chosen if arrival.period == period], deadline)
        for period in periods_of(chosen)
    ]
    return min(verdicts, key=_badness)


def _badness(verdict: tuple[State, Arrival]) -> tuple[int, date, Period]:
    state, arrival = verdict
    return _WORST_FIRST.index(state), arrival.submission.dated or date.min, arrival.period


def _of_one_period(came: Sequence[Arrival], deadline: date | None) -> tuple[State, Arrival]:
    official = [arrival for arrival in came if arrival.submission.kind is SubmissionKind.OFFICIAL]
    deciding = official or came
    first = _earliest(deciding)
    if deadline is None:
        return State.RECEIVED, first or deciding[0]
    if first is not None and first.submission.dated is not None and first.submission.dated <= deadline:
        return State.ON_TIME, first
    undated = [arrival for arrival in deciding if arrival.submission.dated is None]
    if undated or first is None:
        return State.UNDATED, (undated or deciding)[0]
    return State.LATE, first


def _earliest(came: Iterable[Arrival]) -> Arrival | None:
    dated = [arrival for arrival in came if arrival.submission.dated is not None]
    return min(dated, key=_day, default=None)


def _day(arrival: Arrival) -> tuple[date, int]:
    return arrival.submission.dated or date.max, arrival.file
