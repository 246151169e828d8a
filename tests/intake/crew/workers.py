"""A folder of forms read by workers in a process of its own, some of whom meet with an accident."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli.calls import python

FORM = Path(__file__).parents[3] / "examples" / "forms" / "phuong-5-my-tho-2024.xlsx"

_PROGRAM = """
import json, os, signal, sys
from pathlib import Path
from cchc_cli.cli.main import run
from cchc_cli.intake.crew import crew, errand, processes

folder, method, jobs = {folder!r}, {method!r}, {jobs!r}
really = errand.read_submission

def read(file, orders):
    name = Path(file.path).name
    if name.startswith("deadly"):
        os.abort()
    if name.startswith("starving"):
        raise MemoryError
    if name.startswith("wrong"):
        raise ValueError("a defect")
    if name.startswith("unlucky"):
        for time in range({accidents!r}):
            try:
                os.close(os.open(os.path.join(folder, str(time)), os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)
    return really(file, orders)

if __name__ == "__main__":
    errand.read_submission = crew.read_submission = read
    processes.start_method = lambda: method
    run(["validate", folder, "-f", "json", "-j", jobs, "--lang", {language!r}])
"""


def program(folder: Path, jobs: int = 2, language: str = "vi", accidents: int = 1) -> str:
    """A call that reads a folder; of `wrong*` it comes to know a defect of its own."""
    given = {"folder": str(folder), "method": "fork", "jobs": str(jobs), "language": language}
    return _PROGRAM.format(**given, accidents=accidents)


class Found(NamedTuple):
    """What a call found in the files."""

    unreadable: dict[str, str]
    """The message of each file that nobody could read, by its name."""
    read: dict[str, int]
    """How many figures each other file has."""


def folder_of(where: Path, *names: str) -> Path:
    """A folder with the same form under several names."""
    for name in names:
        shutil.copy(FORM, where / name)
    return where


def read_by_workers(folder: Path, jobs: int = 2, language: str = "vi", accidents: int = 1) -> Found:
    """What workers make of a folder: `deadly*` ends whoever reads it, `unlucky*` is being read when somebody
    kills the worker (`accidents` times), for `starving*` there is not memory enough."""
    run: Any = json.loads(python(program(folder, jobs, language, accidents)))
    unreadable = {
        Path(found["file"]).name: found["message"]
        for found in run["findings"]
        if found["code"] == "file-unreadable"
    }
    read = {Path(one["path"]).name: one["observations"] for one in run["inputs"]}
    return Found(unreadable, {name: count for name, count in read.items() if name not in unreadable})
