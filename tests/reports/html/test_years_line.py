"""The line over the years and the ladder beside it."""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.reports.html.years_line import Point, Rung, years_line

POINTS = st.lists(
    st.tuples(st.integers(2015, 2035), st.floats(-1e12, 1e12)), min_size=1, unique_by=lambda point: point[0]
)
RUNGS = st.lists(
    st.tuples(st.none() | st.integers(2015, 2035), st.floats(-1e12, 1e12)), unique_by=lambda rung: rung[0]
)


def _point(year: int, value: float) -> Point:
    return Point(date(year, 12, 31), value, f"{value}%")


def _rung(year: int | None, bound: float) -> Rung:
    return Rung(date(year, 12, 31) if year else None, bound, f"≥ {bound}%")


def _heights(picture: str, mark: str) -> list[float]:
    return [float(found) for found in re.findall(rf'class="{mark}" cx="[\d.]+" cy="([\d.]+)"', picture)]


def test_a_rising_line_rises() -> None:
    picture = years_line([_point(2021, 10), _point(2022, 20), _point(2023, 45)], [], "")
    heights = _heights(picture, "value")
    assert heights == sorted(heights, reverse=True)


def test_a_ladder_steps_up_at_its_days_and_a_standing_bound_runs_through() -> None:
    ladder = years_line([_point(2021, 10)], [_rung(2021, 30), _rung(2022, 50)], "")
    standing = years_line([_point(2021, 10), _point(2022, 20)], [_rung(None, 100)], "")
    assert len(re.findall('class="rung"', ladder)) == 2
    assert len(re.findall('class="rung"', standing)) == 0
    assert 'class="ladder"' in standing


def test_a_half_year_says_its_month() -> None:
    half = Point(date(2025, 6, 30), 50, "50%")
    assert ">06/2025</text>" in years_line([_point(2021, 10), half], [], "")


def test_newest_figure_and_every_bound_are_written() -> None:
    picture = years_line([_point(year, year - 2000) for year in range(2021, 2026)], [_rung(2030, 80)], "")
    assert ">25%</text>" in picture
    assert ">≥ 80%</text>" in picture


@given(POINTS, RUNGS)
def test_every_picture_is_sound_and_stays_within_its_frame(
    points: list[tuple[int, float]], rungs: list[tuple[int | None, float]]
) -> None:
    drawn = years_line(
        [_point(*point) for point in sorted(points)],
        [_rung(*rung) for rung in sorted(rungs, key=lambda rung: rung[0] or 0)],
        "năm & số",
    )
    picture = ElementTree.fromstring(drawn)
    _, _, width, height = (float(side) for side in picture.get("viewBox", "").split())
    assert picture.get("aria-label") == "năm & số"
    for circle in picture.iter("circle"):
        assert 0 <= float(circle.get("cx", "")) <= width
        assert 0 <= float(circle.get("cy", "")) <= height
