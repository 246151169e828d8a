"""Findings arranged for reading: by what they ask for, then by code, and how many are not shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_cli.findings.finding import Severity
from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language, Text
from cchc_cli.reports.places import place_text
from cchc_cli.reports.wording import SEVERITY
from cchc_cli.run import FindingRecord

_MORE = Text("… và {n} nội dung nữa cùng loại", "… and {n} more of this kind")
NO_FINDINGS = Text("Không có nội dung cần xử lý.", "No findings.")
CURE = Text("Cách xử lý", "Cure")
EXPLANATION = Text("Đơn vị giải trình", "The agency explains")


class Concern(StrEnum):
    """What is to be done about a finding; the most urgent first."""

    MEND = "error"
    EXPLAIN = "warning"
    ANSWERED = "answered"
    NOTE = "info"


CONCERN = {
    Concern.MEND: SEVERITY[Severity.ERROR],
    Concern.EXPLAIN: SEVERITY[Severity.WARNING],
    Concern.ANSWERED: Text("Đã giải trình", "Warning, explained"),
    Concern.NOTE: SEVERITY[Severity.INFO],
}


def concern_of(finding: FindingRecord) -> Concern:
    """A warning that its agency has explained waits for nobody."""
    return Concern.ANSWERED if finding.is_answered else Concern(finding.severity.value)


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one code and concern; `hidden` more of them are not among `findings`."""

    code: str
    count: int
    findings: list[FindingRecord]
    hidden: int

    def title(self, language: Language) -> str:
        return f"{kind_title(self.code, language)} ({self.code}): {self.count}"

    def more(self, language: Language) -> str:
        return _MORE.in_language(language).format(n=self.hidden) if self.hidden else ""

    def shared_hint(self) -> str:
        """The cure, where it is the same for every finding shown."""
        hints = {finding.hint for finding in self.findings}
        return hints.pop() if len(hints) == 1 else ""


@dataclass(frozen=True, slots=True)
class Part:
    """Everything found of one concern."""

    concern: Concern
    groups: list[Group]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    def title(self, language: Language) -> str:
        return f"{CONCERN[self.concern].in_language(language)}: {self.count}"


def arranged(findings: Iterable[FindingRecord], most: int | None = None) -> list[Part]:
    """By concern, then by code in the order of appearance; at most so many of each code."""
    found: dict[Concern, dict[str, list[FindingRecord]]] = {concern: {} for concern in Concern}
    for finding in findings:
        found[concern_of(finding)].setdefault(finding.code, []).append(finding)
    return [
        Part(concern, [_group(code, same, most) for code, same in by_code.items()])
        for concern, by_code in found.items()
        if by_code
    ]


def counts_text(findings: Sequence[FindingRecord], language: Language) -> str:
    """How many findings of each concern, on one line."""
    counts = Counter(concern_of(finding) for finding in findings)
    if not counts:
        return NO_FINDINGS.in_language(language)
    return "; ".join(
        f"{CONCERN[concern].in_language(language)}: {counts[concern]}"
        for concern in Concern
        if counts[concern]
    )


def kind_title(code: str, language: Language) -> str:
    """What a code is called; itself where nobody here knows it."""
    return KINDS[code].title.in_language(language) if code in KINDS else code


def where(finding: FindingRecord) -> str:
    """The cell of a finding, or the agency, item and period where there is no file."""
    if finding.file is None:
        return ", ".join(part for part in (finding.agency, finding.item, finding.period) if part)
    return place_text(finding.file, finding.sheet, finding.cell)


def shortened(text: str, most: int = 600) -> str:
    """A text without its middle where that is too much to read: both ends say what it is about.

    >>> shortened("x" * 1000 + " is no number", most=40)
    'xxxxxxxxxxxxxxxxxxxx […] xxxxxxx is no number'
    """
    return text if len(text) <= most else f"{text[: most // 2]} […] {text[-most // 2 :]}"


def explanation_text(finding: FindingRecord, language: Language) -> str:
    """What the agency says about it; '' where it says nothing."""
    if finding.explanation is None:
        return ""
    return f"{EXPLANATION.in_language(language)}: “{finding.explanation}”"


def _group(code: str, findings: list[FindingRecord], most: int | None) -> Group:
    shown = findings if most is None else findings[:most]
    return Group(code, len(findings), shown, len(findings) - len(shown))
