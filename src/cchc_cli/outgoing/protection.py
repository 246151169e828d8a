"""Locking what nobody is to fill in."""

from xlsxwriter.worksheet import Worksheet


def protect(sheet: Worksheet) -> None:
    """Everything but the unlocked cells is locked, without a password; widths and looks may be changed."""
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
