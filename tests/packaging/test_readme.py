"""The READMEs show what the program really prints, and their commands are the ones that run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"<!-- output(?:: (?P<options>.*?))? -->\n```text\n(?P<text>.*?)\n```", re.S)
README_OF = {"en": "README.md", "vi": "README.vi.md"}


def printed(language: str, options: str) -> str:
    command = [sys.executable, "-m", "cchc_cli", "evaluate", "examples/data.xlsx", *shlex.split(options)]
    environment = {**os.environ, "CCHC_LANG": language, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    finished = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    return finished.stdout


@pytest.mark.parametrize("language", sorted(README_OF))
def test_what_the_readme_shows_is_what_is_printed(language: str) -> None:
    blocks = list(BLOCK.finditer((ROOT / README_OF[language]).read_text(encoding="utf-8")))
    assert len(blocks) == 2
    for block in blocks:
        assert block["text"] in printed(language, block["options"] or "")


def test_both_readmes_give_the_same_commands() -> None:
    def commands(name: str) -> set[str]:
        text = (ROOT / name).read_text(encoding="utf-8").replace("--lang en ", "")
        return set(re.findall(r"^(?:python3|py) -m venv .*$", text, flags=re.M))

    assert commands("README.md") == commands("README.vi.md")
    assert len(commands("README.md")) == 4
