"""A run read back from the JSON that an earlier call saved (`-f json`, `-o run.json`)."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.run import SCHEMA_VERSION, FindingRecord, Run

_LONGEST_WHOLE = 40
"""Digits; no figure of any province is longer, and longer ones cannot be held against doubles, nor the
difference of two large doubles shown."""


class SavedRunError(Exception):
    """The content is no saved run; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def read_run(content: bytes) -> Run:
    """The whole of a saved run; fields that this version doesn't know are left out.

    Raises SavedRunError where the content is none.
    """
    document = _document(content)
    if not isinstance(document.get("verdicts"), list):
        raise SavedRunError(_NO_RUN)
    run = _validated(document)
    for place, period in _periods(run):
        _check_period(place, period)
    return run


def read_findings(content: bytes) -> list[FindingRecord]:
    """The findings of a saved run, whatever else it says. Raises SavedRunError where the content is none."""
    document = _document(content)
    return [_finding(number, entry) for number, entry in enumerate(document["findings"], start=1)]


def _document(content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content, parse_constant=_no_number, parse_float=_finite, parse_int=_whole)
    except (ValueError, RecursionError):
        raise SavedRunError(_NO_JSON) from None
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise SavedRunError(_NO_RUN)
    if document.get("schema_version") != SCHEMA_VERSION:
        raise SavedRunError(_OTHER_VERSION)
    return document


def _no_number(written: str) -> float:
    raise ValueError(f"JSON has no {written}")


def _finite(written: str) -> float:
    number = float(written)
    if not abs(number) < 10.0**_LONGEST_WHOLE:
        raise ValueError(f"no figure is that large: {written}")
    return number


def _whole(written: str) -> int:
    if len(written) > _LONGEST_WHOLE:
        raise ValueError(f"no figure is that long: {written[:_LONGEST_WHOLE]}…")
    return int(written)


def _validated(document: dict[str, Any]) -> Run:
    try:
        return Run.model_validate(document, extra="ignore")
    except ValidationError as error:
        raise _broken(error.errors()[0]["loc"]) from None


def _periods(run: Run) -> Iterable[tuple[str, str]]:
    for number, verdict in enumerate(run.verdicts):
        yield f"verdicts.{number}", verdict.period
    for number, observation in enumerate(run.observations or ()):
        yield f"observations.{number}", observation.period
    for number, finding in enumerate(run.findings):
        if finding.period is not None:
            yield f"findings.{number}", finding.period


def _check_period(place: str, period: str) -> None:
    try:
        Period.parse(period)
    except ValueError:
        raise _broken((place, "period")) from None


def _broken(place: tuple[int | str, ...]) -> SavedRunError:
    return SavedRunError(_UNREADABLE.filled(place=".".join(map(str, place))))


def _finding(number: int, entry: Any) -> FindingRecord:
    """Of an entry what this version knows; the rest is of no account here."""
    known = FindingRecord.model_fields
    try:
        return FindingRecord.model_validate(
            {name: value for name, value in entry.items() if name in known} if isinstance(entry, dict) else {}
        )
    except ValidationError:
        raise SavedRunError(_BROKEN.filled(number=number)) from None


_NO_JSON = Text("không phải tệp JSON", "it is no JSON")
_NO_RUN = Text(
    "không phải kết quả đã lưu bằng -f json hoặc -o TỆP.json của cchc (thiếu danh sách findings, verdicts)",
    "it is nothing that cchc saved with -f json or -o FILE.json (a list of findings and verdicts is missing)",
)
_OTHER_VERSION = Text(
    f"được lưu bằng phiên bản cchc khác (schema_version khác {SCHEMA_VERSION}); hãy lưu lại",
    f"another version of cchc saved it (its schema_version is not {SCHEMA_VERSION}); save it again",
)
_UNREADABLE = Text(
    "không đọc được trường {place}; tệp đã bị sửa, hoặc được lưu bằng phiên bản cchc khác; hãy lưu lại",
    "its field {place} is unreadable: it was changed, or another version of cchc saved it; save it again",
)
_BROKEN = Text(
    "mục thứ {number} của findings không đọc được", "number {number} of its findings is unreadable"
)
