"""For whom a page is written: the dossier, the language, and which verdicts lead."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.reports.counting import is_for_steering, leading
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.outcome import reached
from cchc_cli.reports.wording import period_words
from cchc_cli.run import Run, ScopeKind, Verdict


@dataclass(frozen=True, slots=True)
class Reader:
    """A dossier in somebody's language."""

    dossier: Dossier
    language: Language
    order: Mapping[str, int]
    """The place of each indicator among those of the run, from 1."""

    @classmethod
    def of(cls, dossier: Dossier, language: Language) -> "Reader":
        indicators = dict.fromkeys(verdict.indicator for verdict in dossier.run.verdicts)
        return cls(dossier, language, {code: number for number, code in enumerate(indicators, 1)})

    @property
    def run(self) -> Run:
        return self.dossier.run

    @property
    def is_for_steering(self) -> bool:
        """Whether the run speaks of agencies and not of the programme."""
        return is_for_steering(self.run)

    def say(self, words: Text, /, **facts: object) -> str:
        return words.in_language(self.language).format(**facts) if facts else self.text(words)

    def text(self, words: Text) -> str:
        return words.in_language(self.language)

    def number(self, number: int) -> str:
        return quantity_text(number, self.language)

    def agency(self, code: str) -> str:
        name = self.run.glossary.agencies.get(code)
        return self.text(name) if name else code

    def period(self, period: str) -> str:
        return period_words(period, self.language)

    def anchor(self, indicator: str) -> str:
        """Where on the page the card of an indicator is found: a number, for its code is no word."""
        return f"card-{self.order[indicator]}"

    def leading(self) -> list[Verdict]:
        """What the first page counts and names: the newest period's, without aspirational targets."""
        return [verdict for verdict in self.newest() if not verdict.aspirational]

    def newest(self) -> list[Verdict]:
        """The rows of the newest period that the report speaks of."""
        return [verdict for verdict in leading(self.run) if verdict.period == self.dossier.period]

    def in_cards(self) -> list[Verdict]:
        """What is shown as cards: all but the rows of several agencies, which fold into tables."""
        if self.is_for_steering and len(_agencies(self.run)) == 1:
            return list(self.run.verdicts)
        return [verdict for verdict in self.run.verdicts if verdict.scope.kind is not ScopeKind.AGENCY]


def figure_and_more(reader: Reader, verdict: Verdict) -> tuple[str, list[str]]:
    """What is reached, and what stands beside it: the figure is empty where there is none."""
    lines = reached(reader.run, verdict, reader.language)
    has_figure = verdict.value is not None or verdict.numerator is not None
    return (lines[0], lines[1:]) if has_figure and lines else ("", lines)


def _agencies(run: Run) -> set[str]:
    return {verdict.scope.code for verdict in run.verdicts if verdict.scope.kind is ScopeKind.AGENCY}


def target_name(reader: Reader, verdict: Verdict) -> str:
    """An indicator with whom it is asked of: "Tỷ lệ … (Cấp xã)"."""
    return f"{reader.text(verdict.name)} ({reader.text(verdict.scope.name)})"
