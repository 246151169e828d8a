"""The catalogue as shipped, and the decision's text where it is at hand."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.packaged import packaged_file
from tests.omission import omit

_BESIDE_THE_CHECKOUT = Path(__file__).parents[3] / "shared" / "seed" / "decision-2703.vi.txt"


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return load_catalogue(packaged_file("targets.yaml"))


@pytest.fixture(scope="session")
def decision() -> tuple[str, ...]:
    """The lines of the decision; line 1 is the first."""
    path = Path(os.environ.get("CCHC_SEED") or _BESIDE_THE_CHECKOUT)
    if not path.is_file():
        omit("the decision's text is not at hand; CCHC_SEED says where it is")
    return tuple(path.read_text(encoding="utf-8").split("\n"))


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Catalogue]:
    """Loads a catalogue from its text."""

    def load(text: str) -> Catalogue:
        path = tmp_path / "targets.yaml"
        path.write_text(text, encoding="utf-8")
        return load_catalogue(path)

    return load
