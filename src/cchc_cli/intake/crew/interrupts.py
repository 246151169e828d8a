"""Being told to end while something is done that must be done as a whole."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_INTERRUPTS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C and the signal to end wait until this is over; processes and threads that begin meanwhile do not
    get them.

    An exception out of nowhere between taking a lock and noting that it is held leaves it held for ever, and
    whoever shares it waits for ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    told: list[int] = []
    # Threads of libraries get signals too, which Python then sees to in this one, whatever is blocked here.
    handlers = {number: signal.signal(number, lambda one, _: told.append(one)) for number in _INTERRUPTS}
    try:
        with _blocked():
            yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        if told:
            signal.raise_signal(told[0])


@contextmanager
def _blocked() -> Iterator[None]:
    """Who begins meanwhile begins like this; not everywhere can signals be blocked."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def only_told_to_end() -> None:
    """For a worker as it begins: Ctrl-C is for others to answer; told to end, it ends at once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
