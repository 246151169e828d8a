"""What docstrings outside `src` show is what comes out; those within it are run where they stand."""

import doctest
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def _modules_with_examples() -> Iterator[str]:
    for folder, above in ((ROOT / "benchmarks", ROOT), (ROOT / "scripts", ROOT / "scripts")):
        for path in sorted(folder.rglob("*.py")):
            if ">>> " in path.read_text(encoding="utf-8"):
                yield ".".join(path.relative_to(above).with_suffix("").parts)


@pytest.mark.parametrize("module", [*_modules_with_examples()])
def test_examples_hold(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "scripts")
    result = doctest.testmod(import_module(module))
    assert result.attempted > 0
    assert result.failed == 0
