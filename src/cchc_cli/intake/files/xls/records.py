"""The records of an old .xls file: kind, length, content. Source: [MS-XLS], 2.3 «Record Enumeration».

Everything here raises struct.error or IndexError where the bytes end too early.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_cli.intake.files.limits import A_RECORD, Allowance

BEGIN, END, CONTINUED = 0x0809, 0x000A, 0x003C
_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08
_RUN_BYTES = 4


class OldRecord(NamedTuple):
    """One record; what did not fit into it follows in further pieces."""

    kind: int
    pieces: list[bytes]

    @property
    def content(self) -> bytes:
        return self.pieces[0]

    def short(self, offset: int) -> int:
        """Two bytes of the content."""
        return int(struct.unpack_from("<H", self.pieces[0], offset)[0])

    def number(self, offset: int) -> int:
        """Four bytes of the content."""
        return int(struct.unpack_from("<I", self.pieces[0], offset)[0])

    def real(self, offset: int) -> float:
        """Eight bytes of the content."""
        return float(struct.unpack_from("<d", self.pieces[0], offset)[0])


def records(stream: bytes, position: int, allowance: Allowance) -> Iterator[OldRecord]:
    """The records from a BEGIN, itself the first, up to its END; not those of charts that lie inside."""
    waiting: OldRecord | None = None
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", stream, position)
        position += 4
        content = stream[position : position + length]
        position += length
        allowance.spend(A_RECORD)
        if len(content) < length or (depth == 0 and kind != BEGIN):
            raise struct.error("a record is cut off, or no records begin here")
        if kind == CONTINUED:
            if waiting is not None:
                waiting.pieces.append(content)
            continue
        if waiting is not None:
            yield waiting
        depth += (kind == BEGIN) - (kind == END)
        if depth == 0:
            return
        waiting = OldRecord(kind, [content]) if depth == 1 else None


class TextCursor:
    """Reads the texts of a record one after the other, across its pieces."""

    def __init__(self, pieces: Sequence[bytes], at: int = 0) -> None:
        self._pieces = pieces
        self._index = 0
        self._at = at

    @property
    def is_at_end(self) -> bool:
        return self._index == len(self._pieces) - 1 and self._at >= len(self._pieces[self._index])

    def text(self, length_format: str = "<H") -> str:
        """A text with its length and a byte of flags in front, and whatever they announce."""
        (length,) = self._unpacked(length_format)
        (flags,) = self._unpacked("<B")
        runs = self._unpacked("<H")[0] if flags & _RICH else 0
        phonetic = self._unpacked("<I")[0] if flags & _PHONETIC else 0
        text = self._characters(length, flags)
        self._skip(runs * _RUN_BYTES + phonetic)
        return text

    def _unpacked(self, numbers: str) -> tuple[int, ...]:
        if self._at >= len(self._pieces[self._index]):
            self._turn(0)
        found = struct.unpack_from(numbers, self._pieces[self._index], self._at)
        self._at += struct.calcsize(numbers)
        return found

    def _characters(self, missing: int, flags: int) -> str:
        """So many characters; each piece says anew whether they take one byte or two."""
        packed = []
        while True:
            piece, is_wide = self._pieces[self._index], flags & _WIDE
            taken = min(missing, (len(piece) - self._at) >> is_wide)
            end = self._at + (taken << is_wide)
            found = piece[self._at : end]
            packed.append(found if is_wide else found.decode("latin-1").encode("utf-16-le"))
            self._at = end
            missing -= taken
            if not missing:
                return b"".join(packed).decode("utf-16-le", "replace")
            self._turn(1)
            flags = self._pieces[self._index][0]

    def _skip(self, count: int) -> None:
        while count > (available := len(self._pieces[self._index]) - self._at):
            count -= available
            self._turn(0)
        self._at += count

    def _turn(self, at: int) -> None:
        self._index += 1
        self._at = at
        if self._index == len(self._pieces):
            raise struct.error("a text is longer than its record")
