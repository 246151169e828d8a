"""The workbooks of a report and those at hand: which are the same, changed, missing, or extra.

Content decides, not the folder or the name: whoever checks has the files elsewhere. A file whose content is
new stands for the one that is called like it.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from cchc_cli.provenance import InputHash

_ANOTHER = " (2)"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which file stands for which workbook of a report."""

    known_as: Mapping[Path, str]
    """What each file is called in the report, in the report's order; extra ones by their paths."""
    changed: tuple[tuple[str, Path], ...]
    missing: tuple[str, ...]
    extra: tuple[Path, ...]


def pair(reported: Sequence[InputHash], hashes: Mapping[Path, str]) -> Pairing:
    """Pairs the workbooks of a report with files, whose hashes are given."""
    same = _same_content(reported, hashes)
    left = [path for path in hashes if path not in same.values()]
    absent = [number for number in range(len(reported)) if number not in same]
    changed = _same_name({number: reported[number].path for number in absent}, left)
    found = {**same, **changed}
    extra = tuple(path for path in left if path not in changed.values())
    names = {found[number]: reported[number].path for number in sorted(found)}
    taken = {*names.values()}
    names |= {path: _free(str(path), taken) for path in extra}
    return Pairing(
        known_as=names,
        changed=tuple((reported[number].path, changed[number]) for number in sorted(changed)),
        missing=tuple(reported[number].path for number in absent if number not in changed),
        extra=extra,
    )


def _same_content(reported: Sequence[InputHash], hashes: Mapping[Path, str]) -> dict[int, Path]:
    """By the number of the workbook; of copies of one file, the one that is called like it."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path, sha256 in hashes.items():
        files[sha256].append(path)
    wanted: dict[str, dict[int, str]] = defaultdict(dict)
    for number, workbook in enumerate(reported):
        wanted[workbook.sha256][number] = workbook.path
    same: dict[int, Path] = {}
    for sha256, names in wanted.items():
        copies = files.get(sha256, [])
        alike = _same_name(names, copies)
        others = iter([path for path in copies if path not in alike.values()])
        rest = dict(zip((number for number in names if number not in alike), others, strict=False))
        same |= alike | rest
    return same


def _same_name(names: Mapping[int, str], files: Iterable[Path]) -> dict[int, Path]:
    """Pairs names with files, those first that share most of their path."""
    ends: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        ends[_parts(str(path))[0]].append(path)
    shared = [
        (-_shared_parts(name, str(path)), number, path)
        for number, name in names.items()
        for path in ends.get(_parts(name)[0], ())
    ]
    paired: dict[int, Path] = {}
    taken: set[Path] = set()
    for _, number, path in sorted(shared, key=lambda each: each[:2]):
        if number not in paired and path not in taken:
            paired[number] = path
            taken.add(path)
    return paired


def _parts(name: str) -> list[str]:
    """The parts of a path from its end, the same letters in one form, whatever system it was written on."""
    parts = PureWindowsPath(unicodedata.normalize("NFC", name)).parts
    return [part.casefold() for part in reversed(parts)] or [""]


def _shared_parts(one: str, other: str) -> int:
    shared = 0
    for a, b in zip(_parts(one), _parts(other), strict=False):
        if a != b:
            break
        shared += 1
    return shared


def _free(name: str, taken: set[str]) -> str:
    """A name that no other file bears."""
    while name in taken:
        name += _ANOTHER
    taken.add(name)
    return name
