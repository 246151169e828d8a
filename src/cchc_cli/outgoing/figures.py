"""How a figure stands in a cell so that it reads back as the same figure, and looks like what it is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.observation import Observation
from cchc_cli.outgoing.book import DAY_FORMAT

YES, NO = "có", "không"
EXACT_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""
COUNT_FORMAT = "#,##0"
_FIRST_INEXACT = 10**EXACT_DIGITS
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count a day too many before it, and know none before 1900."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the cell, and the number format that shows it; '' for text."""

    value: float | int | date | str
    number_format: str = ""


def written(observation: Observation, item: Item) -> Written:
    """The cell of one figure."""
    value = observation.value
    if item.kind is ItemKind.YES_NO:
        return _answer(observation)
    if item.kind is ItemKind.COUNT and value < _FIRST_INEXACT:
        return Written(int(value), COUNT_FORMAT)
    # A bare 0.9 in a column of scores may mean 90; as a percentage it can only be 0.9.
    as_percentage = item.kind is ItemKind.SCORE and 0 < value <= 1
    if not is_exact_number(value):
        return Written(f"{vietnamese(value)}%" if as_percentage else vietnamese(value))
    if as_percentage:
        return Written(float(value.scaleb(-2)), f"{number_format(value)}%")
    return Written(number(value), number_format(value))


def number(value: Decimal) -> int | float:
    """A value as a spreadsheet keeps it: whole, or the nearest double."""
    return int(value) if value == value.to_integral_value() else float(value)


def number_format(value: Decimal) -> str:
    """Thousands and as many decimals as the value has.

    >>> number_format(Decimal("1405.60")), number_format(Decimal("45981"))
    ('#,##0.0', '#,##0')
    """
    return format_with_places(decimal_places(value))


def format_with_places(places: int) -> str:
    """Thousands and so many decimals."""
    return f"{COUNT_FORMAT}.{'0' * places}" if places else COUNT_FORMAT


def decimal_places(value: Decimal) -> int:
    """How many decimals a value has, zeros at its end not counted."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_exact_number(value: Decimal) -> bool:
    """Whether a spreadsheet keeps the number: it holds 15 digits and drops the rest.

    >>> is_exact_number(Decimal("123456789012345")), is_exact_number(Decimal("0.1234567890123456"))
    (True, False)
    """
    return len(value.normalize().as_tuple().digits) <= EXACT_DIGITS


def vietnamese(value: Decimal) -> str:
    """All digits as text, in the one way that can be read only once: 1.405,678.

    >>> vietnamese(Decimal("1405.678"))
    '1.405,678'
    """
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def _answer(observation: Observation) -> Written:
    day = observation.done_on
    if day is None:
        return Written(YES if observation.value else NO)
    if day < _FIRST_DAY:
        return Written(f"{day.day:02d}/{day.month:02d}/{day.year:04d}")
    return Written(day, DAY_FORMAT)
