"""Files are written whole or not at all, several of one call together."""

import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from cchc_cli.cli.problems import UsageError
from cchc_cli.intake.paths import itself
from cchc_cli.language import Text

_NOT_WRITTEN = Text("không ghi được tệp {path}: {cause}", "the file {path} cannot be written: {cause}")
_NONE_WRITTEN = Text("; chưa ghi tệp nào, các tệp đã có vẫn như cũ", "; no file was written")
_SOME_WRITTEN = Text("; đã ghi xong: {paths}", "; these are written: {paths}")


def write_whole(path: Path, content: bytes) -> None:
    """The file has all of the content or stays as it was. Raises UsageError where it cannot be written."""
    write_all([(path, content)])


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Every file has all of its content; on a full disk all of them stay as they were.

    The contents are laid down beside their places first, and take them only when all are there. Raises
    UsageError where one cannot be written; it says which are.
    """
    laid: list[tuple[Path, Path]] = []
    written: list[Path] = []
    path = Path()
    try:
        for path, content in files:
            laid.append((path, unfinished_beside(path)))
            _lay_down(content, *laid[-1])
        for path, unfinished in laid:
            unfinished.replace(itself(path))
            written.append(path)
    except OSError as error:
        raise _not_written(path, error, written, len(files)) from None
    finally:
        _remove(unfinished for _, unfinished in laid)


def unfinished_beside(path: Path) -> Path:
    """Where a file's content stands until it is complete: in its folder, behind links that lead there."""
    place = itself(path)
    return place.with_name(f".{place.name}.{os.getpid()}.tmp")


def cause_of(error: OSError) -> Text:
    """Why the system refuses; in its own words where we have none for it."""
    if os.name == "nt" and isinstance(error, PermissionError):
        return _IN_USE
    said = error.strerror or str(error)
    return _CAUSES.get(error.errno or 0, Text(said, said))


def _lay_down(content: bytes, path: Path, unfinished: Path) -> None:
    unfinished.write_bytes(content)
    if path.exists():
        shutil.copymode(path, unfinished)


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _not_written(path: Path, error: OSError, written: Sequence[Path], asked: int) -> UsageError:
    said = _NOT_WRITTEN.filled(path=path, cause=cause_of(error))
    more = Text("", "")
    if asked > 1:
        paths = ", ".join(map(str, written))
        more = _SOME_WRITTEN.filled(paths=paths) if written else _NONE_WRITTEN
    return UsageError(Text(said.vi + more.vi, said.en + more.en))


_FULL = Text("ổ đĩa đã đầy", "the disk is full")
_NO_RIGHT = Text("không có quyền ghi", "it may not be written")
_IN_USE = Text(
    "không có quyền ghi, hoặc tệp đang mở trong Excel; hãy đóng tệp rồi chạy lại",
    "it may not be written, or is open in Excel; close it and try again",
)
_CAUSES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: Text("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENAMETOOLONG: Text("tên tệp quá dài", "the name is too long"),
}
