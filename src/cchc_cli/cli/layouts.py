"""`cchc layouts list|lint`: the tables that are read, and what is wrong with a described one."""

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.groups import make_group
from cchc_cli.cli.help_page import Command
from cchc_cli.cli.listing import as_json, check_format, report_problems
from cchc_cli.cli.output import Output
from cchc_cli.cli.setting import setting_of
from cchc_cli.cli.sources import open_catalogue, unreadable

if TYPE_CHECKING:
    from cchc_cli.strict_yaml import Problem

app = make_group()


@app.callback()
def layouts() -> None:
    """The layouts of workbooks."""


@app.command("list", cls=Command)
def list_layouts(context: typer.Context, format_name: options.Format = "table") -> int:
    """Prints the layouts that come with the program."""
    language = setting_of(context).language
    check_format(format_name)
    from cchc_cli.intake.layouts.listing import layout_listing
    from cchc_cli.intake.layouts.shipped import shipped_layouts

    listing = layout_listing(shipped_layouts())
    output = Output(language)
    if format_name == "json":
        output.document(as_json(listing))
        return 0
    from cchc_cli.cli.pages import page_of
    from cchc_cli.reports.listing_tables import layouts_table

    output.payload(layouts_table(listing, language, page_of(sys.stdout)))
    return 0


@app.command("lint", cls=Command)
def lint_layouts(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE...]")] = None,
    targets: options.Targets = None,
) -> int:
    """Looks for mistakes in layout files, or in those that come with the program."""
    from cchc_cli.intake.layouts.shipped import shipped_files

    items = open_catalogue(targets).item_by_code
    paths = [Path(file) for file in files or ()] or shipped_files()
    problems = list(_problems(paths, items))
    return report_problems(problems, Output(setting_of(context).language))


def _problems(paths: Sequence[Path], items: Collection[str]) -> "Iterator[Problem]":
    from cchc_cli.intake.layouts.description import LayoutSource
    from cchc_cli.intake.layouts.form import FORM
    from cchc_cli.intake.layouts.lint import lint
    from cchc_cli.intake.layouts.matrix import MATRIX
    from cchc_cli.intake.layouts.shipped import shipped_files, shipped_layouts
    from cchc_cli.strict_yaml import InvalidFileError, load

    shipped = {path: layout.id for path, layout in zip(shipped_files(), shipped_layouts(), strict=True)}
    for path in paths:
        taken = {FORM, MATRIX, *(name for file, name in shipped.items() if file != path.resolve())}
        try:
            layout, document = load(path, LayoutSource)
        except OSError as error:
            raise unreadable("FILE", path, error) from None
        except InvalidFileError as error:
            yield from error.problems
        else:
            yield from lint(layout, document, items, taken)
