"""Calling `cchc` in this process and in one of its own, on a province of two departments."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook

from cchc_cli.cli.main import run

HERE = Path(__file__).parent
OWN_FILES = (
    "--targets",
    str(HERE / "small-targets.yaml"),
    "--agencies",
    str(HERE / "small-agencies.yaml"),
)
HEADER = ("Mã đơn vị", "Kỳ báo cáo", "online", "received", "content", "meetings", "meetings-online")
MET = [("SNV", "2024", 45, 50, 90, 10, 10), ("SYT", "2024", 40, 50, None, None, None)]
MISSED = [("SNV", "2024", 39, 50, 90, 10, 10), ("SYT", "2024", 40, 50, None, None, None)]


class Call(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


def write_matrix(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    """A matrix workbook with these rows."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Số liệu"
    for row in (HEADER, *rows):
        sheet.append(list(row))
    workbook.save(path)
    return path


def call(capsys: Any, *arguments: str) -> Call:
    """Calls the program in this process."""
    capsys.readouterr()
    code = run(list(arguments))
    captured = capsys.readouterr()
    return Call(code, captured.out, captured.err)


def start(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Calls `python -m cchc_cli` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cchc_cli", *arguments],
        capture_output=True,
        check=False,
        env={**own_environment(), **environment},
    )


def python(code: str) -> str:
    """What a piece of Python prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, env=own_environment()
    )
    return done.stdout


def loaded_by(*calls: list[str]) -> set[str]:
    """Every module there is in a process after these calls."""
    code = f"import sys; from cchc_cli.cli.main import run; [run(each) for each in {calls!r}]; "
    return set(python(f"{code}print('|', *sys.modules)").rpartition("|")[2].split())


def own_environment() -> dict[str, str]:
    """That of a call in a process of its own."""
    own = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "0", "COLUMNS": "80"}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_")}
    return {**inherited, **own}
