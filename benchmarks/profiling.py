"""Where the time goes: own time by room, of one call over all forms of a corpus."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench
from benchmarks.processes import measure

_THOUSAND = 1000


def profiled(bench: Bench) -> dict[str, Any]:
    """`rooms`: seconds under the profiler, for their shares; `milliseconds`: what a form takes without it."""
    made = bench.made["clean"]
    arguments = ["evaluate", str(bench.folder / "clean"), "--period", made.period, "-q"]
    jobs = ["-j", "1"] if bench.knows_jobs else []
    plain = bench.side("cchc", [*arguments, *jobs])
    taken = measure(plain.command, plain.codes, plain.settings, counts=False)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "rooms.json"
        command = [sys.executable, "-m", "benchmarks.inside", "profile", str(target), *arguments, *jobs]
        measure(command, plain.codes, bench.settings, counts=False)
        rooms = json.loads(target.read_text(encoding="utf-8"))
    seconds = taken.wall if taken.cpu is None else taken.cpu
    return {"rooms": rooms, "milliseconds": seconds * _THOUSAND / made.files, "forms": made.files}
