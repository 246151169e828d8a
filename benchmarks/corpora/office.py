"""Workbooks opened and saved by a real office program, where there is one."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import which

_AT_ONCE = 250
"""So many files one start of the program converts."""
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIXED_TIME = rb"\g<1>2024-12-31T00:00:00Z\g<2>"


def office_program() -> str | None:
    """LibreOffice, wherever it is on the path."""
    return which("soffice") or which("libreoffice")


def save_again(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The same files as the office program saves them, into a folder, under their names.

    Raises CalledProcessError where the program fails.
    """
    program = office_program()
    assert program is not None, "the caller has looked for it"
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        for start in range(0, len(paths), _AT_ONCE):
            batch = [str(path) for path in paths[start : start + _AT_ONCE]]
            subprocess.run(
                [*command, "--convert-to", "xlsx", "--outdir", str(folder), *batch],
                check=True,
                capture_output=True,
            )
    return [folder / path.name for path in paths]


def without_times(properties: bytes) -> bytes:
    """The properties of a document with one fixed time instead of the moments of saving."""
    return _TIME.sub(_FIXED_TIME, properties)
