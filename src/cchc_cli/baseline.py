"""A baseline: the findings of an earlier call, so that a later one reports only what is new.

A finding is known by what it is about, never by where its file happens to lie: one about a figure by code,
agency, period, item and value; any other by code, name of the file, sheet, cell and value. Every finding of
the baseline makes one known: the second of two equal ones is new.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PureWindowsPath
from typing import Any, TypeAlias

from pydantic import ValidationError

from cchc_cli.language import Text
from cchc_cli.run import SCHEMA_VERSION, FindingRecord

Fingerprint: TypeAlias = tuple[str | None, ...]


class BaselineError(Exception):
    """The content is no saved run; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def what_is_new(findings: Sequence[FindingRecord], known: Iterable[FindingRecord]) -> list[FindingRecord]:
    """The findings that no known one accounts for, in their order.

    A warning that was open and has been explained since is known; one that was explained and is open again
    is new.
    """
    ledger = _Ledger(known)
    # What is open is settled first: what has been explained since may take only what that leaves.
    in_turn = sorted(range(len(findings)), key=lambda position: findings[position].is_answered)
    new = {position for position in in_turn if not ledger.takes(findings[position])}
    return [finding for position, finding in enumerate(findings) if position in new]


def fingerprint(finding: FindingRecord) -> Fingerprint:
    """What makes two findings of different calls the same."""
    if finding.agency and finding.item:
        about: Fingerprint = ("figure", finding.agency, finding.period, finding.item)
    else:
        about = ("place", _name(finding.file), finding.sheet, finding.cell)
    return (finding.severity, finding.code, *about, finding.value)


def read_baseline(content: bytes) -> list[FindingRecord]:
    """The findings of a saved `-f json`. Raises BaselineError where the content is none."""
    document = _document(content)
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise BaselineError(_NO_RUN)
    if document.get("schema_version") != SCHEMA_VERSION:
        raise BaselineError(_OTHER_VERSION)
    return [_finding(number, entry) for number, entry in enumerate(document["findings"], start=1)]


class _Ledger:
    """How many findings of each fingerprint are known and not yet accounted for."""

    def __init__(self, known: Iterable[FindingRecord]) -> None:
        self._left = Counter((fingerprint(finding), finding.is_answered) for finding in known)

    def takes(self, finding: FindingRecord) -> bool:
        """Whether a known finding accounts for this one; that one is used up."""
        mark = fingerprint(finding)
        for answered in (True, False) if finding.is_answered else (False,):
            if self._left[mark, answered]:
                self._left[mark, answered] -= 1
                return True
        return False


def _name(path: str | None) -> str | None:
    """The last part of a path of either kind, in one Unicode form."""
    return None if path is None else unicodedata.normalize("NFC", PureWindowsPath(path).name)


def _document(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise BaselineError(_NO_JSON) from None


def _finding(number: int, entry: Any) -> FindingRecord:
    """Of an entry what this version knows; the rest is of no account here."""
    known = FindingRecord.model_fields
    try:
        return FindingRecord.model_validate(
            {name: value for name, value in entry.items() if name in known} if isinstance(entry, dict) else {}
        )
    except ValidationError:
        raise BaselineError(_BROKEN.filled(number=number)) from None


_NO_JSON = Text("không phải tệp JSON", "it is no JSON")
_NO_RUN = Text(
    "không phải kết quả đã lưu bằng -f json hoặc -o TỆP.json của cchc (không có danh sách findings)",
    "it is nothing that cchc saved with -f json or -o FILE.json (there is no list of findings)",
)
_OTHER_VERSION = Text(
    f"được lưu bằng phiên bản cchc khác (schema_version khác {SCHEMA_VERSION}); hãy lưu lại",
    f"another version of cchc saved it (its schema_version is not {SCHEMA_VERSION}); save it again",
)
_BROKEN = Text(
    "mục thứ {number} của findings không đọc được", "number {number} of its findings is unreadable"
)
