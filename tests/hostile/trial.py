"""Trying mutants in a process of their own, so that one which ends it names itself."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.mutations import mutant

MOST_SECONDS = 5.0
MOST_MEGABYTES = 500
_CHUNK = 50
_ADDRESS_SPACE = 4 * 1024**3
"""Far above what is allowed: it only keeps a failing mutant from taking the machine with it."""


@dataclass(frozen=True)
class Failure:
    """A mutant that was neither read nor answered."""

    seed: int
    what: str


def failures(seeds: Sequence[int]) -> Iterator[Failure]:
    """The mutants among the seeds that crash, hang, or take too much memory."""
    remaining = list(seeds)
    while remaining:
        chunk = remaining[:_CHUNK]
        done, failure = _try(chunk)
        if failure is not None:
            yield failure
        remaining = remaining[max(done, 1) :]


def _try(seeds: list[int]) -> tuple[int, Failure | None]:
    """How many were tried, and the one that failed, if one did."""
    command = [sys.executable, "-m", "tests.hostile.trial", *map(str, seeds)]
    root = Path(__file__).parents[2]
    try:
        ended = subprocess.run(
            command, cwd=root, capture_output=True, text=True, timeout=MOST_SECONDS * len(seeds)
        )
    except subprocess.TimeoutExpired as error:
        lines = (error.stdout or b"").decode().split()
        return len(lines) + 1, Failure(seeds[len(lines)], "does not end")
    lines = ended.stdout.split()
    if ended.returncode == 0:
        return len(seeds), None
    failed = seeds[min(len(lines), len(seeds) - 1)]
    return len(lines) + 1, Failure(failed, f"exit {ended.returncode}: {ended.stderr[-2000:]}")


def main(seeds: list[int]) -> None:
    """Reads each mutant beside a good workbook; prints its seed when that was answered in time."""
    from cchc_cli.findings.finding import Severity
    from cchc_cli.language import Language
    from tests.intake.programme import CHECKS, take_in_small

    _limit_memory()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            file = mutant(seed)
            path = Path(folder, file.name)
            path.write_bytes(file.raw)
            start = time.monotonic()
            intake = take_in_small(path, checks=CHECKS)
            errors = [one for one in intake.findings if one.severity is Severity.ERROR]
            assert intake.observations or errors, "neither a value nor an error"
            assert all(one.message(language) for one in intake.findings for language in Language)
            assert time.monotonic() - start <= MOST_SECONDS, "too slow"
            assert _megabytes() <= MOST_MEGABYTES, f"{_megabytes()} MB"
            path.unlink()
            print(seed, flush=True)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))


def _megabytes() -> int:
    """The most that this process has held so far; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():
        # What `getrusage` says on Linux begins with what the process held that started this one.
        (held,) = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii", errors="replace"))
        return int(held) // 1024
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024**2


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]])
