"""Who reads: files in the order of the call → read submissions in the same order, however many read them."""

from collections.abc import Generator, Sequence
from typing import Protocol

from cchc_cli.intake.submission_reading import (
    Orders,
    ReadSubmission,
    SubmittedFile,
    read_submission,
    unread_submission,
)
from cchc_cli.unswept import swept_when_told

_FILES_BETWEEN_SWEEPS = 50
_ENDED = (
    "tệp làm chương trình đọc dừng đột ngột, hoặc cần nhiều bộ nhớ hơn máy có; các tệp khác vẫn được đọc",
    "it ends the program that reads it, or needs more memory than there is; the other files are read",
)


class Crew(Protocol):
    """Reads the files of one call. What comes out is the same, whoever reads and in whatever order."""

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        """One submission for each file, in the order of the files. Whoever stops early closes it."""


class LoneReader:
    """Reads one file after the other in this process."""

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        with swept_when_told() as sweep:
            for number, file in enumerate(files, start=1):
                yield _read(file, orders)
                if number % _FILES_BETWEEN_SWEEPS == 0:
                    sweep()


def given_up(file: SubmittedFile) -> ReadSubmission:
    """What is known of a file that ends whoever reads it."""
    return unread_submission(file, *_ENDED)


def _read(file: SubmittedFile, orders: Orders) -> ReadSubmission:
    try:
        return read_submission(file, orders)
    except MemoryError:
        return given_up(file)


LONE_READER = LoneReader()
