"""Places: indicator by indicator, decided exactly, told only where they say something."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from cchc_cli.level import Level
from cchc_cli.scorecards.scorecard import Place, Scorecards, Unplaced
from tests.engine.province import agency, catalogue, figures
from tests.scorecards.province import AT_LEAST_80, card, districts, row, scorecards, share

_SMALL = "scorecards: {smallest_denominator: 10, fewest_peers: 3}"


def _made(folder: Path, done: Mapping[str, int], whole: Mapping[str, int], more: str = "") -> Scorecards:
    source = catalogue(folder, share(more=more), _SMALL)
    return scorecards(source, figures("2024", done=done, all=whole))


def _ranks(made: Scorecards, *codes: str) -> list[int | None]:
    return [None if (place := row(made, code).place) is None else place.rank for code in codes]


def test_the_best_is_first_and_equal_figures_share_a_place(tmp_path: Path) -> None:
    done = {"D1": 9, "D2": 18, "D3": 8, "D4": 7, "D5": 7}
    made = _made(tmp_path, done, {"D1": 10, "D2": 20, "D3": 10, "D4": 10, "D5": 10})
    assert _ranks(made, "D1", "D2", "D3", "D4", "D5") == [1, 1, 3, 4, 4]
    assert row(made, "D4").place == Place(rank=4, of=5, tied=1, median=Fraction(80))


def test_thirds_are_equal_and_what_looks_equal_in_two_decimals_is_not(tmp_path: Path) -> None:
    done = {"D1": 1_000_000, "D2": 7, "D3": 2_333_333, "D4": 3_333_334}
    whole = {"D1": 3_000_000, "D2": 21, "D3": 7_000_000, "D4": 10_000_000}
    made = _made(tmp_path, done, whole)
    assert _ranks(made, "D4", "D1", "D2", "D3") == [1, 2, 2, 4]


def test_of_an_even_number_the_median_is_between_the_two_in_the_middle(tmp_path: Path) -> None:
    whole = dict.fromkeys(("D1", "D2", "D3", "D4"), 10)
    made = _made(tmp_path, {"D1": 10, "D2": 8, "D3": 7, "D4": 1}, whole)
    place = row(made, "D1").place
    assert place is not None
    assert place.median == 75


def test_a_small_denominator_has_no_place_and_does_not_count_for_the_others(tmp_path: Path) -> None:
    whole = {"D1": 10, "D2": 20, "D3": 10, "D4": 9, "D5": 10}
    made = _made(tmp_path, {"D1": 5, "D2": 15, "D3": 4, "D4": 9, "D5": 1}, whole)
    small = row(made, "D4")
    assert (small.place, small.unplaced) == (None, Unplaced.SMALL)
    assert small.comparability is not None
    assert (small.comparability.smallest, small.comparability.comparable) == (10, 4)
    assert _ranks(made, "D2", "D1", "D3", "D5") == [1, 2, 3, 4]


def test_an_indicator_may_name_a_smallest_denominator_of_its_own(tmp_path: Path) -> None:
    whole = dict.fromkeys(("D1", "D2", "D3"), 5)
    made = _made(tmp_path, {"D1": 5, "D2": 4, "D3": 3}, whole, more="smallest_denominator: 5,")
    assert _ranks(made, "D1", "D2", "D3") == [1, 2, 3]


def test_where_too_few_can_be_compared_nobody_has_a_place(tmp_path: Path) -> None:
    made = _made(tmp_path, {"D1": 5, "D2": 4}, {"D1": 10, "D2": 10})
    assert [row(made, code).unplaced for code in ("D1", "D2", "D3")] == [
        Unplaced.FEW,
        Unplaced.FEW,
        Unplaced.NO_FIGURE,
    ]


def test_nothing_that_arose_is_no_figure_to_compare(tmp_path: Path) -> None:
    whole = {"D1": 10, "D2": 10, "D3": 10, "D4": 0}
    made = _made(tmp_path, {"D1": 5, "D2": 4, "D3": 3, "D4": 0}, whole)
    assert row(made, "D4").unplaced is Unplaced.NO_FIGURE


def test_vertical_agencies_and_clusters_are_compared_among_themselves(tmp_path: Path) -> None:
    agencies = districts(
        *(agency(code, Level.PROVINCE, pooled=False) for code in ("V1", "V2", "V3")),
        *(agency(code, Level.COMMUNE, cluster="north") for code in ("N1", "N2", "N3")),
        *(agency(code, Level.COMMUNE, cluster="south") for code in ("S1", "S2", "S3")),
    )
    codes = ("V1", "V2", "V3", "N1", "N2", "N3", "S1", "S2", "S3")
    done = dict(zip(codes, (9, 8, 7, 6, 5, 4, 3, 2, 1), strict=True))
    source = catalogue(tmp_path, share(), _SMALL)
    made = scorecards(source, figures("2024", done=done, all=dict.fromkeys(codes, 10)), agencies)
    assert _ranks(made, *codes) == [1, 2, 3] * 3
    peers = [made_for.subject.peers for made_for in made.cards if made_for.subject.code in ("V1", "N1")]
    assert [(each.cluster, each.pooled, each.size) for each in peers if each] == [
        (None, False, 3),
        ("north", True, 3),
    ]


@pytest.mark.parametrize(
    ("operator", "ranks"),
    [
        ("operator: between, bound: 25, upper: 35,", [3, 1, 1, 4]),
        ("operator: within, bound: 25, upper: 35,", [2, 1, 2, 4]),
        ("bound: 25,", [3, 2, 1, 4]),
    ],
)
def test_the_operator_decides_what_is_better(tmp_path: Path, operator: str, ranks: list[int]) -> None:
    """20, 36, 40 and 10 percent: nobody gains beyond a band, and a closed one is left at a cost."""
    targets = AT_LEAST_80.replace("bound: 80,", operator)
    source = catalogue(tmp_path, share(targets=targets), _SMALL)
    whole = dict.fromkeys(("D1", "D2", "D3", "D4"), 100)
    done = {"D1": 20, "D2": 36, "D3": 40, "D4": 10}
    made = scorecards(source, figures("2024", done=done, all=whole))
    assert _ranks(made, "D1", "D2", "D3", "D4") == ranks


def test_what_one_agency_alone_reports_is_official_on_its_card_and_has_no_place(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(numerator="spent", denominator="plan", targets=AT_LEAST_80), _SMALL)
    made = scorecards(source, figures("2024", spent={"A": 9}, plan={"A": 10}))
    own = {(each.verdict.official, each.unplaced) for each in card(made, "A").rows}
    assert own == {(True, Unplaced.ALONE)}


def test_who_ended_within_the_year_is_compared_with_whoever_ended_that_day(tmp_path: Path) -> None:
    """C1 to C3 ended when N1 to N3 began: they were never beside each other."""
    old, new = ("C1", "C2", "C3"), ("N1", "N2", "N3")
    last_day, first_day = date(2024, 6, 30), date(2024, 7, 1)
    agencies = districts(
        *(agency(code, Level.COMMUNE, valid_until=last_day) for code in old),
        *(agency(code, Level.COMMUNE, valid_from=first_day) for code in new),
    )
    done = dict(zip((*old, *new), (60, 50, 40, 30, 20, 10), strict=True))
    source = catalogue(tmp_path, share(), _SMALL)
    made = scorecards(source, figures("2024", done=done, all=dict.fromkeys(done, 100)), agencies)
    assert _ranks(made, *old, *new) == [1, 2, 3, 1, 2, 3]
    assert [peers.until for code in ("C1", "N1") if (peers := card(made, code).subject.peers)] == [
        last_day,
        None,
    ]
