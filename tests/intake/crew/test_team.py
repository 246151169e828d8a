"""Workers that die cost nothing but the file that ended them."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.intake.crew.crew import LONE_READER
from cchc_cli.intake.crew.errand import Errand, run_errand
from cchc_cli.intake.crew.packet import Packet
from cchc_cli.intake.crew.team import Team
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.submission_reading import Orders, SubmittedFile
from tests.cli.calls import own_environment
from tests.intake.crew.workers import FORM, folder_of, program, read_by_workers
from tests.intake.programme import BRIEF

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends workers by signals of Unix")
CLEAN = tuple(f"form-{number}.xlsx" for number in range(8))


@pytest.mark.parametrize("deadly", [("deadly.xlsx",), ("deadly-1.xlsx", "deadly-2.xlsx")])
def test_a_file_that_ends_its_reader_is_named_and_the_rest_is_read(
    tmp_path: Path, deadly: tuple[str, ...]
) -> None:
    found = read_by_workers(folder_of(tmp_path, *CLEAN, *deadly))
    assert set(found.unreadable) == set(deadly)
    assert all("dừng đột ngột" in message for message in found.unreadable.values())
    assert set(found.read) == set(CLEAN)
    assert found.read[CLEAN[0]] > 0


def test_the_first_and_the_last_file_may_end_their_readers(tmp_path: Path) -> None:
    names = ("a.xlsx", "z.xlsx")
    folder = folder_of(tmp_path, *CLEAN)
    for name in names:
        (folder / f"deadly-{name}").write_bytes((folder / CLEAN[0]).read_bytes())
    found = read_by_workers(folder, language="en")
    assert set(found.unreadable) == {"deadly-a.xlsx", "deadly-z.xlsx"}
    assert all("ends the program that reads it" in message for message in found.unreadable.values())
    assert set(found.read) == set(CLEAN)


def test_a_worker_that_somebody_kills_loses_nothing(tmp_path: Path) -> None:
    found = read_by_workers(folder_of(tmp_path, *CLEAN, "unlucky.xlsx"))
    assert found.unreadable == {}
    assert set(found.read) == {*CLEAN, "unlucky.xlsx"}


def test_a_file_whose_reader_is_killed_once_more_is_read_all_the_same(tmp_path: Path) -> None:
    found = read_by_workers(folder_of(tmp_path, *CLEAN, "unlucky.xlsx"), accidents=2)
    assert found.unreadable == {}
    assert set(found.read) == {*CLEAN, "unlucky.xlsx"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_needs_too_much_memory_is_named(tmp_path: Path, jobs: int) -> None:
    found = read_by_workers(folder_of(tmp_path, *CLEAN, "starving.xlsx"), jobs=jobs)
    assert set(found.unreadable) == {"starving.xlsx"}
    assert "bộ nhớ" in found.unreadable["starving.xlsx"]
    assert set(found.read) == set(CLEAN)


def test_a_defect_of_the_program_ends_the_call(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, *CLEAN, "wrong.xlsx")
    done = subprocess.run(
        [sys.executable, "-c", program(folder, language="en")], capture_output=True, env=own_environment()
    )
    assert done.stdout == b""
    assert b"a defect of its own" in done.stderr


@dataclass
class _Place:
    """Hands whose tasks end when they are begun, as a test says."""

    run: Callable[[Errand], Packet]
    chances: int = 2
    is_afar: bool = False
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)
    count: int = 2
    sent: list[Errand] = field(default_factory=list)
    hired: int = 0
    executor: "_AtOnce" = field(init=False)

    def __post_init__(self) -> None:
        self.executor = _AtOnce(self)

    @contextmanager
    def hire(self, most: int | None = None) -> Iterator["_Place"]:
        self.hired += 1
        yield self
        self.hired -= 1

    def look(self) -> None:
        raise AssertionError("nobody waits")


class _AtOnce(Executor):
    def __init__(self, place: _Place) -> None:
        self._place = place

    def submit(self, task: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        (errand,) = given
        self._place.sent.append(errand)
        future: Future[Any] = Future()
        try:
            future.set_result(self._place.run(errand))
        except BrokenExecutor as error:
            future.set_exception(error)
        return future


FILES = [SubmittedFile(number, FORM) for number in range(48)]
ORDERS = Orders(BRIEF, choose_layout(None))


def test_errands_that_a_death_does_not_undo_are_not_run_again() -> None:
    def run(errand: Errand) -> Packet:
        if FILES[5] in errand.files:
            raise BrokenExecutor
        return run_errand(errand)

    place = _Place(run)
    read = list(Team(place).read(FILES, ORDERS))
    alone = list(LONE_READER.read(FILES, ORDERS))
    assert [number for number, each in enumerate(read) if each != alone[number]] == [5]
    assert [finding.code for finding in read[5].gathering.findings] == ["file-unreadable"]
    times = Counter(file.position for errand in place.sent for file in errand.files)
    assert {position for position, count in times.items() if count > 1} == {3, 4, 5}
    assert times[5] == 1 + place.chances


def test_workers_are_let_go_when_nobody_wants_more() -> None:
    place = _Place(run_errand)
    with closing(Team(place).read(FILES, ORDERS)) as reading:
        next(reading)
        assert place.hired == 1
    assert len(place.sent) < 16


def test_workers_who_are_gone_before_the_first_errand_are_hired_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = _Place(run_errand)
    submit = _AtOnce.submit
    refused: list[tuple[Any, ...]] = []

    def refuse_once(executor: _AtOnce, *given: Any, **named: Any) -> "Future[Any]":
        if not refused:
            refused.append(given)
            raise BrokenExecutor
        return submit(executor, *given, **named)

    monkeypatch.setattr(_AtOnce, "submit", refuse_once)
    assert list(Team(place).read(FILES, ORDERS)) == list(LONE_READER.read(FILES, ORDERS))


def test_what_is_done_meanwhile_is_done_once_when_all_have_work() -> None:
    place = _Place(run_errand)
    sent: list[int] = []
    list(Team(place, lambda: sent.append(len(place.sent))).read(FILES, ORDERS))
    assert sent == [2 * place.count]
