"""Cells with an owner → observations: what every table with one figure a cell has in common."""

from collections.abc import Iterable, Sequence

from cchc_cli.findings.finding import Finding, FindingKind, Place
from cchc_cli.findings.of_identity import ITEM_NOT_REPORTED_BY_AGENCY
from cchc_cli.findings.of_tables import HIDDEN_CONTENT, MERGED_DATA_CELLS
from cchc_cli.findings.of_values import VALUE_MISSING
from cchc_cli.intake.files.sheet import Place as CellPlace
from cchc_cli.intake.files.sheet import Range
from cchc_cli.intake.gathering import Gathering, Slot
from cchc_cli.intake.numbers import read_figure
from cchc_cli.intake.page import Page
from cchc_cli.language import Text
from cchc_cli.observation import SetAside, a1

_MOST_NAMED = 5
_FEWEST_ALIKE = 2


def take(gathering: Gathering, page: Page, slots: Iterable[Slot]) -> None:
    """Reads the cells of one table; a blank cell of an item that its agency must report is said."""
    if not (page.sheet.merged or page.sheet.hides_anything):
        for slot in slots:
            take_one(gathering, slot)
        return
    slots = list(slots)
    merged = _merged(page, slots)
    covered = {(slot.row, slot.column) for together in merged.values() for slot in together}
    for slot in slots:
        if not covered or (slot.row, slot.column) not in covered:
            take_one(gathering, slot)
    for block, together in merged.items():
        _report_merged(gathering, block, together)
    if page.sheet.hides_anything:
        used = ((slot.row, slot.column) for slot in slots)
        report_hidden(gathering, page, (place for place in used if not page.sheet.is_blank(*place)))


def take_one(gathering: Gathering, slot: Slot) -> None:
    """Reads one cell that stands alone."""
    must_report, number = slot.agency.matches(slot.item.reported_by), slot.number
    if must_report and number is not None:
        gathering.put_number(slot, number)
        return
    figure = read_figure(slot.cell, slot.item)
    if figure.is_missing:
        if must_report:
            gathering.report_slot(VALUE_MISSING, slot)
    elif must_report:
        gathering.put(slot, figure)
    else:
        gathering.report_slot(ITEM_NOT_REPORTED_BY_AGENCY, slot)


def are_blank(slots: Sequence[Slot]) -> bool:
    """Whether cells, two at least, hold nothing at all, not even as parts of merged blocks."""
    blank = all(slot.cell.is_blank and not slot.page.sheet.merge_at(slot.row, slot.column) for slot in slots)
    return blank and len(slots) >= _FEWEST_ALIKE


def report_blank(gathering: Gathering, kind: FindingKind, place: Place, slots: Sequence[Slot]) -> None:
    """Says once that all the cells of a row or form are blank; `place` is its head."""
    first, *rest = slots
    gathering.add(
        Finding(
            kind,
            place,
            agency=first.agency.code,
            period=str(first.period),
            item=first.item.code,
            facts={
                "agency_name": first.agency.name,
                "period_words": first.period.words_in_a_sentence,
                "count": str(len(slots)),
            },
            other_items=tuple(slot.item.code for slot in rest),
        )
    )


def report_hidden(gathering: Gathering, page: Page, used: Iterable[CellPlace]) -> None:
    """Says once what of the cells that were read nobody sees, and what stands too far away to be read."""
    sheet = page.sheet
    hidden = [place for place in used if sheet.is_hidden(*place)]
    if hidden:
        if sheet.hidden:
            what = Text("Trang tính bị ẩn nhưng có số liệu", "The sheet is hidden but holds figures")
        else:
            cells = _listed(hidden)
            what = Text(
                f"Hàng hoặc cột bị ẩn nhưng có số liệu ở {cells.vi}",
                f"Hidden rows or columns hold figures in {cells.en}",
            )
        gathering.report(HIDDEN_CONTENT, page.place(*min(hidden)), what=what)


def report_far(gathering: Gathering, page: Page) -> None:
    """Says what stands too far from the table to be read."""
    if page.sheet.far:
        cells = _listed(page.sheet.far)
        what = Text(
            f"Ô {cells.vi} có nội dung ở rất xa bảng nên không đọc",
            f"What stands in {cells.en}, very far from the table, is not read",
        )
        gathering.report(HIDDEN_CONTENT, page.place(*page.sheet.far[0]), what=what)


def _merged(page: Page, slots: Sequence[Slot]) -> dict[Range, list[Slot]]:
    """The slots of each block that makes one cell of several figures; none stands in two blocks."""
    merged: dict[Range, list[Slot]] = {}
    rows = page.sheet.merged_rows
    for slot in slots:
        block = page.sheet.merge_at(slot.row, slot.column) if slot.row in rows else None
        if block is not None:
            merged.setdefault(block, []).append(slot)
    return {block: together for block, together in merged.items() if len(together) > 1}


def _report_merged(gathering: Gathering, block: Range, slots: Sequence[Slot]) -> None:
    corner = slots[0].page.sheet.cell(block.first_row, block.first_column)
    due = [slot for slot in slots if slot.must_be_filled]
    if corner.is_blank:
        for slot in slots:
            take_one(gathering, slot)
    if corner.is_blank or not due:
        return
    cells = f"{a1(block.first_row, block.first_column)}:{a1(block.last_row, block.last_column)}"
    place = slots[0].page.place(block.first_row, block.first_column)
    gathering.report(MERGED_DATA_CELLS, place, corner, range=cells)
    gathering.set_aside.extend(SetAside(slot.key, slot.address, MERGED_DATA_CELLS.code) for slot in due)


def _listed(places: Sequence[CellPlace]) -> Text:
    named = ", ".join(a1(*place) for place in places[:_MOST_NAMED])
    rest = len(places) - _MOST_NAMED
    if rest <= 0:
        return Text(named, named)
    return Text(f"{named} và {rest} ô khác", f"{named} and {rest} more cells")
