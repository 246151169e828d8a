"""`cchc targets list|show|lint`: the catalogue of targets."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cchc_cli.cli import options
from cchc_cli.cli.groups import make_group
from cchc_cli.cli.help_page import Command
from cchc_cli.cli.listing import as_json, check_format, report_problems
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError, not_among
from cchc_cli.cli.setting import setting_of
from cchc_cli.cli.sources import open_catalogue, open_registry, unreadable
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from cchc_cli.catalogue.catalogue import Catalogue

app = make_group()


@app.callback()
def targets() -> None:
    """The catalogue of targets."""


@app.command("list", cls=Command)
def list_targets(
    context: typer.Context,
    area: options.Areas = None,
    targets: options.Targets = None,
    format_name: options.Format = "table",
) -> int:
    """Prints the indicators with their targets, the items and the checks."""
    language = setting_of(context).language
    check_format(format_name)
    catalogue = open_catalogue(targets)
    chosen = _areas(catalogue, area or [])
    listing = _listing(catalogue)
    if area:
        listing["indicators"] = [entry for entry in listing["indicators"] if entry["area"] in chosen]
    output = Output(language)
    if format_name == "json":
        output.document(as_json(listing))
        return 0
    from cchc_cli.cli.pages import page_of
    from cchc_cli.reports.listing_tables import targets_table

    units = _units(catalogue, language)
    output.payload(targets_table(listing, chosen, units, language, page_of(sys.stdout)))
    return 0


@app.command("show", cls=Command)
def show_target(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR")],
    targets: options.Targets = None,
    format_name: options.Format = "table",
) -> int:
    """Prints everything about one indicator."""
    language = setting_of(context).language
    check_format(format_name)
    catalogue = open_catalogue(targets)
    if indicator not in catalogue.indicator_by_id:
        raise not_among("INDICATOR", indicator, catalogue.indicator_by_id)
    listing = _listing(catalogue)
    entry = next(entry for entry in listing["indicators"] if entry["id"] == indicator)
    output = Output(language)
    if format_name == "json":
        output.document(as_json(entry))
        return 0
    from cchc_cli.cli.pages import page_of
    from cchc_cli.reports.listing_tables import target_card

    units = _units(catalogue, language)
    output.payload(target_card(listing, entry, units, language, page_of(sys.stdout)))
    return 0


@app.command("lint", cls=Command)
def lint_targets(
    context: typer.Context,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    coverage: Annotated[str | None, typer.Option("--coverage", metavar="SEED")] = None,
) -> int:
    """Looks for contradictions, with a registry for strangers, with the decision for what is left out."""
    from cchc_cli.catalogue.lint import lint

    output = Output(setting_of(context).language)
    decision = _read_decision(coverage) if coverage else None
    catalogue = open_catalogue(targets)
    problems = lint(catalogue)
    if agencies:
        from cchc_cli.engine.strangers import find_strangers

        problems += find_strangers(catalogue, open_registry(agencies))
    code = report_problems(problems, output)
    if decision is None:
        return code
    from cchc_cli.cli.coverage import report_coverage

    return report_coverage(catalogue, decision, output) or code


def _read_decision(path: str) -> list[str]:
    file = Path(path)
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise unreadable("--coverage", file, error) from None
    except UnicodeDecodeError:
        raise UsageError(_not_utf8(file)) from None


def _not_utf8(file: Path) -> Text:
    return Text(
        f"--coverage: tệp {file} không ở bảng mã UTF-8; hãy lưu lại với bảng mã UTF-8",
        f"--coverage: {file} is not in UTF-8; save it again as UTF-8",
    )


def _listing(catalogue: "Catalogue") -> dict[str, Any]:
    from cchc_cli.catalogue.listing import catalogue_listing

    return catalogue_listing(catalogue)


def _areas(catalogue: "Catalogue", wanted: list[str]) -> dict[str, Text]:
    names = {area.id: area.name for area in catalogue.areas}
    codes = [code.strip().upper() for code in wanted]
    for code in codes:
        if code not in names:
            raise not_among("--area", code, names)
    return {code: name for code, name in names.items() if not codes or code in codes}


def _units(catalogue: "Catalogue", language: Language) -> Callable[[str], str]:
    return lambda unit: catalogue.unit_in(language, unit)
