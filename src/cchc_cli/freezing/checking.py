"""A frozen folder as it is found: its record, and which of its files are no longer what they were."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from pydantic import ValidationError

from cchc_cli.freezing.manifest import AGENCIES, INPUTS, MANIFEST, RUN, SUMS, TARGETS, Manifest
from cchc_cli.freezing.sums import read_sums, sha256_of
from cchc_cli.intake.paths import is_workbook
from cchc_cli.language import Text

_LARGEST = 64 * 1024 * 1024
_NO_RECORD = Text(
    "{folder}: không đọc được freeze.json, nên không phải thư mục do cchc freeze lập hoặc đã bị sửa",
    "{folder}: its freeze.json cannot be read, so it is no folder of cchc freeze, or was changed",
)
_CHANGED = Text("{folder}: tệp đã bị sửa: {path}", "{folder}: this file was changed: {path}")
_MISSING = Text("{folder}: tệp đã mất: {path}", "{folder}: this file is missing: {path}")
_EXTRA = Text("{folder}: tệp lạ, không có khi lưu: {path}", "{folder}: this file was not there: {path}")


class NotFrozenError(Exception):
    """The folder has no record that can be read; `text` says so."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen folder, its record, and what is wrong with its files, each by name."""

    folder: Path
    manifest: Manifest
    faults: tuple[Text, ...]
    sha256: str
    """Of the record itself."""

    @property
    def run(self) -> Path:
        return self.folder / RUN

    @property
    def targets(self) -> Path:
        return self.folder / TARGETS

    @property
    def agencies(self) -> Path:
        return self.folder / AGENCIES

    @property
    def inputs(self) -> Path:
        return self.folder / INPUTS

    @property
    def layout(self) -> Path | None:
        return self.folder / self.manifest.layout if self.manifest.layout else None


def is_frozen(folder: Path) -> bool:
    """Whether a path is a folder that `cchc freeze` has made; a name that no file can have is none."""
    try:
        return (folder / MANIFEST).is_file()
    except OSError:
        return False


def open_frozen(folder: Path) -> Frozen:
    """Reads the record and hashes every file. Raises NotFrozenError where there is none that can be read."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            manifest = Manifest.model_validate_json(file.read(_LARGEST), extra="ignore")
        sha256 = sha256_of(folder / MANIFEST)
    except (OSError, ValidationError):
        raise NotFrozenError(_NO_RECORD.filled(folder=folder)) from None
    names = [file.path for file in manifest.files] + ([manifest.layout] if manifest.layout else [])
    if not all(map(_stays_inside, names)):
        raise NotFrozenError(_NO_RECORD.filled(folder=folder))
    return Frozen(folder, manifest, tuple(_faults(folder, manifest, sha256)), sha256)


def _stays_inside(name: str) -> bool:
    path, elsewhere = PurePosixPath(name), PureWindowsPath(name)
    leads_elsewhere = path.is_absolute() or elsewhere.anchor or ".." in elsewhere.parts
    return not leads_elsewhere and "\0" not in name


def _faults(folder: Path, manifest: Manifest, sha256: str) -> Iterator[Text]:
    files, stated = {file.path: file.sha256 for file in manifest.files}, _stated(folder)
    known = files | {MANIFEST: (stated or {}).get(MANIFEST, sha256)}
    for name, expected in sorted(known.items()):
        found = _hash(folder / name)
        if found != expected:
            yield (_CHANGED if found else _MISSING).filled(folder=folder, path=name)
    if stated is None:
        yield _MISSING.filled(folder=folder, path=SUMS)
    elif MANIFEST not in stated or any(stated.get(name) != sha256 for name, sha256 in files.items()):
        yield _CHANGED.filled(folder=folder, path=SUMS)
    for name in sorted(set(_workbooks(folder)) - known.keys()):
        yield _EXTRA.filled(folder=folder, path=name)


def _workbooks(folder: Path) -> Iterator[str]:
    """What would be read as an input, by its path; what the system or a program leaves there is nothing."""
    for parent, _, names in os.walk(folder / INPUTS):
        for path in (Path(parent, name) for name in names if is_workbook(name)):
            yield path.relative_to(folder).as_posix()


def _stated(folder: Path) -> dict[str, str] | None:
    """The hashes as the list of sums has them; None where there is no list."""
    try:
        return read_sums((folder / SUMS).read_text("utf-8", "replace"))
    except OSError:
        return None


def _hash(path: Path) -> str | None:
    try:
        return sha256_of(path)
    except OSError:
        return None
