"""Workers on this machine: processes of our own."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import ParamSpec, TypeVar

from cchc_cli.intake.crew.team import Hands

_Given = ParamSpec("_Given")
_Brought = TypeVar("_Brought")


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
        pool = _Pool(count, context, initializer=begin_worker)
        try:
            yield _Processes(pool, count)
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.kill()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


class _Pool(ProcessPoolExecutor):
    """A pool whose processes do not listen to Ctrl-C from their first moment: copies of this process are made
    by the first task, others by any."""

    def submit(
        self, task: Callable[_Given, _Brought], /, *given: _Given.args, **named: _Given.kwargs
    ) -> Future[_Brought]:
        with _interrupts_held():
            return super().submit(task, *given, **named)


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
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose employer was killed would wait for errands for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the workers, who inherit this, no longer listen to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
