"""What a worker sends back is what it read."""

import pickle
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.kinds import KINDS
from cchc_cli.intake.crew.packet import pack, unpack
from cchc_cli.intake.gathering import Explanation, Gathering
from cchc_cli.intake.read_count import count_of
from cchc_cli.intake.submission_reading import ReadSubmission
from cchc_cli.observation import Address, Key, Observation, SetAside, Submission
from cchc_cli.observations import Observations
from cchc_cli.period import Period

NUMBERS = some.integers(1, 60_000)
AGENCIES, ITEMS = ("SNV", "28249"), ("received", "settled", "đã-giải-quyết")
PERIODS = (Period.parse("2024"), Period.parse("2024-Q1"), Period.parse("2024-01-01..2024-06-07"))
VALUES = some.one_of(
    some.integers(0, 50).map(Decimal),
    some.integers(-(2**70), 2**70).map(Decimal),
    some.decimals(allow_nan=False, allow_infinity=False, places=4),
    some.sampled_from([Decimal("1E+3"), Decimal("-0"), Decimal("0.50"), Decimal(2**63 - 1), Decimal(2**63)]),
)


def observation(file: int) -> some.SearchStrategy[Observation]:
    return some.builds(
        Observation,
        some.sampled_from(AGENCIES),
        some.sampled_from(ITEMS),
        some.sampled_from(PERIODS),
        VALUES,
        some.builds(Address, some.just(file), some.integers(0, 3), NUMBERS, NUMBERS),
        some.one_of(some.none(), some.just(date(2024, 5, 6))),
        some.booleans(),
        some.sampled_from([(), (3, 4)]),
    )


def read(file: int, observations: Sequence[Observation]) -> ReadSubmission:
    key = Key("SNV", "received", PERIODS[0])
    gathering = Gathering(
        observations=Observations(observations),
        set_aside=[SetAside(key, Address(file, 0, 3, 4), "cell-error", Decimal(7))],
        findings=[Finding(kind, Place("a.xlsx", "Số liệu", 3, 4), value="x") for kind in KINDS.values()],
        explanations=[Explanation("Do thiên tai", key)],
    )
    submission = Submission(f"{file}.xlsx", "0" * 64, "form", ("Số liệu",))
    return ReadSubmission(submission, gathering, count_of(gathering))


@some.composite
def submissions_read(draw: some.DrawFn) -> list[ReadSubmission]:
    files = draw(some.lists(some.integers(0, 9), unique=True, max_size=4))
    return [read(file, draw(some.lists(observation(file), max_size=6))) for file in files]


@given(submissions_read())
def test_what_arrives_is_what_was_read(submissions: list[ReadSubmission]) -> None:
    positions = [int(each.submission.path.removesuffix(".xlsx")) for each in submissions]
    sent = pickle.loads(pickle.dumps(pack(submissions, positions)))
    arrived = list(unpack(sent))
    assert [each.submission for each in arrived] == [each.submission for each in submissions]
    assert [each.gathering for each in arrived] == [each.gathering for each in submissions]
    assert [str(o.value) for each in arrived for o in each.gathering.observations] == [
        str(o.value) for each in submissions for o in each.gathering.observations
    ]
    for each in arrived:
        assert all(KINDS[finding.code] is finding.kind for finding in each.gathering.findings)
        assert each.count.observations == len(each.gathering.observations)


def test_what_is_said_again_and_again_is_kept_once() -> None:
    said = [
        Observation("SNV", "received", PERIODS[0], Decimal(5), Address(0, 0, row, 4)) for row in range(1, 9)
    ]
    (arrived,) = unpack(pickle.loads(pickle.dumps(pack([read(0, said)], [0]))))
    first, *others = arrived.gathering.observations
    assert all(
        one.agency is first.agency and one.item is first.item and one.value is first.value for one in others
    )
