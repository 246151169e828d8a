"""What is wrong with the figures under `baselines:`: kept for nothing, for another year, of another kind.

A figure that no change is measured against would count as one that an agency reported, or not at all.
"""

from collections.abc import Iterator

from cchc_cli.catalogue.source import (
    COUNTED,
    BaselineFigureSource,
    BaselineSource,
    CatalogueSource,
    IndicatorKind,
    ItemKind,
    TargetSource,
)
from cchc_cli.language import Text
from cchc_cli.period import Period

_Found = Iterator[tuple[str, Text]]
"""The key of an entry and what is wrong with it."""


def kept_baseline_objections(source: CatalogueSource) -> Iterator[tuple[tuple[int | str, ...], Text]]:
    """Where an entry stands and what is wrong there, leaving out unknown items and what is no period."""
    kinds = {item.code: item.kind for item in source.items}
    years = _years_by_item(source)
    seen: set[tuple[str, str, Period]] = set()
    for position, figure in enumerate(source.baselines):
        if figure.item not in kinds:
            continue
        for key, text in _misfits(figure, kinds[figure.item], years):
            yield ("baselines", position, key), text
        period = _period(figure)
        if period is not None:
            if (figure.item, figure.agency, period) in seen:
                yield ("baselines", position, "item"), _SAID_TWICE
            seen.add((figure.item, figure.agency, period))


def _misfits(figure: BaselineFigureSource, kind: ItemKind, years: dict[str, set[int]]) -> _Found:
    if kind not in COUNTED:
        yield "item", _NOT_COUNTED
    elif figure.item not in years:
        yield "item", _unused(figure.item, sorted(years))
    else:
        period = _period(figure)
        if period is not None and not (period.is_full_year and period.end.year in years[figure.item]):
            yield "period", _other_year(figure, sorted(years[figure.item]))
    if figure.value < 0:
        yield "value", _NEGATIVE
    elif kind is ItemKind.COUNT and figure.value != figure.value.to_integral_value():
        yield "value", _NOT_WHOLE


def _years_by_item(source: CatalogueSource) -> dict[str, set[int]]:
    """The years whose figure of an item some change is measured against."""
    years: dict[str, set[int]] = {}
    for indicator in source.indicators:
        if indicator.kind is IndicatorKind.CHANGE:
            found = {year for target in indicator.targets for year in _years_of(target)}
            for term in indicator.numerator:
                years.setdefault(term.removeprefix("-"), set()).update(found)
    return years


def _years_of(target: TargetSource) -> range:
    baseline = target.baseline or (target.external.baseline if target.external else None)
    if baseline is None:
        return range(0)
    since, until = _span(baseline)
    return range(until if baseline.of == "end" else since, until + 1)


def _span(baseline: BaselineSource) -> tuple[int, int]:
    until = baseline.year or baseline.until or 0
    return baseline.year or baseline.since or until, until


def _period(figure: BaselineFigureSource) -> Period | None:
    try:
        return Period.parse(figure.period)
    except ValueError:
        return None


_NOT_COUNTED = Text(
    "điểm số và câu trả lời có, không không làm số liệu gốc; chỉ ghi số liệu loại count, amount",
    "a score or a yes-no answer is no baseline; only counts and amounts stand here",
)
_SAID_TWICE = Text(
    "số liệu gốc này của đơn vị và năm này đã ghi ở trên; mỗi số chỉ ghi một lần",
    "this figure of the agency and year already stands above; each stands only once",
)
_NEGATIVE = Text("số liệu gốc không được nhỏ hơn 0", "a baseline is never less than 0")
_NOT_WHOLE = Text(
    "số liệu loại count là số nguyên; hãy kiểm tra lại giá trị",
    "a figure of kind count is a whole number; check the value",
)


def _unused(item: str, used: list[str]) -> Text:
    usable = ", ".join(used) or "-"
    return Text(
        f"không chỉ tiêu loại change nào dùng “{item}”, nên không phải số liệu gốc; dùng được: {usable}",
        f"no indicator of kind change uses '{item}', so it is no baseline; items that are used: {usable}",
    )


def _other_year(figure: BaselineFigureSource, years: list[int]) -> Text:
    fitting = ", ".join(map(str, years)) or "-"
    return Text(
        f"không chỉ tiêu nào so “{figure.item}” với kỳ “{figure.period}”; năm gốc trong tệp này: {fitting}",
        f"no change of '{figure.item}' is measured against '{figure.period}'; its baseline years: {fitting}",
    )
