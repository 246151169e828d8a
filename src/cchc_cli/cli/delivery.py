"""Handing over a run: files first, then stdout, then the closing summary on stderr."""

import sys
from collections.abc import Collection
from pathlib import Path

from cchc_cli.cli.call import Reporting, Sources
from cchc_cli.cli.destinations import Destination, check_destinations, parse_destinations, write_whole
from cchc_cli.cli.output import Output
from cchc_cli.cli.pages import FILE_PAGE, page_of
from cchc_cli.cli.problems import not_among
from cchc_cli.intake.paths import find_workbooks
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.reports.formats import Format
from cchc_cli.run import Run


def prepare(reporting: Reporting, sources: Sources, formats: Collection[str]) -> list[Destination]:
    """Checks before any work that everything asked for can be handed over.

    Raises UsageError for a format that isn't there or a file that must not be written, PathError where
    there is nothing to read.
    """
    if reporting.format not in formats:
        raise not_among("--format", reporting.format, formats)
    destinations = parse_destinations(reporting.outputs, formats)
    workbooks = find_workbooks(sources.paths).files
    own = [packaged_file("targets.yaml"), packaged_file("agencies.yaml")]
    named = [source for source in (sources.targets, sources.agencies, sources.layout) if source]
    check_destinations(destinations, [*workbooks, *own, *map(Path, named)])
    return destinations


def deliver(
    run: Run,
    language: Language,
    reporting: Reporting,
    destinations: list[Destination],
    formats: dict[str, Format],
) -> None:
    """Writes the files, then prints what stdout gets."""
    for destination in destinations:
        write_whole(destination.path, _content(run, language, formats[destination.format]))
    chosen = formats[reporting.format]
    text = chosen.write(run, language, page_of(sys.stdout))
    output = Output(language)
    if chosen.for_people:
        output.payload(text)
    else:
        output.document(text)


def _content(run: Run, language: Language, chosen: Format) -> bytes:
    mark = "\ufeff" if chosen.byte_order_mark else ""
    return (mark + chosen.write(run, language, FILE_PAGE)).encode("utf-8")
