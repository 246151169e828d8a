"""Who reads: files in the order of the call → read submissions in the same order, however many read them."""

from collections.abc import Generator, Sequence
from typing import Protocol

from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile, read_submission
from cchc_cli.unswept import swept_when_told

_FILES_BETWEEN_SWEEPS = 50


class Crew(Protocol):
    """Reads the files of one call. What comes out is the same, whoever reads and in whatever order."""

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        """One submission for each file, in the order of the files. Whoever stops early closes it."""


class LoneReader:
    """Reads one file after the other in this process."""

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        with swept_when_told() as sweep:
            for number, file in enumerate(files, start=1):
                yield read_submission(file, orders)
                if number % _FILES_BETWEEN_SWEEPS == 0:
                    sweep()


LONE_READER = LoneReader()
