"""The tick “Không phát sinh trong kỳ”: one mark by which a whole area of a form says that nothing arose."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from cchc_cli import form_words
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.findings.of_values import NIL_REPORTED, VALUE_AMBIGUOUS
from cchc_cli.intake.gathering import Gathering, Slot
from cchc_cli.intake.numbers import Figure, read_figure
from cchc_cli.intake.page import Page
from cchc_cli.intake.sheet import Cell
from cchc_cli.language import Text
from cchc_cli.plain_text import plain

if TYPE_CHECKING:
    from cchc_cli.intake.layouts.form import FormTable

_NIL = plain(form_words.NIL_IN_PERIOD)
_TICKS = frozenset(map(plain, ("x", "✓", "✔", "v", "có", "1", "yes", "true")))
_NO_TICKS = frozenset(map(plain, ("", "không", "0", "no", "false", "-")))
_EXPECTED = Text(
    "dấu x nếu cả lĩnh vực không phát sinh; có số phát sinh thì để trống",
    "an x where nothing arose in the whole area; blank where something did",
)


def nil_slots(page: Page, table: "FormTable", slots: Sequence[Slot], gathering: Gathering) -> list[Slot]:
    """The blank cells that a tick fills with 0: flows of the rows that follow it, down to the next heading.

    Stocks, scores and answers are never made 0 by it. A tick over an area with a figure above 0 contradicts
    itself: it is reported and counts for nothing.
    """
    filled: list[Slot] = []
    for row, below in _ticks(page, table, slots):
        cell = page.sheet.cell(row, table.value_column)
        word = plain(cell.text)
        if word in _NO_TICKS:
            continue
        flows = [slot for slot in below if _arises(slot)]
        blank = [slot for slot in flows if read_figure(slot.cell, slot.item).is_missing]
        place, name = page.place(row, table.value_column), Text(form_words.NIL_IN_PERIOD, _ENGLISH)
        if word not in _TICKS or any(_is_positive(slot) for slot in flows):
            gathering.report(VALUE_AMBIGUOUS, place, cell, name=name, expected=_EXPECTED)
            continue
        if blank:
            gathering.report(NIL_REPORTED, place, Cell(cell.text), name=name)
        for slot in blank:
            gathering.put(slot, Figure(value=Decimal(0)))
            filled.append(slot)
    return filled


_ENGLISH = f"{form_words.NIL_IN_PERIOD} (nothing arose in the period)"


def _ticks(page: Page, table: "FormTable", slots: Sequence[Slot]) -> Iterator[tuple[int, list[Slot]]]:
    """The rows with a tick, each with the items of its area."""
    if not table.content_column:
        return
    rows = range(table.header_row + 1, page.sheet.height + 1)
    headings = [
        row
        for row in rows
        if page.sheet.cell(row, table.code_column).is_blank
        and not page.sheet.cell(row, table.content_column).is_blank
    ]
    for position, row in enumerate(headings):
        if plain(page.sheet.cell(row, table.content_column).text) == _NIL:
            following = headings[position + 1 :]
            last = following[0] if following else page.sheet.height + 1
            yield row, [slot for slot in slots if row < slot.row < last]


def _arises(slot: Slot) -> bool:
    item = slot.item
    return (
        item.measure is Measure.FLOW
        and item.kind in (ItemKind.COUNT, ItemKind.AMOUNT)
        and slot.agency.matches(item.reported_by)
    )


def _is_positive(slot: Slot) -> bool:
    value = read_figure(slot.cell, slot.item).value
    return value is not None and value > 0
