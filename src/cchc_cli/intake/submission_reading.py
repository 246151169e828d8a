"""One file → one submission: opened safely, read, and whatever is wrong with it kept as findings."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.cutoff import until_cutoff
from cchc_cli.intake.files.limits import MAXIMUM_FILE_BYTES, too_many_findings
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.unreadable import UnreadableError, unreadable
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.layouts.choice import LayoutChoice
from cchc_cli.intake.page import Page
from cchc_cli.intake.read_count import ReadCount, count_of
from cchc_cli.intake.validation import validated
from cchc_cli.intake.workbook_reading import WorkbookReading
from cchc_cli.observation import Submission


class SubmittedFile(NamedTuple):
    """A file that is to be read."""

    position: int
    """Which of the files of the call it is, counting from 0: the `file` of its addresses."""
    path: Path
    known_as: str | None = None
    """What it is called in all that is said of it; absent, its path."""

    @property
    def name(self) -> str:
        return self.known_as or str(self.path)


class Orders(NamedTuple):
    """What everybody is told who reads a file of one call."""

    brief: Brief
    choice: LayoutChoice


@dataclass(frozen=True, slots=True)
class ReadSubmission:
    """A submission with everything that was found in its file."""

    submission: Submission
    gathering: Gathering
    """Without what does not count for the cut-off; its observations are validated."""
    count: ReadCount


def read_submission(file: SubmittedFile, orders: Orders) -> ReadSubmission:
    """Reads one file; a bad one yields a finding, no exception."""
    submission, gathering = _read(file, orders)
    gathering = until_cutoff(submission, gathering, orders.brief.cutoff)
    gathering.observations = validated(gathering.observations)
    return ReadSubmission(submission, gathering, count_of(gathering))


def _read(file: SubmittedFile, orders: Orders) -> tuple[Submission, Gathering]:
    sha256, name = "", file.name
    file_name = PureWindowsPath(file.known_as) if file.known_as else file.path
    try:
        raw = _bytes(file.path)
        sha256 = hashlib.sha256(raw).hexdigest()
        workbook = read_workbook(raw, file_name.suffix, name=file_name.stem)
        pages = [Page(name, file.position, index, sheet) for index, sheet in enumerate(workbook.sheets)]
        reading = WorkbookReading(name, pages, orders.brief, orders.choice)
        reading.read()
    except UnreadableError as error:
        return _unread(name, error, sha256)
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
    return submission, reading.gathering


def unread_submission(file: SubmittedFile, reason_vi: str, reason_en: str) -> ReadSubmission:
    """What is known of a file that nobody could read."""
    submission, gathering = _unread(file.name, unreadable(reason_vi, reason_en), "")
    return ReadSubmission(submission, gathering, count_of(gathering))


def without_crowds(read: ReadSubmission) -> ReadSubmission:
    """A submission of which more is wrong than anybody would mend, as one that was not read."""
    path, sha256 = read.submission.path, read.submission.sha256
    submission, gathering = _unread(path, too_many_findings(), sha256)
    return ReadSubmission(submission, gathering, count_of(gathering))


def _unread(name: str, error: UnreadableError, sha256: str) -> tuple[Submission, Gathering]:
    gathering = Gathering()
    gathering.add(Finding(error.kind, Place(name), facts=error.facts))
    return Submission(name, sha256, layout=None, sheets=()), gathering


def content_sha256(path: Path) -> str | None:
    """The hash of a file as its submission has it; None where it cannot be opened."""
    try:
        return hashlib.sha256(_bytes(path)).hexdigest()
    except UnreadableError:
        return None


def _bytes(path: Path) -> bytes:
    """The file, or one byte more than is ever read. Raises UnreadableError where it cannot be opened.

    Room is made for what the file is said to hold: for all that may be read it costs more than the reading.
    """
    try:
        with path.open("rb") as file:
            size = min(os.fstat(file.fileno()).st_size, MAXIMUM_FILE_BYTES)
            raw = file.read(size + 1)
            return raw if len(raw) <= size else raw + file.read(MAXIMUM_FILE_BYTES - size)
    except OSError:
        raise unreadable(
            "không mở được tệp (không có quyền đọc, hoặc tệp đang bị khóa)",
            "it cannot be opened (no permission, or locked by another program)",
        ) from None
