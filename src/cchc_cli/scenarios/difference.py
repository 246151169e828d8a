"""What a verdict says otherwise than expected. Only what is written is held against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cchc_cli.language import Language, Text, joined
from cchc_cli.record import Number, Record
from cchc_cli.reports.numbers_text import exact, quantity_text, rounded, value_of
from cchc_cli.reports.wording import NOTE, REASON, STATUS, status_words
from cchc_cli.run import AlsoFigure, NoPace, PaceMethod, PaceState, Verdict
from cchc_cli.scenarios.source import AlsoSource, ExpectSource
from cchc_cli.scenarios.spoken import PACE_STATES, means, says_status

_PLACES = 2
"""From so many decimals on a number is understood as rounded to them; with fewer it is meant exactly."""

_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as expected; both sides in words."""

    key: str
    name: Text
    expected: Text
    found: Text


def differences(expected: ExpectSource, verdict: Verdict) -> Iterator[Difference]:
    """Everything written in an expectation that its verdict does not say."""
    written = expected.model_fields_set
    for key in NAMES:
        if key in written:
            yield from _of_key(key, getattr(expected, key), verdict)


def _of_key(key: str, wanted: Any, verdict: Verdict) -> Iterator[Difference]:
    if key in _NESTED:
        yield from _nested(key, wanted, _found(key, verdict))
    elif key == "status" and wanted is not None:
        if not says_status(wanted, verdict):
            yield _difference(key, _word(wanted), _status_text(verdict))
    elif key == "notes":
        yield from _notes(wanted or [], verdict)
    elif key == "also":
        yield from _also(wanted or [], verdict)
    elif key == "lines":
        lines = sorted({citation.line for citation in verdict.citations})
        if sorted(wanted or []) != lines:
            yield _difference(key, _list_text(wanted or []), _list_text(lines))
    else:
        yield from _plain(key, wanted, _found(key, verdict))


def _found(key: str, verdict: Verdict) -> Any:
    """What a verdict says; its value as exactly as numerator and denominator have it."""
    if key == "pace":
        return _pace(verdict)
    return value_of(verdict) if key == "value" else getattr(verdict, key)


def _plain(key: str, wanted: Any, found: Any) -> Iterator[Difference]:
    if not _agrees(wanted, found):
        yield _difference(key, _text(wanted), _text(found))


def _agrees(wanted: Any, found: Any) -> bool:
    if wanted is None or found is None:
        return wanted is found
    if isinstance(wanted, Decimal):
        return _is_number(wanted, found)
    if isinstance(wanted, str):
        return means(wanted, found, _SPOKEN) if hasattr(found, "value") else wanted == found
    return bool(wanted == found)


def _is_number(wanted: Decimal, found: Number | Fraction) -> bool:
    """Whether a figure is the number written, or comes to it at the decimals written.

    >>> _is_number(Decimal("66.67"), Fraction(200, 3)), _is_number(Decimal("80"), 79.996)
    (True, False)
    """
    exactly = found if isinstance(found, Fraction) else exact(found)
    exponent = wanted.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    if places >= _PLACES:
        return rounded(exactly, places) == Fraction(wanted)
    return exactly == Fraction(wanted) or (isinstance(found, float) and found == float(wanted))


def _nested(key: str, wanted: Any, found: Any) -> Iterator[Difference]:
    """The written parts of a record within a verdict."""
    if wanted is None or found is None:
        if wanted is not found:
            yield _difference(key, _text(wanted), _record_text(found))
        return
    for part in wanted.model_fields_set:
        left, right = getattr(wanted, part), getattr(found, part)
        agrees = means(left, right, STATUS) if part == "status" and left else _agrees(left, right)
        if not agrees:
            within = _PARTS.get(f"{key}.{part}") or _PARTS.get(part, Text(part, part))
            name = Text(f"{NAMES[key].vi}, {within.vi}", f"{NAMES[key].en}, {within.en}")
            yield Difference(f"{key}.{part}", name, _text(left), _text(right))


class PaceSaid(Record):
    """What of a pace can be expected."""

    state: PaceState | None
    method: PaceMethod
    expected: Number | None
    needed_per_year: Number | None
    reached_early: bool
    projected: Number | None


def _pace(verdict: Verdict) -> PaceSaid | None:
    pace = verdict.pace
    if isinstance(pace, NoPace):
        return None
    return PaceSaid(
        state=pace.state,
        method=pace.method,
        expected=pace.expected,
        needed_per_year=pace.needed_per_year,
        reached_early=pace.reached_early,
        projected=pace.projected.value if pace.projected else None,
    )


def _notes(wanted: list[str], verdict: Verdict) -> Iterator[Difference]:
    """The notes are all of them, in any order."""
    unsaid = [note for note in verdict.notes if not any(means(word, note, NOTE) for word in wanted)]
    missing = [word for word in wanted if not any(means(word, note, NOTE) for note in verdict.notes)]
    if unsaid or missing:
        yield _difference("notes", _list_text(wanted), _list_text([note.value for note in verdict.notes]))


def _also(wanted: list[AlsoSource], verdict: Verdict) -> Iterator[Difference]:
    """Each second figure that is written must be among the verdict's; there may be others."""
    left = list(verdict.also)
    for figure in wanted:
        agreeing = next((found for found in left if _is_also(figure, found)), None)
        if agreeing is None:
            same = [found for found in verdict.also if found.reading == figure.reading] or verdict.also
            wanted_text = Text(f"{figure.reading}: ", f"{figure.reading}: ")
            value = _text(figure.value)
            yield _difference("also", joined([wanted_text, value], ""), _also_text(same))
        else:
            left.remove(agreeing)


def _is_also(wanted: AlsoSource, found: AlsoFigure) -> bool:
    return wanted.reading == found.reading and all(
        _agrees(getattr(wanted, part), getattr(found, part)) for part in wanted.model_fields_set - {"reading"}
    )


def _difference(key: str, expected: Text, found: Text) -> Difference:
    return Difference(key, NAMES[key], expected, found)


def _status_text(verdict: Verdict) -> Text:
    return Text(status_words(verdict, Language.VI), status_words(verdict, Language.EN))


def _text(value: Any) -> Text:
    """A value as a reader would write it."""
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, date):
        return Text(f"{value:%d/%m/%Y}", value.isoformat())
    if isinstance(value, int | float | Fraction | Decimal):
        return _number_text(value)
    if isinstance(value, list):
        return _list_text(value)
    return _WORDS.get(value) or _word(str(value))


def _number_text(value: Number | Fraction | Decimal) -> Text:
    number = Fraction(value) if isinstance(value, Decimal | Fraction) else exact(value)
    return Text(quantity_text(number, Language.VI), quantity_text(number, Language.EN))


def _list_text(values: list[Any]) -> Text:
    return joined([_text(value) for value in values], ", ") if values else _NOTHING


def _also_text(figures: list[AlsoFigure]) -> Text:
    said = [joined([_word(f"{found.reading}: "), _text(found.value)], "") for found in figures]
    return joined(said, "; ") if said else _NOTHING


def _record_text(record: Any) -> Text:
    """The parts of a record that hold something."""
    if record is None:
        return _NOTHING
    parts = [(name, getattr(record, name)) for name in type(record).model_fields]
    said = [joined([_PARTS.get(name, _word(name)), _text(value)], " ") for name, value in parts if value]
    return joined(said, ", ")


def _word(word: str) -> Text:
    return Text(word, word)


_WORDS: dict[Any, Text] = dict((*STATUS.items(), *REASON.items(), *NOTE.items(), *PACE_STATES.items()))
_SPOKEN: dict[Any, Text] = dict((*REASON.items(), *PACE_STATES.items()))
_NESTED = ("next", "last_known", "coverage", "pace")
_NOTHING = Text("không có", "nothing")
_YES, _NO = Text("có", "yes"), Text("không", "no")

_VALUE, _BOUND, _DUE = Text("giá trị", "value"), Text("mức phải đạt", "bound"), Text("thời hạn", "due")
_OPERATOR, _STATUS = Text("phép so sánh", "operator"), Text("kết quả", "status")

_PARTS = {
    "value": _VALUE,
    "bound": _BOUND,
    "due": _DUE,
    "operator": _OPERATOR,
    "status": _STATUS,
    "period": Text("kỳ", "period"),
    "reporting": Text("đã báo cáo", "reporting"),
    "expected": Text("phải báo cáo", "expected"),
    "weight": Text("tỷ trọng", "weight"),
    "missing": Text("còn thiếu", "missing"),
    "pace.expected": Text("đến nay cần", "expected by now"),
    "state": Text("tình trạng", "state"),
    "method": Text("cách tính", "method"),
    "needed_per_year": Text("cần mỗi năm", "needed a year"),
    "reached_early": Text("đạt sớm", "reached early"),
    "projected": Text("dự báo đến hạn", "projected at the due day"),
}

NAMES = {
    "status": _STATUS,
    "reason": Text("lý do", "reason"),
    "value": _VALUE,
    "numerator": Text("tử số", "numerator"),
    "denominator": Text("mẫu số", "denominator"),
    "operator": _OPERATOR,
    "bound": _BOUND,
    "upper": Text("mức trên", "upper end"),
    "due": _DUE,
    "gap": Text("chênh lệch", "gap"),
    "shortfall": Text("còn thiếu", "shortfall"),
    "done_on": Text("ngày hoàn thành", "done on"),
    "notes": Text("ghi chú", "notes"),
    "official": Text("kết luận về Chương trình", "official"),
    "provisional": Text("tạm tính", "provisional"),
    "aspirational": Text("chỉ tiêu phấn đấu", "aspirational"),
    "coverage": Text("tình hình báo cáo", "coverage"),
    "next": Text("mục tiêu tiếp theo", "next target"),
    "also": Text("số liệu nêu kèm", "second figures"),
    "last_known": Text("kết quả gần nhất", "last known"),
    "pace": Text("tiến độ (ước tính)", "pace (estimate)"),
    "lines": Text("dòng của quyết định", "lines of the decision"),
}
"""What may be expected of a verdict, in the order in which differences are told."""
