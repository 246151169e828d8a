"""One file → one submission: opened safely, read, and whatever is wrong with it kept as findings."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.files.limits import MAXIMUM_FILE_BYTES
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.unreadable import UnreadableError, unreadable
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.layouts.choice import LayoutChoice
from cchc_cli.intake.page import Page
from cchc_cli.intake.workbook_reading import WorkbookReading
from cchc_cli.observation import Submission


@dataclass(frozen=True, slots=True)
class ReadSubmission:
    """A submission with everything that was found in its file."""

    submission: Submission
    gathering: Gathering


def read_submission(
    path: Path, file: int, brief: Brief, choice: LayoutChoice, known_as: str | None = None
) -> ReadSubmission:
    """Reads one file, the `file`-th of the call counting from 0; a bad one yields a finding, no exception.

    `known_as` is what it is called in all that is said of it; absent, its path.
    """
    sha256, name = "", known_as or str(path)
    file_name = PureWindowsPath(known_as) if known_as else path
    try:
        raw = _bytes(path)
        sha256 = hashlib.sha256(raw).hexdigest()
        workbook = read_workbook(raw, file_name.suffix, name=file_name.stem)
        pages = [Page(name, file, index, sheet) for index, sheet in enumerate(workbook.sheets)]
        reading = WorkbookReading(name, pages, brief, choice)
        reading.read()
    except UnreadableError as error:
        gathering = Gathering()
        gathering.add(Finding(error.kind, Place(name), facts=error.facts))
        return ReadSubmission(Submission(name, sha256, layout=None, sheets=()), gathering)
    submission = Submission(
        path=name,
        sha256=sha256,
        layout=reading.layout,
        sheets=tuple(page.sheet.name for page in pages),
        submitter=reading.submitter,
        kind=reading.information.kind,
        number=reading.information.number,
        period=reading.period,
        document=reading.information.document,
        dated=reading.information.dated,
        includes_predecessors=reading.information.includes_predecessors,
        rows_on_predecessors=tuple(
            (*about, answer) for about, answer in reading.gathering.on_predecessors.items()
        ),
        prepared_by=reading.information.prepared_by,
        phone=reading.information.phone,
    )
    return ReadSubmission(submission, reading.gathering)


def content_sha256(path: Path) -> str | None:
    """The hash of a file as its submission has it; None where it cannot be opened."""
    try:
        return hashlib.sha256(_bytes(path)).hexdigest()
    except UnreadableError:
        return None


def _bytes(path: Path) -> bytes:
    """The file, or one byte more than is ever read. Raises UnreadableError where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_FILE_BYTES + 1)
    except OSError:
        raise unreadable(
            "không mở được tệp (không có quyền đọc, hoặc tệp đang bị khóa)",
            "it cannot be opened (no permission, or locked by another program)",
        ) from None
