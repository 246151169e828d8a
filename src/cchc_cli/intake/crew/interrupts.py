"""Being told to end while something is done that must be done as a whole."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C and the signal to end wait until this is over; processes and threads that begin meanwhile do not
    get them.

    An exception out of nowhere between taking a lock and noting that it is held leaves it held for ever, and
    whoever shares it waits for ever. Where the system cannot hold signals back, the moment remains.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
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
