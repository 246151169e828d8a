"""Values as both binary formats of Excel (.xls and .xlsb) write them."""

import struct

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def error_text(code: int) -> str:
    """An error as Excel shows it."""
    return _ERRORS.get(code, "#N/A")


def packed_number(packed: int) -> float:
    """An RK number: 30 bits, whole or the upper half of a real, perhaps a hundredfold.

    >>> packed_number(1234 << 2 | 3), packed_number(0x3FF00000)
    (12.34, 1.0)
    """
    if packed & 2:
        (whole,) = struct.unpack("<i", struct.pack("<I", packed & ~3))
        value = float(whole >> 2)
    else:
        (value,) = struct.unpack("<d", struct.pack("<II", 0, packed & ~3))
    return value / 100 if packed & 1 else value
