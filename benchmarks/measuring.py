"""What the benchmarks of reports have in common: a dossier to write, and the best of several times."""

import argparse
import time
from collections.abc import Callable, Sequence

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.evaluation import evaluate_call
from cchc_cli.dossier import Dossier
from cchc_cli.language import Language

ROUNDS = 3


def dossier_asked_for(description: str | None) -> Dossier:
    """The dossier of what the command line names: workbooks, rows beside the official ones, periods."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--by", nargs="*", default=["level", "agency"])
    parser.add_argument("--period", nargs="*", default=[])
    given = parser.parse_args()
    return _dossier_of(given.paths, given.by, given.period)


def _dossier_of(paths: Sequence[str], by: Sequence[str], periods: Sequence[str]) -> Dossier:
    """The dossier of a call, in Vietnamese."""
    filters = Filters(periods=[*periods], by=[*by])
    dossier = evaluate_call(Sources([*paths]), filters, Language.VI, with_dossier=True).dossier
    assert dossier is not None
    return dossier


def best(work: Callable[[], object]) -> float:
    """The least of several times, in seconds: what else the machine does only adds to it."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
