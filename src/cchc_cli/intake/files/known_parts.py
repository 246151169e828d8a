"""Parts that were inflated before: the files of one program have most of their small parts in common."""

import zipfile
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

_MOST_PARTS = 128
_MOST_BYTES = 64 * 1024
_MOST_PACKED_BYTES = 4 * 1024
"""Larger parts are sheets, which come once."""
_HEADER = 30
_LENGTHS = slice(26, 28), slice(28, 30)
"""Where the header of a part says how much stands between it and what is packed."""


class PackedPart(NamedTuple):
    """All that a reader of the zip file looks at to inflate one part."""

    record: bytes
    """From its header on, up to the next part or the directory."""
    name: str
    checksum: int
    size: int
    packed_size: int
    method: int
    flags: int

    @property
    def is_small(self) -> bool:
        return self.size <= _MOST_BYTES and len(self.record) <= _MOST_PACKED_BYTES

    @property
    def is_within_its_record(self) -> bool:
        """Whether no byte of another part is looked at."""
        between = sum(int.from_bytes(self.record[length], "little") for length in _LENGTHS)
        return _HEADER + between + self.packed_size <= len(self.record)


def packed_parts(archive: zipfile.ZipFile, raw: bytes) -> dict[str, PackedPart]:
    """The parts of a zip file by the names its directory gives them."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    ends = [*(entry.header_offset for entry in entries[1:]), archive.start_dir]
    return {
        entry.filename: PackedPart(
            raw[entry.header_offset : end],
            entry.orig_filename,
            entry.CRC,
            entry.file_size,
            entry.compress_size,
            entry.compress_type,
            entry.flag_bits,
        )
        for entry, end in zip(entries, ends, strict=True)
    }


_known: OrderedDict[PackedPart, bytes] = OrderedDict()
"""The one that was asked for last stands last."""


def known_part(packed: PackedPart, inflated: Callable[[], bytes]) -> bytes:
    """The part; `inflated` gives it and checks it where none that is the same to the byte was read lately."""
    if not packed.is_small:
        return inflated()
    part = _known.pop(packed, None)
    if part is None:
        part = inflated()
        if not packed.is_within_its_record:
            return part
    _known[packed] = part
    if len(_known) > _MOST_PARTS:
        _known.popitem(last=False)
    return part
