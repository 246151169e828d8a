"""Workers on this machine: processes of our own."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait

from cchc_cli.intake.crew.interrupts import only_told_to_end
from cchc_cli.intake.crew.team import Hands


class Processes:
    """`workers` processes; `method` is how they begin, absent what is quickest and safe here."""

    is_afar = False
    chances = 2
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor, MemoryError)

    def __init__(self, workers: int, method: str | None = None) -> None:
        self._workers = workers
        self._method = method

    @contextmanager
    def hire(self, most: int | None = None) -> Iterator[Hands]:
        """A pool whose processes end with it, at once where the call is broken off."""
        others = set(multiprocessing.active_children())
        context = multiprocessing.get_context(self._method or start_method())
        count = min(self._workers, most or self._workers)
        pool = ProcessPoolExecutor(count, context, initializer=begin_worker)
        try:
            yield _Processes(pool, count)
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.kill()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Processes:
    """Those of one pool."""

    executor: Executor
    count: int

    def look(self) -> None:
        """A process that dies is noticed by its pool."""


def start_method() -> str:
    """A copy of this process is there at once, but must not be made while other threads hold locks."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def usable_processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def begin_worker() -> None:
    """What every process of ours does first: it leaves Ctrl-C, which reaches all of a terminal, to the one
    that was called, and ends with it."""
    # It rests in the process that this one may be a copy of.
    gc.enable()
    only_told_to_end()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose employer was killed would wait for errands for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
