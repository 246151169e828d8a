"""Many observations: lines of figures are kept as they stand, and nobody can tell."""

import pickle
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from cchc_cli.observation import Address, Observation
from cchc_cli.observations import Bundle, Line, Observations, Several, bundled, in_order_of_cells
from cchc_cli.period import Period

AGENCIES, ITEMS = ("SNV", "28249"), ("received", "settled", "pending")
PERIODS = (Period.parse("2024"), Period.parse("2024-Q1"))
AGENCY, PERIOD = some.sampled_from(AGENCIES), some.sampled_from(PERIODS)
VALUE = some.integers(0, 9).map(Decimal)
NUMBER = some.integers(1, 5)


@some.composite
def a_line(draw: some.DrawFn) -> list[Bundle]:
    columns = tuple(sorted(draw(some.sets(NUMBER, min_size=1, max_size=3))))
    values = tuple(draw(VALUE) for _ in columns)
    file, sheet, along = draw(NUMBER), draw(NUMBER), (draw(NUMBER),) * len(columns)
    cells = draw(some.permutations([along, columns]))
    return [Line(draw(AGENCY), draw(PERIOD), ITEMS[: len(columns)], values, file, sheet, *cells)]


@some.composite
def others(draw: some.DrawFn) -> list[Bundle]:
    address = some.builds(Address, NUMBER, NUMBER, NUMBER, NUMBER)
    one = some.builds(Observation, AGENCY, some.sampled_from(ITEMS), PERIOD, VALUE, address)
    return list(bundled(draw(some.lists(one, max_size=4))))


BUNDLES = some.lists(a_line() | others(), max_size=6).map(
    lambda found: [one for each in found for one in each]
)


def listed(bundles: Sequence[Bundle]) -> list[Observation]:
    return [one for bundle in bundles for one in bundle.observations]


@given(BUNDLES)
def test_it_is_a_list_of_its_observations(bundles: list[Bundle]) -> None:
    made, plain = Observations.of(bundles), listed(bundles)
    assert list(made) == plain
    assert made == plain
    assert plain == made
    assert made == Observations(plain)
    assert len(made) == len(plain)
    assert [made[position] for position in range(-len(plain), len(plain))] == plain + plain
    assert made[1:-1] == plain[1:-1]
    assert pickle.loads(pickle.dumps(made)) == made
    assert made != [*plain, *plain, None]


@given(BUNDLES)
def test_bundles_say_whose_their_figures_are(bundles: list[Bundle]) -> None:
    for found in (bundled(Observations.of(bundles)), bundled(listed(bundles))):
        together = list(found)
        assert listed(together) == listed(bundles)
        for bundle in together:
            assert [
                bundle.observation(position) for position in range(len(bundle.items))
            ] == bundle.observations
            for item, value, one in zip(bundle.items, bundle.values, bundle.observations, strict=True):
                assert (one.agency, one.period, one.address.file) == (
                    bundle.agency,
                    bundle.period,
                    bundle.file,
                )
                assert (one.item, one.value) == (item, value)
            first, last = bundle.ends
            assert first == min(one.address for one in bundle.observations)
            assert last == max(one.address for one in bundle.observations)


@given(BUNDLES)
def test_they_are_put_in_the_order_of_their_cells(bundles: list[Bundle]) -> None:
    ordered = in_order_of_cells(bundles)
    assert [one.address for one in ordered] == sorted(one.address for one in listed(bundles))
    assert list(ordered) == sorted(listed(bundles), key=lambda one: one.address)


def test_more_can_be_added_to_what_was_looked_at() -> None:
    one = Observation("SNV", "received", PERIODS[0], Decimal(1), Address(0, 0, 1, 1))
    made = Observations([one])
    assert made[0] is one
    made.put(Line("SNV", PERIODS[0], ("settled",), (Decimal(2),), 0, 0, (2,), (1,)))
    made.append(one)
    made.put(Several("SNV", PERIODS[0], 0, [one]))
    assert [found.value for found in (made[-1], made[-3], *made)] == [1, 2, 1, 2, 1, 1]


def test_a_line_stays_a_line_beside_others() -> None:
    lines = [
        Line("SNV", PERIODS[0], ITEMS[:2], (Decimal(1), Decimal(2)), 0, 0, (row, row), (2, 4))
        for row in (3, 2)
    ]
    between = Observation("SNV", "pending", PERIODS[0], Decimal(3), Address(0, 0, 2, 3))
    ordered = in_order_of_cells([*lines, Several("SNV", PERIODS[0], 0, [between])])
    assert [one.address[2:] for one in ordered] == [(2, 2), (2, 3), (2, 4), (3, 2), (3, 4)]
    assert list(ordered.bundles())[-1] is lines[0]
