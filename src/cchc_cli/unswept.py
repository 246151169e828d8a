"""Work during which Python does not look for unreachable cycles.

Hundreds of thousands of figures and verdicts live to the end of a call and hold no cycles, but whenever their
number has grown by a quarter the collector goes through all of them: a third of the time of a large call.
What is not in a cycle is freed at once, as always. While files are read it works now and then: what a broken
file leaves behind has to go.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def unswept(*, stays: bool = True) -> Iterator[None]:
    """As a decorator or in a `with`; the collector is back afterwards where it was at work before.

    What `stays` counts as old from then on: else the collector would go through all of it at once.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if stays:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@contextmanager
def swept_when_told() -> Iterator[Callable[[], None]]:
    """The collector works only when what is yielded is called, and never looks again at what has stayed.

    What was there before counts as stayed: the program and its catalogue are far more than a file. For work
    whose results stay to the end while much beside them goes, such as reading thousands of files.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield _sweep
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _sweep() -> None:
    gc.collect()
    gc.freeze()
