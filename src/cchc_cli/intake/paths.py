"""What the user named on the command line → the workbook files to read, in one order."""

import fnmatch
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.language import Text

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
_LOCK = "~$"
_ANYTHING_BELOW = "**"


class PathError(Exception):
    """Nothing can be read as the command was given; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class PathNotFoundError(PathError):
    """A path that names no file or folder that can be opened."""

    def __init__(self, path: str) -> None:
        super().__init__(
            Text(
                f"không thấy tệp hoặc thư mục: {path}",
                f"no such file or folder: {path}",
            )
        )
        self.path = path


class NothingToReadError(PathError):
    """The paths are there and hold no workbook."""

    def __init__(self, skipped: int) -> None:
        super().__init__(
            Text(
                f"không có bảng tính nào để đọc (bỏ qua {skipped} tệp khác)",
                f"there is no workbook to read ({skipped} other files skipped)",
            )
        )
        self.skipped = skipped


class Found(NamedTuple):
    """The spreadsheets, each once, ordered by their paths; `skipped` counts the other files.

    A folder that cannot be opened stands among them: what is in it was sent, and must not be passed over.
    """

    files: tuple[Path, ...]
    skipped: int


def find_workbooks(paths: Sequence[str | Path]) -> Found:
    """Every spreadsheet that the paths name: files, folders with all below them, quoted globs.

    Raises PathNotFoundError for a path that matches nothing, NothingToReadError where there is no
    spreadsheet.
    """
    places = dict(found for given in paths for found in _files(str(given)))
    files: dict[str, Path] = {}
    for path, place in sorted(places.items(), key=lambda found: reading_order(found[0])):
        files.setdefault(place, path)
    workbooks = tuple(path for path in files.values() if _is_to_be_read(path))
    skipped = len(files) - len(workbooks)
    if not workbooks:
        raise NothingToReadError(skipped)
    return Found(workbooks, skipped)


def itself(path: Path) -> Path:
    """One name for a file however it was reached; of a link that leads to itself, its own."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def reading_order(path: Path) -> tuple[str, str]:
    """The order in which files are read, the same on every system."""
    written = path.as_posix()
    return unicodedata.normalize("NFC", written), written


def _is_to_be_read(path: Path) -> bool:
    return is_workbook(path.name) or path.is_dir()


def size_of(path: Path) -> int:
    """The bytes of a file; 0 where it cannot be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def is_workbook(name: str) -> bool:
    """Whether a file of this name is read: a spreadsheet, and no lock file."""
    stem, dot, ending = name.rpartition(".")
    return bool(stem) and (dot + ending).lower() in SPREADSHEETS and not name.startswith(_LOCK)


def _files(given: str) -> Iterator[tuple[Path, str]]:
    """Each file by its path, and by its one name."""
    matches = matching(given)
    if not matches:
        raise PathNotFoundError(given)
    for path in matches:
        if path.is_dir():
            yield from _below(path)
        else:
            yield path, _one_name(path)


def _one_name(path: Path) -> str:
    return os.path.normcase(itself(path))


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files, and the folders among them that cannot be opened: each is an unreadable file.

    What a folder lists under a name and is no link is itself where the folder is.
    """
    closed: list[OSError] = []
    for parent, _, names in os.walk(folder, onerror=closed.append):
        inside = Path(parent)
        place = _one_name(inside).removesuffix(os.sep) + os.sep
        for name in names:
            path = inside / name
            yield path, _one_name(path) if path.is_symlink() else place + os.path.normcase(name)
    for error in closed:
        path = Path(error.filename)
        if path == folder:
            raise PathNotFoundError(str(folder)) from None
        yield path, _one_name(path)


def matching(given: str) -> list[Path]:
    """What a path names: itself, the same letters in another Unicode form, or all that its pattern fits."""
    if not given.strip():
        return []
    path = Path(given)
    try:
        if path.exists():
            return [path]
        found: Iterable[Path] = [Path(path.anchor)]
        for part in path.parts[1:] if path.anchor else path.parts:
            found = [match for parent in found for match in _children(parent, part)]
    except OSError:
        return []
    return list(found)


def _children(parent: Path, part: str) -> list[Path]:
    if part == _ANYTHING_BELOW:
        return [parent, *(path for path in parent.rglob("*") if path.is_dir())]
    literal = parent / part
    if literal.exists():
        return [literal]
    if not parent.is_dir():
        return []
    pattern = unicodedata.normalize("NFC", part)
    return [child for child in parent.iterdir() if _fits(unicodedata.normalize("NFC", child.name), pattern)]


def _fits(name: str, pattern: str) -> bool:
    return name == pattern or fnmatch.fnmatchcase(name, pattern)
