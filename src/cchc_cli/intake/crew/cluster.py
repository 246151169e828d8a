"""Workers on other machines: those of a dask.distributed cluster, through its executor."""

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from typing import Any

from cchc_cli.intake.crew.connection import connected, other_version
from cchc_cli.intake.crew.errand import VersionsDifferError
from cchc_cli.intake.crew.team import Hands
from cchc_cli.intake.paths import PathError
from cchc_cli.language import Text

_MOST_LOOKS = 30
"""So often, two seconds apart, there may be nobody who reads: a worker that died is back by then, even where
its machine has much else to do."""

_NO_WORKERS = Text(
    "--cluster: cụm ở {address} không có máy nào để đọc; hãy khởi động “dask worker {address}”",
    "--cluster: the cluster at {address} has no worker; start 'dask worker {address}'",
)


class Cluster:
    """The workers of the cluster whose scheduler answers at `address`."""

    is_afar = True
    chances = 1
    """The scheduler gives an errand up only when several workers have died of it, four by default."""

    def __init__(self, address: str) -> None:
        from distributed import KilledWorker

        self._address = address
        self.deaths: tuple[type[BaseException], ...] = (KilledWorker, CancelledError, MemoryError)

    @contextmanager
    def hire(self, most: int | None = None) -> Iterator[Hands]:
        """The cluster's own workers, who go on when the call has ended; `most` of them are kept busy.

        Raises PathError where no scheduler answers, no worker is there, or one has another program than ours.
        """
        with connected(self._address) as client:
            try:
                yield _ClusterHands(client, self._address, most)
            except VersionsDifferError as error:
                raise other_version(self._address, error.theirs) from None


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
