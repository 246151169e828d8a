"""Locking what nobody is to fill in."""

from xlsxwriter.worksheet import Worksheet


def protect(sheet: Worksheet) -> None:
    """Everything but the unlocked cells is locked, without a password; widths and heights may be changed.

    Number formats may not: a figure shown as a percentage is read as another one.
    """
    sheet.protect("", {"format_columns": True, "format_rows": True})
