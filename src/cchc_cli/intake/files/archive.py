"""The guard before every reader of a zipped workbook: whether it is whole, and how large it becomes.

Nothing is handed to a reader that was not inflated and checked here first: a zip directory can lie
about sizes, and one reader would end the whole program for want of memory.
"""

import io
import zipfile
import zlib
from functools import partial

from cchc_cli.findings.of_files import FILE_ENCRYPTED
from cchc_cli.intake.files.known_parts import known_part, packed_parts
from cchc_cli.intake.files.unreadable import UnreadableError, damaged, megabytes, too_large, unreadable
from cchc_cli.language import Text

MAXIMUM_INFLATED_BYTES = 40 * 1024 * 1024
MAXIMUM_ENTRIES = 30_000

ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
BINARY_WORKBOOK_PART = "xl/workbook.bin"
TYPE_PART = "mimetype"
_ENCRYPTED_PART = "encrypted-package"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_XML = (".xml", ".rels")
_MARK = b"!"
_DOCTYPE = b"<!DOCTYPE"
_WIDE_DOCTYPE = "<!DOCTYPE".encode("utf-16-le")[:-1]
"""In UTF-16, whichever way round."""

Parts = dict[str, bytes]
"""The parts of a workbook file by name in lower case, each inflated whole and checked; pictures are not."""


def inflated_parts(raw: bytes) -> Parts:
    """The parts of a zipped workbook.

    Raises UnreadableError unless it is whole, without a password, and of a size that can be read.
    """
    entries = raw.count(_ENTRY)
    if entries > MAXIMUM_ENTRIES:
        raise too_large(
            Text(f"{entries} phần bên trong", f"{entries} parts inside"),
            Text(f"{MAXIMUM_ENTRIES} phần", f"{MAXIMUM_ENTRIES} parts"),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _inflate(archive, raw)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError):
        raise damaged() from None
    except (NotImplementedError, RuntimeError):
        # The library's words for a password and for a method that it doesn't know.
        raise _packed_unusually() from None


def _inflate(archive: zipfile.ZipFile, raw: bytes) -> Parts:
    entries = {entry.filename.lower(): entry for entry in archive.infolist()}
    if len(entries) != len(archive.infolist()):
        raise damaged()
    if _ENCRYPTED_PART in entries:
        raise UnreadableError(FILE_ENCRYPTED, {})
    suffixes = (*_XML, ".bin") if BINARY_WORKBOOK_PART in entries else _XML
    needed = {name: entry for name, entry in entries.items() if name.endswith(suffixes) or name == TYPE_PART}
    if any(entry.compress_type not in _METHODS for entry in needed.values()):
        raise _packed_unusually()
    total = sum(entry.file_size for entry in needed.values())
    if total > MAXIMUM_INFLATED_BYTES:
        raise too_large(megabytes(total), megabytes(MAXIMUM_INFLATED_BYTES))
    packed = packed_parts(archive, raw)
    return {
        name: known_part(packed[entry.filename], partial(_inflated, archive, entry))
        for name, entry in needed.items()
    }


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # `read` holds the length and the checksum of the part against the directory.
    part = archive.read(entry)
    if entry.filename.lower().endswith(_XML) and _has_doctype(part):
        raise damaged()
    return part


def _packed_unusually() -> UnreadableError:
    """With a password or an unusual method: no program that makes workbooks does either."""
    return unreadable("tệp được nén theo cách lạ", "the file is packed in an unusual way")


def _has_doctype(part: bytes) -> bool:
    # One character is looked for much faster than a word.
    return _MARK in part and (_DOCTYPE in part or (b"\x00" in part and _WIDE_DOCTYPE in part))
