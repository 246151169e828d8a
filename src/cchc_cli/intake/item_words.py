"""Words in headers and code columns that are not what they should be."""

import re
from collections.abc import Sequence

from cchc_cli.findings.of_identity import ITEM_UNKNOWN
from cchc_cli.findings.of_values import VALUE_AMBIGUOUS
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.headers import header_cell
from cchc_cli.intake.page import Page
from cchc_cli.intake.wording import did_you_mean
from cchc_cli.language import Text
from cchc_cli.observation import a1

_NUMBERING = re.compile(r"\(\s*[0-9a-z]{1,2}\s*\)")
_FEWEST_NUMBERED = 3


def is_numbering(text: str) -> bool:
    """Whether a cell only numbers its column, as official forms do below their headers: (1), (2)."""
    return bool(_NUMBERING.fullmatch(text))


def is_counting(texts: Sequence[str]) -> bool:
    """Whether a row below the headers only numbers them, letters first perhaps: A, B, 1, 2, 3.

    >>> is_counting(["A", "B", "1", "2"]), is_counting(["1", "2", "3"]), is_counting(["1", "SNV", "3"])
    (True, True, False)
    """
    letters = [letter for letter, text in zip("ABC", texts, strict=False) if letter == text]
    numbers = [str(number) for number in range(1, len(texts) - len(letters) + 1)]
    return len(numbers) > 1 and len(texts) >= _FEWEST_NUMBERED and [*letters, *numbers] == list(texts)


def report_doubled(page: Page, row: int, columns: Sequence[int], clerk: Clerk) -> None:
    """Says of each column that its header stands elsewhere already, so that nobody knows which is meant."""
    for column in columns:
        cell, address = header_cell(page.sheet, row, column), a1(row, column)
        expected = Text("chỉ một cột như vậy trong bảng", "only one such column in the table")
        name = Text(f"Ô {address}", f"Cell {address}")
        clerk.gathering.report(VALUE_AMBIGUOUS, page.place(row, column), cell, name=name, expected=expected)


def report_unknown_item(page: Page, row: int, column: int, cell: Cell, clerk: Clerk) -> None:
    """Says that a code is none of the programme's, and which it may have been."""
    near = clerk.vocabulary.nearest(cell.text)
    suggestion = did_you_mean([Text(near, near)] if near else [])
    clerk.gathering.report(ITEM_UNKNOWN, page.place(row, column), cell, suggestion=suggestion)
