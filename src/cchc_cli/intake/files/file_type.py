"""What a file is. Content decides, never the name: an .xls may be a web page, an .xlsx an old workbook."""

import codecs
import io
import zipfile
from collections.abc import Container
from enum import StrEnum

from cchc_cli.findings.of_files import FILE_ENCRYPTED
from cchc_cli.intake.files.archive import BINARY_WORKBOOK_PART, ZIP
from cchc_cli.intake.files.compound_file import SIGNATURE, CompoundFile
from cchc_cli.intake.files.unreadable import UnreadableError, damaged, unreadable

_WORKBOOK_PART = "xl/workbook.xml"
_DOCUMENT_PART = "content.xml"
OLD_STREAMS = ("Workbook", "Book")
"""Where the cells stand in a compound file: since Excel 97, and before."""
_ENCRYPTED_STREAM = "EncryptedPackage"
_OLD_RECORDS = b"\x09\x08"
"""How the cells begin that programs of the web write without a compound file around them."""

_BEGINNING = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_HTML = (b"<html", b"<!doctype html", b"<table", b"<body", b"<head", b"<style", b"<meta", b"mime-version:")
_XML_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_SEPARATORS = b"\t;"
"""What makes text a table whatever the file is called; a comma alone does not."""


class FileType(StrEnum):
    """What a file is by its content."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    CSV = "csv"


def file_type(raw: bytes, suffix: str) -> FileType:
    """What a file is; `suffix` counts only where a text may be a table or not.

    Raises UnreadableError for what is none of these, or has a password.
    """
    if raw.startswith(ZIP):
        return zipped_type(_names(raw))
    if raw.startswith(SIGNATURE):
        return _compound_type(CompoundFile(raw))
    if raw.startswith(_OLD_RECORDS):
        return FileType.XLS
    if not raw.strip(_BLANKS):
        raise unreadable("tệp rỗng", "the file is empty")
    return _text_type(raw, suffix.lower())


def zipped_type(names: Container[str]) -> FileType:
    """What a zipped file is by the names of its parts in lower case. Raises UnreadableError."""
    if BINARY_WORKBOOK_PART in names:
        return FileType.XLSB
    if _WORKBOOK_PART in names:
        return FileType.XLSX
    if _DOCUMENT_PART in names:
        return FileType.ODS
    raise stranger()


def stranger() -> UnreadableError:
    """The file was never a table, or too little is left of it to say."""
    return unreadable(
        "tệp không phải bảng tính Excel hoặc bị hỏng", "the file is damaged or no Excel workbook"
    )


def _names(raw: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        raise damaged() from None


def _compound_type(file: CompoundFile) -> FileType:
    if _ENCRYPTED_STREAM in file:
        raise UnreadableError(FILE_ENCRYPTED, {})
    if not any(name in file for name in OLD_STREAMS):
        raise stranger()
    return FileType.XLS


def _text_type(raw: bytes, suffix: str) -> FileType:
    # Without the zeros, UTF-16 looks like any other text.
    beginning = raw[:_BEGINNING].replace(b"\x00", b"").lower().lstrip(_BLANKS)
    if beginning.startswith(_HTML) or (beginning.startswith(b"<") and _is_html_further_down(beginning)):
        raise unreadable(
            "bên trong là bảng HTML do phần mềm xuất ra, không phải bảng tính Excel",
            "inside is an HTML table that some system exported, not an Excel workbook",
        )
    if beginning.startswith(b"<") and _XML_SPREADSHEET in beginning:
        raise unreadable(
            "bên trong là bảng XML (XML Spreadsheet 2003), không phải bảng tính Excel",
            "inside is an XML table (XML Spreadsheet 2003), not an Excel workbook",
        )
    first_line = beginning.partition(b"\n")[0]
    is_table = suffix == ".csv" or any(mark in first_line for mark in _SEPARATORS)
    if not is_table or not _is_text(raw):
        raise stranger()
    return FileType.CSV


def _is_html_further_down(beginning: bytes) -> bool:
    """Behind a comment or an XML declaration."""
    return any(mark in beginning for mark in (b"<html", b"<table", b"<body"))


def _is_text(raw: bytes) -> bool:
    """Whether bytes can be a table as text, in an encoding that is read."""
    return raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" not in raw
