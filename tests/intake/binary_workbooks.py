"""Binary workbooks (.xlsb) made for a test, record by record: what no Python library here writes.

Source: [MS-XLSB]. Rows, columns and styles count from 0, as in the file.
"""

import struct
from collections.abc import Mapping, Sequence

from tests.zip_parts import zipped

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ONE = b"\x1e\x01\x00"
"""The formula =1, whatever result is kept."""
_LAST_COLUMN = 255
"""How far each sheet claims to reach; what its cells say counts."""
_CONTENT_TYPE = "application/vnd.ms-excel"


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, packed = len(content), b""
    while length >= 0x80:
        packed += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + packed + bytes([length]) + content


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def double(value: float) -> bytes:
    return struct.pack("<d", value)


def row(number: int, *, hidden: bool = False) -> bytes:
    flags = bytes([0, 0x10 if hidden else 0, 0])
    return record(0, struct.pack("<IIH", number, 0, 300) + flags + struct.pack("<I", 0))


def cell(kind: int, column: int, content: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + content)


def packed_number(column: int, packed: int, style: int = 0) -> bytes:
    return cell(2, column, struct.pack("<I", packed), style)


def error(column: int, code: int) -> bytes:
    return cell(3, column, bytes([code]))


def yes_or_no(column: int, value: bool) -> bytes:
    return cell(4, column, bytes([value]))


def real(column: int, value: float, style: int = 0) -> bytes:
    return cell(5, column, double(value), style)


def own_text(column: int, value: str) -> bytes:
    return cell(6, column, text(value))


def shared_text(column: int, index: int) -> bytes:
    return cell(7, column, struct.pack("<I", index))


def rich_text(column: int, value: str) -> bytes:
    return cell(62, column, b"\x00" + text(value))


def formula(kind: int, column: int, result: bytes) -> bytes:
    """Kinds: 8 a text, 9 a number, 10 yes or no, 11 an error."""
    return cell(kind, column, result + bytes(2) + struct.pack("<I", len(_ONE)) + _ONE + bytes(4))


def merged(*block: int) -> bytes:
    """First and last row, first and last column."""
    return record(176, struct.pack("<IIII", *block))


def columns(first: int, last: int, *, hidden: bool) -> bytes:
    return record(60, struct.pack("<IIIIH", first, last, 2048, 0, hidden))


def binary_workbook_bytes(
    sheets: Mapping[str, bytes],
    *,
    codes: Sequence[str] = (),
    texts: Sequence[str] = (),
    hidden: Sequence[str] = (),
    from_1904: bool = False,
) -> bytes:
    """A workbook of sheets by name, each the records of its rows; styles number the format codes given."""
    listed = b"".join(
        record(156, struct.pack("<II", name in hidden, index) + text(f"rId{index}") + text(name))
        for index, name in enumerate(sheets, start=1)
    )
    workbook = record(131) + record(153, struct.pack("<III", from_1904, 0, 0))
    workbook += record(143) + listed + record(144) + record(132)
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("rId1", f"{_OFFICE}/officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": workbook,
        "xl/_rels/workbook.bin.rels": _relations(
            [
                *((f"rId{n}", f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.bin") for n in _numbers(sheets)),
                ("rIdA", f"{_OFFICE}/styles", "styles.bin"),
                ("rIdB", f"{_OFFICE}/sharedStrings", "sharedStrings.bin"),
            ]
        ),
        "xl/styles.bin": _styles(codes),
        "xl/sharedStrings.bin": _shared(texts),
    }
    for number, body in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.bin"] = _sheet(body)
    return zipped(parts)


def _numbers(sheets: Mapping[str, bytes]) -> range:
    return range(1, len(sheets) + 1)


def _sheet(body: bytes) -> bytes:
    """The records of rows, with what must stand before and behind them."""
    before: list[bytes] = []
    between: list[bytes] = []
    behind: list[bytes] = []
    for each in _split(body):
        (before if each[0] == 60 else behind if each[:2] == record(176)[:2] else between).append(each)
    rows = [struct.unpack_from("<I", each, 2)[0] for each in between if each[0] == 0 and len(each) > 5]
    parts = [record(129), record(148, struct.pack("<IIII", 0, max(rows, default=0), 0, _LAST_COLUMN))]
    parts += [record(390), *before, record(391)] if before else []
    parts += [record(145), *between, record(146)]
    parts += [record(177, struct.pack("<I", len(behind))), *behind, record(178)] if behind else []
    return b"".join([*parts, record(130)])


def _split(body: bytes) -> list[bytes]:
    found = []
    while body:
        at = 2 if body[0] & 0x80 else 1
        length = shift = 0
        while True:
            length |= (body[at] & 0x7F) << shift
            shift += 7
            at += 1
            if not body[at - 1] & 0x80:
                break
        found.append(body[: at + length])
        body = body[at + length :]
    return found


def _styles(codes: Sequence[str]) -> bytes:
    formats = b"".join(
        record(44, struct.pack("<H", 164 + index) + text(code)) for index, code in enumerate(codes)
    )
    general = struct.pack("<HHHHHBB", 0xFFFF, 0, 0, 0, 0, 0, 0) + struct.pack("<HH", 0x1000, 0)
    used = b"".join(
        record(47, struct.pack("<HHHHHBB", 0, 164 + index, 0, 0, 0, 0, 0) + struct.pack("<HH", 0x1000, 1))
        for index in range(len(codes))
    )
    font = struct.pack("<HHHHBBBB", 220, 0, 400, 0, 0, 2, 0, 0) + b"\x07\xff\x00\x00\x00\x00\x00\xff"
    fill = (
        struct.pack("<I", 0) + b"\x03\x40\x00\x00\x00\x00\x00\xff\x03\x41\x00\x00\xff\xff\xff\xff" + bytes(48)
    )
    parts = [record(278)]
    if codes:
        parts += [record(615, struct.pack("<I", len(codes))), formats, record(616)]
    parts += [record(611, struct.pack("<I", 1)), record(43, font + b"\x02" + text("Calibri")), record(612)]
    parts += [record(603, struct.pack("<I", 1)), record(45, fill), record(604)]
    parts += [record(613, struct.pack("<I", 1)), record(46, bytes(51)), record(614)]
    parts += [record(626, struct.pack("<I", 1)), record(47, general), record(627)]
    parts += [record(617, struct.pack("<I", 1 + len(codes))), record(47, general), used, record(618)]
    return b"".join([*parts, record(279)])


def _shared(texts: Sequence[str]) -> bytes:
    items = b"".join(record(19, b"\x00" + text(value)) for value in texts)
    return record(159, struct.pack("<II", len(texts), len(texts))) + items + record(160)


def _relations(relations: Sequence[tuple[str, str, str]]) -> bytes:
    lines = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'.encode()


def _content_types(sheets: int) -> bytes:
    kinds = {
        "xl/workbook.bin": "sheet.binary.macroEnabled.main",
        "xl/styles.bin": "styles",
        "xl/sharedStrings.bin": "sharedStrings",
        **{f"xl/worksheets/sheet{number}.bin": "worksheet" for number in range(1, sheets + 1)},
    }
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{_CONTENT_TYPE}.{kind}"/>' for name, kind in kinds.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{lines}</Types>'.encode()
