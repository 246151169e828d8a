"""The compound file: what an old .xls file is packed in, and a workbook that has a password.

Source: [MS-CFB]. Every chain of sectors is followed at most once round, whatever it claims.
"""

import struct
from typing import NamedTuple

from cchc_cli.intake.files.unreadable import damaged

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR_SHIFTS = (9, 12)
_SHORT_SECTOR_SHIFT = 6
_LAST_SECTOR = 0xFFFFFFFA
_NOBODY = 0xFFFFFFFF
_NUMBER_BYTES = 4
_ENTRY_BYTES = 128
_STREAM = 2


class _Entry(NamedTuple):
    """A line of the directory."""

    name: str
    kind: int
    left: int
    right: int
    below: int
    first_sector: int
    size: int


class CompoundFile:
    """The streams at the top of a compound file. Raises UnreadableError where it is damaged."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        try:
            self._read()
        except (struct.error, IndexError):
            raise damaged() from None

    def _read(self) -> None:
        raw = self._raw
        self._shift, short_shift = struct.unpack_from("<HH", raw, 30)
        if self._shift not in _SECTOR_SHIFTS or short_shift != _SHORT_SECTOR_SHIFT:
            raise damaged()
        (directory,) = struct.unpack_from("<I", raw, 48)
        self._shortest, short_table = struct.unpack_from("<II", raw, 56)
        self._next = self._numbers(self._table_sectors(), len(raw) >> self._shift)
        short_sectors = self._chain(short_table, self._next)
        self._next_short = self._numbers(short_sectors, len(raw) >> _SHORT_SECTOR_SHIFT)
        packed = self._whole(directory)
        self._root = _entry(packed, 0)
        children = _tree(packed, self._root.below)
        self._streams = {entry.name.lower(): entry for entry in children if entry.kind == _STREAM}

    def __contains__(self, name: str) -> bool:
        """Whether there is a stream of that name; its letters may be small or large."""
        return name.lower() in self._streams

    def stream(self, name: str) -> bytes:
        """What a stream holds. Raises UnreadableError where some of it is missing."""
        entry = self._streams[name.lower()]
        if entry.size >= self._shortest:
            found = self._whole(entry.first_sector)
        else:
            within = self._whole(self._root.first_sector)
            size = 1 << _SHORT_SECTOR_SHIFT
            found = b"".join(
                within[sector * size : (sector + 1) * size]
                for sector in self._chain(entry.first_sector, self._next_short)
            )
        if len(found) < entry.size:
            raise damaged()
        return found[: entry.size]

    def _table_sectors(self) -> list[int]:
        """The sectors that hold the table of chains: some named in the header, the rest in a chain."""
        named = list(struct.unpack_from("<109I", self._raw, 76))
        (further,) = struct.unpack_from("<I", self._raw, 68)
        count = (1 << self._shift) // _NUMBER_BYTES
        seen: set[int] = set()
        while further < _LAST_SECTOR and further not in seen:
            seen.add(further)
            *more, further = struct.unpack(f"<{count}I", self._sector(further))
            named.extend(more)
        listed = [sector for sector in named if sector < _LAST_SECTOR]
        if len(set(listed)) != len(listed):
            raise damaged()
        return listed

    def _numbers(self, sectors: list[int], most: int) -> tuple[int, ...]:
        """The numbers that sectors hold; of those beyond `most` nobody can have a use."""
        needed = -(-most * _NUMBER_BYTES >> self._shift)
        packed = b"".join(map(self._sector, sectors[:needed]))
        return struct.unpack_from(f"<{len(packed) // _NUMBER_BYTES}I", packed)

    def _whole(self, first: int) -> bytes:
        return b"".join(map(self._sector, self._chain(first, self._next)))

    def _chain(self, sector: int, following: tuple[int, ...]) -> list[int]:
        chain: list[int] = []
        while sector < _LAST_SECTOR:
            if len(chain) == len(following):
                raise damaged()
            chain.append(sector)
            sector = following[sector]
        return chain

    def _sector(self, number: int) -> bytes:
        # The header takes one sector, however long sectors are.
        start = (number + 1) << self._shift
        found = self._raw[start : start + (1 << self._shift)]
        if not found:
            raise damaged()
        return found


def _entry(packed: bytes, number: int) -> _Entry:
    at = number * _ENTRY_BYTES
    length, kind = struct.unpack_from("<HB", packed, at + 64)
    left, right, below = struct.unpack_from("<III", packed, at + 68)
    first_sector, size = struct.unpack_from("<II", packed, at + 116)
    name = packed[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, below, first_sector, size)


def _tree(packed: bytes, top: int) -> list[_Entry]:
    """What stands beside one another in a directory, from the top of its tree."""
    found: list[_Entry] = []
    seen: set[int] = set()
    waiting = [top]
    while waiting:
        number = waiting.pop()
        if number == _NOBODY or number in seen:
            continue
        seen.add(number)
        entry = _entry(packed, number)
        found.append(entry)
        waiting.extend((entry.left, entry.right))
    return found
