"""Figures as people read them: rounded for the eye, never so far that they contradict the verdict."""

from fractions import Fraction

from cchc_cli.language import Language, Text
from cchc_cli.measured import Bound as Bound
from cchc_cli.measured import bound_of as bound_of
from cchc_cli.measured import exact as exact
from cchc_cli.measured import held_to as held_to
from cchc_cli.measured import meets as meets
from cchc_cli.measured import value_of as value_of
from cchc_cli.record import Number
from cchc_cli.run import Verdict

PLACES = 2
_MOST_PLACES = 6

_MET = Text("đạt", "met")
_MISSED = Text("chưa đạt", "not met")
_AT_OR_ABOVE = Text("bằng hoặc trên mức", "at or above")
_BELOW = Text("dưới mức", "below")


def rounded(number: Fraction, places: int = PLACES) -> Fraction:
    """Half up, away from zero on both sides.

    >>> rounded(Fraction("79.995")), rounded(Fraction("-0.125"))
    (Fraction(80, 1), Fraction(-13, 100))
    """
    scale = 10**places
    whole = (2 * abs(number.numerator) * scale + number.denominator) // (2 * number.denominator)
    return Fraction(-whole if number < 0 else whole, scale)


def decimal_text(number: Fraction, places: int, language: Language) -> str:
    """So many decimals, half up; decimal comma and thousands point in Vietnamese.

    >>> decimal_text(Fraction("1234567.895"), 2, Language.VI)
    '1.234.567,90'
    """
    scaled = rounded(number, places) * 10**places
    digits = f"{abs(scaled.numerator):0{places + 1}d}"
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    written = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
    return _in_language(f"-{written}" if scaled < 0 else written, language)


def _in_language(written: str, language: Language) -> str:
    return written.translate(_VIETNAMESE) if language is Language.VI else written


_VIETNAMESE = str.maketrans(",.", ".,")


def quantity_text(number: Number | Fraction, language: Language) -> str:
    """A count, an amount or a bound with the decimals that it has, six at most, but never a bare zero.

    >>> quantity_text(45981, Language.VI), quantity_text(22.5, Language.VI)
    ('45.981', '22,5')
    """
    if isinstance(number, int):
        return _in_language(f"{number:,}", language)
    value = number if isinstance(number, Fraction) else exact(number)
    places = next((n for n in range(_MOST_PLACES) if rounded(value, n) == value), _MOST_PLACES)
    while value and not rounded(value, places):
        places += 1
    return decimal_text(value, places, language)


def with_unit(number: str, unit: str) -> str:
    """A figure followed by its unit; a percent sign stands close.

    >>> with_unit("2", "bodies"), with_unit("1", "bodies"), with_unit("1", "hồ sơ")
    ('2 bodies', '1 body', '1 hồ sơ')
    """
    if unit in ("", "%"):
        return f"{number}{unit}"
    return f"{number} {_of_one(unit) if number.lstrip('+-') == '1' else unit}"


def _of_one(unit: str) -> str:
    """An English plural of one word as a singular; Vietnamese words, which never end in s, stay."""
    if " " in unit:
        return unit
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit.removesuffix("s")


def value_text(verdict: Verdict, unit: str, language: Language) -> str | None:
    """The value with two decimals; where these would tell another verdict, the exact figure beside it.

    "80,00% (chưa đạt: 79,996%)" where at least 80 % is asked.
    """
    value = value_of(verdict)
    if value is None:
        return None
    shown = with_unit(decimal_text(value, PLACES, language), unit)
    bound = bound_of(verdict)
    if bound is None or _side(rounded(value), bound) == _side(value, bound):
        return shown
    places = _telling_places(value, bound, PLACES + 1)
    telling = with_unit(decimal_text(value, places, language), unit)
    return f"{shown} ({_word(meets(value, bound), verdict.official).in_language(language)}: {telling})"


def telling_text(value: Fraction, bound: Bound | None, unit: str, language: Language) -> str:
    """A value with two decimals, or as many as tell on which side of a bound it stands.

    >>> telling_text(Fraction("79.996"), (">=", Fraction(80), None), "%", Language.EN)
    '79.996%'
    """
    alike = bound is None or _side(rounded(value), bound) == _side(value, bound)
    places = PLACES if alike or bound is None else _telling_places(value, bound, PLACES + 1)
    return with_unit(decimal_text(value, places, language), unit)


def gap_text(gap: Number, language: Language) -> str:
    """How far a figure is from its bound, without its sign, and never a bare zero.

    >>> gap_text(-0.004, Language.VI)
    '0,004'
    """
    size, places = abs(exact(gap)), PLACES
    while size and not rounded(size, places):
        places += 1
    return decimal_text(size, places, language)


def _side(value: Fraction, bound: Bound) -> tuple[bool, bool]:
    upper = bound[2]
    return meets(value, bound), upper is not None and value > upper


def _telling_places(value: Fraction, bound: Bound, places: int) -> int:
    while _side(rounded(value, places), bound) != _side(value, bound):
        places += 1
    return places


def _word(is_met: bool, official: bool) -> Text:
    if official:
        return _MET if is_met else _MISSED
    return _AT_OR_ABOVE if is_met else _BELOW
