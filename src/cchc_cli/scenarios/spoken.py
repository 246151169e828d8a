"""The words in which statuses, reasons and notes may be written: their codes, or as reports say them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from cchc_cli.catalogue.source import Operator
from cchc_cli.language import Language, Text
from cchc_cli.pace import PaceMethod, PaceState
from cchc_cli.plain_text import plain
from cchc_cli.reports.pace_text import PACE
from cchc_cli.reports.wording import KEPT, NOTE, REASON, STATUS, UNOFFICIAL, status_words
from cchc_cli.run import Note, Reason, Status, Verdict
from cchc_cli.scenarios.source import ExpectSource
from cchc_cli.strict_yaml import Location

_YEAR = re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])")


class UnknownWord(NamedTuple):
    """A word that no report says, with what it stands for and what might be meant."""

    location: Location
    noun: Text
    word: str
    known: list[str]


def unknown_words(expected: ExpectSource) -> Iterator[UnknownWord]:
    """The statuses, reasons, notes and operators of an expectation that do not exist."""
    yield from _unknown(("status",), _STATUS, expected.status, _statuses())
    yield from _unknown(("reason",), _REASON, expected.reason, _spellings(Reason, REASON))
    yield from _unknown(("operator",), _OPERATOR, expected.operator, [each.value for each in Operator])
    for number, note in enumerate(expected.notes or ()):
        yield from _unknown(("notes", number), _NOTE, note, _spellings(Note, NOTE))
    if expected.next is not None:
        operators = [each.value for each in Operator]
        yield from _unknown(("next", "operator"), _OPERATOR, expected.next.operator, operators)
    if expected.pace is not None:
        yield from _unknown(("pace", "state"), _STATE, expected.pace.state, _spellings(PaceState, PACE))
        yield from _unknown(
            ("pace", "method"), _METHOD, expected.pace.method, [each.value for each in PaceMethod]
        )
    if expected.last_known is not None:
        yield from _unknown(("last_known", "status"), _STATUS, expected.last_known.status, _statuses())


def says_status(word: str, verdict: Verdict) -> bool:
    """Whether a verdict has this status: by its code, or in the words that reports say it in.

    An agency's own row is never "Đạt"; a floor that is kept is both "Đạt" and "Duy trì mức năm …: đạt".
    """
    spoken = {status_words(verdict, language).partition(" (")[0] for language in Language}
    spoken |= {status_words(verdict, language) for language in Language}
    if verdict.official:
        spoken |= _both(STATUS[verdict.status])
    return word == verdict.status or plain(word) in map(plain, spoken)


def means(word: str, code: StrEnum | None, words: Mapping[Any, Text]) -> bool:
    """Whether a word is the code, or one of the ways of saying it.

    >>> means("nil", Reason.NIL, REASON), means("không phát sinh", Reason.NIL, REASON)
    (True, True)
    """
    if code is None:
        return False
    said = _both(words[code]) if code in words else set()
    said |= {name.partition(" (")[0] for name in said}
    return word == code.value or plain(word) in map(plain, said)


def _unknown(location: Location, noun: Text, word: str | None, known: Iterable[str]) -> Iterator[UnknownWord]:
    names = [name.partition(" (")[0] for name in known]
    if word is not None and _YEAR.sub("{year}", plain(word)).partition(" (")[0] not in map(plain, names):
        yield UnknownWord(location, noun, word, names)


def _statuses() -> list[str]:
    spoken = [text for words in (STATUS, UNOFFICIAL, KEPT) for text in words.values()]
    return [*(status.value for status in Status), *(name for text in spoken for name in (text.vi, text.en))]


def _spellings(codes: type[StrEnum], words: Mapping[Any, Text]) -> list[str]:
    spoken = (name for text in words.values() for name in (text.vi, text.en))
    return [*(code.value for code in codes), *spoken]


def _both(text: Text) -> set[str]:
    return {text.vi, text.en}


_STATUS = Text("kết quả", "status")
_REASON = Text("lý do", "reason")
_NOTE = Text("ghi chú", "note")
_STATE = Text("tiến độ", "pace")
_METHOD = Text("cách tính tiến độ", "method of pace")
_OPERATOR = Text("phép so sánh", "operator")
