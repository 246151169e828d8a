"""One call from workbooks to what was read: what every command over submissions begins with."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.cli.call import Sources
from cchc_cli.cli.choices import parse_day, parse_period
from cchc_cli.cli.crews import crew_of, nothing
from cchc_cli.cli.sources import open_catalogue, open_registry
from cchc_cli.engine.strangers import find_strange_baselines
from cchc_cli.registry.registry import Registry
from cchc_cli.strict_yaml import InvalidFileError

if TYPE_CHECKING:
    from cchc_cli.intake.intake import Intake


class Ground(NamedTuple):
    """What submissions are read against."""

    catalogue: Catalogue
    registry: Registry


def open_ground(sources: Sources) -> Ground:
    """Raises InvalidFileError for an invalid catalogue or registry, or for baselines of a catalogue that the
    registry knows no reporter of; UsageError where one cannot be read."""
    catalogue, registry = open_catalogue(sources.targets), open_registry(sources.agencies)
    if catalogue.baselines and (problems := find_strange_baselines(catalogue, registry)):
        raise InvalidFileError(problems)
    return Ground(catalogue, registry)


def read_submissions(sources: Sources, ground: Ground, meanwhile: Callable[[], object] = nothing) -> "Intake":
    """Reads every workbook of the call; where other processes do, `meanwhile` is done in this one.

    Raises InvalidFileError for an invalid layout, UsageError for what cannot be meant, PathError where
    there is nothing to read.
    """
    from cchc_cli.intake.brief import Brief
    from cchc_cli.intake.intake import take_in

    catalogue = ground.catalogue
    brief = Brief(
        items=catalogue.item_by_code,
        checks=catalogue.checks,
        years=catalogue.programme.years,
        registry=ground.registry,
        as_agency=sources.as_agency,
        as_period=parse_period("--as-period", sources.as_period) if sources.as_period else None,
        cutoff=parse_day("--cutoff", sources.cutoff) if sources.cutoff else None,
        today=sources.today,
        windows=catalogue.windows,
    )
    return take_in(
        sources.paths, brief, sources.layout, sources.known_as, crew_of(sources.staffing, meanwhile)
    )
