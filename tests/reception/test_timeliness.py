"""In time or late, whatever the order in which workbooks lie."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.observation import Submission, SubmissionKind
from cchc_cli.period import Period
from cchc_cli.reception.arrivals import Arrival
from cchc_cli.reception.timeliness import judged
from cchc_cli.standing.records import State

DEADLINE = date(2025, 1, 20)
_DAYS = st.none() | st.dates(date(2025, 1, 18), date(2025, 1, 23))
_PERIODS = st.sampled_from([Period.parse("2024-H1"), Period.parse("2024-Q3")])
_ARRIVALS = st.lists(st.tuples(st.sampled_from(SubmissionKind), _DAYS, _PERIODS), min_size=1, max_size=4)

Said = tuple[SubmissionKind, date | None, Period]


def _came(said: list[Said]) -> list[Arrival]:
    submissions = [
        Submission(f"{file}.xlsx", str(file), "form", (), "SNV", kind, dated=day)
        for file, (kind, day, _) in enumerate(said)
    ]
    periods = [period for _, _, period in said]
    return [
        Arrival(submission, file, period, figures=1, is_own=True, said="")
        for file, (submission, period) in enumerate(zip(submissions, periods, strict=True))
    ]


@given(_ARRIVALS)
def test_the_order_of_the_files_decides_nothing(said: list[Said]) -> None:
    came = _came(said)
    assert len({judged(order, DEADLINE)[0] for order in itertools.permutations(came)}) == 1


@given(_ARRIVALS)
def test_late_means_that_nothing_of_some_period_came_in_time(said: list[Said]) -> None:
    state, deciding = judged(_came(said), DEADLINE)
    same = [(kind, day) for kind, day, period in said if period == deciding.period]
    officials = [day for kind, day in same if kind is SubmissionKind.OFFICIAL]
    days = officials or [day for _, day in same]
    if state is State.LATE:
        assert all(day is not None and day > DEADLINE for day in days)
    if state is State.UNDATED:
        assert None in days
        assert not any(day is not None and day <= DEADLINE for day in days)


@given(_ARRIVALS)
def test_without_a_deadline_everything_is_received(said: list[Said]) -> None:
    assert judged(_came(said), None)[0] is State.RECEIVED
