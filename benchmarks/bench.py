"""What cases are made from: calls of the program, and of its peers, on the corpora that stand ready."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.case import SECONDS, Side
from benchmarks.corpora.corpus import Made, Sizes, form_paths
from benchmarks.machine import installed

PEERS: Final = Path(__file__).parent / "peers"
_JUDGED = (0, 1)
"""Everything was read and judged. Any other code says that something could not be used: where nothing is odd
that is a run which left work undone, and must not be taken for a fast one."""
_WITH_ERRORS = (3,)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the corpora stand, and the checkout whose program is measured."""

    folder: Path
    made: Mapping[str, Made]
    program: Path
    sizes: Sizes
    knows_jobs: bool
    scratch: Path

    def cchc(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "cchc_cli", *arguments]

    @property
    def settings(self) -> dict[str, str]:
        return {"PYTHONPATH": str(self.program / "src")}

    def side(self, name: str, command: Sequence[str], units: int = 1) -> Side:
        """A call of the program."""
        return Side(name, self.cchc(*command), units, _JUDGED, self.settings)

    def inside(self, name: str, arguments: Sequence[str], units: int = 1, counted: str = SECONDS) -> Side:
        """Something measured, or counted, within the program."""
        command = [sys.executable, "-m", "benchmarks.inside", *arguments]
        return Side(name, command, units, settings=self.settings, counted=counted)

    def evaluate(self, name: str, corpus: str, jobs: int = 1) -> Side:
        """The forms of a corpus judged."""
        lacks = None if self.knows_jobs or jobs == 1 else "the program has no -j yet"
        asked = ["evaluate", str(self.folder / corpus), "--period", self.made[corpus].period, "-q"]
        jobs_asked = ["-j", str(jobs)] if self.knows_jobs else []
        command = self.cchc(*asked, *jobs_asked)
        codes = _WITH_ERRORS if corpus == "odd" else _JUDGED
        return Side(name, command, self.made[corpus].files, codes, self.settings, lacks=lacks)

    def clustered(self, name: str, corpus: str) -> Side:
        """The same, read by a cluster on this machine: the seconds of the call alone."""
        asked = ["evaluate", str(self.folder / corpus), "--period", self.made[corpus].period, "-q"]
        command = [sys.executable, "-m", "benchmarks.clustered", *asked]
        lacks = None if installed("distributed") else "distributed is not installed"
        return Side(
            name, command, self.made[corpus].files, settings=self.settings, counted=SECONDS, lacks=lacks
        )

    def bare(self, name: str, corpus: str, jobs: int = 1, units: int | None = None) -> Side:
        """The same files read and nothing done with them."""
        command = [sys.executable, str(PEERS / "bare_calamine.py"), str(self.folder / corpus), str(jobs)]
        return Side(name, command, units or self.made[corpus].files)

    @property
    def form(self) -> str:
        return str(form_paths(self.folder / "clean")[0])

    def paths(self, count: int) -> list[str]:
        return [str(path) for path in form_paths(self.folder / "clean")[:count]]
