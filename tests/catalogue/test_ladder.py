"""The ladder of line 35, and its other readings by changing data only."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.target import Target
from cchc_cli.level import Level
from cchc_cli.packaged import packaged_file

YEARS = [2021, 2022, 2023, 2024, 2025]
LADDERS = {
    Level.PROVINCE: [30, 50, 70, 90, 100],
    Level.DISTRICT: [20, 40, 60, 80, 100],
    Level.COMMUNE: [15, 35, 55, 75, 95],
}
RISE = "rise: {points: 20, from: 2022, until: 2025, cap: 100}"


def rungs(catalogue: Catalogue, level: Level) -> list[Target]:
    return list(catalogue.indicator_by_id["results-digitised"].targets_of(level))


def with_rise(rise: str) -> str:
    text = packaged_file("targets.yaml").read_text(encoding="utf-8")
    assert text.count(f"- {RISE}\n") == 1
    return text.replace(f"- {RISE}\n", f"- {rise}\n")


@pytest.mark.parametrize("level", LADDERS)
def test_the_ladder_rises_by_points_to_the_cap(shipped: Catalogue, level: Level) -> None:
    found = rungs(shipped, level)
    assert [rung.due.year for rung in found if rung.due] == YEARS
    assert [rung.bound for rung in found] == LADDERS[level]


@pytest.mark.parametrize("level", LADDERS)
def test_every_rung_cites_the_words_it_comes_from(shipped: Catalogue, level: Level) -> None:
    foot, *others = rungs(shipped, level)
    assert [(cited.line, "30%, 20%, 15%" in cited.quote) for cited in foot.citations] == [(35, True)]
    for rung in others:
        assert [cited.line for cited in rung.citations] == [35]
        assert "mỗi năm tăng tối thiểu 20%" in rung.citations[0].quote
        assert rung.citations[0].place == "Mục tiêu, khoản 2 điểm b, Đến năm 2025, dấu cộng 2"


@pytest.mark.parametrize(
    ("level", "last"),
    [(Level.PROVINCE, "62.208"), (Level.DISTRICT, "41.472"), (Level.COMMUNE, "31.104")],
)
def test_the_relative_reading_is_a_change_of_data(
    written: Callable[[str], Catalogue], level: Level, last: str
) -> None:
    relative = written(with_rise("rise: {percent: 20, from: 2022, until: 2025, cap: 100}"))
    assert rungs(relative, level)[-1].bound == Decimal(last)


def test_the_reading_on_the_actual_figure_is_a_change_of_data(written: Callable[[str], Catalogue]) -> None:
    actual = written(with_rise("rise: {points: 20, from: 2022, until: 2025, cap: 100, on: actual}"))
    steps = [rung.step for rung in rungs(actual, Level.COMMUNE)]
    assert [step.on_actual for step in steps if step] == [True] * 4


def test_a_second_rise_goes_on_from_the_top_of_each_level(written: Callable[[str], Catalogue]) -> None:
    first = "{rise: {points: 20, from: 2022, until: 2023}, cite: {line: 35, place: x, quote: 20%}}"
    slower = written(with_rise(f"{first}\n      - rise: {{points: 5, from: 2024, until: 2025}}"))
    assert [rung.bound for rung in rungs(slower, Level.PROVINCE)] == [30, 50, 70, 75, 80]
    assert [rung.bound for rung in rungs(slower, Level.COMMUNE)] == [15, 35, 55, 60, 65]
