"""Several rows of one agency → one figure: rows are added, totals only checked."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings.finding import FindingKind
from cchc_cli.findings.of_comparisons import SUM_NOT_USED
from cchc_cli.findings.of_identity import ITEM_NOT_REPORTED_BY_AGENCY
from cchc_cli.findings.of_tables import MERGED_DATA_CELLS
from cchc_cli.findings.of_values import NIL_REPORTED, VALUE_MISSING
from cchc_cli.intake.gathering import Gathering, Slot
from cchc_cli.intake.layouts.table_figures import TableFigures
from cchc_cli.intake.numbers import Figure, exact_sum
from cchc_cli.intake.slots import take_one
from cchc_cli.observation import SetAside
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency


class Group(NamedTuple):
    """The rows of one agency and period, and the row that adds them up (0: none)."""

    agency: Agency
    period: Period
    rows: tuple[int, ...]
    total_row: int


def take_group(figures: TableFigures, group: Group, gathering: Gathering) -> None:
    """Every item of one agency: the sum of its rows, or the one row, or the total where no row has any."""
    items = figures.brief.items_in(group.period)
    for number, item in figures.items.items():
        _Column(figures, group, number, items[item.code]).take(gathering)


class _Column:
    """One item of one agency, down the rows of a table."""

    def __init__(self, figures: TableFigures, group: Group, number: int, item: Item) -> None:
        self._figures = figures
        self._group = group
        self._number = number
        self._item = item
        self._is_due = group.agency.matches(item.reported_by)

    def take(self, gathering: Gathering) -> None:
        """Puts the figure, or what is wrong with it."""
        rows, total = self._group.rows, self._group.total_row
        figures = [self._figure(row) for row in rows]
        if self._is_merged():
            self._set_aside(MERGED_DATA_CELLS, gathering)
        elif self._is_contradicted():
            self._set_aside(SUM_NOT_USED, gathering)
        elif all(figure.is_missing for figure in figures):
            take_one(
                gathering, self._slot(total if not rows or not self._figure(total).is_missing else rows[0])
            )
        elif len(rows) == 1 or not can_be_added(self._item):
            for row in rows:
                take_one(gathering, self._slot(row))
        elif self._is_due:
            self._take_sum(figures, gathering)
        else:
            gathering.report_slot(ITEM_NOT_REPORTED_BY_AGENCY, self._slot(rows[0]))

    def _take_sum(self, figures: Sequence[Figure], gathering: Gathering) -> None:
        """Adds the rows. A blank one leaves the sum unknown, unless the total row confirms it."""
        rows, total = self._group.rows, self._group.total_row
        by_row = list(zip(rows, figures, strict=True))
        wrong = [(row, figure) for row, figure in by_row if figure.value is None and not figure.is_missing]
        for row, figure in wrong:
            gathering.put(self._slot(row), figure)
        if wrong:
            return
        nil = next((row for row, figure in by_row if figure.problem is NIL_REPORTED), None)
        if nil is not None:
            gathering.report_slot(NIL_REPORTED, self._slot(nil))
        value = known_sum(figures)
        blank = [row for row, figure in by_row if figure.is_missing]
        if self._figure(total).value == value:
            gathering.put(self._slot(total), Figure(value=value))
        elif blank:
            gathering.report_slot(VALUE_MISSING, self._slot(blank[0]))
        else:
            gathering.put(self._slot(rows[0])._replace(other_rows=tuple(rows[1:])), Figure(value=value))

    def _is_merged(self) -> bool:
        rows = self._group.rows or (self._group.total_row,)
        return any(self._figures.is_merged(row, self._number) for row in rows)

    def _is_contradicted(self) -> bool:
        """Whether the row that names the agency has another sum, so that some rows may be another's."""
        if not can_be_added(self._item):
            return False
        over = [section for row in self._group.rows for section in self._figures.sums_over.get(row, ())]
        return any(
            contradicts(self._figure(section.row), [self._figure(row) for row in section.rows])
            for section in {section.row: section for section in over}.values()
        )

    def _set_aside(self, kind: FindingKind, gathering: Gathering) -> None:
        """What is wrong is reported by whoever sees all of it: the block, or the sum."""
        slot = self._slot((*self._group.rows, self._group.total_row)[0])
        if self._is_due:
            gathering.set_aside.append(SetAside(slot.key, slot.address, kind.code))

    def _figure(self, row: int) -> Figure:
        return self._figures.figure(row, self._number, self._item)

    def _slot(self, row: int) -> Slot:
        source = self._figures.table.columns[self._number]
        group, page = self._group, self._figures.page
        return Slot(page, row, self._number, group.agency, group.period, self._item, source.approximate)


def can_be_added(item: Item) -> bool:
    """Whether several figures of an item make one: scores and answers never do."""
    return item.kind in (ItemKind.COUNT, ItemKind.AMOUNT)


def contradicts(said: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts do not add up to what is said. Missing parts may be anything from 0 up."""
    known, is_complete = known_sum(parts), all(part.value is not None for part in parts)
    return said.value is not None and (known > said.value or (is_complete and known < said.value))


def known_sum(figures: Iterable[Figure]) -> Decimal:
    """The sum of the figures that are there."""
    return exact_sum(figure.value for figure in figures if figure.value is not None)
