"""The command line of the benchmarks.

python -m benchmarks corpora FOLDER [NAME …]     makes the workbooks to measure with, once
"""

import argparse
import sys
import time
from pathlib import Path

from benchmarks.corpora.corpus import CORPORA, Sizes, make_corpus


def main() -> None:
    """Reads the command line and does what it says."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    corpora = commands.add_parser("corpora", help="makes the workbooks to measure with, once")
    corpora.add_argument("folder", type=Path, help="outside the repository; about 500 MB")
    corpora.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(CORPORA)}")
    corpora.set_defaults(run=_make_corpora)
    given = parser.parse_args()
    given.run(given)


def _make_corpora(given: argparse.Namespace) -> None:
    for name in given.names or CORPORA:
        started = time.perf_counter()
        made = make_corpus(name, given.folder, Sizes())
        seconds = time.perf_counter() - started
        sys.stdout.write(f"{name}: {made.files} files, saved by {made.saved_by}, {seconds:.0f} s\n")
