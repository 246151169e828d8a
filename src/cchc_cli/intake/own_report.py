"""Reports of ours that lie among the submissions: what we wrote is nobody's figures."""

from collections.abc import Iterable
from pathlib import Path

from cchc_cli.intake.files.limits import MAXIMUM_FILE_BYTES
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.provenance import FIRST_COLUMNS, MARK

_LABELS = 2
"""In how many columns, from the first, a workbook of ours says what it is."""


def is_own_report(sheets: Iterable[Sheet]) -> bool:
    """Whether a workbook carries our mark, or is the table of verdicts that we write as CSV."""
    return any(_is_marked(sheet) or _is_of_verdicts(sheet) for sheet in sheets)


def is_own_report_file(path: Path) -> bool:
    """The same of a file; one that cannot be read is none."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAXIMUM_FILE_BYTES + 1)
        return is_own_report(read_workbook(raw, path.suffix, name=path.stem).sheets)
    except (OSError, UnreadableError):
        return False


def _is_marked(sheet: Sheet) -> bool:
    return any(column <= _LABELS for _, column in sheet.texts.get(MARK, ()))


def _is_of_verdicts(sheet: Sheet) -> bool:
    return tuple(sheet.rows[0][: len(FIRST_COLUMNS)]) == FIRST_COLUMNS if sheet.rows else False
