"""Findings as SARIF 2.1.0, for code scanning and viewers.

Rules are the table of codes. A cell is named as a logical location (`Số liệu!D17`) and, for viewers that only
know lines, as a region: its row and column. A warning that its agency has explained is suppressed, with the
explanation as the reason. Of an evaluation these are its findings too, and no verdict: a missed target is
no defect of a file that somebody could mend there; JUnit and annotations tell of it.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from cchc_cli.baseline import fingerprint
from cchc_cli.findings.finding import FindingKind, Severity
from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language
from cchc_cli.reports.counting import nothing_text
from cchc_cli.reports.explain_page import example_text
from cchc_cli.reports.found import CURE
from cchc_cli.reports.sinks import json_document, sarif, terminal
from cchc_cli.run import FindingRecord, Input, Run

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def sarif_report(run: Run, language: Language) -> str:
    """The JSON document of one run."""
    codes = list(dict.fromkeys([*KINDS, *(finding.code for finding in run.findings)]))
    document = {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": run.tool.name,
                        "version": run.tool.version,
                        "rules": [_rule(code, language) for code in codes],
                    }
                },
                "language": language.value,
                "artifacts": [_artifact(read) for read in run.inputs],
                "results": list(_results(run, codes)),
                **_invocations(run, language),
            }
        ],
    }
    return json_document(document)


def _invocations(run: Run, language: Language) -> Json:
    """That there was nothing to judge on; nothing where there was something."""
    nothing = nothing_text(run, language)
    if not nothing:
        return {}
    told = {"level": "error", "message": {"text": sarif(nothing)}}
    return {"invocations": [{"executionSuccessful": False, "toolExecutionNotifications": [told]}]}


def uri(path: str) -> str:
    r"""The path of a file as a URI reference: relative where it is, everything but letters percent-encoded.

    >>> uri("./nộp/a b.xlsx"), uri("/data/a.xlsx")
    ('n%E1%BB%99p/a%20b.xlsx', 'file:///data/a.xlsx')
    >>> uri(r"C:\data\a.xlsx"), uri(r"\\host\share\a.xlsx")
    ('file:///C:/data/a.xlsx', 'file://host/share/a.xlsx')
    """
    posix = PurePosixPath(PureWindowsPath(path).as_posix() if "\\" in path else path)
    written = quote(str(posix), safe="/", errors="surrogatepass")
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{written.partition('%3A')[2]}"
    if written.startswith("//"):
        return f"file:{written}"
    return f"file://{written}" if written.startswith("/") else written


def _rule(code: str, language: Language) -> Json:
    kind = KINDS.get(code)
    if kind is None:
        return {"id": terminal(code)}
    return {
        "id": code,
        "shortDescription": {"text": sarif(kind.title.in_language(language))},
        "fullDescription": {"text": sarif(kind.meaning.in_language(language))},
        "help": {"text": _help(kind, language)},
        "defaultConfiguration": {"level": _LEVEL[kind.severity]},
    }


def _help(kind: FindingKind, language: Language) -> str:
    cure = f"{CURE.in_language(language)}: {kind.hint.in_language(language)}"
    return "\n".join(map(sarif, (kind.meaning.in_language(language), cure, example_text(kind, language))))


def _artifact(read: Input) -> Json:
    return {
        "location": {"uri": uri(read.path)},
        "roles": ["analysisTarget"],
        **({"hashes": {"sha-256": read.sha256}} if read.sha256 else {}),
    }


def _results(run: Run, codes: Sequence[str]) -> Iterator[Json]:
    position = {code: number for number, code in enumerate(codes)}
    file_number = {read.path: number for number, read in enumerate(run.inputs)}
    met: Counter[str] = Counter()
    for finding in run.findings:
        mark = _fingerprint(finding)
        met[mark] += 1
        yield {
            "ruleId": terminal(finding.code),
            "ruleIndex": position[finding.code],
            "level": _LEVEL[finding.severity],
            "message": {"text": sarif(f"{finding.message} {finding.hint}")},
            "locations": _locations(finding, file_number),
            "partialFingerprints": {"finding/v1": mark if met[mark] == 1 else f"{mark}:{met[mark]}"},
            "suppressions": _suppressions(finding),
        }


def _locations(finding: FindingRecord, file_number: dict[str, int]) -> list[Json]:
    if finding.file is None:
        return []
    artifact: Json = {"uri": uri(finding.file)}
    if finding.file in file_number:
        artifact["index"] = file_number[finding.file]
    physical = {"artifactLocation": artifact, **_region(finding.cell)}
    return [{"physicalLocation": physical, **_logical(finding)}]


def _region(cell: str | None) -> Json:
    found = _CELL.fullmatch(cell or "")
    if found is None:
        return {}
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return {"region": {"startLine": int(found[2]), "startColumn": column}}


def _logical(finding: FindingRecord) -> Json:
    if finding.sheet is None:
        return {}
    name = terminal(finding.cell or finding.sheet)
    full = "!".join(terminal(part) for part in (finding.sheet, finding.cell) if part)
    return {"logicalLocations": [{"name": name, "fullyQualifiedName": full}]}


def _suppressions(finding: FindingRecord) -> list[Json]:
    if not finding.is_answered:
        return []
    return [{"kind": "inSource", "justification": terminal(finding.explanation or "")}]


def _fingerprint(finding: FindingRecord) -> str:
    parts = json.dumps(fingerprint(finding))
    return hashlib.sha256(parts.encode("utf-8")).hexdigest()
