"""SHA-256 of files, and the list of them as `sha256sum` writes and checks it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from cchc_cli.freezing.manifest import FrozenFile

_PIECE = 1024 * 1024


def sha256_of(path: Path) -> str:
    """The hash of a file of any size. Raises OSError where it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def sums_text(files: Iterable[FrozenFile]) -> str:
    """One line a file, by their names."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))


def read_sums(text: str) -> dict[str, str]:
    """The hashes of such a list by name; lines that are none are left out."""
    pairs = (line.split("  ", 1) for line in text.splitlines())
    return {pair[1]: pair[0] for pair in pairs if len(pair) == len(("sum", "name"))}
