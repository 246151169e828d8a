"""What the annex file asks for, laid over what was judged: headings and indicators in order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.annex.source import EVERY_AREA, AnnexSource, RowSource
from cchc_cli.language import Text
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.wording import area_name
from cchc_cli.run import Verdict

ByIndicator: TypeAlias = Mapping[str, Sequence[Verdict]]
"""The verdicts that the annex may show, in their order."""

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A row across all columns."""

    words: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator, with a number and a name of its own where the file has them."""

    id: str
    number: str | None = None
    name: Text | None = None


Plan: TypeAlias = Sequence[Heading | Listed]


def plan_of(material: Material, source: AnnexSource, verdicts: ByIndicator) -> Plan:
    """The entries of the file, its areas unfolded into those of their indicators that were judged."""
    return list(_unfolded(material, source, verdicts))


def unnamed(plan: Plan, verdicts: ByIndicator) -> list[str]:
    """Ids of what was judged and is nowhere in the file."""
    named = {each.id for each in plan if isinstance(each, Listed)}
    return [each for each in verdicts if each not in named]


def not_judged(plan: Plan, verdicts: ByIndicator) -> list[str]:
    """Ids of what is in the file and was not judged."""
    return [each.id for each in plan if isinstance(each, Listed) and each.id not in verdicts]


def _unfolded(material: Material, source: AnnexSource, verdicts: ByIndicator) -> Iterator[Heading | Listed]:
    named = {row.indicator for row in source.rows if row.indicator is not None}
    counted = 0
    for row in source.rows:
        if row.area is None:
            yield _entry(material, row)
            continue
        areas = list(dict.fromkeys(each[0].area for each in verdicts.values()))
        for area in areas if row.area == EVERY_AREA else [row.area]:
            members = [each for each in verdicts if verdicts[each][0].area == area and each not in named]
            if members:
                counted += 1
                yield Heading(_area_title(material, area, row.number or roman(counted)))
                yield from map(Listed, members)


def _entry(material: Material, row: RowSource) -> Heading | Listed:
    if row.indicator is not None:
        return Listed(row.indicator, row.number, row.name)
    words = row.heading.in_language(material.language) if row.heading else ""
    return Heading(f"{row.number}. {words}" if row.number else words)


def _area_title(material: Material, area: str, number: str) -> str:
    return f"{number}. {area_name(material.run, area, material.language)}"


def roman(number: int) -> str:
    """A number as headings count.

    >>> roman(4), roman(8), roman(19)
    ('IV', 'VIII', 'XIX')
    """
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
