"""The figures of a form in which nothing is odd, taken as a whole: nearly every form is one."""

from collections.abc import Mapping
from decimal import Decimal

from cchc_cli.catalogue.item import Item
from cchc_cli.intake.layouts.form_table import FormTable
from cchc_cli.intake.numbers import whole_number
from cchc_cli.intake.page import Page


def whole_figures(
    page: Page, table: FormTable, codes: Mapping[int, str], due: Mapping[str, Item]
) -> dict[int, tuple[str, Decimal]] | None:
    """By row the item and its figure, where every item that is `due` has a whole number as it should be, and
    nothing else stands in their column: no tick, and no figure that the agency need not report.

    None where a cell must be looked at more closely. `codes` are those of the items by their rows.
    """
    sheet, rows = page.sheet, range(table.header_row + 1, table.last_row + 1)
    is_odd = sheet.hides_anything or not sheet.marked_rows.isdisjoint(rows)
    if is_odd or any(row in codes for row in sheet.merged_rows):
        return None
    figures: dict[int, tuple[str, Decimal]] = {}
    for row, value in zip(rows, sheet.column(table.value_column, rows), strict=True):
        code = codes.get(row, "")
        item = due.get(code)
        if item is None and value is None:
            continue
        number = whole_number(value, item) if item is not None else None
        if number is None:
            return None
        figures[row] = (code, number)
    return figures
