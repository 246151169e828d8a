"""Saved runs named on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.sources import unreadable
from cchc_cli.language import Language, Text
from cchc_cli.saved_run import SavedRunError

Read = TypeVar("Read")

_NONE = Text("{option} {file}: {reason}", "{option} {file}: {reason}")
_KNOWN = Text(
    "So với {file}: {known} nội dung đã biết không nêu lại; chỉ nội dung mới được tính vào mã thoát.",
    "Against {file}: {known} known findings are left out; only new ones count in the exit code.",
)


def open_saved(read: Callable[[bytes], Read], option: str, file: Path) -> Read:
    """What `read` makes of a saved run. Raises UsageError where it cannot be read, or is none."""
    try:
        return read(file.read_bytes())
    except OSError as error:
        raise unreadable(option, file, error) from None
    except SavedRunError as error:
        raise UsageError(_NONE.filled(option=option, file=file, reason=error.text)) from None


def known_findings(baseline: str, known: int, language: Language) -> str:
    """How many findings a baseline makes known."""
    return _KNOWN.in_language(language).format(file=baseline, known=known)
