"""Findings as annotations of GitHub Actions: one workflow command a line.

A step shows ten annotations of a kind and no more; so the first one says how many findings there are, and
the most urgent come first. The cell stands in the title: lines mean nothing in a workbook.
"""

from collections.abc import Iterable, Iterator, Mapping

from cchc_cli.language import Language
from cchc_cli.reports.checked import checked_files, headline, totals
from cchc_cli.reports.found import CURE, Concern, arranged, explanation_text, kind_title
from cchc_cli.reports.sinks import annotation, annotation_property
from cchc_cli.run import FindingRecord, Run

_COMMAND = {
    Concern.MEND: "error",
    Concern.EXPLAIN: "warning",
    Concern.ANSWERED: "notice",
    Concern.NOTE: "notice",
}
_LINE_END = "%0A"


def github(run: Run, language: Language) -> str:
    """The commands, ready to be printed by a step of a workflow."""
    return "\n".join(_lines(run, language)) + "\n"


def _lines(run: Run, language: Language) -> Iterator[str]:
    files = headline(checked_files(run, language), language)
    yield command("notice", {"title": "cchc validate"}, [files, totals(run, language)])
    yield from finding_commands(run.findings, language)


def finding_commands(findings: Iterable[FindingRecord], language: Language) -> Iterator[str]:
    """A command for each finding, the most urgent first."""
    for part in arranged(findings):
        for group in part.groups:
            for finding in group.findings:
                yield _of_finding(_COMMAND[part.concern], finding, language)


def command(name: str, properties: Mapping[str, str], lines: Iterable[str]) -> str:
    """One command; properties and lines that are empty are left out."""
    written = ",".join(f"{key}={annotation_property(text)}" for key, text in properties.items() if text)
    return f"::{name} {written}::{_LINE_END.join(annotation(line) for line in lines if line)}"


def _of_finding(name: str, finding: FindingRecord, language: Language) -> str:
    within = "!".join(part for part in (finding.sheet, finding.cell) if part)
    kind = f"{kind_title(finding.code, language)} ({finding.code})"
    title = ": ".join(part for part in (within, kind) if part)
    said = [finding.message, explanation_text(finding, language)]
    if not finding.is_answered:
        said.append(f"{CURE.in_language(language)}: {finding.hint}")
    return command(name, {"file": (finding.file or "").replace("\\", "/"), "title": title}, said)
