"""Whoever breaks a call off gets the prompt back at once, and nothing half done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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
