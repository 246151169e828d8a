"""Findings as JUnit XML, for CI servers: a suite for each file, a case for each finding.

Errors fail; a file that could not be read at all is an error in JUnit's sense. Warnings and infos pass and
say what they have to say; a file with nothing to say is one case that passes.
"""

from collections import Counter
from collections.abc import Iterator

from cchc_cli.findings.of_files import FILE_ENCRYPTED, FILE_TOO_LARGE, FILE_UNREADABLE
from cchc_cli.language import Language
from cchc_cli.reports.checked import CheckedFile, checked_files
from cchc_cli.reports.found import CONCERN, CURE, Concern, concern_of, explanation_text
from cchc_cli.reports.junit_document import Element, junit_case, junit_document, junit_suite
from cchc_cli.run import FindingRecord, Run

_NAME = "cchc validate"
_NOT_READ = {kind.code for kind in (FILE_UNREADABLE, FILE_ENCRYPTED, FILE_TOO_LARGE)}


def junit(run: Run, language: Language) -> str:
    """The XML document; its totals are those of its cases."""
    suites = [junit_suite(file.path, _cases(file, language)) for file in checked_files(run, language)]
    return junit_document(_NAME, suites)


def _cases(file: CheckedFile, language: Language) -> Iterator[Element]:
    if not file.findings:
        yield junit_case(file.path, file.standing(language))
    met: Counter[str] = Counter()
    for finding in file.findings:
        name = finding_name(finding)
        met[name] += 1
        numbered = name if met[name] == 1 else f"{name} ({met[name]})"
        yield _case(file.path, numbered, finding, language)


def finding_name(finding: FindingRecord) -> str:
    """What tells a case from its neighbours: the code, and the cell or whatever else it is about."""
    within = "!".join(part for part in (finding.sheet, finding.cell) if part)
    about = [within] if within else [finding.agency, finding.item, finding.period]
    return " ".join(part for part in (finding.code, *about) if part)


def _case(path: str, name: str, finding: FindingRecord, language: Language) -> Element:
    concern = concern_of(finding)
    if concern is Concern.MEND:
        tag = "error" if finding.code in _NOT_READ else "failure"
        return junit_case(path, name, tag, finding.message, finding_lines(finding, language), finding.code)
    said = [CONCERN[concern].in_language(language), *finding_lines(finding, language)]
    return junit_case(path, name, "system-out", lines=said)


def finding_lines(finding: FindingRecord, language: Language) -> list[str]:
    """What is wrong, how to mend it, and what its agency says about it."""
    lines = [finding.message]
    if not finding.is_answered:
        lines.append(f"{CURE.in_language(language)}: {finding.hint}")
    if finding.explanation is not None:
        lines.append(explanation_text(finding, language))
    return lines
