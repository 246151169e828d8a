"""Where marked workbooks are written: one for each submission that has something to mend or to explain."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Text

if TYPE_CHECKING:
    from cchc_cli.cli.reading import Ground
    from cchc_cli.intake.intake import Intake
    from cchc_cli.outgoing.marking.error_list import ErrorList

_MARKED = " - cần sửa"
_MARKED_BEFORE = re.compile(rf"{_MARKED}(?: ?\([0-9]+\))*$")
"""As it comes back, also from a program that numbers what it has downloaded twice."""
_SUFFIXES = (".xlsx", ".xlsm")
"""What a marked copy may end in."""
_MOST_NAMED = 10
_PROGRESS = Text("Đánh dấu lỗi", "Marking errors")
_NOTHING = Text(
    "{count} tệp không có gì phải sửa hay giải trình nên không có bản đánh dấu.",
    "{count} workbooks have nothing to be mended or explained, and no marked copy.",
)
_LOST = Text(
    "{name}: không giữ được {losses}.", "{name}: not carried over (in Vietnamese as on its sheet): {losses}."
)
_ALONE = Text(
    "{name}: tệp gốc không mở được hoặc quá lớn để chép lại, nên chỉ có danh sách lỗi.",
    "{name}: the original cannot be opened or is too large to be copied, so that it holds the list of "
    "errors only.",
)
_OLD = Text(
    "Trong {folder} còn bản đánh dấu cũ của tệp nay không còn gì phải sửa, đừng gửi lại: {names}.",
    "In {folder} there are old marked copies of workbooks that are fine now, don't send them: {names}.",
)
_IS_INPUT = Text(
    "--annotate {folder}: sẽ ghi đè tệp đầu vào {path}; hãy chọn thư mục khác",
    "--annotate {folder}: the input {path} would be overwritten; choose another folder",
)
_NO_FOLDER = Text(
    "--annotate {folder}: đây là một tệp; hãy nêu thư mục",
    "--annotate {folder}: this is a file; name a folder",
)


class Returning(NamedTuple):
    """Where marked copies go, and what their first sheet says about the way back."""

    directory: Path
    contact: str | None
    return_by: date | None


class _Copy(NamedTuple):
    """What becomes of the submission at `path`; `name` is that of its marked copy, without suffix."""

    path: str
    name: str
    said: "ErrorList"

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(f"{self.name}{suffix}" for suffix in _SUFFIXES)


def hand_back(
    intake: "Intake", wanted: Collection[str], ground: "Ground", returning: Returning, output: Output
) -> int:
    """Writes a marked copy of each wanted submission with an error or an unanswered warning.

    `wanted` are paths of submissions. Returns how many copies there are. No original is touched; a marked
    copy that is there already is replaced whole, one that is no longer called for is named. Raises UsageError
    where a copy would overwrite an input, and where one cannot be written.
    """
    from cchc_cli.cli.destinations import make_folder
    from cchc_cli.cli.progress import progress

    directory = returning.directory
    copies = [copy for copy in _copies(intake, ground, returning) if copy.path in wanted]
    asked = [copy for copy in copies if copy.said.asks_for_anything]
    _check(directory, asked, intake)
    if asked:
        make_folder(directory)
    with progress(output, _PROGRESS, len(asked)) as step:
        for copy in asked:
            _write(copy, directory, output)
            step()
    fine = [copy for copy in copies if not copy.said.asks_for_anything]
    if fine:
        output.remark(_NOTHING.filled(count=len(fine)).in_language(output.language))
    old = [name for copy in fine for name in copy.places if (directory / name).exists()]
    if old:
        named = ", ".join(old[:_MOST_NAMED]) + (", …" if len(old) > _MOST_NAMED else "")
        output.remark(_OLD.filled(folder=directory, names=named).in_language(output.language))
    return len(asked)


def _write(copy: _Copy, directory: Path, output: Output) -> None:
    from cchc_cli.cli.writing import write_whole
    from cchc_cli.outgoing.marking.marked_workbook import marked_workbook

    original = Path(copy.path)
    made = marked_workbook(_bytes(original), original.suffix, copy.said)
    path = directory / f"{copy.name}{made.suffix}"
    write_whole(path, made.content)
    if not made.has_content:
        output.remark(_ALONE.filled(name=path.name).in_language(output.language))
    elif made.losses:
        losses = "; ".join(made.losses)
        output.remark(_LOST.filled(name=path.name, losses=losses).in_language(output.language))


def marked_names(originals: Sequence[Path]) -> list[str]:
    """What the marked copy of each is called, without suffix; two that are called alike are told apart.

    >>> marked_names([Path("a/x.xlsx"), Path("b/x.xls"), Path("b/y - cần sửa.xlsx"), Path("b/X.csv")])
    ['a - x - cần sửa', 'b - x (xls) - cần sửa', 'y - cần sửa', 'b - X (csv) - cần sửa']
    """
    from cchc_cli.outgoing.file_names import safe_name, unique_names

    stems = [_MARKED_BEFORE.sub("", safe_name(path.stem))[:_LONGEST].strip() for path in originals]
    alike = Counter(stem.casefold() for stem in stems)
    beside = Counter((path.parent, stem.casefold()) for path, stem in zip(originals, stems, strict=True))
    named = []
    for path, stem in zip(originals, stems, strict=True):
        count, here = alike[stem.casefold()], beside[path.parent, stem.casefold()]
        folder = f"{path.parent.name[:_LONGEST_FOLDER]} - " if count > here and path.parent.name else ""
        suffix = f" ({path.suffix.lower().lstrip('.')})" if here > 1 else ""
        named.append(f"{folder}{stem}{suffix}{_MARKED}")
    return unique_names(named)


_LONGEST, _LONGEST_FOLDER = 60, 20
"""Letters of a name that are kept; with all that stands around them a file name takes no more."""


def _copies(intake: "Intake", ground: "Ground", returning: Returning) -> list[_Copy]:
    """What is said about each submission, and what its copy is called among all of the call."""
    from cchc_cli.outgoing.marking.error_list import Correspondence, by_file

    by_path = by_file(intake.findings)
    paths = [submission.path for submission in intake.submissions]
    letters = Correspondence(
        ground.catalogue.item_by_code, ground.registry, paths, returning.contact, returning.return_by
    )
    names = marked_names([Path(path) for path in paths])
    return [
        _Copy(
            submission.path,
            name,
            letters.error_list(
                submission,
                by_path.get(submission.path, []),
                sorted({agency for agency, _ in read.figures}),
                sorted({period for _, period in read.figures}),
                is_used=read.observations > 0,
            ),
        )
        for submission, read, name in zip(intake.submissions, intake.read, names, strict=True)
    ]


def _check(directory: Path, copies: Sequence[_Copy], intake: "Intake") -> None:
    """Refuses before anything is written what would overwrite an input."""
    from cchc_cli.intake.paths import itself

    if _is_file(directory):
        raise UsageError(_NO_FOLDER.filled(folder=directory))
    inputs = {itself(Path(submission.path)): submission.path for submission in intake.submissions}
    for copy in copies:
        for place in copy.places:
            path = itself(directory / place)
            if path in inputs:
                raise UsageError(_IS_INPUT.filled(folder=directory, path=inputs[path]))


def _is_file(path: Path) -> bool:
    """Of a name that no file can bear, making the folder will say so."""
    try:
        return path.exists() and not path.is_dir()
    except OSError:
        return False


def _bytes(path: Path) -> bytes:
    """The file, as far as any file is read; empty where it cannot be opened."""
    from cchc_cli.intake.files.limits import MAXIMUM_FILE_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_FILE_BYTES + 1)
    except OSError:
        return b""
