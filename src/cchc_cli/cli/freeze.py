"""`cchc freeze`: inputs, catalogue, registry, hashes and run of a period, kept together in one folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Filters, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from cchc_cli.cli.freezing_call import Kept

Folder = Annotated[str | None, typer.Option("--output", "-o", metavar="DIR")]

_NO_FOLDER = Text("thiếu -o DIR: thư mục để lưu", "-o DIR is missing: the folder to keep everything in")
_KEPT = Text(
    "Đã lưu vào {folder}: {files} tệp, không sửa byte nào.", "Kept in {folder}: {files} files, byte for byte."
)
_SHA256 = Text(
    "Mã băm SHA-256 của freeze.json, hãy ghi vào biên bản: {sha256}",
    "SHA-256 of freeze.json, to be kept in the minutes: {sha256}",
)
_DONE = Text("đã lưu", "kept")


def freeze(
    context: typer.Context,
    paths: options.Paths,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    period: options.Periods = None,
    by: options.By = None,
    output: Folder = None,
    layout: options.Layout = None,
    as_agency: options.AsAgency = None,
    as_period: options.AsPeriod = None,
    cutoff: options.Cutoff = None,
    as_of: options.AsOf = None,
    min_coverage: options.MinCoverage = None,
    jobs: options.Jobs = None,
    quiet: options.Quiet = False,
) -> int:
    """Keeps everything that the figures of a period come from."""
    filters = Filters(
        periods=period or [],
        by=by or [],
        min_coverage=min_coverage or "0",
        as_of=as_of,
    )
    language = setting_of(context).language
    # What is read are copies in a folder that is being made: no other machine sees them.
    staffing = Staffing(jobs, None, language, quiet)
    sources = Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing)
    return _freeze(sources, filters, output, language, quiet)


def _freeze(sources: Sources, filters: Filters, folder: str | None, language: Language, quiet: bool) -> int:
    from cchc_cli.cli.exit_codes import NOTHING_USABLE, ExitCode
    from cchc_cli.cli.freezing_call import freeze_call
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.problems import UsageError
    from cchc_cli.reports.counting import has_usable_figures

    if not folder:
        raise UsageError(_NO_FOLDER)
    kept = freeze_call(sources, filters, Path(folder), language)
    output = Output(language, quiet)
    output.text_lines(_SHA256.filled(sha256=kept.sha256).in_language(language))
    usable = has_usable_figures(kept.outcome.run)
    code, meaning = (ExitCode.FINE, _DONE) if usable else (ExitCode.INVALID, NOTHING_USABLE)
    output.remark(_remarks(kept, folder, code, meaning, language))
    return code


def _remarks(kept: "Kept", folder: str, code: int, meaning: Text, language: Language) -> str:
    from cchc_cli.cli.closing import closing_summary
    from cchc_cli.cli.exit_codes import ExitCode

    said = _KEPT.filled(folder=folder, files=len(kept.manifest.files) + 2).in_language(language)
    return closing_summary(kept.outcome, (), ExitCode(code), meaning, language, (), [said])
