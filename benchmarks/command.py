"""The command line of the benchmarks; docs/performance.md says how to use it."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.cases import CASES, CORPORA_OF
from benchmarks.corpora import ROOT
from benchmarks.corpora.corpus import CORPORA, Made, Sizes, make_corpus
from benchmarks.machine import machine
from benchmarks.page import write_page
from benchmarks.profiling import profiled
from benchmarks.results import Results, read_results
from benchmarks.rounds import measured_case
from benchmarks.tables import cases_table, goals_table, left_out_lines, machine_lines, profile_table

_SMALL = Sizes(clean=60, nation=90, growth=120, rows=200, figures=10_000)
_BEFORE = Path(__file__).parent / "before.json"
_WITH_FORMS = ("clean",)


def main() -> None:
    """Reads the command line and does what it says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(required=True)
    corpora = commands.add_parser("corpora", help="makes the workbooks to measure with, once")
    _add_folder(corpora)
    corpora.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(CORPORA)}")
    corpora.set_defaults(run=_make_corpora)
    run = commands.add_parser("run", help="measures all that is not in the JSON file")
    _add_folder(run)
    run.add_argument("--case", nargs="+", choices=CASES, help="only these, measured anew")
    run.add_argument("--rounds", type=int, help="so many rounds of each case instead of its own number")
    _add_program(run)
    _add_results(run)
    _add_page(run, None)
    run.set_defaults(run=_run)
    profile = commands.add_parser("profile", help="where the time of 2,000 forms goes, by room")
    _add_folder(profile)
    _add_program(profile)
    _add_results(profile)
    profile.set_defaults(run=_profile)
    page = commands.add_parser("page", help="writes the tables of a page from the JSON file")
    page.add_argument("--json", type=Path, required=True, help="what was measured")
    _add_page(page, ROOT / "docs" / "performance.md")
    page.set_defaults(run=_write_page)
    given = parser.parse_args()
    given.run(given)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where the corpora stand, outside the repository")
    parser.add_argument("--small", action="store_true", help="a few forms only, to try the command")


def _add_program(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--program", type=Path, default=ROOT, help="the checkout whose program is measured (this one)"
    )


def _add_results(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", type=Path, help="keeps what was measured; what is in it is not repeated")


def _add_page(parser: argparse.ArgumentParser, page: Path | None) -> None:
    parser.add_argument("--page", type=Path, default=page, help="the page whose tables are written anew")
    parser.add_argument("--before", type=Path, default=_BEFORE, help="what an earlier program took")


def _make_corpora(given: argparse.Namespace) -> None:
    _corpora(given, given.names or CORPORA)


def _corpora(given: argparse.Namespace, names: Iterable[str]) -> dict[str, Made]:
    made = {}
    for name in names:
        started = time.perf_counter()
        made[name] = make_corpus(name, given.folder, _sizes(given))
        seconds = time.perf_counter() - started
        _say(f"{name}: {made[name].files} files, saved by {made[name].saved_by}, {seconds:.0f} s")
    return made


def _run(given: argparse.Namespace) -> None:
    results = _known(given.json)
    wanted = given.case or [name for name in CASES if name not in results.cases]
    needed = dict.fromkeys(
        corpus for case in wanted for corpus in (*_WITH_FORMS, *CORPORA_OF.get(case, _WITH_FORMS))
    )
    made = _corpora(given, needed)
    results.corpora.update({name: asdict(one) for name, one in made.items()})
    with tempfile.TemporaryDirectory() as scratch:
        bench = _bench(given, made, Path(scratch))
        for name in wanted:
            results.cases[name] = measured_case(CASES[name](bench), given.rounds)
            _keep(results, given.json)
        if not given.case and not results.profile:
            results.profile = profiled(bench)
    results.cases = {name: results.cases[name] for name in CASES if name in results.cases}
    _keep(results, given.json)
    sys.stdout.write(f"{machine_lines(results)}\n\n{goals_table(results)}\n\n{cases_table(results)}\n")
    sys.stdout.write(f"\n{left_out_lines(results)}\n")
    if given.page:
        write_page(given.page, results, _earlier(given.before))


def _profile(given: argparse.Namespace) -> None:
    results = _known(given.json)
    made = _corpora(given, _WITH_FORMS)
    with tempfile.TemporaryDirectory() as scratch:
        results.profile = profiled(_bench(given, made, Path(scratch)))
    _keep(results, given.json)
    sys.stdout.write(f"{profile_table({'now': results.profile})}\n")


def _write_page(given: argparse.Namespace) -> None:
    write_page(given.page, read_results(given.json), _earlier(given.before))


def _earlier(path: Path) -> Results | None:
    return read_results(path) if path.is_file() else None


def _bench(given: argparse.Namespace, made: dict[str, Made], scratch: Path) -> Bench:
    program = given.program.resolve()
    return Bench(given.folder, made, program, _sizes(given), _knows_jobs(program), scratch)


def _knows_jobs(program: Path) -> bool:
    """Whether the program can read in several processes; asking also compiles its sources once."""
    command = [sys.executable, "-m", "cchc_cli", "evaluate", "--help"]
    environment = {**os.environ, "PYTHONPATH": str(program / "src")}
    said = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    return b"--jobs" in said


def _sizes(given: argparse.Namespace) -> Sizes:
    return _SMALL if given.small else Sizes()


def _known(path: Path | None) -> Results:
    return read_results(path) if path and path.is_file() else Results(machine())


def _keep(results: Results, path: Path | None) -> None:
    if path:
        results.write(path)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
