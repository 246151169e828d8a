"""Told to end, by Ctrl-C, a scheduler or a shutdown: what is half written is taken away, then it ends."""

import signal
import sys
from typing import Final

_BY_SIGNAL: Final = 128
"""What a process that a signal ended gives its caller is this and the signal's number."""
_told: list[int] = []
"""The signals by which this process was told to end."""


def listen() -> None:
    """From now on a signal to end goes through all that is under way, as an exception."""
    signal.signal(signal.SIGTERM, _leave)
    # Who starts a call in the background of a script may have it ignore Ctrl-C.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def code_when_told() -> int | None:
    """The exit code of a process that was told to end; None where it was not.

    A library that is interrupted while it calls back may say so by an exception of its own.
    """
    return _code(_told[-1]) if _told else None


def code_of_interrupt() -> int:
    """The exit code after Ctrl-C."""
    return _code(signal.SIGINT)


def _leave(number: int, _frame: object) -> None:
    _told.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(_code(number))


def _code(number: int) -> int:
    return _BY_SIGNAL + number
