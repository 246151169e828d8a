"""Where reports go beside stdout: parsed and refused before any work, written whole or not at all."""

import os
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from cchc_cli.cli.problems import UsageError, not_among
from cchc_cli.intake.paths import itself
from cchc_cli.language import Text

_FORMAT_BY_SUFFIX = {
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "table",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".xml": "junit",
    ".sarif": "sarif",
}


@dataclass(frozen=True, slots=True)
class Destination:
    """A file and the format it is written in."""

    format: str
    path: Path


def parse_destinations(values: Iterable[str], formats: Collection[str]) -> list[Destination]:
    """`PATH` with a telling suffix, or `FORMAT=PATH`. Raises UsageError for a format that isn't there."""
    return [_parse(value, formats) for value in values]


def check_destinations(destinations: Iterable[Destination], read: Iterable[Path]) -> None:
    """Raises UsageError where a file cannot be written, or is one that the call reads."""
    inputs = {itself(path) for path in read}
    seen: set[Path] = set()
    for path in (destination.path for destination in destinations):
        _check_writable(path)
        if itself(path) in seen:
            raise _refused(path, _TWICE)
        seen.add(itself(path))
        if itself(path) in inputs:
            raise _refused(path, _IS_INPUT)


def write_whole(path: Path, content: bytes) -> None:
    """The file has all of the content or stays as it was. Raises UsageError where it cannot be written."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(content)
        if path.exists():
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise _not_written(path, error) from None


def make_folder(folder: Path) -> None:
    """The folder with all above it, where it isn't there. Raises UsageError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = error.strerror or str(error)
        raise UsageError(
            Text(
                f"không tạo được thư mục {folder}: {cause}",
                f"the folder {folder} cannot be made: {cause}",
            )
        ) from None


def _parse(value: str, formats: Collection[str]) -> Destination:
    name, separator, path = value.partition("=")
    if separator and name.isalpha():
        if name not in formats:
            raise not_among("--output", name, formats)
        return Destination(name, Path(path))
    suffix = Path(value).suffix.lower()
    found = _FORMAT_BY_SUFFIX.get(suffix)
    if found is None or found not in formats:
        raise _unknown_suffix(value, formats)
    return Destination(found, Path(value))


def _check_writable(path: Path) -> None:
    if path.is_dir() or not path.name:
        raise _refused(path, _IS_FOLDER)
    if not path.parent.is_dir():
        raise _refused(path, _NO_FOLDER)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise _refused(path, _NOT_WRITABLE)


def _refused(path: Path, why: Text) -> UsageError:
    return UsageError(Text(f"--output {path}: {why.vi}", f"--output {path}: {why.en}"))


def _not_written(path: Path, error: OSError) -> UsageError:
    cause = error.strerror or str(error)
    return UsageError(
        Text(f"không ghi được tệp {path}: {cause}", f"the file {path} cannot be written: {cause}")
    )


def _unknown_suffix(value: str, formats: Collection[str]) -> UsageError:
    listed = ", ".join(formats)
    return UsageError(
        Text(
            f"--output {value}: đuôi tệp không cho biết dạng; hãy viết DẠNG=TỆP, dạng là một trong: {listed}",
            f"--output {value}: the suffix tells no format; write FORMAT=PATH, where the format is one of "
            f"{listed}",
        )
    )


_IS_FOLDER = Text("đây là thư mục; hãy ghi tên tệp", "this is a folder; name a file")
_NO_FOLDER = Text("thư mục chứa tệp không tồn tại", "the folder it would stand in doesn't exist")
_NOT_WRITABLE = Text("không có quyền ghi", "it may not be written")
_TWICE = Text("tệp này được nêu hai lần", "this file is named twice")
_IS_INPUT = Text(
    "đây là tệp số liệu đầu vào, không ghi đè; hãy chọn tên khác",
    "this file is read by the same call and won't be overwritten; choose another name",
)
