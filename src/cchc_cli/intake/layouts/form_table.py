"""Where the tables of a form stand on a sheet: their header row, their columns, how far down each reaches."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli import form_words
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.headers import HEADER_DEPTH, doubled, header_words, rows_with
from cchc_cli.intake.information import stacked
from cchc_cli.plain_text import plain

_CODE = plain(form_words.ITEM_CODE)
_CONTENT = plain(form_words.CONTENT)
_EXPLANATION = plain(form_words.EXPLANATION)
_VALUE_WORDS = tuple(map(plain, form_words.VALUE_SPELLINGS))
_OTHERS = frozenset(map(plain, form_words.COLUMNS)) - {_CONTENT, _CODE, *_VALUE_WORDS}
_HEADS = frozenset((_CODE, *_VALUE_WORDS))
_NAMED = _HEADS | {_CONTENT}
_FEWEST = 2


class FormTable(NamedTuple):
    """Where the table of a form stands on its sheet; a column is 0 where the table has none."""

    header_row: int
    code_column: int
    value_column: int
    content_column: int
    explanation_column: int = 0
    doubled: tuple[int, ...] = ()
    """Columns headed like one before them, where only one can hold the codes or the figures."""

    last_row: int = 0
    """The last row that can belong to it."""
    titles: tuple[range, ...] = ()
    """The rows that may say whose the figures are and for when, the nearest first."""

    @property
    def is_whole(self) -> bool:
        """Whether its figures can be read."""
        return not (self.missing or self.doubled)

    @property
    def missing(self) -> list[str]:
        """The columns without which nothing can be read."""
        columns = {form_words.ITEM_CODE: self.code_column, form_words.VALUE: self.value_column}
        return [name for name, column in columns.items() if not column]


def find_forms(sheet: Sheet) -> list[FormTable]:
    """The tables of a form from the top of a sheet, whole or with a column missing."""
    rows = rows_with(sheet, _NAMED, min(sheet.height, HEADER_DEPTH))
    first = next(filter(None, (_table(sheet, row) for row in rows)), None)
    if first is None:
        return []
    found = [first, *_below(sheet, first)]
    bounds = stacked(sheet, [range(table.header_row, table.header_row + 1) for table in found])
    return [
        table._replace(titles=titles, last_row=last_row)
        for table, (titles, last_row) in zip(found, bounds, strict=True)
    ]


def _below(sheet: Sheet, table: FormTable) -> Iterator[FormTable]:
    """The tables below one, wherever their columns stand."""
    rows = {row for word in _HEADS & sheet.words.keys() for row, _ in sheet.words[word]}
    for row in sorted(rows):
        if row > table.header_row and (following := _table(sheet, row)) is not None:
            yield following


def _table(sheet: Sheet, row: int) -> FormTable | None:
    words = header_words(sheet, row)
    columns = {word: column for column, word in words.items()}
    values = [column for column in sorted(words) if words[column] == _VALUE_WORDS[0]]
    values = values or [column for column in sorted(words) if words[column] in _VALUE_WORDS]
    table = FormTable(
        header_row=row,
        code_column=columns.get(_CODE, 0),
        value_column=values[0] if values else 0,
        content_column=columns.get(_CONTENT, 0),
        explanation_column=columns.get(_EXPLANATION, 0),
        doubled=(*doubled(words, (_CODE,)), *values[1:]),
    )
    named = sum(map(bool, (table.code_column, table.value_column, table.content_column)))
    is_there = named >= _FEWEST or (named and len(_OTHERS & columns.keys()) >= _FEWEST)
    return table if is_there else None
