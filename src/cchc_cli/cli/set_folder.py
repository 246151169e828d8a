"""A folder that belongs to one set of files: written whole or left as it was, and nobody else's files lost.

A list of the set (`cchc-scorecards.json`) stands in it with the hash of each file, so that another call knows
what it may replace.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.writing import cause_of
from cchc_cli.intake.paths import itself
from cchc_cli.language import Text

LIST = "cchc-scorecards.json"
_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in every folder; it is carried over."""

_NO_FOLDER = Text("đây là một tệp; hãy nêu thư mục", "this is a file; name a folder")
_WORKED_IN = Text(
    "đây là thư mục đang làm việc nên không thay được; hãy nêu thư mục khác, ví dụ -o phieu",
    "this is the folder being worked in and cannot be replaced; name another one, such as -o cards",
)
_FOREIGN = Text(
    "trong thư mục có {name} không phải do cchc scorecard ghi; hãy nêu thư mục trống hoặc chưa có",
    "{name} in it was not written by cchc scorecard; name an empty folder, or one that isn't there",
)
_CHANGED = Text(
    "{name} đã được sửa sau khi ghi và sẽ bị mất; hãy chuyển đi nơi khác, hoặc nêu thư mục khác",
    "{name} was changed after it was written and would be lost; move it away, or name another folder",
)
_READ = Text(
    "thư mục nằm trong {path}, nơi đọc báo cáo số liệu, nên lần sau phiếu .xlsx sẽ bị đọc như báo cáo; hãy "
    "nêu thư mục khác",
    "it lies in {path}, where submissions are read, and scorecards in .xlsx would be read as such next "
    "time; name another folder",
)
_HOLDS_INPUT = Text(
    "trong thư mục có tệp đầu vào {path}; hãy nêu thư mục khác",
    "the input {path} lies in it; name another folder",
)
_NOT_WRITTEN = Text(
    "{cause}; chưa ghi phiếu nào, thư mục vẫn như cũ", "{cause}; no card was written, the folder is as it was"
)


class SetFolder:
    """The folder of one set. Raises UsageError, before any work, where the set cannot go there."""

    def __init__(self, named: str) -> None:
        self._named = named
        self.path = itself(Path(named))
        if self._is_there() and not self.path.is_dir():
            raise self._refused(_NO_FOLDER)
        here = itself(Path.cwd())
        if self.path in (here, *here.parents):
            raise self._refused(_WORKED_IN)
        self._others()
        self._try()

    def must_not_hold(self, inputs: Mapping[str, Path]) -> None:
        """Raises UsageError where a file that is read stands in it; by what it was called, itself."""
        for name, path in inputs.items():
            if self.path in path.parents:
                raise self._refused(_HOLDS_INPUT.filled(path=name))

    def must_not_lie_in(self, folders: Mapping[str, Path]) -> None:
        """Raises UsageError where it lies in a folder that is read with all below it."""
        for name, folder in folders.items():
            if folder == self.path or folder in self.path.parents:
                raise self._refused(_READ.filled(path=name))

    @contextmanager
    def filling(self) -> "Iterator[Filling]":
        """A new set, which takes the folder's place at the end; on any error nothing has changed.

        Raises UsageError where the system refuses, or where somebody has put a file into the folder since.
        """
        beside = self._beside("new")
        try:
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(parents=True)
            filling = Filling(beside)
            yield filling
            filling.end()
            for name in self._others():
                shutil.copy2(self.path / name, beside / name)
            self._take_place(beside)
        except OSError as error:
            raise self._refused(_NOT_WRITTEN.filled(cause=cause_of(error))) from None
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def _is_there(self) -> bool:
        """Raises UsageError for a name that no folder can have."""
        try:
            return self.path.exists()
        except OSError as error:
            raise self._refused(cause_of(error)) from None

    def _take_place(self, new: Path) -> None:
        if not self.path.exists():
            new.rename(self.path)
            return
        old = self._beside("old")
        self.path.rename(old)
        try:
            new.rename(self.path)
        except BaseException:
            old.rename(self.path)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def _beside(self, what: str) -> Path:
        return self.path.with_name(f".{self.path.name}.{os.getpid()}.{what}")

    def _others(self) -> list[str]:
        """The files that are carried over; refuses everything that would be lost."""
        if not self.path.is_dir():
            return []
        known = _listed(self.path / LIST)
        kept = []
        for entry in sorted(self.path.iterdir()):
            if entry.name in _OF_THE_SYSTEM and entry.is_file():
                kept.append(entry.name)
            elif entry.name != LIST or known is None:
                self._must_be_ours(entry, known or {})
        return kept

    def _must_be_ours(self, entry: Path, known: Mapping[str, str]) -> None:
        if entry.name not in known or not entry.is_file() or entry.is_symlink():
            raise self._refused(_FOREIGN.filled(name=entry.name))
        if _hash(entry.read_bytes()) != known[entry.name]:
            raise self._refused(_CHANGED.filled(name=entry.name))

    def _try(self) -> None:
        """Makes an empty folder beside it, as filling will do."""
        beside = self._beside("new")
        missing = [folder for folder in beside.parents if not folder.exists()]
        try:
            beside.mkdir(parents=True)
        except FileExistsError:
            return
        except OSError as error:
            raise self._refused(cause_of(error)) from None
        finally:
            for folder in (beside, *missing):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()

    def _refused(self, why: Text) -> UsageError:
        return UsageError(Text(f"--output {self._named}: {why.vi}", f"--output {self._named}: {why.en}"))


class Filling:
    """A set that is being written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes: dict[str, str] = {}

    def add(self, files: Mapping[str, bytes]) -> None:
        """Writes some files of the set."""
        for name, content in files.items():
            if name in self._hashes:
                raise OSError(errno.EEXIST, name)
            (self._folder / name).write_bytes(content)
            self._hashes[name] = _hash(content)

    def end(self) -> None:
        """Writes the list of the set."""
        document = {"schema_version": "1", "files": dict(sorted(self._hashes.items()))}
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        (self._folder / LIST).write_text(text, encoding="utf-8", newline="\n")


def _listed(path: Path) -> Mapping[str, str] | None:
    """The hashes of a set's files; None where the list is none of ours."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        files = document["files"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return files if isinstance(files, dict) else None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
