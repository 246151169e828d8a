"""Workers that die cost nothing but the file that ended them."""

import sys
from pathlib import Path

import pytest

from tests.intake.crew.workers import folder_of, read_by_workers

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


def test_a_file_that_needs_more_memory_than_there_is_is_named(tmp_path: Path) -> None:
    found = read_by_workers(folder_of(tmp_path, *CLEAN, "greedy.xlsx"))
    assert set(found.unreadable) == {"greedy.xlsx"}
    assert set(found.read) == set(CLEAN)
