"""A saved run against the same run computed again: the first figure that differs, then anything else."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.reports.wording import STATUS
from cchc_cli.run import Status
from cchc_cli.verification.difference import (
    ABSENT,
    FALSE,
    TRUE,
    Difference,
    number_pair,
    quoted,
    quoted_pair,
)

_FIGURES = ("value", "status", "numerator", "denominator", "bound", "upper", "gap", "shortfall")
"""What is looked at first in a verdict."""
_FIELDS = {
    "status": Text("đánh giá", "status"),
    "value": Text("kết quả", "value"),
    "numerator": Text("tử số", "numerator"),
    "denominator": Text("mẫu số", "denominator"),
    "bound": Text("mức phải đạt", "bound"),
    "gap": Text("chênh lệch", "gap"),
    "shortfall": Text("còn thiếu", "shortfall"),
    "coverage": Text("tình hình báo cáo", "coverage"),
    "cells": Text("ô số liệu", "cells"),
}
_LAST = ("inputs",)
_VERDICT = Text("{name}; {scope}; {period}; {field} ({path})", "{name}; {scope}; {period}; {field} ({path})")
_ROW = Text("{name}; {scope}; {period} ({path})", "{name}; {scope}; {period} ({path})")
_FINDING = Text("nội dung cần xử lý ({path})", "finding ({path})")
_ORDER = Text("thứ tự các kết quả ({path})", "the order of the verdicts ({path})")

Steps = tuple[str | int, ...]
"""The keys and positions that lead to a value."""
Document = dict[str, Any]


def compare_runs(reported: bytes, remade: bytes) -> Difference | None:
    """The first difference between two runs as JSON; verdicts of the same row are held against each other."""
    old, new = json.loads(reported), json.loads(remade)
    return next(_differences(old, new), None)


def _differences(old: Document, new: Document) -> Iterator[Difference]:
    yield from _of_verdicts(old["verdicts"], new["verdicts"])
    yield from _of_findings(old["findings"], new["findings"])
    for key in _others(old, new):
        yield from _plain((key,), old.get(key), new.get(key))
    for key in _LAST:
        yield from _plain((key,), old.get(key), new.get(key))


def _others(old: Document, new: Document) -> list[str]:
    keys = dict.fromkeys(["summary", "observations", *old, *new])
    return [key for key in keys if key not in ("verdicts", "findings", *_LAST)]


def _of_verdicts(old: list[Document], new: list[Document]) -> Iterator[Difference]:
    remade = {_key(verdict): verdict for verdict in new}
    reported = {_key(verdict) for verdict in old}
    for number, verdict in enumerate(old):
        path = f"verdicts[{number}]"
        other = remade.get(_key(verdict))
        if other is None:
            yield Difference(_row(verdict, path), _status(verdict), ABSENT)
        elif other != verdict:
            yield _of_verdict(number, verdict, other)
    for verdict in new:
        if _key(verdict) not in reported:
            yield Difference(_row(verdict, "verdicts"), ABSENT, _status(verdict))
    if [*map(_key, old)] != [*map(_key, new)]:
        number = next(
            at for at, (one, other) in enumerate(zip(old, new, strict=False)) if _key(one) != _key(other)
        )
        place = _ORDER.filled(path=f"verdicts[{number}]")
        yield Difference(place, _row(old[number], str(number)), _row(new[number], str(number)))


def _of_verdict(number: int, old: Document, new: Document) -> Difference:
    keys = dict.fromkeys([*_FIGURES, *old, *new])
    key = next(key for key in keys if old.get(key) != new.get(key))
    way, before, after = _innermost((key,), old.get(key), new.get(key))
    path = _written(("verdicts", number, *way))
    place = _VERDICT.filled(**_names(old), field=_FIELDS.get(key, Text(key, key)), path=path)
    if key == "status":
        return Difference(place, _status(old), _status(new))
    return Difference(place, *_pair(before, after))


def _of_findings(old: list[Document], new: list[Document]) -> Iterator[Difference]:
    for number, finding in _surplus(old, new):
        yield Difference(_FINDING.filled(path=f"findings[{number}]"), _said(finding), ABSENT)
    for _, finding in _surplus(new, old):
        yield Difference(_FINDING.filled(path="findings"), ABSENT, _said(finding))


def _surplus(ones: Iterable[Document], others: Iterable[Document]) -> Iterator[tuple[int, Document]]:
    left = Counter(map(json.dumps, others))
    for number, one in enumerate(ones):
        written = json.dumps(one)
        left[written] -= 1
        if left[written] < 0:
            yield number, one


def _said(finding: Document) -> Text:
    place = " › ".join(
        str(part) for part in (finding.get("file"), finding.get("sheet"), finding.get("cell")) if part
    )
    return quoted(f"{place}: {finding.get('message')}" if place else str(finding.get("message")))


def _plain(path: Steps, old: Any, new: Any) -> Iterator[Difference]:
    if old != new:
        way, before, after = _innermost(path, old, new)
        written = _written(way)
        yield Difference(Text(written, written), *_pair(before, after))


def _innermost(path: Steps, old: Any, new: Any) -> tuple[Steps, Any, Any]:
    """The way to the first value that differs, and both values."""
    while True:
        step = _step(old, new)
        if step is None:
            return path, old, new
        path, old, new = (*path, step), _at(old, step), _at(new, step)


def _step(old: Any, new: Any) -> str | int | None:
    if isinstance(old, dict) and isinstance(new, dict):
        keys: list[str] = [*dict.fromkeys([*old, *new])]
        return next(key for key in keys if _at(old, key) != _at(new, key))
    if isinstance(old, list) and isinstance(new, list):
        longest = max(len(old), len(new))
        return next(at for at in range(longest) if _at(old, at) != _at(new, at))
    return None


_NOTHING = object()


def _at(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(str(step), _NOTHING)
    return value[int(step)] if int(step) < len(value) else _NOTHING


def _written(path: Steps) -> str:
    """A way through a document as programs write it: verdicts[12].value."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def _pair(old: Any, new: Any) -> tuple[Text, Text]:
    if _is_number(old) and _is_number(new):
        return number_pair(old, new)
    if isinstance(old, str) and isinstance(new, str):
        return quoted_pair(old, new)
    return _shown(old), _shown(new)


def _shown(value: Any) -> Text:
    if value is None or value is _NOTHING:
        return ABSENT
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if _is_number(value):
        return number_pair(value, value)[0]
    return quoted(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _key(verdict: Document) -> tuple[str, str, str, str]:
    scope = verdict["scope"]
    return verdict["indicator"], scope["kind"], scope["code"], verdict["period"]


def _row(verdict: Document, path: str) -> Text:
    return _ROW.filled(**_names(verdict), path=path)


def _names(verdict: Document) -> dict[str, Text]:
    name, scope = verdict["name"], verdict["scope"]["name"]
    return {
        "name": Text(name["vi"], name["en"]),
        "scope": Text(scope["vi"], scope["en"]),
        "period": Period.parse(verdict["period"]).words_in_a_sentence,
    }


def _status(verdict: Document) -> Text:
    return STATUS[Status(verdict["status"])]
