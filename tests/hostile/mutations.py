"""Workbooks broken in every way a seed can think of: the same seed makes the same file."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from tests.hostile.bases import BASES

_NASTY = (
    b"XFD1048576", b"A1048576", b"ZZZ9999999", b"A0", b"", b"-1", b"1e400", b"99999999999999999999",
    b"&#0;", b"&amp;", b"&lol;", b"<!-- -->", b"<![CDATA[1]]>", b"]]>", b"'", b'"', b"\x00", b"\xff\xfe",
    b"<v>NaN</v>", b'r="B3"', b't="s"', b't="e"', b't="inlineStr"', b's="4294967295"', b"../../../x",
    b'hidden="1"', b'table:number-columns-repeated="2147483647"', b'table:number-rows-repeated="1048576"',
    "\u202e".encode(), "Mã đơn vị".encode(), b"settled", b"SNV", b"1.234", b"#REF!", b"=1/0",
)  # fmt: skip
_TOKEN = re.compile(rb'<[^<>]*>|"[^"]*"|[^<>"\s]+')
_MOST_CHANGES = 6

Change = Callable[[bytes, random.Random], bytes]


class Mutant(NamedTuple):
    """A file that once was a workbook."""

    name: str
    raw: bytes


def mutant(seed: int) -> Mutant:
    """The file of a seed: one of the bases, changed in one way or several."""
    chance = random.Random(seed)
    suffix, base = chance.choice(BASES)
    changes = _ZIPPED if base.startswith(b"PK") else _PLAIN
    raw = base
    for _ in range(chance.randint(1, 2)):
        raw = chance.choice(changes)(raw, chance)
    return Mutant(f"{seed}{chance.choice((suffix, suffix, suffix, '.xlsx', '.xls'))}", raw)


def _flip(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, _MOST_CHANGES) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def _splice(raw: bytes, chance: random.Random) -> bytes:
    """A stretch taken out, doubled or put somewhere else."""
    first, last = sorted(chance.choices(range(len(raw) + 1), k=2))
    where = chance.randint(0, len(raw))
    stretch = raw[first : min(last, first + 4096)]
    rest = chance.choice((raw, raw[:first] + raw[last:]))
    return rest[:where] + stretch + rest[where:]


def _reword(raw: bytes, chance: random.Random) -> bytes:
    """Some of its tokens replaced by others, or by what no program writes."""
    tokens = [match.span() for match in _TOKEN.finditer(raw)]
    for _ in range(chance.randint(1, _MOST_CHANGES) if tokens else 0):
        first, last = chance.choice(tokens)
        other = chance.choice(tokens)
        new = chance.choice((raw[slice(*other)], *(chance.choice(_NASTY) for _ in range(3))))
        raw = raw[:first] + new + raw[last:]
    return raw


def _in_a_part(change: Change) -> Change:
    """The change made inside one part of a zip file, which is packed again."""

    def changed(raw: bytes, chance: random.Random) -> bytes:
        parts = _parts(raw)
        if not parts:
            return _flip(raw, chance)
        name = chance.choice(sorted(parts))
        return _packed(parts | {name: change(parts[name], chance)})

    return changed


def _lose_a_part(raw: bytes, chance: random.Random) -> bytes:
    parts = _parts(raw)
    if parts:
        del parts[chance.choice(sorted(parts))]
    return _packed(parts)


def _swap_parts(raw: bytes, chance: random.Random) -> bytes:
    parts = _parts(raw)
    if not parts:
        return raw
    one, other = chance.choices(sorted(parts), k=2)
    return _packed(parts | {one: parts[other], other: parts[one]})


def _parts(raw: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            return {entry.filename: file.read(entry) for entry in file.infolist()}
    except Exception:
        # A change made before has left no zip file; there are no parts to change then.
        return {}


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


_PLAIN: tuple[Change, ...] = (_flip, _cut, _splice, _reword)
_ZIPPED: tuple[Change, ...] = (
    _flip,
    _cut,
    _splice,
    *(_in_a_part(change) for change in (_flip, _cut, _splice, _reword, _reword, _reword)),
    _lose_a_part,
    _swap_parts,
)
