"""What is measured within one process of the program; each prints a number, or writes a file.

python -m benchmarks.inside read PATH             seconds of processor time to read what stands there
python -m benchmarks.inside judge PATH PERIOD     the same to judge it, reading left out
python -m benchmarks.inside heavy ARGUMENT…       how many heavy packages a call of `cchc` imports
python -m benchmarks.inside profile FILE ARGUMENT…   own time by room of a call of `cchc`, as JSON
"""

import contextlib
import cProfile
import io
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.rooms import own_time

if TYPE_CHECKING:
    from cchc_cli.cli.reading import Ground
    from cchc_cli.intake.intake import Intake

_HEAVY = ("pandas", "openpyxl", "numpy", "pyarrow")


def main() -> None:
    """Does one of these."""
    what, *rest = sys.argv[1:]
    {"read": _read, "judge": _judge, "heavy": _heavy, "profile": _profile}[what](rest)


def _read(given: Sequence[str]) -> None:
    _print(_timed_reading(given[0])[1])


def _judge(given: Sequence[str]) -> None:
    from cchc_cli.cli.call import Filters
    from cchc_cli.cli.choices import Choices, question_of
    from cchc_cli.cli.evaluation import evidence_of
    from cchc_cli.engine.evaluate import evaluate

    (ground, intake), _ = _timed_reading(given[0])
    question = question_of(Choices(ground.catalogue, ground.registry), Filters(periods=[given[1]]))
    started = time.process_time()
    evaluate(ground.catalogue, ground.registry, evidence_of(intake), question)
    _print(time.process_time() - started)


def _heavy(given: Sequence[str]) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        _call(given)
    _print(sum(name in sys.modules for name in _HEAVY))


def _profile(given: Sequence[str]) -> None:
    target, *arguments = given
    profile = cProfile.Profile()
    with contextlib.redirect_stdout(io.StringIO()):
        profile.runcall(_call, arguments)
    Path(target).write_text(json.dumps(own_time(profile)), encoding="utf-8")


def _call(arguments: Sequence[str]) -> None:
    """A call of the program, in this process; how it ends does not matter."""
    from cchc_cli.cli.main import main as program

    sys.argv = ["cchc", *arguments]
    with contextlib.suppress(SystemExit):
        program()


def _timed_reading(path: str) -> "tuple[tuple[Ground, Intake], float]":
    from cchc_cli.cli.call import Sources, Staffing
    from cchc_cli.cli.reading import open_ground, read_submissions

    sources = Sources([path], staffing=Staffing("1"))
    ground = open_ground(sources)
    started = time.process_time()
    intake = read_submissions(sources, ground)
    return (ground, intake), time.process_time() - started


def _print(number: float) -> None:
    sys.stdout.write(f"{number}\n")


if __name__ == "__main__":
    main()
