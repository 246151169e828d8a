"""What each commune of Tiền Giang became on 01/07/2025, as two public mappings say it.

They are held against each other for every commune. One of them divides four wards that bear a number between
the ward beside them and one far away, where wards of the same number were; the other doesn't. The near one is
taken, and a note says who thinks otherwise.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cchc_cli.language import Text
from official_map.sources import Commune, bare
from official_map.sources import Mapping as Names

Communes = Mapping[str, Commune]


_FAR_AWAY = frozenset({"29869"})
"""Phường Cao Lãnh, made of that city's own Phường 3, 4 and 6 among others, some 50 km from these wards."""


class Became(NamedTuple):
    """The code that carries a commune on, and what is uncertain about it."""

    code: str
    note: Text | None = None


def merger(old: Communes, new: Communes, units: Names, converter: Names) -> dict[str, Became]:
    """What became of each old commune, by its code.

    Stops with a message where a mapping misses a commune, names one that the list doesn't have, or where
    the two contradict each other in earnest.
    """
    codes: dict[str, list[str]] = {}
    for commune in new.values():
        codes.setdefault(bare(commune.name), []).append(commune.code)
    return {
        commune.code: _became(
            commune,
            [_code(name, codes, commune) for name in units.get(commune.key, ())],
            [_code(name, codes, commune) for name in converter.get(commune.key, ())],
            new,
        )
        for commune in old.values()
    }


def _became(commune: Commune, units: list[str], converter: list[str], new: Communes) -> Became:
    others = set(units) - set(converter)
    if len(converter) != 1 or units[:1] != converter or not others <= _FAR_AWAY:
        raise SystemExit(
            f"{commune.code} {commune.name}, {commune.district_name}: vietnamadminunits has {units},"
            f" vietnam-address-converter {converter}; decide by the resolution and say so here"
        )
    return Became(converter[0], _contested(sorted(others), new) if others else None)


def _contested(codes: list[str], new: Communes) -> Text:
    names = ", ".join(f"{new[code].name} ({code})" for code in codes)
    return Text(
        f"Nguồn chưa thống nhất: vietnamadminunits chia một phần về {names}, ở xa và vốn có phường trùng tên;"
        " ở đây ghi theo vietnam-address-converter",
        f"The sources disagree: vietnamadminunits gives a part to {names}, far away and with a ward of the"
        " same name; vietnam-address-converter is followed here",
    )


def _code(name: str, codes: Mapping[str, list[str]], commune: Commune) -> str:
    found = codes.get(name, [])
    if len(found) != 1:
        raise SystemExit(
            f"{commune.code} {commune.name} became {name!r}, which the list has {len(found)} times"
        )
    return found[0]
