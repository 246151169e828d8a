"""What one workbook yields while it is read: observations, cells set aside, findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding, FindingKind, Place, Severity
from cchc_cli.findings.of_values import VALUE_OUT_OF_RANGE
from cchc_cli.intake.files.limits import check_figure_count, check_finding_count
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.numbers import NO_FACTS, Figure, exact_decimal, whole_number
from cchc_cli.intake.page import Page
from cchc_cli.intake.text_findings import about_text
from cchc_cli.intake.wording import absence, number_text
from cchc_cli.language import Text
from cchc_cli.observation import Address, Key, Observation, SetAside
from cchc_cli.observations import Line, Observations
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency

Facts = dict[str, str | Text]


class Slot(NamedTuple):
    """A cell and whose figure it is to hold."""

    page: Page
    row: int
    column: int
    agency: Agency
    period: Period
    item: Item
    approximate: bool = False
    other_rows: tuple[int, ...] = ()
    """Rows of the same column that are added to it."""

    @property
    def cell(self) -> Cell:
        return self.page.sheet.cell(self.row, self.column)

    @property
    def number(self) -> Decimal | None:
        """The figure where the cell holds a whole number as it should be, and nothing more is known of it."""
        sheet = self.page.sheet
        if sheet.percents and (self.row, self.column) in sheet.percents:
            return None
        return whole_number(sheet.value(self.row, self.column), self.item)

    @property
    def must_be_filled(self) -> bool:
        """Whether its agency must report the item."""
        return self.agency.matches(self.item.reported_by)

    @property
    def key(self) -> Key:
        return Key(self.agency.code, self.item.code, self.period)

    @property
    def address(self) -> Address:
        return self.page.address(self.row, self.column)

    @property
    def place(self) -> Place:
        return self.page.place(self.row, self.column)


class Explanation(NamedTuple):
    """What an agency says about one of its figures; about one finding only where `code` names it.

    `file`: it answers only what is found in that workbook, whose figures it was said of.
    """

    text: str
    key: Key
    code: str | None = None
    file: str | None = None


@dataclass
class Gathering:
    """Filled by a layout, one workbook at a time.

    Whatever is added raises UnreadableError where a file has more of it than anybody could read.
    """

    observations: Observations = field(default_factory=Observations)
    set_aside: list[SetAside] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    on_predecessors: dict[tuple[str, Period], bool] = field(default_factory=dict)
    """What rows say of their agency's figures of a period: whether they hold those of the agencies before."""

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def add(self, finding: Finding) -> None:
        """A finding, whatever it is about."""
        self.findings.append(finding)
        check_finding_count(len(self.findings))

    def report(self, kind: FindingKind, place: Place, cell: Cell | None = None, **facts: str | Text) -> None:
        """A finding about a place; what stands in the cell is the fact `value`."""
        if cell is not None:
            facts = {"value": shown(cell), **facts}
        value = cell.text if cell is not None else _plain_fact(facts.get("value"))
        finding = Finding(kind, place, value=value, facts=facts)
        self.add(finding if cell is None else about_text(finding, cell))

    def report_slot(self, kind: FindingKind, slot: Slot, facts: Mapping[str, str | Text] = NO_FACTS) -> None:
        """A finding about the figure of one agency, item and period."""
        cell = slot.cell
        finding = Finding(
            kind,
            slot.place,
            agency=slot.agency.code,
            period=str(slot.period),
            item=slot.item.code,
            value=cell.text or None,
            facts={
                "name": slot.item.name,
                "agency_name": slot.agency.name,
                "period_words": slot.period.words_in_a_sentence,
                "value": shown(cell),
                "absence": absence(cell),
                **facts,
            },
        )
        self.add(about_text(finding, cell))

    def put(self, slot: Slot, figure: Figure) -> None:
        """Notes a figure that is there: used, or set aside with the reason; a confirmed nil says so."""
        if figure.problem is not None:
            self.report_slot(figure.problem, slot, figure.facts)
            if figure.value is None:
                self._set_aside(SetAside(slot.key, slot.address, figure.problem.code))
        if figure.value is None:
            return
        if figure.done_on is not None and figure.done_on > _last_plausible(slot.period):
            self.report_slot(VALUE_OUT_OF_RANGE, slot, _too_late(slot.period))
            self._set_aside(SetAside(slot.key, slot.address, VALUE_OUT_OF_RANGE.code, figure.value))
        else:
            self.put_number(slot, figure.value, figure.done_on)

    def put_number(self, slot: Slot, value: Decimal, done_on: date | None = None) -> None:
        """Notes a figure that is used."""
        page, row, column, agency, period, item, approximate, other_rows = slot
        address = Address(page.file, page.index, row, column)
        self.observations.append(
            Observation(agency.code, item.code, period, value, address, done_on, approximate, other_rows)
        )
        check_figure_count(len(self.observations) + len(self.set_aside))

    def put_line(self, line: Line) -> None:
        """Notes figures that stand in one row or column, all of them used."""
        self.observations.put(line)
        check_figure_count(len(self.observations) + len(self.set_aside))

    def _set_aside(self, cell: SetAside) -> None:
        self.set_aside.append(cell)
        check_figure_count(len(self.observations) + len(self.set_aside))


def shown(cell: Cell) -> Text:
    """What stands in a cell, as its reader sees it."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and 1e-6 < abs(value) < 1e15:
        return number_text(exact_decimal(value))
    return Text(cell.text, cell.text)


def _plain_fact(fact: str | Text | None) -> str | None:
    return fact if isinstance(fact, str) else None


def _last_plausible(period: Period) -> date:
    """What is reported for a period may be done after it, as its report is; years later is a slip."""
    return period.end + timedelta(days=366)


def _too_late(period: Period) -> Facts:
    day = _last_plausible(period)
    return {"expected": Text(f"là ngày không sau {day:%d/%m/%Y}", f"a day not after {day:%d/%m/%Y}")}
