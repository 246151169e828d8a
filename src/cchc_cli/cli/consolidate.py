"""`cchc consolidate`: one checked workbook, agencies × items, that reads back as a matrix."""

from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Reporting, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from cchc_cli.cli.exit_codes import ExitCode
    from cchc_cli.cli.reading import Ground
    from cchc_cli.intake.intake import Intake
    from cchc_cli.outgoing.consolidated.workbook import Consolidated
    from cchc_cli.period import Period

FORMAT = "xlsx"
_WHERE = Text("hãy nêu tệp kết quả bằng -o, ví dụ -o tong-hop.xlsx", "name the workbook: -o all.xlsx")
_PERIODS = Text("Các kỳ trong tệp: {periods}.", "Periods in it: {periods}.")
_FIGURES = Text("Đã tổng hợp {count} số liệu.", "Figures in it: {count}.")
_APPROXIMATE = Text(
    "{count} số liệu gần đúng với chỉ tiêu (in nghiêng); khi đọc lại tệp này thì không còn nhận ra.",
    "{count} figures measure nearly their item (in italics); reading the workbook back will not tell.",
)
_WARNED = Text("có đơn vị chưa nộp hoặc nội dung cần giải trình", "agencies are missing or have to explain")


def consolidate(
    context: typer.Context,
    paths: options.Paths,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    period: options.Periods = None,
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
    """Puts every usable figure into one workbook."""
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    return _consolidate(
        Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing),
        Reporting(FORMAT, [output] if output else [], quiet),
        period or [],
        fail_on or [],
        language,
    )


def _consolidate(
    sources: Sources,
    reporting: Reporting,
    wanted_periods: list[str],
    fail_on: list[str],
    language: Language,
) -> int:
    from cchc_cli.cli.choices import Choices, parse_fail_on
    from cchc_cli.cli.delivery import prepare
    from cchc_cli.cli.exit_codes import FINDINGS_FAIL_ON
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.problems import UsageError
    from cchc_cli.cli.reading import open_ground, read_submissions
    from cchc_cli.cli.remarks import remarks
    from cchc_cli.cli.writing import write_whole
    from cchc_cli.outgoing.consolidated.workbook import consolidated_workbook

    if not reporting.outputs:
        raise UsageError(_WHERE)
    failing = parse_fail_on(fail_on, FINDINGS_FAIL_ON)
    destinations = prepare(reporting, sources, (FORMAT,))
    ground = open_ground(sources)
    periods = Choices(ground.catalogue, ground.registry).periods(wanted_periods) or None
    intake = read_submissions(sources, ground)
    consolidated = _arranged(sources, ground, intake, periods, language)
    write_whole(destinations[0].path, consolidated_workbook(consolidated, language))
    code, meaning = _ending(consolidated, failing)
    said = remarks(
        intake,
        consolidated.findings,
        destinations,
        code,
        meaning,
        language,
        with_findings=True,
        further=_further(consolidated, language),
    )
    Output(language, reporting.quiet).remark(said)
    return code


def _arranged(
    sources: Sources,
    ground: "Ground",
    intake: "Intake",
    periods: "tuple[Period, ...] | None",
    language: Language,
) -> "Consolidated":
    from cchc_cli.cli.choices import parse_day
    from cchc_cli.engine.assemble import finding_record
    from cchc_cli.outgoing.consolidated.content import consolidate as arrange
    from cchc_cli.outgoing.consolidated.content import selected, well_covered
    from cchc_cli.outgoing.consolidated.workbook import Consolidated
    from cchc_cli.reception.stocktaking import Asked, take_stock

    catalogue, registry = ground.catalogue, ground.registry
    observations = selected(intake.observations, periods, registry)
    listed = well_covered(observations) if periods is None else periods
    cutoff = parse_day("--cutoff", sources.cutoff) if sources.cutoff else None
    standings = {
        period: take_stock(catalogue, registry, intake, Asked(period, cutoff=cutoff), language)
        for period in sorted({one.period for one in observations} | set(listed))
    }
    missing = [
        finding
        for period in listed
        for finding in standings[period].findings
        if finding.code == "submission-missing"
    ]
    return Consolidated(
        catalogue=catalogue,
        registry=registry,
        intake=intake,
        consolidation=arrange(catalogue, registry, intake, observations, standings, listed),
        standings=standings,
        listed=listed,
        findings=[*missing, *(finding_record(finding, language) for finding in intake.findings)],
    )


def _further(consolidated: "Consolidated", language: Language) -> list[str]:
    """What is in the workbook."""
    blocks = consolidated.consolidation.blocks
    periods = ", ".join(block.period.in_words(language) for block in blocks)
    lines = [_FIGURES.in_language(language).format(count=consolidated.consolidation.figures)]
    if periods:
        lines.append(_PERIODS.in_language(language).format(periods=periods))
    count = sum(
        figure.approximate
        for block in blocks
        for part in block.parts
        for line in part.lines
        for figure in line.figures.values()
    )
    if count:
        lines.append(_APPROXIMATE.in_language(language).format(count=count))
    return lines


def _ending(consolidated: "Consolidated", failing: frozenset[str]) -> "tuple[ExitCode, Text]":
    from cchc_cli.cli.exit_codes import NOTHING_USABLE, ExitCode
    from cchc_cli.cli.remarks import ending

    if not consolidated.consolidation.figures:
        return ExitCode.INVALID, NOTHING_USABLE
    return ending(consolidated.findings, failing, _WARNED)
