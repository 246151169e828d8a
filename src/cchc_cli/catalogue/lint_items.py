"""Contradictions among items and checks: who reports, what is used, what must be part of what."""

from collections.abc import Iterator
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.item import Check, Item, Term
from cchc_cli.catalogue.source import IndicatorKind, ItemKind
from cchc_cli.language import Text
from cchc_cli.level import Level

_Found: TypeAlias = Iterator[tuple[int, Text]]
"""Line of the file and what is wrong there."""


def _unused_items(catalogue: Catalogue) -> _Found:
    used = {item for check in catalogue.checks for item in check.items}
    for indicator in catalogue.indicators:
        used.update(_items(indicator))
    for item in catalogue.items:
        if item.code not in used:
            yield item.line, _unused(item)


def _different_reporters(catalogue: Catalogue) -> _Found:
    """Figures are put together agency by agency, so whoever reports one of them must report all."""
    for indicator in catalogue.indicators:
        first, *others = [catalogue.item_by_code[code] for code in _items(indicator)]
        other = next((item for item in others if set(item.reported_by) != set(first.reported_by)), None)
        if other is not None:
            yield indicator.line, _reporters(indicator, first, other)


def _shared_scores(catalogue: Catalogue) -> _Found:
    """Scores are never added, so exactly one agency reports each."""
    for item in catalogue.items:
        one = len(item.reported_by) == 1 and item.reported_by[0].startswith("agency:")
        if item.kind is ItemKind.SCORE and not one:
            yield item.line, _score_of_many(item)


def _missing_part_checks(catalogue: Catalogue) -> _Found:
    """A share of things counted in one unit is a part of its whole, and a check must say so."""
    for indicator in catalogue.indicators:
        if indicator.kind is not IndicatorKind.SHARE or not _counts_alike(indicator, catalogue):
            continue
        for level, left, right in _sides(indicator, catalogue):
            if not any(_holds(check, left, right) for check in catalogue.checks):
                yield indicator.line, _no_part_check(indicator, level)


def _items(indicator: Indicator) -> tuple[str, ...]:
    """The items of an indicator and of its second figures, each once."""
    beside = (term.item for also in indicator.also for term in (*also.numerator, *also.denominator))
    return tuple(dict.fromkeys((*indicator.items, *beside)))


def _counts_alike(indicator: Indicator, catalogue: Catalogue) -> bool:
    """Whether numerator and denominator count something in the same unit."""
    part = {catalogue.item_by_code[term.item].unit for term in indicator.numerator}
    whole = {catalogue.item_by_code[term.item].unit for term in indicator.denominator}
    return not part.isdisjoint(whole)


def _sides(indicator: Indicator, catalogue: Catalogue) -> Iterator[tuple[Level | None, set[Term], set[Term]]]:
    """The two sums to compare: level by level where every item is about a level, else the whole sums."""
    level_of = {code: catalogue.item_by_code[code].level for code in indicator.items}
    by_level = all(level_of.values())
    for level in dict.fromkeys(level_of.values()) if by_level else [None]:
        yield (
            level,
            {term for term in indicator.numerator if not by_level or level_of[term.item] is level},
            {term for term in indicator.denominator if not by_level or level_of[term.item] is level},
        )


def _holds(check: Check, left: set[Term], right: set[Term]) -> bool:
    is_binding = check.kind == "part" and check.severity == "error"
    return is_binding and set(check.left) == left and set(check.right) == right


def _comparing_one(catalogue: Catalogue) -> _Found:
    """A smallest denominator for comparing agencies, of what one agency alone reports."""
    for indicator in catalogue.indicators:
        reporters = {who for code in indicator.items for who in catalogue.item_by_code[code].reported_by}
        alone = len(reporters) == 1 and all(who.startswith("agency:") for who in reporters)
        if indicator.smallest_denominator is not None and alone:
            yield indicator.line, _compared_with_nobody(indicator)


ITEM_RULES = (_unused_items, _different_reporters, _shared_scores, _missing_part_checks, _comparing_one)

_AT_LEVEL: dict[Level | None, Text] = {
    None: Text("", ""),
    Level.PROVINCE: Text(" cấp tỉnh", " at province level"),
    Level.DISTRICT: Text(" cấp huyện", " at district level"),
    Level.COMMUNE: Text(" cấp xã", " at commune level"),
}


def _unused(item: Item) -> Text:
    return Text(
        f"số liệu “{item.code}” không được chỉ tiêu hay ràng buộc nào dùng; hãy bỏ để không ai phải báo cáo",
        f"no indicator and no check uses the item '{item.code}'; remove it, so that nobody is asked for it",
    )


def _reporters(indicator: Indicator, one: Item, other: Item) -> Text:
    here, there = ", ".join(one.reported_by), ", ".join(other.reported_by)
    return Text(
        f"số liệu của “{indicator.id}” do các nơi khác nhau báo cáo: “{one.code}” ({here}) và"
        f" “{other.code}” ({there}); hãy để cùng một nơi báo cáo",
        f"the items of '{indicator.id}' have different reporters: '{one.code}' ({here}) and"
        f" '{other.code}' ({there}); let the same agencies report them",
    )


def _score_of_many(item: Item) -> Text:
    return Text(
        f"điểm “{item.code}” phải do đúng một đơn vị báo cáo; hãy ghi reported_by: agency:MÃ",
        f"the score '{item.code}' must have exactly one reporter; write reported_by: agency:CODE",
    )


def _no_part_check(indicator: Indicator, level: Level | None) -> Text:
    where = _AT_LEVEL[level]
    return Text(
        f"tỷ lệ “{indicator.id}”{where.vi} chưa có ràng buộc part giữa tử số và mẫu số; hãy thêm vào checks",
        f"the share '{indicator.id}'{where.en} has no part check between numerator and denominator;"
        " add one to checks",
    )


def _compared_with_nobody(indicator: Indicator) -> Text:
    return Text(
        f"chỉ tiêu “{indicator.id}” chỉ do một đơn vị báo cáo nên không so sánh với ai; hãy bỏ "
        "smallest_denominator",
        f"'{indicator.id}' is reported by one agency and compared with nobody; take smallest_denominator "
        f"away",
    )
