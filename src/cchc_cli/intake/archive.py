"""The guard before every reader: what kind of file it is, how large it becomes, whether it is whole.

Nothing is handed to a reader that was not inflated and checked here first: a zip directory can lie
about sizes, and one reader would end the whole program for want of memory.
"""

import io
import zipfile
import zlib

from cchc_cli.findings.of_files import FILE_ENCRYPTED
from cchc_cli.intake.unreadable import UnreadableError, damaged, too_large, unreadable
from cchc_cli.language import Text

MAXIMUM_FILE_BYTES = 64 * 1024 * 1024
MAXIMUM_INFLATED_BYTES = 256 * 1024 * 1024

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML = (b"<html", b"<!doctype html", b"<table", b"<body")

_READ_NOW = Text("phiên bản này đọc .xlsx và .xlsm", "this version reads .xlsx and .xlsm")
_OTHER_TYPES = {
    ".xls": Text("tệp Excel kiểu cũ (.xls)", "an old Excel file (.xls)"),
    ".xlsb": Text("tệp Excel nhị phân (.xlsb)", "a binary Excel file (.xlsb)"),
    ".ods": Text("bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)"),
    ".csv": Text("tệp CSV", "a CSV file"),
}

Parts = dict[str, bytes]
"""The XML parts of a workbook file by name in lower case, each inflated whole and checked."""


def inflated_parts(raw: bytes, suffix: str) -> Parts:
    """Raises UnreadableError for anything but a whole .xlsx or .xlsm file of a size that can be read.

    The content decides; `suffix`, the end of the file's name, only helps to say what else it may be.
    """
    if len(raw) > MAXIMUM_FILE_BYTES:
        raise too_large(_megabytes(len(raw)), _megabytes(MAXIMUM_FILE_BYTES))
    if not raw.startswith(_ZIP):
        raise _not_a_workbook(raw, suffix.lower())
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = _inflate(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError):
        raise damaged() from None
    except (NotImplementedError, RuntimeError):
        # Packed with a password or an unusual method: no program that makes workbooks does either.
        raise unreadable("tệp được nén theo cách lạ", "the file is packed in an unusual way") from None
    if "xl/workbook.bin" in parts:
        raise _other_type(".xlsb")
    if "xl/workbook.xml" not in parts:
        raise _other_type(suffix.lower())
    return parts


def _inflate(archive: zipfile.ZipFile) -> Parts:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if total > MAXIMUM_INFLATED_BYTES:
        raise too_large(_megabytes(total), _megabytes(MAXIMUM_INFLATED_BYTES))
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) != len(names):
        raise damaged()
    # `read` holds the length and the checksum of each part against the directory.
    parts = {
        name: archive.read(entry)
        for name, entry in zip(names, entries, strict=True)
        if name.endswith((".xml", ".rels", "workbook.bin"))
    }
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        raise damaged()
    return parts


def _not_a_workbook(raw: bytes, suffix: str) -> UnreadableError:
    if not raw.strip(b"\x00 \t\r\n"):
        return unreadable("tệp rỗng", "the file is empty")
    if raw.startswith(_OLE):
        return UnreadableError(FILE_ENCRYPTED, {}) if _ENCRYPTED_PACKAGE in raw else _other_type(".xls")
    if any(mark in raw[:4096].lower() for mark in _HTML):
        return unreadable(
            "bên trong là bảng HTML do phần mềm xuất ra, không phải bảng tính Excel",
            "inside is an HTML table that some system exported, not an Excel workbook",
        )
    return _other_type(suffix)


def _other_type(suffix: str) -> UnreadableError:
    found = _OTHER_TYPES.get(
        suffix,
        Text("tệp không phải bảng tính Excel hoặc bị hỏng", "the file is damaged or no Excel workbook"),
    )
    return unreadable(f"{found.vi}; {_READ_NOW.vi}", f"{found.en}; {_READ_NOW.en}")


def _megabytes(size: int) -> Text:
    amount = -(-size // (1024 * 1024))
    return Text(f"{amount} MB", f"{amount} MB")
