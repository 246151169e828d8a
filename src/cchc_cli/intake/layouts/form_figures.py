"""The figures of a form in which nothing is odd, taken as a whole: nearly every form is one."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.item import Item
from cchc_cli.intake.code_columns import CodeColumn, CodeColumns
from cchc_cli.intake.files.sheet import Value
from cchc_cli.intake.layouts.form_table import FormTable
from cchc_cli.intake.numbers import plain_figures, whole_numbers
from cchc_cli.intake.page import Page


class WholeForm(NamedTuple):
    """The figures of a form from the top, with their items and rows."""

    items: tuple[str, ...]
    rows: tuple[int, ...]
    values: tuple[Decimal, ...]


def whole_form(
    page: Page, table: FormTable, columns: CodeColumns, due: Mapping[str, Item]
) -> WholeForm | None:
    """The figures of a form where each item is `due` and has a figure as it should be, and nothing else
    stands in their column, such as a tick. None where a cell must be looked at more closely.
    """
    sheet, rows = page.sheet, range(table.header_row + 1, table.last_row + 1)
    if sheet.hides_anything or not sheet.marked_rows.isdisjoint(rows):
        return None
    words = sheet.column(table.code_column, rows)
    codes = columns.of(tuple(words))
    if codes is None or not due.keys() >= set(codes.items) or _is_merged(words, rows, sheet.merged_rows):
        return None
    values = sheet.column(table.value_column, rows)
    if len(values) - values.count(None) != len(codes.items):
        return None
    numbers = _numbers(codes, codes.beside(values), due)
    if not numbers:
        return None
    return WholeForm(codes.items, tuple(rows.start + row for row in codes.rows), numbers)


def _is_merged(words: Sequence[Value], rows: range, merged: Collection[int]) -> bool:
    """Whether any cell in the row of a code is merged with others."""
    fewer: Collection[int] = rows if len(rows) < len(merged) else merged
    return any(row in rows and row in merged and words[row - rows.start] is not None for row in fewer)


def _numbers(
    codes: CodeColumn, values: Sequence[Value], due: Mapping[str, Item]
) -> tuple[Decimal, ...] | None:
    if codes.have_any_size:
        return whole_numbers(values)
    return plain_figures(values, (due[code] for code in codes.items))
