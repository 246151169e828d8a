"""The rows of `given` → the evidence that the engine judges.

A figure goes through the same reading as a cell of a workbook, and the same checks between items.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cchc_cli.catalogue.item import Item
from cchc_cli.engine.evidence import Evidence
from cchc_cli.findings.finding import Finding
from cchc_cli.intake.comparisons.checks import broken_checks
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.numbers import Figure, read_figure
from cchc_cli.language import Language, Text
from cchc_cli.observation import Address, Key, Observation, Submission
from cchc_cli.period import Period
from cchc_cli.roster import Member, Roster
from cchc_cli.scenarios.ground import Ground
from cchc_cli.scenarios.objections import Objections
from cchc_cli.scenarios.source import RowSource
from cchc_cli.strict_yaml import Location

_NOWHERE = Address(file=0, sheet=0, row=0, column=0)
_SELECTORS = ("level:", "group:", "agency:")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row as far as it can be used: its place, its periods, and the figures of its items."""

    source: RowSource
    location: Location
    periods: tuple[Period, ...]
    figures: dict[str, tuple[Item, Figure | None]]
    """By item; None for a cell that holds something unusable."""


class Given:
    """Takes rows in, objecting to what no workbook could bring, and gives the evidence.

    `periods` are the words of the scenario that name a period.
    """

    def __init__(self, ground: Ground, objections: Objections, periods: dict[str, Period]) -> None:
        self.ground = ground
        self.objections = objections
        self.periods = periods
        self._observations: dict[Key, Observation] = {}
        self._unusable: set[Key] = set()
        self._named: dict[str, dict[str, list[Period]]] = {}
        self._rosters: dict[Period, Roster] = {}

    def evidence(self, rows: list[RowSource], location: Location, default: str | None) -> Evidence:
        """What the rows report. Everything wrong with them is objected to."""
        known = [self._row(row, (*location, number), default) for number, row in enumerate(rows)]
        for row in known:
            if row.source.agency is not None:
                self._take_all(row)
        for key in (*self._observations, *self._unusable):
            self._named.setdefault(key.item, {}).setdefault(key.agency, []).append(key.period)
        for row in known:
            if row.source.agency is None:
                self._take_all(row)
        observations = tuple(self._observations.values())
        broken = broken_checks(Figures(observations), self.ground.catalogue.checks)
        aside = {key for each in broken if each.is_binding for key in each.keys}
        return Evidence(
            observations=tuple(found for found in observations if found.key not in aside),
            unusable=frozenset(self._unusable | aside),
            submissions=(Submission(self.objections.document.file, "", None, ("given",)),),
        )

    def _row(self, row: RowSource, location: Location, default: str | None) -> _Row:
        words = row.period or ([] if default is None else [default])
        if not words:
            self.objections.add(location, _NO_PERIOD)
        if not row.figures and not row.unusable:
            self.objections.add(location, _NO_FIGURES)
        periods = tuple(self.periods[word] for word in words if word in self.periods)
        return _Row(row, location, periods, self._figures(row, location))

    def _figures(self, row: RowSource, location: Location) -> dict[str, tuple[Item, Figure | None]]:
        figures: dict[str, tuple[Item, Figure | None]] = {}
        for code, written in row.figures.items():
            here = (*location, "figures", code)
            item = self._item(here, code)
            figure = self._figure(here, item, written) if item else None
            if item is not None and figure is not None:
                figures[code] = (item, figure)
        for number, code in enumerate(row.unusable):
            item = self._item((*location, "unusable", number), code)
            if item is not None:
                figures[code] = (item, None)
        return figures

    def _take_all(self, row: _Row) -> None:
        for period in row.periods:
            self._take(row, period)

    def _take(self, row: _Row, period: Period) -> None:
        for code, (item, figure) in row.figures.items():
            for agency, days in list(self._reporting(row, item, period)):
                key = Key(agency, code, days)
                if key in self._observations or key in self._unusable:
                    text = _TWICE.filled(code=agency, item=code, period=str(days))
                    self.objections.add(row.location, text)
                elif figure is None:
                    self._unusable.add(key)
                else:
                    self._observations[key] = self._observation(key, figure, row.source.approximate)

    def _item(self, location: Location, code: str) -> Item | None:
        items = self.ground.catalogue.item_by_code
        if code not in items:
            self.objections.unknown(location, _ITEM, code, items)
        return items.get(code)

    def _figure(self, location: Location, item: Item, written: Any) -> Figure | None:
        """What a cell with this in it would say; objected to where it says nothing usable."""
        value = float(written) if isinstance(written, Decimal) else written
        figure = read_figure(Cell(value), item)
        if figure.is_missing:
            self.objections.add(location, _BLANK)
        elif figure.value is None and figure.problem is not None:
            facts = {"name": item.name, **figure.facts}
            finding = Finding(figure.problem, value=str(written), facts=facts)
            self.objections.add(location, Text(finding.message(Language.VI), finding.message(Language.EN)))
        return None if figure.value is None else figure

    def _reporting(self, row: _Row, item: Item, period: Period) -> Iterator[tuple[str, Period]]:
        """The agencies that a row is about, as far as they report the item, and the days they report for."""
        roster = self._roster(period)
        reporters = [roster.members[position] for position in roster.reporters(item.code)]
        if row.source.agency is None:
            yield from self._others(row, item, roster, reporters)
            return
        for number, word in enumerate(row.source.agency):
            here = (*row.location, "agency", number)
            if word.startswith(_SELECTORS):
                matching = [member for member in reporters if member.matches((word,))]
                if not matching:
                    text = _NOBODY.filled(selector=word, period=period.words_in_a_sentence)
                    self.objections.add(here, text)
                yield from _reports(roster, matching)
            elif self._is_reporter(here, word, period, item, reporters):
                yield word, period

    def _others(
        self, row: _Row, item: Item, roster: Roster, reporters: list[Member]
    ) -> Iterator[tuple[str, Period]]:
        """Whoever must report and has no row of its own."""
        if not reporters:
            text = _NOBODY_ASKED.filled(item=item.code, period=roster.period.words_in_a_sentence)
            self.objections.add((*row.location, "figures", item.code), text)
        for code, days in _reports(roster, reporters):
            if not self._is_named(item.code, code, days):
                yield code, days

    def _is_named(self, item: str, code: str, days: Period) -> bool:
        """Whether a row of its own says what an agency reports of an item in these days or a part of them."""
        registry = self.ground.registry
        named = self._named.get(item, {}).get(code, ())
        return any(days.covers(other) and registry.is_one_agency(code, other, days) for other in named)

    def _is_reporter(
        self, here: Location, code: str, period: Period, item: Item, reporters: Iterable[Member]
    ) -> bool:
        """Whether a code is an agency of the period that reports the item; says what is wrong if not."""
        registry = self.ground.registry
        if code not in registry.lives_by_code:
            self.objections.unknown(here, _AGENCY, code, registry.lives_by_code)
            return False
        if registry.life_in(code, period) is None:
            self.objections.add(here, _NOT_ALIVE.filled(code=code, period=period.words_in_a_sentence))
            return False
        if code not in {member.code for member in reporters}:
            asked = ", ".join(item.reported_by)
            self.objections.add(here, _NOT_A_REPORTER.filled(code=code, item=item.code, reporters=asked))
            return False
        return True

    def _observation(self, key: Key, figure: Figure, approximate: bool) -> Observation:
        value = figure.value or Decimal(0)
        return Observation(*key, value, _NOWHERE, done_on=figure.done_on, approximate=approximate)

    def _roster(self, period: Period) -> Roster:
        if period not in self._rosters:
            self._rosters[period] = Roster(self.ground.registry, period, self.ground.catalogue.items)
        return self._rosters[period]


def _reports(roster: Roster, members: Iterable[Member]) -> Iterator[tuple[str, Period]]:
    """Under which code and for which days each member reports.

    One that gave its code to another within the period reports the days until then.
    """
    for member in members:
        days = member.days_within(roster.period)
        own = Period.between(days[0].start, days[-1].end)
        yield member.code, roster.period if roster.is_last_of_code(member) else own


_ITEM = Text("số liệu", "item")
_AGENCY = Text("đơn vị có mã", "agency with the code")
_NO_PERIOD = Text(
    "chưa rõ kỳ báo cáo; hãy ghi period ở đây hoặc ở kịch bản",
    "the period is not said; write period here or in the scenario",
)
_NO_FIGURES = Text(
    "dòng này không có số liệu nào; hãy ghi figures hoặc bỏ dòng",
    "this row reports nothing; write figures or remove the row",
)
_BLANK = Text("chưa có số liệu thì bỏ dòng này", "leave the line out where there is no figure")
_NOBODY = Text(
    "{period} không có đơn vị nào thuộc “{selector}” phải báo cáo số liệu này",
    "in {period} nobody of '{selector}' has to report this item",
)
_NOBODY_ASKED = Text(
    "{period} không có đơn vị nào phải báo cáo “{item}”; số ấy không được dùng",
    "in {period} nobody has to report '{item}'; the figure is not used",
)
_NOT_ALIVE = Text(
    "đơn vị “{code}” không tồn tại vào ngày nào của {period}; xem: cchc agencies list",
    "the agency '{code}' existed on no day of {period}; see: cchc agencies list",
)
_NOT_A_REPORTER = Text(
    "đơn vị “{code}” không báo cáo “{item}” (đơn vị báo cáo: {reporters}); số ấy không được dùng",
    "the agency '{code}' does not report '{item}' (reported by {reporters}); its figure is not used",
)
_TWICE = Text(
    "“{item}” của “{code}” kỳ {period} đã có ở trên; hãy bỏ một trong hai",
    "'{item}' of '{code}' for {period} already stands above; remove one of the two",
)
