"""Where reports go beside stdout: parsed and refused before any work, written whole or not at all."""

import os
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cchc_cli.cli.problems import UsageError, no_such_format
from cchc_cli.cli.writability import IS_FOLDER, why_not_writable
from cchc_cli.cli.writing import cause_of
from cchc_cli.intake.paths import itself
from cchc_cli.language import Text

FORMAT_BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".parquet": "parquet",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "table",
    ".xlsx": "xlsx",
    ".xml": "junit",
    ".sarif": "sarif",
}


class Destination(NamedTuple):
    """A file and the format it is written in."""

    format: str
    path: Path


def parse_destinations(values: Iterable[str], formats: Collection[str]) -> list[Destination]:
    """`PATH` with a telling suffix, or `FORMAT=PATH`. Raises UsageError for a format that isn't there."""
    return [_parse(value, formats) for value in values]


def check_destinations(destinations: Iterable[Destination], read: Iterable[Path]) -> None:
    """Raises UsageError where a file cannot be written, or is one that the call reads."""
    paths = [destination.path for destination in destinations]
    inputs = {name for path in read for name in _names(path)} if paths else set[_Name]()
    seen: set[_Name] = set()
    for path in paths:
        names = _names(path)
        if names & seen:
            raise _refused(path, _TWICE)
        if names & inputs:
            raise _refused(path, _IS_INPUT)
        refusal = why_not_writable(path)
        if refusal is not None:
            raise _refused(path, refusal)
        seen |= names


def make_folder(folder: Path) -> None:
    """The folder with all above it, where it isn't there. Raises UsageError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(_NO_FOLDER_MADE.filled(folder=folder, cause=cause_of(error))) from None


def _parse(value: str, formats: Collection[str]) -> Destination:
    name, separator, path = value.partition("=")
    if separator and name.isalpha():
        if name not in formats:
            raise no_such_format("--output", name, formats)
        return Destination(name, Path(path))
    suffix = Path(value).suffix.lower()
    found = FORMAT_BY_SUFFIX.get(suffix)
    if found is None or found not in formats:
        raise _refused(Path(value), IS_FOLDER) if Path(value).is_dir() else _unknown_suffix(value, formats)
    return Destination(found, Path(value))


_Name: TypeAlias = str | tuple[int, int]


def _names(path: Path) -> set[_Name]:
    """A file by its name and, where it is there, by its place on the disk.

    Letters of either case are one letter on Windows, and "tệp" is "tệp" in either Unicode form on a Mac.
    """
    place = itself(path)
    names: set[_Name] = {unicodedata.normalize("NFC", os.path.normcase(place))}
    with suppress(OSError):
        found = place.stat()
        if found.st_ino:
            names.add((found.st_dev, found.st_ino))
    return names


def _refused(path: Path, why: Text) -> UsageError:
    return UsageError(Text(f"--output {path}: {why.vi}", f"--output {path}: {why.en}"))


def _unknown_suffix(value: str, formats: Collection[str]) -> UsageError:
    listed = ", ".join(formats)
    return UsageError(
        Text(
            f"--output {value}: đuôi tệp không cho biết dạng; hãy viết DẠNG=TỆP, dạng là một trong: {listed}",
            f"--output {value}: the suffix tells no format; write FORMAT=PATH, where the format is one of "
            f"{listed}",
        )
    )


_TWICE = Text("tệp này được nêu hai lần", "this file is named twice")
_IS_INPUT = Text(
    "đây là tệp số liệu đầu vào, không ghi đè; hãy chọn tên khác, trong thư mục khác",
    "this file is read by the same call and won't be overwritten; choose another name, in another folder",
)
_NO_FOLDER_MADE = Text(
    "không tạo được thư mục {folder}: {cause}", "the folder {folder} cannot be made: {cause}"
)
