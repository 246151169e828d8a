"""How the process ends: at once, yet with everything that was to be done at the end."""

import subprocess
import sys

import pytest

from tests.cli.calls import own_environment


@pytest.mark.parametrize(
    ("call", "code", "printed"),
    [
        ("3", 3, ""),
        ("sys.stdout.write('waiting') * 0", 0, "waiting"),
        ("atexit.register(print, 'done at the end') and 4", 4, "done at the end\n"),
        ("sys.exit(5)", 5, ""),
    ],
)
def test_nothing_is_left_out_at_the_end(call: str, code: int, printed: str) -> None:
    program = f"import atexit, sys; from cchc_cli.cli import main; main.run = lambda _: {call}; main.main()"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, text=True, env=own_environment()
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, printed, "")
