"""What the copies of workbooks are called in a frozen folder: by their place under the path named."""

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from cchc_cli.intake.paths import find_workbooks, itself, matching
from cchc_cli.visible import visible


def arranged(paths: Sequence[str]) -> dict[str, Path]:
    """The workbooks that the paths name, by what they are called in the folder, which no two share.

    Of one path the names are relative to it; of several each has its folder's name before it. Raises
    PathError where there is nothing to read.
    """
    files = find_workbooks(paths).files
    roots = [itself(path) for given in paths for path in matching(given) if path.is_dir()]
    is_one = len(paths) == 1 and len(roots) <= 1
    names = _unique([_name(itself(file), roots, is_one) for file in files])
    return dict(zip(names, files, strict=True))


def _name(file: Path, roots: Iterable[Path], is_one: bool) -> PurePosixPath:
    around = [root for root in roots if file.is_relative_to(root)]
    if not around:
        return PurePosixPath(_safe(file.name))
    root = min(around, key=lambda path: len(path.parts))
    parts = file.relative_to(root if is_one else root.parent).parts
    return PurePosixPath(*map(_safe, parts))


def _safe(name: str) -> str:
    """The name with what cannot be seen or written anywhere else as its escape."""
    return visible(name).replace("\\", "_")


def _unique(names: Iterable[PurePosixPath]) -> list[str]:
    """The names, numbered where two are alike to a system that looks at neither case nor Unicode form."""
    taken: set[str] = set()
    unique = []
    for name in names:
        free, count = name, 1
        while _folded(free) in taken:
            count += 1
            free = name.with_name(f"{name.stem} ({count}){name.suffix}")
        taken.add(_folded(free))
        unique.append(str(free))
    return unique


def _folded(name: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", str(name)).casefold()
