"""The cells behind a figure, packed: each agency's cells once, however many figures they stand in.

A page carries them as JSON and makes a table of them when somebody opens it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.reports.html.packing import Numbered
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.requirement import window_words
from cchc_cli.reports.why.cells import NOT_USED, cell_remarks, figure_words, replaced_words, value_words
from cchc_cli.reports.why.gaps import LACK
from cchc_cli.reports.why.view import Limits, View
from cchc_cli.run import Verdict
from cchc_cli.trace import Trace, TracedCell, TracedEnd, TracedFigure

CellRow: TypeAlias = tuple[int, int, int, str, str, int]
"""Item, file, sheet and remark as numbers of texts; the cell and its value as they are written."""
Member: TypeAlias = tuple[int, tuple[CellRow, ...]]
"""An agency, as the number of its name, and its cells."""
Group: TypeAlias = tuple[int, tuple[int, ...]]
"""The number of a heading (none: of the empty text), and of each member."""

_PRESENT = Text("Số liệu hiện tại: {period}", "Present figure: {period}")
_BASELINE = Text("Số liệu gốc: {period}", "Baseline: {period}")
_NOT_ANSWERED = Text("chưa trả lời", "no answer yet")


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one verdict: its number among all, how many agencies (of the end or year with the
    most), and how many cells."""

    number: int
    agencies: int
    cells: int


class Evidence:
    """All cells of a page; `texts` are shared with its other tables."""

    def __init__(self, reader: Reader, texts: Numbered[str]) -> None:
        self._reader = reader
        self._texts = texts
        self._members: Numbered[Member] = Numbered()
        self._groups: list[tuple[Group, ...]] = []

    def of_trace(self, verdict: Verdict, trace: Trace) -> Behind | None:
        """The cells of a pooled verdict; None where nobody was expected."""
        groups = tuple(group for group in self._traced(verdict, trace) if group[1])
        if not groups:
            return None
        listed = self._members.listed
        cells = sum(bool(row[3]) for _, members in groups for number in members for row in listed[number][1])
        self._groups.append(groups)
        return Behind(len(self._groups) - 1, max(len(members) for _, members in groups), cells)

    def of_row(self, verdict: Verdict) -> Behind | None:
        """The cells of an agency's own row that is shown as a card; None without cells."""
        member = self.of_agency(verdict)
        if member is None:
            return None
        self._groups.append(((self._texts.number(""), (member,)),))
        return Behind(len(self._groups) - 1, 1, len(verdict.cells))

    def of_agency(self, verdict: Verdict) -> int | None:
        """The number of the member that an agency's own row shows; None without cells."""
        if not verdict.cells:
            return None
        view = self._view(verdict)
        rows = []
        for cell in verdict.cells:
            replaced = [
                replaced_words(view, figure_words(view, old.value), old.file, old.sheet, old.cell)
                for old in cell.replaced
            ]
            value = figure_words(view, cell.value)
            rows.append(self._row(cell.item, (cell.file, cell.sheet, cell.cell), value, replaced))
        return self._members.number((self._name(verdict.scope.name), tuple(rows)))

    def packed(self) -> dict[str, object]:
        """The members, and the groups of each verdict that has any."""
        return {"members": self._members.listed, "groups": self._groups}

    def _traced(self, verdict: Verdict, trace: Trace) -> Iterator[Group]:
        view = self._view(verdict)
        for end in trace.ends:
            for pool in end.pools:
                members = [
                    self._member(member.name, self._figures(view, member.figures, pool.period))
                    for member in pool.members
                ]
                title = self._title(end, pool.period, several=len(trace.ends) > 1 or len(end.pools) > 1)
                yield self._texts.number(title), tuple(members)
        if trace.answers:
            terms = self._reader.run.glossary.indicators.get(verdict.indicator)
            item = terms.numerator[0].item if terms and terms.numerator else ""
            answers = [
                self._member(answer.name, self._answers(view, item, answer.cells)) for answer in trace.answers
            ]
            yield self._texts.number(""), tuple(answers)

    def _title(self, end: TracedEnd, period: str, several: bool) -> str:
        """Which end of a change, and which year of it; nothing where there is only one."""
        if not several:
            return ""
        words = _PRESENT if end.role == "present" else _BASELINE
        return self._reader.say(words, period=window_words(Period.parse(period), self._reader.language))

    def _figures(self, view: View, figures: Iterable[TracedFigure], period: str) -> Iterator[CellRow]:
        for figure in figures:
            for cell in figure.cells:
                yield self._cell(view, figure.item, cell, period)
            for cell in figure.unused:
                yield self._cell(view, figure.item, cell, period)
            if figure.lack is not None and not figure.unused:
                lack = self._reader.text(LACK[figure.lack])
                yield self._row(figure.item, ("", None, None), "–", [lack])

    def _answers(self, view: View, item: str, cells: list[TracedCell]) -> Iterator[CellRow]:
        for cell in cells:
            yield self._cell(view, item, cell, view.verdict.period)
        if not cells:
            yield self._row(item, ("", None, None), "–", [self._reader.text(_NOT_ANSWERED)])

    def _cell(self, view: View, item: str, cell: TracedCell, period: str) -> CellRow:
        value = value_words(view, cell)
        remarks = cell_remarks(view, cell)
        if cell.period != period:
            remarks.append(Period.parse(cell.period).words_in_a_sentence.in_language(self._reader.language))
        if cell.code is not None:
            remarks.append(self._reader.say(NOT_USED, words=value, code=cell.code))
        remarks += [
            replaced_words(view, value_words(view, old), old.file, old.sheet, old.cell)
            for old in cell.replaced
        ]
        return self._row(item, (cell.file, cell.sheet, cell.cell), value, remarks)

    def _row(
        self, item: str, where: tuple[str, str | None, str | None], value: str, remarks: list[str]
    ) -> CellRow:
        name = self._reader.run.glossary.items.get(item)
        words = self._reader.text(name.name) if name else item
        file, sheet, cell = where
        number = self._texts.number
        return number(words), number(file), number(sheet or ""), cell or "", value, number("; ".join(remarks))

    def _member(self, name: Text, rows: Iterable[CellRow]) -> int:
        return self._members.number((self._name(name), tuple(rows)))

    def _name(self, name: Text) -> int:
        return self._texts.number(self._reader.text(name))

    def _view(self, verdict: Verdict) -> View:
        return View(self._reader.run, verdict, None, self._reader.language, Limits())
