"""A line over the years: what was reached at the end of each, and the ladder or bound drawn in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from cchc_cli.record import Number
from cchc_cli.reports.html.svg import anchor_within, label, picture, place

_WIDTH, _HEIGHT = 320.0, 124.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 22.0, 298.0, 18.0, 88.0
_FIGURES_APART, _YEARS_APART, _LABELS_APART = 46.0, 25.0, 56.0
_LEAST_SPAN = 10.0
_LINE = 12.0
_ABOVE, _BELOW = -8.0, 15.0


@dataclass(frozen=True, slots=True)
class Point:
    """What stood at the end of a period."""

    day: date
    value: Number
    words: str


@dataclass(frozen=True, slots=True)
class Rung:
    """What is asked from a day on; without a day at all times."""

    day: date | None
    bound: Number
    words: str


def years_line(points: Sequence[Point], rungs: Sequence[Rung], alternative: str) -> Markup:
    """The picture; points and rungs oldest first, at least one point."""
    frame = _Frame.around(points, rungs)
    parts = [*_axis(frame, points, rungs), *_ladder(frame, rungs), *_line(frame, points, rungs)]
    return picture("years", _WIDTH, _HEIGHT, alternative, parts)


def day_words(day: date) -> str:
    """The year that ends on a day; of another day the month too.

    >>> day_words(date(2024, 12, 31)), day_words(date(2025, 6, 30))
    ('2024', '06/2025')
    """
    return str(day.year) if (day.month, day.day) == (12, 31) else f"{day:%m/%Y}"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and figures stand in the picture."""

    first: int
    last: int
    least: float
    most: float

    @classmethod
    def around(cls, points: Sequence[Point], rungs: Sequence[Rung]) -> "_Frame":
        days = [day.toordinal() for day in _days(points, rungs)]
        figures = [float(point.value) for point in points] + [float(rung.bound) for rung in rungs]
        least, most = min(figures), max(figures)
        spare = max(0.0, _LEAST_SPAN - (most - least)) / 2
        return cls(min(days), max(days), least - spare, most + spare)

    def x(self, day: date) -> float:
        if self.last == self.first:
            return (_LEFT + _RIGHT) / 2
        return _LEFT + (_RIGHT - _LEFT) * (day.toordinal() - self.first) / (self.last - self.first)

    def y(self, figure: Number) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * (float(figure) - self.least) / (self.most - self.least)


def _days(points: Sequence[Point], rungs: Sequence[Rung]) -> set[date]:
    return {point.day for point in points} | {rung.day for rung in rungs if rung.day is not None}


def _axis(frame: _Frame, points: Sequence[Point], rungs: Sequence[Rung]) -> Iterator[str]:
    yield f'<path class="axis" d="M{place(_LEFT - 14)} {place(_BOTTOM + 18)}H{place(_RIGHT + 14)}"/>'
    days = sorted(_days(points, rungs))
    places = [frame.x(day) for day in days]
    for number in _apart(places, _YEARS_APART):
        yield label(places[number], _HEIGHT - 4, day_words(days[number]), "middle", "year")


def _ladder(frame: _Frame, rungs: Sequence[Rung]) -> Iterator[str]:
    """Each bound from its day to the next one's; a bound without a day all along."""
    if not rungs:
        return
    path = ""
    for rung, following in zip(rungs, (*rungs[1:], None), strict=True):
        start = _LEFT - 14 if rung.day is None else frame.x(rung.day)
        end = _RIGHT + 14 if following is None or following.day is None else frame.x(following.day)
        path += f"{'L' if path else 'M'}{place(start)} {place(frame.y(rung.bound))}H{place(end)}"
    yield f'<path class="ladder" d="{path}"/>'
    for rung in rungs:
        x = _RIGHT if rung.day is None else frame.x(rung.day)
        y = frame.y(rung.bound)
        if rung.day is not None:
            yield f'<path class="rung" d="M{place(x - 4)} {place(y)}l4 -4l4 4l-4 4z"/>'
        yield label(x, y + _ABOVE, rung.words, anchor_within(x, _WIDTH), "asked")


def _line(frame: _Frame, points: Sequence[Point], rungs: Sequence[Rung]) -> Iterator[str]:
    places = [(frame.x(point.day), frame.y(point.value)) for point in points]
    path = "L".join(f"{place(x)} {place(y)}" for x, y in places)
    yield f'<path class="values" d="M{path}"/>'
    labelled = set(_apart([x for x, _ in places], _FIGURES_APART))
    for number, (point, (x, y)) in enumerate(zip(points, places, strict=True)):
        newest = number == len(points) - 1
        yield f'<circle class="value" cx="{place(x)}" cy="{place(y)}" r="{4 if newest else 3}"/>'
        if number in labelled:
            shift, anchor = _spot(frame, point, rungs)
            if newest and _makes_room(frame, x, rungs):
                # What leads up to it comes from below or from above: its words go to the other side.
                rises = number == 0 or places[number - 1][1] >= y
                shift, anchor = _ABOVE if rises else _BELOW, "end"
            yield label(x, y + shift, point.words, anchor, "amount newest" if newest else "amount")


def _spot(frame: _Frame, point: Point, rungs: Sequence[Rung]) -> tuple[float, str]:
    """How far above or below a point its words stand, and how they are set."""
    x, y = frame.x(point.day), frame.y(point.value)
    above = _stands_above(point, rungs) and not _is_crowded(frame, x, y, rungs)
    return _ABOVE if above else _BELOW, anchor_within(x, _WIDTH)


def _makes_room(frame: _Frame, x: float, rungs: Sequence[Rung]) -> bool:
    """Whether a bound is asked for soon after the newest figure, and there is room before it."""
    soon = any(0 < frame.x(rung.day) - x < _LABELS_APART for rung in rungs if rung.day is not None)
    return soon and x > _LABELS_APART


def _apart(places: Sequence[float], least: float) -> list[int]:
    """Which of some labels there is room for, left to right; the last one always."""
    chosen: list[int] = []
    for number, x in enumerate(places):
        last = number == len(places) - 1
        if last or ((not chosen or x - places[chosen[-1]] >= least) and places[-1] - x >= least):
            chosen.append(number)
    return chosen


def _is_crowded(frame: _Frame, x: float, y: float, rungs: Sequence[Rung]) -> bool:
    """Whether the words of a bound stand where a figure's label would."""
    spots = [(_RIGHT if rung.day is None else frame.x(rung.day), frame.y(rung.bound)) for rung in rungs]
    return any(abs(x - at) < _LABELS_APART and abs(y - height) < _LINE for at, height in spots)


def _stands_above(point: Point, rungs: Sequence[Rung]) -> bool:
    """Whether a figure's label goes above it: away from the bounds of its time."""
    near = [rung.bound for rung in rungs if rung.day is None or rung.day <= point.day] or [
        rung.bound for rung in rungs[:1]
    ]
    return not near or point.value >= near[-1]
