"""`cchc template`: the workbooks that agencies fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Sources
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from cchc_cli.cli.reading import Ground
    from cchc_cli.outgoing.form_content import FormContents
    from cchc_cli.period import Period
    from cchc_cli.roster import Member

_WHOM = Text(
    "hãy nêu một trong ba: --agency MÃ, --level CẤP, hoặc --all",
    "say for whom: --agency CODE, --level LEVEL, or --all",
)
_WHEN = Text("hãy nêu kỳ báo cáo bằng --period, ví dụ --period 2024", "name the period: --period 2024")
_WHERE = Text("hãy nêu thư mục đích bằng -o", "name the folder to write to with -o")
_NOBODY = Text("không có đơn vị nào phải báo cáo trong kỳ này", "nobody has to report for this period")
_DIFFERENT = Text(
    "tệp {path} đã có và khác với biểu mẫu (có thể đã điền); không ghi đè. Chọn thư mục khác, hoặc dùng "
    "--force",
    "the file {path} is there and differs from the form (it may be filled in); it is not overwritten. Choose "
    "another folder, or use --force",
)
_MAKING = Text("Lập biểu mẫu", "Making the forms")
_MADE = Text(
    "Đã lập {made} biểu mẫu kỳ {period} trong {folder}.", "Made {made} forms for {period} in {folder}."
)


def template(
    context: typer.Context,
    period: Annotated[str | None, typer.Option("--period", metavar="P")] = None,
    agency: options.AgencyCodes = None,
    level: options.Levels = None,
    everybody: Annotated[bool, typer.Option("--all")] = False,
    folder: Annotated[str | None, typer.Option("--output", "-o", metavar="DIR")] = None,
    previous: Annotated[list[str] | None, typer.Option("--previous", metavar="PATH")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    quiet: options.Quiet = False,
) -> int:
    """Makes the form of an agency, of a level, or of everybody."""
    if sum(map(bool, (agency, level, everybody))) != 1:
        raise UsageError(_WHOM)
    if not period:
        raise UsageError(_WHEN)
    if not folder:
        raise UsageError(_WHERE)
    sources = Sources(previous or [], targets, agencies)
    language = setting_of(context).language
    return _template(sources, period, agency or [], level or [], Path(folder), force, quiet, language)


def _template(
    sources: Sources,
    wanted_period: str,
    codes: list[str],
    levels: list[str],
    folder: Path,
    force: bool,
    quiet: bool,
    language: Language,
) -> int:
    from cchc_cli.cli.choices import Choices, parse_period
    from cchc_cli.cli.exit_codes import ExitCode
    from cchc_cli.cli.reading import open_ground
    from cchc_cli.outgoing.form_content import FormContents

    period = parse_period("--period", wanted_period)
    ground = open_ground(sources)
    choices = Choices(ground.catalogue, ground.registry)
    contents = FormContents(ground.catalogue, ground.registry, period, _before(sources, ground, period))
    wanted_codes, wanted_levels = choices.agencies(codes), choices.levels(levels)
    members = [
        member
        for member in contents.members
        if (not wanted_codes or member.code in wanted_codes)
        and (not wanted_levels or member.level in wanted_levels)
    ]
    if not members:
        raise UsageError(_NOBODY)
    output = Output(language, quiet)
    _write(_forms(contents, members, output), folder, force)
    made = _MADE.in_language(language)
    output.remark(made.format(made=len(members), period=period.in_words(language), folder=folder))
    return ExitCode.FINE


def _before(sources: Sources, ground: "Ground", period: "Period") -> "Mapping[tuple[str, str], Decimal]":
    """The figures of the period before, from the workbooks named for it."""
    if not sources.paths:
        return {}
    from cchc_cli.cli.reading import read_submissions

    before = period.previous
    intake = read_submissions(sources, ground)
    return {(one.agency, one.item): one.value for one in intake.observations if one.period == before}


def _forms(contents: "FormContents", members: "Sequence[Member]", output: Output) -> dict[str, bytes]:
    """The forms by the names of their files."""
    from cchc_cli.cli.progress import progress
    from cchc_cli.outgoing.file_names import unique_names
    from cchc_cli.outgoing.form_workbook import form_workbook

    names = unique_names(f"{member.code} - {member.lives[-1].name.vi}" for member in members)
    forms = {}
    with progress(output, _MAKING, len(members)) as advance:
        for name, member in zip(names, members, strict=True):
            forms[f"{name}.xlsx"] = form_workbook(contents.of(member))
            advance()
    return forms


def _write(forms: dict[str, bytes], folder: Path, force: bool) -> None:
    """Writes all of them, or none where one would destroy what somebody filled in."""
    from cchc_cli.cli.destinations import make_folder, write_whole

    make_folder(folder)
    for name, content in forms.items():
        path = folder / name
        if not force and path.exists() and path.read_bytes() != content:
            raise UsageError(Text(_DIFFERENT.vi.format(path=path), _DIFFERENT.en.format(path=path)))
    for name, content in forms.items():
        write_whole(folder / name, content)
