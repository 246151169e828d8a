"""`cchc why`: one figure, down to its cells and up to its clause."""

from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Filters, Reporting, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

_EXPLAINED = Text("đã truy nguồn", "explained")


def why(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR")],
    paths: options.Paths,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    period: options.Periods = None,
    level: options.Levels = None,
    agency: options.AgencyCodes = None,
    by: options.By = None,
    format_name: options.Format = "table",
    output: options.Outputs = None,
    layout: options.Layout = None,
    as_agency: options.AsAgency = None,
    as_period: options.AsPeriod = None,
    cutoff: options.Cutoff = None,
    as_of: options.AsOf = None,
    min_coverage: options.MinCoverage = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Explains the verdicts of one indicator."""
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    return _why(
        Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing),
        Filters(
            periods=period or [],
            by=by or [],
            levels=level or [],
            agencies=agency or [],
            areas=[],
            indicators=[indicator],
            statuses=[],
            min_coverage=min_coverage or "0",
            trace=True,
            as_of=as_of,
        ),
        Reporting(format_name, output or [], quiet),
        language,
    )


def _why(sources: Sources, filters: Filters, reporting: Reporting, language: Language) -> int:
    from cchc_cli.cli.closing import closing_summary
    from cchc_cli.cli.delivery import deliver, prepare
    from cchc_cli.cli.evaluation import evaluate_call
    from cchc_cli.cli.exit_codes import NOTHING_USABLE, ExitCode
    from cchc_cli.cli.output import Output
    from cchc_cli.reports.counting import has_usable_figures
    from cchc_cli.reports.formats import WHY_FORMATS

    destinations = prepare(reporting, sources, WHY_FORMATS)
    outcome = evaluate_call(sources, filters, language)
    run = outcome.run
    deliver(run, language, reporting, destinations, WHY_FORMATS)
    usable = has_usable_figures(run)
    code, meaning = (ExitCode.FINE, _EXPLAINED) if usable else (ExitCode.INVALID, NOTHING_USABLE)
    summary = closing_summary(outcome, destinations, code, meaning, language, () if usable else run.findings)
    Output(language, reporting.quiet).remark(summary)
    return code
