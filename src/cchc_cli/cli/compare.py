"""`cchc compare`: what changed between two sets of submissions, or two saved runs."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Filters, Reporting, Sources, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from cchc_cli.cli.comparing import Compared
    from cchc_cli.cli.destinations import Destination
    from cchc_cli.cli.exit_codes import ExitCode

_NEW_MISSED = Text("có {n} mục tiêu không đạt mà trước không như vậy", "targets newly missed: {n}")
_COMPARED = Text("đã so sánh", "compared")


def compare(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    period: options.Periods = None,
    level: options.Levels = None,
    agency: options.AgencyCodes = None,
    area: options.Areas = None,
    indicators: options.Indicators = None,
    by: options.By = None,
    format_name: options.Format = "table",
    output: options.Outputs = None,
    layout: options.Layout = None,
    cutoff: options.Cutoff = None,
    as_of: options.AsOf = None,
    fail_on: options.FailOn = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Says everything that differs."""
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    return _compare(
        Sources([old, new], targets, agencies, layout, cutoff=cutoff, staffing=staffing),
        Filters(
            periods=period or [],
            by=by or [],
            levels=level or [],
            agencies=agency or [],
            areas=area or [],
            indicators=indicators or [],
            statuses=[],
            as_of=as_of,
        ),
        Reporting(format_name, output or [], quiet),
        fail_on or ["never"],
        language,
    )


def _compare(
    sources: Sources, filters: Filters, reporting: Reporting, fail_on: list[str], language: Language
) -> int:
    from cchc_cli.cli.choices import parse_fail_on
    from cchc_cli.cli.comparing import compare_call, prepare_comparison
    from cchc_cli.cli.exit_codes import COMPARE_FAIL_ON
    from cchc_cli.cli.output import Output

    failing = parse_fail_on(fail_on, COMPARE_FAIL_ON)
    destinations = prepare_comparison(reporting, sources)
    compared = compare_call(sources, filters, language)
    _deliver(compared, reporting, destinations, language)
    code, meaning = _ending(compared, failing)
    Output(language, reporting.quiet).remark(_remarks(compared, destinations, code, meaning, language))
    return code


def _deliver(
    compared: "Compared", reporting: Reporting, destinations: "list[Destination]", language: Language
) -> None:
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.pages import FILE_PAGE, page_of
    from cchc_cli.cli.writing import write_all
    from cchc_cli.reports.comparison_formats import COMPARE_FORMATS, FOR_PEOPLE

    files = [
        (file.path, COMPARE_FORMATS[file.format](compared.comparison, language, FILE_PAGE).encode("utf-8"))
        for file in destinations
    ]
    write_all(files)
    text = COMPARE_FORMATS[reporting.format](compared.comparison, language, page_of(sys.stdout))
    output = Output(language)
    if reporting.format == FOR_PEOPLE:
        output.payload(text)
    else:
        output.document(text)


def _ending(compared: "Compared", failing: frozenset[str]) -> "tuple[ExitCode, Text]":
    from cchc_cli.cli.exit_codes import NOTHING_USABLE, ExitCode

    if not compared.is_usable:
        return ExitCode.INVALID, NOTHING_USABLE
    missed = compared.comparison.new_missed
    if "new-missed" in failing and missed:
        return ExitCode.MISSED, _NEW_MISSED.filled(n=len(missed))
    return ExitCode.FINE, _COMPARED


def _remarks(
    compared: "Compared",
    destinations: "list[Destination]",
    code: "ExitCode",
    meaning: Text,
    language: Language,
) -> str:
    from cchc_cli.cli.closing import CODE, WRITTEN, closing_page

    page = closing_page()
    lines = [text.in_language(language) for text in compared.read]
    lines += [WRITTEN.in_language(language).format(path=file.path) for file in destinations]
    last = CODE.in_language(language).format(code=int(code), meaning=meaning.in_language(language))
    return page.render("", *map(page.text, lines), page.text(last, "bold"))
