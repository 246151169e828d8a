"""What everything in an explanation is written with: one verdict, its trace, and the reader's words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cchc_cli.language import Language, Text
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.wording import agency_name
from cchc_cli.run import FindingRecord, Run, Verdict
from cchc_cli.trace import Trace

Findings = Mapping[tuple[str | None, str | None], list[FindingRecord]]
"""By agency and item."""


class Limits(NamedTuple):
    """How much is shown of what may be long; None: all of it."""

    agencies: int | None = None
    holding_back: int | None = None
    second_agencies: int | None = None
    """Of figures that stand beside the one explained."""
    without_repeats: bool = False
    """Leaves out what an agency only said again."""


@dataclass(frozen=True, slots=True)
class View:
    """One verdict to explain. A run that was made without traces has none."""

    run: Run
    verdict: Verdict
    trace: Trace | None
    language: Language
    limits: Limits
    findings: Findings = field(default_factory=dict)

    def say(self, words: Text, /, **facts: object) -> str:
        return words.in_language(self.language).format(**facts)

    def agency(self, code: str) -> str:
        return agency_name(self.run, code, self.language)

    def item(self, code: str) -> str:
        """Its name with its code, by which it is found in a form."""
        item = self.run.glossary.items.get(code)
        return f"{item.name.in_language(self.language)} ({code})" if item else code

    def number(self, number: int | float) -> str:
        return quantity_text(number, self.language)

    def findings_about(self, agency: str, item: str) -> list[FindingRecord]:
        return self.findings.get((agency, item), [])


def by_figure(findings: Iterable[FindingRecord]) -> Findings:
    """The findings of a run by the agency and item that they are about."""
    found: dict[tuple[str | None, str | None], list[FindingRecord]] = defaultdict(list)
    for finding in findings:
        found[finding.agency, finding.item].append(finding)
    return found
