"""No test of the command line depends on the environment it is run in."""

from pathlib import Path

import pytest

from tests.cli.calls import MET, MISSED, write_matrix


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CCHC_LANG", "CCHC_TARGETS", "CCHC_AGENCIES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def met(tmp_path: Path) -> str:
    """A workbook with which every target is met."""
    return str(write_matrix(tmp_path / "met.xlsx", MET))


@pytest.fixture
def missed(tmp_path: Path) -> str:
    """A workbook with which one target is missed."""
    return str(write_matrix(tmp_path / "missed.xlsx", MISSED))
