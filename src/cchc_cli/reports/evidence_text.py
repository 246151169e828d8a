"""The cells behind a verdict in words: whose figure, of when, how much, and where it stands."""

from fractions import Fraction

from cchc_cli.language import Language, Text
from cchc_cli.reports.numbers_text import exact, quantity_text
from cchc_cli.reports.wording import period_words
from cchc_cli.run import Cell, ObservationRecord, Replaced, Run, Verdict

_YES = Text("có", "yes")
_NO = Text("không", "no")
_INSTEAD_OF = Text("đính chính, trước là", "corrected; before it was")
_ATTESTED = ("milestone", "duty")

Place = tuple[str, str, str | None, str | None]


class Evidence:
    """The cells of one verdict; agencies and periods are known where the run carries its observations."""

    def __init__(self, run: Run, verdict: Verdict, language: Language) -> None:
        self._run = run
        self._verdict = verdict
        self._language = language
        self._read: dict[Place, ObservationRecord] = {
            (seen.item, seen.file, seen.sheet, seen.cell): seen for seen in run.observations or []
        }

    def total(self, item: str) -> Fraction | None:
        """What the cells of an item add up to; None where there are none."""
        values = [exact(cell.value) for cell in self._cells(item)]
        return sum(values, Fraction(0)) if values else None

    def lines(self, item: str) -> list[str]:
        """One line for each cell of an item."""
        return [self._line(cell) for cell in self._cells(item)]

    def _cells(self, item: str) -> list[Cell]:
        return [cell for cell in self._verdict.cells if cell.item == item]

    def _line(self, cell: Cell) -> str:
        seen = self._read.get((cell.item, cell.file, cell.sheet, cell.cell))
        place = place_text(cell.file, cell.sheet, cell.cell)
        old = "; ".join(self._old(replaced) for replaced in cell.replaced)
        instead = f" ({_INSTEAD_OF.in_language(self._language)} {old})" if old else ""
        return f"{self._whose(seen)}{self._value(cell, seen)} ← {place}{instead}"

    def _old(self, replaced: Replaced) -> str:
        place = place_text(replaced.file, replaced.sheet, replaced.cell)
        return f"{quantity_text(replaced.value, self._language)} ← {place}"

    def _whose(self, seen: ObservationRecord | None) -> str:
        if seen is None:
            return ""
        name = self._run.glossary.agencies.get(seen.agency)
        words = name.in_language(self._language) if name else seen.agency
        if seen.period != self._verdict.period:
            words += f", {period_words(seen.period, self._language)}"
        return f"{words}: "

    def _value(self, cell: Cell, seen: ObservationRecord | None) -> str:
        if self._verdict.kind not in _ATTESTED:
            return quantity_text(cell.value, self._language)
        words = (_YES if cell.value else _NO).in_language(self._language)
        return f"{words}, {seen.done_on:%d/%m/%Y}" if seen and seen.done_on else words


def place_text(file: str, sheet: str | None, cell: str | None) -> str:
    """`file.xlsx › Số liệu!D17`, or as much of it as there is."""
    within = "!".join(part for part in (sheet, cell) if part)
    return " › ".join(part for part in (file, within) if part)
