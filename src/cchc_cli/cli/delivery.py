"""Handing over a run: files first, then stdout, then the closing summary on stderr."""

import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from cchc_cli.cli.call import Reporting, Sources
from cchc_cli.cli.destinations import Destination, check_destinations, parse_destinations
from cchc_cli.cli.extras import check_extra
from cchc_cli.cli.output import Output
from cchc_cli.cli.pages import FILE_PAGE, page_of
from cchc_cli.cli.problems import goes_to_a_file, no_such_format
from cchc_cli.cli.writing import write_all
from cchc_cli.dossier import Dossier
from cchc_cli.intake.paths import find_workbooks
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.reports.formats import Format, PaperFormat
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Run

NO_PAPER: Mapping[str, PaperFormat] = {}


def prepare(
    reporting: Reporting,
    sources: Sources,
    formats: Collection[str],
    papers: Mapping[str, PaperFormat] = NO_PAPER,
) -> list[Destination]:
    """Checks before any work that everything asked for can be handed over; only files get `papers`.

    Raises UsageError for a format that isn't there or a file that must not be written, PathError where
    there is nothing to read.
    """
    if reporting.format in papers:
        raise goes_to_a_file("--format", reporting.format)
    if reporting.format not in formats:
        raise no_such_format("--format", reporting.format, formats)
    destinations = parse_destinations(reporting.outputs, [*formats, *papers])
    for name in (destination.format for destination in destinations if destination.format in papers):
        check_extra("--output", name, papers[name].extra)
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
    formats: Mapping[str, Format],
    dossier: Dossier | None = None,
    papers: Mapping[str, PaperFormat] = NO_PAPER,
    presentation: Presentation | None = None,
) -> None:
    """Makes all files, writes them, then prints what stdout gets; papers are made of the dossier."""
    wanted = presentation or Presentation(language)
    contents = [
        papers[destination.format].write(dossier, wanted)
        if dossier is not None and destination.format in papers
        else _content(run, language, formats[destination.format])
        for destination in destinations
    ]
    paths = [destination.path for destination in destinations]
    write_all(list(zip(paths, contents, strict=True)))
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
