"""The number of a correction or supplement, as people write it: 2, Lần 2, lần thứ hai, II."""

import re

from cchc_cli.intake.files.sheet import Cell
from cchc_cli.plain_text import plain

_WORDS = {
    "một": 1, "nhất": 1, "đầu": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBERS = {plain(word): number for word, number in (_WORDS | _ROMAN).items()}
_BEFORE = re.compile("(?:(?:báo cáo )?(?:chính thức|bổ sung|đính chính) )?(?:lần )?(?:thứ )?")
_DIGITS = re.compile(r"0*([0-9]{1,4})(?:[.,]0+)?")


def ordinal_in(cell: Cell) -> int | None:
    """The number that a cell says; None where it says none.

    >>> [ordinal_in(Cell(said)) for said in ("lần thứ hai", "Lần 2", "II", 2, "2.0", "đầu tiên", "?")]
    [2, 2, 2, 2, 2, None, None]
    """
    if isinstance(cell.value, bool):
        return None
    text = plain(cell.text)
    said = text[match.end() :] if (match := _BEFORE.match(text)) else text
    digits = _DIGITS.fullmatch(said)
    return int(digits[1]) if digits else _NUMBERS.get(said)
