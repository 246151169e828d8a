"""Colours that a sheet gives by conditions: they lie over a cell's own, so ours must lie over them."""

import re
from collections.abc import Iterable, Sequence

from cchc_cli.intake.files.sheet import Place, Range
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.observation import a1
from cchc_cli.outgoing.marking.sheet_part import SheetPart
from cchc_cli.outgoing.marking.xml_outline import Edits

_BLOCK = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_BLOCKS_OF_EXTENSION = re.compile(rb"<(?:\w+:)?sqref>([^<]*)<")
_PRIORITY = re.compile(rb"""<(?:\w+:)?cfRule\b[^<>]*?\spriority=["']([0-9]{1,9})["']""")
_ALWAYS = 'N("cchc")=0'
"""A condition that always holds, by which our own is known again."""
_OURS = re.compile(rb'N\((?:"|&quot;)cchc(?:"|&quot;)\)\s*=\s*0')


def has_our_conditions(xml: bytes) -> bool:
    """Whether a sheet was marked before, so far as its conditions say."""
    return _OURS.search(xml) is not None


def forget_conditions(part: SheetPart) -> None:
    """Takes away the conditions by which a sheet was marked before."""
    xml = part.edits.xml
    for group in part.root.named("conditionalFormatting"):
        rules = list(group.named("cfRule"))
        ours = [rule for rule in rules if _OURS.search(xml, rule.start, rule.end)]
        if ours and len(ours) == len(rules):
            part.edits.remove(group)
        else:
            for rule in ours:
                part.edits.remove(rule)


def blocks_with_conditions(part: SheetPart) -> list[Range]:
    """Where conditions of the sheet's own may show another colour than the cell's."""
    said = [
        group.attributes.get("sqref", "")
        for group in part.root.named("conditionalFormatting")
        if not _OURS.search(part.edits.xml, group.start, group.end)
    ]
    for extension in part.root.named("extLst"):
        found = _BLOCKS_OF_EXTENSION.findall(part.edits.xml, extension.start, extension.end)
        said += [each.decode("utf-8", "replace") for each in found]
    return [_block(match) for text in said for match in _BLOCK.finditer(text)]


def lay_over(part: SheetPart, places: Sequence[tuple[int, Iterable[Place]]]) -> None:
    """Shows cells in the colour of a format for conditions, by its number, whatever else would."""
    rules = [
        (format_number, " ".join(a1(*place) for place in sorted(cells))) for format_number, cells in places
    ]
    if not rules:
        return
    _make_room(part.edits, len(rules))
    for priority, (format_number, block) in enumerate(rules, start=1):
        attributes = f'type="expression" dxfId="{format_number}" priority="{priority}" stopIfTrue="1"'
        rule = f"<cfRule {attributes}><formula>{_ALWAYS}</formula></cfRule>"
        part.insert(
            "conditionalFormatting",
            f'<conditionalFormatting xmlns="" sqref="{block}">{rule}</conditionalFormatting>',
        )


def _make_room(edits: Edits, count: int) -> None:
    """Of the conditions that were there each comes later by so many; they stay in their order."""
    for match in _PRIORITY.finditer(edits.xml):
        edits.replace(match.start(1), match.end(1), b"%d" % (int(match[1]) + count))


def _block(match: "re.Match[str]") -> Range:
    column, row = column_number(match[1].encode("ascii")), int(match[2])
    if match[3] is None:
        return Range(row, column, row, column)
    return Range(row, column, int(match[4]), column_number(match[3].encode("ascii")))
