"""Whether a file can be written, tried before any work and without touching what is there."""

from pathlib import Path

from cchc_cli.cli.writing import cause_of, unfinished_beside
from cchc_cli.intake.paths import itself
from cchc_cli.language import Text

_OWNED_BY_EXCEL = "~$"
_OWNED_BY_LIBREOFFICE = ".~lock."

IS_FOLDER = Text("đây là thư mục; hãy ghi tên tệp", "this is a folder; name a file")
_NO_FOLDER = Text("thư mục chứa tệp không tồn tại", "the folder it would stand in doesn't exist")
_NO_FILE = Text(
    "đây không phải tệp thường, không ghi đè", "this is no ordinary file and won't be overwritten"
)
_OPEN = Text(
    "tệp đang mở trong Excel? (bên cạnh có {owner}); hãy đóng tệp rồi chạy lại, hoặc xóa {owner} nếu không "
    "ai mở",
    "is the file open in Excel? ({owner} stands beside it); close it and try again, or remove {owner} if "
    "nobody has it open",
)


def why_not_writable(path: Path) -> Text | None:
    """Why a file cannot be written there; None where it can."""
    try:
        refusal = _in_the_way(path) or _open_elsewhere(itself(path))
        if refusal is None:
            _try(path)
    except OSError as error:
        return cause_of(error)
    return refusal


def _in_the_way(path: Path) -> Text | None:
    if path.is_dir() or not path.name:
        return IS_FOLDER
    if not itself(path).parent.is_dir():
        return _NO_FOLDER
    return _NO_FILE if path.exists() and not path.is_file() else None


def _open_elsewhere(place: Path) -> Text | None:
    """A program that has a spreadsheet open lays a file of this name beside it, on every system."""
    if not place.exists():
        return None
    names = f"{_OWNED_BY_EXCEL}{place.name}", f"{_OWNED_BY_LIBREOFFICE}{place.name}#"
    owner = next((name for name in names if place.with_name(name).exists()), None)
    return _OPEN.filled(owner=owner) if owner else None


def _try(path: Path) -> None:
    """Opens the file for changing and lays an empty one beside it, as writing will do. Raises OSError.

    Rights alone don't tell: Windows locks an open workbook, a disk may be read-only, a name too long.
    """
    if path.exists():
        path.open("r+b").close()
    unfinished = unfinished_beside(path)
    try:
        unfinished.open("wb").close()
    finally:
        unfinished.unlink(missing_ok=True)
