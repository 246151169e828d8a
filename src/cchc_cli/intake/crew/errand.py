"""A part of the files of a call, read by one worker at one go."""

import os
import pickle
import traceback
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cchc_cli import __version__
from cchc_cli.intake.crew.packet import Packet, pack
from cchc_cli.intake.paths import size_of
from cchc_cli.intake.submission_reading import (
    Orders,
    ReadSubmission,
    SubmittedFile,
    read_submission,
    unread_submission,
)
from cchc_cli.unswept import unswept

_MOST_FILES = 50
"""So many forms take a worker under a tenth of a second, and sending them costs nearly nothing."""
_MOST_BYTES = 2 * 1024 * 1024
"""One large table is an errand of its own."""
_FEWEST_ERRANDS = 16
"""Few files are shared out too, so that all workers end together."""


class VersionsDifferError(Exception):
    """A worker runs another version of the program; its figures would not be ours."""

    def __init__(self, ours: str, theirs: str) -> None:
        super().__init__(ours, theirs)
        self.ours = ours
        self.theirs = theirs


class ErrandFailedError(Exception):
    """A worker met a defect of the program. `report` is its traceback as text: the exception itself may be
    one that cannot travel between processes, and whoever waits for it would wait for ever."""

    def __init__(self, report: str) -> None:
        super().__init__(report)
        self.report = report


class Errand(NamedTuple):
    """Files to be read, and what everybody is told who reads one (`Orders`), as bytes."""

    files: tuple[SubmittedFile, ...]
    orders: bytes
    sizes: tuple[int | None, ...] = ()
    """For a worker that may run on another machine: how many bytes ours sees of each file, None where it
    cannot open it."""
    version: str = __version__


def make_errands(
    files: Sequence[SubmittedFile], orders: Orders, *, is_afar: bool = False
) -> Iterator[Errand]:
    """The errands of a call, in the order of the files."""
    packed = pickle.dumps(orders, protocol=pickle.HIGHEST_PROTOCOL)
    most = max(1, min(_MOST_FILES, -(-len(files) // _FEWEST_ERRANDS)))
    for part in _parts(files, most):
        yield _afar(part, packed) if is_afar else Errand(tuple(part), packed)


def alone(errand: Errand) -> Iterator[Errand]:
    """The same files, each an errand of its own."""
    for number, file in enumerate(errand.files):
        yield errand._replace(files=(file,), sizes=errand.sizes[number : number + 1])


def run_errand(errand: Errand) -> Packet:
    """What a worker does. Raises VersionsDifferError, MemoryError, and ErrandFailedError for whatever else is
    raised; bad files are findings."""
    if errand.version != __version__:
        raise VersionsDifferError(errand.version, __version__)
    try:
        return _packet(errand)
    except MemoryError:
        failure: Exception = MemoryError()
    except Exception:
        failure = ErrandFailedError(traceback.format_exc())
    # Raised here, it does not take along what it was raised about.
    raise failure


def _packet(errand: Errand) -> Packet:
    orders = _orders(errand.orders)
    with unswept(stays=False):
        if errand.sizes:
            read = [_read_afar(*one, orders) for one in zip(errand.files, errand.sizes, strict=True)]
        else:
            read = [read_submission(file, orders) for file in errand.files]
    return pack(read)


def _afar(files: Sequence[SubmittedFile], orders: bytes) -> Errand:
    """The same files by paths that do not depend on where the program was called."""
    absolute = [file._replace(path=file.path.absolute(), known_as=file.name) for file in files]
    return Errand(tuple(absolute), orders, tuple(_bytes_seen(file.path) for file in files))


def _read_afar(file: SubmittedFile, size: int | None, orders: Orders) -> ReadSubmission:
    """What a machine reads that may see another file under the same path, or none."""
    here = _bytes_seen(file.path)
    if size is None or here == size:
        return read_submission(file, orders)
    return unread_submission(file, *(_NOT_SEEN if here is None else _ANOTHER_SEEN))


def _bytes_seen(path: Path) -> int | None:
    try:
        return path.stat().st_size if os.access(path, os.R_OK) else None
    except OSError:
        return None


_NOT_SEEN = (
    "máy đọc tệp này không mở được đường dẫn của nó; hãy đặt tệp trong thư mục dùng chung mà mọi máy của cụm "
    "đều mở được bằng cùng một đường dẫn",
    "the worker that was to read it cannot open its path; put it into a shared folder that every machine of "
    "the cluster opens under the same path",
)
_ANOTHER_SEEN = (
    "máy đọc tệp này thấy một tệp khác ở cùng đường dẫn; hãy đặt tệp trong thư mục dùng chung mà mọi máy của "
    "cụm đều mở được bằng cùng một đường dẫn",
    "the worker that was to read it sees another file under the same path; put it into a shared folder that "
    "every machine of the cluster opens under the same path",
)


@lru_cache(maxsize=2)
def _orders(packed: bytes) -> Orders:
    """The orders of a call, unpacked once a worker, with all that is looked up in them from file to file."""
    orders = pickle.loads(packed)
    if not isinstance(orders, Orders):
        raise TypeError(type(orders))
    return orders


def _parts(files: Sequence[SubmittedFile], most: int) -> Iterator[list[SubmittedFile]]:
    part: list[SubmittedFile] = []
    size = 0
    for file in files:
        bytes_of_file = size_of(file.path)
        if part and (len(part) == most or size + bytes_of_file > _MOST_BYTES):
            yield part
            part, size = [], 0
        part.append(file)
        size += bytes_of_file
    if part:
        yield part
