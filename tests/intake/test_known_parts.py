"""Parts that files share to the byte are inflated once, and held against each file's own directory."""

import struct

import pytest

from cchc_cli.intake.files import known_parts
from cchc_cli.intake.files.archive import inflated_parts
from cchc_cli.intake.files.unreadable import UnreadableError
from tests.intake.workbooks import workbook_bytes
from tests.zip_parts import parts_of, zipped

GOOD = workbook_bytes({"Bảng": [["Mã đơn vị", 1]]})
_ENTRY = b"PK\x01\x02"
_CHECKSUM, _PACKED_SIZE, _SIZE = 16, 20, 24


def with_fact(raw: bytes, part: bytes, offset: int, value: int) -> bytes:
    """A zip file whose directory says something else of a part."""
    entry = raw.rindex(_ENTRY, 0, raw.rindex(part)) + offset
    return raw[:entry] + struct.pack("<I", value) + raw[entry + 4 :]


@pytest.mark.parametrize("offset", [_CHECKSUM, _PACKED_SIZE, _SIZE])
@pytest.mark.parametrize("value", [0, 7])
def test_a_part_of_which_the_directory_says_something_else_is_damage_though_it_was_read_before(
    offset: int, value: int
) -> None:
    inflated_parts(GOOD)
    with pytest.raises(UnreadableError):
        inflated_parts(with_fact(GOOD, b"xl/styles.xml", offset, value))
    assert inflated_parts(GOOD) == {name.lower(): part for name, part in parts_of(GOOD).items()}


def test_a_part_that_was_changed_in_one_byte_is_damage_though_it_was_read_before() -> None:
    inflated_parts(GOOD)
    start = GOOD.index(b"xl/styles.xml") + 40
    changed = GOOD[:start] + bytes([GOOD[start] ^ 1]) + GOOD[start + 1 :]
    with pytest.raises(UnreadableError):
        inflated_parts(changed)


def test_a_part_with_entities_is_refused_each_time() -> None:
    raw = zipped(parts_of(GOOD) | {"docProps/app.xml": b"<!DOCTYPE x><x/>"})
    for _ in range(2):
        with pytest.raises(UnreadableError):
            inflated_parts(raw)


def test_few_parts_are_remembered() -> None:
    for number in range(300):
        inflated_parts(zipped(parts_of(GOOD) | {"docProps/app.xml": b"<x>%d</x>" % number}))
    assert len(known_parts._known) <= known_parts._MOST_PARTS
