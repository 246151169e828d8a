"""How far a command has come, on stderr: a bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cchc_cli.cli.output import Output
from cchc_cli.language import Text


@contextmanager
def progress(output: Output, what: Text, total: int) -> Iterator[Callable[[], None]]:
    """Yields what is called after each of `total` steps; nothing is shown when quiet or not on a terminal."""
    if output.quiet or not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what.in_language(output.language), total=total)
        yield lambda: bar.advance(task)


def _nothing() -> None:
    """No bar is shown."""
