"""A comparison in parts, each a titled list of rows: what table and Markdown share.

Every string here is plain words, escaped only where it is laid out.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from cchc_cli.comparison.arrangement import (
    flips,
    for_steering,
    leading,
    moves,
    new_targets,
    status_counts,
)
from cchc_cli.comparison.comparison import Comparison, Correction, Direction, Pair, ReportingChange, Side
from cchc_cli.language import Language, Text
from cchc_cli.reports.comparison_words import (
    DIFFERENCE,
    DIRECTION,
    NEW,
    OLD,
    agency_words,
    asked_before,
    asked_line,
    difference_lines,
    figure_lines,
    reorganisation_lines,
    row_name,
    stand_lines,
)
from cchc_cli.reports.found import kind_title, where
from cchc_cli.reports.numbers_text import quantity_text, with_unit
from cchc_cli.reports.places import place_text
from cchc_cli.reports.wording import SIGN, STATUS, period_words, status_words
from cchc_cli.run import FindingRecord, ObservationRecord, Run, Status, Verdict

Cell = list[str]
"""The lines of one cell."""

_INDICATOR = Text("Chỉ tiêu", "Indicator")
_AGENCY = Text("Đơn vị", "Agency")
_STATUS = Text("Kết quả", "Verdict")
_REACHED = Text("Kết quả nay", "Reached now")
_MOVES = Text("Giá trị thay đổi nhiều nhất", "Biggest moves")
_STEERING_MOVES = Text(
    "Giá trị thay đổi nhiều nhất ở các dòng phục vụ điều hành", "Biggest moves of the rows for steering"
)
_STEERING_FLIPS = Text("Đổi kết quả ở các dòng phục vụ điều hành", "Rows for steering whose verdict changed")
_TARGETS = Text("Mục tiêu mới có hiệu lực hoặc đã đổi", "Targets newly in force, or changed")
_BOUND_BEFORE = Text("Mục tiêu trước", "Target before")
_BOUND_NOW = Text("Mục tiêu nay", "Target now")
_ONLY_OLD = Text("Chỉ có ở bên trước", "On the old side only")
_ONLY_NEW = Text("Chỉ có ở bên sau", "On the new side only")
_REORGANISED = Text("Đơn vị sắp xếp lại", "Agencies reorganised")
_CHANGE = Text("Thay đổi", "Change")
_STOPPED = Text("Đơn vị thiếu số liệu mà trước có", "Agencies whose figures are missing now")
_STARTED = Text("Đơn vị nay có số liệu mà trước thiếu", "Agencies whose figures have come")
_INDICATORS = Text("Ở các chỉ tiêu", "In the indicators")
_CORRECTIONS = Text("Số liệu thay đổi (đính chính, bổ sung)", "Figures that changed (corrections)")
_FIGURE = Text("Số liệu báo cáo", "Data item")
_FIXED = Text("Nội dung cần xử lý không còn", "Findings that are gone")
_FINDING = Text("Nội dung", "Finding")
_WHERE = Text("Ở đâu", "Where")
_VALUE = Text("Giá trị", "Value")
_MORE = Text("… và {n} dòng nữa", "… and {n} more")
_MORE_INDICATORS = Text("… và {n} chỉ tiêu nữa", "… and {n} more")
_YES = Text("có", "yes")
_NO = Text("không", "no")
_FEW = 3
"""Indicators named for one agency."""


class Column(NamedTuple):
    """A heading, and how wide its column is against the others."""

    heading: str
    share: int = 1
    is_number: bool = False


class Part(NamedTuple):
    """One list: `hidden` more of its rows are not among `rows`."""

    title: str
    columns: Sequence[Column]
    rows: list[list[Cell]]
    hidden: int

    def more(self, language: Language) -> str:
        return _MORE.in_language(language).format(n=self.hidden) if self.hidden else ""


class Parts:
    """The parts of one comparison that have rows; at most `most` rows in each."""

    def __init__(self, comparison: Comparison, language: Language, most: int | None = None) -> None:
        self._comparison = comparison
        self._language = language
        self._most = most
        self._old, self._new = comparison.old.run, comparison.new.run
        self._several = sum(pair.is_matched for pair in comparison.periods) > 1

    def overview(self) -> Part:
        """How many targets stand how on each side."""
        before, after = (
            status_counts(self._comparison, side) for side in (self._comparison.old, self._comparison.new)
        )
        columns = (Column(self._said(_STATUS), 4), *(self._number(words) for words in (OLD, NEW, DIFFERENCE)))
        rows = [
            [
                [f"{SIGN[status]} {self._said(STATUS[status])}"],
                [str(before[status])],
                [str(after[status])],
                [f"{after[status] - before[status]:+d}" if after[status] != before[status] else ""],
            ]
            for status in Status
            if before[status] or after[status]
        ]
        return Part("", columns, rows, 0)

    def changes(self) -> Iterator[Part]:
        """What became of verdicts, values and targets, then what became of the agencies and figures."""
        parts = (*self._verdicts(), *self._one_sided(), *self._agencies(), self._corrections())
        return (part for part in parts if part.rows)

    def fixed(self) -> Part:
        """The findings that are gone, by code and place: their sentences are in the language of their run."""
        found = self._comparison.findings
        return self._part(
            _FIXED,
            (Column(self._said(_FINDING), 3), Column(self._said(_WHERE), 3), Column(self._said(_VALUE), 2)),
            [self._finding(finding) for finding in found.fixed] if found else [],
        )

    def _verdicts(self) -> Iterator[Part]:
        pairs, beside = leading(self._comparison), for_steering(self._comparison)
        for direction in Direction:
            yield self._flips(DIRECTION[direction], flips(pairs, direction))
        yield self._moves(_MOVES, moves(pairs))
        yield self._part(
            _TARGETS,
            self._columns((_INDICATOR, 4), (_BOUND_BEFORE, 3), (_BOUND_NOW, 3), (_REACHED, 3)),
            [self._target(pair) for pair in new_targets(pairs)],
        )
        yield self._flips(_STEERING_FLIPS, flips(beside))
        yield self._moves(_STEERING_MOVES, moves(beside))

    def _one_sided(self) -> Iterator[Part]:
        for title, verdicts in (
            (_ONLY_OLD, self._comparison.only_old),
            (_ONLY_NEW, self._comparison.only_new),
        ):
            yield self._part(
                title,
                self._columns((_INDICATOR, 3), (_STATUS, 2)),
                [[self._name(verdict), [status_words(verdict, self._language)]] for verdict in verdicts],
            )

    def _agencies(self) -> Iterator[Part]:
        changes = self._comparison.reorganised
        yield self._part(
            _REORGANISED,
            self._columns((_CHANGE, 2), (OLD, 4), (NEW, 4)),
            [
                [
                    reorganisation_lines(change, self._language),
                    *(
                        [agency_words(one, self._language) for one in side]
                        for side in (change.before, change.after)
                    ),
                ]
                for change in changes
            ],
        )
        for title, found in ((_STOPPED, self._comparison.stopped), (_STARTED, self._comparison.started)):
            yield self._part(
                title,
                self._columns((_AGENCY, 2), (_INDICATORS, 5)),
                [self._reporting(change) for change in found],
            )

    def _corrections(self) -> Part:
        attested = _attested(self._new) | _attested(self._old)
        return self._part(
            _CORRECTIONS,
            self._columns((_FIGURE, 4), (OLD, 3), (NEW, 3)),
            [self._correction(each, attested) for each in self._comparison.corrections or ()],
        )

    def _flips(self, title: Text, pairs: Sequence[Pair]) -> Part:
        rows = [
            [
                self._name(pair.new),
                stand_lines(self._old, pair.old, self._language),
                stand_lines(self._new, pair.new, self._language),
            ]
            for pair in pairs
        ]
        return self._part(title, self._columns((_INDICATOR, 4), (OLD, 3), (NEW, 3)), rows)

    def _moves(self, title: Text, pairs: Sequence[Pair]) -> Part:
        rows = [
            [
                self._name(pair.new),
                figure_lines(self._old, pair.old, self._language),
                figure_lines(self._new, pair.new, self._language),
                difference_lines(self._new, pair, self._language),
            ]
            for pair in pairs
        ]
        return self._part(title, self._columns((_INDICATOR, 4), (OLD, 2), (NEW, 2), (DIFFERENCE, 2)), rows)

    def _target(self, pair: Pair) -> list[Cell]:
        return [
            self._name(pair.new),
            [asked_before(self._old, pair.old, self._language)],
            [asked_line(self._new, pair.new, self._language)],
            stand_lines(self._new, pair.new, self._language)[:-1],
        ]

    def _reporting(self, change: ReportingChange) -> list[Cell]:
        names = {verdict.indicator: verdict.name for verdict in self._new.verdicts}
        shown = change.indicators if self._most is None else change.indicators[:_FEW]
        lines = [self._said(names[indicator]) for indicator in shown]
        if len(shown) < len(change.indicators):
            hidden = len(change.indicators) - len(shown)
            lines.append(self._said(_MORE_INDICATORS).format(n=hidden))
        return [[agency_words(change.agency, self._language)], lines]

    def _correction(self, correction: Correction, attested: set[str]) -> list[Cell]:
        figure = correction.new
        item = self._new.glossary.items.get(figure.item)
        name = [
            self._said(correction.agency),
            self._item(figure.item),
            period_words(figure.period, self._language),
        ]
        unit = self._said(item.unit) if item else ""
        return [
            name,
            self._figure(correction.old, self._comparison.old, unit, figure.item in attested),
            self._figure(figure, self._comparison.new, unit, figure.item in attested),
        ]

    def _figure(self, figure: ObservationRecord, side: Side, unit: str, attested: bool) -> Cell:
        if attested:
            value = self._said(_YES if figure.value else _NO)
        else:
            value = with_unit(quantity_text(figure.value, self._language), unit)
        if figure.done_on is not None:
            value += f", {figure.done_on:%d/%m/%Y}"
        return [value, place_text(_within(figure.file, side.source), figure.sheet, figure.cell)]

    def _finding(self, finding: FindingRecord) -> list[Cell]:
        title = [f"{kind_title(finding.code, self._language)} ({finding.code})"]
        if finding.item is not None:
            title.append(self._item(finding.item))
        return [title, [where(finding)], [finding.value or ""]]

    def _item(self, code: str) -> str:
        item = self._new.glossary.items.get(code) or self._old.glossary.items.get(code)
        return self._said(item.name) if item else code

    def _name(self, verdict: Verdict) -> Cell:
        return row_name(verdict, self._several, self._language)

    def _part(self, title: Text, columns: Sequence[Column], rows: list[list[Cell]]) -> Part:
        shown = rows if self._most is None else rows[: self._most]
        return Part(f"{self._said(title)} ({len(rows)})", columns, shown, len(rows) - len(shown))

    def _columns(self, *wanted: tuple[Text, int]) -> list[Column]:
        return [Column(self._said(heading), share) for heading, share in wanted]

    def _number(self, heading: Text) -> Column:
        return Column(self._said(heading), 1, is_number=True)

    def _said(self, text: Text) -> str:
        return text.in_language(self._language)


def _within(file: str, folder: str) -> str:
    """A path as it stands below the folder that the side was named by."""
    path = PurePath(file)
    return str(path.relative_to(folder)) if path.is_relative_to(folder) and str(path) != folder else file


def _attested(run: Run) -> set[str]:
    """The items that are answered with yes or no."""
    names = {verdict.indicator for verdict in run.verdicts if verdict.kind in ("milestone", "duty")}
    terms: Iterable[str] = (
        term.item
        for name in names
        if name in run.glossary.indicators
        for term in run.glossary.indicators[name].numerator
    )
    return set(terms)
