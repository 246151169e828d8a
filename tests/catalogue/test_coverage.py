"""The decision is carried whole, and what is not carried shows."""

from collections.abc import Callable, Sequence

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.coverage import figures, passages

CATALOGUE = """\
programme:
  id: test
  title: {vi: Thử, en: Test}
  document: 1/QĐ
  issued: 2021-10-18
  years: {from: 2021, until: 2030}
areas:
  - {id: TTHC, name: {vi: Thủ tục, en: Procedures}}
indicators:
  - id: digitised
    area: TTHC
    name: {vi: Số hóa, en: Digitised}
    kind: share
    numerator: [done]
    denominator: [total]
    targets:
      - {year: 2021, bound: 30, cite: {line: 23, place: điểm b, quote: "đạt 30%"}}
      - rise: {points: 20, from: 2022, until: 2025, cap: 100}
        cite: {line: 23, place: điểm b, quote: "tăng 20% đến 100%"}
  - id: able
    area: TTHC
    name: {vi: Có khả năng, en: Able}
    kind: share
    numerator: [done]
    denominator: [total]
    targets:
      - year: 2030
        operator: between
        bound: 25
        upper: 35
        cite: {line: 24, place: điểm b, quote: "25% - 35% số lãnh đạo"}
      - year: 2025
        bound: 12.5
        cite: {line: 25, document: 2/QĐ, place: điểm a, quote: "12,5%"}
items:
  - {code: done, name: {vi: Đã làm, en: Done}, kind: count, measure: stock, reported_by: level:commune}
  - {code: total, name: {vi: Tất cả, en: All}, kind: count, measure: stock, reported_by: level:commune}
"""

DECISION = [
    *[""] * 20,
    "b) Cải cách thủ tục",
    "- Đến năm 2025:",
    "+ Năm 2021 đạt 30%; mỗi năm tăng 20% đến 100%, riêng cấp xã 20%.",
    "- 25% - 35% số lãnh đạo, trên 30% số lãnh đạo cấp phòng.",
    "- 12,5% hồ sơ.",
]


@pytest.fixture
def small(written: Callable[[str], Catalogue]) -> Catalogue:
    return written(CATALOGUE)


def test_bullets_name_the_indicators_that_cite_them(small: Catalogue) -> None:
    found = {passage.line: passage.indicators for passage in passages(small, DECISION)}
    assert found == {21: (), 22: (), 23: ("digitised",), 24: ("able",), 25: ()}


def test_a_heading_asks_for_nothing_and_a_bullet_does(small: Catalogue) -> None:
    carried = {passage.line: passage.is_carried for passage in passages(small, DECISION)}
    assert carried == {21: True, 22: True, 23: True, 24: True, 25: False}


def test_a_figure_is_carried_only_where_it_is_quoted_and_asked_for(small: Catalogue) -> None:
    found = [(figure.line, float(figure.percent), figure.indicators) for figure in figures(small, DECISION)]
    assert found == [
        (23, 30, ("digitised",)),
        (23, 20, ("digitised",)),
        (23, 100, ("digitised",)),
        (23, 20, ()),
        (24, 25, ("able",)),
        (24, 35, ("able",)),
        (24, 30, ()),
        (25, 12.5, ()),
    ]


def test_the_rise_is_carried_under_the_relative_reading_too(written: Callable[[str], Catalogue]) -> None:
    relative = written(CATALOGUE.replace("rise: {points: 20,", "rise: {percent: 20,"))
    carried = [figure.percent for figure in figures(relative, DECISION) if "digitised" in figure.indicators]
    assert carried == [30, 20, 100]


def test_the_points_that_a_relative_rise_comes_to_carry_nothing(written: Callable[[str], Catalogue]) -> None:
    text = CATALOGUE.replace("rise: {points: 20,", "rise: {percent: 20,").replace("tăng 20%", "tăng 6%")
    decision = [line.replace("tăng 20%", "tăng 6%") for line in DECISION]
    found = [figure.indicators for figure in figures(written(text), decision) if figure.percent == 6]
    assert found == [()]


@pytest.mark.seed
def test_the_shipped_catalogue_carries_every_bullet(shipped: Catalogue, decision: Sequence[str]) -> None:
    found = passages(shipped, decision)
    assert [passage.line for passage in found] == list(range(20, 103))
    assert [passage for passage in found if not passage.is_carried] == []


@pytest.mark.seed
def test_the_shipped_catalogue_carries_every_figure_in_percent(
    shipped: Catalogue, decision: Sequence[str]
) -> None:
    found = figures(shipped, decision)
    assert len(found) == sum(line.count("%") for line in decision)
    assert [figure for figure in found if not figure.is_carried] == []
