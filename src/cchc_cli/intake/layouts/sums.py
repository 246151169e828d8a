"""Several rows of one agency → one figure: rows are added, totals only checked."""

from dataclasses import dataclass
from decimal import Decimal

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import SUM_MISMATCH
from cchc_cli.findings.of_identity import ITEM_NOT_REPORTED_BY_AGENCY
from cchc_cli.findings.of_values import VALUE_MISSING
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.gathering import Gathering, Slot
from cchc_cli.intake.layouts.mapped import MappedTable
from cchc_cli.intake.numbers import Figure, exact_sum, read_figure
from cchc_cli.intake.page import Page
from cchc_cli.intake.slots import take_one
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one agency and period, and the row that adds them up (0: none)."""

    agency: Agency
    period: Period
    rows: tuple[int, ...]
    total_row: int

    @property
    def all_rows(self) -> tuple[int, ...]:
        """The rows and, last, the total row where there is one."""
        return (*self.rows, self.total_row) if self.total_row else self.rows


@dataclass(frozen=True, slots=True)
class Column:
    """One item of one agency, down the rows of a table."""

    page: Page
    group: Group
    number: int
    item: Item
    approximate: bool = False

    def slot(self, row: int) -> Slot:
        group = self.group
        return Slot(self.page, row, self.number, group.agency, group.period, self.item, self.approximate)

    def figure(self, row: int) -> Figure:
        return read_figure(self.page.sheet.cell(row, self.number), self.item)


def take_column(column: Column, gathering: Gathering) -> None:
    """The sum of the rows, or the one row, or the total where no row says anything."""
    group = column.group
    slots = [column.slot(row) for row in group.rows]
    figures = [column.figure(row) for row in group.rows]
    total, said = column.slot(group.total_row), column.figure(group.total_row)
    if all(figure.is_missing for figure in figures):
        take_one(gathering, slots[0] if slots and said.is_missing else total)
        return
    if len(slots) == 1:
        take_one(gathering, slots[0])
    elif group.agency.matches(column.item.reported_by):
        _take_sum(gathering, slots, figures, total, said)
    else:
        gathering.report_slot(ITEM_NOT_REPORTED_BY_AGENCY, slots[0])
    name = column.item.name
    left = Text(f"Dòng tổng, “{name.vi}”,", f"The total row, '{name.en}',")
    _compare(gathering, total, left, said, Text("tổng các dòng", "the sum of the rows"), figures)


def check_sums(page: Page, table: MappedTable, group: Group, clerk: Clerk) -> None:
    """Holds each column of sums against its parts, row by row, the total row too."""
    places = {source.item: number for number, source in table.columns.items() if source.item}
    for number, source in table.columns.items():
        parts = [
            Column(page, group, places[code], clerk.brief.items[code])
            for code in source.sum_of or ()
            if code in places and code in clerk.brief.items
        ]
        if not parts or len(parts) != len(source.sum_of or ()):
            continue
        sums = Column(page, group, number, parts[0].item)
        left = Text(f"“{source.header[0]}”", f"'{source.header[0]}'")
        for row in group.all_rows:
            figures = [part.figure(row) for part in parts]
            _compare(clerk.gathering, sums.slot(row), left, sums.figure(row), _sum_of(parts), figures)


def _take_sum(
    gathering: Gathering, slots: list[Slot], figures: list[Figure], total: Slot, said: Figure
) -> None:
    """Adds the rows. A blank one leaves the sum unknown, unless the total row confirms it."""
    wrong = [
        (slot, figure)
        for slot, figure in zip(slots, figures, strict=True)
        if figure.value is None and not figure.is_missing
    ]
    for slot, figure in wrong:
        gathering.put(slot, figure)
    if wrong:
        return
    value = _known(figures)
    blank = [slot for slot, figure in zip(slots, figures, strict=True) if figure.is_missing]
    if said.value == value:
        gathering.put(total, Figure(value=value))
    elif blank:
        gathering.report_slot(VALUE_MISSING, blank[0])
    else:
        gathering.put(slots[0], Figure(value=value))


def _compare(
    gathering: Gathering, slot: Slot, left: Text, said: Figure, right: Text, parts: list[Figure]
) -> None:
    """Says where parts do not add up to what is said. Missing parts may be anything from 0 up."""
    known, is_complete = _known(parts), all(part.value is not None for part in parts)
    if said.value is None or known == said.value or (known < said.value and not is_complete):
        return
    gathering.findings.append(
        Finding(
            SUM_MISMATCH,
            slot.place,
            agency=slot.agency.code,
            period=str(slot.period),
            value=slot.cell.text,
            facts={
                "left": left,
                "left_sum": number_text(said.value),
                "right": right,
                "right_sum": number_text(known),
            },
        )
    )


def _known(figures: list[Figure]) -> Decimal:
    return exact_sum(figure.value for figure in figures if figure.value is not None)


def _sum_of(parts: list[Column]) -> Text:
    vietnamese = ", ".join(f"“{part.item.name.vi}”" for part in parts)
    english = ", ".join(f"'{part.item.name.en}'" for part in parts)
    return Text(f"tổng của {vietnamese}", f"the sum of {english}")
