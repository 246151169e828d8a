"""Finds the agency or the period where a described layout says it stands."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.layouts.description import WhereSource
from cchc_cli.intake.page import Page
from cchc_cli.intake.scan import column_number
from cchc_cli.intake.sheet import Cell, Sheet
from cchc_cli.plain_text import plain

_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
_BEFORE_WORDS = " (-+*"


def stated(page: Page, where: WhereSource, last_row: int, *, whole: bool) -> Labelled | None:
    """What a page says once for all its rows, above its table; None where it says nothing.

    `whole`: the words belong to the answer ("Từ ngày … đến ngày …") where no colon sets them off.
    """
    if where.cell is not None:
        letters, digits = _ADDRESS.fullmatch(where.cell).groups()  # type: ignore[union-attr]
        row, column = int(digits), column_number(letters.encode("ascii"))
        return Labelled(page.sheet.cell(row, column), row, column)
    if where.file_name is not None:
        name = unicodedata.normalize("NFC", PurePath(page.path).name)
        match = re.search(where.file_name, name)
        return Labelled(Cell(match[1] if match and match.groups() else None), 0, 0)
    words = tuple(map(plain, where.words or ()))
    return next(_beginning_with(page.sheet, words, last_row, whole), None)


def _beginning_with(sheet: Sheet, words: tuple[str, ...], last_row: int, whole: bool) -> Iterator[Labelled]:
    for row in range(1, last_row + 1):
        for column, cell in sheet.cells(row):
            if not isinstance(cell.value, str):
                continue
            for line in cell.value.splitlines():
                text = line.strip().lstrip(_BEFORE_WORDS)
                word = next((word for word in words if plain(text).startswith(word)), None)
                if word is not None:
                    yield _answer(sheet, row, column, text, word, whole)


def _answer(sheet: Sheet, row: int, column: int, text: str, word: str, whole: bool) -> Labelled:
    head, colon, tail = text.partition(":")
    if not colon or plain(head) != word:
        tail = text if whole else " ".join(text.split()[len(word.split()) :])
    if tail.strip(" .…"):
        return Labelled(Cell(tail.strip()), row, column)
    to_the_right = ((other, cell) for other, cell in sheet.cells(row) if other > column)
    next_column, cell = next(to_the_right, (column, Cell()))
    return Labelled(cell, row, next_column)
