"""What was named on the command line → the files of scenarios, in one order."""

from collections.abc import Sequence
from pathlib import Path

SUFFIXES = frozenset({".yaml", ".yml"})


def scenario_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and of every folder all YAML files below it; each once, ordered by name.

    Raises FileNotFoundError for a path that names nothing.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            below = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            files = sorted(below)
        elif path.exists():
            files = [path]
        else:
            raise FileNotFoundError(path)
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())
