"""One cell → one exact number, by the kind of the item; what could be two numbers is neither."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from functools import cache, lru_cache, reduce
from types import MappingProxyType
from typing import NamedTuple, TypeGuard, TypeVar

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.findings import of_values
from cchc_cli.findings.finding import FindingKind
from cchc_cli.intake.files.sheet import Cell, Value
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.plain_text import plain

_IGNORED = re.compile("[\u00a0\u2007\u202f\u2009\u200a\u2060\ufeff]")
_MISSING = re.compile(r"(?:…|\.{3,})*")
_MINUS = re.compile(r"^[-−–]\s*(?=[0-9])")
_DIGITS = re.compile(r"[0-9]+")
_POINT_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_COMMA_DECIMAL = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+),[0-9]+")
_POINT_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_BEGINS_AS_NUMBER = re.compile(r"[\s.,+-]*[0-9](?!.*(?:tháng|/)).*")
_LONGEST = 500
_NUMERALS = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_GROUP = 3
_EXACTLY = Context(prec=1000)
_MOST_DIGITS = 21
"""Far more than any budget has; thousands of digits are more than a report can say."""
_DAY = re.compile(
    r"(?:(?:[^0-9]{1,60}, ?)?ngày )?([0-9]{1,2})(?:[/.-]| tháng )([0-9]{1,2})(?:[/.-]| năm )([0-9]{4})"
)
"""18/01/2025, or as letters have it: Mỹ Tho, ngày 18 tháng 01 năm 2025."""
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

_NIL = frozenset(map(plain, ("-", "KPS", "không phát sinh")))
_YES = frozenset(map(plain, ("có", "x", "1", "yes")))
_NO = frozenset(map(plain, ("không", "0", "no")))

_EXPECTED = {
    ItemKind.COUNT: Text(
        "một số nguyên, viết liền (45981) hoặc có dấu chấm hàng nghìn (45.981)",
        "a whole number, together (45981) or with thousands points (45.981)",
    ),
    ItemKind.AMOUNT: Text("một số, nhập bằng số", "a number, entered as a number"),
    ItemKind.SCORE: Text("một điểm số, nhập bằng số", "a score, entered as a number"),
    ItemKind.YES_NO: Text(
        "“có”, “không” hoặc ngày hoàn thành (31/12/2024)", "yes, no, or the day it was done (31/12/2024)"
    ),
}


NO_FACTS: Mapping[str, str | Text] = MappingProxyType({})
_COUNTED = (ItemKind.COUNT, ItemKind.AMOUNT)
_Kind = TypeVar("_Kind")
_SURELY_EXACT = 10**15
"""Below it, a whole number has no more digits than Excel keeps."""
_MOST_SURE_DIGITS = 15


class Figure(NamedTuple):
    """What a cell says: a value, nothing at all (all three absent), or a problem.

    A confirmed nil has both, the value 0 and what is said about it.
    """

    value: Decimal | None = None
    done_on: date | None = None
    problem: FindingKind | None = None
    facts: Mapping[str, str | Text] = NO_FACTS

    @property
    def is_missing(self) -> bool:
        return self.value is None and self.problem is None


MISSING = Figure()


def read_figure(cell: Cell, item: Item) -> Figure:
    """The figure of an item in a cell, exactly as the model's page on numbers says."""
    if cell.error is not None or cell.uncached:
        return Figure(problem=of_values.CELL_ERROR if cell.error else of_values.FORMULA_WITHOUT_VALUE)
    if _is_missing(cell):
        return MISSING
    if item.kind is ItemKind.YES_NO:
        return _answer(cell)
    if isinstance(cell.value, str):
        return _from_text(cell.value, item)
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return _from_number(cell.value, cell.percent, item)
    return Figure(problem=of_values.VALUE_NOT_A_NUMBER)


def whole_number(value: Value, item: Item) -> Decimal | None:
    """The figure of a count or an amount, as nearly every cell has it; None where more must be looked at."""
    if item.kind not in _COUNTED:
        return None
    if type(value) is int and 0 <= value < _SURELY_EXACT:
        number = whole(value)
    elif type(value) is str and len(value) <= _MOST_SURE_DIGITS and value.isascii() and value.isdecimal():
        number = _written_whole(value)
    else:
        return None
    is_possible = item.lowest <= number and (item.highest is None or number <= item.highest)
    return number if is_possible else None


def has_any_size(item: Item) -> bool:
    """Whether every number from 0 up can be its figure."""
    return item.kind in _COUNTED and item.lowest <= 0 and item.highest is None


def whole_numbers(values: Sequence[Value]) -> tuple[Decimal, ...] | None:
    """The figures of items that have any size, as nearly every row of a table has them: all numbers, or all
    digits as in a text file. None where one must be looked at more closely."""
    if _are_all(values, int):
        is_sure = min(values) >= 0 and max(values) < _SURELY_EXACT
        return tuple(map(whole, values)) if is_sure else None
    if _are_all(values, str):
        written = "".join(values)
        is_sure = written.isascii() and written.isdecimal() and max(map(len, values)) <= _MOST_SURE_DIGITS
        return tuple(map(_written_whole, values)) if is_sure else None
    return None


def _are_all(values: Sequence[object], kind: type[_Kind]) -> TypeGuard[Sequence[_Kind]]:
    """Whether there are some and each is exactly of a kind: true is no number."""
    return set(map(type, values)) == {kind}


def plain_figures(values: Sequence[Value], items: Iterable[Item]) -> tuple[Decimal, ...] | None:
    """The figures of cells of which nothing more is to be said; None where one must be looked at more
    closely, a percentage or a day among them."""
    figures: list[Decimal] = []
    for value, item in zip(values, items, strict=True):
        number = whole_number(value, item)
        if number is None:
            figure = read_figure(Cell(value), item)
            if figure.value is None or figure.problem is not None or figure.done_on is not None:
                return None
            number = figure.value
        figures.append(number)
    return tuple(figures)


@lru_cache(maxsize=20_000)
def whole(number: int) -> Decimal:
    """The same small figures stand in thousands of forms and rows: each is kept once."""
    return Decimal(number)


@lru_cache(maxsize=20_000)
def _written_whole(digits: str) -> Decimal:
    return whole(int(digits))


def _is_missing(cell: Cell) -> bool:
    """Blank, or the sign of official statistics for a figure that is not there yet."""
    if not isinstance(cell.value, str):
        return cell.value is None
    return bool(_MISSING.fullmatch(_IGNORED.sub("", cell.value).strip()))


def is_like_a_number(cell: Cell) -> bool:
    """Whether a cell holds a number, perhaps a wrong one, and no day.

    >>> [is_like_a_number(Cell(said)) for said in (12, "1,234", "12 hồ sơ", "ngày 12", "12/2024", "có")]
    [True, True, True, False, False, False]
    """
    if isinstance(cell.value, str):
        return bool(_BEGINS_AS_NUMBER.fullmatch(plain(cell.value[:_LONGEST])))
    return isinstance(cell.value, int | float) and not isinstance(cell.value, bool)


def exact_decimal(number: int | float) -> Decimal:
    """A number as Excel keeps it: its decimal at 15 significant digits.

    >>> exact_decimal(0.1 + 0.2), exact_decimal(45981)
    (Decimal('0.3'), Decimal('45981'))
    """
    return _shortest(Decimal(f"{number:.15g}"))


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """The sum without any rounding, whatever the sizes of its parts."""
    return reduce(_EXACTLY.add, values, Decimal(0))


def _from_number(number: int | float, percent: bool, item: Item) -> Figure:
    if not math.isfinite(number):
        return Figure(problem=of_values.VALUE_NOT_A_NUMBER)
    value = exact_decimal(number)
    if not percent or not value:
        return _checked(value, item, bare=True)
    if item.kind is ItemKind.SCORE:
        return _checked(_shortest(value.scaleb(2)), item, bare=False)
    return _ambiguous(item)


def _from_text(written: str, item: Item) -> Figure:
    word, text = plain(written).rstrip(" ."), _IGNORED.sub("", written).strip()
    if word in _NIL:
        return Figure(value=Decimal(0), problem=of_values.NIL_REPORTED)
    unsigned = _MINUS.sub("", text)
    number = unsigned.removesuffix("%").rstrip()
    is_percent = number != unsigned
    if not _NUMERALS.fullmatch(number):
        return _ambiguous(item) if word == "x" else Figure(problem=of_values.VALUE_NOT_A_NUMBER)
    if is_percent and item.kind is not ItemKind.SCORE:
        return _ambiguous(item)
    if item.kind is ItemKind.COUNT and _is_decimal(number):
        return Figure(problem=of_values.VALUE_NOT_WHOLE)
    value = _decimal(number, count=item.kind is ItemKind.COUNT)
    if value is None:
        return _ambiguous(item)
    return _checked(value.copy_negate() if unsigned != text else value, item, bare=not is_percent)


def _decimal(text: str, *, count: bool) -> Decimal | None:
    """The one number that the text can mean; None where it could be two, or is written as no number is."""
    if _DIGITS.fullmatch(text):
        return Decimal(text)
    if _POINT_GROUPS.fullmatch(text) and (count or text.count(".") > 1):
        return Decimal(text.replace(".", ""))
    if not count and _is_decimal(text):
        whole, _, decimals = text.rpartition("," if "," in text else ".")
        return Decimal(f"{whole.replace('.', '')}.{decimals}")
    return None


def _is_decimal(text: str) -> bool:
    """Whether a comma or point in it can only be a decimal mark."""
    if _POINT_DECIMAL.fullmatch(text):
        return len(text.rpartition(".")[2]) != _GROUP
    if not _COMMA_DECIMAL.fullmatch(text):
        return False
    return "." in text or len(text.rpartition(",")[2]) != _GROUP


_SHORTER = Text(f"có không quá {_MOST_DIGITS} chữ số", f"a number of at most {_MOST_DIGITS} digits")


def _checked(value: Decimal, item: Item, *, bare: bool) -> Figure:
    """`bare`: without a percent sign or format, so that 0.9 of a score may be 90."""
    if item.kind is ItemKind.SCORE and bare and 0 < value <= 1:
        percent = number_text(value.scaleb(2))
        facts: dict[str, str | Text] = {"percent": Text(f"{percent.vi}%", f"{percent.en}%")}
        return Figure(problem=of_values.PERCENT_AMBIGUOUS, facts=facts)
    if item.kind is not ItemKind.SCORE and value < 0:
        return Figure(problem=of_values.VALUE_NEGATIVE)
    if item.kind is ItemKind.COUNT and value != value.to_integral_value():
        return Figure(problem=of_values.VALUE_NOT_WHOLE)
    if value.adjusted() >= _MOST_DIGITS or len(value.as_tuple().digits) > _MOST_DIGITS:
        return Figure(problem=of_values.VALUE_OUT_OF_RANGE, facts={"expected": _SHORTER})
    if value < item.lowest or (item.highest is not None and value > item.highest):
        return Figure(problem=of_values.VALUE_OUT_OF_RANGE, facts={"expected": _range(item)})
    return Figure(value=value)


def is_yes(cell: Cell) -> bool | None:
    """Whether a cell says yes or no; None where it says neither.

    >>> is_yes(Cell("Có")), is_yes(Cell("không")), is_yes(Cell("01/07/2025"))
    (True, False, None)
    """
    if isinstance(cell.value, bool):
        return cell.value
    text = plain(cell.text)
    return text in _YES if text in _YES or text in _NO else None


def _answer(cell: Cell) -> Figure:
    """A yes-no cell: yes is 1, no is 0, a day is yes on that day."""
    answer = is_yes(cell)
    if answer is not None:
        return Figure(value=Decimal(answer))
    day = day_in(cell)
    if day is None:
        return Figure(problem=of_values.VALUE_AMBIGUOUS, facts={"expected": _EXPECTED[ItemKind.YES_NO]})
    return Figure(value=Decimal(1), done_on=day)


def day_in(cell: Cell) -> date | None:
    """The day that a cell holds, as a date or as text; None where it is none.

    >>> str(day_in(Cell("18/01/2025"))), str(day_in(Cell("Cai Lậy, ngày 18 tháng 01 năm 2025")))
    ('2025-01-18', '2025-01-18')
    """
    if isinstance(cell.value, date):
        return cell.value
    text = plain(cell.text)
    written, iso = _DAY.fullmatch(text), _ISO_DAY.fullmatch(text)
    try:
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None


def _ambiguous(item: Item) -> Figure:
    return Figure(problem=of_values.VALUE_AMBIGUOUS, facts={"expected": _EXPECTED[item.kind]})


@cache
def _range(item: Item) -> Text:
    lowest = number_text(item.lowest)
    if item.highest is None:
        return Text(f"từ {lowest.vi} trở lên", f"{lowest.en} or more")
    highest = number_text(item.highest)
    return Text(f"từ {lowest.vi} đến {highest.vi}", f"from {lowest.en} to {highest.en}")


def _shortest(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros behind the decimal point."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()
