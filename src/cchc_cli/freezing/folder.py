"""A frozen folder as it is made: beside its place, then put there whole."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cchc_cli.freezing.manifest import INPUTS, MANIFEST, READ_ME, RUN, SUMS, FrozenFile, Manifest
from cchc_cli.freezing.read_me import read_me
from cchc_cli.freezing.sums import sha256_of, sums_text
from cchc_cli.provenance import Provenance


@contextmanager
def folder_in_the_making(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder`, which becomes it when all went well and is gone otherwise.

    `folder` is not there, or empty. Raises OSError where something cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    unfinished.mkdir()
    try:
        yield unfinished
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def copy_inputs(folder: Path, inputs: Mapping[str, Path]) -> dict[Path, str]:
    """Copies workbooks under their names; what each copy is called in the folder.

    Raises OSError where one cannot be read or written.
    """
    copies = {}
    for name, original in inputs.items():
        copy = folder / INPUTS / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original, copy)
        copies[copy] = f"{INPUTS}/{name}"
    return copies


def finish(folder: Path, run: bytes, made_from: Provenance, layout: str | None) -> Manifest:
    """Writes the run, and lists all that stands in the folder by then. Raises OSError."""
    (folder / RUN).write_bytes(run)
    said = Manifest(made_from=made_from, layout=layout, files=[])
    (folder / READ_ME).write_bytes(read_me(said).encode("utf-8"))
    manifest = said.model_copy(update={"files": listed(folder)})
    written = f"{manifest.model_dump_json(indent=2)}\n"
    (folder / MANIFEST).write_bytes(written.encode("utf-8"))
    (folder / SUMS).write_bytes(sums_text(listed(folder)).encode("utf-8"))
    return manifest


def listed(folder: Path) -> list[FrozenFile]:
    """Every file below, by its path."""
    paths = [Path(parent, name) for parent, _, names in os.walk(folder) for name in names]
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return [FrozenFile(path=name, sha256=sha256_of(named[name])) for name in sorted(named)]
