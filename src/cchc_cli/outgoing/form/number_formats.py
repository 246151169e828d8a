"""How figures look in our workbooks, by the kind of the item; Excel shows the marks of its language."""

from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind

NUMBER_FORMATS = {
    ItemKind.COUNT: "#,##0",
    ItemKind.AMOUNT: "#,##0.0##",
    ItemKind.SCORE: "0.00",
    # Text, so that a day stays as it was typed and 1 does not turn into a day of 1900.
    ItemKind.YES_NO: "@",
}


def write_number(
    sheet: Worksheet, row: int, column: int, value: Decimal | None, item: Item, chosen: Format
) -> None:
    """A figure as a number, of a yes-no item as a word; blank where there is none. Both count from 0."""
    if value is None:
        sheet.write_blank(row, column, None, chosen)
    elif item.kind is ItemKind.YES_NO:
        sheet.write_string(row, column, "có" if value else "không", chosen)
    else:
        sheet.write_number(row, column, float(value), chosen)
