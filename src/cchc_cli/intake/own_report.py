"""Reports of ours that lie among the submissions: what we wrote is nobody's figures."""

from collections.abc import Iterable

from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.provenance import FIRST_COLUMNS, MARK

_LABELS = 2
"""In how many columns, from the first, a workbook of ours says what it is."""


def is_own_report(sheets: Iterable[Sheet]) -> bool:
    """Whether a workbook carries our mark, or is the table of verdicts that we write as CSV."""
    return any(_is_marked(sheet) or _is_of_verdicts(sheet) for sheet in sheets)


def _is_marked(sheet: Sheet) -> bool:
    return any(value == MARK for row in sheet.rows for value in row[:_LABELS])


def _is_of_verdicts(sheet: Sheet) -> bool:
    return tuple(sheet.rows[0][: len(FIRST_COLUMNS)]) == FIRST_COLUMNS if sheet.rows else False
