"""How the process ends: at once, for the system takes back what it holds faster than Python, bit by bit."""

import atexit
import os
import sys


class Ending:
    """Leaves when the interpreter has done everything else that was to be done at the end.

    To be made before anything is imported that has things to do at the end: what is registered first comes
    last. Without a `code`, or where the last output does not get through, Python ends as it always does.
    """

    def __init__(self) -> None:
        self.code: int | None = None
        atexit.register(self._leave)

    def _leave(self) -> None:
        if self.code is None:
            return
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):
            return
        os._exit(self.code)
