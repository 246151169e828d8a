"""Who reads the workbooks of a call: this process, several of them, or a cluster."""

import re
from collections.abc import Callable, Generator, Sequence

from cchc_cli.cli.call import Staffing
from cchc_cli.cli.problems import UsageError
from cchc_cli.intake.crew.crew import LONE_READER, Crew
from cchc_cli.intake.paths import size_of
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from cchc_cli.language import Text

_MOST_JOBS = 256
_NO_JOBS = Text(
    "--jobs: “{value}” không phải là số tiến trình (từ 1 đến {most})",
    "--jobs: '{value}' is no number of processes (1 to {most})",
)
_EITHER = Text(
    "--jobs và --cluster không dùng cùng nhau: cụm máy tự chia việc",
    "--jobs and --cluster do not go together: a cluster shares the work out itself",
)
_WORTH_A_POOL = {"fork": 100, "spawn": 1_000}
"""From so many files on several processes end no later than one, as measured, by how they begin: a form is
read in one and a half milliseconds, a copy of this process is there in some hundredths of a second, a new one
in half a second."""
_BYTES_OF_A_FORM = 20_000
"""A larger file counts as so many forms as it has their bytes."""


def nothing() -> None:
    """What a call has to do while others read, if it has nothing to do."""


def crew_of(staffing: Staffing, meanwhile: Callable[[], object] = nothing) -> Crew:
    """Raises UsageError for what cannot be meant, and where a cluster cannot be reached.

    Where others read, `meanwhile` is done in this process.
    """
    crew = _crew(staffing, meanwhile)
    if staffing.quiet:
        return crew
    from cchc_cli.cli.reading_progress import Watched

    return Watched(crew, staffing.language)


def parse_jobs(value: str | None) -> int | None:
    """How many processes work side by side; None where nobody said. Raises UsageError."""
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", value.strip()) or not 1 <= int(value) <= _MOST_JOBS:
        raise UsageError(_NO_JOBS.filled(value=value, most=_MOST_JOBS))
    return int(value)


def _crew(staffing: Staffing, meanwhile: Callable[[], object]) -> Crew:
    jobs = parse_jobs(staffing.jobs)
    if staffing.cluster is not None:
        if jobs is not None:
            raise UsageError(_EITHER)
        from cchc_cli.cli.clusters import cluster_crew

        return cluster_crew(staffing.cluster, meanwhile)
    if jobs is None:
        return _FittingCrew(meanwhile)
    return LONE_READER if jobs == 1 else _processes(jobs, meanwhile)


def _processes(workers: int, meanwhile: Callable[[], object]) -> Crew:
    from cchc_cli.intake.crew.processes import Processes
    from cchc_cli.intake.crew.team import Team

    return Team(Processes(workers), meanwhile)


class _FittingCrew:
    """As many processes as pay for the files there are."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        crew: Crew = LONE_READER
        if len(files) > 1 and _are_worth(files, min(_WORTH_A_POOL.values())):
            from cchc_cli.intake.crew.processes import start_method, usable_processors

            workers = min(usable_processors(), len(files))
            if workers > 1 and _are_worth(files, _WORTH_A_POOL[start_method()]):
                crew = _processes(workers, self._meanwhile)
        return crew.read(files, orders)


def _are_worth(files: Sequence[SubmittedFile], forms: int) -> bool:
    """Whether reading them takes as long as reading so many forms."""
    if len(files) >= forms:
        return True
    return sum(max(1, size_of(file.path) // _BYTES_OF_A_FORM) for file in files) >= forms
