"""The tick “Không phát sinh trong kỳ”: one mark by which a whole area of a form says that nothing arose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from cchc_cli import form_words
from cchc_cli.findings.finding import Finding, FindingKind
from cchc_cli.findings.of_values import NIL_REPORTED, VALUE_AMBIGUOUS
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.gathering import Facts, Gathering, Slot, shown
from cchc_cli.intake.layouts.form_table import FormTable
from cchc_cli.intake.numbers import Figure, read_figure
from cchc_cli.intake.page import Page
from cchc_cli.language import Text
from cchc_cli.plain_text import plain

_NIL = plain(form_words.NIL_IN_PERIOD)
_LONGEST_LABEL = 2 * len(_NIL)
_TICKS = frozenset(map(plain, ("x", "v", "✓", "✔", "√", "☑", "có", "1", "yes", "true", "không phát sinh")))
_NO_TICKS = frozenset(map(plain, ("", "không", "0", "no", "false", "…", "...", "☐")))
_A_TICK = Text(
    "dấu x nếu cả lĩnh vực không phát sinh, nếu không thì để trống",
    "an x where nothing arose in the whole area, else a blank",
)


@dataclass
class _Area:
    """The items under one tick, down to the next heading or tick."""

    page: Page
    row: int
    tick: Cell
    heading: str
    slots: list[Slot] = field(default_factory=list)


def nil_slots(page: Page, table: FormTable, slots: Sequence[Slot], gathering: Gathering) -> list[Slot]:
    """Reads the ticks of a form; returns the blank cells that they fill with 0.

    These are the flows of the rows that follow a tick. Stocks, what was carried over into the period, scores
    and answers are never made 0 by it.
    A tick over an area where something arose after all contradicts itself and counts for nothing.
    """
    if not _has_ticks(page, table, slots):
        return []
    filled: list[Slot] = []
    for area in _areas(page, table, slots):
        word = plain(area.tick.text)
        if word in _NO_TICKS:
            continue
        due = [slot for slot in area.slots if _can_be_nil(slot)]
        blank = [slot for slot in due if slot.cell.is_blank]
        arisen = next((slot for slot in due if _has_arisen(slot)), None)
        if word not in _TICKS:
            gathering.add(_finding(VALUE_AMBIGUOUS, area, table, {"expected": _A_TICK}))
        elif arisen is not None:
            facts: Facts = {"expected": _without(arisen)}
            gathering.add(_finding(VALUE_AMBIGUOUS, area, table, facts))
        elif blank:
            gathering.add(_finding(NIL_REPORTED, area, table, {}, len(blank)))
            filled.extend(blank)
    for slot in filled:
        gathering.put(slot, Figure(value=Decimal(0)))
    return filled


def _has_ticks(page: Page, table: FormTable, slots: Sequence[Slot]) -> bool:
    """Whether anything stands where a tick may stand."""
    others = set(range(table.header_row + 1, table.last_row + 1)).difference(slot.row for slot in slots)
    return not all(page.sheet.is_blank(row, table.value_column) for row in others)


def is_tick_row(page: Page, table: FormTable, row: int) -> bool:
    """Whether a row without a code asks for the tick, and so for no figure."""
    return _asks_for_tick(_label(page, table, row)[:_LONGEST_LABEL])


@lru_cache(maxsize=256)
def _asks_for_tick(label: str) -> bool:
    """The headings of all forms are the same few."""
    return plain(label).startswith(_NIL)


def _areas(page: Page, table: FormTable, slots: Sequence[Slot]) -> Iterator[_Area]:
    """One for each row with a tick, ticked or not."""
    slot_of = {slot.row: slot for slot in slots}
    area, heading = None, ""
    for row in range(table.header_row + 1, table.last_row + 1):
        if row in slot_of:
            if area is not None:
                area.slots.append(slot_of[row])
            continue
        if not page.sheet.cell(row, table.code_column).is_blank:
            continue
        label, tick = _label(page, table, row), page.sheet.cell(row, table.value_column)
        is_tick = _asks_for_tick(label[:_LONGEST_LABEL])
        if is_tick or (label and tick.is_blank):
            if area is not None:
                yield area
            heading = heading if is_tick else label
            area = _Area(page, row, tick, heading) if is_tick else None
    if area is not None:
        yield area


def _label(page: Page, table: FormTable, row: int) -> str:
    """The words of a row without a figure; a heading may be merged over the columns before its own."""
    content = page.sheet.cell(row, table.content_column)
    if isinstance(content.value, str):
        return content.text
    before = (cell for column, cell in page.sheet.cells(row) if column < table.value_column)
    return next((cell.text for cell in before if isinstance(cell.value, str)), "")


def _can_be_nil(slot: Slot) -> bool:
    return slot.item.arises and slot.must_be_filled


def _has_arisen(slot: Slot) -> bool:
    """Whether anything but a nil stands there: a number, words, or the sign that it is not known yet."""
    return not slot.cell.is_blank and read_figure(slot.cell, slot.item).value != 0


def _without(arisen: Slot) -> Text:
    name, said = arisen.item.name, shown(arisen.cell)
    return Text(
        f"để trống ô này, hoặc sửa “{name.vi}” đang ghi “{said.vi}”",
        f"a blank, or something else than '{said.en}' at '{name.en}',",
    )


def _finding(kind: FindingKind, area: _Area, table: FormTable, facts: Facts, blank: int = 0) -> Finding:
    """At the tick; its agency and period are those of the rows below it."""
    below = area.slots[0] if area.slots else None
    return Finding(
        kind,
        area.page.place(area.row, table.value_column),
        agency=below.agency.code if below else None,
        period=str(below.period) if below else None,
        value=area.tick.text,
        facts={"name": _name(area, blank), "value": shown(area.tick), **facts},
    )


def _name(area: _Area, blank: int) -> Text:
    heading = f", {area.heading}" if area.heading else ""
    vietnamese = f"{form_words.NIL_IN_PERIOD}{heading}"
    english = f"{form_words.NIL_IN_PERIOD} (nothing arose){heading}"
    if not blank:
        return Text(vietnamese, english)
    return Text(f"{vietnamese} ({blank} số liệu để trống)", f"{english} (blank figures: {blank})")
