"""Old .xls files made for a test, record by record: what no Python library here writes.

Sources: [MS-XLS] and [MS-CFB]. Rows, columns and styles count from 0, as in the file.
"""

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_LAST, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SHORTEST = 4096
_ONE = b"\x1e\x01\x00"
"""The formula =1, whatever result is kept."""
UNICODE, BEFORE_UNICODE = 0x0600, 0x0500
PASSWORD = 0x002F


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def begin(kind: int, version: int = UNICODE) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", version, kind, 0, 1997, 0, 0))


END = record(0x000A, b"")
CALCULATED = record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 191_029))
"""Which Excel calculated the formulas."""


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def packed_number(row: int, column: int, packed: int) -> bytes:
    return record(0x027E, struct.pack("<HHHI", row, column, 0, packed))


def packed_numbers(row: int, first: int, packed: Sequence[int]) -> bytes:
    cells = b"".join(struct.pack("<HI", 0, each) for each in packed)
    last = first + len(packed) - 1
    return record(0x00BD, struct.pack("<HH", row, first) + cells + struct.pack("<H", last))


def shared_text(row: int, column: int, index: int) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, index))


def label(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def old_label(row: int, column: int, raw: bytes) -> bytes:
    return record(0x0204, struct.pack("<HHHH", row, column, 0, len(raw)) + raw)


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def yes_or_no(row: int, column: int, value: bool) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, value, 0))


def formula(row: int, column: int, result: bytes, style: int = 0) -> bytes:
    return record(0x0006, struct.pack("<HHH", row, column, style) + result + bytes(6) + b"\x03\x00" + _ONE)


def special(kind: int, value: int = 0) -> bytes:
    """The result of a formula that is no number: 0 a text in the record behind, 1 yes or no, 2 an error."""
    return bytes([kind, 0, value, 0, 0, 0, 0xFF, 0xFF])


def text_result(text: str) -> bytes:
    return record(0x0207, struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def hidden_row(row: int) -> bytes:
    return record(0x0208, struct.pack("<HHHHHHI", row, 0, 1, 300, 0, 0, 0x20))


def columns(first: int, last: int, *, hidden: bool) -> bytes:
    return record(0x007D, struct.pack("<HHHHH", first, last, 2048, 0, hidden))


def merged(*blocks: tuple[int, int, int, int]) -> bytes:
    """First and last row, first and last column of each."""
    packed = b"".join(struct.pack("<HHHH", *block) for block in blocks)
    return record(0x00E5, struct.pack("<H", len(blocks)) + packed)


def number_format(index: int, code: str) -> bytes:
    return record(0x041E, struct.pack("<HHB", index, len(code), 1) + code.encode("utf-16-le"))


def style(number_format: int) -> bytes:
    return record(0x00E0, struct.pack("<HH", 0, number_format) + bytes(16))


def shared_texts(*texts: str) -> bytes:
    packed = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    return record(0x00FC, struct.pack("<II", len(texts), len(texts)) + packed)


def stream(
    sheets: Mapping[str, bytes], before: bytes = b"", hidden: Sequence[str] = (), version: int = UNICODE
) -> bytes:
    """The records of a workbook: `before` stands in front of the sheets, whose cells are given by name."""
    bodies = [begin(0x10, version) + cells + END for cells in sheets.values()]
    head = begin(0x05, version) + before
    lists = [_listed(name, 0, name in hidden, version) for name in sheets]
    position = len(head) + sum(map(len, lists)) + len(END)
    listed = []
    for name, body in zip(sheets, bodies, strict=True):
        listed.append(_listed(name, position, name in hidden, version))
        position += len(body)
    return head + b"".join(listed) + END + b"".join(bodies)


def old_workbook_bytes(
    sheets: Mapping[str, bytes], before: bytes = b"", hidden: Sequence[str] = (), version: int = UNICODE
) -> bytes:
    name = "Workbook" if version == UNICODE else "Book"
    return compound({name: stream(sheets, before, hidden, version)})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams, side by side at its top."""
    contents = [content.ljust(_SHORTEST, b"\x00") for content in streams.values()]
    lengths = [-(-len(content) // _SECTOR) for content in contents]
    directory_sectors = -(-(len(streams) + 1) * 128 // _SECTOR)
    data = sum(lengths) + directory_sectors
    tables = next(count for count in range(1, 110) if count * (_SECTOR // 4) >= count + data)
    following = [_TABLE] * tables + _chain(tables, directory_sectors)
    starts = []
    for length in lengths:
        starts.append(len(following))
        following += _chain(len(following), length)
    following += [_FREE] * (tables * (_SECTOR // 4) - len(following))
    entries = [_entry("Root Entry", 5, _FREE, 1, _LAST, 0)]
    for index, (name, content) in enumerate(zip(streams, contents, strict=True), start=1):
        right = index + 1 if index < len(streams) else _FREE
        entries.append(_entry(name, 2, right, _FREE, starts[index - 1], len(content)))
    directory = b"".join(entries).ljust(directory_sectors * _SECTOR, b"\x00")
    body = b"".join(
        content.ljust(length * _SECTOR, b"\x00") for content, length in zip(contents, lengths, strict=True)
    )
    return _head(tables) + struct.pack(f"<{len(following)}I", *following) + directory + body


def _listed(name: str, position: int, hidden: bool, version: int) -> bytes:
    packed = name.encode("utf-16-le") if version == UNICODE else name.encode("cp1252")
    flags = b"\x01" if version == UNICODE else b""
    head = struct.pack("<IBBB", position, hidden, 0, len(name))
    return record(0x0085, head + flags + packed)


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _LAST]


def _head(tables: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, tables, 0, _SHORTEST, _LAST, 0, _LAST, 0)
    return head + struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))


def _entry(name: str, kind: int, right: int, below: int, start: int, size: int) -> bytes:
    packed = name.encode("utf-16-le")
    head = packed.ljust(64, b"\x00") + struct.pack("<HBB", len(packed) + 2, kind, 1)
    return (
        head
        + struct.pack("<III", _FREE, right, below)
        + bytes(36)
        + struct.pack("<IIII", start, size, 0, 0)[:12]
    )
