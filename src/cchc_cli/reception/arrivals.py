"""What has come: the workbooks that speak of each agency, its own and those that carry its figures.

Source: field notes, «Who sends what»: communes report through their district, whose workbook then carries
them; a lead department or a consolidated workbook may carry anybody.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_cli.intake.intake import Intake
from cchc_cli.observation import Submission, SubmissionKind
from cchc_cli.period import Period
from cchc_cli.roster import Member, Roster

_KINDS = tuple(SubmissionKind)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One workbook that speaks of one agency for one period; `figures` counts cells, usable or not."""

    submission: Submission
    file: int
    period: Period
    figures: int
    is_own: bool
    said: str

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, and under which letter: the same for a copy, and for a file that was saved again."""
        sent = self.submission
        return sent.submitter, sent.kind, sent.number, sent.document, sent.dated, self.said


def arrivals(intake: Intake, roster: Roster, cutoff: date | None) -> dict[int, list[Arrival]]:
    """By position in the roster: what came for its period or a part of it, in the order of the files.

    What is dated after the cut-off has not come. A workbook that names its sender and period has come
    for that sender even where all its cells are blank.
    """
    found: dict[int, list[Arrival]] = defaultdict(list)
    for file, submission in enumerate(intake.submissions):
        if cutoff is not None and submission.dated is not None and submission.dated > cutoff:
            continue
        read = intake.read[file]
        for (code, period), figures in _spoken_of(submission, read.figures).items():
            position = roster.member_of(code, period) if roster.period.covers(period) else None
            if position is not None:
                is_own = submission.submitter == code
                said = read.said.get((code, period), "")
                found[position].append(Arrival(submission, file, period, figures, is_own, said))
    return found


def whole_periods(member: Member, period: Period) -> frozenset[Period]:
    """The periods that are the whole for a member: the one asked about, and its days within it."""
    days = member.days_within(period)
    return frozenset({period, Period.between(days[0].start, days[-1].end)})


def counting(came: Iterable[Arrival], whole: Collection[Period], parent: str | None) -> list[Arrival]:
    """The arrivals that an agency's state is judged by: of a whole period, or else of its parts.

    For each period its own ones; else those of the agency above it; else of whoever names himself; else
    the rest. The same figures under the same letter are one. The official ones come first, then by `Lần`.
    """
    by_period: dict[Period, list[Arrival]] = defaultdict(list)
    for arrival in came:
        by_period[arrival.period].append(arrival)
    chosen = [period for period in sorted(by_period) if period in whole] or sorted(by_period)
    return [arrival for period in chosen for arrival in _best(by_period[period], parent)]


def in_order(arrival: Arrival) -> tuple[Period, int, int, int]:
    """A key that sorts arrivals as they follow from each other: the official ones first, then by `Lần`."""
    submission = arrival.submission
    return arrival.period, _KINDS.index(submission.kind), submission.number, arrival.file


def periods_of(chosen: Iterable[Arrival]) -> tuple[Period, ...]:
    """The periods of some arrivals, in order."""
    return tuple(sorted({arrival.period for arrival in chosen}))


def times(chosen: Iterable[Arrival]) -> int:
    """How many times an agency reported; of several periods the most for one of them."""
    return max(Counter(arrival.period for arrival in chosen).values(), default=0)


def _spoken_of(
    submission: Submission, figures: Mapping[tuple[str, Period], int]
) -> dict[tuple[str, Period], int]:
    spoken = dict(figures)
    if submission.submitter is not None and submission.period is not None:
        spoken.setdefault((submission.submitter, submission.period), 0)
    return spoken


def _best(came: Sequence[Arrival], parent: str | None) -> Iterator[Arrival]:
    best = min(_distance(arrival, parent) for arrival in came)
    seen: set[tuple[object, ...]] = set()
    for arrival in sorted(came, key=in_order):
        if _distance(arrival, parent) == best and arrival.content not in seen:
            seen.add(arrival.content)
            yield arrival


def _distance(arrival: Arrival, parent: str | None) -> int:
    """How far from the agency itself its figures came."""
    if arrival.is_own:
        return 0
    sender = arrival.submission.submitter
    if sender is None:
        return 3
    return 1 if sender == parent else 2
