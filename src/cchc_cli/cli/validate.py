"""`cchc validate`: only checks submissions, and gives each workbook back with its errors marked."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Reporting, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from datetime import date

    from cchc_cli.cli.exit_codes import ExitCode
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.reading import Ground
    from cchc_cli.intake.intake import Intake
    from cchc_cli.narrowing import Wanted
    from cchc_cli.run import FindingRecord, Input, Run

_HANDED_BACK = Text(
    "Đã ghi vào {folder}: {count} tệp đánh dấu lỗi.", "Written to {folder}: {count} marked workbooks."
)
_ONLY_WITH = Text("{option} chỉ dùng cùng với --annotate", "{option} goes with --annotate only")
_TO_EXPLAIN = Text("có nội dung cần giải trình", "warnings are to be explained")
_NOTHING_NEW = Text("không có nội dung mới nào phải sửa", "nothing new has to be mended")


class _Asked(NamedTuple):
    """What `validate` was asked beside its sources, as typed."""

    periods: list[str]
    agencies: list[str]
    baseline: str | None
    fail_on: list[str]
    annotate: str | None
    contact: str | None
    return_by: str | None


def validate(
    context: typer.Context,
    paths: options.Paths,
    annotate: Annotated[str | None, typer.Option("--annotate", metavar="DIR")] = None,
    contact: Annotated[str | None, typer.Option("--contact", metavar="TEXT")] = None,
    return_by: Annotated[str | None, typer.Option("--return-by", metavar="DATE")] = None,
    baseline: options.Baseline = None,
    period: options.Periods = None,
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
    """Says everything that is wrong with the workbooks."""
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    return _validate(
        Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing),
        _Asked(period or [], agency or [], baseline, fail_on or [], annotate, contact, return_by),
        Reporting(format_name, output or [], quiet),
        language,
    )


def _validate(sources: Sources, asked: _Asked, reporting: Reporting, language: Language) -> int:
    from cchc_cli.cli.choices import parse_fail_on
    from cchc_cli.cli.delivery import deliver, prepare
    from cchc_cli.cli.exit_codes import FINDINGS_FAIL_ON
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.reading import open_ground, read_submissions
    from cchc_cli.cli.remarks import remarks
    from cchc_cli.reports.formats import VALIDATE_FORMATS

    failing = parse_fail_on(asked.fail_on, FINDINGS_FAIL_ON)
    return_by = _check_annotation(asked)
    destinations = prepare(reporting, sources, VALIDATE_FORMATS)
    known = _known(asked, reporting)
    ground = open_ground(sources)
    wanted = _wanted(asked, ground)
    intake = read_submissions(sources, ground)
    found = _run(ground, intake, wanted, language)
    run = _only_new(found, known)
    further = _about_known(asked, len(found.findings) - len(run.findings), language)
    output = Output(language, reporting.quiet)
    further += _hand_back(asked, found.inputs, intake, ground, return_by, output)
    deliver(run, language, reporting, destinations, VALIDATE_FORMATS)
    code, meaning = _ending(run, _has_figures(intake, wanted), failing, asked.baseline is not None)
    said = remarks(intake, run.findings, destinations, code, meaning, language, False, further)
    output.remark(said)
    return code


def _check_annotation(asked: _Asked) -> "date | None":
    """Raises UsageError for what only a marked workbook can say, where none is asked for."""
    from cchc_cli.cli.choices import parse_day
    from cchc_cli.cli.problems import UsageError

    for option, value in (("--contact", asked.contact), ("--return-by", asked.return_by)):
        if value is not None and asked.annotate is None:
            raise UsageError(_ONLY_WITH.filled(option=option))
    return parse_day("--return-by", asked.return_by) if asked.return_by else None


def _known(asked: _Asked, reporting: Reporting) -> "list[FindingRecord]":
    """The findings of the baseline. Raises UsageError where it cannot be read or would be overwritten."""
    if asked.baseline is None:
        return []
    from pathlib import Path

    from cchc_cli.cli.destinations import check_destinations, parse_destinations
    from cchc_cli.cli.saved import open_saved
    from cchc_cli.reports.formats import VALIDATE_FORMATS
    from cchc_cli.saved_run import read_findings

    file = Path(asked.baseline)
    check_destinations(parse_destinations(reporting.outputs, VALIDATE_FORMATS), [file])
    return open_saved(read_findings, "--baseline", file)


def _wanted(asked: _Asked, ground: "Ground") -> "Wanted":
    from cchc_cli.cli.choices import Choices
    from cchc_cli.narrowing import Wanted

    choices = Choices(ground.catalogue, ground.registry)
    return Wanted(choices.agencies(asked.agencies), choices.periods(asked.periods) or None)


def _run(ground: "Ground", intake: "Intake", wanted: "Wanted", language: Language) -> "Run":
    from cchc_cli.engine.assemble import assemble
    from cchc_cli.engine.evidence import Evidence
    from cchc_cli.narrowing import narrowed

    evidence = Evidence(intake.observations, intake.unusable, intake.submissions)
    run = assemble(ground.catalogue, ground.registry, evidence, intake.findings, (), language)
    return narrowed(run, wanted, [read.figures for read in intake.read])


def _only_new(run: "Run", known: "list[FindingRecord]") -> "Run":
    """The inputs go on counting everything that was found in them."""
    if not known:
        return run
    from cchc_cli.baseline import what_is_new

    return run.model_copy(update={"findings": what_is_new(run.findings, known)})


def _about_known(asked: _Asked, known: int, language: Language) -> list[str]:
    if asked.baseline is None:
        return []
    from cchc_cli.cli.saved import known_findings

    return [known_findings(asked.baseline, known, language)]


def _hand_back(
    asked: _Asked,
    inputs: "list[Input]",
    intake: "Intake",
    ground: "Ground",
    return_by: "date | None",
    output: "Output",
) -> list[str]:
    """The workbooks that are about what is asked come back, each with all that is wrong in it.

    A marked workbook says that what it doesn't name has been accepted: nothing is left out of it.
    """
    if asked.annotate is None:
        return []
    from pathlib import Path

    from cchc_cli.cli.annotation import Returning, hand_back

    returning = Returning(Path(asked.annotate), asked.contact, return_by)
    count = hand_back(intake, {read.path for read in inputs}, ground, returning, output)
    return [_HANDED_BACK.in_language(output.language).format(folder=asked.annotate, count=count)]


def _has_figures(intake: "Intake", wanted: "Wanted") -> bool:
    return any(wanted.is_about(one.agency, one.period) for one in intake.observations)


def _ending(
    run: "Run", has_figures: bool, failing: frozenset[str], against_baseline: bool
) -> "tuple[ExitCode, Text]":
    from cchc_cli.cli.exit_codes import NOTHING_USABLE, ExitCode
    from cchc_cli.cli.remarks import ending

    if not has_figures:
        return ExitCode.INVALID, NOTHING_USABLE
    if against_baseline:
        return ending(run.findings, failing, _TO_EXPLAIN, _NOTHING_NEW)
    return ending(run.findings, failing, _TO_EXPLAIN)
