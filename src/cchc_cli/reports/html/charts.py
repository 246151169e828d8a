"""The pictures of a verdict: its value against the bound, and the line over the years."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from markupsafe import Markup

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.reports.html.bullet import Measure, bullet, scale_of
from cchc_cli.reports.html.reader import Reader, figure_and_more
from cchc_cli.reports.html.years_line import Point, Rung, day_words, years_line
from cchc_cli.reports.numbers_text import (
    bound_of,
    exact,
    quantity_text,
    rounded,
    telling_text,
    value_of,
    with_unit,
)
from cchc_cli.reports.requirement import asked, asked_operator, bound_text, unit_text
from cchc_cli.run import Verdict
from cchc_cli.trace import TracedTarget

_BULLET = Text("Kết quả {reached}; phải đạt {asked}.", "Reached {reached}; asked {asked}.")
_ONLY_ASKED = Text("Chưa có kết quả; phải đạt {asked}.", "Nothing reached yet; asked {asked}.")
_ONLY_REACHED = Text("Kết quả {reached}.", "Reached {reached}.")
_YEARS = Text("Qua các kỳ: {points}.", "Over the years: {points}.")
_RUNGS = Text(" Mức phải đạt: {rungs}.", " Bounds: {rungs}.")
_BY = Text("{bound} đến {day}", "{bound} by {day}")
_CLOSED_BAND = "within"
_BANDED = (_CLOSED_BAND, "between")


def bullet_of(reader: Reader, verdict: Verdict) -> Markup | None:
    """None where there is neither a figure nor a bound that is one."""
    value, held = value_of(verdict), bound_of(verdict)
    if value is None and held is None:
        return None
    operator, bound, upper = held or ("", None, None)
    unit = unit_text(reader.run, verdict, reader.language)
    scale = scale_of(_number(value), _number(bound), _number(upper))
    return bullet(
        Measure(
            value=_number(value),
            bound=_number(bound),
            upper=_number(upper) if operator in _BANDED else None,
            bound_words=_bound_words(reader, verdict, unit),
            least_words=_scale_words(reader, scale[0], unit),
            most_words=_scale_words(reader, scale[1], unit),
            tone=verdict.status.value,
            alternative=_alternative(reader, verdict, value is not None, held is not None),
        ),
        scale,
    )


def years_of(reader: Reader, verdict: Verdict) -> Markup | None:
    """Of the newest period's verdicts, with the whole years before; None where only one has a figure."""
    if verdict.period != reader.dossier.period:
        return None
    rows = [*reader.dossier.before(verdict), verdict]
    points = [point for row in rows if (point := _point(reader, row)) is not None]
    if len(points) < 2:
        return None
    trace = reader.dossier.trace(verdict)
    rungs = _rungs(reader, verdict, trace.targets) if trace else _bounds_met_with(reader, rows)
    words = reader.say(_YEARS, points="; ".join(f"{day_words(point.day)}: {point.words}" for point in points))
    if rungs:
        words += reader.say(_RUNGS, rungs="; ".join(_rung_words(reader, rung) for rung in rungs))
    return years_line(points, rungs, words)


def _number(figure: Fraction | None) -> float | None:
    return None if figure is None else float(figure)


def _bound_words(reader: Reader, verdict: Verdict, unit: str) -> str:
    """The bound without what it is measured against: there is little room on a picture."""
    target = verdict if verdict.operator is not None else verdict.next
    if target is None or target.bound is None:
        return ""
    return bound_text(
        verdict.kind, asked_operator(verdict), target.bound, target.upper, unit, reader.language
    )


def _scale_words(reader: Reader, end: float, unit: str) -> str:
    if unit == "%" or not unit:
        return with_unit(quantity_text(rounded(exact(end), 1), reader.language), unit)
    return quantity_text(rounded(exact(end), 1), reader.language)


def _alternative(reader: Reader, verdict: Verdict, has_value: bool, has_bound: bool) -> str:
    figure, _ = figure_and_more(reader, verdict)
    wanted = " ".join(asked(reader.run, verdict, reader.language)[:2])
    if has_value and has_bound:
        return reader.say(_BULLET, reached=figure, asked=wanted)
    return reader.say(_ONLY_REACHED, reached=figure) if has_value else reader.say(_ONLY_ASKED, asked=wanted)


def _point(reader: Reader, verdict: Verdict) -> Point | None:
    value = value_of(verdict)
    if value is None:
        return None
    unit = unit_text(reader.run, verdict, reader.language)
    words = telling_text(value, bound_of(verdict), unit if unit == "%" else "", reader.language)
    return Point(Period.parse(verdict.period).end, float(value), words)


def _rungs(reader: Reader, verdict: Verdict, targets: list[TracedTarget]) -> list[Rung]:
    unit = unit_text(reader.run, verdict, reader.language)
    rungs = [
        Rung(
            target.due,
            target.bound,
            bound_text(verdict.kind, target.operator, target.bound, target.upper, unit, reader.language),
        )
        for target in targets
        if target.bound is not None
    ]
    return sorted(rungs, key=lambda rung: (rung.day or date.min, rung.bound))


def _bounds_met_with(reader: Reader, rows: Sequence[Verdict]) -> list[Rung]:
    """The bounds that were in force on a row, where no trace has the whole line of targets."""
    rungs = {
        Rung(row.due, row.bound, _bound_words(reader, row, unit_text(reader.run, row, reader.language)))
        for row in rows
        if row.bound is not None
    }
    return sorted(rungs, key=lambda rung: (rung.day or date.min, rung.bound))


def _rung_words(reader: Reader, rung: Rung) -> str:
    return reader.say(_BY, bound=rung.words, day=f"{rung.day:%d/%m/%Y}") if rung.day else rung.words
