"""A small picture beside a figure: the value as a bar, the bound as a line, the group's middle as a mark.

Everything is drawn with its own colours: a program that makes a PDF of the page does not style its pictures.
"""

from markupsafe import Markup

from cchc_cli.measured import bound_of
from cchc_cli.record import Number
from cchc_cli.reports.html.bullet import Scale, scale_of
from cchc_cli.reports.html.svg import picture, place
from cchc_cli.run import Status, Verdict

TONES = {
    Status.MET: "#1a6b3c",
    Status.MISSED: "#a4201f",
    Status.NOT_DUE: "#2f5475",
}
_OTHER_TONE, _TRACK, _INK, _PAPER = "#6d4a86", "#e6e4dc", "#1b2733", "#ffffff"
_WIDTH, _HEIGHT = 130.0, 12.0
_BAR_TOP, _BAR = 3.0, 6.0
_EDGE = 3.0


def strip(verdict: Verdict, median: Number | None, alternative: str) -> Markup:
    """The picture; nothing where there is neither value nor bound."""
    bound = bound_of(verdict)
    least = None if bound is None else float(bound[1])
    if verdict.value is None or verdict.kind in ("milestone", "duty"):
        return Markup("")
    figures = [each for each in (verdict.value, median) if each is not None]
    scale = scale_of(max(figures), least, None)
    scale = (min(scale[0], *figures), scale[1])
    parts = [
        _box(_EDGE, _WIDTH - 2 * _EDGE, _TRACK),
        _bar(verdict, scale),
        "" if least is None else _line(_at(least, scale)),
        "" if median is None else _mark(_at(median, scale)),
    ]
    return picture("strip", _WIDTH, _HEIGHT, alternative, parts)


def _at(figure: Number, scale: Scale) -> float:
    least, most = scale
    share = (float(figure) - least) / (most - least)
    return _EDGE + (_WIDTH - 2 * _EDGE) * min(1.0, max(0.0, share))


def _bar(verdict: Verdict, scale: Scale) -> str:
    zero, end = sorted((_at(0, scale), _at(verdict.value or 0, scale)))
    return _box(zero, max(end - zero, 1.0), TONES.get(verdict.status, _OTHER_TONE))


def _box(x: float, width: float, colour: str) -> str:
    return (
        f'<rect x="{place(x)}" y="{place(_BAR_TOP)}" width="{place(width)}" height="{place(_BAR)}" '
        f'fill="{colour}"/>'
    )


def _line(x: float) -> str:
    """The bound, across the whole height."""
    return f'<path d="M{place(x)} 0V{place(_HEIGHT)}" stroke="{_INK}" stroke-width="1.8" fill="none"/>'


def _mark(x: float) -> str:
    """The middle of the group, as a small white diamond with a dark edge."""
    middle, half = _BAR_TOP + _BAR / 2, 3.2
    return (
        f'<path d="M{place(x)} {place(middle - half)}l{half} {half}l{-half} {half}l{-half} {-half}z" '
        f'fill="{_PAPER}" stroke="{_INK}" stroke-width="1"/>'
    )
