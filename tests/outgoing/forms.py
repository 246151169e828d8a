"""The forms of the real province, made and read as the commands do."""

from functools import cache
from pathlib import Path

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.outgoing.form.content import FormContents
from cchc_cli.outgoing.form.workbook import form_workbook
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Member

CATALOGUE: Catalogue = load_catalogue(packaged_file("targets.yaml"))
REGISTRY: Registry = load_registry(packaged_file("agencies.yaml"))
SOME = ("SNV", "VPUBND", "STC", "SGDDT", "CTHUE", "821", "28249", "28255")
"""Leads that report for everybody, a vertical agency, a district, a commune and one that ended in 2024."""


@cache
def contents(period: str) -> FormContents:
    """The forms of a period."""
    return FormContents(CATALOGUE, REGISTRY, Period.parse(period))


def member(of: FormContents, code: str) -> Member:
    """The one whose form it is."""
    return next(each for each in of.members if each.code == code)


@cache
def form(code: str, period: str = "2024") -> bytes:
    """The form of one agency."""
    made = contents(period)
    return form_workbook(made.of(member(made, code)))


def read(*paths: Path) -> Intake:
    """What the program reads."""
    return take_in(
        paths, Brief(CATALOGUE.item_by_code, CATALOGUE.checks, CATALOGUE.programme.years, REGISTRY)
    )
