"""The bar, the mark and the scale of a bullet chart."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.reports.html.bullet import WIDTH, Measure, bullet, scale_of

FIGURES = st.one_of(st.none(), st.integers(-(10**15), 10**15), st.floats(-1e15, 1e15))


def _drawn(value: float | None, bound: float | None, upper: float | None = None) -> str:
    measure = Measure(value, bound, upper, "≥ 80%", "0%", "100%", "met", "Kết quả <b>")
    return bullet(measure, scale_of(value, bound, upper))


def _box(picture: str, kind: str) -> tuple[float, float]:
    """Where a bar begins and ends, in hundredths of the width."""
    found = re.search(rf'class="{kind}[^"]*" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', picture)
    assert found is not None
    start, width = float(found[1]), float(found[2])
    return round(100 * start / WIDTH), round(100 * (start + width) / WIDTH)


def test_a_share_fills_its_part_of_the_scale() -> None:
    assert _box(_drawn(40, 80), "bar") == (1, 40)
    assert _box(_drawn(40, 80), "good") == (80, 99)


def test_a_band_ends_at_its_upper_end() -> None:
    assert _box(_drawn(55, 50, 75), "good") == (50, 75)


def test_what_fell_below_nothing_reaches_back_from_it() -> None:
    picture = _drawn(-10, 10)
    assert "zero" in picture
    assert _box(picture, "bar") == (1, 46)


@pytest.mark.parametrize("value", [None, 40])
def test_without_a_bound_there_is_no_mark(value: float | None) -> None:
    picture = _drawn(value, None)
    assert "mark" not in picture
    assert "good" not in picture


@given(FIGURES, FIGURES, FIGURES)
def test_every_picture_is_sound_and_stays_within_its_frame(
    value: float | None, bound: float | None, upper: float | None
) -> None:
    picture = ElementTree.fromstring(_drawn(value, bound, upper))
    assert picture.get("aria-label") == "Kết quả <b>"
    for box in picture.iter("rect"):
        start, width = float(box.get("x", "")), float(box.get("width", ""))
        assert 0 <= start <= start + width <= WIDTH + 2


@given(FIGURES, FIGURES)
def test_a_scale_holds_its_figures_and_nothing(value: float | None, bound: float | None) -> None:
    least, most = scale_of(value, bound, None)
    assert least < most
    assert all(least <= figure <= most for figure in (value, bound, 0) if figure is not None)
