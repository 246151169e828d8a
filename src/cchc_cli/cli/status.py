"""`cchc status`: who has sent what, in time or late, again, with errors, or not at all."""

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Reporting, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from datetime import date

    from cchc_cli.cli.destinations import Destination
    from cchc_cli.cli.reading import Ground
    from cchc_cli.intake.intake import Intake
    from cchc_cli.level import Level
    from cchc_cli.period import Period
    from cchc_cli.reception.stocktaking import Asked
    from cchc_cli.standing.records import Standing

_NO_PERIOD = Text(
    "không tệp nào cho biết kỳ báo cáo; hãy nêu bằng --period, ví dụ --period 2024",
    "no workbook tells a period; name it, for example --period 2024",
)
_WARNED = Text(
    "có đơn vị chưa nộp, nộp chậm hoặc cần giải trình", "agencies are missing, late, or have to explain"
)


class _Wanted(NamedTuple):
    """What `status` was asked, as typed."""

    period: str | None
    deadline: str | None
    levels: list[str]
    agencies: list[str]
    fail_on: list[str]


def status(
    context: typer.Context,
    paths: options.Paths,
    period: options.OnePeriod = None,
    deadline: Annotated[str | None, typer.Option("--deadline", metavar="DATE")] = None,
    level: options.Levels = None,
    agency: options.AgencyCodes = None,
    format_name: options.Format = "table",
    output: options.Outputs = None,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    layout: options.Layout = None,
    as_agency: options.AsAgency = None,
    as_period: options.AsPeriod = None,
    cutoff: options.Cutoff = None,
    fail_on: options.FailOn = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Holds what was sent against everybody who must report."""
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    return _status(
        Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing),
        _Wanted(period, deadline, level or [], agency or [], fail_on or []),
        Reporting(format_name, output or [], quiet),
        language,
    )


def _status(sources: Sources, wanted: _Wanted, reporting: Reporting, language: Language) -> int:
    from cchc_cli.cli.choices import parse_fail_on
    from cchc_cli.cli.delivery import prepare
    from cchc_cli.cli.exit_codes import FINDINGS_FAIL_ON
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.problems import no_such_format
    from cchc_cli.cli.reading import open_ground, read_submissions
    from cchc_cli.cli.remarks import ending, remarks
    from cchc_cli.reception.stocktaking import take_stock
    from cchc_cli.reports.standing_formats import FILE_FORMATS, PRINTED

    failing = parse_fail_on(wanted.fail_on, FINDINGS_FAIL_ON)
    if reporting.format not in PRINTED:
        raise no_such_format("--format", reporting.format, PRINTED)
    destinations = prepare(reporting, sources, FILE_FORMATS)
    ground = open_ground(sources)
    meant = _meant(wanted, sources.cutoff, ground)
    intake = read_submissions(sources, ground)
    asked = meant.asked_of(intake)
    standing = take_stock(ground.catalogue, ground.registry, intake, asked, language)
    _deliver(standing, reporting, destinations, language)
    code, meaning = ending(standing.findings, failing, _WARNED)
    said = remarks(intake, standing.findings, destinations, code, meaning, language, with_findings=False)
    Output(language, reporting.quiet).remark(said)
    return code


class _Meant(NamedTuple):
    """What was asked; without a period it is the one that the workbooks are about."""

    period: "Period | None"
    deadline: "date | None"
    cutoff: "date | None"
    levels: "frozenset[Level]"
    agencies: frozenset[str]

    def asked_of(self, intake: "Intake") -> "Asked":
        """Raises UsageError where nothing names a period."""
        from cchc_cli.reception.stocktaking import Asked

        period = self.period or _period_of(intake)
        return Asked(period, self.deadline, self.cutoff, self.levels, self.agencies)


def _meant(wanted: _Wanted, cutoff: str | None, ground: "Ground") -> _Meant:
    """Raises UsageError for what cannot be meant."""
    from cchc_cli.cli.choices import Choices, parse_day

    choices = Choices(ground.catalogue, ground.registry)
    return _Meant(
        period=choices.period(wanted.period) if wanted.period else None,
        deadline=parse_day("--deadline", wanted.deadline) if wanted.deadline else None,
        cutoff=parse_day("--cutoff", cutoff) if cutoff else None,
        levels=choices.levels(wanted.levels),
        agencies=choices.agencies(wanted.agencies),
    )


def _period_of(intake: "Intake") -> "Period":
    from cchc_cli.cli.problems import UsageError
    from cchc_cli.engine.evidence import Evidence
    from cchc_cli.engine.judged_periods import default_period

    period = default_period(Evidence(intake.observations, intake.unusable))
    if period is None:
        raise UsageError(_NO_PERIOD)
    return period


def _deliver(
    standing: "Standing", reporting: Reporting, destinations: "list[Destination]", language: Language
) -> None:
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.pages import FILE_PAGE, page_of
    from cchc_cli.cli.writing import write_all
    from cchc_cli.reports.standing_formats import FOR_PEOPLE, PRINTED, file_content

    files = [(file.path, file_content(file.format, standing, language, FILE_PAGE)) for file in destinations]
    write_all(files)
    text = PRINTED[reporting.format](standing, language, page_of(sys.stdout))
    output = Output(language)
    if reporting.format == FOR_PEOPLE:
        output.payload(text)
    else:
        output.document(text)
