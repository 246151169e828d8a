"""What a registry that loads may still get wrong: dates, names and successors that contradict each other."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.plain_text import plain
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.lint_successors import successor_objections
from cchc_cli.registry.registry import Registry
from cchc_cli.strict_yaml import Mark, Problem

_RANKS = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}


def lint(registry: Registry) -> list[Problem]:
    """Every contradiction in a loaded registry, by line.

    Two lives of one code on one day are refused by `load_registry` already.
    """
    found = [
        *_parents(registry),
        *successor_objections(registry),
        *_repeated_names(registry),
    ]
    return [
        Problem(registry.file, Mark(agency.line, 1), text)
        for agency, text in sorted(found, key=lambda pair: pair[0].line)
    ]


def _parents(registry: Registry) -> Iterator[tuple[Agency, Text]]:
    """A parent stands at a higher level and lives as long as its child, unless its level ends."""
    for agency in registry.agencies:
        if agency.parent is None:
            continue
        lives = registry.lives_by_code.get(agency.parent, ())
        if any(_RANKS[life.level] >= _RANKS[agency.level] for life in lives):
            yield agency, _parent_not_above(agency)
        orphaned = _first_day_without(lives, agency, registry)
        if orphaned is not None:
            yield agency, _orphaned(agency, orphaned)


def _first_day_without(parents: tuple[Agency, ...], child: Agency, registry: Registry) -> date | None:
    levels = {life.level for life in parents}
    ends = [end for level in levels if (end := registry.last_day_of(level))]
    last_needed = min([child.last_day, *ends])
    day = child.first_day
    for parent in parents:
        if parent.first_day <= day <= parent.last_day:
            if parent.last_day >= last_needed:
                return None
            day = parent.last_day + timedelta(days=1)
    return day if day <= last_needed else None


def _repeated_names(registry: Registry) -> Iterator[tuple[Agency, Text]]:
    namesakes: dict[tuple[str | None, str], list[Agency]] = {}
    for agency in registry.agencies:
        namesakes.setdefault((agency.parent, plain(agency.name.vi)), []).append(agency)
    for lives in namesakes.values():
        for one, other in combinations(lives, 2):
            if one.exists_beside(other):
                yield other, _same_name(other, one)


def _parent_not_above(agency: Agency) -> Text:
    return Text(
        f"đơn vị cấp trên “{agency.parent}” của “{agency.code}” không thuộc cấp cao hơn; hãy sửa parent",
        f"the parent '{agency.parent}' of '{agency.code}' does not stand at a higher level; correct parent",
    )


def _orphaned(agency: Agency, day: date) -> Text:
    known = day != date.min
    return Text(
        f"đơn vị cấp trên “{agency.parent}” của “{agency.code}” không tồn tại"
        f" {f'ngày {day:%d/%m/%Y}' if known else 'từ đầu'}; hãy sửa parent hoặc các ngày",
        f"the parent '{agency.parent}' of '{agency.code}' does not exist"
        f" {f'on {day}' if known else 'at its start'}; correct parent or the dates",
    )


def _same_name(agency: Agency, other: Agency) -> Text:
    return Text(
        f"tên “{agency.name.vi}” trùng với mã “{other.code}” (dòng {other.line}) trong cùng đơn vị cấp trên"
        " và cùng thời gian; hãy sửa tên hoặc các ngày",
        f"the name '{agency.name.vi}' is that of '{other.code}' (line {other.line}) too, under the same"
        " parent and at the same time; correct the name or the dates",
    )
