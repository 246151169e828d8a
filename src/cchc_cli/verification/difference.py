"""One difference between a report and the same report made again, in words that an auditor understands."""

from dataclasses import dataclass

from cchc_cli.language import Language, Text
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import PLACES, decimal_text, exact, rounded
from cchc_cli.visible import visible

_DIGITS = 15
_LONGEST = 120
_BEFORE = 40
"""Letters shown before the first one that differs, in a long text."""

ABSENT = Text("không có", "absent")
TRUE, FALSE = Text("có", "yes"), Text("không", "no")
_DIFFERS = Text(
    "{place}: trong báo cáo {reported}; tính lại {remade}",
    "{place}: in the report {reported}; computed again {remade}",
)
_QUOTED = Text("“{text}”", "'{text}'")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a report differs, what stands there, and what stands there when it is made again."""

    place: Text
    reported: Text
    remade: Text

    @property
    def text(self) -> Text:
        return _DIFFERS.filled(place=self.place, reported=self.reported, remade=self.remade)


def quoted(text: str) -> Text:
    """A text from a report, on one line; a long one is cut at its end.

    >>> quoted("Đạt").en
    "'Đạt'"
    """
    shown = visible(text)
    return _QUOTED.filled(text=shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…")


def quoted_pair(reported: str, remade: str) -> tuple[Text, Text]:
    """Two texts that differ; of long ones the part where they begin to.

    >>> quoted_pair("63,81", "63,80")[1].vi
    '“63,80”'
    """
    start = max(0, _first_difference(reported, remade) - _BEFORE)
    start = start if max(len(reported), len(remade)) > _LONGEST else 0
    ahead = "…" if start else ""
    return quoted(ahead + reported[start:]), quoted(ahead + remade[start:])


def number_pair(reported: Number, remade: Number, is_share: bool = False) -> tuple[Text, Text]:
    """Two numbers that differ, with two decimals where these tell them apart, else with all digits.

    `is_share`: they are shown as percentages.

    >>> [text.vi for text in number_pair(63.812, 63.8)], [text.en for text in number_pair(0.5, 0.6, True)]
    (['63,81', '63,80'], ['50%', '60%'])
    """
    values = [exact(number) * (100 if is_share else 1) for number in (reported, remade)]
    unit = "%" if is_share else ""
    if all(value.denominator == 1 for value in values):
        places = 0
    else:
        places = PLACES if rounded(values[0]) != rounded(values[1]) else _DIGITS
    first, second = (_number(decimal_text(value, places, Language.EN), unit, places) for value in values)
    return first, second


def _number(written: str, unit: str, places: int) -> Text:
    shown = written.rstrip("0").rstrip(".") if places == _DIGITS else written
    return Text(f"{shown.translate(_VIETNAMESE)}{unit}", f"{shown}{unit}")


_VIETNAMESE = str.maketrans(",.", ".,")


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
