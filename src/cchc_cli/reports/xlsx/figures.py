"""The submitted numbers behind a dossier, each cell once, in an order in which they can be looked up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.language import Text
from cchc_cli.record import Number
from cchc_cli.run import Cell
from cchc_cli.trace import TracedCell

FigureKey: TypeAlias = tuple[str, str, str, str | None, str | None, int | None]
"""Agency, item, file, sheet, cell, line: one figure of one agency in one place."""


@dataclass(frozen=True, slots=True)
class SubmittedFigure:
    """One figure of one agency, and the cell it stands in."""

    agency: str
    name: Text
    item: str
    cell: TracedCell
    is_answer: bool
    """Whether it says yes or no: 1 or 0."""

    @property
    def value(self) -> Number:
        return self.cell.value or 0


class SubmittedFigures:
    """Collects figures; once all are in, `rows` says which row each has, counted from 0."""

    def __init__(self) -> None:
        self._figures: dict[FigureKey, SubmittedFigure] = {}
        self._used_for: dict[FigureKey, dict[str, None]] = {}

    def add(self, figure: SubmittedFigure) -> FigureKey:
        """Takes a figure in unless it is there, and says where to find it."""
        cell = figure.cell
        key = (figure.agency, figure.item, cell.file, cell.sheet, cell.cell, cell.line)
        self._figures.setdefault(key, figure)
        return key

    def add_plain(self, agency: str, name: Text, period: str, cell: Cell, is_answer: bool) -> FigureKey:
        """The same for a cell of which only its place is known."""
        key = (agency, cell.item, cell.file, cell.sheet, cell.cell, None)
        if key in self._figures:
            return key
        return self.add(SubmittedFigure(agency, name, cell.item, _traced(cell, period), is_answer))

    def use(self, key: FigureKey, indicator: str) -> None:
        """Notes that a figure entered a pool of an indicator."""
        self._used_for.setdefault(key, {})[indicator] = None

    def used_for(self, key: FigureKey) -> tuple[str, ...]:
        """The indicators whose pools a figure entered."""
        return tuple(self._used_for.get(key, ()))

    def __getitem__(self, key: FigureKey) -> SubmittedFigure:
        return self._figures[key]

    def ordered(self) -> list[FigureKey]:
        """Agency by agency, item by item, each in the order of first use, the oldest period first."""
        agencies = _positions(key[0] for key in self._figures)
        items = _positions(key[1] for key in self._figures)
        return sorted(
            self._figures,
            key=lambda key: (agencies[key[0]], items[key[1]], self._figures[key].cell.period),
        )

    def rows(self) -> Mapping[FigureKey, int]:
        """The position of each figure in that order."""
        return {key: position for position, key in enumerate(self.ordered())}


def _positions(codes: Iterable[str]) -> dict[str, int]:
    return {code: position for position, code in enumerate(dict.fromkeys(codes))}


def _traced(cell: Cell, period: str) -> TracedCell:
    replaced = [
        TracedCell(period=period, value=old.value, file=old.file, sheet=old.sheet, cell=old.cell)
        for old in cell.replaced
    ]
    return TracedCell(
        period=period, value=cell.value, file=cell.file, sheet=cell.sheet, cell=cell.cell, replaced=replaced
    )
