"""`cchc template`: the workbooks that agencies fill in."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Sources, Staffing
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from cchc_cli.outgoing.form.content import FormContents
    from cchc_cli.period import Period
    from cchc_cli.roster import Member

_WHOM = Text(
    "hãy nêu một trong ba: --agency MÃ, --level CẤP, hoặc --all",
    "say for whom, one of the three: --agency CODE, --level LEVEL, or --all",
)
_WHEN = Text("hãy nêu kỳ báo cáo, ví dụ --period 2024", "name the period, such as --period 2024")
_WHERE = Text(
    "hãy nêu nơi ghi bằng -o: một thư mục, hoặc tên tệp .xlsx khi chỉ lập một biểu mẫu",
    "say where to write with -o: a folder, or an .xlsx file for a single form",
)
_NOBODY = Text(
    "không có biểu mẫu nào để lập: đơn vị đã nêu không phải báo cáo số liệu nào trong kỳ {period}",
    "there is no form to make: nobody you named has anything to report for {period}",
)
_MAKING = Text("Lập biểu mẫu", "Making the forms")
_MADE = Text("Đã lập {count} biểu mẫu ({period}): {place}", "Forms made: {count} ({period}): {place}")
_LEFT_OUT = Text(
    "Không có số liệu phải báo cáo trong kỳ, không lập biểu mẫu: {codes}.",
    "Nothing to report in the period, no form made: {codes}.",
)
_EARLIER = Text(
    "Trong kỳ, các mã sau là của đơn vị cũ rồi của đơn vị mới, và biểu đã lập là của đơn vị mới; biểu của "
    "đơn vị cũ lập riêng bằng --period {period}: {codes}.",
    "Within the period these codes passed from one agency to another, and the forms made are the later "
    "one's; for the earlier one's use --period {period}: {codes}.",
)


class _Whom(NamedTuple):
    """Of whom forms are wanted; nobody named means everybody."""

    codes: "Collection[str]"
    levels: "Collection[str]"

    def among(self, members: "Iterable[Member]") -> "list[Member]":
        return [
            member
            for member in members
            if (not self.codes or member.code in self.codes)
            and (not self.levels or member.level in self.levels)
        ]

    def left_out(self, made: "Sequence[Member]", contents: "FormContents") -> list[str]:
        """The codes of those who get none: named ones, or else all that are on the map of the period."""
        if self.codes:
            return sorted(set(self.codes).difference(member.code for member in made))
        return [member.code for member in self.among(contents.without_items)]


def template(
    context: typer.Context,
    period: options.OnePeriod = None,
    agency: options.AgencyCodes = None,
    level: options.Levels = None,
    everybody: Annotated[bool, typer.Option("--all")] = False,
    destination: Annotated[str | None, typer.Option("--output", "-o", metavar="PATH")] = None,
    previous: Annotated[list[str] | None, typer.Option("--previous", metavar="PATH")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Makes the form of an agency, of a level, or of everybody."""
    if sum(map(bool, (agency, level, everybody))) != 1:
        raise UsageError(_WHOM)
    if not period:
        raise UsageError(_WHEN)
    if not destination:
        raise UsageError(_WHERE)
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    sources = Sources(previous or [], targets, agencies, staffing=staffing)
    output = Output(language, quiet)
    return _template(sources, period, _Whom(agency or [], level or []), destination, force, output)


def _template(
    sources: Sources, wanted_period: str, named: _Whom, destination: str, force: bool, output: Output
) -> int:
    from cchc_cli.cli.choices import Choices
    from cchc_cli.cli.exit_codes import ExitCode
    from cchc_cli.cli.form_files import form_paths, write_forms
    from cchc_cli.cli.last_period import read_last_period
    from cchc_cli.cli.reading import open_ground
    from cchc_cli.outgoing.form.content import FormContents

    ground = open_ground(sources)
    choices = Choices(ground.catalogue, ground.registry)
    period = choices.period(wanted_period)
    whom = _Whom(choices.agencies(named.codes), choices.levels(named.levels))
    last = read_last_period(sources, ground, period)
    contents = FormContents(ground.catalogue, ground.registry, period, last.figures if last else None)
    members = whom.among(contents.members)
    if not members:
        raise UsageError(_NOBODY.filled(period=period.words_in_a_sentence))
    paths = form_paths(destination, members)
    write_forms(_forms(contents, members, paths, output), force)
    place = paths[0] if len(paths) == 1 else paths[0].parent
    remarks = [
        _MADE.in_language(output.language).format(
            count=len(members), period=period.in_words(output.language), place=place
        ),
        *(last.remarks(_codes_with_figures_before(members, contents), output.language) if last else ()),
        *_left_out(whom.left_out(members, contents), output.language),
        *_earlier(whom, contents, output.language),
    ]
    output.remark("\n".join(remarks))
    return ExitCode.FINE


def _forms(
    contents: "FormContents", members: "Sequence[Member]", paths: "Sequence[Path]", output: Output
) -> "dict[Path, bytes]":
    """The forms by the files they go into."""
    from cchc_cli.cli.progress import progress
    from cchc_cli.outgoing.form.workbook import form_workbook

    forms = {}
    with progress(output, _MAKING, len(members)) as advance:
        for path, member in zip(paths, members, strict=True):
            forms[path] = form_workbook(contents.of(member))
            advance()
    return forms


def _codes_with_figures_before(members: "Sequence[Member]", contents: "FormContents") -> list[str]:
    return [member.code for member in members if contents.figures_before(member.lives[-1])]


def _left_out(codes: "Sequence[str]", language: Language) -> list[str]:
    if not codes:
        return []
    return [_LEFT_OUT.in_language(language).format(codes=_named(codes))]


def _earlier(whom: _Whom, contents: "FormContents", language: Language) -> list[str]:
    """Whose forms take a period of their own: those before them that bore the codes."""
    codes: dict[Period, list[str]] = {}
    for member, days in contents.earlier_of_code:
        if whom.among([member]):
            codes.setdefault(days, []).append(member.code)
    return [_EARLIER.in_language(language).format(period=days, codes=_named(codes[days])) for days in codes]


def _named(codes: "Sequence[str]") -> str:
    more = ", …" if len(codes) > _MOST_NAMED else ""
    return f"{', '.join(codes[:_MOST_NAMED])}{more}"


_MOST_NAMED = 20
