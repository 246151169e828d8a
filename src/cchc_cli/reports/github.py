"""Findings as annotations of GitHub Actions: one workflow command a line.

A step shows ten annotations of a kind and no more; so the first one says how many findings there are, and
the most urgent come first. The cell stands in the title: lines mean nothing in a workbook.
"""

from collections.abc import Iterator

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
    summary = _LINE_END.join(map(annotation, (files, totals(run, language))))
    yield f"::notice title=cchc validate::{summary}"
    for part in arranged(run.findings):
        for group in part.groups:
            for finding in group.findings:
                yield _command(_COMMAND[part.concern], finding, language)


def _command(name: str, finding: FindingRecord, language: Language) -> str:
    within = "!".join(part for part in (finding.sheet, finding.cell) if part)
    kind = f"{kind_title(finding.code, language)} ({finding.code})"
    title = ": ".join(part for part in (within, kind) if part)
    properties = {"file": (finding.file or "").replace("\\", "/"), "title": title}
    written = ",".join(f"{key}={annotation_property(text)}" for key, text in properties.items() if text)
    said = [finding.message, explanation_text(finding, language)]
    if not finding.is_answered:
        said.append(f"{CURE.in_language(language)}: {finding.hint}")
    return f"::{name} {written}::{_LINE_END.join(annotation(text) for text in said if text)}"
