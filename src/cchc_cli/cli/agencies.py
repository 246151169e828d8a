"""`cchc agencies list|lint`: the registry of reporting agencies."""

import sys
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.groups import make_group
from cchc_cli.cli.help_page import Command
from cchc_cli.cli.listing import as_json, check_format, report_problems
from cchc_cli.cli.output import Output
from cchc_cli.cli.setting import setting_of
from cchc_cli.cli.sources import open_registry

app = make_group()


@app.callback()
def agencies() -> None:
    """The registry of agencies."""


@app.command("list", cls=Command)
def list_agencies(
    context: typer.Context,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE")] = None,
    agencies: options.Agencies = None,
    format_name: options.Format = "table",
) -> int:
    """Prints every life of every agency, or those of one day."""
    language = setting_of(context).language
    check_format(format_name)
    from cchc_cli.cli.choices import parse_day
    from cchc_cli.registry.listing import registry_listing

    registry, day = open_registry(agencies), parse_day("--on", on) if on else None
    listing = registry_listing(registry, day)
    output = Output(language)
    if format_name == "json":
        output.document(as_json(listing))
        return 0
    from cchc_cli.cli.pages import page_of
    from cchc_cli.reports.agencies_table import agencies_table

    every = registry_listing(registry)
    output.payload(agencies_table(listing, every, language, page_of(sys.stdout)))
    return 0


@app.command("lint", cls=Command)
def lint_agencies(context: typer.Context, agencies: options.Agencies = None) -> int:
    """Looks for contradictions in the registry."""
    from cchc_cli.registry.lint import lint

    return report_problems(lint(open_registry(agencies)), Output(setting_of(context).language))
