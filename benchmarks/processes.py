"""One whole process measured: how long it takes, how much processor time, and how much memory at most.

Wall time and processor time are those of the process with everything it started. Memory is the largest sum
over all its processes that is seen when looked at ten times a second: of each the memory that is its own and
its share of what it has in common with others. Where the system does not tell, it is left out.
"""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_EVERY = 0.1
_SHARED = "Pss:"
_MOST_SAID = 1000


@dataclass(frozen=True, slots=True)
class Measured:
    """One round: seconds, seconds, bytes. `count` is what the process itself wrote as its result."""

    wall: float
    cpu: float | None
    memory: int | None
    count: float | None = None


class ProcessFailedError(Exception):
    """A measured process ended as none should; `said`: the end of what it wrote to stderr."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(f"ended with code {code}")
        self.said = said


def measure(
    command: Sequence[str], codes: Sequence[int], settings: Mapping[str, str], counts: bool
) -> Measured:
    """Runs a command and waits for it; `counts`: the last line of its output is a number.

    Raises ProcessFailedError where it ends with another code than these.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env={**environment, **settings}
        )
        watch = _Watch(process.pid)
        code, cpu = _waited(process)
        wall = time.perf_counter() - started
        memory = watch.ended()
        if code not in codes:
            errors.seek(0)
            raise ProcessFailedError(code, errors.read().decode(errors="replace")[-_MOST_SAID:])
        output.seek(0)
        return Measured(wall, cpu, memory, float(output.read().split()[-1]) if counts else None)


def _waited(process: subprocess.Popen[bytes]) -> tuple[int, float | None]:
    """The exit code, and the processor time of it and all it waited for."""
    if not hasattr(os, "wait4"):
        return process.wait(), None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_utime + used.ru_stime


class _Watch:
    """Looks at the memory of a process and its descendants until it is told that they have ended."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        if _PROCESSES.is_dir():
            self._thread.start()

    def ended(self) -> int | None:
        self._end.set()
        if self._thread.is_alive():
            self._thread.join()
        return self._most or None

    def _look(self) -> None:
        while not self._end.wait(_EVERY):
            self._most = max(self._most, sum(map(_memory, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    """A process and everything under it."""
    yield pid
    try:
        found = [path.read_text() for path in (_PROCESSES / str(pid) / "task").glob("*/children")]
    except OSError:
        return
    for child in " ".join(found).split():
        yield from _family(int(child))


def _memory(pid: int) -> int:
    try:
        lines = (_PROCESSES / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(_SHARED))
