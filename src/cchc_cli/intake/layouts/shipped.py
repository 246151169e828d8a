"""The mapped layouts that come with the program, and those of the user."""

from pathlib import Path
from typing import TYPE_CHECKING

from cchc_cli.strict_yaml import load

if TYPE_CHECKING:
    from cchc_cli.intake.layouts.description import LayoutSource

_FOLDER = Path(__file__).parent


def shipped_files() -> list[Path]:
    """The files of the mapped layouts of this installation, in the order of their names."""
    return sorted(_FOLDER.glob("*.yaml"))


def shipped_layouts() -> "list[LayoutSource]":
    """Every mapped layout of this installation, by id."""
    return [load_layout(path) for path in shipped_files()]


def load_layout(path: Path) -> "LayoutSource":
    """Raises InvalidFileError where the file is no layout, OSError where it cannot be read."""
    from cchc_cli.intake.layouts.description import LayoutSource

    return load(path, LayoutSource)[0]
