"""What the schema of `targets.yaml` cannot say: entries that contradict their kind or name nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.catalogue.kept_baselines import kept_baseline_objections
from cchc_cli.catalogue.source import (
    COUNTED,
    BaselineSource,
    CatalogueSource,
    IndicatorKind,
    IndicatorSource,
    ItemKind,
    JumpSource,
    Operator,
    PaceSource,
    PresentSource,
    RiseSource,
    TargetSource,
    WindowSource,
)
from cchc_cli.language import Text
from cchc_cli.level import ALL_LEVELS
from cchc_cli.nearness import nearest
from cchc_cli.period import Period
from cchc_cli.strict_yaml import Document, Problem

_OPERATORS = {
    IndicatorKind.SHARE: {Operator.AT_LEAST, Operator.ABOVE, Operator.BETWEEN, Operator.WITHIN},
    IndicatorKind.SCORE: {Operator.AT_LEAST, Operator.ABOVE, Operator.BETWEEN, Operator.WITHIN},
    IndicatorKind.CHANGE: {Operator.REDUCE, Operator.INCREASE},
    IndicatorKind.MILESTONE: {Operator.DONE},
    IndicatorKind.DUTY: {Operator.DONE},
}
_ATTESTED = {IndicatorKind.MILESTONE, IndicatorKind.DUTY}
_SUMMED = {IndicatorKind.SHARE, IndicatorKind.CHANGE}
_ITEM_KINDS = {
    IndicatorKind.SHARE: {ItemKind.COUNT, ItemKind.AMOUNT},
    IndicatorKind.CHANGE: {ItemKind.COUNT, ItemKind.AMOUNT},
    IndicatorKind.SCORE: {ItemKind.SCORE},
    IndicatorKind.MILESTONE: {ItemKind.YES_NO},
    IndicatorKind.DUTY: {ItemKind.YES_NO},
}
_BANDS = {Operator.BETWEEN, Operator.WITHIN}

Location = tuple[int | str, ...]


class _Objection(NamedTuple):
    location: Location
    text: Text


def find_problems(source: CatalogueSource, document: Document) -> list[Problem]:
    """Every reference to nothing and every target that does not fit its indicator's kind."""
    return [
        Problem(document.file, document.mark(objection.location), objection.text)
        for objection in _objections(source)
    ]


def _objections(source: CatalogueSource) -> Iterator[_Objection]:
    yield from _repeated("areas", "id", [area.id for area in source.areas])
    yield from _repeated("indicators", "id", [entry.id for entry in source.indicators])
    yield from _repeated("items", "code", [entry.code for entry in source.items])
    yield from _repeated("checks", "id", [entry.id for entry in source.checks])
    if source.programme.years.until < source.programme.years.since:
        yield _Objection(("programme", "years"), _BACKWARDS)
    areas = [area.id for area in source.areas]
    items = [item.code for item in source.items]
    kinds = {item.code: item.kind for item in source.items}
    for position, indicator in enumerate(source.indicators):
        here: Location = ("indicators", position)
        yield from _unknown((*here, "area"), indicator.area, areas, _AREA)
        yield from _unknown_items(here, indicator.numerator, "numerator", items)
        yield from _unknown_items(here, indicator.denominator, "denominator", items)
        for number, also in enumerate(indicator.also):
            beside = (*here, "also", number)
            yield from _unknown_items(beside, also.numerator, "numerator", items)
            yield from _unknown_items(beside, also.denominator, "denominator", items)
            yield from _unexplained((*beside, "reading"), [also.reading], source)
        for number, target in enumerate(indicator.targets):
            yield from _unexplained((*here, "targets", number, "reading"), target.reading, source)
        yield from _misfits(indicator, here)
        yield from _misfitting_items(indicator, here, kinds)
    for position, check in enumerate(source.checks):
        yield from _unknown_items(("checks", position), check.left, "left", items)
        yield from _unknown_items(("checks", position), check.right, "right", items)
    yield from _comparison_misfits(source)
    yield from _baseline_misfits(source, items)
    yield from _window_misfits(source)


def _window_misfits(source: CatalogueSource) -> Iterator[_Objection]:
    """Windows that nobody declared, that are declared twice, or that end before they begin."""
    ids = [window.id for window in source.windows]
    yield from _repeated("windows", "id", ids)
    for position, window in enumerate(source.windows):
        if _ends_before_it_begins(window):
            yield _Objection(("windows", position), _BACKWARD_WINDOW)
    for position, item in enumerate(source.items):
        if item.window is not None:
            yield from _unknown(("items", position, "window"), item.window, ids, _WINDOW)


def _ends_before_it_begins(window: WindowSource) -> bool:
    """Whether it does in the shortest period that it is for; months are counted from the first."""
    last_month = 11 if window.periods == "year" else 2
    first = (window.since.month, window.since.day) if window.since else (0, 1)
    last = (last_month + window.until.month, window.until.day) if window.until else (last_month, 31)
    return last < first


def _baseline_misfits(source: CatalogueSource, items: list[str]) -> Iterator[_Objection]:
    """Kept figures of nothing, for no period, or of a kind that no change is measured against."""
    for position, figure in enumerate(source.baselines):
        here: Location = ("baselines", position)
        yield from _unknown((*here, "item"), figure.item, items, _ITEM)
        if not _is_period(figure.period):
            yield _Objection((*here, "period"), _not_a_period(figure.period))
    for location, text in kept_baseline_objections(source):
        yield _Objection(location, text)


def _comparison_misfits(source: CatalogueSource) -> Iterator[_Objection]:
    """What is said of changes from period to period where nothing can be compared."""
    programme = source.jump or JumpSource()
    if source.jump is not None and None in (programme.factor, programme.above):
        yield _Objection(("jump",), _JUMP)
    for position, item in enumerate(source.items):
        own = item.jump if isinstance(item.jump, JumpSource) else None
        for key, given in (("jump", own), ("only_rises", item.only_rises)):
            if given and item.kind not in COUNTED:
                yield _Objection(("items", position, key), _NOT_COUNTED)
        if own and source.jump is None and None in (own.factor, own.above):
            yield _Objection(("items", position, "jump"), _JUMP)


def _repeated(section: str, key: str, values: list[str]) -> Iterator[_Objection]:
    for position, value in enumerate(values):
        if value in values[:position]:
            yield _Objection((section, position, key), _already_used(value))


def _unexplained(location: Location, readings: list[str], source: CatalogueSource) -> Iterator[_Objection]:
    if source.readings:
        for reading in readings:
            yield from _unknown(location, reading, list(source.readings), _READING)


def _unknown_items(here: Location, terms: list[str], key: str, items: list[str]) -> Iterator[_Objection]:
    for position, term in enumerate(terms):
        yield from _unknown((*here, key, position), term.removeprefix("-"), items, _ITEM)


def _unknown(location: Location, value: str, known: list[str], noun: Text) -> Iterator[_Objection]:
    if value in known:
        return
    suggestion = nearest(value, known)
    meant = Text("", "")
    if suggestion:
        meant = Text(f"; có phải là “{suggestion}”?", f"; did you mean '{suggestion}'?")
    yield _Objection(
        location,
        Text(f"không có {noun.vi} “{value}”{meant.vi}", f"there is no {noun.en} '{value}'{meant.en}"),
    )


def _misfits(indicator: IndicatorSource, here: Location) -> Iterator[_Objection]:
    if (indicator.kind is IndicatorKind.SHARE) != bool(indicator.denominator):
        yield _Objection(here, _DENOMINATOR)
    if indicator.kind not in _SUMMED and len(indicator.numerator) != 1:
        yield _Objection((*here, "numerator"), _ONE_ITEM)
    if indicator.smallest_denominator is not None and indicator.kind not in _SUMMED:
        yield _Objection((*here, "smallest_denominator"), _NOTHING_DIVIDED)
    for number, target in enumerate(indicator.targets):
        place = (*here, "targets", number)
        for text in _target_misfits(target, indicator.kind, first=number == 0):
            yield _Objection(place, text)
        for text in _pace_misfits(target, target.pace, indicator.kind) if target.pace else ():
            yield _Objection((*place, "pace"), text)


def _misfitting_items(
    indicator: IndicatorSource, here: Location, kinds: dict[str, ItemKind]
) -> Iterator[_Objection]:
    sides = {"numerator": indicator.numerator, "denominator": indicator.denominator}
    for side, terms in sides.items():
        for position, term in enumerate(terms):
            kind = kinds.get(term.removeprefix("-"))
            if kind is not None and kind not in _ITEM_KINDS[indicator.kind]:
                yield _Objection((*here, side, position), _item_kind_misfit(kind, indicator.kind))


def _target_misfits(target: TargetSource, kind: IndicatorKind, first: bool) -> Iterator[Text]:
    if [target.year, target.due, target.every, target.rise].count(None) != 3:
        yield _ONE_DATE
    if target.operator is not None and target.operator not in _OPERATORS[kind]:
        yield _operator_misfit(target.operator, kind)
    if (target.operator in _BANDS) != (target.upper is not None):
        yield _UPPER
    external = target.external.baseline if target.external else None
    if any(map(_is_backwards, (target.baseline, external, target.present, target.rise))):
        yield _BACKWARDS
    yield from _bound_misfits(target, kind)
    if target.rise is not None:
        yield from _rise_misfits(target, first)
    elif kind is IndicatorKind.CHANGE:
        yield from _change_misfits(target)


def _bound_misfits(target: TargetSource, kind: IndicatorKind) -> Iterator[Text]:
    attested = kind in _ATTESTED
    given = [target.bound, target.external, target.rise].count(None) < 3
    if attested and given:
        yield _BOUND_OF_ATTESTED
    if not attested and not given:
        yield _BOUND_MISSING
    if target.bound is not None and target.level is not None and set(target.bound) != {ALL_LEVELS}:
        yield _LEVEL_TWICE


def _rise_misfits(target: TargetSource, first: bool) -> Iterator[Text]:
    rise = target.rise
    if first or (rise is not None and (rise.points is None) == (rise.percent is None)):
        yield _RISE


def _change_misfits(target: TargetSource) -> Iterator[Text]:
    if target.operator is None:
        yield _CHANGE_OPERATOR
    baseline = target.baseline or (target.external.baseline if target.external else None)
    if baseline is None:
        if target.external is None:
            yield _BASELINE
    elif (baseline.year is None) == (baseline.since is None or baseline.until is None):
        yield _BASELINE


def _pace_misfits(target: TargetSource, pace: PaceSource, kind: IndicatorKind) -> Iterator[Text]:
    """What is wrong with a declared pace; at most one thing, as the others would follow from it."""
    year = target.year or (target.due.year if target.due else None)
    if kind in _ATTESTED:
        yield _PACE_OF_ATTESTED
    elif target.rise is not None:
        yield _PACE_OF_LADDER
    elif year is None and target.judged != "year":
        yield _PACE_OF_EVERY_PERIOD
    elif year is None and (pace.since is not None or pace.start is not None):
        yield _PACE_OF_EACH_YEAR
    elif year is not None and pace.since is None:
        yield _PACE_FROM
    elif year is not None and pace.since is not None and pace.since > year:
        yield _PACE_TOO_LATE


def _is_backwards(years: BaselineSource | PresentSource | RiseSource | None) -> bool:
    if years is None or years.since is None or years.until is None:
        return False
    return years.until < years.since


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _already_used(value: str) -> Text:
    return Text(
        f"“{value}” đã được dùng ở trên; mỗi mã chỉ dùng một lần",
        f"'{value}' is already used above; each code stands only once",
    )


def _not_a_period(value: str) -> Text:
    return Text(
        f"“{value}” không phải kỳ báo cáo; hãy viết như 2021, 2021-Q1, 2021-H1",
        f"'{value}' is not a period; write it like 2021, 2021-Q1, 2021-H1",
    )


def _item_kind_misfit(kind: ItemKind, of: IndicatorKind) -> Text:
    fitting = ", ".join(sorted(_ITEM_KINDS[of]))
    return Text(
        f"số liệu loại {kind} không dùng cho chỉ tiêu loại {of}; hãy dùng số liệu loại: {fitting}",
        f"an item of kind {kind} does not fit an indicator of kind {of}; use an item of kind {fitting}",
    )


def _operator_misfit(operator: Operator, kind: IndicatorKind) -> Text:
    fitting = ", ".join(sorted(_OPERATORS[kind]))
    return Text(
        f"phép so sánh “{operator}” không dùng cho chỉ tiêu loại {kind}; hãy dùng: {fitting}",
        f"the operator '{operator}' does not fit an indicator of kind {kind}; use {fitting}",
    )


_NOTHING_DIVIDED = Text(
    "chỉ tiêu này không có mẫu số; hãy bỏ smallest_denominator",
    "this indicator has no denominator; take smallest_denominator away",
)
_BACKWARDS = Text(
    "năm cuối (until) đứng trước năm đầu (from); hãy sửa một trong hai",
    "the last year (until) stands before the first (from); correct one of the two",
)
_JUMP = Text(
    "jump cần cả factor và above",
    "jump needs both factor and above",
)
_NOT_COUNTED = Text(
    "chỉ số liệu loại count, amount mới so được với kỳ trước; hãy bỏ khóa này",
    "only counts and amounts are held against the period before; remove this key",
)
_AREA = Text("lĩnh vực", "area")
_READING = Text("cách hiểu", "reading")
_ITEM = Text("số liệu báo cáo", "item")
_WINDOW = Text("kỳ số liệu (windows)", "window")
_BACKWARD_WINDOW = Text(
    "ngày cuối (until) đứng trước ngày đầu (from) của kỳ ngắn nhất; hãy sửa month hoặc day",
    "in the shortest period the last day (until) stands before the first (from); correct month or day",
)
_ONE_DATE = Text(
    "cần đúng một trong các khóa year, due, every, rise: mục tiêu này đến hạn khi nào?",
    "exactly one of year, due, every, rise is needed: when is this target due?",
)
_UPPER = Text(
    "upper đi cùng operator between hoặc within, và ngược lại",
    "upper goes with the operator between or within, and they with it",
)
_BOUND_OF_ATTESTED = Text(
    "nhiệm vụ (milestone, duty) không có mức phải đạt; hãy bỏ bound, external, rise",
    "a milestone or duty has no bound; remove bound, external and rise",
)
_BOUND_MISSING = Text(
    "thiếu mức phải đạt; hãy ghi bound, rise hoặc external",
    "the bound is missing; write bound, rise or external",
)
_PACE_OF_ATTESTED = Text(
    "nhiệm vụ (milestone, duty) không có giá trị để tính tiến độ; hãy bỏ pace",
    "a milestone or duty has no value that a pace could be worked out for; remove pace",
)
_PACE_OF_LADDER = Text(
    "lộ trình theo năm (rise) đã nêu mức từng năm; hãy bỏ pace",
    "the rungs of a ladder (rise) say already what each year asks; remove pace",
)
_PACE_OF_EVERY_PERIOD = Text(
    "mục tiêu cho mọi kỳ không có tiến độ; hãy bỏ pace, hoặc thêm judged: year",
    "a target for every period has no pace; remove pace, or add judged: year",
)
_PACE_OF_EACH_YEAR = Text(
    "mục tiêu xét từng năm bắt đầu lại từ 0 mỗi năm; trong pace hãy bỏ from, start",
    "a target of each year starts from 0 every year; remove from and start under pace",
)
_PACE_FROM = Text(
    "pace thiếu from: tiến độ này tính từ năm nào?",
    "pace lacks from: which is the first year of this rate?",
)
_PACE_TOO_LATE = Text(
    "pace bắt đầu (from) sau khi mục tiêu đã đến hạn; hãy sửa một trong hai",
    "pace begins (from) after the target is due; correct one of the two",
)
_LEVEL_TWICE = Text(
    "mức phải đạt đã chia theo cấp; hãy bỏ khóa level",
    "the bound is already given by level; remove the key level",
)
_DENOMINATOR = Text(
    "chỉ tiêu loại share cần mẫu số (denominator); các loại khác không có mẫu số",
    "an indicator of kind share needs a denominator; the other kinds have none",
)
_ONE_ITEM = Text(
    "chỉ tiêu loại score, milestone, duty dựa trên đúng một số liệu báo cáo",
    "an indicator of kind score, milestone or duty stands on exactly one item",
)
_RISE = Text(
    "rise đứng sau mục tiêu đầu tiên của lộ trình và có đúng một trong points, percent",
    "rise stands after the first target of its ladder and has exactly one of points, percent",
)
_CHANGE_OPERATOR = Text(
    "chỉ tiêu loại change phải ghi rõ operator: reduce>= (giảm) hoặc increase>= (tăng)",
    "an indicator of kind change must say its operator: reduce>= or increase>=",
)
_BASELINE = Text(
    "chỉ tiêu loại change cần baseline với year, hoặc với from và until",
    "an indicator of kind change needs a baseline with year, or with from and until",
)
