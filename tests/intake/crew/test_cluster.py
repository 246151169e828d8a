"""A real cluster of two worker processes reads as this process does."""

import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.intake.crew import cluster
from cchc_cli.intake.crew.cluster import Cluster
from cchc_cli.intake.crew.crew import LONE_READER, Crew
from cchc_cli.intake.crew.team import Team
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.paths import PathError
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from tests.cli.calls import MET, OWN_FILES, call, start, write_matrix
from tests.intake.programme import BRIEF

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="ends workers by signals of Unix"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
FILES = 24
"""Enough for several errands for each worker."""


@pytest.fixture(scope="module")
def here() -> Iterator[Any]:
    """A scheduler and two workers on this machine."""
    import distributed

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", host="127.0.0.1"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of two agencies, one of them broken."""
    folder = tmp_path_factory.mktemp("sent")
    first = write_matrix(folder / "00.xlsx", MET)
    for number in range(1, FILES):
        shutil.copy(first, folder / f"{number:02}.xlsx")
    (folder / "07.xlsx").write_bytes(b"no workbook")
    return folder


def files_in(folder: Path) -> list[SubmittedFile]:
    return [SubmittedFile(number, path) for number, path in enumerate(sorted(folder.glob("*.xlsx")))]


def read(crew: Crew, files: list[SubmittedFile]) -> list[ReadSubmission]:
    with closing(crew.read(files, Orders(BRIEF, choose_layout(None)))) as reading:
        return list(reading)


def test_a_call_says_the_same_to_the_byte(here: Any, sent: Path) -> None:
    command = ("evaluate", str(sent), *OWN_FILES, "-f", "json", "--with", "observations")
    alone, together = start(*command, "-j", "1"), start(*command, "--cluster", here.scheduler_address)
    assert (alone.returncode, alone.stdout, alone.stderr) == (
        together.returncode,
        together.stdout,
        together.stderr,
    )


def test_a_worker_that_is_killed_halfway_loses_nothing(here: Any, sent: Path) -> None:
    expected = read(LONE_READER, files_in(sent))
    crew = Team(Cluster(here.scheduler_address))
    found = []
    with closing(crew.read(files_in(sent), Orders(BRIEF, choose_layout(None)))) as reading:
        for number, each in enumerate(reading):
            if number == 0:
                _kill_one(here)
            found.append(each)
    assert found == expected


def _kill_one(running: Any) -> None:
    import distributed

    with distributed.Client(running.scheduler_address, set_as_default=False) as client:
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)


def test_a_file_that_the_workers_do_not_see_is_named(here: Any, sent: Path, tmp_path: Path) -> None:
    files = [SubmittedFile(0, sent / "00.xlsx"), SubmittedFile(1, tmp_path / "elsewhere.xlsx")]
    seen, unseen = read(Team(Cluster(here.scheduler_address)), files)
    assert seen == read(LONE_READER, files[:1])[0]
    (finding,) = unseen.gathering.findings
    assert finding.code == "file-unreadable"
    assert "thư mục dùng chung" in str(finding.facts["reason"])


def test_nobody_at_the_address_is_one_sentence(capsys: Any, sent: Path) -> None:
    ended = call(capsys, "validate", str(sent), *OWN_FILES, "--cluster", "127.0.0.1:9")
    assert ended.code == 2
    (said,) = ended.err.splitlines()
    assert "127.0.0.1:9" in said


def test_what_is_no_address_is_refused(capsys: Any, sent: Path) -> None:
    ended = call(capsys, "validate", str(sent), *OWN_FILES, "--cluster", "somewhere", "--lang", "en")
    assert (ended.code, "no address of a scheduler" in ended.err) == (2, True)


def test_a_cluster_without_workers_is_said(monkeypatch: pytest.MonkeyPatch, sent: Path) -> None:
    import distributed

    monkeypatch.setattr(cluster, "_MOST_LOOKS", 1)
    with (
        distributed.LocalCluster(
            n_workers=0, processes=True, dashboard_address=":0", host="127.0.0.1"
        ) as running,
        pytest.raises(PathError, match="no worker"),
    ):
        read(Team(Cluster(running.scheduler_address)), files_in(sent))


def test_a_worker_of_another_version_is_refused(
    here: Any, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc_cli.intake.crew.errand.Errand.__new__.__defaults__", (False, "0.0.0"))
    with pytest.raises(PathError, match=r"0\.0\.0"):
        read(Team(Cluster(here.scheduler_address)), files_in(sent)[:2])
