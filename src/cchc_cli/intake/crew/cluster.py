"""Workers on other machines: those of a dask.distributed cluster, through its executor."""

import logging
import re
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from cchc_cli.intake.crew.errand import VersionsDifferError, run_errand
from cchc_cli.intake.crew.team import Hands
from cchc_cli.intake.paths import PathError
from cchc_cli.language import Text

_ADDRESS = re.compile(r"(?:[a-z]{2,4}://)?(?:\[[0-9a-fA-F:.]+\]|[\w.-]+):[0-9]{1,5}(?:/.*)?")
_SECONDS_TO_ANSWER = "5s"
_MOST_LOOKS = 15
"""So often, two seconds apart, there may be nobody who reads: a worker that died is back by then."""

_NO_ANSWER = Text(
    "--cluster: không có bộ điều phối nào trả lời ở {address}; hãy kiểm tra địa chỉ và xem “dask scheduler” "
    "có đang chạy không",
    "--cluster: no scheduler answers at {address}; check the address, and whether 'dask scheduler' runs",
)
_NO_WORKERS = Text(
    "--cluster: cụm ở {address} không có máy nào để đọc; hãy khởi động “dask worker {address}”",
    "--cluster: the cluster at {address} has no worker; start 'dask worker {address}'",
)
_OTHER_VERSION = Text(
    "--cluster: máy trong cụm dùng cchc {theirs}, máy này dùng {ours}; hãy cài cùng một phiên bản",
    "--cluster: a worker has cchc {theirs}, this machine {ours}; install the same version on all",
)
_NOT_THERE = Text(
    "--cluster: máy trong cụm không nhận được việc ({why}); hãy cài cchc-cli cùng phiên bản trên mọi máy",
    "--cluster: a worker could not take its errand ({why}); install the same cchc-cli on every machine",
)


def is_address(text: str) -> bool:
    """Whether a text can be the address of a scheduler.

    >>> is_address("tcp://10.0.0.5:8786"), is_address("localhost:8786"), is_address("here")
    (True, True, False)
    """
    return bool(_ADDRESS.fullmatch(text.strip()))


class Cluster:
    """The workers of the cluster whose scheduler answers at `address`."""

    is_afar = True
    chances = 1
    """The scheduler gives an errand up only when four workers have died of it."""

    def __init__(self, address: str) -> None:
        from distributed import KilledWorker

        self._address = address.strip()
        self.deaths: tuple[type[BaseException], ...] = (KilledWorker, CancelledError, MemoryError)

    @contextmanager
    def hire(self, most: int | None = None) -> Iterator[Hands]:
        """The cluster's own workers, who go on when the call has ended; `most` of them are kept busy.

        Raises PathError where no scheduler answers, no worker is there, or one has another program than ours.
        """
        with _unlogged():
            client = self._client()
            try:
                _check_program(client)
                yield _ClusterHands(client, self._address, most)
            except VersionsDifferError as error:
                said = _OTHER_VERSION.filled(theirs=error.theirs, ours=error.ours)
                raise PathError(said) from None
            except (ImportError, AttributeError) as error:
                raise PathError(_NOT_THERE.filled(why=str(error))) from None
            finally:
                client.close(timeout=1)

    def _client(self) -> Any:
        import distributed

        try:
            client: Any = distributed.Client
            return client(self._address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
        except (OSError, ValueError):
            raise PathError(_NO_ANSWER.filled(address=self._address)) from None


def _check_program(client: Any) -> None:
    """Raises ImportError where the scheduler or a worker has not our program: a worker that is sent what it
    cannot unpack ends, whoever else it works for."""
    module = run_errand.__module__
    client.run_on_scheduler(import_module, module)
    for found in client.run(import_module, module, on_error="return").values():
        if isinstance(found, ImportError):
            raise found


@contextmanager
def _unlogged() -> Iterator[None]:
    """What libraries have to say of a lost connection is for those who look after the cluster."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


class _ClusterHands:
    """Those who work on a cluster."""

    def __init__(self, client: Any, address: str, most: int | None) -> None:
        self.executor: Executor = client.get_executor(pure=False)
        self._client = client
        self._address = address
        self._most = most
        self._looks = 0

    @property
    def count(self) -> int:
        threads = int(sum(self._client.nthreads().values()))
        return max(1, min(threads, self._most or threads))

    def look(self) -> None:
        """Raises PathError where no worker has been there for long."""
        self._looks = 0 if self._client.nthreads() else self._looks + 1
        if self._looks >= _MOST_LOOKS:
            raise PathError(_NO_WORKERS.filled(address=self._address))
