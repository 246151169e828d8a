"""A real cluster of two worker processes reads as this process does."""

import asyncio
import http.server
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.intake.crew import cluster, connection, team
from cchc_cli.intake.crew.cluster import Cluster
from cchc_cli.intake.crew.crew import LONE_READER, Crew
from cchc_cli.intake.crew.errand import ErrandFailedError
from cchc_cli.intake.crew.team import Team
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.paths import PathError
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from tests.cli.calls import MET, OWN_FILES, call, own_environment, start, write_matrix
from tests.intake.programme import BRIEF

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="ends workers by signals of Unix"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
_SECONDS = 30.0
FILES = 24
"""Enough for several errands for each worker."""


_ACCIDENT = """
import os
from pathlib import Path
from cchc_cli.intake.crew import errand
from cchc_cli.intake.submission_reading import read_submission

def read(file, orders):
    if Path(file.path).name.startswith("deadly"):
        os.abort()
    if Path(file.path).name.startswith("wrong"):
        raise ValueError(lambda: file)
    return read_submission(file, orders)

def seen(path):
    if Path(path).name.startswith("unseen") or not path.exists():
        return None
    return path.stat().st_size + Path(path).name.startswith("another")

errand.read_submission, errand._bytes_seen = read, seen
"""
"""Loaded by workers as they begin: `deadly*` ends whoever reads it, `wrong*` brings a defect to light, of
`unseen*` they see nothing, of `another*` another file."""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A scheduler and two workers on this machine, which are given up for an errand after two deaths."""
    import dask
    import distributed

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    accident = tmp_path_factory.mktemp("preload") / "accident.py"
    accident.write_text(_ACCIDENT)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=":0",
            host="127.0.0.1",
            preload=str(accident),
        ) as running,
    ):
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
    assert (alone.returncode, alone.stdout) == (together.returncode, together.stdout)
    assert _without_progress(alone.stderr) == _without_progress(together.stderr)


def _without_progress(said: bytes) -> list[str]:
    """What remains to be read when a call has ended, however long it took."""
    return [line for line in said.decode("utf-8").splitlines() if f"/{FILES} tệp, " not in line and line]


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


@pytest.mark.parametrize(
    ("name", "said"), [("unseen.xlsx", "không mở được đường dẫn"), ("another.xlsx", "thấy một tệp khác")]
)
def test_a_file_that_the_workers_do_not_see_is_named(
    here: Any, sent: Path, tmp_path: Path, name: str, said: str
) -> None:
    elsewhere = Path(shutil.copy(sent / "00.xlsx", tmp_path / name))
    files = [SubmittedFile(0, sent / "00.xlsx"), SubmittedFile(1, elsewhere)]
    seen, unseen = read(Team(Cluster(here.scheduler_address)), files)
    assert seen == read(LONE_READER, files[:1])[0]
    (finding,) = unseen.gathering.findings
    reason = str(finding.facts["reason"])
    assert (finding.code, said in reason, "thư mục dùng chung" in reason) == ("file-unreadable", True, True)


def test_what_nobody_can_open_is_said_as_without_a_cluster(here: Any, tmp_path: Path) -> None:
    (tmp_path / "dangling.xlsx").symlink_to(tmp_path / "nowhere.xlsx")
    files = files_in(tmp_path)
    assert read(Team(Cluster(here.scheduler_address)), files) == read(LONE_READER, files)


def test_a_file_that_ends_its_workers_is_named_and_the_rest_is_read(
    here: Any, sent: Path, tmp_path: Path
) -> None:
    names = ["00.xlsx", "01.xlsx", "deadly.xlsx", "02.xlsx"]
    for name in names:
        shutil.copy(sent / "00.xlsx", tmp_path / name)
    files = [SubmittedFile(number, tmp_path / name) for number, name in enumerate(names)]
    found = read(Team(Cluster(here.scheduler_address)), files)
    expected = read(LONE_READER, files)
    assert [found[0], found[1], found[3]] == [expected[0], expected[1], expected[3]]
    (finding,) = found[2].gathering.findings
    assert finding.code == "file-unreadable"
    assert "dừng đột ngột" in str(finding.facts["reason"])


def test_a_defect_of_the_program_reaches_who_called(here: Any, sent: Path, tmp_path: Path) -> None:
    wrong = Path(shutil.copy(sent / "00.xlsx", tmp_path / "wrong.xlsx"))
    with pytest.raises(ErrandFailedError, match="ValueError"):
        read(Team(Cluster(here.scheduler_address)), [SubmittedFile(0, wrong)])


def test_a_cluster_without_the_program_is_refused_and_goes_on(
    here: Any, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_VERSION", "cchc_cli.of_nobody:__version__")
    with pytest.raises(PathError, match="of_nobody"):
        read(Team(Cluster(here.scheduler_address)), files_in(sent))
    monkeypatch.undo()
    assert len(read(Team(Cluster(here.scheduler_address)), files_in(sent)[:1])) == 1


def test_a_defect_of_this_process_is_not_taken_for_one_of_the_cluster(
    here: Any, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(packet: object) -> Iterator[ReadSubmission]:
        raise AttributeError("of ours")

    monkeypatch.setattr(team, "unpack", broken)
    with pytest.raises(AttributeError, match="of ours"):
        read(Team(Cluster(here.scheduler_address)), files_in(sent)[:1])


@pytest.mark.parametrize("breaking_off", [signal.SIGINT, signal.SIGTERM])
def test_a_call_that_is_broken_off_leaves_the_cluster_at_work(
    here: Any, sent: Path, tmp_path: Path, breaking_off: int
) -> None:
    with _waiting(tmp_path, here.scheduler_address) as process:
        process.send_signal(breaking_off)
        out, said = process.communicate(timeout=_SECONDS)
    assert (process.returncode, out, said) == (128 + breaking_off, b"", b"")
    assert len(read(Team(Cluster(here.scheduler_address)), files_in(sent)[:1])) == 1


def test_a_scheduler_that_is_lost_is_one_sentence(tmp_path: Path) -> None:
    program = (
        "import distributed, sys\n"
        "if __name__ == '__main__':\n"
        "    running = distributed.LocalCluster(\n"
        "        n_workers=1, threads_per_worker=1, dashboard_address=':0', host='127.0.0.1'\n"
        "    )\n"
        "    print(running.scheduler_address, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    (tmp_path / "elsewhere.py").write_text(program)
    elsewhere = subprocess.Popen(
        [sys.executable, str(tmp_path / "elsewhere.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=own_environment(),
    )
    with elsewhere:
        assert elsewhere.stdout is not None
        address = elsewhere.stdout.readline().decode().strip()
        try:
            with _waiting(tmp_path, address) as process:
                os.killpg(elsewhere.pid, signal.SIGKILL)
                _, said = process.communicate(timeout=_SECONDS)
        finally:
            if elsewhere.poll() is None:
                os.killpg(elsewhere.pid, signal.SIGKILL)
    assert process.returncode == 2
    (sentence,) = said.decode("utf-8").splitlines()
    assert address in sentence


@contextmanager
def _waiting(tmp_path: Path, address: str) -> "Iterator[subprocess.Popen[bytes]]":
    """A call that has a cluster read a file that never ends; it soon gives up a scheduler that is gone."""
    endless = tmp_path / "endless.xlsx"
    os.mkfifo(endless)
    command = ["validate", str(endless), *OWN_FILES, "--cluster", address]
    program = (
        "import sys\n"
        "from cchc_cli.cli import main\n"
        "from cchc_cli.intake.crew import connection\n"
        "connection._SECONDS_TO_ANSWER = 1\n"
        f"sys.argv = {['cchc', *command]!r}\n"
        "main.main()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=own_environment(),
    )
    # Opening it for writing waits until a worker has opened it for reading.
    writing = os.open(endless, os.O_WRONLY)
    try:
        yield process
    finally:
        os.close(writing)
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture
def silent() -> Iterator[str]:
    """An address where connections are taken and nothing is said."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


class _Page(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def web() -> Iterator[str]:
    """The address of a web server, as the dashboard of a cluster is one."""
    with http.server.HTTPServer(("127.0.0.1", 0), _Page) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def worker(here: Any) -> str:
    """The address of a worker, which is not what a call is given."""
    return str(next(iter(here.scheduler_info["workers"])))


@pytest.fixture
def nobody() -> str:
    return "127.0.0.1:9"


@pytest.mark.parametrize("who", ["nobody", "silent", "web", "worker"])
def test_who_is_no_scheduler_is_told_in_one_sentence(
    who: str, request: pytest.FixtureRequest, capfd: Any, monkeypatch: pytest.MonkeyPatch, sent: Path
) -> None:
    monkeypatch.setattr(connection, "_SECONDS_TO_ANSWER", 0.3)
    address = request.getfixturevalue(who)
    ended = call(capfd, "validate", str(sent), *OWN_FILES, "--cluster", address, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines() == [
        f"--cluster: no scheduler answers at {address}; check the address, and whether 'dask scheduler' runs"
    ]


@pytest.mark.parametrize(
    "address",
    ["somewhere", "", "http://127.0.0.1:8787", "ucx://127.0.0.1:8786", "tcp://127.0.0.1:8786/status"],
)
def test_what_is_no_address_is_refused(capsys: Any, sent: Path, address: str) -> None:
    ended = call(capsys, "validate", str(sent), *OWN_FILES, "--cluster", address, "--lang", "en")
    assert (ended.code, "no address of a scheduler" in ended.err) == (2, True)


def test_a_scheduler_with_certificates_wants_ours(capsys: Any, sent: Path) -> None:
    ended = call(capsys, "validate", str(sent), *OWN_FILES, "--cluster", "tls://127.0.0.1:9", "--lang", "en")
    assert (ended.code, "needs certificates" in ended.err) == (2, True)


def test_a_scheduler_of_another_distributed_is_refused(
    here: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch, sent: Path
) -> None:
    monkeypatch.setattr("distributed.__version__", "2021.0.0")
    command = ("validate", str(sent), *OWN_FILES, "--cluster", here.scheduler_address, "--lang", "en")
    ended = call(capsys, *command)
    assert ended.code == 2
    assert "this machine 2021.0.0; install the same version on all machines" in ended.err


def test_a_slash_at_the_end_of_an_address_does_no_harm(here: Any, capsys: Any, sent: Path) -> None:
    address = f"{here.scheduler_address}/"
    assert call(capsys, "validate", str(sent), *OWN_FILES, "-q", "--cluster", address).code == 3


def test_whoever_calls_may_run_an_event_loop_already(here: Any, sent: Path) -> None:
    async def called() -> list[ReadSubmission]:
        return read(Team(Cluster(here.scheduler_address)), files_in(sent)[:2])

    # Beside whatever else runs a loop in this thread, such as a browser of another test.
    with ThreadPoolExecutor(1) as beside:
        assert len(beside.submit(asyncio.run, called()).result()) == 2


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
    monkeypatch.setattr(connection, "__version__", "0.0.0")
    with pytest.raises(PathError, match=r"this machine 0\.0\.0"):
        read(Team(Cluster(here.scheduler_address)), files_in(sent)[:2])


def test_a_worker_of_another_version_that_comes_later_is_refused_too(
    here: Any, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc_cli.intake.crew.errand.Errand.__new__.__defaults__", ((), "0.0.0"))
    with pytest.raises(PathError, match="install the same version"):
        read(Team(Cluster(here.scheduler_address)), files_in(sent)[:2])
