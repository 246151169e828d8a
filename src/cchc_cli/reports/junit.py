"""Findings as JUnit XML, for CI servers: a suite for each file, a case for each finding.

Errors fail; a file that could not be read at all is an error in JUnit's sense. Warnings and infos pass and
say what they have to say; a file with nothing to say is one case that passes.
"""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator

from cchc_cli.findings.of_files import FILE_ENCRYPTED, FILE_TOO_LARGE, FILE_UNREADABLE
from cchc_cli.language import Language
from cchc_cli.reports.checked import CheckedFile, checked_files
from cchc_cli.reports.found import CONCERN, CURE, Concern, concern_of, explanation_text
from cchc_cli.reports.sinks import xml
from cchc_cli.run import FindingRecord, Run

_NAME = "cchc validate"
_NOT_READ = {kind.code for kind in (FILE_UNREADABLE, FILE_ENCRYPTED, FILE_TOO_LARGE)}
_COUNTED = ("tests", "failures", "errors", "skipped")


def junit(run: Run, language: Language) -> str:
    """The XML document; its totals are those of its cases."""
    root = ElementTree.Element("testsuites", name=_NAME)
    for file in checked_files(run, language):
        root.append(_suite(file, language))
    for name in _COUNTED:
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(file: CheckedFile, language: Language) -> ElementTree.Element:
    path = xml(file.path)
    suite = ElementTree.Element("testsuite", name=path)
    suite.extend(_cases(file, path, language))
    counts = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": len(suite.findall("testcase/error")),
        "skipped": 0,
    }
    for name in _COUNTED:
        suite.set(name, str(counts[name]))
    return suite


def _cases(file: CheckedFile, path: str, language: Language) -> Iterator[ElementTree.Element]:
    if not file.findings:
        yield ElementTree.Element("testcase", classname=path, name=file.standing(language))
    met: Counter[str] = Counter()
    for finding in file.findings:
        name = xml(_name(finding))
        met[name] += 1
        numbered = name if met[name] == 1 else f"{name} ({met[name]})"
        case = ElementTree.Element("testcase", classname=path, name=numbered)
        case.append(_outcome(finding, language))
        yield case


def _name(finding: FindingRecord) -> str:
    """What tells a case from its neighbours: the code, and the cell or whatever else it is about."""
    within = "!".join(part for part in (finding.sheet, finding.cell) if part)
    about = [within] if within else [finding.agency, finding.item, finding.period]
    return " ".join(part for part in (finding.code, *about) if part)


def _outcome(finding: FindingRecord, language: Language) -> ElementTree.Element:
    concern = concern_of(finding)
    if concern is Concern.MEND:
        tag = "error" if finding.code in _NOT_READ else "failure"
        outcome = ElementTree.Element(tag, type=xml(finding.code), message=xml(finding.message))
        outcome.text = "\n".join(_said(finding, language))
        return outcome
    outcome = ElementTree.Element("system-out")
    outcome.text = "\n".join([CONCERN[concern].in_language(language), *_said(finding, language)])
    return outcome


def _said(finding: FindingRecord, language: Language) -> Iterator[str]:
    yield xml(finding.message)
    if not finding.is_answered:
        yield f"{CURE.in_language(language)}: {xml(finding.hint)}"
    if finding.explanation is not None:
        yield xml(explanation_text(finding, language))
