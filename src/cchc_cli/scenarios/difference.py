"""What a verdict says otherwise than expected. Only what is written is held against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from cchc_cli.language import Language, Text, joined
from cchc_cli.pace import NoPace
from cchc_cli.record import Number, Record
from cchc_cli.reports.numbers_text import exact, rounded, value_of
from cchc_cli.reports.wording import NOTE, status_words
from cchc_cli.run import AlsoFigure, Verdict
from cchc_cli.scenarios.naming import (
    NAMES,
    WORDS,
    also_text,
    list_text,
    part_text,
    record_text,
    text_of,
)
from cchc_cli.scenarios.source import AlsoSource, ExpectSource
from cchc_cli.scenarios.spoken import means, says_status
from cchc_cli.strict_yaml import Strict

_PLACES = 2
"""From so many decimals on a number is understood as rounded to them; with fewer it is meant exactly."""


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
        yield from _nested(key, NAMES[key], wanted, _found(key, verdict))
    elif key == "status" and wanted is not None:
        if not says_status(wanted, verdict):
            yield _difference(key, text_of(wanted), _status_text(verdict))
    elif key == "notes":
        yield from _notes(wanted or [], verdict)
    elif key == "also":
        yield from _also(wanted or [], verdict)
    elif key == "lines":
        lines = sorted({citation.line for citation in verdict.citations})
        if sorted(wanted or []) != lines:
            yield _difference(key, list_text(wanted or []), list_text(lines))
    else:
        yield from _plain(key, wanted, _found(key, verdict))


def _found(key: str, verdict: Verdict) -> Any:
    """What a verdict says; its value as exactly as numerator and denominator have it."""
    if key == "value":
        return value_of(verdict)
    found = getattr(verdict, key)
    return None if isinstance(found, NoPace) else found


def _plain(key: str, wanted: Any, found: Any) -> Iterator[Difference]:
    if not _agrees(wanted, found):
        yield _difference(key, text_of(wanted), text_of(found))


def _agrees(wanted: Any, found: Any) -> bool:
    if wanted is None or found is None:
        return wanted is found
    if isinstance(wanted, Decimal):
        return _is_number(wanted, found)
    if isinstance(wanted, str):
        return means(wanted, found, WORDS) if isinstance(found, StrEnum) else wanted == found
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


def _nested(key: str, name: Text, wanted: Any, found: Any) -> Iterator[Difference]:
    """The written parts of a record within a verdict, and of the records within that."""
    if wanted is None or found is None:
        if wanted is not found:
            yield Difference(key, name, record_text(wanted), record_text(found))
        return
    for part in (known for known in type(wanted).model_fields if known in wanted.model_fields_set):
        within = joined([name, part_text(part, key)], ", ")
        left, right = getattr(wanted, part), getattr(found, part)
        if isinstance(left, Strict) or isinstance(right, Record):
            yield from _nested(f"{key}.{part}", within, left, right)
        elif not _agrees(left, right):
            yield Difference(f"{key}.{part}", within, text_of(left), text_of(right))


def _notes(wanted: list[str], verdict: Verdict) -> Iterator[Difference]:
    """The notes are all of them, in any order."""
    unsaid = [note for note in verdict.notes if not any(means(word, note, NOTE) for word in wanted)]
    missing = [word for word in wanted if not any(means(word, note, NOTE) for note in verdict.notes)]
    if unsaid or missing:
        yield _difference("notes", list_text(wanted), list_text([note.value for note in verdict.notes]))


def _also(wanted: list[AlsoSource], verdict: Verdict) -> Iterator[Difference]:
    """Each second figure that is written must be among the verdict's; there may be others, unless none is."""
    if not wanted and verdict.also:
        yield _difference("also", text_of(None), also_text(verdict.also))
    left = list(verdict.also)
    for figure in wanted:
        agreeing = next((found for found in left if _is_also(figure, found)), None)
        if agreeing is None:
            same = [found for found in verdict.also if found.reading == figure.reading] or verdict.also
            wanted_text = Text(f"{figure.reading}: ", f"{figure.reading}: ")
            value = text_of(figure.value)
            yield _difference("also", joined([wanted_text, value], ""), also_text(same))
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


_NESTED = ("next", "last_known", "coverage", "pace")
