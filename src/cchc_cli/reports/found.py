"""Findings arranged for reading: the worst first, one group a code, and how many are not shown."""

from collections import Counter
from dataclasses import dataclass

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.reports.evidence_text import place_text
from cchc_cli.reports.wording import SEVERITY
from cchc_cli.run import FindingRecord

_MORE = Text("… và {n} nội dung nữa cùng loại", "… and {n} more of this kind")
_NONE = Text("Không có nội dung cần xử lý.", "No findings.")


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one code; `hidden` more of them are not among `findings`."""

    code: str
    severity: Severity
    count: int
    findings: list[FindingRecord]
    hidden: int

    def title(self, language: Language) -> str:
        return f"{SEVERITY[self.severity].in_language(language)}: {self.code} ({self.count})"

    def more(self, language: Language) -> str:
        return _MORE.in_language(language).format(n=self.hidden) if self.hidden else ""

    def shared_hint(self) -> str:
        """The cure, where it is the same for every finding shown."""
        hints = {finding.hint for finding in self.findings}
        return hints.pop() if len(hints) == 1 else ""


def grouped(findings: list[FindingRecord], most: int) -> list[Group]:
    """By severity, then by code in the order of appearance; at most so many of each code."""
    by_code: dict[tuple[Severity, str], list[FindingRecord]] = {}
    for severity in Severity:
        for finding in findings:
            if finding.severity is severity:
                by_code.setdefault((severity, finding.code), []).append(finding)
    return [
        Group(code, severity, len(found), found[:most], max(len(found) - most, 0))
        for (severity, code), found in by_code.items()
    ]


def counts_text(findings: list[FindingRecord], language: Language) -> str:
    """How many findings of each severity, on one line."""
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return _NONE.in_language(language)
    return "; ".join(
        f"{SEVERITY[severity].in_language(language)}: {counts[severity]}"
        for severity in Severity
        if counts[severity]
    )


def where(finding: FindingRecord) -> str:
    """The cell of a finding, or the agency, item and period where there is no file."""
    if finding.file is None:
        return ", ".join(part for part in (finding.agency, finding.item, finding.period) if part)
    return place_text(finding.file, finding.sheet, finding.cell)
