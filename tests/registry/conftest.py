"""A registry to ask, and a way to write one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.packaged import packaged_file
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry

HEAD = """\
province: {vi: Tiền Giang, en: Tien Giang}
groups:
  department: {level: province}
  vertical: {level: province, pooled: false}
  district: {level: district}
  commune: {level: commune}
agencies:
"""


@pytest.fixture(scope="session")
def packaged() -> Registry:
    """The registry that comes with the program."""
    return load_registry(packaged_file("agencies.yaml"))


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a registry of the given entries, the first of them on line 8."""

    def _write(*entries: str) -> Path:
        path = tmp_path / "agencies.yaml"
        lines = "".join(f"  - {{{entry}}}\n" for entry in entries)
        path.write_text(HEAD + lines, encoding="utf-8")
        return path

    return _write
