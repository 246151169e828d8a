"""`cchc init`: editable copies of the files that come with the program."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli.destinations import make_folder, write_whole
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Text
from cchc_cli.packaged import packaged_file

_FILES = ("targets.yaml", "agencies.yaml")


def init(context: typer.Context, directory: Annotated[str, typer.Argument(metavar="DIR")]) -> int:
    """Copies the catalogue and the registry; nothing that is there is overwritten."""
    output = Output(setting_of(context).language)
    folder = Path(directory)
    copies = [folder / name for name in _FILES]
    for copy in copies:
        if copy.exists():
            raise UsageError(_already_there(copy))
    make_folder(folder)
    for copy in copies:
        write_whole(copy, packaged_file(copy.name).read_bytes())
        output.text_lines(str(copy))
    output.trouble(_next_step(*copies))
    return 0


def _already_there(path: Path) -> Text:
    return Text(
        f"{path} đã có; hãy chọn thư mục khác hoặc đổi tên tệp đó",
        f"{path} exists already; choose another folder or rename that file",
    )


def _next_step(targets: Path, agencies: Path) -> Text:
    call = f'cchc evaluate PATH --targets "{targets}" --agencies "{agencies}"'
    return Text(f"Sửa xong, chạy: {call}", f"Edit them, then run: {call}")
