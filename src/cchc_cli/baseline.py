"""What is new since an earlier call, whose run is the baseline.

A finding is known by what it is about, never by where its file happens to lie: one about a figure by code,
agency, period, item and value; any other by code, name of the file, sheet, cell and value. Every finding of
the baseline makes one known: the second of two equal ones is new. A missed target is known by indicator,
scope and period.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PureWindowsPath
from typing import TypeAlias

from cchc_cli.run import FindingRecord, Status, Verdict

Fingerprint: TypeAlias = tuple[str | None, ...]
VerdictKey: TypeAlias = tuple[str, str, str, str]


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


def newly_missed(verdicts: Iterable[Verdict], known: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts that are missed and were not, or were not there, in their order."""
    missed_before = {verdict_key(verdict) for verdict in known if verdict.status is Status.MISSED}
    return [
        verdict
        for verdict in verdicts
        if verdict.status is Status.MISSED and verdict_key(verdict) not in missed_before
    ]


def verdict_key(verdict: Verdict) -> VerdictKey:
    """What makes two verdicts of different calls the same: indicator, kind and code of scope, period."""
    return verdict.indicator, verdict.scope.kind, verdict.scope.code, verdict.period


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
