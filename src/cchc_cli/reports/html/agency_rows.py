"""The rows of single agencies, packed: one table an indicator, made when somebody opens it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_cli.language import Text
from cchc_cli.reports.html.evidence import Evidence
from cchc_cli.reports.html.packing import Numbered
from cchc_cli.reports.html.reader import Reader, figure_and_more
from cchc_cli.reports.numbers_text import bound_of
from cchc_cli.reports.outcome import missing
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.wording import SIGN, note_words, status_texts, status_words
from cchc_cli.run import Status, Verdict

_COUNT = Text("{words}: {n}", "{words}: {n}")


@dataclass(frozen=True, slots=True)
class AgencyTable:
    """The rows of one indicator: how many, how they stand in words, and their number among all tables."""

    number: int
    rows: str
    counts: str


class AgencyTables:
    """All tables of a page; texts and cells are shared with the rest of it."""

    def __init__(self, reader: Reader, texts: Numbered[str], evidence: Evidence) -> None:
        self._reader = reader
        self._texts = texts
        self._evidence = evidence
        self._several = len({verdict.period for verdict in reader.run.verdicts}) > 1
        self._statuses = list(Status)
        self._tables: list[list[list[int | str | float | None]]] = []

    def table(self, verdicts: Sequence[Verdict]) -> AgencyTable:
        """One more table, its rows as they stand in the run."""
        self._tables.append([self._row(verdict) for verdict in verdicts])
        words = status_texts(official=False)
        counts = Counter(verdict.status for verdict in verdicts)
        spoken = "; ".join(
            self._reader.say(
                _COUNT, words=self._reader.text(words[status]), n=self._reader.number(counts[status])
            )
            for status in Status
            if counts[status]
        )
        return AgencyTable(len(self._tables) - 1, self._reader.number(len(verdicts)), spoken)

    def packed(self) -> list[list[list[int | str | float | None]]]:
        """Of each table its rows: agency, period, status, verdict, what is asked, figure, parts, remarks,
        value and bound as numbers, and the number of its cells (-1: none)."""
        return self._tables

    def _row(self, verdict: Verdict) -> list[int | str | float | None]:
        run, language, number = self._reader.run, self._reader.language, self._texts.number
        figure, parts = figure_and_more(self._reader, verdict)
        remarks = [missing(run, verdict, language), *note_words(verdict, language)]
        member = self._evidence.of_agency(verdict)
        held = bound_of(verdict)
        return [
            number(self._reader.text(verdict.scope.name)),
            number(self._reader.period(verdict.period) if self._several else ""),
            self._statuses.index(verdict.status),
            number(f"{SIGN[verdict.status]} {status_words(verdict, language)}"),
            number(" ".join(asked(run, verdict, language)[:2])),
            figure,
            "; ".join(parts),
            "; ".join(remark for remark in remarks if remark),
            None if verdict.value is None else round(verdict.value, 4),
            None if held is None else float(held[1]),
            -1 if member is None else member,
        ]
