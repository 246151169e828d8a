"""Frozen folders named on the command line."""

from pathlib import Path

from cchc_cli.cli.problems import UsageError
from cchc_cli.freezing.checking import Frozen, NotFrozenError, open_frozen
from cchc_cli.language import Text, joined

_NOT_SOUND = Text(
    "{faults}. Kiểm tra bằng: cchc verify {folder}", "{faults}. Check it with: cchc verify {folder}"
)
_MOST = 3


def open_kept(folder: Path) -> Frozen:
    """A frozen folder, whatever became of its files. Raises UsageError where its record is unreadable."""
    try:
        return open_frozen(folder)
    except NotFrozenError as error:
        raise UsageError(error.text) from None


def open_sound(folder: Path) -> Frozen:
    """A frozen folder as it was frozen. Raises UsageError where a file of it was changed."""
    frozen = open_kept(folder)
    if frozen.faults:
        faults = joined(frozen.faults[:_MOST], "; ")
        raise UsageError(_NOT_SOUND.filled(faults=faults, folder=folder))
    return frozen
