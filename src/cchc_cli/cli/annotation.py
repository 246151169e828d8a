"""Where marked workbooks are written: one for each submission that has something to mend or to explain."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

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
_IS_INPUT = Text(
    "--annotate {folder}: sẽ ghi đè tệp đầu vào {path}; hãy chọn thư mục khác",
    "--annotate {folder}: the input {path} would be overwritten; choose another folder",
)
_NO_FOLDER = Text(
    "--annotate {folder}: đây là một tệp; hãy nêu thư mục",
    "--annotate {folder}: this is a file; name a folder",
)


def hand_back(
    intake: "Intake",
    ground: "Ground",
    directory: Path,
    contact: str | None,
    return_by: date | None,
    output: Output,
) -> int:
    """Writes the marked copy of every submission with an error or an unanswered warning; returns how many.

    No original is touched. A marked copy that is there already is replaced whole. Raises UsageError where a
    copy would overwrite an input, and where one cannot be written.
    """
    from cchc_cli.cli.destinations import make_folder, write_whole
    from cchc_cli.cli.progress import progress
    from cchc_cli.outgoing.marking.marked_workbook import marked_workbook

    lists = _lists(intake, ground, contact, return_by)
    names = marked_names([Path(submission.path) for submission in intake.submissions])
    asked = [(index, said) for index, said in enumerate(lists) if said.asks_for_anything]
    _check(directory, [names[index] for index, _ in asked], intake)
    if asked:
        make_folder(directory)
    with progress(output, _PROGRESS, len(asked)) as step:
        for index, said in asked:
            original = Path(intake.submissions[index].path)
            made = marked_workbook(_bytes(original), original.suffix, said)
            path = directory / f"{names[index]}{made.suffix}"
            write_whole(path, made.content)
            if not made.has_content:
                output.remark(_say(_ALONE, output, name=path.name))
            elif made.losses:
                output.remark(_say(_LOST, output, name=path.name, losses="; ".join(made.losses)))
            step()
    if len(asked) < len(lists):
        output.remark(_say(_NOTHING, output, count=str(len(lists) - len(asked))))
    return len(asked)


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


def _lists(
    intake: "Intake", ground: "Ground", contact: str | None, return_by: date | None
) -> "list[ErrorList]":
    """What is said about each submission."""
    from cchc_cli.findings.finding import Finding
    from cchc_cli.outgoing.marking.error_list import Correspondence

    by_path: dict[str, list[Finding]] = {}
    for finding in intake.findings:
        if finding.place is not None:
            by_path.setdefault(finding.place.file, []).append(finding)
    paths = [submission.path for submission in intake.submissions]
    letters = Correspondence(ground.catalogue.item_by_code, ground.registry, paths, contact, return_by)
    return [
        letters.error_list(
            submission,
            by_path.get(submission.path, []),
            sorted({agency for agency, _ in read.figures}),
            sorted({period for _, period in read.figures}),
            is_used=read.observations > 0,
        )
        for submission, read in zip(intake.submissions, intake.read, strict=True)
    ]


def _check(directory: Path, names: Sequence[str], intake: "Intake") -> None:
    """Refuses before anything is written what would overwrite an input."""
    from cchc_cli.intake.paths import itself

    if directory.exists() and not directory.is_dir():
        raise UsageError(_text(_NO_FOLDER, folder=str(directory)))
    inputs = {itself(Path(submission.path)): submission.path for submission in intake.submissions}
    for name in names:
        for suffix in (".xlsx", ".xlsm"):
            path = itself(directory / f"{name}{suffix}")
            if path in inputs:
                raise UsageError(_text(_IS_INPUT, folder=str(directory), path=inputs[path]))


def _bytes(path: Path) -> bytes:
    """The file, as far as any file is read; empty where it cannot be opened."""
    from cchc_cli.intake.limits import MAXIMUM_FILE_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_FILE_BYTES + 1)
    except OSError:
        return b""


def _say(text: Text, output: Output, **facts: str) -> str:
    return text.in_language(output.language).format(**facts)


def _text(text: Text, **facts: str) -> Text:
    return Text(text.vi.format(**facts), text.en.format(**facts))
