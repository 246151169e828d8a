"""`cchc evaluate`: values against targets, the main job."""

import sys

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Filters, Paper, Reporting, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language


def evaluate(
    context: typer.Context,
    paths: options.Paths,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    period: options.Periods = None,
    level: options.Levels = None,
    agency: options.AgencyCodes = None,
    area: options.Areas = None,
    indicators: options.Indicators = None,
    status: options.Statuses = None,
    by: options.By = None,
    sort: options.SortBy = None,
    top: options.Top = None,
    format_name: options.Format = "table",
    output: options.Outputs = None,
    layout: options.Layout = None,
    as_agency: options.AsAgency = None,
    as_period: options.AsPeriod = None,
    cutoff: options.Cutoff = None,
    as_of: options.AsOf = None,
    min_coverage: options.MinCoverage = None,
    with_parts: options.With = None,
    baseline: options.Baseline = None,
    fail_on: options.FailOn = None,
    docx_template: options.DocxTemplate = None,
    docx_annex: options.DocxAnnex = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Judges every target on the figures of the workbooks."""
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    return _evaluate(
        Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing),
        Filters(
            periods=period or [],
            by=by or [],
            levels=level or [],
            agencies=agency or [],
            areas=area or [],
            indicators=indicators or [],
            statuses=status or [],
            min_coverage=min_coverage or "0",
            as_of=as_of,
            sort=sort,
            top=top,
        ),
        Reporting(format_name, output or [], quiet),
        with_parts or [],
        baseline,
        fail_on or [],
        Paper(docx_template, docx_annex),
        language,
    )


def _evaluate(
    sources: Sources,
    filters: Filters,
    reporting: Reporting,
    with_parts: list[str],
    baseline: str | None,
    fail_on: list[str],
    paper: Paper,
    language: Language,
) -> int:
    from cchc_cli.cli.against import against, open_baseline
    from cchc_cli.cli.choices import parse_fail_on, parse_parts
    from cchc_cli.cli.closing import closing_summary
    from cchc_cli.cli.delivery import deliver, prepare
    from cchc_cli.cli.evaluation import evaluate_call
    from cchc_cli.cli.exit_codes import exit_code, meaning
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.paper import left_out_remarks, open_paper
    from cchc_cli.reports.formats import COMPANIONS, FILE_FORMATS, FORMATS, PAPER_FORMATS
    from cchc_cli.reports.wording import top_words

    failing, parts = parse_fail_on(fail_on), parse_parts(with_parts)
    destinations = prepare(reporting, sources, FORMATS, FILE_FORMATS, COMPANIONS)
    presentation = open_paper(paper, sources.targets, destinations, language)
    known = open_baseline(baseline, destinations, failing)
    on_paper = any(destination.format in PAPER_FORMATS for destination in destinations)
    outcome = evaluate_call(sources, filters, language, "observations" in parts, on_paper)
    new = against(known, outcome, language)
    run = new.outcome.run
    dossier = new.outcome.dossier
    deliver(run, language, reporting, destinations, FORMATS, dossier, FILE_FORMATS, COMPANIONS, presentation)
    code = exit_code(run, failing, outcome.about_one_agency, outcome.has_figures, new.missed)
    shown = reporting.format == "table" and sys.stdout.isatty()
    why, findings = meaning(run, code, failing), () if shown else run.findings
    further = [*new.remarks, *top_words(run, language), *left_out_remarks(presentation, dossier)]
    summary = closing_summary(new.outcome, destinations, code, why, language, findings, further)
    Output(language, reporting.quiet).remark(summary)
    return code
