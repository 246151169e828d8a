"""However many processes read, what comes out is the same to the byte."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import MET, OWN_FILES, call, loaded_by, python, start, write_matrix

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forms, a table, a copy, a broken workbook, a text and an empty file."""
    folder = tmp_path_factory.mktemp("mixed")
    for path in (*sorted((EXAMPLES / "forms").glob("*.xlsx")), EXAMPLES / "data.xlsx"):
        shutil.copy(path, folder)
    form = (EXAMPLES / "forms" / "phuong-5-my-tho-2024.xlsx").read_bytes()
    (folder / "copy.xlsx").write_bytes(form)
    (folder / "broken.xlsx").write_bytes(form[: len(form) // 2])
    (folder / "empty.xlsx").write_bytes(b"")
    table = "Mã đơn vị;Kỳ báo cáo;dossiers-online\nSNV;2024;8,5\n"
    (folder / "table.csv").write_text(table, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("evaluate", "-f", "json", "--with", "observations", "--period", "2024"),
        ("validate", "-f", "json"),
        ("status", "-f", "json", "--period", "2024"),
    ],
    ids=lambda command: command[0],
)
def test_one_process_and_two_say_the_same(mixed: Path, command: tuple[str, ...]) -> None:
    name, *options = command
    alone, together = (start(name, str(mixed), *options, "-j", jobs) for jobs in ("1", "2"))
    assert (alone.returncode, alone.stdout) == (together.returncode, together.stdout)
    assert b"copy.xlsx" in alone.stdout


def test_workers_that_begin_anew_say_the_same(mixed: Path) -> None:
    """As on Windows, where no process is a copy of another."""
    command = ["evaluate", str(mixed), "-f", "json", "--with", "observations", "--period", "2024"]
    program = f"""
from cchc_cli.cli.main import run
from cchc_cli.intake.crew import processes
if __name__ == "__main__":
    processes.start_method = lambda: "spawn"
    run({[*command, "-j", "2"]!r})
"""
    alone = start(*command, "-j", "1")
    assert python(program) == alone.stdout.decode("utf-8")


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1,5", "1000", ""])
def test_a_number_of_processes_that_cannot_be_is_refused(capsys: Any, met: str, jobs: str) -> None:
    ended = call(capsys, "evaluate", met, *OWN_FILES, "--jobs", jobs)
    assert (ended.code, ended.out) == (2, "")
    assert "--jobs" in ended.err


def test_processes_and_a_cluster_do_not_go_together(capsys: Any, met: str) -> None:
    ended = call(capsys, "validate", met, *OWN_FILES, "-j", "2", "--cluster", "localhost:8786")
    assert ended.code == 2
    assert "--cluster" in ended.err


def test_few_files_are_read_without_a_second_process(tmp_path: Path) -> None:
    met = str(write_matrix(tmp_path / "met.xlsx", MET))
    assert "multiprocessing.connection" not in loaded_by(["validate", met, *OWN_FILES])
    assert "multiprocessing.connection" in loaded_by(["validate", met, *OWN_FILES, "-j", "2"])
