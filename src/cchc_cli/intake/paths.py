"""What the user named on the command line → the workbook files to read, in one order."""

import fnmatch
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Found:
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
    named = sorted({file for given in paths for file in _files(str(given))}, key=reading_order)
    files = list(_each_once(named))
    workbooks = tuple(path for path in files if _is_to_be_read(path))
    skipped = len(files) - len(workbooks)
    if not workbooks:
        raise NothingToReadError(skipped)
    return Found(workbooks, skipped)


def _each_once(paths: Sequence[Path]) -> Iterator[Path]:
    """Each file by the first of its names.

    Only names of one number on their disk can be of one file, and it takes far longer to follow a name.
    """
    numbers = [_number(path) for path in paths]
    names, seen = Counter(numbers), set[Path]()
    for path, number in zip(paths, numbers, strict=True):
        file = path if number is not None and names[number] == 1 else itself(path)
        if file not in seen:
            seen.add(file)
            yield path


def _number(path: Path) -> tuple[int, int] | None:
    """What tells a file from all others on the disks of a computer; None where it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def itself(path: Path) -> Path:
    """One name for a file however it was reached; of a link that leads to itself, its own."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def reading_order(path: Path) -> tuple[str, str]:
    """The order in which files are read, the same on every system."""
    return unicodedata.normalize("NFC", path.as_posix()), path.as_posix()


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
    return Path(name).suffix.lower() in SPREADSHEETS and not name.startswith(_LOCK)


def _files(given: str) -> Iterator[Path]:
    matches = matching(given)
    if not matches:
        raise PathNotFoundError(given)
    for path in matches:
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    """The files, and the folders among them that cannot be opened: each is an unreadable file."""
    closed: list[OSError] = []
    for parent, _, names in os.walk(folder, onerror=closed.append):
        yield from (Path(parent, name) for name in names)
    for error in closed:
        if Path(error.filename) == folder:
            raise PathNotFoundError(str(folder)) from None
        yield Path(error.filename)


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
