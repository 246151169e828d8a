"""A bullet chart: a value as a bar, the bound as a mark across it, the good side shaded."""

from dataclasses import dataclass
from math import floor, log10
from typing import TypeAlias

from markupsafe import Markup

from cchc_cli.record import Number
from cchc_cli.reports.html.svg import anchor_within, label, picture, place

WIDTH, _HEIGHT = 320.0, 42.0
_TOP, _TRACK, _BAR = 8.0, 14.0, 8.0
_FIRST, _LAST = 2.0, WIDTH - 2.0
_ROOM = 1.1
_STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)
_TINIEST = 1e-6
_WHOLE = 100
_APART = 60.0

Scale: TypeAlias = tuple[float, float]
"""Where it begins and ends, in the indicator's unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a bullet shows; the figures in the indicator's unit."""

    value: Number | None
    bound: Number | None
    upper: Number | None
    """The end of a band that must not be left; None where there is none."""
    bound_words: str
    """The bound as it is asked: "≥ 80%"."""
    least_words: str
    most_words: str
    """What stands at the ends of the scale, see `scale_of`."""
    tone: str
    """The class of the bar: the verdict's status."""
    alternative: str
    """In words what the picture shows."""


def scale_of(value: Number | None, bound: Number | None, upper: Number | None) -> Scale:
    """Where a scale begins and ends: at nothing or a round number below it, and at 100 or one beyond.

    >>> scale_of(42.5, 80, None), scale_of(-2, 10, None), scale_of(1710, 1500, None)
    ((0.0, 100.0), (-2.0, 12.0), (0.0, 2000.0))
    """
    figures = [float(figure) for figure in (value, bound, upper) if figure is not None]
    least, most = min([0.0, *figures]), max([0.0, *figures])
    if least >= 0 and _WHOLE / 2 < most <= _WHOLE:
        return 0.0, float(_WHOLE)
    beyond = -_round_beyond(-least) if least else 0.0
    return beyond, _round_beyond(_ROOM * most) if most else max(1.0, -beyond)


def _round_beyond(figure: float) -> float:
    """The next round number, a millionth at least."""
    reached = max(figure, _TINIEST)
    power: float = 10.0 ** floor(log10(reached))
    return next(step * power for step in _STEPS if step * power >= reached)


def bullet(measure: Measure, scale: Scale) -> Markup:
    """The picture; where there is no value only the bound stands on its scale."""
    parts = [
        f'<rect class="track" x="{place(_FIRST)}" y="{place(_TOP)}" width="{place(_LAST - _FIRST)}" '
        f'height="{place(_TRACK)}" rx="3"/>'
    ]
    parts += [_good_side(measure, scale), _bar(measure, scale), _zero(scale), _mark(measure, scale)]
    return picture("bullet", WIDTH, _HEIGHT, measure.alternative, [*parts, *_ends(measure, scale)])


def _at(figure: float, scale: Scale) -> float:
    least, most = scale
    share = (float(figure) - least) / (most - least)
    return _FIRST + (_LAST - _FIRST) * min(1.0, max(0.0, share))


def _good_side(measure: Measure, scale: Scale) -> str:
    if measure.bound is None:
        return ""
    start = _at(measure.bound, scale)
    end = _LAST if measure.upper is None else _at(measure.upper, scale)
    return _box("good", start, max(end - start, 0.0), _TRACK)


def _bar(measure: Measure, scale: Scale) -> str:
    if measure.value is None:
        return ""
    zero, end = sorted((_at(0.0, scale), _at(measure.value, scale)))
    return _box(f"bar tone-{measure.tone}", zero, max(end - zero, 1.5), _BAR)


def _box(kind: str, x: float, width: float, height: float) -> str:
    y = _TOP + (_TRACK - height) / 2
    return (
        f'<rect class="{kind}" x="{place(x)}" y="{place(y)}" width="{place(width)}" '
        f'height="{place(height)}" rx="1.5"/>'
    )


def _zero(scale: Scale) -> str:
    """Where nothing stands, on a scale that begins below it."""
    if scale[0] >= 0:
        return ""
    return f'<path class="zero" d="M{place(_at(0.0, scale))} {place(_TOP)}V{place(_TOP + _TRACK)}"/>'


def _mark(measure: Measure, scale: Scale) -> str:
    if measure.bound is None:
        return ""
    x = min(max(_at(measure.bound, scale), _FIRST + 1), _LAST - 1)
    line = f'<path class="mark" d="M{place(x)} {place(_TOP - 5)}V{place(_TOP + _TRACK + 5)}"/>'
    return line + label(x, _HEIGHT - 3, measure.bound_words, anchor_within(x, WIDTH), "asked")


def _ends(measure: Measure, scale: Scale) -> list[str]:
    """The ends of the scale, unless the bound is written there."""
    mark = WIDTH * 2 if measure.bound is None else _at(measure.bound, scale)
    ends = ((_FIRST, measure.least_words, "start"), (_LAST, measure.most_words, "end"))
    return [
        label(x, _HEIGHT - 3, words, anchor, "end") for x, words, anchor in ends if abs(mark - x) > _APART
    ]
