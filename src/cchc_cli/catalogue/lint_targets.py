"""Contradictions among targets: bounds out of reach, dates that clash, years left without a target."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.in_force import standing
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind, Operator
from cchc_cli.catalogue.target import Target, TargetLevel
from cchc_cli.language import Text
from cchc_cli.level import ALL_LEVELS, Level
from cchc_cli.period import Period

_HUNDRED = Decimal(100)

_Found: TypeAlias = Iterator[tuple[int, Text]]
"""Line of the file and what is wrong there."""


def _impossible_bounds(catalogue: Catalogue) -> _Found:
    """A bound that no figure can reach, or a band that ends before it begins."""
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            highest = _highest(indicator, target, catalogue)
            for number in (target.bound, target.upper):
                if number is not None and highest is not None and number > highest:
                    yield target.line, _beyond(indicator, number, highest)
            if target.bound is not None and target.upper is not None and target.upper <= target.bound:
                yield target.line, _empty_band(target.bound, target.upper)


def _highest(indicator: Indicator, target: Target, catalogue: Catalogue) -> Decimal | None:
    """The greatest value there can be: 100 for shares and reductions, a score's range, none for growth."""
    if indicator.kind is IndicatorKind.SCORE:
        return catalogue.item_by_code[indicator.items[0]].highest
    return None if target.operator is Operator.INCREASE else _HUNDRED


def _targets_for_one_date(catalogue: Catalogue) -> _Found:
    """Two targets of a line that come due on the same day, or are both undated, and hold together."""
    for indicator, line in _lines(catalogue):
        for one, other in combinations(line, 2):
            if one.due == other.due and _hold_together(one, other):
                say = _repeated if _ask(one) == _ask(other) else _disagreeing
                yield other.line, say(indicator, other, one)


def _dated_beside_undated(catalogue: Catalogue) -> _Found:
    """A target due on a day and one that binds every period, both holding at the same time."""
    for indicator, line in _lines(catalogue):
        for one, other in combinations(line, 2):
            if (one.due is None) != (other.due is None) and _hold_together(one, other):
                yield other.line, _mixed(indicator, other, one)


def _measured_differently(catalogue: Catalogue) -> _Found:
    """Targets of a line that no one figure can be held against: another baseline is another indicator."""
    for indicator, line in _lines(catalogue):
        if indicator.kind is not IndicatorKind.CHANGE:
            continue
        known = [target for target in line if target.baseline is not None]
        for target in known[1:]:
            if not target.is_measured_like(known[0]):
                yield target.line, _other_measure(indicator, target, known[0])


def _never_in_force(catalogue: Catalogue) -> _Found:
    """A target that ends before it begins, or comes due outside the programme's years."""
    years = catalogue.programme.years
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            if _first_day(target) > _last_day(target):
                yield target.line, _ends_before_it_begins(indicator)
            if target.due is not None and not years.start <= target.due <= years.end:
                yield target.line, _outside_programme(indicator, target.due, years)


def _gaps(catalogue: Catalogue) -> _Found:
    """A year of the programme between two targets of a line in which neither holds.

    A year before a target that is still to come due is no gap: that target is next.
    """
    programme = catalogue.programme.years
    for indicator, line in _lines(catalogue):
        begun = False
        for year in range(programme.start.year, programme.end.year + 1):
            stands = standing(line, Period.of_year(year))
            begun = begun or stands.state == "in-force"
            following = stands.following
            if begun and stands.state == "not-yet" and following and following.due is None:
                yield following.line, _gap(indicator, year)


def _rates_too_slow(catalogue: Catalogue) -> _Found:
    """A declared rate that cannot reach its bound in the years there are."""
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            reached = _reached_at_its_rate(indicator, target)
            if reached is not None and target.bound is not None and reached < target.bound:
                yield target.line, _too_slow(indicator, reached, target.bound)


def _reached_at_its_rate(indicator: Indicator, target: Target) -> Decimal | None:
    """Where a rate leads by the due day, its year counted whole; None where its start is a reported value."""
    rate, start = target.rate, Decimal(0)
    if rate is None:
        return None
    if rate.since is None or target.due is None:
        return rate.points
    if rate.start is not None:
        start = rate.start
    elif indicator.kind is not IndicatorKind.CHANGE:
        return None
    return start + rate.points * (target.due.year - rate.since + 1)


def _changes_without_sense(catalogue: Catalogue) -> _Found:
    """A change from years that are not over when its own begin, or between a sum and a mean."""
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            baseline, present = target.baseline, target.present
            begins = present.window.start if present else target.due
            if baseline is not None and begins is not None and baseline.window.end >= begins:
                yield target.line, _not_before(indicator, baseline.window.end)
            if baseline is not None and present is not None and baseline.of != present.of:
                yield target.line, _of_another_kind(indicator, baseline.of, present.of)
            if present is not None and target.due is not None and present.window.end > target.due:
                yield target.line, _not_over(indicator, present.window.end)


def _lines(catalogue: Catalogue) -> Iterator[tuple[Indicator, tuple[Target, ...]]]:
    """The targets of each indicator, level by level."""
    for indicator in catalogue.indicators:
        for level in indicator.target_levels:
            yield indicator, indicator.targets_of(level)


def _first_day(target: Target) -> date:
    return max(target.since or date.min, target.due or date.min)


def _last_day(target: Target) -> date:
    return target.until or date.max


def _hold_together(one: Target, other: Target) -> bool:
    return max(_first_day(one), _first_day(other)) <= min(_last_day(one), _last_day(other))


def _ask(target: Target) -> tuple[object, ...]:
    """What a target asks for, apart from when and of whom."""
    return (target.operator, target.bound, target.upper, target.baseline, target.present)


TARGET_RULES = (
    _impossible_bounds,
    _targets_for_one_date,
    _dated_beside_undated,
    _measured_differently,
    _never_in_force,
    _gaps,
    _rates_too_slow,
    _changes_without_sense,
)

_AT_LEVEL: dict[TargetLevel, Text] = {
    ALL_LEVELS: Text("", ""),
    Level.PROVINCE: Text(" cấp tỉnh", " at province level"),
    Level.DISTRICT: Text(" cấp huyện", " at district level"),
    Level.COMMUNE: Text(" cấp xã", " at commune level"),
}


def _beyond(indicator: Indicator, number: Decimal, highest: Decimal) -> Text:
    return Text(
        f"mức {number:f} của “{indicator.id}” vượt {highest:f} là mức cao nhất có thể; hãy sửa bound,"
        " upper hoặc cap",
        f"{number:f} of '{indicator.id}' is beyond {highest:f}, the most there can be; correct bound,"
        " upper or cap",
    )


def _empty_band(bound: Decimal, upper: Decimal) -> Text:
    return Text(
        f"upper {upper:f} không lớn hơn bound {bound:f}; hãy sửa khoảng phải đạt",
        f"upper {upper:f} is not more than bound {bound:f}; correct the band",
    )


def _too_slow(indicator: Indicator, reached: Decimal, bound: Decimal) -> Text:
    return Text(
        f"tiến độ (pace) của “{indicator.id}” đến hạn chỉ đạt {reached:f}, dưới mức phải đạt {bound:f}; hãy"
        " sửa points, from hoặc start",
        f"the pace of '{indicator.id}' leads to no more than {reached:f} by the due date, below the bound"
        f" {bound:f}; correct points, from or start",
    )


def _not_before(indicator: Indicator, end: date) -> Text:
    return Text(
        f"số liệu gốc của “{indicator.id}” đến hết {end:%d/%m/%Y}, không trước thời gian đem so; hãy sửa"
        " baseline, present hoặc thời hạn",
        f"the baseline of '{indicator.id}' lasts until {end}, not before what is held against it; correct"
        " baseline, present or the date",
    )


def _of_another_kind(indicator: Indicator, baseline: str, present: str) -> Text:
    return Text(
        f"“{indicator.id}” so số tính theo {present} với số liệu gốc tính theo {baseline}; hãy ghi of của"
        " baseline và present như nhau",
        f"'{indicator.id}' holds a {present} against a {baseline}; give baseline and present the same of",
    )


def _not_over(indicator: Indicator, end: date) -> Text:
    return Text(
        f"present của “{indicator.id}” đến hết {end:%d/%m/%Y}, sau thời hạn của mục tiêu; hãy sửa một trong"
        " hai",
        f"present of '{indicator.id}' lasts until {end}, after the target is due; correct one of the two",
    )


def _disagreeing(indicator: Indicator, target: Target, other: Target) -> Text:
    level = _AT_LEVEL[target.level]
    return Text(
        f"mục tiêu{level.vi} này của “{indicator.id}” mâu thuẫn với mục tiêu ở dòng {other.line} cho cùng"
        " thời hạn; hãy giữ một",
        f"this target of '{indicator.id}'{level.en} contradicts the one on line {other.line} for the same"
        " date; keep one",
    )


def _repeated(indicator: Indicator, target: Target, other: Target) -> Text:
    level = _AT_LEVEL[target.level]
    return Text(
        f"mục tiêu{level.vi} này của “{indicator.id}” lặp lại mục tiêu ở dòng {other.line}; hãy gộp làm"
        " một, ghi hai trích dẫn",
        f"this target of '{indicator.id}'{level.en} repeats the one on line {other.line}; make it one"
        " target with two citations",
    )


def _mixed(indicator: Indicator, target: Target, other: Target) -> Text:
    level = _AT_LEVEL[target.level]
    return Text(
        f"“{indicator.id}”{level.vi} có mục tiêu cho mọi kỳ và mục tiêu có thời hạn (dòng {other.line})"
        " cùng hiệu lực; hãy giới hạn bằng from, until",
        f"'{indicator.id}'{level.en} has a target for every period and one with a date (line {other.line})"
        " in force together; limit them with from and until",
    )


def _other_measure(indicator: Indicator, target: Target, other: Target) -> Text:
    level = _AT_LEVEL[target.level]
    return Text(
        f"mục tiêu này của “{indicator.id}”{level.vi} và mục tiêu ở dòng {other.line} so sánh khác nhau"
        " (chiều, số liệu gốc hoặc giai đoạn); hãy tách thành hai chỉ tiêu",
        f"this target of '{indicator.id}'{level.en} and the one on line {other.line} are measured differently"
        " (direction, baseline or present); make them two indicators",
    )


def _ends_before_it_begins(indicator: Indicator) -> Text:
    return Text(
        f"mục tiêu này của “{indicator.id}” hết hiệu lực (until) trước khi bắt đầu; hãy sửa các ngày",
        f"this target of '{indicator.id}' ends (until) before it begins; correct the dates",
    )


def _outside_programme(indicator: Indicator, due: date, years: Period) -> Text:
    span = f"{years.start.year}-{years.end.year}"
    return Text(
        f"mục tiêu của “{indicator.id}” đến hạn {due:%d/%m/%Y}, ngoài giai đoạn {span} của chương trình;"
        " hãy sửa year hoặc due",
        f"a target of '{indicator.id}' is due on {due}, outside the programme's years {span}; correct year"
        " or due",
    )


def _gap(indicator: Indicator, year: int) -> Text:
    return Text(
        f"“{indicator.id}” không có mục tiêu nào cho năm {year}, giữa hai mục tiêu; hãy nối from với until",
        f"'{indicator.id}' has no target for {year}, between two targets; join from with until",
    )
