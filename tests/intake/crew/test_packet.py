"""What a worker sends back is what it read."""

import pickle
from collections.abc import Iterable
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
from cchc_cli.observations import Bundle, Line, Observations, bundled
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


@some.composite
def line(draw: some.DrawFn, file: int) -> Line:
    places = tuple(sorted(draw(some.sets(NUMBERS, min_size=1, max_size=3))))
    values = tuple(draw(VALUES) for _ in places)
    cells = draw(some.permutations([places, places[:1] * len(places)]))
    whose = draw(some.sampled_from(AGENCIES)), draw(some.sampled_from(PERIODS))
    return Line(*whose, ITEMS[: len(places)], values, file, draw(some.integers(0, 3)), *cells)


def bundles(file: int) -> some.SearchStrategy[list[Bundle]]:
    others = some.lists(observation(file), max_size=6).map(lambda found: list(bundled(found)))
    of_each_kind = some.lists(line(file).map(lambda found: [found]) | others, max_size=4)
    return of_each_kind.map(lambda found: [one for each in found for one in each])


def read(file: int, observations: Iterable[Observation]) -> ReadSubmission:
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
    return [read(file, Observations.of(draw(bundles(file)))) for file in files]


@given(submissions_read())
def test_what_arrives_is_what_was_read(submissions: list[ReadSubmission]) -> None:
    arrived = list(unpack(pickle.loads(pickle.dumps(pack(submissions)))))
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
        Line("SNV", PERIODS[0], ITEMS[:2], (Decimal(5), Decimal(5)), 0, 0, (row, row), (4, 5))
        for row in range(1, 9)
    ]
    (arrived,) = unpack(pickle.loads(pickle.dumps(pack([read(0, Observations.of(said))]))))
    first, *others = arrived.gathering.observations
    assert all(
        one.agency is first.agency and one.period is first.period and one.value is first.value
        for one in others
    )
