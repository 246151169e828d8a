"""Where forms are written: a name for each, and never over a workbook that somebody may have filled in."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Text

if TYPE_CHECKING:
    from cchc_cli.roster import Member

_SUFFIX = ".xlsx"
_ONE_FILE = Text(
    "--output {path}: có {count} biểu mẫu, không ghi vào một tệp được; hãy nêu tên thư mục",
    "--output {path}: {count} forms don't go into one file; name a folder",
)
_DIFFERENT = Text(
    "tệp {path} đã có và khác với biểu mẫu, có thể đã điền số liệu{more}; không ghi đè. Hãy chọn nơi khác, "
    "hoặc thêm --force nếu muốn thay",
    "the file {path} is there and differs from the form, it may be filled in{more}; it is not overwritten. "
    "Choose another place, or add --force to replace it",
)
_MORE = Text(" (và {count} tệp khác)", " (and {count} other files)")


def form_paths(destination: str, members: Sequence["Member"]) -> list[Path]:
    """Where the form of each member goes: into a folder, or one form into the named .xlsx file.

    Raises UsageError where several forms would go into one file.
    """
    from cchc_cli.outgoing.file_names import unique_names

    path = Path(destination)
    if path.suffix.lower() == _SUFFIX and not path.is_dir():
        if len(members) > 1:
            raise UsageError(_ONE_FILE.filled(path=path, count=len(members)))
        return [path]
    names = unique_names(f"{member.code} - {member.lives[-1].name.vi}" for member in members)
    return [path / f"{name}{_SUFFIX}" for name in names]


def write_forms(forms: Mapping[Path, bytes], force: bool) -> None:
    """Writes all of them; none where that would replace a workbook with another content.

    Raises UsageError for that, unless `force`, and where a file cannot be written.
    """
    from cchc_cli.cli.destinations import make_folder
    from cchc_cli.cli.writing import write_whole

    there = {path for path, content in forms.items() if _holds(path, content)}
    different = [path for path in forms if path.exists() and path not in there]
    if different and not force:
        raise _would_replace(different)
    for folder in dict.fromkeys(path.parent for path in forms):
        make_folder(folder)
    for path, content in forms.items():
        if path not in there:
            write_whole(path, content)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:
        return False


def _would_replace(paths: Collection[Path]) -> UsageError:
    first, *others = paths
    if not others:
        return UsageError(_DIFFERENT.filled(path=first, more=""))
    return UsageError(_DIFFERENT.filled(path=first, more=_MORE.filled(count=len(others))))
