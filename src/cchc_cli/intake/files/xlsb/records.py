"""The records of a binary workbook part (.xlsb): kind, then length, then that many bytes.

Source: [MS-XLSB], 2.1.4 «Record». Everything here raises struct.error where the bytes end too early.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.intake.files.limits import A_RECORD, Allowance

_MOST_LENGTH_BYTES = 4
_NO_TEXT = 0xFFFFFFFF


class Record(NamedTuple):
    """One record; numbers are read where the format says they stand."""

    kind: int
    content: bytes

    def number(self, offset: int) -> int:
        """Four bytes."""
        return int(struct.unpack_from("<I", self.content, offset)[0])

    def short(self, offset: int) -> int:
        """Two bytes."""
        return int(struct.unpack_from("<H", self.content, offset)[0])

    def byte(self, offset: int) -> int:
        return int(struct.unpack_from("<B", self.content, offset)[0])

    def real(self, offset: int) -> float:
        """Eight bytes."""
        return float(struct.unpack_from("<d", self.content, offset)[0])

    def text(self, offset: int) -> tuple[str, int]:
        """A text with its length in front, and where the next field begins."""
        length = self.number(offset)
        if length == _NO_TEXT:
            return "", offset + 4
        end = offset + 4 + 2 * length
        if end > len(self.content):
            raise struct.error("a text is longer than its record")
        return self.content[offset + 4 : end].decode("utf-16-le", "replace"), end


def records(part: bytes, allowance: Allowance) -> Iterator[Record]:
    """The records of a part."""
    position = 0
    while position < len(part):
        kind, position = _kind(part, position)
        length, position = _length(part, position)
        end = position + length
        if end > len(part):
            raise struct.error("a record is longer than its part")
        allowance.spend(A_RECORD)
        yield Record(kind, part[position:end])
        position = end


def _kind(part: bytes, position: int) -> tuple[int, int]:
    first = part[position]
    if not first & 0x80:
        return first, position + 1
    if position + 1 >= len(part):
        raise struct.error("a record is cut off")
    return (first & 0x7F) | (part[position + 1] & 0x7F) << 7, position + 2


def _length(part: bytes, position: int) -> tuple[int, int]:
    length = 0
    for step in range(_MOST_LENGTH_BYTES):
        if position >= len(part):
            raise struct.error("a record is cut off")
        byte = part[position]
        length |= (byte & 0x7F) << (7 * step)
        position += 1
        if not byte & 0x80:
            break
    return length, position
