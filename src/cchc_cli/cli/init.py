"""`cchc init`: editable copies of the files that come with the program."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli.destinations import make_folder
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.setting import setting_of
from cchc_cli.cli.writing import write_whole
from cchc_cli.language import Language, Text
from cchc_cli.packaged import packaged_file

_TARGETS, _AGENCIES, _ANNEX, _TEMPLATE = "targets.yaml", "agencies.yaml", "annex.yaml", "report-template.docx"


def init(context: typer.Context, directory: Annotated[str, typer.Argument(metavar="DIR")]) -> int:
    """Copies the catalogue, the registry, and what the Word report is made on; overwrites nothing."""
    language = setting_of(context).language
    output = Output(language)
    folder = Path(directory)
    originals = {folder / name: original for name, original in _originals(language).items()}
    make_folder(folder)
    for copy in originals:
        if copy.exists():
            raise UsageError(_already_there(copy))
    for copy, original in originals.items():
        write_whole(copy, original.read_bytes())
        output.text_lines(str(copy))
    output.trouble(_next_step(folder))
    return 0


def _originals(language: Language) -> dict[str, Path]:
    """The files by the names that their copies get; the template is the one of the language."""
    from cchc_cli.annex.shipped import ANNEX_FILE
    from cchc_cli.reports.docx.shipped import template_file

    return {
        _TARGETS: packaged_file(_TARGETS),
        _AGENCIES: packaged_file(_AGENCIES),
        _ANNEX: ANNEX_FILE,
        _TEMPLATE: template_file(language),
    }


def _already_there(path: Path) -> Text:
    return Text(
        f"{path} đã có; hãy chọn thư mục khác hoặc đổi tên tệp đó",
        f"{path} exists already; choose another folder or rename that file",
    )


def _next_step(folder: Path) -> Text:
    targets, agencies = folder / _TARGETS, folder / _AGENCIES
    call = f'cchc evaluate PATH --targets "{targets}" --agencies "{agencies}"'
    document = f'-o FILE.docx --docx-template "{folder / _TEMPLATE}" --docx-annex "{folder / _ANNEX}"'
    return Text(
        f"Sửa xong, chạy: {call}; báo cáo Word theo mẫu riêng: thêm {document}",
        f"Edit them, then run: {call}; for the Word report on your own template add {document}",
    )
