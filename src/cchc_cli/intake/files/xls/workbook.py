"""The old Excel file (.xls), record by record.

The libraries that read it trust its bytes: a chain or a count that lies keeps them busy for ever.
"""

import struct

from cchc_cli.intake.files.compound_file import SIGNATURE, CompoundFile
from cchc_cli.intake.files.file_type import OLD_STREAMS
from cchc_cli.intake.files.limits import Allowance, check_sheet_count
from cchc_cli.intake.files.sheet import Workbook
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.unreadable import damaged
from cchc_cli.intake.files.xls.book import ListedSheet, OldBook
from cchc_cli.intake.files.xls.records import records
from cchc_cli.intake.files.xls.sheet import OldSheet


def read_old_workbook(raw: bytes, name: str) -> Workbook:
    """The sheets of an .xls file; the one of a file that does not list them gets the name given.

    Raises UnreadableError where the file is damaged, encrypted or too large.
    """
    try:
        return _read(_stream(raw), name)
    except (struct.error, LookupError, UnicodeDecodeError):
        raise damaged() from None


def _read(stream: bytes, name: str) -> Workbook:
    allowance = Allowance()
    book = OldBook(stream, allowance)
    check_sheet_count(len(book.sheets))
    styles = book.styles()
    found = []
    for listed in book.sheets if book.lists_sheets else [ListedSheet(name, False, 0)]:
        sheet = SparseSheet(listed.name, allowance, hidden=listed.hidden)
        OldSheet(sheet, book, styles).read(records(stream, listed.position, allowance))
        found.append(sheet.finished())
    return Workbook(tuple(found))


def _stream(raw: bytes) -> bytes:
    if not raw.startswith(SIGNATURE):
        return raw
    file = CompoundFile(raw)
    return next(file.stream(name) for name in OLD_STREAMS if name in file)
