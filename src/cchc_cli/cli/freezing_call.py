"""Inputs, catalogue, registry and run of a period, put into one folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.choices import Choices, question_of
from cchc_cli.cli.evaluation import Outcome, evaluate_call, layout_sha256
from cchc_cli.cli.pages import FILE_PAGE
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.reading import open_ground
from cchc_cli.cli.writing import cause_of
from cchc_cli.freezing.arrangement import arranged
from cchc_cli.freezing.folder import copy_inputs, finish, folder_in_the_making
from cchc_cli.freezing.manifest import AGENCIES, INPUTS, LAYOUT, MANIFEST, TARGETS, Manifest
from cchc_cli.freezing.sums import sha256_of
from cchc_cli.intake.paths import itself, matching
from cchc_cli.language import Language, Text
from cchc_cli.packaged import packaged_file
from cchc_cli.provenance import provenance_of
from cchc_cli.reports.formats import FORMATS

_NOT_EMPTY = Text(
    "--output {folder}: thư mục đã có tệp bên trong; hãy nêu thư mục mới",
    "--output {folder}: there is something in it already; name a new folder",
)
_NO_FOLDER = Text(
    "--output {folder}: đây là một tệp; hãy nêu thư mục", "--output {folder}: this is a file; name a folder"
)
_INSIDE = Text(
    "--output {folder}: nằm trong {path}, lần sau sẽ bị đọc như số liệu; hãy nêu thư mục ở nơi khác",
    "--output {folder}: it lies inside {path} and would be read as figures next time; name a folder "
    "elsewhere",
)
_AROUND = Text(
    "--output {folder}: thư mục này chứa {path}; hãy nêu thư mục khác",
    "--output {folder}: {path} lies inside it; name another folder",
)
_FAILED = Text("không lưu được vào {folder}: {cause}", "it could not be kept in {folder}: {cause}")
_ANY_DEPTH = "**"


class Kept(NamedTuple):
    """What was kept, and what its run says."""

    outcome: Outcome
    manifest: Manifest
    sha256: str
    """Of the record of the folder."""


def check_folder(folder: Path, paths: Sequence[str]) -> None:
    """Raises UsageError where the folder cannot become a frozen one, or would be read by the next call."""
    try:
        is_there = folder.exists()
    except OSError as error:
        raise UsageError(_FAILED.filled(folder=folder, cause=cause_of(error))) from None
    if is_there and not folder.is_dir():
        raise UsageError(_NO_FOLDER.filled(folder=folder))
    own = itself(folder)
    for path in [root for given in paths for root in _roots(given)]:
        named = itself(path)
        if path.is_dir() and own.is_relative_to(named):
            raise UsageError(_INSIDE.filled(folder=folder, path=path))
        if named.is_relative_to(own):
            raise UsageError(_AROUND.filled(folder=folder, path=path))
    if is_there and any(folder.iterdir()):
        raise UsageError(_NOT_EMPTY.filled(folder=folder))


def _roots(given: str) -> list[Path]:
    """What a path names; of a pattern of any depth, the folder that it begins in too."""
    parts = Path(given).parts
    begins = Path(*parts[: parts.index(_ANY_DEPTH)]) if _ANY_DEPTH in parts else None
    return [*matching(given), *([begins] if begins is not None and begins.is_dir() else [])]


def freeze_call(sources: Sources, filters: Filters, folder: Path, language: Language) -> Kept:
    """Copies first and computes from the copies, so that the run is of what is kept.

    Raises InvalidFileError for a catalogue, registry or layout that is invalid, UsageError for what cannot be
    meant or written, PathError where there is nothing to read.
    """
    check_folder(folder, sources.paths)
    ground = open_ground(sources)
    question_of(Choices(ground.catalogue, ground.registry), filters)
    is_described = layout_sha256(sources.layout) is not None
    inputs = arranged(sources.paths)
    try:
        with folder_in_the_making(folder) as making:
            copies = copy_inputs(making, inputs)
            kept = _with_copies(sources, making, copies, is_described)
            outcome = evaluate_call(kept, filters, language, with_observations=True)
            manifest = _finished(making, outcome, language, is_described)
            sha256 = sha256_of(making / MANIFEST)
    except OSError as error:
        cause = f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
        raise UsageError(_FAILED.filled(folder=folder, cause=cause)) from None
    return Kept(outcome, manifest, sha256)


def _with_copies(sources: Sources, folder: Path, copies: dict[Path, str], is_described: bool) -> Sources:
    """The same call on the copies, called as they are from within the folder."""
    originals = [
        (TARGETS, sources.targets or packaged_file(TARGETS)),
        (AGENCIES, sources.agencies or packaged_file(AGENCIES)),
        *([(LAYOUT, sources.layout)] if is_described and sources.layout else []),
    ]
    for name, original in originals:
        (folder / name).write_bytes(Path(original).read_bytes())
    return Sources(
        paths=[str(folder / INPUTS)],
        targets=str(folder / TARGETS),
        agencies=str(folder / AGENCIES),
        layout=str(folder / LAYOUT) if is_described else sources.layout,
        as_agency=sources.as_agency,
        as_period=sources.as_period,
        cutoff=sources.cutoff,
        known_as=copies,
        staffing=sources.staffing,
    )


def _finished(folder: Path, outcome: Outcome, language: Language, is_described: bool) -> Manifest:
    made_from = provenance_of(outcome.run, "json")
    if made_from is None:
        raise ValueError("an evaluation says what it was asked")
    run = FORMATS["json"].write(outcome.run, language, FILE_PAGE).encode("utf-8")
    return finish(folder, run, made_from, LAYOUT if is_described else None)
