"""Whoever breaks a call off gets the prompt back at once, and nothing half done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cchc_cli.intake.crew.interrupts import interrupts_held
from tests.cli.calls import MET, OWN_FILES, own_environment, write_matrix

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")
_SECONDS = 20.0


@pytest.fixture
def reading(tmp_path: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """A call with two workers, one of which waits for a file that never ends."""
    folder = tmp_path / "sent"
    folder.mkdir()
    for number in range(6):
        write_matrix(folder / f"{number}.xlsx", MET)
    endless = folder / "endless.xlsx"
    os.mkfifo(endless)
    command = ["evaluate", str(folder), *OWN_FILES, "-j", "2", "-o", str(tmp_path / "out.json")]
    process = subprocess.Popen(
        [sys.executable, "-m", "cchc_cli", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env=own_environment(),
    )
    # Opening it for writing waits until a worker has opened it for reading.
    writing = os.open(endless, os.O_WRONLY)
    yield process
    os.close(writing)
    if process.poll() is None:
        process.kill()
    process.communicate()


@pytest.mark.parametrize(
    ("send", "number"),
    [(os.killpg, signal.SIGINT), (os.kill, signal.SIGINT), (os.kill, signal.SIGTERM)],
    ids=["ctrl-c", "interrupt", "terminate"],
)
def test_a_call_that_is_broken_off_leaves_nothing(
    tmp_path: Path, reading: "subprocess.Popen[bytes]", send: Callable[[int, int], None], number: int
) -> None:
    send(reading.pid, number)
    _, said = reading.communicate(timeout=_SECONDS)
    assert reading.returncode == 128 + number
    assert b"Traceback" not in said
    assert {path.name for path in tmp_path.iterdir()} == {"sent"}
    assert _are_gone(reading.pid)


def test_workers_do_not_outlive_a_call_that_was_killed(reading: "subprocess.Popen[bytes]") -> None:
    reading.kill()
    reading.communicate(timeout=_SECONDS)
    assert _are_gone(reading.pid)


def _are_gone(session: int) -> bool:
    """Whether every process of a session ends."""
    until = time.monotonic() + _SECONDS
    while _members(session):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def _members(session: int) -> list[str]:
    return [path.name for path in Path("/proc").glob("[0-9]*") if _session(path) == session]


def _session(process: Path) -> int | None:
    try:
        state, _parent, _group, session, *_ = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if state == "Z" else int(session)


_MADE_OF_IT = """
import signal
from cchc_cli.cli import main

def command(app):
    try:
        signal.raise_signal(signal.{number})
    except BaseException:
        raise ValueError("a library was interrupted") from None

main.typer.main.get_command = command
main.main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_error_that_a_library_makes_of_an_interruption_is_no_defect(number: signal.Signals) -> None:
    program = _MADE_OF_IT.format(number=number.name)
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=own_environment(), check=False
    )
    assert (ended.returncode, ended.stderr) == (128 + number, b"")


def _import_that_is_interrupted(folder: Path, number: signal.Signals) -> Path:
    """A place for modules from which typer raises a signal as it is loaded."""
    (folder / "typer.py").write_text(f"import signal\nsignal.raise_signal(signal.{number.name})\n")
    return folder


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_call_may_be_broken_off_before_it_has_begun(tmp_path: Path, number: signal.Signals) -> None:
    own = own_environment()
    path = os.pathsep.join([str(_import_that_is_interrupted(tmp_path, number)), own.get("PYTHONPATH", "")])
    ended = subprocess.run(
        [sys.executable, "-m", "cchc_cli", "--help"],
        capture_output=True,
        env={**own, "PYTHONPATH": path},
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (128 + number, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_being_told_to_end_waits_while_something_is_done_as_a_whole(number: signal.Signals) -> None:
    done: list[str] = []
    before = signal.signal(number, lambda *_: done.append("told"))
    try:
        with interrupts_held():
            os.kill(os.getpid(), number)
            done.append("as a whole")
    finally:
        signal.signal(number, before)
    assert done == ["as a whole", "told"]


def test_a_worker_hears_what_tells_it_to_end() -> None:
    program = (
        "import signal, sys\n"
        "from cchc_cli.intake.crew.interrupts import interrupts_held, only_told_to_end\n"
        "with interrupts_held():\n"
        "    only_told_to_end()\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    signal.raise_signal(signal.SIGTERM)\n"
        "    sys.exit('deaf')\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=own_environment(), check=False
    )
    assert (ended.returncode, ended.stderr) == (-signal.SIGTERM, b"")
